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

    /// The place of the kind among all: lists by kind are in this order.
    package var order: Int {
        switch self {
        case .journey: 0
        case .persona: 1
        case .goal: 2
        case .metric: 3
        case .evidence: 4
        case .insight: 5
        case .opportunity: 6
        case .solution: 7
        case .page: 8
        }
    }

    /// By its place: left to itself, a kind is hashed as the text that it is written as, and kinds are a part of whatever is looked up.
    package func hash(into hasher: inout Hasher) { hasher.combine(order) }

    /// By its place, too.
    package static func == (left: ContentKind, right: ContentKind) -> Bool { left.order == right.order }

    package static func < (left: ContentKind, right: ContentKind) -> Bool { left.order < right.order }
}
