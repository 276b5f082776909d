import Diagnostics
import Markup

/// One entry of a lane: the rest of a labelled line, or an item of the list below it.
struct Entry {
    let paragraph: MarkdownNode
    /// What stands in the item behind its first paragraph.
    let further: [MarkdownNode]
    let attributes: AttributeList?
    let isNested: Bool
    /// Whether the colon of its label stands before its words.
    var isBehindColon = false
}

/// Reads an entry as what its lane holds.
struct EntryReading {
    let document: MarkdownDocument
    let entry: Entry
    private(set) var diagnostics: [Diagnostic] = []

    init(document: MarkdownDocument, entry: Entry) {
        self.document = document
        self.entry = entry
    }

    mutating func say(_ code: DiagnosticCode, _ range: TextRange, _ message: String, hint: String? = nil) {
        diagnostics.append(
            Diagnostic(code, at: Location(path: document.source.path, range: range), message, hint: hint))
    }

    /// Where the entry's words stand, behind a label and its colon.
    private var range: TextRange {
        let whole = entry.paragraph.textRange
        var start = whole.lowerBound
        let bytes = document.source.bytes
        func skipBlanks() {
            while start < whole.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        }
        skipBlanks()
        if entry.isBehindColon, start < whole.upperBound, bytes[start] == UInt8(ascii: ":") {
            start += 1
            skipBlanks()
        }
        return start..<max(start, whole.upperBound)
    }

    /// The words, inline; as blocks where the item has more than a paragraph.
    private func prose() -> Prose {
        let words = document.prose(ofInlinesOf: entry.paragraph)
        if entry.further.isEmpty { return words }
        let more = document.prose(ofBlocks: entry.further)
        let joined = words.followed(by: more)
        return Prose(html: joined.html, links: joined.links, plain: words.plain)
    }

    private mutating func finish(_ attributes: inout AttributeReader, on what: String) {
        _ = attributes.hasClass(nil)
        attributes.finish(on: what)
        if !attributes.diagnostics.isEmpty { diagnostics += attributes.diagnostics }
    }

    /// - Parameter isOfUnknown: whether no lane has the label, which has been told: the one that was meant may well take its attributes.
    mutating func text(isOfUnknown: Bool) -> Prose {
        if isOfUnknown {
            checkAttributes()
            return prose()
        }
        var attributes = AttributeReader(entry.attributes, in: document.source)
        _ = attributes.id()
        finish(&attributes, on: "an entry of a text lane")
        return prose()
    }

    /// Says what is wrong with attributes whatever lane was meant: all of them that an entry of any lane may have are those of findings.
    private mutating func checkAttributes() {
        guard entry.attributes != nil else { return }
        var attributes = AttributeReader(entry.attributes, in: document.source)
        _ = attributes.id()
        _ = attributes.number("severity", in: 1...5, isWhole: true)
        _ = attributes.references("evidence")
        _ = attributes.number("reach", in: 0...1)
        _ = attributes.choice("status", Finding.Status.self)
        _ = attributes.date("resolved")
        _ = attributes.reference("persona")
        _ = attributes.text("segment")
        finish(&attributes, on: "an entry")
    }

    private mutating func warnIfEmpty(_ words: String, at range: TextRange) {
        guard let said = Placeholders.found(in: words) else { return }
        say(
            .emptyEntry, range, "'\(said)' says nothing, but is read as an entry like any other",
            hint: "delete it: a lane that has nothing is left out")
    }

    mutating func finding(of kind: Finding.Kind) -> Finding {
        var attributes = AttributeReader(entry.attributes, in: document.source)
        let id = attributes.id()
        let severity = attributes.number("severity", in: 1...5, isWhole: true)
        let evidence = attributes.references("evidence")
        let reach = attributes.number("reach", in: 0...1)
        let status = attributes.choice("status", Finding.Status.self)
        let resolved = attributes.date("resolved")
        let pairs = entry.attributes?.pairs ?? []
        let day = resolved == nil ? nil : pairs.first { $0.key.text == "resolved" }?.value.range
        // A status that can't be read has been told.
        let isOpen = status == .open || !pairs.contains { $0.key.text == "status" }
        if isOpen, let day {
            say(
                .resolvedButOpen, day, "the finding has a day on which it was resolved, but is open",
                hint: "add 'status=resolved', or delete the date")
        }
        let persona = attributes.reference("persona")
        let segment = attributes.text("segment")
        finish(&attributes, on: "a finding")
        let range = range
        if let braces = entry.attributes, entry.paragraph.firstChild == nil {
            say(
                .emptyEntry, braces.range, "this has no words, but is counted like any other",
                hint: "write before the braces what it is")
        }
        if range.count <= Placeholders.longest { warnIfEmpty(entry.paragraph.plainText, at: range) }
        if entry.paragraph.firstChild?.withLiteral({ $0.first == UInt8(ascii: "1") }) ?? false {
            warnOfNumbers(in: entry.paragraph.plainText, at: range)
        }
        if kind == .pain || kind == .employeePain { warnOfWrittenSeverity(at: range) }
        return Finding(
            id: id?.text ?? "", kind: kind, text: prose(), severity: severity.map { Int($0) }, reach: reach,
            evidence: evidence,
            status: status ?? .open, resolved: resolved, resolvedRange: day ?? 0..<0, persona: persona,
            segment: segment,
            range: range)
    }

    mutating func feeling() -> Feeling {
        var attributes = AttributeReader(entry.attributes, in: document.source)
        _ = attributes.id()
        let evidence = attributes.references("evidence")
        let persona = attributes.reference("persona")
        finish(&attributes, on: "a feeling")

        let range = range
        let text = entry.paragraph.plainText
        let emotion = EmotionReading(text)
        if let problem = emotion.problem {
            let start = min(range.lowerBound + problem.range.lowerBound, range.upperBound)
            say(
                .badEmotion, start..<min(start + problem.range.count, range.upperBound), problem.message,
                hint: problem.hint)
        } else if emotion.values.isEmpty {
            let later = EmotionReading.laterNumber(in: text)
            say(
                .wordsWithoutEmotion, range,
                later == nil
                    ? "the feeling has no number, so it has no place on the emotion curve"
                    : "the feeling does not start with its number, so it has no place on the emotion curve",
                hint: later.map { "the number comes first: write '\($0) …'" }
                    ?? EmotionReading.hint(forWords: text)
                    ?? "start it with a number from -2 to +2, or a transition such as '-2 → +1'")
        }
        dropNumbers(count: emotion.length)
        return Feeling(
            values: EmotionValues(emotion.values), words: prose(), evidence: evidence, persona: persona, range: range)
    }

    /// Takes the numbers off the entry's start, also where they are bold.
    private func dropNumbers(count: Int) {
        var left = count
        while left > 0, let first = entry.paragraph.firstChild, [.text, .strong, .emphasis, .code].contains(first.kind)
        {
            let length = first.kind == .text ? first.withLiteral(\.count) : first.plainText.utf8.count
            guard length > left else {
                left -= length
                first.remove()
                continue
            }
            if first.kind == .text { first.dropFirst(left) }
            return
        }
    }

    mutating func tags() -> [Tag] {
        var attributes = AttributeReader(entry.attributes, in: document.source)
        _ = attributes.id()
        finish(&attributes, on: "a tag")
        let range = range
        let text = entry.paragraph.shownText
        warnIfEmpty(text, at: range)
        warnOfLinks()
        if !entry.isNested { warnOfSeparators(in: text, at: range) }
        if entry.isNested {
            let name = PlainSigns.spaced(text)
            return name.isEmpty ? [] : [Tag(name: name, range: range)]
        }
        // Places are exact while the line says what the text says.
        let isExact =
            text.utf8.count <= range.count
            ? document.source.bytes.starts(range, with: text)
            : document.source.bytes[range].elementsEqual(text.utf8.prefix(range.count))
        let parts = CommaList(text).parts
        warnOfNumbers(in: text, at: range)
        warnOfLastWord(in: parts) { isExact ? range.part($0) : range }
        if parts.count > 1 || entry.paragraph.firstChild?.next != nil {
            warnOfNames(parts, at: range) { isExact ? range.part($0) : range }
        }
        let isBracketed = text.withBytes { $0.firstPlace(of: UInt8(ascii: "("), from: 0) != nil }
        if isBracketed { warnOfBrackets(in: parts) { isExact ? range.part($0) : range } }
        return parts.compactMap {
            let name = PlainSigns.spaced($0.text)
            return name.isEmpty ? nil : Tag(name: name, range: isExact ? range.part($0.range) : range)
        }
    }

    /// The links of an entry, and what it says around them.
    ///
    /// - Parameter isProse: whether words between links are expected, as in "or back to … when the address is not found".
    mutating func references(isProse: Bool) -> (references: [Reference], words: Prose) {
        var attributes = AttributeReader(entry.attributes, in: document.source)
        _ = attributes.id()
        finish(&attributes, on: "a reference")
        let range = range
        // Here the link to write can be told, by whoever knows all names.
        document.forgetTellableLinks(in: range)
        let words = prose()
        var references = words.links.filter { !$0.isImage }.map {
            Reference(form: .link, written: $0.destination, label: $0.label, range: $0.range)
        }
        if document.spacedPaths.contains(where: range.overlaps) {
            // The link that this should have been was told.
        } else if references.isEmpty {
            references = bareIDs(in: words.plain, at: range, isProse: isProse)
        } else if !isProse {
            references += idsBesideLinks(in: words.plain, at: range, labels: references.map(\.label))
        }
        return (references, words)
    }

    /// What should have been a link: the parts between commas; the whole, once, where a part is more than a word.
    private func bareIDs(in text: String, at range: TextRange, isProse: Bool) -> [Reference] {
        let parts = CommaList(text).parts
        guard let first = parts.first, let last = parts.last else { return [] }
        guard parts.contains(where: { $0.text.utf8.contains(0x20) }) else {
            return parts.map { reference(to: $0.text, at: $0.range, of: text, in: range, form: .bare) }
        }
        let whole = first.range.lowerBound..<last.range.upperBound
        let written = String(decoding: Array(text.utf8)[whole], as: UTF8.self)
        return [reference(to: written, at: whole, of: text, in: range, form: isProse ? .words : .bare)]
    }

    /// The parts between commas beside links that may be an id.
    private func idsBesideLinks(in text: String, at range: TextRange, labels: [String]) -> [Reference] {
        CommaList(text).filter { part in
            !part.text.utf8.contains(UInt8(ascii: "(")) && !labels.contains { $0.hasBytes(of: part.text) }
        }.map { reference(to: $0.text, at: $0.range, of: text, in: range, form: .words) }
    }

    private func reference(
        to written: String, at part: Range<Int>, of text: String, in range: TextRange, form: Reference.Form
    ) -> Reference {
        // Places are exact while the line says what the text says.
        let isExact = document.source.bytes.starts(range, with: text)
        return Reference(
            form: form, written: written, range: isExact ? range.part(part) : place(of: written, in: range))
    }

    /// Where a text stands in a run of bytes, between commas and spaces rather than inside a link; the whole run if it can't be found.
    private func place(of text: String, in range: TextRange) -> TextRange {
        let wanted = Array(text.utf8)
        let bytes = document.source.bytes
        func isApart(_ index: Int) -> Bool {
            index < range.lowerBound || index >= range.upperBound
                || [0x20, 0x09, UInt8(ascii: ",")].contains(bytes[index])
        }
        var first: TextRange?
        var index = range.lowerBound
        while index + wanted.count <= range.upperBound {
            let found = index..<(index + wanted.count)
            if bytes[found].elementsEqual(wanted) {
                if isApart(found.lowerBound - 1), isApart(found.upperBound) { return found }
                if first == nil { first = found }
            }
            index += 1
        }
        return first ?? range
    }
}
