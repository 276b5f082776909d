import Diagnostics
import Journeys

/// A finding that counts at a moment: one that is recorded there, or an insight that is named there.
///
/// What scores ask of it over and over lies here; all else is asked of what is written.
///
/// Source: "Scores", terms.
package struct ScoredFinding: Sendable {
    /// What two occurrences of one insight have in common.
    package enum Identity: Hashable, Sendable {
        /// An index into the findings of the basis.
        case own(Int)
        /// An index into the portfolio's insights.
        case insight(Int)
    }

    /// What is written of it, and where.
    private enum Origin: Sendable {
        case recorded(Finding)
        case named(CountedInsight)
    }

    private let origin: Origin
    /// Of an insight, where it is named.
    private let kept: KeptRange
    private let keptJourney: UInt32
    private let keptMoment: UInt32
    private let keptSeverity: UInt8?
    package let kind: Finding.Kind
    package let status: Finding.Status
    /// What it rests on.
    let backing: Backing

    init(_ finding: Finding, journey: Int, moment: Int, backing: Backing) {
        origin = .recorded(finding)
        kept = KeptRange(finding.range)
        keptJourney = UInt32(journey)
        keptMoment = UInt32(moment)
        keptSeverity = finding.severity.map { UInt8(clamping: $0) }
        kind = finding.kind
        status = finding.status
        self.backing = backing
    }

    init(_ counted: CountedInsight, at range: TextRange, journey: Int, moment: Int) {
        origin = .named(counted)
        kept = KeptRange(range)
        keptJourney = UInt32(journey)
        keptMoment = UInt32(moment)
        keptSeverity = counted.insight.severity.map { UInt8(clamping: $0) }
        kind = counted.insight.type
        status = counted.insight.status
        backing = counted.backing
    }

    package var journey: Int { Int(keptJourney) }
    /// An index into the moments of the basis.
    package var moment: Int { Int(keptMoment) }
    /// 1 to 5; nothing: not assessed.
    package var severity: Int? { keptSeverity.map { Int($0) } }
    /// Where it stands in the journey's file; of an insight, where it is named.
    package var range: TextRange { kept.range }

    package var isOpen: Bool { status == .open }
    package var isBacked: Bool { backing.contains(.there) }

    /// What it weighs as a claim: its severity, or 1.
    package var weight: Double { Double(severity ?? 1) }

    // MARK: As it is written

    /// Its own in its journey; of an insight, the insight's.
    package var id: String {
        switch origin {
        case .recorded(let finding): finding.id
        case .named(let counted): counted.insight.id
        }
    }

    /// The share of customers that it hits, 0 to 1.
    package var reach: Double? {
        switch origin {
        case .recorded(let finding): finding.reach
        case .named(let counted): counted.insight.reach
        }
    }

    package var resolved: CalendarPeriod? {
        switch origin {
        case .recorded(let finding): finding.resolved
        case .named(let counted): counted.insight.resolved
        }
    }

    /// The pieces of evidence that it rests on and that are there.
    package var evidence: [Target] {
        switch origin {
        case .recorded(let finding): finding.evidence.compactMap(\.target)
        case .named(let counted): counted.insight.evidence.compactMap(\.target)
        }
    }

    package var persona: Target? {
        switch origin {
        case .recorded(let finding): finding.personaTarget
        case .named: nil
        }
    }

    /// An index into the portfolio's insights; nothing for a finding of the journey's own.
    package var insight: Int? {
        switch origin {
        case .recorded: nil
        case .named(let counted): counted.index
        }
    }

    package var isInsight: Bool {
        switch origin {
        case .recorded: false
        case .named: true
        }
    }

    /// Its words, plain; of an insight, its title.
    package var text: String {
        switch origin {
        case .recorded(let finding): finding.text.plain
        case .named(let counted): counted.insight.title
        }
    }

    /// Whether it is one that is recorded, and which.
    func isRecorded(as finding: Finding) -> Bool {
        switch origin {
        case .recorded(let own): own === finding
        case .named: false
        }
    }
}

/// An insight, and what it rests on: one for all moments that it counts at.
final class CountedInsight: Sendable {
    /// An index into the portfolio's insights.
    let index: Int
    let insight: Insight
    let backing: Backing

    init(_ index: Int, _ insight: Insight, among evidence: [EvidenceFacts]) {
        self.index = index
        self.insight = insight
        backing = Backing(insight.evidence, among: evidence)
    }
}
