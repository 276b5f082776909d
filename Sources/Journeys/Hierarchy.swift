/// How journeys stand below each other: a tree of primary placements, with further ones beside it.
package struct Hierarchy: Sendable {
    /// Where a journey stands: which journey it details, and at which stage or step, if one was named.
    package struct Placement: Hashable, Sendable {
        /// Indices into the portfolio's journeys.
        package let journey: Int
        package let parent: Int
        /// An anchor of the parent, of a stage or a step.
        package let anchor: String?

        package init(journey: Int, parent: Int, anchor: String?) {
            self.journey = journey
            self.parent = parent
            self.anchor = anchor
        }
    }

    /// By journey: its primary placement; none for the top of a tree.
    package let primary: [Placement?]
    /// By journey: its further placements, in order.
    package let further: [[Placement]]
    /// By journey: what is placed below it first and foremost, in the order of the parent's anchors, then of paths.
    package let children: [[Placement]]
    /// By journey: what recurs in it as a further placement.
    package let guests: [[Placement]]
    /// The journeys without a parent, by level, then by path.
    package let roots: [Int]

    package init(
        primary: [Placement?], further: [[Placement]], children: [[Placement]], guests: [[Placement]], roots: [Int]
    ) {
        self.primary = primary
        self.further = further
        self.children = children
        self.guests = guests
        self.roots = roots
    }

    /// From the top of the tree down to the parent of a journey.
    package func ancestors(of journey: Int) -> [Int] {
        var path: [Int] = []
        var current = primary[journey]?.parent
        while let parent = current {
            path.append(parent)
            current = primary[parent]?.parent
        }
        return path.reversed()
    }

    /// Every journey below one, itself first, in the order of the tree.
    package func subtree(of journey: Int) -> [Int] {
        var result: [Int] = []
        var open = [journey]
        while let next = open.popLast() {
            result.append(next)
            open += children[next].reversed().map(\.journey)
        }
        return result
    }
}
