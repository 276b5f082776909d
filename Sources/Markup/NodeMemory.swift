import CMark

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Memory for the trees of Markdown, handed out bit by bit from large pieces and taken back all at once.
///
/// cmark asks for a tree in hundreds of small parts, and gives back each by itself: with the C library's memory that is a third of
/// its time. It does not say whose tree a part is for, so all documents that are read on a thread share one place, which is empty again
/// when the last of them is gone. Nothing is waited for while a file is read, so a document is changed on the thread alone that it was
/// made on: whoever keeps one across an `await` must not.
struct NodeMemory {
    private struct State {
        /// Where the next part begins, and where its piece ends.
        var next: UnsafeMutableRawPointer
        var end: UnsafeMutableRawPointer
        /// The piece that is kept, and the last of those that a large document took besides: each starts with the place of the one before.
        let first: UnsafeMutableRawPointer
        var last: UnsafeMutableRawPointer?
        var documents = 0
        let functions: UnsafeMutablePointer<cmark_mem>
    }

    private let state: UnsafeMutablePointer<State>

    /// What cmark is told to take memory with.
    var functions: UnsafeMutablePointer<cmark_mem> { state.pointee.functions }

    /// The memory of this thread, in which there is a document more until `leave` is called.
    static func enter() -> NodeMemory {
        let memory = NodeMemory(state: known ?? make())
        memory.state.pointee.documents += 1
        return memory
    }

    func leave() {
        state.pointee.documents -= 1
        if state.pointee.documents == 0 { Self.empty(state) }
    }

    /// A new node, in the memory of the document that is being read.
    static func node(_ type: cmark_node_type) -> OpaquePointer? {
        known.flatMap { cmark_node_new_with_mem(type, $0.pointee.functions) }
    }

    // MARK: Threads

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { end($0) }
        return key
    }()

    private static var known: UnsafeMutablePointer<State>? {
        pthread_getspecific(key)?.assumingMemoryBound(to: State.self)
    }

    private static func make() -> UnsafeMutablePointer<State> {
        let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        functions.initialize(
            to: cmark_mem(
                calloc: { count, size in NodeMemory.take(count * size).map { memset($0, 0, count * size) } },
                realloc: { old, size in NodeMemory.extended(old, to: size) },
                free: { _ in }))
        let first = UnsafeMutableRawPointer.allocate(byteCount: piece, alignment: unit)
        let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
        state.initialize(to: State(next: first, end: first + piece, first: first, functions: functions))
        pthread_setspecific(key, state)
        return state
    }

    /// When a thread ends.
    private static func end(_ memory: UnsafeMutableRawPointer?) {
        guard let state = memory?.assumingMemoryBound(to: State.self) else { return }
        empty(state)
        state.pointee.first.deallocate()
        state.pointee.functions.deallocate()
        state.deinitialize(count: 1)
        state.deallocate()
    }

    private static func empty(_ state: UnsafeMutablePointer<State>) {
        while let piece = state.pointee.last {
            state.pointee.last = piece.load(as: UnsafeMutableRawPointer?.self)
            piece.deallocate()
        }
        state.pointee.next = state.pointee.first
        state.pointee.end = state.pointee.first + piece
    }

    // MARK: Parts

    /// Room for the trees of most files.
    private static let piece = 1 << 18
    /// Every part starts at a multiple of it, behind a number that says how long the part is.
    private static let unit = MemoryLayout<Int>.size

    private static func rounded(_ count: Int) -> Int { (count + unit - 1) & -unit }

    private static func take(_ count: Int) -> UnsafeMutableRawPointer? {
        guard let state = known else { return nil }
        let room = unit + rounded(count)
        if room > state.pointee.end - state.pointee.next { addPiece(for: room, to: state) }
        let start = state.pointee.next
        state.pointee.next = start + room
        start.storeBytes(of: count, as: Int.self)
        return start + unit
    }

    @inline(never)
    private static func addPiece(for room: Int, to state: UnsafeMutablePointer<State>) {
        let size = max(piece, unit + room)
        let more = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: unit)
        more.storeBytes(of: state.pointee.last, as: UnsafeMutableRawPointer?.self)
        state.pointee.last = more
        state.pointee.next = more + unit
        state.pointee.end = more + size
    }

    private static func extended(_ old: UnsafeMutableRawPointer?, to count: Int) -> UnsafeMutableRawPointer? {
        guard let old else { return take(count) }
        let size = (old - unit).load(as: Int.self)
        if count <= size { return old }
        // A text that grows is most often what was asked for last.
        if let state = known, old + rounded(size) == state.pointee.next, rounded(count) <= state.pointee.end - old {
            state.pointee.next = old + rounded(count)
            (old - unit).storeBytes(of: count, as: Int.self)
            return old
        }
        guard let new = take(count) else { return nil }
        memcpy(new, old, size)
        return new
    }
}
