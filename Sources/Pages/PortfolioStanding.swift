import Journeys
import Scoring

/// What the portfolio page says of all journeys together.
struct PortfolioStanding {
    /// More than these no screen holds.
    static let limit = 5

    let health: ScoreFactView
    let maturity: String
    /// What the next level asks for, and of how many journeys it is missing.
    let asks: String?
    let gates: [String]

    init(_ edition: Edition) {
        let (words, figures) = (edition.words, edition.figures)
        let rolled = edition.scored.health
        var remarks: [String] = []
        if let range = Self.range(edition), rolled.value != nil {
            remarks.append(
                words(
                    .rangeOf, ["low": figures.whole(range.lowerBound), "high": figures.whole(range.upperBound)]))
        }
        remarks.append(edition.basis(of: rolled))
        var score = ScoreView(rolled, edition)
        if rolled.value != nil, Self.coverage(edition) < 0.5 {
            score.provisional = words[.provisional]
            remarks.append(words[.provisional])
        }
        let course = edition.courseOfHealth
        health = ScoreFactView(
            name: words[.health], score: score,
            course: TrendLine(course).svg(edition, title: words[.health]),
            change: ChangeView(sinceQuarter: course.change, edition),
            remarks: remarks)

        let portfolio = edition.scored.maturity
        maturity = edition.name(ofLevel: portfolio.level)
        let next = portfolio.level + 1
        let counting = edition.basis.counting
        guard Maturity.levels.contains(next), !counting.isEmpty else {
            asks = portfolio.level == Maturity.levels.upperBound ? words[.maturityHighest] : nil
            gates = []
            return
        }
        asks = words(
            .portfolioNextLevel,
            [
                "level": figures.number(next), "name": words[Maturity.word(ofLevel: next)],
                "n": figures.number(portfolio.reached[next - 1]), "of": figures.number(counting.count),
            ])
        var lacking: [Maturity.Gate: Int] = [:]
        for index in counting {
            for gate in edition.scores[index].maturity.allUnmet where gate.level <= next {
                lacking[gate, default: 0] += 1
            }
        }
        gates = Maturity.Gate.allCases.compactMap { gate in
            guard let count = lacking[gate] else { return nil }
            return words.count(.gateLacking, count, as: figures.number(count), ["gate": words[gate.word]])
        }
    }

    /// How much of the healths that it is the mean of is measured, by weight.
    private static func coverage(_ edition: Edition) -> Double {
        var (measured, weight) = (0.0, 0.0)
        for index in edition.basis.counting where edition.scores[index].health.value != nil {
            let own = edition.portfolio.journeys[index].weight
            measured += own * edition.scores[index].health.coverage
            weight += own
        }
        return weight > 0 ? (measured / weight).nineDecimals : 1
    }

    /// The mean health by weight if all that is not measured were 0 … if it were 100, of the journeys that count.
    private static func range(_ edition: Edition) -> ClosedRange<Double>? {
        var (low, high, weight) = (0.0, 0.0, 0.0)
        for index in edition.basis.counting {
            let own = edition.portfolio.journeys[index].weight
            low += own * edition.scores[index].health.low
            high += own * edition.scores[index].health.high
            weight += own
        }
        guard weight > 0, low <= high else { return nil }
        return low / weight...high / weight
    }
}

extension PageLinks {
    /// The opportunities that matter most.
    func topOpportunities() -> SectionView {
        let (words, figures) = (edition.words, edition.figures)
        let ranking = edition.ranking
        return SectionView(
            title: words[.whatFirst], missing: words[.opportunitiesMissing],
            links: ranking.order.prefix(PortfolioStanding.limit).map { index in
                let priority = edition.priority(ranking.priorities[index]) ?? ""
                let rank = ranking.ranks[index] ?? 0
                var note = words(
                    .briefPriority,
                    [
                        "priority": priority, "range": edition.rankRange(of: index) ?? figures.number(rank),
                    ])
                if let tie = edition.tie(of: index) { note = words.listed([note, tie]) }
                return link(to: Target(kind: .opportunity, index: index), note: note)
            })
    }

    /// What is overdue, the most pressing first.
    func topReviews() -> SectionView {
        let words = edition.words
        let late = edition.agenda.order.filter { (edition.agenda.reviews[$0]?.overdueDays ?? 0) > 0 }
        let rest = late.count - PortfolioStanding.limit
        return SectionView(
            title: words[.overdueForReview], missing: words[.nothingOverdue],
            more: rest > 0 ? words(.andMore, ["n": edition.figures.number(rest)]) : nil,
            links: late.prefix(PortfolioStanding.limit).compactMap { index in
                guard let review = edition.agenda.reviews[index] else { return nil }
                let owner = edition.portfolio.journeys[index].record.owner ?? words[.ownerMissing]
                let why = triggers(of: review).first?.text ?? ""
                return link(toJourney: index, note: words(.briefOverdue, ["owner": words.isolated(owner), "why": why]))
            })
    }

    /// What does not add up, by rule, with an example of each; what is done twice does.
    func topClashes() -> SectionView {
        let (words, figures) = (edition.words, edition.figures)
        let rules = Contradiction.Rule.allCases.filter { !$0.isOverlap && edition.clashes.count(of: $0) > 0 }
            .sorted { (-edition.clashes.count(of: $0), $0) < (-edition.clashes.count(of: $1), $1) }
        let shown = rules.prefix(PortfolioStanding.limit)
        let rest = rules.dropFirst(shown.count).reduce(0) { $0 + edition.clashes.count(of: $1) }
        return SectionView(
            title: words[.addsUpHeading], missing: words[.contradictionsMissing],
            more: rest > 0 ? words(.andMore, ["n": figures.number(rest)]) : nil,
            links: shown.compactMap { rule in
                let count = edition.clashes.count(of: rule)
                guard let example = edition.clashes.examples[rule]?.subjects.first else { return nil }
                let path = edition.map.path(of: .contradictions, part: edition.clashes.part(of: rule))
                return LinkView(
                    text: words[rule.word], address: page.relativeLink(to: path, anchor: rule.anchor),
                    note: words(
                        .briefClashes, ["n": figures.number(count), "example": words.isolated(title(of: example))]))
            })
    }

    /// In words, without a link.
    private func title(of subject: Contradiction.Subject) -> String {
        switch subject {
        case .finding(let index): edition.basis.findings[index].text
        case .moment(let index): edition.basis.moments[index].title
        case .metric(let index): edition.portfolio.metrics[index].record.title
        case .solution(let index): edition.portfolio.solutions[index].record.title
        case .opportunity(let index): edition.portfolio.opportunities[index].record.title
        case .journey(let index): edition.portfolio.journeys[index].record.title
        case .touchpoint(let name): name
        }
    }
}
