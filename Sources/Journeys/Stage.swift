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
package final class Moment: Sendable {
    package let anchor: String
    package let title: String
    private let kept: KeptRange
    /// Won or lost here: the relationship.
    package let isMomentOfTruth: Bool
    package let quotes: [Quote]
    /// What each lane holds, in the taxonomy's order of lanes; a lane that is empty here is left out.
    package let lanes: [LaneContent]
    /// Everything else that stands under the heading.
    package let notes: Prose
    package let feelings: [Feeling]
    /// The findings of all lanes, in the order of lanes and entries.
    package let findings: [Finding]

    init(
        anchor: String, title: String, range: TextRange, isMomentOfTruth: Bool, quotes: [Quote], lanes: [LaneContent],
        notes: Prose
    ) {
        self.anchor = anchor
        self.title = title
        kept = KeptRange(range)
        self.isMomentOfTruth = isMomentOfTruth
        self.quotes = quotes
        self.lanes = lanes
        self.notes = notes
        var feelings: [Feeling] = []
        var findings: [Finding] = []
        for content in lanes {
            switch content.value {
            case .feelings(let felt) where content.lane == Lane.feelingID: feelings = felt
            // Mostly there is one such lane, whose list is shared.
            case .findings(let found): findings = findings.isEmpty ? found : findings + found
            default: break
            }
        }
        self.feelings = feelings
        self.findings = findings
    }

    /// Where the heading stands.
    package var range: TextRange { kept.range }

    /// Whether there is anything besides its heading.
    package var hasContent: Bool { !lanes.isEmpty || !quotes.isEmpty || !notes.isEmpty }

    /// The same with what was found out about its parts.
    func with(_ quotes: [Quote], _ lanes: [LaneContent]) -> Moment {
        Moment(
            anchor: anchor, title: title, range: range, isMomentOfTruth: isMomentOfTruth, quotes: quotes, lanes: lanes,
            notes: notes)
    }

    func with(_ lanes: [LaneContent], notes: Prose) -> Moment {
        Moment(
            anchor: anchor, title: title, range: range, isMomentOfTruth: isMomentOfTruth, quotes: quotes, lanes: lanes,
            notes: notes)
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
package final class LaneContent: Sendable {
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
    package let value: Value
    /// The entries of a lane of references as they were written: their links with the words around them.
    package let words: [Prose]
    private let kept: KeptRange

    init(lane: String, ownLabel: String?, value: Value, words: [Prose], range: TextRange) {
        self.lane = lane
        self.ownLabel = ownLabel
        self.value = value
        self.words = words
        kept = KeptRange(range)
    }

    /// Where the lane's first label stands.
    package var range: TextRange { kept.range }

    /// The same with what was found out about its entries.
    func with(_ value: Value) -> LaneContent {
        LaneContent(lane: lane, ownLabel: ownLabel, value: value, words: words, range: range)
    }
}

/// A touchpoint, channel or system, as it was written.
package struct Tag: Hashable, Sendable {
    package let name: String
    package let range: TextRange

    /// Tags are one where they differ in case alone.
    package var key: String { name.lowercased() }
}
