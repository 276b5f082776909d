/// The kinds of content file. The first folder below the content folder decides the kind.
package enum ContentKind: String, CaseIterable, Hashable, Sendable, Comparable {
    case journey, persona, goal, metric, evidence, insight, opportunity, solution, page

    /// The folder that files of the kind stand in, and that their pages are published to.
    package var folder: String {
        switch self {
        case .journey: "journeys"
        case .persona: "personas"
        case .goal: "goals"
        case .metric: "metrics"
        case .evidence: "evidence"
        case .insight: "insights"
        case .opportunity: "opportunities"
        case .solution: "solutions"
        case .page: "pages"
        }
    }

    package init?(folder: some StringProtocol) {
        guard let kind = Self.allCases.first(where: { $0.folder == folder }) else { return nil }
        self = kind
    }

    /// With its article, for messages: "a journey", "an insight", "a piece of evidence".
    package var withArticle: String {
        switch self {
        case .evidence: "a piece of evidence"
        case .insight, .opportunity: "an \(rawValue)"
        default: "a \(rawValue)"
        }
    }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: ContentKind, right: ContentKind) -> Bool { left.order < right.order }
}
