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

    /// By the places in them the entries are known in all files of the index.
    private let runs: [EntryRun]
    /// By run: the number of its first entry.
    private let starts: [UInt32]
    let count: Int

    static let none = SearchEntries(runs: [])

    private init(runs: [EntryRun]) {
        self.runs = runs
        var (starts, count): ([UInt32], Int) = ([], 0)
        starts.reserveCapacity(runs.count)
        for run in runs {
            starts.append(UInt32(count))
            count += run.count
        }
        (self.starts, self.count) = (starts, count)
    }

    init(_ portfolio: Portfolio, map: SiteMap) {
        var journeys = [[[EntryRun]]](
            repeating: Array(repeating: [], count: portfolio.settings.taxonomy.levels.count),
            count: Standing.allCases.count)
        var items = [[EntryRun]](repeating: [], count: Standing.allCases.count)
        var moments = items
        var findings = items
        var passages = items
        func add(
            _ share: EntryRun.Share, of kind: ContentKind, _ index: Int, to runs: inout [EntryRun]
        ) {
            if let run = EntryRun(share, of: kind, index, in: portfolio) { runs.append(run) }
        }
        for (index, journey) in portfolio.journeys.enumerated() where map.hasPage(.journey, index) {
            let standing = Standing(journey)
            let level = min(journey.level, journeys[standing.rawValue].count - 1)
            add(.item, of: .journey, index, to: &journeys[standing.rawValue][level])
            add(.moments, of: .journey, index, to: &moments[standing.rawValue])
            if standing == .live {
                add(.openFindings, of: .journey, index, to: &findings[standing.rawValue])
                add(.resolvedFindings, of: .journey, index, to: &findings[Standing.aside.rawValue])
            } else {
                add(.findings, of: .journey, index, to: &findings[standing.rawValue])
            }
        }
        for kind in ContentKind.allCases where kind != .journey {
            for index in portfolio.records(of: kind).indices where map.hasPage(kind, index) {
                let standing = Standing(kind, index, portfolio)
                add(.item, of: kind, index, to: &items[standing.rawValue])
                add(.passages, of: kind, index, to: &passages[standing.rawValue])
            }
        }
        var runs: [EntryRun] = []
        for standing in Standing.allCases.map(\.rawValue) {
            for level in journeys[standing] { runs += level }
            runs += items[standing]
            runs += moments[standing]
            runs += findings[standing]
            runs += passages[standing]
        }
        self.init(runs: runs)
    }

    /// Some of them, in their order.
    func list(_ numbers: Range<Int>, in portfolio: Portfolio) -> [SearchEntry] {
        var list: [SearchEntry] = []
        list.reserveCapacity(numbers.count)
        // The last run that starts with the first of them or before.
        var (place, end) = (0, runs.count)
        while end - place > 1 {
            let middle = (place + end) / 2
            if starts[middle] <= numbers.lowerBound { place = middle } else { end = middle }
        }
        while place < runs.count, starts[place] < numbers.upperBound {
            var number = Int(starts[place])
            runs[place].visit(in: portfolio) { entry in
                if numbers.contains(number) { list.append(entry) }
                number += 1
            }
            place += 1
        }
        return list
    }

    /// By journey: the number of its entry, and that of the first of its stages and steps, which follow each other.
    func numbers(ofJourneys count: Int) -> [(entry: UInt32, firstMoment: UInt32)] {
        var numbers = [(entry: UInt32, firstMoment: UInt32)](repeating: (0, 0), count: count)
        for (run, start) in zip(runs, starts) where run.content == .journey {
            switch run.share {
            case .item: numbers[run.item].entry = start
            case .moments: numbers[run.item].firstMoment = start
            case .findings, .openFindings, .resolvedFindings, .passages: break
            }
        }
        return numbers
    }
}

// MARK: Words

extension SearchEntries {
    /// All words of titles and texts, with the entries that have them.
    func terms(of portfolio: Portfolio) -> SearchTerms {
        var texts = TextGathering()
        var number = 0
        for run in runs {
            run.visit(in: portfolio) { entry in
                texts.begin(number)
                Self.gather(entry, of: portfolio, into: &texts)
                number += 1
            }
        }
        return texts.terms
    }

    private static func gather(_ entry: SearchEntry, of portfolio: Portfolio, into texts: inout TextGathering) {
        guard entry.content == .journey else {
            let record = portfolio.record(of: entry.target)
            if let passage = entry.passage(in: record) { return texts.add(title: passage.anchor.text) }
            texts.add(title: record.title)
            gather(record, into: &texts)
            return gatherOwnTexts(of: entry.target, in: portfolio, into: &texts)
        }
        let journey = portfolio.journeys[entry.item]
        if entry.kind == .journey {
            gather(journey, into: &texts)
        } else if let finding = entry.finding(in: journey) {
            texts.add(title: finding.text.plain)
            if let segment = finding.segment { texts.add(segment) }
        } else {
            gather(entry.moment(in: journey), into: &texts)
        }
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
