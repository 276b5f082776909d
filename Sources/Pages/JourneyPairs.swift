import Journeys

/// Two journeys that stand side by side on a page of their own.
struct JourneyPair: Sendable {
    enum Kind: Sendable {
        /// A journey of today, and what it is meant to become.
        case future
        /// Two that follow each other under one parent.
        case siblings
    }

    let kind: Kind
    let first: Int
    let second: Int
    /// `compare/move-home--read-the-meter.html`
    let path: SitePath
}

/// The pairs of a portfolio: as many as it has journeys at most, not as many as could be formed.
struct JourneyPairs: Sendable {
    /// In portfolios of more journeys than this, neighbours have a page on the upper two levels alone: nearly all journeys stand
    /// below those, and a page for each would be one more for nearly every journey. The list compares them too.
    static let limit = 2_000

    let all: [JourneyPair]
    /// By journey: places in the above.
    private let byJourney: [Int: [Int]]

    init(_ linked: LinkedPortfolio, map: SiteMap, limit: Int = Self.limit) {
        let portfolio = linked.portfolio
        let journeys = portfolio.journeys
        let levels = journeys.count > limit ? 2 : Int.max
        // Others take no name that begins with that of the folder, whatever the case.
        let near = portfolio.files.filter { $0.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "c") }
        let copies = Set(near.compactMap { SitePath($0)?.folded })
        var pairs: [JourneyPair] = []
        var byJourney: [Int: [Int]] = [:]
        var taken: Set<String> = []
        // Two dashes may stand in ids too, so that two pairs can ask for one name; and the author may have it already.
        func add(_ kind: JourneyPair.Kind, _ first: Int, _ second: Int) {
            guard first != second, map.hasPage(.journey, first), map.hasPage(.journey, second),
                let path = SitePath("compare/\(journeys[first].id)--\(journeys[second].id).html"),
                !copies.contains(path.folded), taken.insert(path.folded).inserted
            else { return }
            for journey in [first, second] { byJourney[journey, default: []].append(pairs.count) }
            pairs.append(JourneyPair(kind: kind, first: first, second: second, path: path))
        }
        for index in journeys.indices where journeys[index].state == .future && journeys[index].status != .archived {
            guard let baseline = journeys[index].baseline?.target, baseline.kind == .journey else { continue }
            add(.future, baseline.index, index)
        }
        for children in linked.hierarchy.children {
            let row = children.map(\.journey).filter { journeys[$0].counts && journeys[$0].level < levels }
            for (first, second) in zip(row, row.dropFirst()) { add(.siblings, first, second) }
        }
        all = pairs
        self.byJourney = byJourney
    }

    func pairs(of journey: Int) -> [JourneyPair] { byJourney[journey, default: []].map { all[$0] } }
}

extension PageLinks {
    /// To the pages that a journey shares with another, by the other's title.
    func comparisons(of journey: Int) -> [LinkView] {
        edition.pairs.pairs(of: journey).map { pair in
            LinkView(
                text: edition.portfolio.journeys[pair.first == journey ? pair.second : pair.first].record.title,
                address: address(of: pair.path))
        }
    }
}

extension Edition {
    /// "Move home and Read the meter"
    func title(of pair: JourneyPair) -> String {
        let journeys = portfolio.journeys
        return words(
            .pairOf,
            [
                "first": words.isolated(journeys[pair.first].record.title),
                "second": words.isolated(journeys[pair.second].record.title),
            ])
    }
}
