import Diagnostics
import Disk

/// Standard error, where everything for people goes.
struct Terminal: Sendable {
    let isInteractive: Bool
    let isColoured: Bool

    init(environment: [String: String] = ProcessEnvironment.heeded) {
        isInteractive = StandardError.isTerminal && environment["TERM"] != "dumb"
        isColoured = isInteractive && (environment["NO_COLOR"] ?? "").isEmpty
    }

    func say(_ text: String) {
        StandardError.write(text)
    }

    /// Prints diagnostics with their source lines, read again for the purpose: most builds need none of them.
    func show(_ diagnostics: [Diagnostic], from folder: ContentFolder, and others: [String: SourceText] = [:]) {
        say(text(of: diagnostics, from: folder, and: others))
    }

    /// As they are printed.
    func text(
        of diagnostics: [Diagnostic], from folder: ContentFolder, and others: [String: SourceText] = [:]
    ) -> String {
        let lookup = SourceLookup(folder, besides: others)
        let printer = DiagnosticPrinter(style: isColoured ? .coloured : .plain, lines: lookup.lines(of:))
        return diagnostics.map(printer.text(of:)).joined()
    }
}

/// Finds the lines of files by the paths that diagnostics give.
final class SourceLookup {
    private let folder: ContentFolder
    private let others: [String: SourceText]
    private lazy var files: [String: ContentFolder.File] = Dictionary(
        folder.list().value.map { (folder.shownPath(of: $0.path), $0) }, uniquingKeysWith: { first, _ in first })
    /// Diagnostics come file by file, and their notes go back and forth between a few.
    private var read: [String: SourceLines?] = [:]

    init(_ folder: ContentFolder, besides others: [String: SourceText] = [:]) {
        self.folder = folder
        self.others = others
    }

    func lines(of path: String) -> SourceLines? {
        if let known = read[path] { return known }
        if read.count > 64 { read.removeAll() }
        let source = others[path] ?? files[path].map { folder.read($0).value }
        let lines = source.map { SourceLines($0) }
        read[path] = lines
        return lines
    }
}
