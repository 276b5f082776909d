import Journeys

// exempt: free words, because an entry is gathered anew when it has others.

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
                let record = portfolio.record(of: target)
                for (position, anchor) in record.anchors.enumerated() {
                    // A heading that is the title leads to the page, which is found by it.
                    guard !anchor.text.isEmpty, anchor.role != .heading || anchor.text != record.title,
                        let entry = SearchEntry(anchor, at: position, in: target)
                    else { continue }
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
        var texts = TextGathering()
        for (number, entry) in list.enumerated() {
            texts.begin(number)
            guard entry.content == .journey else {
                let record = portfolio.record(of: entry.target)
                if let passage = entry.passage(in: record) {
                    texts.add(title: passage.anchor.text)
                    continue
                }
                texts.add(title: record.title)
                Self.gather(record, into: &texts)
                Self.gatherOwnTexts(of: entry.target, in: portfolio, into: &texts)
                continue
            }
            let journey = portfolio.journeys[entry.item]
            if entry.kind == .journey {
                Self.gather(journey, into: &texts)
            } else if let finding = entry.finding(in: journey) {
                texts.add(title: finding.text.plain)
                if let segment = finding.segment { texts.add(segment) }
            } else {
                Self.gather(entry.moment(in: journey), into: &texts)
            }
        }
        return texts.terms
    }

    static func gather(_ journey: Journey, into texts: inout TextGathering) {
        texts.add(title: journey.title)
        gather(journey.record, into: &texts)
        for list in [journey.contributors, journey.products, journey.segments, journey.triggers] {
            for text in list { texts.add(text) }
        }
    }

    private static func gather(_ record: Record, into texts: inout TextGathering) {
        texts.add(record.body.plain)
        if let owner = record.owner { texts.add(owner) }
        if let team = record.team { texts.add(team) }
        for tag in record.tags { texts.add(tag) }
    }

    /// What is found under the moment itself: findings are entries of their own, and references lead to some.
    static func gather(_ moment: Moment, into texts: inout TextGathering) {
        texts.add(title: moment.title)
        for index in moment.quotes.indices { texts.add(moment.quotes[index].text.plain) }
        for content in moment.lanes {
            switch content.value {
            case .text(let list): for text in list { texts.add(text.plain) }
            case .feelings(let feelings): for feeling in feelings { texts.add(feeling.words.plain) }
            case .tags(let tags): for tag in tags { texts.add(tag.name) }
            case .findings, .references: break
            }
        }
        texts.add(moment.notes.plain)
    }

    private static func gatherOwnTexts(
        of target: Target, in portfolio: Portfolio, into texts: inout TextGathering
    ) {
        func takeAll(_ list: [String?]) { for text in list { if let text { texts.add(text) } } }
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
