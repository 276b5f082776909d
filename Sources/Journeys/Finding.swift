import Diagnostics
import Markup

/// A pain, an employee's pain, a gain or a need, recorded at a moment of a journey.
package final class Finding: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case pain
        case employeePain = "employee-pain"
        case gain, need
    }

    package enum Status: String, CaseIterable, Sendable {
        case open, resolved
    }

    /// Unique in its journey; taken from its words where the author gave none.
    package let id: String
    package let text: Prose
    /// 1 minor to 5 blocks the customer; nothing: not assessed.
    package let severity: Int?
    /// The share of customers that it hits, 0 to 1.
    package let reach: Double?
    package let evidence: [Reference]
    private let rarePersona: RareReference
    package let segment: String?
    private let kept: KeptRange
    package let resolved: CalendarPeriod?
    private let keptResolved: KeptRange
    package let status: Status
    package let kind: Kind

    init(
        id: String, kind: Kind, text: Prose, severity: Int?, reach: Double?, evidence: [Reference], status: Status,
        resolved: CalendarPeriod?, resolvedRange: TextRange, persona: Reference?, segment: String?, range: TextRange
    ) {
        self.id = id
        self.kind = kind
        self.text = text
        self.severity = severity
        self.reach = reach
        self.evidence = evidence
        self.status = status
        self.resolved = resolved
        keptResolved = KeptRange(resolvedRange)
        rarePersona = RareReference(persona)
        self.segment = segment
        kept = KeptRange(range)
    }

    package var persona: Reference? { rarePersona.reference }
    /// Who that is, which is asked without copying the reference.
    package var personaTarget: Target? { rarePersona.target }
    /// Where its words stand.
    package var range: TextRange { kept.range }
    /// Where the day stands since which it is resolved.
    package var resolvedRange: TextRange { keptResolved.range }

    /// The same under the id that it was given.
    func named(_ id: String) -> Finding { with(id: id, evidence: evidence, persona: persona) }

    func linked(evidence: [Reference], persona: Reference?) -> Finding {
        with(id: id, evidence: evidence, persona: persona)
    }

    private func with(id: String, evidence: [Reference], persona: Reference?) -> Finding {
        Finding(
            id: id, kind: kind, text: text, severity: severity, reach: reach, evidence: evidence, status: status,
            resolved: resolved, resolvedRange: resolvedRange, persona: persona, segment: segment, range: range)
    }
}

/// What customers feel at a moment, on a scale from -2 to +2.
package final class Feeling: Sendable {
    /// One number, or the numbers of a transition in order; none where only words were written.
    package let values: [Double]
    package let words: Prose
    package let evidence: [Reference]
    private let rarePersona: RareReference
    private let kept: KeptRange

    init(values: [Double], words: Prose, evidence: [Reference], persona: Reference?, range: TextRange) {
        self.values = values
        self.words = words
        self.evidence = evidence
        rarePersona = RareReference(persona)
        kept = KeptRange(range)
    }

    package var persona: Reference? { rarePersona.reference }
    /// Who that is, which is asked without copying the reference.
    package var personaTarget: Target? { rarePersona.target }
    package var range: TextRange { kept.range }

    func linked(evidence: [Reference], persona: Reference?) -> Feeling {
        Feeling(values: values, words: words, evidence: evidence, persona: persona, range: range)
    }

    /// The mean of a transition; the number itself otherwise.
    package var value: Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}

/// What somebody said, where they said it.
package struct Quote: Sendable {
    package let id: String?
    package let text: Prose
    package var evidence: [Reference]
    private var rarePersona: RareReference
    private let kept: KeptRange

    init(id: String?, text: Prose, evidence: [Reference], persona: Reference?, range: TextRange) {
        self.id = id
        self.text = text
        self.evidence = evidence
        rarePersona = RareReference(persona)
        kept = KeptRange(range)
    }

    package var persona: Reference? {
        get { rarePersona.reference }
        set { rarePersona = RareReference(newValue) }
    }
    package var personaTarget: Target? { rarePersona.target }
    package var range: TextRange { kept.range }
}
