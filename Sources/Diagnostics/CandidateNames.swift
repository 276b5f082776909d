/// Names that are asked again and again which of them is near to another: how they are written is looked at once.
package struct CandidateNames: Sendable {
    /// Each once, in the order of their bytes.
    package let names: [String]
    /// The scalars of all names without case, one behind the other's, where each name's end, and which classes of scalars it has.
    private var scalars: [UInt32] = []
    private var ends: [Int] = []
    private var classes: [UInt64] = []

    package init(_ names: some Sequence<String>) {
        self.names = Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        ends.reserveCapacity(self.names.count)
        classes.reserveCapacity(self.names.count)
        var folded = FoldedName("")
        for name in self.names {
            folded.replace(by: name)
            scalars += folded.scalars[..<folded.count]
            ends.append(scalars.count)
            classes.append(folded.classes)
        }
    }

    package var count: Int { names.count }

    /// Offers every name that may be near enough.
    func offer(to search: inout NearestSearch) {
        var folded = FoldedName("")
        var start = 0
        for index in names.indices {
            let end = ends[index]
            if search.mayTake(count: end - start, classes: classes[index]) {
                folded.replace(by: scalars[start..<end], classes: classes[index])
                search.offer(names[index], folded)
            }
            start = end
        }
    }
}
