import Journeys

/// What the items of a portfolio are called, side by side: pages name dozens of items, which lie far from each other.
struct ItemNames: Sendable {
    /// By the order of kinds.
    private let titles: [[String]]
    private let ids: [[String]]
    private let journeysByTitle: [Int]
    /// By journey: where its title stands among all.
    private let titlePlaces: [Int]

    init(of portfolio: Portfolio) {
        let records = ContentKind.allCases.map { portfolio.records(of: $0) }
        titles = records.map { $0.map(\.title) }
        ids = records.map { $0.map(\.id) }
        journeysByTitle = Self.order(of: titles[ContentKind.journey.order])
        var places = [Int](repeating: 0, count: journeysByTitle.count)
        for (place, index) in journeysByTitle.enumerated() { places[index] = place }
        titlePlaces = places
    }

    func title(of target: Target) -> String { titles[target.kind.order][target.index] }
    func id(_ kind: ContentKind, _ index: Int) -> String { ids[kind.order][index] }
    func ids(of kind: ContentKind) -> [String] { ids[kind.order] }

    /// All of a kind in the order in which a reader looks for them.
    func byTitle(_ kind: ContentKind) -> [Int] {
        kind == .journey ? journeysByTitle : Self.order(of: titles[kind.order])
    }

    /// Some journeys in the same order.
    func byTitle(journeys: [Int]) -> [Int] { journeys.sorted { titlePlaces[$0] < titlePlaces[$1] } }

    /// Ties go by the path of the file: the order never depends on anything else.
    private static func order(of titles: [String]) -> [Int] {
        let keys = titles.map { $0.lowercased() }
        return keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    }
}
