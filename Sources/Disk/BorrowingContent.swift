import Diagnostics
import Journeys

/// One end of a comparison, with the files that could not be read in it as the other end has them: what they say was neither taken
/// away nor added by anybody, and all else can be compared as if they had not been touched.
struct BorrowingContent: ContentSource {
    struct Borrowed: Sendable {
        let bytes: [UInt8]
        let version: String?
    }

    private let own: any ContentSource
    /// By path.
    private let borrowed: [String: Borrowed]
    /// Own files in whose place others are borrowed.
    private let hidden: Set<String>

    init(_ own: any ContentSource, borrowed: [String: Borrowed], hidden: Set<String>) {
        self.own = own
        self.borrowed = borrowed
        self.hidden = hidden
    }

    /// What stands for files that could not be read here.
    var borrowedPaths: Set<String> { Set(borrowed.keys) }

    func shownPath(of path: String) -> String { own.shownPath(of: path) }

    func list() -> Checked<[File]> {
        var listed = own.list()
        listed.value.removeAll { hidden.contains($0.path) || borrowed[$0.path] != nil }
        listed.value += borrowed.map { File(path: $0.key, size: $0.value.bytes.count) }
        listed.value.sort { $0.path.precedesInBytes($1.path) }
        return listed
    }

    func read(_ file: File) -> Checked<SourceText> {
        guard let file = borrowed[file.path].map({ SourceText(path: shownPath(of: file.path), bytes: $0.bytes) }) else {
            return own.read(file)
        }
        return Checked(file)
    }

    func version(of path: String) -> String? {
        if let file = borrowed[path] { return file.version }
        return hidden.contains(path) ? nil : own.version(of: path)
    }
}
