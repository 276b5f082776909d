import Journeys
import Scoring
import Templates

/// What journeys are compared by besides their scores.
struct JourneyFact {
    let name: String
    let text: String?
    /// That somebody ought to act on it.
    var isWarning = false

    /// The same facts in the same order for every journey.
    static func all(of index: Int, _ edition: Edition) -> [JourneyFact] {
        let words = edition.words
        let journey = edition.portfolio.journeys[index]
        let review = edition.reviews[index]
        return [
            JourneyFact(name: words[.level], text: edition.level(of: journey)),
            JourneyFact(
                name: words[.state],
                text: words.listed((journey.state == .current ? [words[.ofToday]] : []) + edition.marks(of: journey))),
            JourneyFact(
                name: words[.owner], text: journey.record.owner ?? words[.ownerMissing],
                isWarning: journey.record.owner == nil && journey.counts),
            JourneyFact(
                name: words[.reviewed],
                text: review.text(edition) ?? journey.reviewed.map { edition.figures.date($0) },
                isWarning: review.isLate),
            JourneyFact(
                name: words[.maturity], text: edition.name(ofLevel: edition.scores[index].maturity.level)),
        ]
    }
}

/// One thing that two journeys are compared by.
struct PairRowView: TemplateView {
    static let fields = ViewFields<PairRowView>(
        "pair-row",
        [
            .text("name") { $0.name },
            .list("cells") { $0.cells },
            .view("change") { $0.change },
            .flag("whole") { $0.isWhole },
        ])

    let name: String
    let cells: [CellView]
    /// From the first to the second; nothing where one of them is not measured, or neither is a score.
    var change: ChangeView?
    /// A score that the rows below it are the parts of.
    var isWhole = false

    static func all(of pair: JourneyPair, _ edition: Edition) -> [PairRowView] {
        facts(of: pair, edition) + scores(of: pair, edition)
    }

    private static func facts(of pair: JourneyPair, _ edition: Edition) -> [PairRowView] {
        zip(JourneyFact.all(of: pair.first, edition), JourneyFact.all(of: pair.second, edition)).map { first, second in
            PairRowView(name: first.name, cells: [first, second].map { .text($0.text, isWarning: $0.isWarning) })
        }
    }

    private static func scores(of pair: JourneyPair, _ edition: Edition) -> [PairRowView] {
        let (first, second) = (edition.scores[pair.first], edition.scores[pair.second])
        // Both have the same parts in the same order.
        let rows = zip(ScoreRowView.all(of: first, edition), ScoreRowView.all(of: second, edition))
        return zip(rows, zip(values(of: first), values(of: second))).map { rows, values in
            var change: ChangeView?
            if let before = values.0, let after = values.1 { change = ChangeView(after - before, edition) }
            return PairRowView(
                name: rows.0.name,
                cells: [rows.0, rows.1].map { CellView(drawing: $0.bar, score: $0.score) },
                change: change, isWhole: rows.0.isWhole)
        }
    }

    /// In the order of a scorecard's rows.
    private static func values(of scores: JourneyScores) -> [Double?] {
        let (health, trust) = (scores.health, scores.trust)
        return [
            health.value, health.experience.value, health.customerOutcomes.value, health.businessOutcomes.value,
            health.operations.value, trust.value, trust.evidence.score.value, trust.stewardship.value,
            scores.progress.value,
        ]
    }
}
