import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Does the same thing for many indices at once, and gives the same results however many workers there are.
///
/// One task a worker, each of which takes the next chunk of indices from a counter that they share: measured, a task a file
/// takes a tenth longer, and threads of our own gain nothing.
package struct Workers: Sendable {
    package let count: Int
    private let chunk: Int

    /// - Parameter jobs: how many work at once; as many as there are cores unless said.
    package init(jobs: Int? = nil, chunk: Int = 16) {
        count = max(1, jobs ?? Self.coreCount)
        self.chunk = max(1, chunk)
    }

    package static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// The results for all indices, in their order. If some fail, the failure of the first of them is thrown, and what has not been
    /// started by then is left out.
    ///
    /// - Parameter scratch: makes what one worker keeps from index to index, such as a buffer.
    package func map<Scratch: ~Copyable, Element: Sendable, Failure: Error>(
        _ indices: Range<Int>, scratch makeScratch: @escaping @Sendable () -> Scratch,
        _ body: @escaping @Sendable (inout Scratch, Int) throws(Failure) -> Element
    ) async throws(Failure) -> [Element] {
        let queue = Queue(indices: indices, chunk: chunk)
        let workers = min(count, (indices.count + chunk - 1) / chunk)
        var shares: [Share<Element, Failure>] = []
        if workers <= 1 {
            var scratch = makeScratch()
            shares = [Share(of: queue, scratch: &scratch, body)]
        } else {
            shares = await withTaskGroup(of: Share<Element, Failure>.self) { group in
                for _ in 0..<workers {
                    group.addTask {
                        var scratch = makeScratch()
                        return Share(of: queue, scratch: &scratch, body)
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
        }
        if let first = shares.compactMap(\.failure).min(by: { $0.index < $1.index }) { throw first.error }
        var results: [Element] = []
        results.reserveCapacity(indices.count)
        for part in shares.flatMap(\.parts).sorted(by: { $0.start < $1.start }) {
            results.append(contentsOf: part.results)
        }
        return results
    }

    package func map<Element: Sendable, Failure: Error>(
        _ indices: Range<Int>, _ body: @escaping @Sendable (Int) throws(Failure) -> Element
    ) async throws(Failure) -> [Element] {
        try await map(indices, scratch: {}) { (_: inout Void, index) throws(Failure) in try body(index) }
    }

    package func forEach<Scratch: ~Copyable, Failure: Error>(
        _ indices: Range<Int>, scratch makeScratch: @escaping @Sendable () -> Scratch,
        _ body: @escaping @Sendable (inout Scratch, Int) throws(Failure) -> Void
    ) async throws(Failure) {
        _ = try await map(indices, scratch: makeScratch, body)
    }

    package func forEach<Failure: Error>(
        _ indices: Range<Int>, _ body: @escaping @Sendable (Int) throws(Failure) -> Void
    ) async throws(Failure) {
        _ = try await map(indices, body)
    }
}

/// The chunks that nobody has taken yet.
private final class Queue: Sendable {
    private let indices: Range<Int>
    private let chunk: Int
    private let next: Atomic<Int>

    init(indices: Range<Int>, chunk: Int) {
        self.indices = indices
        self.chunk = chunk
        next = Atomic(indices.lowerBound)
    }

    func take() -> Range<Int>? {
        let start = next.add(chunk, ordering: .relaxed).oldValue
        guard start < indices.upperBound else { return nil }
        return start..<min(start + chunk, indices.upperBound)
    }

    /// Chunks are taken in order, so all before one that failed have been: the first failure of all is always met.
    func close() {
        next.store(indices.upperBound, ordering: .relaxed)
    }
}

/// What one worker made.
private struct Share<Element: Sendable, Failure: Error>: Sendable {
    private(set) var parts: [(start: Int, results: [Element])] = []
    private(set) var failure: (index: Int, error: Failure)?

    init<Scratch: ~Copyable>(
        of queue: Queue, scratch: inout Scratch, _ body: (inout Scratch, Int) throws(Failure) -> Element
    ) {
        while failure == nil, let range = queue.take() {
            var results: [Element] = []
            results.reserveCapacity(range.count)
            for index in range {
                do throws(Failure) {
                    results.append(try body(&scratch, index))
                } catch {
                    queue.close()
                    failure = (index, error)
                    break
                }
            }
            parts.append((range.lowerBound, results))
        }
    }
}
