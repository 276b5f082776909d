import Diagnostics
import Markup

/// Finds what references lead to, and says which lead nowhere.
struct ReferenceResolving {
    let names: LinkableNames
    /// What stands before a path of the content folder in diagnostics.
    let root: String
    private(set) var diagnostics: [Diagnostic] = []
    /// What references that lead nowhere most likely meant: no further complaints about these.
    var suspects: Set<Target> = []
    /// Who names something: the item at hand, with the moment or finding of it.
    var here: Target
    private(set) var citations: [Citation] = []
    /// The files that are no content files and are linked to, relative to the content folder.
    var files: Set<String> = []
    /// Files that are not read for their ending or their folder, and that were meant.
    var missed: Set<String> = []
    /// The CSV files that are some metric's data, or most likely meant to be.
    var usedTables: Set<String> = []

    /// How many names may still be compared for this item to find near ones: hints are for people, who mend mistakes by the
    /// dozen, not for the thousands that a renamed folder makes.
    var comparisonsLeft = 20_000

    init(names: LinkableNames, root: String, here: Target) {
        self.names = names
        self.root = root
        self.here = here
    }

    var directory: Directory { names.directory }
    var portfolio: Portfolio { names.portfolio }
    var unread: Set<String> { names.unread }

    /// Notes that `here` names something.
    mutating func cite(_ target: Target?, as role: Citation.Role) {
        guard let target else { return }
        let citation = Citation(role: role, from: here, to: target)
        // Neighbours only: a file that names a thing twice at one place says so once.
        if let last = citations.indices.last, citations[last] == citation { return }
        citations.append(citation)
    }

    mutating func say(
        _ code: DiagnosticCode, in path: String, _ range: TextRange, _ message: String, notes: [Diagnostic.Note] = [],
        hint: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(code, at: Location(path: root + path, range: range), message, notes: notes, hint: hint))
    }

    mutating func add(_ more: [Diagnostic]) { diagnostics += more }

    /// The near name among some, while there are comparisons left.
    mutating func nearest(to name: String, among candidates: [String]) -> String? {
        guard comparisonsLeft > 0 else { return nil }
        comparisonsLeft -= candidates.count
        return NearestName.nearest(to: name, among: candidates)
    }

    mutating func nearest(to name: String, among lists: [CandidateNames]) -> String? {
        guard comparisonsLeft > 0 else { return nil }
        comparisonsLeft -= lists.reduce(0) { $0 + $1.count }
        return NearestName.nearest(to: name, among: lists)
    }

    /// The near id among those of some kinds.
    mutating func nearestID(to id: String, of kinds: [ContentKind]) -> String? {
        comparisonsLeft > 0 ? nearest(to: id, among: kinds.map(names.near.ids)) : nil
    }

    mutating func hint(for name: String, among candidates: [String]) -> String? {
        nearest(to: name, among: candidates).map { "did you mean '\($0)'?" }
    }

    /// What was most likely meant: no further complaints about it.
    mutating func suspect(_ target: Target) { suspects.insert(target.item) }

    func note(_ message: String, in path: String, at range: TextRange) -> Diagnostic.Note {
        Diagnostic.Note(message, at: Location(path: root + path, range: range))
    }

    // MARK: Ids in front matter and attributes

    /// Resolves an id, or `id#anchor`, of one kind.
    mutating func resolve(_ reference: inout Reference, as kind: ContentKind, for role: Citation.Role, in path: String)
    {
        defer { cite(reference.target, as: role) }
        let called = WrittenName(reference.written)
        let (id, anchor) = (called.id, called.anchor)
        guard let item = item(kind, id: id) else { return unknown(reference, id: id, kinds: [kind], in: path) }
        reference.target = item
        if let anchor { reference.target = resolve(anchor, of: item, reference: reference, in: path) }
    }

    mutating func resolve(
        _ references: inout [Reference], as kind: ContentKind, for role: Citation.Role, in path: String
    ) {
        for index in references.indices { resolve(&references[index], as: kind, for: role, in: path) }
    }

    mutating func resolve(_ reference: inout Reference?, as kind: ContentKind, for role: Citation.Role, in path: String)
    {
        guard reference != nil, var known = reference.take() else { return }
        resolve(&known, as: kind, for: role, in: path)
        reference = known
    }

    /// Ids are exact, but for the case: a hint tells when only that differs.
    func item(_ kind: ContentKind, id: String) -> Target? { directory.item(kind, id: ItemID.normalised(id)) }

    /// The part of a reference that stands before or behind its `#`.
    func range(of reference: Reference, beforeHash: Bool) -> TextRange {
        guard let hash = reference.written.utf8.firstIndex(of: UInt8(ascii: "#")),
            reference.range.count == reference.written.utf8.count
        else { return reference.range }
        let length = reference.written.utf8.distance(from: reference.written.utf8.startIndex, to: hash)
        return beforeHash
            ? reference.range.part(0..<length) : reference.range.part((length + 1)..<reference.range.count)
    }

    mutating func unknown(_ reference: Reference, id: String, kinds: [ContentKind], in path: String) {
        let nouns = kinds.map(\.withArticle).joined(separator: " or ")
        var hint: String?
        if mayBeUnread(id, among: kinds) { return }
        if id.isEmpty { return withoutID(reference, kinds: kinds, in: path) }
        if id.contains(",") {
            hint =
                "each id is an entry of its own: [\(CommaList(reference.written).map(\.text).joined(separator: ", "))]"
        } else if let several = Self.several(in: id),
            several.allSatisfy({ part in kinds.contains { item($0, id: part) != nil } })
        {
            hint = "several are separated by commas: \(several.joined(separator: ", "))"
        } else if let titled = titled(id, kinds: kinds) {
            hint = "did you mean '\(portfolio.record(of: titled).id)', whose title this is?"
            suspect(titled)
        } else if let (meant, target) = meant(by: reference.written, among: kinds) {
            hint = "write \(meant)"
            suspect(target)
        } else if let near = nearestID(to: id, of: kinds) {
            hint = "did you mean '\(near)'?"
            for kind in kinds { if let target = directory.item(kind, id: near) { suspects.insert(target) } }
        } else if let other = ContentKind.allCases.first(where: { directory.item($0, id: id) != nil }) {
            hint = "'\(id)' is \(other.withArticle)"
        } else if id.hasSuffix(".md"),
            let kind = kinds.first(where: { directory.item($0, id: ItemID.stem(of: id)) != nil })
        {
            let name = ItemID.stem(of: id)
            hint = "files are named by their id here: write '\(name)'"
            if let target = directory.item(kind, id: name) { suspects.insert(target) }
        }
        if hint == nil, kinds == [.evidence], id.hasPrefix("http") {
            hint = "write a file about it in 'evidence/', with this as its 'source:', and name its id"
        }
        // A link is wrong as a whole.
        let isLink = reference.written.hasPrefix("[")
        say(
            .unknownTarget, in: path, isLink ? reference.range : range(of: reference, beforeHash: true),
            "'\(isLink ? reference.written : id)' is not the id of \(nouns)", hint: hint)
    }

    /// Whether a file that is not read, or can't be, may well be what has an id.
    private mutating func mayBeUnread(_ id: String, among kinds: [ContentKind]) -> Bool {
        let misplaced = names.misplaced(id, among: kinds)
        missed.formUnion(misplaced)
        return !misplaced.isEmpty || names.mayBeUnread(id, among: kinds)
    }

    /// `#q1`, whose file is not said.
    private mutating func withoutID(_ reference: Reference, kinds: [ContentKind], in path: String) {
        let anchor = WrittenName(reference.written).anchor ?? ""
        let nouns = kinds.map(\.withArticle).joined(separator: " or ")
        let owners = kinds.filter { $0 != .journey }.flatMap { names.near.owners(ofAnchor: anchor, kind: $0) }
        say(
            .unknownTarget, in: path, reference.range, "the id of \(nouns) is missing before the '#'",
            hint: owners.count == 1 ? "write \(owners[0])#\(anchor)" : nil)
    }

    /// The parts of `a; b`, `a and b` and `a / b`.
    private static func several(in text: String) -> [String]? {
        var parts = [text]
        for sign in [";", " and ", " und ", " & ", "/", " + ", "、", "،", "，"] {
            parts = parts.flatMap { $0.split(separator: sign).map(String.init) }
        }
        let names = parts.flatMap { CommaList($0).map(\.text) }
        return names.count > 1 ? names : nil
    }

    /// The one thing that has a text as its title.
    func titled(_ text: String, kinds: [ContentKind]) -> Target? {
        guard text.utf8.contains(0x20) || text.first?.isUppercase == true,
            let found = names.near.items(titled: text, of: kinds), found.count == 1
        else { return nil }
        return found[0]
    }

    private mutating func resolve(_ anchor: String, of item: Target, reference: Reference, in path: String) -> Target? {
        if let found = directory.anchor(anchor, of: item) {
            return Target(kind: item.kind, index: item.index, anchor: found.id)
        }
        // The other of that id may have it.
        if !directory.isShared(item) {
            unknownAnchor(anchor, of: item, at: range(of: reference, beforeHash: false), in: path)
        }
        return nil
    }

    mutating func unknownAnchor(_ anchor: String, of item: Target, at range: TextRange, in path: String) {
        let anchors = directory.anchors(of: item)
        let record = portfolio.record(of: item)
        if isBare(anchor, in: record) || record.mayHaveLost(anchor) || unread.contains(record.path) { return }
        let place = anchor.isEmpty ? "nothing stands behind the '#'" : "'\(anchor)' is not an anchor of '\(record.id)'"
        let hint = anchorHint(for: anchor, among: anchors)
        let notes =
            hint == nil && !anchors.isEmpty
            ? [
                note(
                    "its anchors are \(Self.list(Self.firstDifferent(anchors)))", in: record.path, at: anchors[0].range)
            ]
            : []
        say(.unknownAnchor, in: path, range, place, notes: notes, hint: hint)
    }

    /// The first ids of anchors, each once: one that is given twice has been told.
    private static func firstDifferent(_ anchors: [Anchor]) -> [String] {
        var ids: [String] = []
        for anchor in anchors where !ids.contains(anchor.id) {
            ids.append(anchor.id)
            if ids.count > mostListed { break }
        }
        return ids
    }

    /// As many names are listed in a note.
    private static let mostListed = 8

    /// `'a', 'b', 'c' …`: the first eight.
    static func list(_ names: [String]) -> String {
        names.prefix(mostListed).map { "'\($0)'" }.joined(separator: ", ") + (names.count > mostListed ? " …" : "")
    }

    // MARK: Stages and steps

    /// Resolves `journey#stage`, where a journey is placed.
    mutating func resolvePlacement(_ reference: inout Reference, in path: String) {
        let called = WrittenName(reference.written)
        let (id, anchor) = (called.id, called.anchor)
        guard let item = item(.journey, id: id) else { return unknown(reference, id: id, kinds: [.journey], in: path) }
        reference.target = item
        guard let anchor else { return }
        let place = range(of: reference, beforeHash: false)
        guard let found = directory.anchor(anchor, of: item) else {
            return unknownStage(anchor, of: item, at: place, in: path)
        }
        switch found.role {
        case .stage, .step: reference.target = Target(kind: .journey, index: item.index, anchor: found.id)
        default:
            say(
                .wrongTarget, in: path, place, "'\(anchor)' is not a stage or a step of '\(id)'",
                notes: [note("it stands here", in: portfolio.record(of: item).path, at: found.range)])
        }
    }

    private mutating func unknownStage(_ anchor: String, of item: Target, at range: TextRange, in path: String) {
        let journey = portfolio.journeys[item.index]
        if isBare(anchor, in: journey.record) { return }
        if journey.record.mayHaveLost(anchor) || unread.contains(journey.path) || directory.isShared(item) { return }
        let places = directory.anchors(of: item).filter {
            switch $0.role {
            case .stage, .step: true
            default: false
            }
        }
        let stages = places.filter { if case .stage = $0.role { true } else { false } }
        let notes =
            stages.isEmpty
            ? [] : [note("its stages are \(Self.list(stages.map(\.id)))", in: journey.path, at: stages[0].range)]
        let what =
            anchor.isEmpty
            ? "nothing stands behind the '#'" : "'\(anchor)' is not a stage or a step of '\(journey.id)'"
        let hint = anchorHint(for: anchor, among: places)
        say(.unknownStage, in: path, range, what, notes: notes, hint: hint)
    }
}
