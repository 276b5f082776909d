import Journeys

/// One thing that is otherwise than before, in the terms of the domain.
package struct Change: Hashable, Sendable {
    /// What a change is about.
    package enum Noun: String, CaseIterable, Hashable, Sendable {
        case journey, stage, step
        case pain
        case employeePain = "employee-pain"
        case gain, need, quote
        case persona, goal, metric, evidence, insight, opportunity, solution, page
        /// `portfolio.yml`
        case settings
    }

    package enum Act: String, CaseIterable, Hashable, Sendable {
        case added, removed, renamed, moved
        /// Something of it, which `field` names.
        case changed
        // Of findings and insights
        case opened, resolved, reopened
        /// Its severity rose, or fell.
        case worsened, eased
        /// It rests on evidence now, or no longer.
        case backed, unbacked
        case reworded
    }

    package let noun: Noun
    package let act: Act
    /// What of it changed, of an act of `changed`; `order` of a stage or step that moved among its neighbours, `journey` of one that
    /// moved to another.
    package let field: String?
    /// The id of the journey that it is in; of a journey itself its own.
    package let journey: String?
    /// Its id, or the anchor of a stage or step; as it is now, or as it was if it is gone.
    package let subject: String
    package let title: String
    /// The moment that it stands at: its anchor and its title.
    package let moment: String?
    package let place: String?
    package let from: String?
    package let to: String?
    /// Of a field that is a list.
    package let added: [String]
    package let removed: [String]
    /// What came along with a stage or step that moved to another journey: `2 steps, 1 pain`.
    package let along: String?
    /// From 0 to 1, where two were taken for one because they are alike; nothing where their ids say so.
    package let likeness: Double?
    /// The author's own reasons.
    package let because: [String]
    /// The severity of a finding, the worse of before and after; 0 elsewhere.
    package let severity: Int

    init(
        _ noun: Noun, _ act: Act, of subject: Subject, field: String? = nil, from: String? = nil, to: String? = nil,
        added: [String] = [], removed: [String] = [], because: [String] = [], along: String? = nil,
        severity: Int = 0
    ) {
        self.noun = noun
        self.act = act
        self.field = field
        journey = subject.journey
        self.subject = subject.id
        title = subject.title
        moment = subject.moment
        place = subject.place
        self.from = from
        self.to = to
        self.added = added
        self.removed = removed
        self.along = along
        likeness = subject.likeness
        self.because = because
        self.severity = severity
    }

    /// `step-moved`, `pain-worsened`, `owner-changed`: of a field the field says what changed.
    package var kind: String { "\(act == .changed ? field ?? noun.rawValue : noun.rawValue)-\(act.rawValue)" }

    /// Of a place among neighbours, counted from 1, which `from` and `to` are.
    package static let order = "order"
    /// Of a stage or step that moved to another journey: `from` and `to` are the titles of both.
    package static let otherJourney = "journey"
    /// Of a finding that is assessed for the first time, or no longer.
    package static let severity = "severity"

    var isMoveToOtherJourney: Bool { act == .moved && field == Self.otherJourney }

    /// What a change is about, by name.
    struct Subject: Hashable, Sendable {
        var journey: String?
        var id: String
        var title: String
        var moment: String?
        var place: String?
        var likeness: Double?
    }
}

extension Change.Noun {
    package init(_ kind: ContentKind) {
        self =
            switch kind {
            case .journey: .journey
            case .persona: .persona
            case .goal: .goal
            case .metric: .metric
            case .evidence: .evidence
            case .insight: .insight
            case .opportunity: .opportunity
            case .solution: .solution
            case .page: .page
            }
    }

    init(_ kind: Finding.Kind) {
        self =
            switch kind {
            case .pain: .pain
            case .employeePain: .employeePain
            case .gain: .gain
            case .need: .need
            }
    }
}
