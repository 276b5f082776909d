import CYAML
import Diagnostics

extension YAMLMapping {
    /// Of a line that is no entry, where it is not known which it was meant as.
    package static let formHint = "write 'key: value'"

    /// Reads the YAML in `range` of a file, which must be a mapping.
    ///
    /// Anchors, aliases and tags are refused, so no file can unfold into more than it says. A mistake costs the value that it is
    /// in: the keys around it are read all the same.
    package static func read(_ source: SourceText, in range: TextRange) -> Checked<YAMLMapping> {
        let whole = YAMLReading.run(source, in: range)
        guard let problem = whole.problem else { return Checked(whole.mapping, whole.diagnostics) }
        var parts = YAMLParts(source)
        parts.read(range)
        if parts.diagnostics.isEmpty { return Checked(parts.mapping, [problem]) }
        return Checked(parts.mapping, parts.diagnostics)
    }
}

/// One run of libyaml's event parser over a part of a file, built into a positioned tree.
struct YAMLReading {
    private(set) var mapping = YAMLMapping()
    private(set) var diagnostics: [Diagnostic] = []
    /// What libyaml stopped at.
    private(set) var problem: Diagnostic?

    private let source: SourceText
    private let range: TextRange
    /// libyaml counts scalars: the UTF-8 offset of each, where the text is not all ASCII.
    private let offsets: [Int]?

    /// A collection that is still open.
    private struct Open {
        var items: [YAMLNode] = []
        var mapping = YAMLMapping()
        var key: Key?
        let isMapping: Bool
        let start: Int

        init(isMapping: Bool, start: Int) {
            self.isMapping = isMapping
            self.start = start
        }
    }

    private enum Key {
        case word(String, TextRange)
        /// A list, a mapping or an alias: the entry is lost.
        case unreadable
    }

    private var open: [Open] = []
    private(set) var root: YAMLNode?
    private var isTooDeep = false

    /// Beyond this many levels nothing is read: libyaml takes longer for each level the deeper it is, and taking a tree apart that
    /// is thousands of levels deep overflows the stack.
    private static let deepest = 16

    static func run(_ source: SourceText, in range: TextRange) -> YAMLReading {
        var reading = YAMLReading(source: source, range: range)
        reading.run()
        // A tab in a line of white space or before a comment is legal, but libyaml takes it for one that indents.
        if reading.problem != nil, let plain = BlankTabs.asSpaces(source, in: range) {
            reading = YAMLReading(source: plain, range: range)
            reading.run()
        }
        return reading
    }

    private init(source: SourceText, range: TextRange) {
        self.source = source
        self.range = range
        offsets = source.bytes.withUnsafeBufferPointer { bytes in
            if bytes[range].allSatisfy({ $0 < 0x80 }) { return nil }
            var starts: [Int] = []
            starts.reserveCapacity(range.count + 1)
            for index in range where bytes[index] & 0xC0 != 0x80 { starts.append(index) }
            starts.append(range.upperBound)
            return starts
        }
    }

    private mutating func run() {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { return }
        defer { yaml_parser_delete(&parser) }
        source.bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(&parser, base + range.lowerBound, range.count)
            var event = yaml_event_t()
            while true {
                guard yaml_parser_parse(&parser, &event) == 1 else {
                    problem = describeProblem(of: parser)
                    break
                }
                let type = event.type
                take(event, of: bytes)
                yaml_event_delete(&event)
                if type == YAML_STREAM_END_EVENT || isTooDeep { break }
            }
        }
        finish()
    }

    private func offset(of mark: yaml_mark_t) -> Int {
        let index = Int(mark.index)
        guard let offsets else { return min(range.lowerBound + index, range.upperBound) }
        return index < offsets.count ? offsets[index] : range.upperBound
    }

    private func say(_ code: DiagnosticCode, _ range: TextRange, _ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(code, at: Location(path: source.path, range: range), message, hint: hint)
    }

    // MARK: Events to a tree

    /// - Parameter bytes: of the file.
    private mutating func take(_ event: borrowing yaml_event_t, of bytes: UnsafeBufferPointer<UInt8>) {
        let start = offset(of: event.start_mark)
        let place = start..<max(start, offset(of: event.end_mark))
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            refuse(anchor: scalar.anchor, tag: scalar.tag, at: place)
            let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            let isBlock = scalar.style == YAML_FOLDED_SCALAR_STYLE || scalar.style == YAML_LITERAL_SCALAR_STYLE
            // `!Move` is a tag without a value: that it is missing comes of that.
            if scalar.length == 0, scalar.tag != nil || scalar.anchor != nil {
                return add(YAMLNode(kind: .broken, range: place))
            }
            add(
                isBlock
                    ? BlockScalar.node(of: text, at: place, in: bytes)
                    : Self.node(of: text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE, at: place, in: bytes))
        case YAML_ALIAS_EVENT:
            diagnostics.append(
                say(
                    .yamlRefused, place, "aliases (*name) are not read here: write the value out",
                    hint: "a text that starts with '*' needs quotes around it"))
            add(YAMLNode(kind: .broken, range: place))
        case YAML_SEQUENCE_START_EVENT:
            refuse(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, at: place)
            begin(Open(isMapping: false, start: place.lowerBound))
        case YAML_MAPPING_START_EVENT:
            refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, at: place)
            begin(Open(isMapping: true, start: place.lowerBound))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            if let closed = open.popLast() {
                let node = close(closed, at: place)
                add(node)
            }
        default: break
        }
    }

    private mutating func begin(_ collection: Open) {
        guard open.count < Self.deepest else {
            isTooDeep = true
            let place = collection.start..<min(collection.start + 1, range.upperBound)
            problem = say(
                .yamlRefused, place, "lists and mappings are nested too deeply here",
                hint: "no key takes more than three levels")
            return
        }
        open.append(collection)
    }

    private mutating func close(_ closed: Open, at end: TextRange) -> YAMLNode {
        // A block collection ends where the next token starts: its last item tells better.
        let last = closed.isMapping ? closed.mapping.entries.last?.value.range : closed.items.last?.range
        let isFlow = end.count == 1
        let upper = isFlow ? end.upperBound : max(last?.upperBound ?? closed.start, closed.start)
        if isFlow, source.bytes[closed.start..<upper].contains(UInt8(ascii: "(")) {
            let whole = SplitParentheses.joined(closed.items, closed.mapping, in: source)
            diagnostics += whole.diagnostics
            return YAMLNode(
                kind: closed.isMapping ? .mapping(whole.mapping) : .sequence(whole.items), range: closed.start..<upper)
        }
        return YAMLNode(
            kind: closed.isMapping ? .mapping(closed.mapping) : .sequence(closed.items), range: closed.start..<upper)
    }

    private static func node(
        of text: UnsafeBufferPointer<UInt8>, isPlain: Bool, at place: TextRange, in bytes: UnsafeBufferPointer<UInt8>
    ) -> YAMLNode {
        if isPlain, isNothing(text) { return YAMLNode(kind: .empty, range: place) }
        let quotes = isPlain ? 0 : 1
        let inner = bytes[place].dropFirst(quotes).dropLast(quotes)
        let isExact = UnsafeBufferPointer(rebasing: inner).isSame(as: text)
        return YAMLNode(
            kind: .scalar(String(decoding: text, as: UTF8.self)), range: place, lead: isExact ? quotes : nil)
    }

    private static func isNothing(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch text.count {
        case 0: true
        case 1: text[0] == UInt8(ascii: "~")
        case 4: text.elementsEqual("null".utf8)
        default: false
        }
    }

    private mutating func refuse(
        anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?, at place: TextRange
    ) {
        if anchor != nil {
            let hint = "a text that starts with '&' needs quotes around it"
            diagnostics.append(
                say(.yamlRefused, place, "anchors (&name) are not read here: write the value out", hint: hint))
        }
        if tag != nil {
            let hint = "a text that starts with '!' needs quotes around it"
            diagnostics.append(
                say(.yamlRefused, place, "tags (!name) are not read here: values are read by their keys", hint: hint))
        }
    }

    private mutating func add(_ node: YAMLNode) {
        let last = open.count - 1
        guard last >= 0 else {
            if root == nil {
                root = node
            } else if case .empty = node.kind {
                // A line of `---` at the end, as front matter has it, starts nothing.
            } else {
                diagnostics.append(say(.yamlSyntax, node.range, "a second document starts here: one is read"))
            }
            return
        }
        guard open[last].isMapping else { return open[last].items.append(node) }
        if let key = open[last].key {
            open[last].key = nil
            guard case .word(let text, let range) = key else { return }
            // YAML's way to take over another mapping's keys, by an alias that has been refused.
            if node.isBroken, text == "<<" { return }
            let entry = YAMLMapping.Entry(key: text, keyRange: range, value: node)
            if let first = open[last].mapping.add(entry) {
                diagnostics.append(Self.duplicate(entry, of: first, in: source.path))
            }
            return
        }
        switch node.kind {
        case .scalar(let text): open[last].key = .word(text, node.range)
        case .broken: open[last].key = .unreadable
        default:
            diagnostics.append(say(.yamlSyntax, node.range, "a key must be a word"))
            open[last].key = .unreadable
        }
    }

    static func duplicate(_ entry: YAMLMapping.Entry, of first: YAMLMapping.Entry, in path: String) -> Diagnostic {
        Diagnostic(
            .duplicateKey, at: Location(path: path, range: entry.keyRange),
            "'\(entry.key)' is given twice: the first is kept",
            notes: [Diagnostic.Note("it is given here first", at: Location(path: path, range: first.keyRange))])
    }

    private mutating func finish() {
        guard problem == nil else {
            // What was complete before the mistake is read again, part by part.
            diagnostics = []
            return
        }
        switch root?.kind {
        case .mapping(let mapping): self.mapping = mapping
        case nil, .empty, .broken: break
        case .scalar, .sequence:
            let place = root?.range ?? range
            let line = source.bytes[place].prefix { $0 != 0x0A && $0 != 0x0D }
            if let entry = YAMLProblem.unspacedEntry(line), let start = entry.place {
                problem = say(.yamlSyntax, start..<(start + 1), entry.message, hint: entry.hint)
            } else {
                problem = say(.yamlSyntax, place, "expected lines of 'key: value'")
            }
        }
    }
}

extension YAMLReading {
    private func describeProblem(of parser: yaml_parser_t) -> Diagnostic {
        let isReader = parser.error == YAML_READER_ERROR
        let place = isReader ? range.lowerBound + Int(parser.problem_offset) : offset(of: parser.problem_mark)
        let problem = YAMLProblem(
            problem: parser.problem.map { String(cString: $0) } ?? "it can't be read",
            context: parser.context.map { String(cString: $0) } ?? "",
            place: min(place, max(range.lowerBound, range.upperBound - 1)),
            opening: offset(of: parser.context_mark), bytes: source.bytes, range: range)
        let explanation = problem.explanation
        let length = max(1, explanation.length)
        let start = explanation.place ?? problem.place
        return say(
            .yamlSyntax, start..<max(start, min(start + length, range.upperBound)), explanation.message,
            hint: explanation.hint)
    }
}
