import Journeys
import Synchronization

/// Values by number, each made when it is first asked for and kept for the rest of the pages.
///
/// Without a lock, as pages ask for thousands at a time: two workers that ask for a new value at once both make it, and the first
/// is kept.
// exempt: @unchecked Sendable, because all that ever changes are the slots, and each of them is read and set as one.
final class Kept<Value: Sendable>: @unchecked Sendable {
    private final class Made: Sendable {
        let value: Value

        init(_ value: Value) {
            self.value = value
        }
    }

    /// As `AtomicLazyReference` does it, which is not compiled for the values that it is used with: to ask it takes some 700
    /// instructions.
    private typealias Slot = Atomic<Unmanaged<Made>?>

    /// In a row, and not each an object that lies somewhere and is counted as used whenever its value is asked for.
    private let slots: UnsafeMutablePointer<Slot>
    private let count: Int

    init(count: Int) {
        self.count = count
        slots = .allocate(capacity: count)
        for index in 0..<count { (slots + index).initialize(to: Slot(nil)) }
    }

    deinit {
        for index in 0..<count { slots[index].load(ordering: .acquiring)?.release() }
        slots.deinitialize(count: count)
        slots.deallocate()
    }

    func value(at index: Int, make: () -> Value) -> Value {
        guard index >= 0, index < count else { return make() }
        // What is kept stays as long as this does: it need not be counted for its value to be read.
        if let made = slots[index].load(ordering: .acquiring) { return made._withUnsafeGuaranteedRef { $0.value } }
        return keep(make(), at: index)
    }

    /// Keeps a value, unless another worker was faster: then that one's is meant.
    private func keep(_ value: Value, at index: Int) -> Value {
        let own = Unmanaged.passRetained(Made(value))
        let (isKept, first) = slots[index].compareExchange(
            expected: nil, desired: own, ordering: .acquiringAndReleasing)
        guard !isKept, let first else { return value }
        own.release()
        return first._withUnsafeGuaranteedRef { $0.value }
    }
}

/// Texts by day, for the days that portfolios name: from 1990 to 2034. Others are made each time.
final class KeptByDay: Sendable {
    /// 1 January 1990.
    private static let first = 7305
    /// In blocks, of which few are ever asked for.
    private static let blockSize = 512
    private static let blockCount = 32

    private let blocks = Kept<Kept<String>>(count: blockCount)

    func text(of day: CivilDate, make: () -> String) -> String {
        let place = day.days - Self.first
        guard (0..<Self.blockSize * Self.blockCount).contains(place) else { return make() }
        return blocks.value(at: place / Self.blockSize) { Kept<String>(count: Self.blockSize) }
            .value(at: place % Self.blockSize, make: make)
    }
}
