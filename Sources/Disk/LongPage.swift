import Pages

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A page that is longer than what is held of it at once. While it is made it is compared, piece by piece, with the file that is there,
/// and from the first piece on that differs it is written.
///
/// One a worker, for one page after the other. What fails is told at the end: nothing can be thrown through the making of a page.
final class LongPage {
    private struct Place {
        let folder: OpenFolder
        let name: String
        let isCompared: Bool
        let shown: String
    }

    private let temporary: String
    private var place: Place?
    /// Whether the page has turned out to be a long one.
    private(set) var hasBegun = false
    /// What is there, as long as all of it has been the same.
    private var existing: OpenFile?
    private var compared = 0
    /// What will take its place.
    private var replacement: OpenFile?
    private var failure: PublishError?
    private lazy var block = [UInt8](repeating: 0, count: 1 << 17)

    init(temporary: String) {
        self.temporary = temporary
    }

    /// The next page: a long one only if any piece of it is added.
    ///
    /// - Parameter shown: how messages name it.
    func begin(_ name: String, in folder: OpenFolder, isCompared: Bool, shown: String) {
        place = Place(folder: folder, name: name, isCompared: isCompared, shown: shown)
        hasBegun = false
    }

    func add(_ piece: UnsafeRawBufferPointer) {
        guard let place else { return }
        do throws(PublishError) {
            if !hasBegun { try start(place) }
            guard failure == nil else { return }
            if existing != nil {
                if try goesOn(with: piece, place) { return }
                try replace(place)
            }
            try Self.writing(place) { () throws(SystemError) in try replacement?.write(piece) }
        } catch {
            failure = error
        }
    }

    /// Puts the page in its place. Whatever fails, what was there stays.
    ///
    /// - Returns: whether that took writing.
    func end() throws(PublishError) -> Bool {
        guard let place else { return false }
        do throws(PublishError) {
            if let failure { throw failure }
            if existing != nil {
                if try isAtEnd(place) {
                    existing = nil
                    return false
                }
                try replace(place)
            }
            guard let file = replacement.take() else { return false }
            do throws(SystemError) {
                try place.folder.put(file, named: temporary, at: place.name)
            } catch {
                throw PublishError.failure(writing: place.shown)(error)
            }
            return true
        } catch {
            existing = nil
            replacement = nil
            try? place.folder.removeFile(named: temporary)
            throw error
        }
    }

    private func start(_ place: Place) throws(PublishError) {
        hasBegun = true
        failure = nil
        compared = 0
        if place.isCompared {
            existing = try Self.reading(place) { () throws(SystemError) in
                try place.folder.comparableFile(named: place.name)
            }
        }
        if existing == nil { try replace(place) }
    }

    /// Whether what is there has this piece next.
    private func goesOn(with piece: UnsafeRawBufferPointer, _ place: Place) throws(PublishError) -> Bool {
        var rest = piece
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest.prefix(block.count))
            let isSame = try Self.reading(place) { () throws(SystemError) in
                let count = try read(upTo: part.count)
                return block.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0.prefix(count)).isEqual(to: part) }
            }
            guard isSame else { return false }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(part.count))
        }
        compared += piece.count
        return true
    }

    private func isAtEnd(_ place: Place) throws(PublishError) -> Bool {
        try Self.reading(place) { () throws(SystemError) in try read(upTo: 1) == 0 }
    }

    /// Begins a new file, with what was the same until now.
    private func replace(_ place: Place) throws(PublishError) {
        replacement = try Self.writing(place) { () throws(SystemError) in try place.folder.newFile(named: temporary) }
        guard existing != nil else { return }
        try Self.reading(place) { () throws(SystemError) in try existing?.rewind() }
        while compared > 0 {
            let count = try Self.reading(place) { () throws(SystemError) in try read(upTo: min(compared, block.count)) }
            // It has become shorter since: what it began with is lost.
            guard count > 0 else { throw .failed(.read, path: place.shown, SystemError(code: EIO)) }
            try Self.writing(place) { () throws(SystemError) in
                try block.withUnsafeBufferPointer { (block) throws(SystemError) in
                    try replacement?.write(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: block.prefix(count))))
                }
            }
            compared -= count
        }
        existing = nil
    }

    private func read(upTo count: Int) throws(SystemError) -> Int {
        try block.withUnsafeMutableBufferPointer { (block) throws(SystemError) in
            let part = UnsafeMutableBufferPointer(rebasing: block.prefix(count))
            return try existing?.read(into: UnsafeMutableRawBufferPointer(part)) ?? 0
        }
    }

    private static func reading<Result: ~Copyable>(
        _ place: Place, _ body: () throws(SystemError) -> Result
    ) throws(PublishError) -> Result {
        try attempt(body) { .failed(.read, path: place.shown, $0) }
    }

    private static func writing<Result: ~Copyable>(
        _ place: Place, _ body: () throws(SystemError) -> Result
    ) throws(PublishError) -> Result {
        try attempt(body, or: PublishError.failure(writing: place.shown))
    }

    private static func attempt<Result: ~Copyable>(
        _ body: () throws(SystemError) -> Result, or failure: (SystemError) -> PublishError
    ) throws(PublishError) -> Result {
        do throws(SystemError) {
            return try body()
        } catch {
            throw failure(error)
        }
    }
}
