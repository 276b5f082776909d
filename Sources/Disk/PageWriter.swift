import Pages
import Templates

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Writes the files of a site, one after the other, and those only that differ from what is there. Each worker has its own.
struct PageWriter: ~Copyable {
    enum Outcome: Hashable, Sendable {
        case written, unchanged
    }

    private let temporary: String
    private var output: FolderCursor
    /// Whether what is there may be the same.
    private let isCompared: Bool
    private var source: FolderCursor
    /// What messages put before a path of the site, and of the content.
    private let outputPrefix: String
    private let content: ContentFolder
    private var rendered: PageBuffer
    private let long: LongPage
    private let printed: PrintedWords?
    /// Two halves, for two files that are compared.
    private var block = [UInt8](repeating: 0, count: 2 * Self.half)
    private static let half = 1 << 17

    init(
        temporary: String, output: OpenFolder, isCompared: Bool, source: OpenFolder, content: ContentFolder,
        outputPrefix: String, printed: PrintedWords? = nil
    ) {
        self.temporary = temporary
        self.output = FolderCursor(root: output)
        self.isCompared = isCompared
        self.source = FolderCursor(root: source)
        self.content = content
        self.outputPrefix = outputPrefix
        self.printed = printed
        let long = LongPage(temporary: temporary)
        self.long = long
        rendered = PageBuffer(capacity: 1 << 17, isNoting: printed != nil) { long.add($0) }
    }

    mutating func write(_ page: SitePage) throws(PublishError) -> Outcome {
        let outcome = try put(page)
        try leave(page.path)
        return outcome
    }

    mutating func write(_ copy: SiteCopy) throws(PublishError) -> Outcome {
        let outcome = try put(copy)
        try leave(copy.path)
        return outcome
    }

    private mutating func leave(_ path: SitePath) throws(PublishError) {
        guard let printed else { return }
        printed.leave(String(path.name), in: path.folder.map { $0.text + "/" } ?? "", try enter(path))
    }

    private mutating func put(_ page: SitePage) throws(PublishError) -> Outcome {
        let folder = try enter(page.path)
        let shown = outputPrefix + page.path.text
        let name = String(page.path.name)
        long.begin(name, in: folder, isCompared: isCompared, shown: shown)
        rendered.removeAll()
        page.render(&rendered)
        printed?.note(page.path, rendered)
        if long.hasBegun {
            rendered.withBytes { long.add($0) }
            return try long.end() ? .written : .unchanged
        }
        let isSame: Bool
        do throws(SystemError) {
            isSame = try holdsRendered(folder: folder, name: name)
        } catch {
            throw .failed(.read, path: shown, error)
        }
        if isSame { return .unchanged }
        let failure = PublishError.failure(writing: shown)
        try folder.replaceFile(named: name, temporary: temporary, failure: failure) {
            (file) throws(PublishError) in
            do throws(SystemError) {
                try rendered.withBytes { (bytes) throws(SystemError) in try file.write(bytes) }
            } catch {
                throw failure(error)
            }
        }
        return .written
    }

    private mutating func put(_ copy: SiteCopy) throws(PublishError) -> Outcome {
        let shownSource = content.shownPath(of: copy.source)
        let original = try openSource(copy.source, shown: shownSource)
        let folder = try enter(copy.path)
        let name = String(copy.path.name)
        let failure = PublishError.failure(writing: outputPrefix + copy.path.text)
        do throws(SystemError) {
            if try holdsCopy(of: original, folder: folder, name: name) { return .unchanged }
        } catch {
            throw .failed(.read, path: outputPrefix + copy.path.text, error)
        }
        try folder.replaceFile(named: name, temporary: temporary, failure: failure) { (file) throws(PublishError) in
            try block.withUnsafeMutableBufferPointer { (block) throws(PublishError) in
                while true {
                    let count: Int
                    do throws(SystemError) {
                        count = try original.read(into: UnsafeMutableRawBufferPointer(block))
                    } catch {
                        throw .failed(.read, path: shownSource, error)
                    }
                    if count == 0 { return }
                    do throws(SystemError) {
                        try file.write(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: block[..<count])))
                    } catch {
                        throw failure(error)
                    }
                }
            }
        }
        return .written
    }

    /// The folder for a file of the site, made if need be. A link on the way is an error: what is behind it is not ours.
    private mutating func enter(_ path: SitePath) throws(PublishError) -> OpenFolder {
        do throws(SystemError) {
            return try output.folder(of: path, missing: .make)
        } catch {
            let shown = outputPrefix + path.text
            if error.isNoFolder { throw .inTheWay(path: shown, needed: "folders, not a file or a link on the way,") }
            throw .failed(.make, path: shown, error)
        }
    }

    private mutating func openSource(_ source: String, shown: String) throws(PublishError) -> OpenFile {
        guard let path = SitePath(source) else { throw .noSource(path: shown, reason: "its path is not a safe one") }
        let file: OpenFile
        do throws(SystemError) {
            file = try self.source.folder(of: path, missing: .fail).file(named: String(path.name))
        } catch {
            if error.isNoFolder { throw .noSource(path: shown, reason: "it is a symbolic link, or behind one") }
            if error.isMissing { throw .noSource(path: shown, reason: "it is not there any more") }
            throw .failed(.read, path: shown, error)
        }
        guard (try? file.status().kind) == .file else { throw .noSource(path: shown, reason: "it is not a file") }
        return file
    }

    // MARK: Comparing

    private mutating func holdsRendered(folder: OpenFolder, name: String) throws(SystemError) -> Bool {
        let size = rendered.withBytes(\.count)
        guard let file = try existing(name, size: size, in: folder) else { return false }
        var compared = 0
        while compared < size {
            let count = try block.withUnsafeMutableBufferPointer { (block) throws(SystemError) in
                try file.read(into: UnsafeMutableRawBufferPointer(block))
            }
            let isSame = rendered.withBytes { bytes in
                block.withUnsafeBytes { block in
                    count > 0 && compared + count <= bytes.count
                        && UnsafeRawBufferPointer(rebasing: bytes[compared..<compared + count])
                            .isEqual(to: UnsafeRawBufferPointer(rebasing: block[..<count]))
                }
            }
            guard isSame else { return false }
            compared += count
        }
        return true
    }

    /// Compares block by block, and leaves the original at its start.
    private mutating func holdsCopy(
        of original: borrowing OpenFile, folder: OpenFolder, name: String
    ) throws(SystemError) -> Bool {
        guard let file = try existing(name, size: original.status().size, in: folder) else { return false }
        let isSame = try block.withUnsafeMutableBufferPointer { (block) throws(SystemError) in
            let block = UnsafeMutableRawBufferPointer(block)
            let first = UnsafeMutableRawBufferPointer(rebasing: block[..<Self.half])
            let second = UnsafeMutableRawBufferPointer(rebasing: block[Self.half...])
            while true {
                let count = try original.read(into: first)
                guard try file.read(into: second) == count else { return false }
                if count == 0 { return true }
                let isSame = UnsafeRawBufferPointer(rebasing: first[..<count])
                    .isEqual(to: UnsafeRawBufferPointer(rebasing: second[..<count]))
                guard isSame else { return false }
            }
        }
        if !isSame { try original.rewind() }
        return isSame
    }

    /// The file that is there, if it is one of that size.
    private func existing(_ name: String, size: Int, in folder: OpenFolder) throws(SystemError) -> OpenFile? {
        isCompared ? try folder.comparableFile(named: name, size: size) : nil
    }
}

extension OpenFolder {
    /// A file that is there, to be compared. What else is there will be replaced, or found to be in the way.
    ///
    /// - Parameter size: what another size has need not be looked at.
    func comparableFile(named name: String, size: Int? = nil) throws(SystemError) -> OpenFile? {
        do throws(SystemError) {
            let file = try file(named: name)
            let status = try file.status()
            if status.kind == .file, size == nil || status.size == size { return file }
            return nil
        } catch {
            // Forbidden: it can't be compared, but perhaps replaced.
            if error.isMissing || error.isNoFolder || error.isForbidden { return nil }
            throw error
        }
    }
}

extension PublishError {
    /// What came of not being able to write a file of the site.
    static func failure(writing shown: String) -> (SystemError) -> PublishError {
        { $0.isOccupied ? .inTheWay(path: shown, needed: "a file, not a folder,") : .failed(.write, path: shown, $0) }
    }
}

extension UnsafeRawBufferPointer {
    func isEqual(to other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        guard let start = baseAddress, let otherStart = other.baseAddress else { return true }
        return memcmp(start, otherStart, count) == 0
    }
}
