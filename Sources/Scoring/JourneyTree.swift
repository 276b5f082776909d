import Journeys

/// The journeys in the order of the tree of primary placements: whatever stands below a journey stands behind it, in one run.
package struct JourneyTree: Sendable {
    /// Journeys, each before those below it.
    package let order: [Int]
    /// By journey: its place in `order`.
    package let place: [Int]
    /// By journey: where the run ends that begins at its place.
    package let end: [Int]

    init(_ hierarchy: Hierarchy) {
        let count = hierarchy.primary.count
        var order: [Int] = []
        order.reserveCapacity(count)
        var place = [Int](repeating: 0, count: count)
        var open = Array(hierarchy.roots.reversed())
        while let journey = open.popLast() {
            place[journey] = order.count
            order.append(journey)
            for child in hierarchy.children[journey].reversed() { open.append(child.journey) }
        }
        var end = place.map { $0 + 1 }
        for journey in order.reversed() {
            if let parent = hierarchy.primary[journey]?.parent { end[parent] = max(end[parent], end[journey]) }
        }
        self.order = order
        self.place = place
        self.end = end
    }

    /// The places of a journey and of all below it.
    package func run(of journey: Int) -> Range<Int> { place[journey]..<end[journey] }
}
