import Diagnostics
import Markup

/// Who travels: an archetype that rests on evidence.
package struct Persona: ContentItem {
    package static let kind = ContentKind.persona
    package let record: Record
    package let role: String?
    package let segment: String?
    package let needs: [String]
    package let quote: String?
    /// Of all customers, 0 to 1.
    package let share: Double?
    package let image: Reference?
}

/// A business outcome that journeys contribute to.
package struct Goal: ContentItem {
    package static let kind = ContentKind.goal
    package let record: Record
    package var metric: Reference?
    package let target: Double?
    package let by: CalendarPeriod?
    /// A wider goal.
    package var parent: Reference?
    /// Of those that rules of governance ask for.
    package var given = GivenKeys.none
}

/// A piece of research.
package struct Evidence: ContentItem {
    package static let kind = ContentKind.evidence

    package enum Method: String, CaseIterable, Sendable {
        case interview, survey
        case usabilityTest = "usability-test"
        case analytics, tickets, observation, workshop, other
    }

    package let record: Record
    package let method: Method?
    package let date: CalendarPeriod?
    package let dateRange: TextRange?
    /// How many were asked or counted, as it was written.
    package let sample: String?
    package let source: String?
    package let sourceRange: TextRange?
    package let researcher: String?
}

/// A finding that several journeys share.
package struct Insight: ContentItem {
    package static let kind = ContentKind.insight
    package let record: Record
    package let type: Finding.Kind
    package let severity: Int?
    package var evidence: [Reference]
    package let reach: Double?
    package var personas: [Reference]
    package let status: Finding.Status
    package let resolved: CalendarPeriod?
    package let resolvedRange: TextRange?
    /// Of those that rules of governance ask for.
    package var given = GivenKeys.none
}

/// A free page.
package struct FreePage: ContentItem {
    package static let kind = ContentKind.page
    package let record: Record
}
