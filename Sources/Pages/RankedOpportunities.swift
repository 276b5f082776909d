import Journeys
import Scoring

/// Opportunities in the order of their priority, and what keeps the others out of it.
struct RankedOpportunities: Sendable {
    /// Ranked, then those that lack an input, then those that are closed or decided against.
    let items: [Int]
    private let ranking: PriorityRanking

    init(_ ranking: PriorityRanking, titled titles: [Int]) {
        self.ranking = ranking
        let rest = titles.filter { ranking.ranks[$0] == nil }
        items =
            ranking.order + rest.filter { ranking.priorities[$0].value == nil }
            + rest.filter { ranking.priorities[$0].value != nil }
    }

    func sections(_ slice: ArraySlice<Int>, links: PageLinks) -> [SectionView] {
        let words = links.edition.words
        let ranked = slice.filter { ranking.ranks[$0] != nil }
        let unscored = slice.filter { ranking.priorities[$0].value == nil }
        let others = slice.filter { ranking.ranks[$0] == nil && ranking.priorities[$0].value != nil }
        return [
            slice.startIndex == 0 ? picture(links) : SectionView(),
            SectionView(title: words[.rankedHeading], table: table(ranked, links: links)),
            SectionView(title: words[.unscoredHeading], table: unscoredTable(unscored, links: links)),
            SectionView(title: words[.unrankedHeading], table: OpportunityTable(others, links: links).table),
        ]
    }

    private func table(_ indices: [Int], links: PageLinks) -> TableView? {
        let edition = links.edition
        let words = edition.words
        // Of the whole list, whose parts are alike: not every model gives them.
        let hasRanges = ranking.order.contains { ranking.firmness[$0] != nil }
        let hasConfidence = ranking.order.contains { edition.confidence(ranking.priorities[$0]) != nil }
        return TableView(
            words[.rankedHeading],
            columns: [
                ColumnView(words[.rank], isNumber: true), ColumnView(words[.opportunity]),
                ColumnView(words[.priority], isNumber: true),
            ] + (hasRanges ? [ColumnView(words[.rankRange], isNumber: true)] : [])
                + (hasConfidence ? [ColumnView(words[.confidence], isNumber: true)] : []) + [
                    ColumnView(words[.stage], .word),
                    ColumnView(words[.decision], .word), ColumnView(words[.solutions], isNumber: true),
                ],
            rows: indices.map { index in
                let item = edition.portfolio.opportunities[index]
                let target = Target(kind: .opportunity, index: index)
                let priority = ranking.priorities[index]
                let rank = ranking.ranks[index] ?? 0
                let solutions = edition.solutions(for: index).count
                // One by one, as a cell is large and would be copied where lists of them are put together.
                var cells: [CellView] = []
                cells.reserveCapacity(6)
                cells.append(.number(edition.priority(priority)))
                if hasRanges { cells.append(.number(edition.rankRange(of: index))) }
                if hasConfidence { cells.append(.number(edition.confidence(priority))) }
                cells.append(.text(words[item.stage.word]))
                cells.append(.text(item.decision.map { words[$0.word] }))
                cells.append(.number(edition.figures.number(solutions)))
                return RowView(
                    rank: edition.figures.number(rank), head: links.link(to: target, note: edition.tie(of: index)),
                    cells: cells,
                    isTied: ranking.ties[index].contains { ranking.ranks[$0] == rank + 1 },
                    facets: links.facets?.numbers(of: .opportunity, index))
            })
    }

    private func unscoredTable(_ indices: [Int], links: PageLinks) -> TableView? {
        let edition = links.edition
        let words = edition.words
        return TableView(
            words[.unscoredHeading],
            columns: [
                ColumnView(words[.opportunity]), ColumnView(words[.missingInputs]), ColumnView(words[.stage], .word),
            ],
            rows: indices.map { index in
                RowView(
                    head: links.link(to: Target(kind: .opportunity, index: index)),
                    cells: [
                        .text(words.listed(ranking.priorities[index].missing.map { words[$0.word] })),
                        .text(words[edition.portfolio.opportunities[index].stage.word]),
                    ], facets: links.facets?.numbers(of: .opportunity, index))
            })
    }

    // MARK: The picture

    /// Impact is what the weights of the model make of customer and business impact.
    private func picture(_ links: PageLinks) -> SectionView {
        let edition = links.edition
        let words = edition.words
        let shown = ranking.order.prefix(ValueEffortPlot.limit)
        let dots = shown.compactMap { dot($0, links: links) }
        guard let drawing = ValueEffortPlot(dots: dots).svg(edition) else { return SectionView() }
        var lead = words[.plotLead]
        if ranking.order.count > shown.count {
            lead += " "
            lead += words(
                .plotLeadFirst,
                ["n": edition.figures.number(shown.count), "of": edition.figures.number(ranking.order.count)])
        }
        return SectionView(
            title: words[.plotHeading], lead: lead, drawing: drawing,
            links: shown.prefix(Self.named).map { key($0, links) })
    }

    /// How many dots are named beside the picture.
    private static let named = 10

    private func key(_ index: Int, _ links: PageLinks) -> LinkView {
        let edition = links.edition
        let title = edition.words.isolated(edition.portfolio.opportunities[index].record.title)
        let rank = ranking.ranks[index].map { "\(edition.figures.number($0)) · " } ?? ""
        return LinkView(text: rank + title, address: links.address(of: Target(kind: .opportunity, index: index)))
    }

    private func dot(_ index: Int, links: PageLinks) -> ValueEffortPlot.Dot? {
        let edition = links.edition
        let priority = ranking.priorities[index]
        func part(_ input: Priority.Input) -> Priority.Part? { priority.parts.first { $0.input == input } }
        guard let customer = part(.customerImpact), let business = part(.businessImpact), let ease = part(.effort),
            let rank = ranking.ranks[index]
        else { return nil }
        let weight = customer.weight + business.weight
        let impact =
            weight > 0 ? (customer.scaled * customer.weight + business.scaled * business.weight) / weight : 0
        let effort = 5 - 4 * ease.scaled
        let title = edition.words(
            .plotDot,
            [
                "title": edition.words.isolated(edition.portfolio.opportunities[index].record.title),
                "rank": edition.figures.number(rank),
                "effort": edition.figures.number(effort, places: 1),
                "impact": edition.figures.number(1 + 4 * impact, places: 1),
            ])
        let firmness = ranking.firmness[index]
        return ValueEffortPlot.Dot(
            rank: edition.figures.number(rank),
            interval: firmness.flatMap { $0.best == $0.worst ? nil : edition.range($0) },
            title: title, address: links.address(of: Target(kind: .opportunity, index: index)), effort: effort,
            impact: 1 + 4 * impact, isFirm: firmness.map { $0.worst - $0.best <= 2 } ?? true)
    }
}

extension Edition {
    /// Whole, on a scale to 100; those of other models are small numbers, and have a decimal.
    func priority(_ priority: Priority) -> String? {
        priority.value.map { figures.number($0.nineDecimals, places: priority.model == .weighted ? 0 : 1) }
    }

    /// As it follows from evidence, or as the author gave it, on the scale of the model; some models have none.
    func confidence(_ priority: Priority) -> String? {
        priority.confidence.map { figures.percent($0.value) }
            ?? priority.given.first { $0.input == .confidence }.map { figures.number($0.value) }
    }

    func range(_ firmness: RankFirmness) -> String {
        let best = figures.number(firmness.best)
        return firmness.best == firmness.worst ? best : "\(best)\u{2013}\(figures.number(firmness.worst))"
    }

    func rankRange(of opportunity: Int) -> String? { ranking.firmness[opportunity].map(range) }

    /// "tie with 3", where the two can't be told apart.
    func tie(of opportunity: Int) -> String? {
        let ranks = ranking.ties[opportunity].compactMap { ranking.ranks[$0] }.sorted()
        guard !ranks.isEmpty else { return nil }
        return words(.tieWith, ["ranks": words.listed(ranks.map { figures.number($0) })])
    }
}
