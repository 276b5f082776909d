import Diagnostics
import Journeys

/// Where an input of a score is written, what it is called, and what a link to it leads to.
package struct ScoreSource: Hashable, Sendable {
    package let title: String
    /// The path is relative to the content folder.
    package let location: Location
    /// Counted from 1, where a row of a CSV is meant.
    package let row: Int?
    package let target: Target

    init(_ title: String, in path: String, at range: TextRange, row: Int? = nil, to target: Target) {
        self.title = title
        location = Location(path: path, range: range)
        self.row = row
        self.target = target
    }
}

extension PortfolioBasis {
    /// - Parameter name: the contribution that it is an input of: of a journey's review the date is meant.
    package func source(of input: ScoreInput, in name: Contribution.Name) -> ScoreSource {
        switch input.subject {
        case .journey(let index):
            let journey = portfolio.journeys[index]
            let range = name == .reviewed ? journey.reviewedRange : nil
            return ScoreSource(
                journey.record.title, in: journey.record.path, at: range ?? journey.record.idRange,
                to: Target(kind: .journey, index: index))
        case .moment(let index):
            let moment = moments[index]
            return source(of: moment, at: moment.range)
        case .emotion(let index, let entry):
            let moment = moments[index]
            return source(of: moment, at: moment.emotions[entry].range)
        case .finding(let index):
            let finding = findings[index]
            let own = Target(kind: .journey, index: finding.journey, anchor: finding.id)
            return ScoreSource(
                finding.text, in: portfolio.journeys[finding.journey].record.path, at: finding.range,
                to: finding.insight.map { Target(kind: .insight, index: $0) } ?? own)
        case .metric(let index):
            return source(ofMetric: index)
        case .opportunity(let index):
            return source(of: portfolio.opportunities[index], at: index)
        case .solution(let index):
            return source(of: portfolio.solutions[index], at: index)
        }
    }

    /// The journey in whose file an input is written; nothing for what has a file of its own.
    package func journey(of subject: ScoreInput.Subject) -> Int? {
        switch subject {
        case .journey(let index): index
        case .moment(let index), .emotion(let index, _): journey(ofMoment: index)
        case .finding(let index): journey(ofFinding: index)
        case .metric, .opportunity, .solution: nil
        }
    }

    private func source<Item: ContentItem>(of item: Item, at index: Int) -> ScoreSource {
        ScoreSource(
            item.record.title, in: item.record.path, at: item.record.idRange, to: Target(kind: Item.kind, index: index))
    }

    private func source(of moment: ScoredMoment, at range: TextRange) -> ScoreSource {
        ScoreSource(
            moment.title, in: portfolio.journeys[moment.journey].record.path, at: range,
            to: Target(kind: .journey, index: moment.journey, anchor: moment.anchor))
    }

    /// The row of its latest value; of a metric without one, its own file.
    private func source(ofMetric index: Int) -> ScoreSource {
        let target = Target(kind: .metric, index: index)
        guard let path = portfolio.metrics[index].series?.path, let line = latestLines[index] else {
            return source(of: portfolio.metrics[index], at: index)
        }
        let title = portfolio.metrics[index].record.title
        return ScoreSource(title, in: path, at: 0..<0, row: line, to: target)
    }
}
