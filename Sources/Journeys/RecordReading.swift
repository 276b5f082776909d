import Diagnostics
import Markup

/// What a content file is read with, and what all kinds have in common.
struct RecordReading {
    let source: SourceText
    /// Relative to the content folder.
    let path: String
    let kind: ContentKind
    let settings: PortfolioSettings
    let document: MarkdownDocument
    let bodyStart: Int
    /// Known before blocks are taken out of the tree.
    let firstBlock: TextRange?
    var fields: FieldReader
    private(set) var diagnostics: [Diagnostic]

    init(_ source: SourceText, path: String, kind: ContentKind, settings: PortfolioSettings) {
        self.source = source
        self.path = path
        self.kind = kind
        self.settings = settings
        let frontMatter = FrontMatter.read(source)
        bodyStart = frontMatter.value.bodyStart
        document = MarkdownDocument(source, bodyStart: bodyStart)
        firstBlock = document.firstBlock
        let opening = frontMatter.value.opening
        fields = FieldReader(
            source: source, mapping: frontMatter.value.mapping ?? YAMLMapping(), opening: opening)
        diagnostics = frontMatter.diagnostics + document.diagnostics
        if frontMatter.value.mapping == nil, kind == .journey || kind == .metric || kind == .insight {
            let title = document.blocks.first { $0.kind == .heading && $0.headingLevel == 1 }?.plainText
            // Keys above a line of `---` that none opens.
            let first = document.blocks.first { _ in true }
            let isOpen = first?.isSetextHeading == true && first?.headingLevel == 2
            diagnostics.append(
                Diagnostic(
                    .frontMatterMissing, at: Location(path: source.path, range: 0..<0),
                    "the file has no front matter: \(kind.withArticle) needs some",
                    hint: isOpen
                        ? "put a line of '---' above this one"
                        : source.bytes.starts(with: "+++".utf8)
                            ? "write lines of '---' in place of '+++', and 'key: value' in place of 'key = value'"
                            : "start it with a line of '---', 'title: \(title ?? "…")', and a line of '---'"))
            isUnread = true
        } else if !frontMatter.diagnostics.isEmpty, fields.mapping.entries.allSatisfy(\.value.isBroken) {
            isUnread = true
        }
    }

    /// There is no front matter, or none that can be read: what is missing with it has been said.
    private(set) var isUnread = false

    mutating func require(_ key: String) {
        if !isUnread { fields.require(key, of: kind.withArticle) }
    }

    /// Those of some keys that were given, or mistyped, whether or not their values could be read. Asked for last.
    func meant(_ keys: [GivenKeys.Key], inputs: [Opportunity.Input] = []) -> GivenKeys {
        GivenKeys(keys, inputs: inputs, where: fields.isMeant)
    }

    mutating func say(
        _ code: DiagnosticCode, _ range: TextRange, _ message: String, notes: [Diagnostic.Note] = [],
        hint: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(code, at: Location(path: source.path, range: range), message, notes: notes, hint: hint))
    }

    mutating func add(_ more: [Diagnostic]) { diagnostics += more }

    /// Everything that was found, once all keys have been asked for.
    mutating func finish() -> [Diagnostic] {
        fields.finish(kind: kind.withArticle)
        diagnostics += document.problemsOfTellableLinks
        diagnostics += document.problemsOfHTML(besides: diagnostics)
        if let lines = keysInText() { diagnostics.append(lines) }
        if settings.checks[.personalData] != nil, PersonalData.isLookedFor(in: kind) {
            diagnostics += PersonalData.diagnostics(in: source, from: bodyStart)
        }
        return settings.settled(fields.told(with: withoutAttributesOfLostLines(diagnostics)))
    }

    /// Without what was told otherwise: attributes that are right, but whose line is no entry. Only journeys have findings: elsewhere a severity
    /// in brackets is a part of what is told.
    private func withoutAttributesOfLostLines(_ found: [Diagnostic]) -> [Diagnostic] {
        let causes: [DiagnosticCode] = [.unreadLabel, .unindentedEntry, .unknownLane, .unspacedHeading]
        guard found.contains(where: { $0.code == .unreadAttributes }) else { return found }
        let lost = Set(
            found.lazy.filter { causes.contains($0.code) }.map { document.lineStart(of: $0.location.range.lowerBound) })
        return found.filter { problem in
            guard problem.code == .unreadAttributes else { return true }
            let range = problem.location.range
            let written = String(decoding: source.bytes[range], as: UTF8.self)
            let isOfParagraph = problem.message.hasPrefix("attributes of a paragraph")
            if kind != .journey, !written.hasPrefix("{") || isOfParagraph && !written.hasPrefix("{#") {
                return false
            }
            return !lost.contains(document.lineStart(of: range.lowerBound)) || !UnreadAttributes.areRight(written)
        }
    }

    /// - Parameter title: what stands in for a title that front matter does not give.
    mutating func record(title: String?, body: Prose, anchors: [Anchor]) -> Record {
        let (id, range) = readID()
        let written = fields.text("title")
        var visibility = settings.taxonomy.defaultAudience
        if let (text, node) = fields.scalar("visibility") {
            if let audience = settings.taxonomy.audiences.firstIndex(of: text) {
                visibility = audience
            } else if !settings.taxonomy.unread.contains("audiences") {
                fields.wrongValue(text, at: node.range, of: "visibility", expected: settings.taxonomy.audiences)
            }
        }
        return Record(
            id: id, path: path, title: written ?? title ?? id, tags: fields.tags("tags"),
            visibility: visibility,
            owner: readOwner(), team: fields.text("team"), body: body, anchors: Array(exactly: anchors),
            lostAnchors: lostAnchors(besides: anchors), bareNames: bareNames(), idRange: range, lines: document.lines)
    }

    /// Of what could not be read there may be ids in what is lost.
    private static let losing: Set<DiagnosticCode> = [
        .unreadAttributes, .unreadLabel, .unindentedEntry, .unknownLane, .unspacedHeading, .frontMatterUnclosed,
        .unclosedBlock,
    ]

    /// The ids in the file that are no anchors, where something that may have an id could not be read.
    private func lostAnchors(besides anchors: [Anchor]) -> Set<String> {
        // Of an empty file, and of one in another encoding, all of them.
        if isUnread, document.source.bytes.allSatisfy({ $0 <= 0x20 }) || document.source.bytes.contains(0) {
            return [Record.all]
        }
        guard !diagnostics.isEmpty, diagnostics.contains(where: { Self.losing.contains($0.code) }) else { return [] }
        let bytes = document.source.bytes
        let (opening, closing) = (Array("{([".utf8), Array("})],".utf8))
        var lost: Set<String> = []
        var at = bodyStart
        while let bracket = bytes[at...].firstIndex(where: opening.contains) {
            at = bracket + 1
            // In parentheses behind brackets a link says where it leads.
            let isLink = bytes[bracket] == UInt8(ascii: "(") && bracket > 0 && bytes[bracket - 1] == UInt8(ascii: "]")
            let isSigned = at < bytes.count && bytes[at] == UInt8(ascii: "#")
            if isLink || !isSigned && bytes[bracket] != UInt8(ascii: "{") { continue }
            if isSigned { at += 1 }
            let end = bytes[at...].firstIndex { $0 <= 0x20 || closing.contains($0) } ?? bytes.count
            if end > at { lost.insert(String(decoding: bytes[at..<end], as: UTF8.self)) }
        }
        // A finding that is read as a note has its id there.
        let areNotes = diagnostics.contains { $0.code == .unreadLabel || $0.code == .unindentedEntry }
        return lost.subtracting(anchors.lazy.filter { !areNotes || $0.role != .passage }.map(\.id))
    }

    private mutating func readID() -> (String, TextRange) {
        let stem = ItemID.normalised(ItemID.stem(of: path))
        let start = document.source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let (text, node) = fields.scalar("id") else {
            if let empty = fields.emptyText("id") {
                say(.badID, empty, "the id is empty", hint: "delete the line, and the file's name is the id: '\(stem)'")
            }
            if let character = ItemID.illegalCharacter(in: stem) {
                say(
                    .badID, start..<start, "the file's name has '\(character)' in it, which an id can't have",
                    hint: "rename the file, or give it an 'id:' of letters, digits, '-', '_', '.' and spaces")
            }
            return (stem, start..<start)
        }
        let id = ItemID.normalised(text)
        if let character = ItemID.illegalCharacter(in: id) {
            say(
                .badID, node.range,
                "the id has '\(character)' in it: an id has letters, digits, '-', '_', '.' and spaces")
            // Others name it by its file, if they don't name it by an id that none can have.
            return (stem, node.range)
        }
        return (id, node.range)
    }

    /// One accountable person; what looks like several is warned about.
    private mutating func readOwner() -> String? {
        guard let (owner, node) = fields.scalar("owner") else { return nil }
        fields.warnOfCurlyQuotes(around: owner, node, of: "owner")
        if Placeholders.found(in: owner, isName: true) != nil {
            say(
                .emptyEntry, node.range, "'\(owner)' is nobody, but is read as an owner like any other",
                hint: "delete the line until there is one")
            return owner
        }
        if Self.isOneName(owner) { return owner }
        let name = owner.trimming()
        if let last = name.last, ",;，、،".contains(last), case let only = String(name.dropLast()).trimming(),
            !",;/&".contains(where: only.contains)
        {
            say(
                .severalOwners, node.range, "'\(owner)' ends as if another owner followed: one person is accountable",
                hint: "write \(only), without the '\(last)'")
            return only
        }
        let signs = [",", "/", "&", " and ", ";", "|", " + ", " und ", " et ", "、", "،", "＆", "／"]
        for sign in signs where owner.hasBytes(of: sign) {
            let name = sign.trimming()
            say(
                .severalOwners, node.range, "'\(owner)' looks like more than one owner: one person is accountable",
                hint: "name one, and put the others under 'contributors' ('\(name)' stands for several)")
            break
        }
        return owner
    }

    /// Whether a name has neither signs nor words between others: most are a first and a last name.
    private static func isOneName(_ name: String) -> Bool {
        name.withBytes { bytes in
            bytes.allSatisfy { $0.isLetter || $0 == 0x20 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
                && bytes.count { $0 == 0x20 } < 2
        }
    }

    // MARK: Bodies of free Markdown

    /// The whole body as prose, with its anchors, and the title that its first `#` heading gives: that is shown above it, and not again,
    /// but links lead there as on code hosts.
    mutating func freeBody() -> (title: String?, body: Prose, anchors: [Anchor]) {
        var blocks = Array(document.blocks)
        var title: String?
        var heading: MarkdownNode?
        if let first = blocks.first, first.kind == .heading, first.headingLevel == 1 {
            let words = first.shownText
            title = words
            if [nil, words.lowercased()].contains(writtenTitle?.lowercased()) { heading = blocks.removeFirst() }
        }
        let headings = blocks.filter { $0.kind == .heading }
        // The page's title is its only heading of the first level.
        if headings.contains(where: { $0.headingLevel == 1 }) {
            for heading in headings { heading.setHeadingLevel(heading.headingLevel + 1) }
        }
        let found = ProseAnchors(in: blocks, of: source)
        diagnostics += found.diagnostics
        let body = document.prose(ofBlocks: blocks)
        guard let heading, let title, let names = heading.anchorNames else { return (title, body, found.anchors) }
        let top = Anchor(
            id: names.anchor, hostID: names.onCodeHosts, role: .heading, text: writtenTitle ?? title,
            range: heading.textRange)
        return (title, body.anchored(names.anchor), found.anchors + [top])
    }

    /// As front matter has it. What is wrong with it is said where it is read.
    private var writtenTitle: String? {
        guard fields.has("title"), case .scalar(let text) = fields.mapping["title"]?.value.kind else { return nil }
        return text
    }

    /// An explicit id that is used twice would make every link to it a guess.
    mutating func checkAnchors(_ words: [AttributeList.Word]) {
        if words.count < 2 { return }
        var first: [String: TextRange] = Dictionary(minimumCapacity: words.count)
        for word in words {
            if let earlier = first[word.text] {
                say(
                    .duplicateAnchor, word.range, "the id '\(word.text)' is used twice in this file",
                    notes: [Diagnostic.Note("it is used here first", at: Location(path: source.path, range: earlier))])
            } else {
                first[word.text] = word.range
            }
        }
    }
}

extension Array {
    /// The same in as much room as it needs: a list that has grown has up to as much again.
    fileprivate init(exactly list: [Element]) {
        self.init()
        reserveCapacity(list.count)
        append(contentsOf: list)
    }
}

extension String {
    fileprivate func trimming() -> String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
