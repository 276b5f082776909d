import Journeys
import Scoring

/// What the scores of a journey were taken from, part by part, each with where it is written.
struct ScoreInputs {
    let sections: [SectionView]

    /// More inputs than these of one part are counted, not listed.
    private static let limit = 200

    init(of scores: JourneyScores, links: PageLinks) {
        let words = links.edition.words
        let (health, trust) = (scores.health, scores.trust)
        func part(_ whole: ScoreWord, _ part: ScoreWord) -> String {
            words(.partOfPart, ["whole": words[whole], "part": words[part]])
        }
        let parts: [(String, Score)] = [
            (part(.experience, .emotion), health.emotion), (part(.experience, .relief), health.relief),
            (words[.customerOutcomes], health.customerOutcomes), (words[.businessOutcomes], health.businessOutcomes),
            (words[.operations], health.operations), (words[.evidenceScore], trust.evidence.score),
            (words[.stewardshipScore], trust.stewardship), (words[.progressScore], scores.progress.score),
        ]
        sections = parts.map { title, score in
            SectionView(
                title: title, lead: links.edition.wording.sentence(for: score),
                table: Self.table(score, caption: title, links: links))
        }
    }

    private static func table(_ score: Score, caption: String, links: PageLinks) -> TableView? {
        let words = links.edition.words
        return TableView(
            caption,
            columns: [
                ColumnView(words[.input]), ColumnView(words[.part]), ColumnView(words[.value], isNumber: true),
                ColumnView(words[.weight], isNumber: true), ColumnView(words[.writtenIn]),
            ],
            rows: score.contributions.flatMap { contribution -> [RowView] in
                // The same claims as those that are backed, which say it too.
                if contribution.name == .fresh { return [] }
                let fresh = contribution.name == .backed ? score.contributions.first { $0.name == .fresh } : nil
                let rows = contribution.inputs.prefix(limit).enumerated().map { position, input in
                    let isFresh = (fresh?.inputs[position].value ?? 0) > 0
                    return row(input, of: contribution, isFresh: isFresh, links: links)
                }
                return rows + more(contribution, links.edition)
            })
    }

    private static func row(
        _ input: ScoreInput, of contribution: Contribution, isFresh: Bool, links: PageLinks
    ) -> RowView {
        let edition = links.edition
        let value =
            isFresh ? edition.words[.thereAndFresh] : value(of: input, in: contribution.name, edition)
        let source = edition.basis.source(of: input, in: contribution.name)
        return RowView(
            head: LinkView(text: source.title, address: links.address(of: source.target)),
            cells: [
                .text(contribution.name.title(edition.words)),
                .number(value),
                .number(edition.figures.number(weight(of: input, in: contribution))),
                .text(edition.place(of: input, from: source)),
            ])
    }

    /// Where each input is a part of its own, the part's weight is meant.
    private static func weight(of input: ScoreInput, in contribution: Contribution) -> Double {
        switch contribution.name {
        case .owner, .reviewed, .described, .currentMetric, .placed: contribution.weight
        default: input.weight
        }
    }

    private static func value(of input: ScoreInput, in name: Contribution.Name, _ edition: Edition) -> String? {
        guard let value = input.value else { return nil }
        switch name {
        case .mean, .worst, .end: return edition.figures.signed(value)
        case .backed, .fresh, .owner, .placed: return edition.words[value > 0 ? .there : .notThere]
        case .metric, .currentMetric, .mixed:
            guard case .metric(let index) = input.subject else { return edition.words[.notThere] }
            return edition.figures.quantity(value, unit: edition.portfolio.metrics[index].unit)
        default: return edition.figures.percent(value)
        }
    }

    private static func more(_ contribution: Contribution, _ edition: Edition) -> [RowView] {
        let rest = contribution.inputs.count - limit
        guard rest > 0 else { return [] }
        let text = edition.words(.andMore, ["n": edition.figures.number(rest)])
        let cells = [CellView.text(contribution.name.title(edition.words)), .number(nil), .number(nil), .text(nil)]
        return [RowView(head: LinkView(text: text), cells: cells)]
    }
}

extension Edition {
    /// The file and the line in which an input is written: `content/metrics/csat.csv:4`.
    func place(of input: ScoreInput, from source: ScoreSource) -> String {
        let line = source.row ?? record(of: input.subject).lines.line(of: source.location.range.lowerBound)
        return "\(root)\(source.location.path):\(line)"
    }

    private func record(of subject: ScoreInput.Subject) -> Record {
        switch subject {
        case .journey(let index): portfolio.journeys[index].record
        case .moment(let index), .emotion(let index, _): portfolio.journeys[basis.moments[index].journey].record
        case .finding(let index): portfolio.journeys[basis.findings[index].journey].record
        case .metric(let index): portfolio.metrics[index].record
        case .opportunity(let index): portfolio.opportunities[index].record
        case .solution(let index): portfolio.solutions[index].record
        }
    }
}
