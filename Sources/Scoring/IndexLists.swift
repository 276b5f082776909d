/// Many short lists of indices, one behind the other: lists of their own would take several times the room, all over the memory.
package struct IndexLists: RandomAccessCollection, Sendable {
    private var all: [UInt32] = []
    /// By list: where it ends.
    private var ends: [UInt32] = []

    init(capacity: Int) { ends.reserveCapacity(capacity) }

    /// By index: the lists that have it, in order.
    ///
    /// - Parameter count: how many indices there are.
    init(inverting lists: some Collection<some Collection<Int>>, count: Int) {
        var places = [UInt32](repeating: 0, count: count + 1)
        for list in lists { for index in list { places[index + 1] += 1 } }
        for index in 0..<count { places[index + 1] += places[index] }
        all = Array(repeating: 0, count: Int(places[count]))
        for (place, list) in lists.enumerated() {
            for index in list {
                all[Int(places[index])] = UInt32(place)
                places[index] += 1
            }
        }
        // Each is full by now.
        ends = Array(places.dropLast())
    }

    mutating func append(_ list: some Collection<Int>) {
        for index in list { all.append(UInt32(index)) }
        ends.append(UInt32(all.count))
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { ends.count }

    package subscript(list: Int) -> IndexList {
        IndexList(all[(list == 0 ? 0 : Int(ends[list - 1]))..<Int(ends[list])])
    }
}

/// One of many short lists.
package struct IndexList: RandomAccessCollection, Sendable {
    private let places: ArraySlice<UInt32>

    fileprivate init(_ places: ArraySlice<UInt32>) { self.places = places }

    package var startIndex: Int { 0 }
    package var endIndex: Int { places.count }
    package subscript(place: Int) -> Int { Int(places[places.startIndex + place]) }
}
