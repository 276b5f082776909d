import Diagnostics
import Markup

/// A pain, an employee's pain, a gain or a need, recorded at a moment of a journey.
package struct Finding: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case pain
        case employeePain = "employee-pain"
        case gain, need
    }

    package enum Status: String, CaseIterable, Sendable {
        case open, resolved
    }

    /// Unique in its journey; taken from its words where the author gave none.
    package var id: String
    package let kind: Kind
    package let text: Prose
    /// 1 minor to 5 blocks the customer; nothing: not assessed.
    package let severity: Int?
    /// The share of customers that it hits, 0 to 1.
    package let reach: Double?
    package var evidence: [Reference]
    package let status: Status
    package let resolved: CalendarPeriod?
    package var persona: Reference?
    package let segment: String?
    /// Where its words stand.
    package let range: TextRange
}

/// What customers feel at a moment, on a scale from -2 to +2.
package struct Feeling: Sendable {
    /// One number, or the numbers of a transition in order; none where only words were written.
    package let values: [Double]
    package let words: Prose
    package var evidence: [Reference]
    package var persona: Reference?
    package let range: TextRange

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
    package var persona: Reference?
    package let range: TextRange
}
