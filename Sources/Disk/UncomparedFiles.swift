import Diagnostics
import Journeys

/// The files of two ends that can't be compared, since one end or both could not be read as what they are.
struct UncomparedFiles {
    /// One end: what it is called, where it was read from and what was found in that.
    struct End {
        let name: String
        let source: any ContentSource
        let damage: [Diagnostic]
    }

    /// Both ends, for all that can be compared.
    let base: BorrowingContent
    let head: BorrowingContent
    /// A sentence for each file.
    let notes: [String]

    /// Nothing where all could be read.
    init?(base: End, head: End, root: String) {
        let unread = (base: Self.unread(in: base, root: root), head: Self.unread(in: head, root: root))
        guard !unread.base.isEmpty || !unread.head.isEmpty else { return nil }
        let files = (base: Set(base.source.list().value.map(\.path)), head: Set(head.source.list().value.map(\.path)))
        var (ofBase, ofHead) = (
            Borrowing(base, from: head.source, root: root), Borrowing(head, from: base.source, root: root)
        )
        for (path, damage) in unread.head {
            if let version = base.source.version(of: path), version == head.source.version(of: path) { continue }
            ofHead.borrow(path, among: files.base, besides: files.head, for: damage)
        }
        for (path, damage) in unread.base where !ofHead.isBorrowed(path) {
            if let version = base.source.version(of: path), version == head.source.version(of: path) { continue }
            ofBase.borrow(path, among: files.head, besides: files.base, for: damage)
        }
        guard !ofBase.notes.isEmpty || !ofHead.notes.isEmpty else { return nil }
        (self.base, self.head) = (ofBase.content, ofHead.content)
        notes = (ofHead.notes + ofBase.notes).sorted()
    }

    private static func unread(in end: End, root: String) -> [(path: String, damage: Diagnostic)] {
        var found: [String: Diagnostic] = [:]
        for diagnostic in end.damage.filter({ unreadable.contains($0.code) }).inOrder() {
            let shown = diagnostic.location.path
            let path = shown.hasPrefix(root) ? String(shown.dropFirst(root.count)) : shown
            // What is recorded of earlier states is not compared.
            if found[path] == nil, !ContentListing.isRecord(path) { found[path] = diagnostic }
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// After these, what a file was read as is not what it says.
    private static let unreadable: Set<DiagnosticCode> = [
        .unreadable, .notUTF8, .mergeConflict, .yamlSyntax, .yamlRefused, .frontMatterUnclosed, .seriesHeader,
        .seriesSeparator,
    ]

    /// What one end takes from the other.
    private struct Borrowing {
        private let end: End
        private let other: any ContentSource
        private let root: String
        private var borrowed: [String: BorrowingContent.Borrowed] = [:]
        private var hidden: Set<String> = []
        private(set) var notes: [String] = []

        init(_ end: End, from other: any ContentSource, root: String) {
            self.end = end
            self.other = other
            self.root = root
        }

        var content: BorrowingContent { BorrowingContent(end.source, borrowed: borrowed, hidden: hidden) }

        func isBorrowed(_ path: String) -> Bool { borrowed[path] != nil || hidden.contains(path) }

        /// Takes a file, or all in a folder. One that the other end has not is new or gone, and is told as that.
        mutating func borrow(
            _ path: String, among others: Set<String>, besides own: Set<String>, for damage: Diagnostic
        ) {
            var taken = others.filter { $0 == path || $0.hasPrefix(path + "/") && !own.contains($0) }
            if taken.isEmpty, let moved = Self.moved(path, among: others.subtracting(own)) {
                taken = [moved]
                hidden.insert(path)
            }
            guard !taken.isEmpty else { return }
            for path in taken {
                let bytes = other.read(ContentFolder.File(path: path, size: 0)).value.bytes
                borrowed[path] = BorrowingContent.Borrowed(bytes: bytes, version: other.version(of: path))
            }
            notes.append("'\(root)\(path)' is not compared, since \(end.name) has an error in it: \(damage.message)")
        }

        /// The only file of the same name, of those that this end has not.
        private static func moved(_ path: String, among others: Set<String>) -> String? {
            func name(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
            let found = others.filter { name($0) == name(path) }
            return found.count == 1 ? found.first : nil
        }
    }
}
