/// How many of each thing there are, what they are called and where they stand. All relations are worked out from numbers, so
/// that any file can be written without having written another.
struct PortfolioPlan {
    let journeys: Int
    let lifecycles: Int
    let subs: Int
    let personas: Int
    let goals: Int
    let metrics: Int
    let evidence: Int
    let insights: Int
    let opportunities: Int
    let solutions: Int
    let people: Int
    let teams: Int

    /// The last day of the last month in every series.
    static let asOf = "2026-11-30"

    init(journeys: Int) {
        func share(_ perTenThousand: Int) -> Int { max(1, journeys * perTenThousand / 10_000) }
        self.journeys = journeys
        // 1 lifecycle to 10 subs to 90 micros.
        lifecycles = min(journeys, max(1, journeys / 101))
        subs = min(journeys - lifecycles, max(1, journeys * 10 / 101))
        personas = share(50)
        goals = share(100)
        metrics = share(2000)
        evidence = share(3000)
        insights = share(1000)
        opportunities = share(5000)
        solutions = share(2000)
        people = max(4, min(Words.givenNames.count * Words.familyNames.count, journeys / 30))
        teams = max(2, people / 6)
    }

    // MARK: Journeys: lifecycles first, then subs, then micros

    func level(_ journey: Int) -> Int {
        if journey < lifecycles { return 0 }
        return journey < lifecycles + subs ? 1 : 2
    }

    func parent(_ journey: Int) -> Int? {
        switch level(journey) {
        case 0: nil
        case 1: (journey - lifecycles) % lifecycles
        default: lifecycles + (journey - lifecycles - subs) % subs
        }
    }

    /// The journeys below, and each one's number among them.
    func children(_ journey: Int) -> [Int] {
        switch level(journey) {
        case 0: Array(stride(from: lifecycles + journey, to: lifecycles + subs, by: lifecycles))
        case 1: Array(stride(from: subs + journey, to: journeys, by: subs))
        default: []
        }
    }

    private func numberAmongSiblings(_ journey: Int) -> Int {
        switch level(journey) {
        case 0: 0
        case 1: (journey - lifecycles) / lifecycles
        default: (journey - lifecycles - subs) / subs
        }
    }

    /// The anchor in the parent that the journey details.
    func place(_ journey: Int) -> String? {
        guard let parent = parent(journey) else { return nil }
        let anchors = JourneyShape(parent, in: self).placeAnchors
        return anchors[numberAmongSiblings(journey) % anchors.count]
    }

    func journeyTitle(_ journey: Int) -> String {
        let topics = Words.topics[level(journey)]
        // Siblings are some number of subs apart: each gets another topic.
        return topics[(journey + journey / max(1, subs)) % topics.count] + " \(journey + 1)"
    }

    func journeyID(_ journey: Int) -> String { journeyTitle(journey).slug }

    /// Lifecycles lie at the top, and what they hold in folders of their names.
    func journeyPath(_ journey: Int) -> String { "journeys/" + journeyFolder(journey) + journeyID(journey) + ".md" }

    private func journeyFolder(_ journey: Int) -> String {
        parent(journey).map { journeyFolder($0) + journeyID($0) + "/" } ?? ""
    }

    // MARK: Building blocks

    func id(_ kind: BlockKind, _ index: Int) -> String {
        switch kind {
        case .journey: journeyID(index)
        case .persona: "persona-" + (index + 1).padded(2)
        case .goal: "goal-" + (index + 1).padded(3)
        case .metric: MetricShape(index).title.slug
        case .evidence: EvidenceText.methods[index % EvidenceText.methods.count].id + "-" + (index + 1).padded(4)
        case .insight: "insight-" + (index + 1).padded(4)
        case .opportunity: "opportunity-" + (index + 1).padded(4)
        case .solution: "solution-" + (index + 1).padded(4)
        }
    }

    func path(_ kind: BlockKind, _ index: Int) -> String {
        // A folder to every two hundred.
        let part = "part-" + (index / 200 + 1).padded(2) + "/"
        switch kind {
        case .journey: return journeyPath(index)
        case .persona: return "personas/" + id(kind, index) + ".md"
        case .goal: return "goals/" + id(kind, index) + ".md"
        case .metric: return "metrics/" + part + id(kind, index) + ".md"
        case .evidence: return "evidence/" + part + id(kind, index) + ".md"
        case .insight: return "insights/" + part + id(kind, index) + ".md"
        case .opportunity: return "opportunities/" + part + id(kind, index) + ".md"
        case .solution: return "solutions/" + part + id(kind, index) + ".md"
        }
    }

    func count(_ kind: BlockKind) -> Int {
        switch kind {
        case .journey: journeys
        case .persona: personas
        case .goal: goals
        case .metric: metrics
        case .evidence: evidence
        case .insight: insights
        case .opportunity: opportunities
        case .solution: solutions
        }
    }

    func team(_ numbers: inout SplitMix64) -> String { "Team \(numbers.number(below: teams) + 1)" }

    /// Ids of some of a kind.
    func ids(_ kind: BlockKind, _ count: Int, _ numbers: inout SplitMix64) -> [String] {
        numbers.pick(count, of: Array(0..<self.count(kind))).map { id(kind, $0) }
    }

    /// Something to back a claim with: a piece of evidence, mostly one place in it.
    func evidenceReference(_ numbers: inout SplitMix64) -> String {
        let reference = id(.evidence, numbers.number(below: evidence))
        return numbers.chance(70) ? reference + "#q\(numbers.number(in: 1...EvidenceText.quotes))" : reference
    }
}

/// The stages and steps of a journey.
struct JourneyShape {
    struct Step {
        let title: String
        let anchor: String
        let hasExplicitAnchor: Bool
    }

    struct Stage {
        let title: String
        var steps: [Step] = []
    }

    private(set) var stages: [Stage]
    private let level: Int

    init(_ journey: Int, in plan: PortfolioPlan) {
        var numbers = SplitMix64(.journey, journey)
        level = plan.level(journey)
        let titles = numbers.pick(numbers.number(in: 3...8), of: Words.steps[level])
        let names = Words.stages[level].prefix(numbers.number(in: 2...4))
        stages = names.map { Stage(title: $0) }
        for (index, title) in titles.enumerated() {
            let isExplicit = numbers.chance(40)
            let step = Step(
                title: title, anchor: isExplicit ? "s\(index + 1)" : title.slug, hasExplicitAnchor: isExplicit)
            stages[index * stages.count / titles.count].steps.append(step)
        }
    }

    /// Where journeys below are placed: at the stages of a lifecycle, at the steps of a sub.
    var placeAnchors: [String] {
        level == 0 ? stages.map(\.title.slug) : stages.flatMap { $0.steps.map(\.anchor) }
    }
}
