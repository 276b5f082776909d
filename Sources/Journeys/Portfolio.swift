import Diagnostics
import Markup

/// All that a content folder says, not yet linked.
package struct Portfolio: Sendable {
    package var settings: PortfolioSettings
    /// Each list by path, in byte order.
    package var journeys: [Journey] = []
    package var personas: [Persona] = []
    package var goals: [Goal] = []
    package var metrics: [Metric] = []
    package var evidence: [Evidence] = []
    package var insights: [Insight] = []
    package var opportunities: [Opportunity] = []
    package var solutions: [Solution] = []
    package var pages: [FreePage] = []
    /// What has been recorded of the scores of earlier months, up to the day that the portfolio is read for.
    package var trend = Trend.none
    /// Every file of the content folder, relative to it, in byte order: what links may lead to and assets are copied from.
    package var files: [String] = []

    package init(settings: PortfolioSettings) {
        self.settings = settings
    }

    /// The record of any item.
    package func record(of target: Target) -> Record {
        switch target.kind {
        case .journey: journeys[target.index].record
        case .persona: personas[target.index].record
        case .goal: goals[target.index].record
        case .metric: metrics[target.index].record
        case .evidence: evidence[target.index].record
        case .insight: insights[target.index].record
        case .opportunity: opportunities[target.index].record
        case .solution: solutions[target.index].record
        case .page: pages[target.index].record
        }
    }

    /// Its record's id, without all the rest of the record.
    package func id(of target: Target) -> String {
        switch target.kind {
        case .journey: journeys[target.index].record.id
        case .persona: personas[target.index].record.id
        case .goal: goals[target.index].record.id
        case .metric: metrics[target.index].record.id
        case .evidence: evidence[target.index].record.id
        case .insight: insights[target.index].record.id
        case .opportunity: opportunities[target.index].record.id
        case .solution: solutions[target.index].record.id
        case .page: pages[target.index].record.id
        }
    }

    func count(of kind: ContentKind) -> Int {
        switch kind {
        case .journey: journeys.count
        case .persona: personas.count
        case .goal: goals.count
        case .metric: metrics.count
        case .evidence: evidence.count
        case .insight: insights.count
        case .opportunity: opportunities.count
        case .solution: solutions.count
        case .page: pages.count
        }
    }

    package func records(of kind: ContentKind) -> [Record] {
        switch kind {
        case .journey: journeys.map(\.record)
        case .persona: personas.map(\.record)
        case .goal: goals.map(\.record)
        case .metric: metrics.map(\.record)
        case .evidence: evidence.map(\.record)
        case .insight: insights.map(\.record)
        case .opportunity: opportunities.map(\.record)
        case .solution: solutions.map(\.record)
        case .page: pages.map(\.record)
        }
    }
}
