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
    package let kind: Kind
    package let status: Status
    /// 0: none.
    private let keptSeverity: UInt8
    private let keptReach: KeptNumber
    package let evidence: [Reference]
    private let rare: Rare?
    private let kept: KeptRange

    /// What few have: without it a finding takes half the room.
    private final class Rare: Sendable {
        let persona: Reference?
        let segment: String?
        let resolved: CalendarPeriod?
        let resolvedRange: TextRange

        init(persona: Reference?, segment: String?, resolved: CalendarPeriod?, resolvedRange: TextRange) {
            self.persona = persona
            self.segment = segment
            self.resolved = resolved
            self.resolvedRange = resolvedRange
        }
    }

    init(
        id: String, kind: Kind, text: Prose, severity: Int?, reach: Double?, evidence: [Reference], status: Status,
        resolved: CalendarPeriod?, resolvedRange: TextRange, persona: Reference?, segment: String?, range: TextRange
    ) {
        self.id = id
        self.kind = kind
        self.text = text
        keptSeverity = UInt8(clamping: severity ?? 0)
        keptReach = KeptNumber(reach)
        self.evidence = evidence
        self.status = status
        let isPlain = persona == nil && segment == nil && resolved == nil && resolvedRange == 0..<0
        rare =
            isPlain
            ? nil : Rare(persona: persona, segment: segment, resolved: resolved, resolvedRange: resolvedRange)
        kept = KeptRange(range)
    }

    /// The same under another id, or resting on what was found out.
    private init(_ read: Finding, id: String, evidence: [Reference], persona: Reference?) {
        self.id = id
        self.evidence = evidence
        (kind, text, status, kept) = (read.kind, read.text, read.status, read.kept)
        (keptSeverity, keptReach) = (read.keptSeverity, read.keptReach)
        rare = read.rare.map {
            Rare(persona: persona, segment: $0.segment, resolved: $0.resolved, resolvedRange: $0.resolvedRange)
        }
    }

    /// 1 minor to 5 blocks the customer; nothing: not assessed.
    package var severity: Int? { keptSeverity == 0 ? nil : Int(keptSeverity) }
    /// The share of customers that it hits, 0 to 1.
    package var reach: Double? { keptReach.number }
    package var persona: Reference? { rare?.persona }
    /// Who that is, which is asked without copying the reference.
    package var personaTarget: Target? { rare?.persona?.target }
    package var segment: String? { rare?.segment }
    /// Where its words stand.
    package var range: TextRange { kept.range }
    package var resolved: CalendarPeriod? { rare?.resolved }
    /// Where the day stands since which it is resolved.
    package var resolvedRange: TextRange { rare?.resolvedRange ?? 0..<0 }

    /// The same under the id that it was given.
    func named(_ id: String) -> Finding { Finding(self, id: id, evidence: evidence, persona: persona) }

    /// - Parameter persona: that which it has, with what it leads to.
    func linked(evidence: [Reference], persona: Reference?) -> Finding {
        Finding(self, id: id, evidence: evidence, persona: persona)
    }
}

/// What customers feel at a moment, on a scale from -2 to +2.
package final class Feeling: Sendable {
    package let values: EmotionValues
    package let words: Prose
    package let evidence: [Reference]
    private let rarePersona: RareReference
    private let kept: KeptRange

    init(values: EmotionValues, words: Prose, evidence: [Reference], persona: Reference?, range: TextRange) {
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

    /// The same in other words.
    func with(_ text: Prose) -> Quote {
        Quote(id: id, text: text, evidence: evidence, persona: persona, range: range)
    }
}
