import Journeys
import Scoring

extension PageLinks {
    /// Whether a solution did what it was for: by metric, before and after it shipped.
    func verdicts(of result: ClosedLoop.Result) -> SectionView? {
        guard result.outcome != nil, !result.measurements.isEmpty else { return nil }
        let words = edition.words
        let hasFigures = result.measurements.contains { $0.figures != nil }
        return SectionView(
            title: words[.workedHeading],
            lead: edition.verdict(of: result).map { words(.partOfPart, ["whole": words[.verdict], "part": $0]) },
            more: hasFigures ? words[.workedLead] : nil,
            table: TableView(
                words[.workedHeading],
                columns: [
                    ColumnView(words[.metric]), ColumnView(words[.beforeShipping], isNumber: true, .measure),
                    ColumnView(words[.afterShipping], isNumber: true, .measure),
                    ColumnView(words[.change], isNumber: true, .measure),
                    ColumnView(words[.season]), ColumnView(words[.ownMovement]), ColumnView(words[.verdict]),
                ],
                rows: result.measurements.map(row)),
            // The table says the rest.
            links: result.measurements.filter { $0.figures == nil || $0.figures?.unchangedBecause != nil }
                .map { LinkView(text: edition.wording.sentence(for: $0)) })
    }

    private func row(_ measurement: LoopMeasurement) -> RowView {
        let (words, figures) = (edition.words, edition.figures)
        let unit = edition.portfolio.metrics[measurement.metric].unit
        let found = measurement.figures
        var verdict = words[measurement.outcome.word]
        if measurement.isPreliminary {
            let date = figures.date(measurement.afterDays.upperBound)
            verdict = words.listed([verdict, words(.preliminary, ["date": date])])
        }
        return RowView(
            head: link(to: Target(kind: .metric, index: measurement.metric)),
            cells: [
                .number(found.map { figures.quantity($0.before, unit: unit) }),
                .number(found.map { figures.quantity($0.after, unit: unit) }),
                .number(found.map { figures.signed($0.change, places: 2) }),
                .text(
                    found.map { found in
                        guard let season = found.season else { return words[.seasonIn] }
                        return words(.seasonOut, ["change": figures.signed(season.nineDecimals, places: 2)])
                    }),
                .text(found.map { movement($0.ownMovement) }),
                .text(verdict, isWarning: measurement.outcome == .worse),
            ])
    }

    private func movement(_ own: OwnMovement?) -> String {
        guard let own else { return edition.words[.ownMovementUnknown] }
        return edition.words(
            .ownMovementOf,
            ["n": edition.figures.number(own.pairs.part), "of": edition.figures.number(own.pairs.whole)])
    }
}

extension Edition {
    /// "improved", "unchanged, preliminary"; nothing for what has not shipped.
    func verdict(of result: ClosedLoop.Result) -> String? {
        guard let outcome = result.outcome else { return nil }
        let word = words[outcome.word]
        return result.isPreliminary ? words(.verdictPreliminary, ["verdict": word]) : word
    }

    /// "5 of 9 shipped solutions moved their metric"
    var scoreboard: String {
        guard loop.moved.whole > 0 else { return words[.noneShipped] }
        let moved = loop.moved
        let told =
            moved.whole == 1
            ? words[moved.part == 1 ? .movedOnly : .movedNotOnly]
            : words.count(
                .moved, moved.part, as: figures.number(moved.part), ["of": figures.number(moved.whole)])
        return told + " (" + words.listed(outcomes) + ")."
    }

    /// "improved: 5", "unchanged: 2" …: what there is of each; of one alone no number.
    private var outcomes: [String] {
        LoopMeasurement.Outcome.allCases.compactMap { outcome in
            let count = loop.count(of: outcome)
            guard count > 0 else { return nil }
            if loop.moved.whole == 1 { return words[outcome.word] }
            return words(.outcomeCount, ["n": figures.number(count), "outcome": words[outcome.word]])
        }
    }
}

extension LoopMeasurement.Outcome {
    var word: ScoreWord {
        switch self {
        case .improved: .improved
        case .worse: .worse
        case .unchanged: .unchanged
        case .tooEarly: .tooEarly
        case .noData: .noData
        }
    }
}

extension LoopMeasurement.Figures {
    /// By how much the same days of a year earlier changed, which was taken out; nothing where nothing was.
    fileprivate var season: Double? { isSeasonal ? after - before - change : nil }
}
