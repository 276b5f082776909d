import Journeys
import Scoring
import Templates

/// One thing that two journeys are compared by.
struct PairRowView: TemplateView {
    static let fields = ViewFields<PairRowView>(
        "pair-row",
        [
            .text("name", \.name),
            .list("cells", \.cells),
            .view("change", \.change),
            .flag("whole", \.isWhole),
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

    /// A journey of today changes into its future state. What has not happened yet can't rest on evidence: that trust falls there
    /// says nothing against it.
    private static func change(
        _ change: Double, of score: ScoreWord, in pair: JourneyPair, _ edition: Edition
    ) -> ChangeView {
        if pair.kind == .siblings { return .difference(change, edition) }
        let isUnbacked = edition.scores[pair.second].trust.evidence.backed == 0
        return change < 0 && isUnbacked && [.trust, .evidenceScore].contains(score)
            ? .expected(change, because: edition.words[.futureUnbacked], edition) : ChangeView(change, edition)
    }

    private static func scores(of pair: JourneyPair, _ edition: Edition) -> [PairRowView] {
        zip(ComparedScore.all(of: edition.scores[pair.first]), ComparedScore.all(of: edition.scores[pair.second]))
            .map { first, second in
                var change: ChangeView?
                if let before = first.value, let after = second.value {
                    change = self.change(after - before, of: first.name, in: pair, edition)
                }
                return PairRowView(
                    name: edition.words[first.name],
                    cells: [first, second].map {
                        CellView(
                            drawing: ScoreBar(value: $0.value, range: $0.health?.range).svg, score: $0.view(edition))
                    },
                    change: change, isWhole: first.isWhole)
            }
    }
}
