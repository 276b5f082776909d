import Synchronization

/// Values by number, each made when it is first asked for and kept for the rest of the pages.
///
/// Nothing is waited for: two workers that ask for a new value at once both make it.
final class Kept<Value: Sendable>: Sendable {
    private let values: Mutex<[Value?]>

    init(count: Int) {
        values = Mutex(Array(repeating: nil, count: count))
    }

    func value(at index: Int, make: () -> Value) -> Value {
        if let known = values.withLock({ $0[index] }) { return known }
        let value = make()
        values.withLock { $0[index] = value }
        return value
    }
}
