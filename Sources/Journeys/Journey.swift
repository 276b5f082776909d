import Diagnostics
import Markup

/// What one kind of customer goes through to reach a goal, as stages and steps by lanes.
package final class Journey: ContentItem {
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

    package let record: Record
    /// An index into the taxonomy's levels: 0 is the top. A journey that names none is one below its parent, or at the top.
    package let level: Int
    /// Where the level is named; nothing where it is not.
    package let levelRange: TextRange?
    package let contributors: [String]
    package let state: State
    package let status: Status
    /// Its share of customers or revenue, for roll-ups: 0 or more.
    package let weight: Double
    package let products: [String]
    package let segments: [String]
    package let reviewed: CalendarPeriod?
    package let reviewedRange: TextRange?
    package let rhythm: ReviewRhythm
    /// What else must prompt a review, in words.
    package let triggers: [String]
    /// Of those that placement and governance ask for.
    package let given: GivenKeys
    package let named: Named
    package let stages: [Stage]
    /// Every moment and step in document order, with the indices of its stage and step; a stage stands before its steps.
    package let places: [Place]

    /// A moment, with the indices of its stage and step.
    package struct Place: Sendable {
        package let moment: Moment
        private let keptStage: Int32
        /// Below 0 where it is the stage's own.
        private let keptStep: Int32

        init(_ moment: Moment, stage: Int, step: Int? = nil) {
            self.moment = moment
            keptStage = Int32(stage)
            keptStep = Int32(step ?? -1)
        }

        package var stage: Int { Int(keptStage) }
        package var step: Int? { keptStep < 0 ? nil : Int(keptStep) }
    }

    /// What its front matter names.
    package struct Named: Sendable {
        package var parent: Reference?
        /// Further places that it recurs in.
        package var alsoIn: [Reference]
        package var baseline: Reference?
        package var personas: [Reference]
        package var goals: [Reference]
        package var metrics: [Reference]
    }

    package var parent: Reference? { named.parent }
    package var alsoIn: [Reference] { named.alsoIn }
    package var baseline: Reference? { named.baseline }
    package var personas: [Reference] { named.personas }
    package var goals: [Reference] { named.goals }
    package var metrics: [Reference] { named.metrics }

    init(
        record: Record, level: Int, levelRange: TextRange?, contributors: [String], state: State, status: Status,
        weight: Double, products: [String], segments: [String], reviewed: CalendarPeriod?, reviewedRange: TextRange?,
        rhythm: ReviewRhythm, triggers: [String], given: GivenKeys, named: Named, stages: [Stage]
    ) {
        self.record = record
        self.level = level
        self.levelRange = levelRange
        self.contributors = contributors
        self.state = state
        self.status = status
        self.weight = weight
        self.products = products
        self.segments = segments
        self.reviewed = reviewed
        self.reviewedRange = reviewedRange
        self.rhythm = rhythm
        self.triggers = triggers
        self.given = given
        self.named = named
        self.stages = stages
        places = Self.places(in: stages)
    }

    /// The same with other links and another place: those of a journey that has been linked.
    private init(
        _ read: Journey, record: Record? = nil, level: Int, named: Named, stages: [Stage], places: [Place]? = nil
    ) {
        self.record = record ?? read.record
        self.level = level
        levelRange = read.levelRange
        contributors = read.contributors
        state = read.state
        status = read.status
        weight = read.weight
        products = read.products
        segments = read.segments
        reviewed = read.reviewed
        reviewedRange = read.reviewedRange
        rhythm = read.rhythm
        triggers = read.triggers
        given = read.given
        self.named = named
        self.stages = stages
        self.places = places ?? Self.places(in: stages)
    }

    private static func places(in stages: [Stage]) -> [Place] {
        var places: [Place] = []
        places.reserveCapacity(stages.reduce(0) { $0 + 1 + $1.steps.count })
        for (index, stage) in stages.enumerated() {
            places.append(Place(stage.moment, stage: index))
            for (position, step) in stage.steps.enumerated() {
                places.append(Place(step, stage: index, step: position))
            }
        }
        return places
    }

    func linked(_ named: Named, _ stages: [Stage]) -> Journey {
        Journey(self, level: level, named: named, stages: stages)
    }

    /// What others need to know of it to name it.
    var withoutStages: Journey { linked(named, []) }

    func with(_ record: Record, _ stages: [Stage], level: Int) -> Journey {
        Journey(self, record: record, level: level, named: named, stages: stages)
    }

    func placed(at level: Int) -> Journey {
        level == self.level ? self : Journey(self, level: level, named: named, stages: stages, places: places)
    }

    /// Active and current: what is scored and rolled up.
    package var counts: Bool { status == .active && state == .current }

    package func anchor(named id: String) -> Anchor? { place(ofAnchor: id).map { record.anchors[$0] } }

    /// What stands at an anchor.
    package func role(ofAnchor id: String) -> Anchor.Role? { place(ofAnchor: id).map { record.anchors[$0].role } }

    private func place(ofAnchor id: String) -> Int? {
        let anchors = record.anchors
        // Most differ in length, and need not be looked at.
        let length = id.utf8.count
        return anchors.indices.first { anchors[$0].id.utf8.count == length && anchors[$0].id == id }
    }
}
