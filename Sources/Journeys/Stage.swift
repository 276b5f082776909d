import Diagnostics
import Markup

/// A high-level section of a journey: what stands under its own heading, and its steps.
package struct Stage: Sendable {
    package var moment: Moment
    package var steps: [Moment]
    /// A `###` before any `##` belongs to a stage without a heading.
    package var isUnnamed: Bool

    package init(moment: Moment, steps: [Moment] = [], isUnnamed: Bool = false) {
        self.moment = moment
        self.steps = steps
        self.isUnnamed = isUnnamed
    }

    package var title: String { moment.title }
    package var anchor: String { moment.anchor }
}

/// A step; or what stands directly under a stage's heading.
package struct Moment: Sendable {
    package var anchor: String
    package var title: String
    /// Where the heading stands.
    package var range: TextRange
    /// Won or lost here: the relationship.
    package var isMomentOfTruth: Bool
    package var quotes: [Quote]
    /// What each lane holds, in the taxonomy's order of lanes; a lane that is empty here is left out.
    package var lanes: [LaneContent]
    /// Everything else that stands under the heading.
    package var notes: Prose

    package var feelings: [Feeling] {
        for content in lanes where content.lane == Lane.feelingID {
            if case .feelings(let feelings) = content.value { return feelings }
        }
        return []
    }

    /// The findings of all lanes, in the order of lanes and entries.
    package var findings: [Finding] {
        var findings: [Finding] = []
        for content in lanes {
            if case .findings(let found) = content.value { findings += found }
        }
        return findings
    }

    package func references(in lane: String) -> [Reference] {
        for content in lanes where content.lane == lane {
            if case .references(let references) = content.value { return references }
        }
        return []
    }

    package func tags(in lane: String) -> [Tag] {
        for content in lanes where content.lane == lane {
            if case .tags(let tags) = content.value { return tags }
        }
        return []
    }
}

/// What one lane holds at one moment.
package struct LaneContent: Sendable {
    package enum Value: Sendable {
        case text([Prose])
        case feelings([Feeling])
        case tags([Tag])
        case findings([Finding])
        case references([Reference])
    }

    /// The id of a lane of the taxonomy; of a lane that it does not have, one made from the label.
    package let lane: String
    /// The author's own label, of a lane that the taxonomy does not have.
    package let ownLabel: String?
    package var value: Value
    /// The entries of a lane of references as they were written: their links with the words around them.
    package var words: [Prose]
    /// Where the lane's first label stands.
    package let range: TextRange
}

/// A touchpoint, channel or system, as it was written.
package struct Tag: Hashable, Sendable {
    package let name: String
    package let range: TextRange

    /// Tags are one where they differ in case alone.
    package var key: String { name.lowercased() }
}
