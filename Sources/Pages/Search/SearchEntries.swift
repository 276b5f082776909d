import Journeys

/// Everything that can be found, in the order in which it is shown where nothing else decides: what is going on above what is
/// over, journeys above other items, and these above what stands in journeys and then in others.
struct SearchEntries: Sendable {
    private enum Standing: Int, CaseIterable {
        case live
        /// Not yet, or not any more: drafts and plans, what is resolved or closed.
        case aside
        case archived

        init(_ journey: Journey) {
            self = journey.status == .archived ? .archived : journey.counts ? .live : .aside
        }

        init(_ kind: ContentKind, _ index: Int, _ portfolio: Portfolio) {
            switch kind {
            case .opportunity: self = portfolio.opportunities[index].isRanked ? .live : .aside
            case .insight: self = portfolio.insights[index].status == .open ? .live : .aside
            case .solution: self = portfolio.solutions[index].status == .rejected ? .archived : .live
            default: self = .live
            }
        }
    }

    /// By the places in it the entries are known in all files of the index.
    let list: [SearchEntry]

    static let none = SearchEntries(list: [])

    private init(list: [SearchEntry]) { self.list = list }

    init(_ portfolio: Portfolio, map: SiteMap) {
        var journeys = [[[SearchEntry]]](
            repeating: Array(repeating: [], count: portfolio.settings.taxonomy.levels.count),
            count: Standing.allCases.count)
        var items = [[SearchEntry]](repeating: [], count: Standing.allCases.count)
        var moments = items
        var findings = items
        var passages = items
        for (index, journey) in portfolio.journeys.enumerated() where map.hasPage(.journey, index) {
            let standing = Standing(journey)
            let level = min(journey.level, journeys[standing.rawValue].count - 1)
            journeys[standing.rawValue][level].append(SearchEntry(.journey, index))
            for place in journey.places {
                if !place.moment.title.isEmpty {
                    moments[standing.rawValue].append(
                        SearchEntry(journey: index, stage: place.stage, step: place.step))
                }
                for (lane, content) in place.moment.lanes.enumerated() {
                    guard case .findings(let found) = content.value else { continue }
                    for (position, finding) in found.enumerated() {
                        let own = finding.status == .resolved ? max(standing.rawValue, 1) : standing.rawValue
                        findings[own].append(
                            SearchEntry(
                                finding, at: position, lane: lane, journey: index, stage: place.stage,
                                step: place.step))
                    }
                }
            }
        }
        for kind in ContentKind.allCases where kind != .journey {
            for index in portfolio.records(of: kind).indices where map.hasPage(kind, index) {
                let standing = Standing(kind, index, portfolio)
                let target = Target(kind: kind, index: index)
                items[standing.rawValue].append(SearchEntry(kind, index))
                for (position, anchor) in portfolio.record(of: target).anchors.enumerated() {
                    guard !anchor.text.isEmpty, let entry = SearchEntry(anchor, at: position, in: target) else {
                        continue
                    }
                    passages[standing.rawValue].append(entry)
                }
            }
        }
        var list: [SearchEntry] = []
        for standing in Standing.allCases.indices {
            for level in journeys[standing] { list += level }
            list += items[standing]
            list += moments[standing]
            list += findings[standing]
            list += passages[standing]
        }
        self.list = list
    }
}

// MARK: Words

extension SearchEntries {
    /// All words of titles and texts, with the entries that have them.
    func terms(of portfolio: Portfolio) -> SearchTerms {
        var terms = SearchTerms()
        var reader = WordReader()
        for (number, entry) in list.enumerated() {
            func add(_ text: String, isTitle: Bool = false) {
                reader.read(text) { terms.add($0, letters: $1, hash: $2, to: number, isTitle: isTitle) }
            }
            guard entry.content == .journey else {
                let record = portfolio.record(of: entry.target)
                if let passage = entry.passage(in: record) {
                    add(passage.anchor.text, isTitle: true)
                    continue
                }
                add(record.title, isTitle: true)
                Self.visit(record) { add($0) }
                Self.visitOwnTexts(of: entry.target, in: portfolio) { add($0) }
                continue
            }
            let journey = portfolio.journeys[entry.item]
            if entry.kind == .journey {
                add(journey.title, isTitle: true)
                Self.visit(journey.record) { add($0) }
                for text in journey.contributors + journey.products + journey.segments + journey.triggers { add(text) }
            } else if let finding = entry.finding(in: journey) {
                add(finding.text.plain, isTitle: true)
                if let segment = finding.segment { add(segment) }
            } else {
                let moment = entry.moment(in: journey)
                add(moment.title, isTitle: true)
                Self.visit(moment) { add($0) }
            }
        }
        return terms
    }

    private static func visit(_ record: Record, _ take: (String) -> Void) {
        take(record.body.plain)
        if let owner = record.owner { take(owner) }
        if let team = record.team { take(team) }
        for tag in record.tags { take(tag) }
    }

    /// What is found under the moment itself: findings are entries of their own, and references lead to some.
    private static func visit(_ moment: Moment, _ take: (String) -> Void) {
        for quote in moment.quotes { take(quote.text.plain) }
        for content in moment.lanes {
            switch content.value {
            case .text(let texts): for text in texts { take(text.plain) }
            case .feelings(let feelings): for feeling in feelings { take(feeling.words.plain) }
            case .tags(let tags): for tag in tags { take(tag.name) }
            case .findings, .references: break
            }
        }
        take(moment.notes.plain)
    }

    private static func visitOwnTexts(of target: Target, in portfolio: Portfolio, _ take: (String) -> Void) {
        func takeAll(_ texts: [String?]) { for text in texts { if let text { take(text) } } }
        switch target.kind {
        case .persona:
            let persona = portfolio.personas[target.index]
            takeAll([persona.role, persona.segment, persona.quote] + persona.needs)
        case .metric:
            let metric = portfolio.metrics[target.index]
            takeAll([metric.unit, metric.method, metric.source])
        case .evidence:
            let evidence = portfolio.evidence[target.index]
            takeAll([evidence.researcher, evidence.source])
        case .opportunity: takeAll([portfolio.opportunities[target.index].because])
        case .solution: takeAll(portfolio.solutions[target.index].delivery)
        case .journey, .goal, .insight, .page: break
        }
    }
}
