/// The numbers of a feeling, each from -2 to +2: one, or those of a transition in order; none where only words were written.
///
/// Nearly all have one, which is kept without a list of its own.
package struct EmotionValues: RandomAccessCollection, Hashable, Sendable {
    private enum Kept: Hashable, Sendable {
        case one(Double)
        case list([Double])
    }

    private let kept: Kept

    package init(_ values: [Double]) {
        kept = values.count == 1 ? .one(values[0]) : .list(values)
    }

    package var startIndex: Int { 0 }

    package var endIndex: Int {
        switch kept {
        case .one: 1
        case .list(let values): values.count
        }
    }

    package subscript(place: Int) -> Double {
        switch kept {
        case .one(let value):
            precondition(place == 0, "there is one number alone")
            return value
        case .list(let values): return values[place]
        }
    }
}
