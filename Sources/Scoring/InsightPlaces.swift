import Journeys

/// Where an insight counts, and where it is only shown.
///
/// An insight counts at each moment that names it; but at a moment under which, by primary placement, a counting journey stands
/// in which or below which it counts, it is only shown.
///
/// Whoever names an insight at the bottom counts it, so it counts in or below every journey in whose subtree it is named. It is
/// shown only where it is also named in the subtree of a counting journey below the moment: where a journey that names it has its
/// nearest counting journey (itself, or one above it) there.
///
/// Source: "Scores", terms.
struct InsightPlaces {
    /// By insight: the places in the tree of the nearest counting journeys of those that name it, in order.
    private let places: [[Int]]
    private let tree: JourneyTree
    private let hierarchy: Hierarchy
    private let counts: [Bool]

    init(_ linked: LinkedPortfolio, tree: JourneyTree) {
        let journeys = linked.portfolio.journeys
        var nearest = [Int?](repeating: nil, count: journeys.count)
        var places = [[Int]](repeating: [], count: linked.portfolio.insights.count)
        for journey in tree.order {
            let above = linked.hierarchy.primary[journey].flatMap { nearest[$0.parent] }
            nearest[journey] = journeys[journey].counts ? tree.place[journey] : above
            guard let place = nearest[journey] else { continue }
            journeys[journey].forEachMoment { moment in
                for insight in Self.insights(at: moment) where places[insight].last != place {
                    places[insight].append(place)
                }
            }
        }
        self.places = places.map { $0.sorted() }
        self.tree = tree
        hierarchy = linked.hierarchy
        counts = journeys.map(\.counts)
    }

    /// The insights that a moment names, in the order of the file.
    static func insights(at moment: Moment) -> [Int] {
        moment.references(in: "insights").compactMap { $0.target?.kind == .insight ? $0.target?.index : nil }
    }

    /// The places in the tree of every counting journey that stands under a moment by primary placement, with all below it.
    func runs(under anchor: String, of journey: Int) -> [Range<Int>] {
        guard !anchor.isEmpty else { return [] }
        return hierarchy.children[journey].filter { $0.anchor == anchor && counts[$0.journey] }.map {
            tree.run(of: $0.journey)
        }
    }

    /// Whether an insight is only shown at a moment under which these runs of the tree stand.
    func isOnlyShown(_ insight: Int, above runs: [Range<Int>]) -> Bool {
        runs.contains { isNamed(insight, in: $0) }
    }

    private func isNamed(_ insight: Int, in run: Range<Int>) -> Bool {
        let all = places[insight]
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if all[middle] < run.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < all.count && all[low] < run.upperBound
    }
}

extension Journey {
    /// Every stage, with or without steps, and every step, in the order of the file.
    func forEachMoment(_ body: (Moment) -> Void) {
        for stage in stages {
            body(stage.moment)
            for step in stage.steps { body(step) }
        }
    }
}
