import Diagnostics
import Journeys

/// A finding that counts at a moment: one that is recorded there, or an insight that is named there.
///
/// Source: "Scores", terms.
package final class ScoredFinding: Sendable {
    /// What two occurrences of one insight have in common.
    package enum Identity: Hashable, Sendable {
        /// An index into the findings of the basis.
        case own(Int)
        /// An index into the portfolio's insights.
        case insight(Int)
    }

    package let journey: Int
    /// An index into the moments of the basis.
    package let moment: Int
    /// Its own in its journey; of an insight, the insight's.
    package let id: String
    package let kind: Finding.Kind
    /// 1 to 5; nothing: not assessed.
    package let severity: Int?
    /// The share of customers that it hits, 0 to 1.
    package let reach: Double?
    package let status: Finding.Status
    package let resolved: CalendarPeriod?
    /// The pieces of evidence that it rests on and that are there.
    package let evidence: [Target]
    package let persona: Target?
    /// An index into the portfolio's insights; nothing for a finding of the journey's own.
    package let insight: Int?
    /// Its words, plain; of an insight, its title.
    package let text: String
    private let kept: KeptRange

    init(
        journey: Int, moment: Int, id: String, kind: Finding.Kind, severity: Int?, reach: Double?,
        status: Finding.Status, resolved: CalendarPeriod?, evidence: [Target], persona: Target?, insight: Int?,
        text: String, range: TextRange
    ) {
        self.journey = journey
        self.moment = moment
        self.id = id
        self.kind = kind
        self.severity = severity
        self.reach = reach
        self.status = status
        self.resolved = resolved
        self.evidence = evidence
        self.persona = persona
        self.insight = insight
        self.text = text
        kept = KeptRange(range)
    }

    /// Where it stands in the journey's file; of an insight, where it is named.
    package var range: TextRange { kept.range }

    package var isOpen: Bool { status == .open }
    package var isInsight: Bool { insight != nil }
    package var isBacked: Bool { !evidence.isEmpty }

    /// What it weighs as a claim: its severity, or 1.
    package var weight: Double { Double(severity ?? 1) }
}
