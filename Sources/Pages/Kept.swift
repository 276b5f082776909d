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

    private final class Slot: Sendable {
        let made = AtomicLazyReference<Made>()
    }

    private let slots: [Slot]

    init(count: Int) {
        slots = (0..<count).map { _ in Slot() }
    }

    func value(at index: Int, make: () -> Value) -> Value {
        let slot = slots[index]
        return (slot.made.load() ?? slot.made.storeIfNil(Made(make()))).value
    }
}
