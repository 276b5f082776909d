import Journeys

/// Something that a search can lead to: an item, a part of a journey, a finding in it, or a passage of what was written freely.
///
/// Places in lists only: a large portfolio has hundreds of thousands, whose words are looked up when they are written.
struct SearchEntry: Hashable, Sendable {
    enum Kind: UInt8, CaseIterable, Sendable {
        case journey, persona, goal, metric, evidence, insight, opportunity, solution, page
        case stage, step, pain, employeePain, gain, need
        case quote, passage, section

        init(_ kind: ContentKind) {
            switch kind {
            case .journey: self = .journey
            case .persona: self = .persona
            case .goal: self = .goal
            case .metric: self = .metric
            case .evidence: self = .evidence
            case .insight: self = .insight
            case .opportunity: self = .opportunity
            case .solution: self = .solution
            case .page: self = .page
            }
        }

        init(_ kind: Finding.Kind) {
            switch kind {
            case .pain: self = .pain
            case .employeePain: self = .employeePain
            case .gain: self = .gain
            case .need: self = .need
            }
        }

        /// Nothing for what only journeys have.
        init?(_ role: Anchor.Role) {
            switch role {
            case .quote: self = .quote
            case .passage: self = .passage
            case .heading: self = .section
            case .stage, .step, .finding: return nil
            }
        }

        var word: Word {
            switch self {
            case .journey: .journey
            case .persona: .persona
            case .goal: .goal
            case .metric: .metric
            case .evidence: .evidence
            case .insight: .insight
            case .opportunity: .opportunity
            case .solution: .solution
            case .page: .page
            case .stage: .stage
            case .step: .step
            case .pain: .pain
            case .employeePain: .employeePain
            case .gain: .gain
            case .need: .need
            case .quote: .quote
            case .passage: .passage
            case .section: .section
            }
        }
    }

    let kind: Kind
    /// Whose list `item` is an index into.
    let content: ContentKind
    private let itemNumber: Int32
    private var stageNumber: Int32 = 0
    private var stepNumber: Int32 = -1
    private var laneNumber: Int32 = 0
    /// Of a finding its place in its lane, of a passage its anchor's among those of the item.
    private var position: Int32 = 0

    var item: Int { Int(itemNumber) }
    var stage: Int { Int(stageNumber) }
    /// Nothing for what stands under the stage itself.
    var step: Int? { stepNumber < 0 ? nil : Int(stepNumber) }

    init(_ kind: ContentKind, _ item: Int) {
        self.kind = Kind(kind)
        content = kind
        itemNumber = Int32(item)
    }

    init(journey: Int, stage: Int, step: Int?) {
        kind = step == nil ? .stage : .step
        content = .journey
        itemNumber = Int32(journey)
        stageNumber = Int32(stage)
        stepNumber = step.map { Int32($0) } ?? -1
    }

    init(_ finding: Finding, at position: Int, lane: Int, journey: Int, stage: Int, step: Int?) {
        kind = Kind(finding.kind)
        content = .journey
        itemNumber = Int32(journey)
        stageNumber = Int32(stage)
        stepNumber = step.map { Int32($0) } ?? -1
        laneNumber = Int32(lane)
        self.position = Int32(position)
    }

    /// Nothing for an anchor that is not one of a passage.
    init?(_ anchor: Anchor, at position: Int, in item: Target) {
        guard let kind = Kind(anchor.role) else { return nil }
        self.kind = kind
        content = item.kind
        itemNumber = Int32(item.index)
        self.position = Int32(position)
    }

    var target: Target { Target(kind: content, index: item) }

    /// The page that it is or is on, as a number: what is looked up for each entry.
    var page: Int { item * Self.kindCount + content.order }

    private static let kindCount = ContentKind.allCases.count

    var isFinding: Bool {
        switch kind {
        case .pain, .employeePain, .gain, .need: true
        default: false
        }
    }

    /// The stage or step that it is or stands in.
    func moment(in journey: Journey) -> Moment {
        step.map { journey.stages[stage].steps[$0] } ?? journey.stages[stage].moment
    }

    /// Nothing for what is no finding.
    func finding(in journey: Journey) -> Finding? {
        guard isFinding, case .findings(let findings) = moment(in: journey).lanes[Int(laneNumber)].value else {
            return nil
        }
        return findings[Int(position)]
    }

    /// The anchor of a passage, and the words of the heading that it stands under. Nothing for what is no passage.
    func passage(in record: Record) -> (anchor: Anchor, heading: String?)? {
        guard [.quote, .passage, .section].contains(kind) else { return nil }
        let anchor = record.anchors[Int(position)]
        guard kind != .section else { return (anchor, nil) }
        return (anchor, record.anchors[..<Int(position)].last { $0.role == .heading }?.text)
    }
}
