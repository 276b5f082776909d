import Journeys
import Scoring
import Templates

/// One opportunity: what it would mend, what is done about it, and what was decided.
struct OpportunityPage: TemplateView {
    static let fields = ViewFields<OpportunityPage>(
        "opportunity",
        [
            .view("page", \.page),
            .text("title", \.title),
            .text("decision", \.decision),
            .text("because", \.because),
            .list("progress", \.progress),
            .list("facts", \.facts),
            .flag("has-facts") { !$0.facts.isEmpty },
            .html("body", \.body),
            .view("addresses", \.addresses),
            .view("worth", \.worth),
            .view("solutions", \.solutions),
            .view("metrics", \.metrics),
        ])

    let page: PageFrame
    let title: String
    let decision: String?
    let because: String?
    /// The stages of the triple diamond, with the one it has reached.
    let progress: [LinkView]
    let facts: [FactView]
    let body: HTML
    let addresses: SectionView
    let worth: WorthView
    let solutions: SectionView
    let metrics: SectionView?

    init(_ index: Int, _ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .opportunity, index)
        let links = edition.links(on: path)
        let words = edition.words
        let item = edition.portfolio.opportunities[index]
        page = chrome.frame(
            for: path, titled: item.title, section: Navigation.Section(.opportunity, index), source: item.path,
            about: item.record.body.plain)
        title = item.title
        decision = item.decision.map { decision in
            let word = words[decision.word]
            guard let day = item.decided else { return word }
            return words(.decidedOn, ["decision": word, "date": edition.figures.date(day)])
        }
        because = item.because
        progress = Opportunity.Stage.allCases.map {
            LinkView(text: words[$0.word], isCurrent: $0 == item.stage)
        }
        facts =
            FactView.optional(words[.owner], item.record.owner) + FactView.optional(words[.team], item.record.team)
            + FactView.optional(words[.goals], links.links(to: item.goals))
            + FactView.optional(words[.tags], texts: item.record.tags)
        body = links.html(item.record.body, from: item.path)
        addresses = SectionView(
            title: words[.addresses], missing: words[.opportunityWithoutFindings],
            entries: item.addresses.compactMap(\.target).map { links.entry(for: $0) })
        worth = WorthView(of: index, links: links)
        let found = edition.solutions(for: index)
        solutions = SectionView(
            title: words[.solutions], missing: words[.opportunityWithoutSolution],
            table: SolutionTable(found.map(\.index), links: links).table)
        let measured = item.metrics.compactMap(\.target).map { MetricLineView($0.index, links: links) }
        metrics = measured.isEmpty ? nil : SectionView(title: words[.metrics], metrics: measured)
    }
}

/// Opportunities in a table, as lists and scorecards show them.
struct OpportunityTable {
    let table: TableView?

    init(_ indices: [Int], links: PageLinks) {
        let edition = links.edition
        let words = edition.words
        table = TableView(
            words[.opportunities],
            columns: [
                ColumnView(words[.opportunity]), ColumnView(words[.rank], isNumber: true),
                ColumnView(words[.priority], isNumber: true), ColumnView(words[.stage], .word),
                ColumnView(words[.decision], .word),
                ColumnView(words[.solutions], isNumber: true),
            ],
            rows: indices.map { index in
                let item = edition.portfolio.opportunities[index]
                let target = Target(kind: .opportunity, index: index)
                let solutions = edition.solutions(for: index).count
                return RowView(
                    head: links.link(to: target),
                    cells: [
                        .number(edition.ranking.ranks[index].map { edition.figures.number($0) }),
                        .number(edition.priority(edition.ranking.priorities[index])),
                        .text(words[item.stage.word]), .text(item.decision.map { words[$0.word] }),
                        .number(edition.figures.number(solutions)),
                    ], facets: links.facets?.numbers(of: .opportunity, index))
            })
    }
}

extension Opportunity.Stage {
    var word: Word {
        switch self {
        case .discover: .discover
        case .define: .define
        case .develop: .develop
        case .deliver: .deliver
        case .measure: .measure
        case .closed: .closed
        }
    }
}

extension Opportunity.Decision {
    var word: Word {
        switch self {
        case .will: .will
        case .later: .later
        case .wont: .wont
        }
    }
}

extension Opportunity.Input {
    var word: Word {
        switch self {
        case .customerImpact: .customerImpact
        case .businessImpact: .businessImpact
        case .effort: .effort
        case .reach: .reach
        case .impact: .impact
        case .confidence: .confidence
        case .ease: .ease
        case .value: .value
        case .timeCriticality: .timeCriticality
        case .riskReduction: .riskReduction
        case .importance: .importance
        case .satisfaction: .satisfaction
        }
    }
}
