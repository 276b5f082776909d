import Markup

/// A row of the map: one perspective on every moment.
package struct Lane: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case text, emotion, tags, findings, references
    }

    package let id: String
    /// The name on the page, in the portfolio's own words.
    package var label: String
    package let kind: Kind
    /// What a lane of kind findings holds.
    package let finding: Finding.Kind?
    /// All that authors may write for it, besides the label.
    package var names: [String]

    package init(id: String, label: String, kind: Kind, finding: Finding.Kind? = nil, names: [String] = []) {
        self.id = id
        self.label = label
        self.kind = kind
        self.finding = finding
        self.names = names
    }

    /// The lane that the emotion curve and the scores are about.
    package static let feelingID = "feeling"

    /// The lanes that every portfolio has.
    package static let standard: [Lane] = [
        Lane(id: "doing", label: "Doing", kind: .text, names: ["Actions", "Customer actions"]),
        Lane(id: "thinking", label: "Thinking", kind: .text, names: ["Thoughts"]),
        Lane(id: feelingID, label: "Feeling", kind: .emotion, names: ["Feelings", "Emotions"]),
        Lane(id: "touchpoints", label: "Touchpoints", kind: .tags),
        Lane(id: "channels", label: "Channels", kind: .tags),
        Lane(id: "frontstage", label: "Frontstage", kind: .text, names: ["Employee actions"]),
        Lane(id: "backstage", label: "Backstage", kind: .text, names: ["Behind the scenes"]),
        Lane(id: "systems", label: "Systems", kind: .tags, names: ["Tools"]),
        Lane(id: "pains", label: "Pains", kind: .findings, finding: .pain, names: ["Pain points", "Frustrations"]),
        Lane(id: "employee-pains", label: "Employee pains", kind: .findings, finding: .employeePain),
        Lane(id: "gains", label: "Gains", kind: .findings, finding: .gain, names: ["Delights"]),
        Lane(id: "needs", label: "Needs", kind: .findings, finding: .need, names: ["Jobs"]),
        Lane(id: "evidence", label: "Evidence", kind: .references),
        Lane(id: "insights", label: "Insights", kind: .references),
        Lane(id: "opportunities", label: "Opportunities", kind: .references),
        Lane(id: "solutions", label: "Solutions", kind: .references),
        Lane(id: "metrics", label: "Metrics", kind: .references),
        Lane(id: "details", label: "Details", kind: .references, names: ["Sub-journeys"]),
        Lane(id: "next", label: "Next", kind: .references),
    ]

    /// The kind of content that a lane of references points at.
    package var referenceKind: ContentKind? {
        switch id {
        case "evidence": .evidence
        case "insights": .insight
        case "opportunities": .opportunity
        case "solutions": .solution
        case "metrics": .metric
        case "details", "next": .journey
        default: nil
        }
    }
}
