import Diagnostics
import Markup

/// What one kind of customer goes through to reach a goal, as stages and steps by lanes.
package struct Journey: ContentItem {
    package static let kind = ContentKind.journey

    package enum State: String, CaseIterable, Sendable {
        /// As it is today.
        case current
        /// As it is meant to become; its baseline is the journey of today.
        case future
    }

    package enum Status: String, CaseIterable, Sendable {
        case draft, active, archived
    }

    package var record: Record
    /// An index into the taxonomy's levels: 0 is the top. A journey that names none is one below its parent, or at the top.
    package var level: Int
    /// Where the level is named; nothing where it is not.
    package let levelRange: TextRange?
    package var parent: Reference?
    /// Further places that it recurs in.
    package var alsoIn: [Reference]
    package var contributors: [String]
    package var state: State
    package var baseline: Reference?
    package var status: Status
    /// Its share of customers or revenue, for roll-ups: 0 or more.
    package var weight: Double
    package var personas: [Reference]
    package var products: [String]
    package var segments: [String]
    package var goals: [Reference]
    package var metrics: [Reference]
    package var reviewed: CalendarPeriod?
    package let reviewedRange: TextRange?
    package var rhythm: ReviewRhythm
    /// What else must prompt a review, in words.
    package var triggers: [String]
    package var stages: [Stage]
    /// The keys that placement and governance ask for and that the author gave, even if their values could not be read.
    package var given: Set<String> = []

    /// Active and current: what is scored and rolled up.
    package var counts: Bool { status == .active && state == .current }

    /// Every moment and step in document order, with the indices of its stage and step; a stage stands before its steps.
    package var places: [(stage: Int, step: Int?, moment: Moment)] {
        var places: [(stage: Int, step: Int?, moment: Moment)] = []
        for (index, stage) in stages.enumerated() {
            places.append((index, nil, stage.moment))
            for (position, step) in stage.steps.enumerated() { places.append((index, position, step)) }
        }
        return places
    }

    package func anchor(named id: String) -> Anchor? { record.anchors.first { $0.id == id } }
}
