import Diagnostics
import Markup

/// What one content file was read as.
///
/// Indirect, because lists of them are handed on from stage to stage.
package enum ParsedItem: Sendable {
    case journey(Journey)
    indirect case persona(Persona)
    indirect case goal(Goal)
    indirect case metric(Metric)
    indirect case evidence(Evidence)
    indirect case insight(Insight)
    indirect case opportunity(Opportunity)
    indirect case solution(Solution)
    indirect case page(FreePage)

    var path: String { record.path }

    var record: Record {
        switch self {
        case .journey(let journey): journey.record
        case .persona(let persona): persona.record
        case .goal(let goal): goal.record
        case .metric(let metric): metric.record
        case .evidence(let evidence): evidence.record
        case .insight(let insight): insight.record
        case .opportunity(let opportunity): opportunity.record
        case .solution(let solution): solution.record
        case .page(let page): page.record
        }
    }

    /// Reads a content file of a kind.
    ///
    /// - Parameter path: relative to the content folder.
    package static func read(
        _ source: SourceText, path: String, kind: ContentKind, settings: PortfolioSettings
    ) -> Checked<ParsedItem> {
        let written = source
        let (source, damage) = UTF8Repair.repaired(written)
        var result = read(whole: source, path: path, kind: kind, settings: settings)
        result.diagnostics = KeysInCapitals.told(with: result.diagnostics, in: source) { source in
            read(whole: source, path: path, kind: kind, settings: settings).diagnostics
        }
        result.diagnostics = FileDamage.told(with: result.diagnostics, damage: damage, in: written)
        return result
    }

    private static func read(
        whole source: SourceText, path: String, kind: ContentKind, settings: PortfolioSettings
    ) -> Checked<ParsedItem> {
        switch kind {
        case .journey: Journey.read(source, path: path, settings: settings).map(ParsedItem.journey)
        case .persona: Persona.read(source, path: path, settings: settings).map(ParsedItem.persona)
        case .goal: Goal.read(source, path: path, settings: settings).map(ParsedItem.goal)
        case .metric: Metric.read(source, path: path, settings: settings).map(ParsedItem.metric)
        case .evidence: Evidence.read(source, path: path, settings: settings).map(ParsedItem.evidence)
        case .insight: Insight.read(source, path: path, settings: settings).map(ParsedItem.insight)
        case .opportunity: Opportunity.read(source, path: path, settings: settings).map(ParsedItem.opportunity)
        case .solution: Solution.read(source, path: path, settings: settings).map(ParsedItem.solution)
        case .page: FreePage.read(source, path: path, settings: settings).map(ParsedItem.page)
        }
    }
}

extension Portfolio {
    /// Puts a portfolio together from what its files were read as, each list in the order of `items`.
    package static func model(_ items: [ParsedItem], settings: PortfolioSettings, files: [String]) -> Portfolio {
        var portfolio = Portfolio(settings: settings)
        portfolio.files = files
        for item in items {
            switch item {
            case .journey(let journey): portfolio.journeys.append(journey)
            case .persona(let persona): portfolio.personas.append(persona)
            case .goal(let goal): portfolio.goals.append(goal)
            case .metric(let metric): portfolio.metrics.append(metric)
            case .evidence(let evidence): portfolio.evidence.append(evidence)
            case .insight(let insight): portfolio.insights.append(insight)
            case .opportunity(let opportunity): portfolio.opportunities.append(opportunity)
            case .solution(let solution): portfolio.solutions.append(solution)
            case .page(let page): portfolio.pages.append(page)
            }
        }
        return portfolio
    }
}

extension Checked {
    package func map<Other>(_ transform: (Output) -> Other) -> Checked<Other> {
        Checked<Other>(transform(value), diagnostics)
    }
}
