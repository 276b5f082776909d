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

    func with(_ quotes: [Quote], _ lanes: [LaneContent], notes: Prose) -> Moment {
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
        case text(TextEntries)
        case feelings([Feeling])
        case tags([Tag])
        case findings([Finding])
        case references([Reference])
    }

    /// The id of a lane of the taxonomy; of a lane that it does not have, one made from the label.
    package let lane: String
    package let value: Value
    // In this order a lane takes 64 bytes, of which there are fifty to a journey.
    private let length: UInt16
    private let start: UInt32
    private let rare: Rare?

    /// What few have.
    private final class Rare: Sendable {
        let ownLabel: String?
        let words: [Prose]
        /// Of a label that is longer than others can be.
        let range: TextRange?

        init(ownLabel: String?, words: [Prose], range: TextRange?) {
            self.ownLabel = ownLabel
            self.words = words
            self.range = range
        }
    }

    /// - Parameter words: see there.
    init(lane: String, ownLabel: String?, value: Value, words: [Prose], range: TextRange) {
        self.lane = lane
        self.value = value
        start = UInt32(clamping: range.lowerBound)
        length = UInt16(clamping: range.count)
        let told = value.hasLinks(of: words) ? [] : words
        let isLong = range.count > UInt16.max || range.lowerBound > UInt32.max
        rare =
            ownLabel == nil && told.isEmpty && !isLong
            ? nil : Rare(ownLabel: ownLabel, words: told, range: isLong ? range : nil)
    }

    private init(_ read: LaneContent, value: Value) {
        (lane, rare, start, length) = (read.lane, read.rare, read.start, read.length)
        self.value = value
    }

    /// The author's own label, of a lane that the taxonomy does not have.
    package var ownLabel: String? { rare?.ownLabel }

    /// The entries of a lane of references as they were written: their links with the words around them.
    package var words: [Prose] {
        if let words = rare?.words, !words.isEmpty { return words }
        guard case .references(let references) = value else { return [] }
        return references.map { Prose(linkTo: $0.written, label: $0.label, range: $0.range) }
    }

    /// The words of these entries alone.
    package var plainWords: [String] {
        guard isLinksAlone, case .references(let references) = value else { return words.map(\.plain) }
        return references.map(\.label)
    }

    /// Whether the entries of a lane of references are links and nothing else, as most are.
    package var isLinksAlone: Bool {
        guard case .references = value else { return false }
        return rare?.words.isEmpty ?? true
    }

    /// Where the lane's first label stands.
    package var range: TextRange { rare?.range ?? Int(start)..<Int(start) + Int(length) }

    /// The same with what was found out about its entries.
    func with(_ value: Value) -> LaneContent { LaneContent(self, value: value) }
}

extension LaneContent.Value {
    /// Whether entries are the links of the references and nothing else, so that these tell what the entries are.
    fileprivate func hasLinks(of entries: [Prose]) -> Bool {
        guard case .references(let references) = self, references.count == entries.count else { return false }
        return zip(references, entries).allSatisfy { reference, entry in
            entry.isLink && reference.form == .link && reference.range == entry.links[0].range
        }
    }
}

/// A touchpoint, channel or system, as it was written.
package struct Tag: Hashable, Sendable {
    package let name: String
    private let kept: KeptRange

    init(name: String, range: TextRange) {
        self.name = name
        kept = KeptRange(range)
    }

    package var range: TextRange { kept.range }

    /// Tags are one where they differ in case alone.
    package var key: String { name.lowercased() }
}
