import Diagnostics

/// Makes the tree of a template. Never fails: what is wrong is reported and left out.
struct TemplateParser {
    /// Beyond this many sections in each other a template is refused, since later stages follow the tree by recursion.
    static let deepestNesting = 100

    private struct OpenSection {
        let name: TemplateName
        let condition: TemplateSection.Condition
        var nodes: [TemplateNode] = []
    }

    private let source: SourceText
    private var scanner: TemplateScanner
    private var diagnostics: [Diagnostic] = []
    private var nodes: [TemplateNode] = []
    private var partials: [String] = []
    private var open: [OpenSection] = []
    /// Sections that something else closed, so that their own close, when it comes, is no second mistake.
    private var givenUp: [String: Int] = [:]

    static func parse(_ template: TemplateSource) -> ParsedTemplate {
        var parser = TemplateParser(template.source)
        parser.parse()
        return ParsedTemplate(
            name: template.name, source: template.source, nodes: parser.nodes, partials: parser.partials,
            diagnostics: (parser.scanner.diagnostics + parser.diagnostics).inOrder())
    }

    private init(_ source: SourceText) {
        self.source = source
        scanner = TemplateScanner(source)
    }

    private mutating func parse() {
        while let piece = scanner.next() {
            switch piece {
            case .text(let range): add(text: range)
            case .tag(let tag): add(tag)
            }
        }
        // Innermost first; where the rest of the file was lost, so may have been their closes.
        while let section = open.last {
            if !scanner.isCutShort {
                report(
                    "section '\(section.name.text)' is never closed", at: section.name.range,
                    hint: "write {{/\(section.name.text)}} where it ends")
            }
            closeInnermost()
        }
    }

    // MARK: Text

    /// One node a line, each behind the start of its line.
    private mutating func add(text range: TextRange) {
        var start = range.lowerBound
        while start < range.upperBound {
            let lineEnd = source.bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
            let end = lineEnd ?? range.upperBound
            addLineStart(at: start)
            add(.text(start..<end))
            start = end
        }
    }

    private mutating func addLineStart(at offset: Int) {
        let isFirst = offset == 0 || (offset == 3 && source.bytes[0] == 0xEF)
        guard isFirst || source.bytes[offset - 1] == UInt8(ascii: "\n") else { return }
        add(.lineStart)
    }

    private mutating func add(_ node: TemplateNode) {
        if open.isEmpty {
            nodes.append(node)
        } else {
            open[open.count - 1].nodes.append(node)
        }
    }

    // MARK: Tags

    private mutating func add(_ tag: TemplateTag) {
        if tag.indentation == nil { addLineStart(at: tag.range.lowerBound) }
        guard tag.kind != .comment, tag.kind != .delimiters else { return }
        guard tag.kind != .partial else { return addPartial(tag) }
        let name = TemplateName(source, tag.content)
        guard tag.kind != .close else { return close(name, tag) }
        checkName(name, tag)
        switch tag.kind {
        case .section: openSection(name, .filled)
        case .inverted: openSection(name, .empty)
        default: add(.print(name, tag.kind == .raw ? .raw : .escaped))
        }
    }

    private mutating func addPartial(_ tag: TemplateTag) {
        guard !tag.content.isEmpty else { return reportEmpty(tag) }
        let name = String(decoding: source.bytes[tag.content], as: UTF8.self)
        guard !name.hasPrefix("*") else {
            return report("'\(name)' is not the name of a partial: names can't be values", at: tag.content)
        }
        partials.append(name)
        let placement = tag.indentation.map { TemplatePartial.Placement.ownLine(indentation: $0) } ?? .inline
        add(.partial(TemplatePartial(name: name, range: tag.content, placement: placement)))
    }

    private mutating func checkName(_ name: TemplateName, _ tag: TemplateTag) {
        guard !tag.content.isEmpty else { return reportEmpty(tag) }
        guard !name.isName else { return }
        if name.text.hasPrefix("<") || name.text.hasPrefix("$") {
            return report("'\(name.text)' is inheritance, which these templates don't have", at: name.range)
        }
        report(
            "'\(name.text)' is not a name", at: name.range,
            hint: "a name is letters, digits, '-' and '_', with a dot between it and the name it is in")
    }

    private mutating func reportEmpty(_ tag: TemplateTag) {
        report("tag is empty: a name is missing", at: tag.range)
    }

    // MARK: Sections

    private mutating func openSection(_ name: TemplateName, _ condition: TemplateSection.Condition) {
        open.append(OpenSection(name: name, condition: condition))
        // Said once, at the first that is too deep.
        guard open.count == Self.deepestNesting + 1 else { return }
        report(
            "section '\(name.text)' is inside \(Self.deepestNesting) others: no more are allowed", at: name.range,
            as: .templateNesting)
    }

    private mutating func close(_ name: TemplateName, _ tag: TemplateTag) {
        guard let innermost = open.last else { return reportStray(name, tag) }
        guard innermost.name.text != name.text else { return closeInnermost() }
        if let count = givenUp[name.text], count > 0 {
            givenUp[name.text] = count - 1
            return
        }
        let range = tag.content.isEmpty ? tag.range : name.range
        let note = Diagnostic.Note(
            "'\(innermost.name.text)' is opened here", at: Location(path: source.path, range: innermost.name.range))
        guard let index = open.lastIndex(where: { $0.name.text == name.text }) else {
            report(
                "'\(name.text)' is closed, but '\(innermost.name.text)' is open", at: range, notes: [note],
                hint: "write {{/\(innermost.name.text)}}")
            giveUpInnermost()
            return
        }
        report(
            "'\(name.text)' is closed, but '\(innermost.name.text)' inside it is still open", at: range, notes: [note],
            hint: "write {{/\(innermost.name.text)}} before it")
        while open.count > index + 1 { giveUpInnermost() }
        closeInnermost()
    }

    private mutating func reportStray(_ name: TemplateName, _ tag: TemplateTag) {
        if let count = givenUp[name.text], count > 0 {
            givenUp[name.text] = count - 1
            return
        }
        guard !tag.content.isEmpty else { return reportEmpty(tag) }
        report("'\(name.text)' is closed, but no section is open", at: name.range)
    }

    private mutating func giveUpInnermost() {
        guard let section = open.last else { return }
        givenUp[section.name.text, default: 0] += 1
        closeInnermost()
    }

    private mutating func closeInnermost() {
        guard let section = open.popLast(), open.count < Self.deepestNesting else { return }
        add(.section(TemplateSection(name: section.name, condition: section.condition, nodes: section.nodes)))
    }

    private mutating func report(
        _ message: String, at range: TextRange, notes: [Diagnostic.Note] = [], hint: String? = nil,
        as code: DiagnosticCode = .templateSyntax
    ) {
        diagnostics.append(
            Diagnostic(code, at: Location(path: source.path, range: range), message, notes: notes, hint: hint))
    }
}
