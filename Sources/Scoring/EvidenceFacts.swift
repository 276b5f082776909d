import Journeys

/// What trust asks of a piece of evidence.
///
/// Source: "Scores", section 2; the dates: "The content format", section 3.
package struct EvidenceFacts: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case qualitative, quantitative
    }

    /// Dated from 548 days before the day up to it: a month or a year by its last day, but not after the day.
    package let isFresh: Bool
    /// Nothing where no method is given.
    package let kind: Kind?

    package init(_ evidence: Evidence, asOf day: CivilDate, freshDays: Double) {
        if let date = evidence.date?.freshest(asOf: day) {
            isFresh = date <= day && Double(day.days - date.days) <= freshDays
        } else {
            isFresh = false
        }
        switch evidence.method {
        case .survey, .analytics: kind = .quantitative
        case .interview, .usabilityTest, .observation, .workshop, .tickets, .other: kind = .qualitative
        case nil: kind = nil
        }
    }
}
