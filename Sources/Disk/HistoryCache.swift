#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

import Changes
import Diagnostics
import Journeys
import Pages
import Templates

/// What was worked out of commits before, so that it need not be again: a file an answer, which may be deleted at any time.
///
/// It lies in the user's own folder for caches, outside every repository: there it is neither published nor committed, and all
/// clones of a repository share it. What can't be read or written is as good as not there.
package struct HistoryCache: Sendable {
    private let folder: String

    /// - Parameter edition: what answers depend on besides the content: the version of the program.
    init(in folder: String, edition: String) {
        let name = edition.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" }
        self.folder = folder + "/" + String(name)
    }

    /// In `$XDG_CACHE_HOME/waymark`, or where the system has such things; nothing without a home.
    ///
    /// - Parameter kind: what is kept: each kind has a folder of its own.
    package init?(
        edition: String, kind: String = "history",
        environment: [String: String] = ProcessEnvironment.variables(named: ["XDG_CACHE_HOME", "HOME"])
    ) {
        // The specification says of relative paths that they are to be ignored.
        if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") {
            self.init(in: base + "/waymark/\(kind)", edition: edition)
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            #if canImport(Darwin)
            self.init(in: home + "/Library/Caches/waymark/\(kind)", edition: edition)
            #else
            self.init(in: home + "/.cache/waymark/\(kind)", edition: edition)
            #endif
        } else {
            return nil
        }
    }

    // MARK: Answers

    /// What a tree of content comes to on a day.
    func state(ofTree tree: String, on day: CivilDate) -> History.State? {
        lines(of: "\(tree)-\(day.iso)").flatMap(HistoryText.state)
    }

    func keep(_ state: History.State, ofTree tree: String, on day: CivilDate) {
        write(HistoryText.lines(of: state), to: "\(tree)-\(day.iso)")
    }

    /// The files at the head of a history of which, up to a day, the review date alone moved in a year.
    func untouched(atHead head: String, of tree: String, on day: CivilDate) -> [UntouchedReviews.File]? {
        lines(of: "untouched-\(head)-\(tree)-\(day.iso)")?.map { line in
            let tab = line.firstIndex(of: "\t") ?? line.endIndex
            return UntouchedReviews.File(path: String(line[tab...].dropFirst()), checksum: String(line[..<tab]))
        }
    }

    func keep(untouched files: [UntouchedReviews.File], atHead head: String, of tree: String, on day: CivilDate) {
        write(files.map { "\($0.checksum)\t\($0.path)" }, to: "untouched-\(head)-\(tree)-\(day.iso)")
    }

    /// What was changed between two commits.
    func changes(named name: String) -> [ChangeLog.Entry]? {
        guard let lines = lines(of: name) else { return nil }
        let text = lines.joined(separator: "\n") + "\n"
        let log = ChangeLog.read(SourceText(path: ChangeLog.path, text: text))
        return log.diagnostics.isEmpty ? Array(log.value.entries) : nil
    }

    func keep(changes: [ChangeLog.Entry], named name: String) {
        var file = PageBuffer()
        ChangeTable.write(ChangeLog(changes), for: .record, into: &file)
        write(file.bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }, to: name)
    }

    // MARK: Files

    /// First what kind of file it is; then the lines; last their checksum.
    private static let head = "waymark history 2"

    func lines(of name: String) -> [String]? {
        guard let bytes = try? bytes(of: name), let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 3, lines.removeLast().isEmpty, lines.first == Self.head, let sum = lines.popLast(),
            sum == Self.checksum(of: lines)
        else { return nil }
        return Array(lines.dropFirst())
    }

    private func bytes(of name: String) throws(SystemError) -> [UInt8] {
        let file = try OpenFile(reading: folder + "/" + name)
        let status = try file.status()
        guard status.kind == .file else { return [] }
        return try file.bytes(expecting: status.size)
    }

    func write(_ lines: [String], to name: String) {
        // A line end in a name would make two lines of one.
        guard lines.allSatisfy({ !$0.utf8.contains(UInt8(ascii: "\n")) }) else { return }
        let lines = [Self.head] + lines
        let text = lines.joined(separator: "\n") + "\n" + Self.checksum(of: lines) + "\n"
        do throws(SystemError) {
            try makeFolder()
            try OpenFolder(folder).replaceFile(
                named: name, temporary: ".\(getpid())-\(name)", failure: { (error: SystemError) in error }
            ) { (file) throws(SystemError) in try file.write(Array(text.utf8)) }
        } catch {
            // The next run works it out again.
        }
    }

    /// With the folders above it, for nobody else to look into: what content says may not be for all.
    private func makeFolder() throws(SystemError) {
        var path = ""
        for name in folder.split(separator: "/") {
            path += "/" + name
            guard mkdir(path, 0o700) == 0 || (try? FileStatus(at: path))?.kind == .folder else { throw .last }
        }
    }

    private static func checksum(of lines: [String]) -> String {
        var sum = Checksum()
        for line in lines { sum.add(line.utf8) }
        return sum.text
    }
}

/// FNV-1a, 64 bits (G. Fowler, L. C. Noll, K.-P. Vo), of lines: enough to tell a file that was cut off, damaged or changed.
struct Checksum {
    private var sum: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ line: some Sequence<UInt8>) {
        for byte in line { add(byte) }
        add(0x0A)
    }

    private mutating func add(_ byte: UInt8) { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }

    var value: UInt64 { sum }
    var text: String { String(sum, radix: 16) }
}
