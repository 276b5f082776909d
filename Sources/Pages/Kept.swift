import Journeys
import Synchronization

/// Values by number, each made when it is first asked for and kept for the rest of the pages.
///
/// Without a lock, as pages ask for thousands at a time: two workers that ask for a new value at once both make it, and the first
/// is kept.
final class Kept<Value: Sendable>: Sendable {
    private final class Made: Sendable {
        let value: Value

        init(_ value: Value) {
            self.value = value
        }
    }

    /// As `AtomicLazyReference` does it, which is not compiled for the values that it is used with: to ask it takes some 700
    /// instructions.
    private final class Slot: Sendable {
        private let reference = Atomic<Unmanaged<Made>?>(nil)

        var made: Made? { reference.load(ordering: .acquiring)?.takeUnretainedValue() }

        /// Keeps a value, unless another worker was faster: then that one's is meant.
        func keep(_ new: Made) -> Made {
            let own = Unmanaged.passRetained(new)
            let (isKept, first) = reference.compareExchange(
                expected: nil, desired: own, ordering: .acquiringAndReleasing)
            guard !isKept, let first else { return new }
            own.release()
            return first.takeUnretainedValue()
        }

        deinit { reference.load(ordering: .acquiring)?.release() }
    }

    private let slots: [Slot]

    init(count: Int) {
        slots = (0..<count).map { _ in Slot() }
    }

    func value(at index: Int, make: () -> Value) -> Value {
        let slot = slots[index]
        return (slot.made ?? slot.keep(Made(make()))).value
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
