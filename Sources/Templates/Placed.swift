/// What a view stores with a number, under which the page notes where it was printed: so that it can be replaced there later, without
/// the rest of the page.
public struct Placed<Value: Sendable>: Sendable {
    public internal(set) var value: Value
    /// Below 0 where nobody will ask for the place.
    @usableFromInline let number: Int

    public init(_ value: Value, number: Int) {
        self.value = value
        self.number = number
    }

    /// Without a place.
    public init(_ value: Value) { self.init(value, number: -1) }
}

/// Where on a page the value of a number was printed.
public struct PrintedRun: Hashable, Sendable {
    public let number: Int
    /// In bytes of the page.
    public let range: Range<Int>

    public init(number: Int, range: Range<Int>) {
        self.number = number
        self.range = range
    }
}
