import Diagnostics
import Journeys

// exempt: free words, because whether there are any is part of the outline.

/// Walks through journeys and gathers their moments, and the findings and metrics of these.
struct MomentGathering {
    private let portfolio: Portfolio
    private let insights: InsightPlaces
    private let evidence: [EvidenceFacts]
    /// By insight.
    private let counted: [CountedInsight]
    private(set) var moments: [ScoredMoment] = []
    private(set) var findings: [ScoredFinding] = []
    private(set) var momentsOfJourney: [Range<Int>] = []
    private(set) var findingsOfJourney: [Range<Int>] = []
    private(set) var metricsOfJourney: IndexLists

    init(_ portfolio: Portfolio, insights: InsightPlaces, evidence: [EvidenceFacts]) {
        self.portfolio = portfolio
        self.insights = insights
        self.evidence = evidence
        counted = portfolio.insights.enumerated().map { CountedInsight($0, $1, among: evidence) }
        // These lists stay: without room to grow.
        let places = portfolio.journeys.lazy.flatMap(\.places)
        moments.reserveCapacity(places.count)
        findings.reserveCapacity(places.reduce(0) { $0 + $1.moment.findings.count })
        momentsOfJourney.reserveCapacity(portfolio.journeys.count)
        findingsOfJourney.reserveCapacity(portfolio.journeys.count)
        metricsOfJourney = IndexLists(capacity: portfolio.journeys.count)
    }

    mutating func add(_ index: Int) {
        let journey = portfolio.journeys[index]
        let (firstMoment, firstFinding) = (moments.count, findings.count)
        var metrics = Self.items(.metric, in: journey.metrics)
        for (stage, content) in journey.stages.enumerated() {
            metrics += add(content.moment, of: index, stage: stage, step: nil, isStep: content.steps.isEmpty)
            for (step, moment) in content.steps.enumerated() {
                metrics += add(moment, of: index, stage: stage, step: step, isStep: true)
            }
        }
        momentsOfJourney.append(firstMoment..<moments.count)
        findingsOfJourney.append(firstFinding..<findings.count)
        metricsOfJourney.append(metrics.eachOnce())
    }

    /// - Parameter isStep: whether it is a moment whatever stands there.
    /// - Returns: the metrics that are named there.
    private mutating func add(_ moment: Moment, of journey: Int, stage: Int, step: Int?, isStep: Bool) -> [Int] {
        let metrics = Self.items(.metric, in: moment.references(in: "metrics"))
        let named = countingInsights(at: moment, of: journey)
        guard isStep || !moment.feelings.isEmpty || !moment.findings.isEmpty || !named.isEmpty else { return metrics }
        let first = findings.count
        addFindings(moment.findings, named, journey: journey)
        let emotion = EmotionFacts(of: moment.feelings)
        moments.append(
            ScoredMoment(
                moment, journey: journey, stage: stage, step: step, emotion: emotion, findings: first..<findings.count,
                isDescribed: emotion != nil && Self.hasDoing(moment) && Self.hasContact(moment)))
        return metrics
    }

    // MARK: Findings

    /// The insights that count at a moment, each once, with the place where it is named.
    private func countingInsights(at moment: Moment, of journey: Int) -> [(insight: Int, range: TextRange)] {
        let references = moment.references(in: "insights")
        guard !references.isEmpty else { return [] }
        let runs = insights.runs(under: moment.anchor, of: journey)
        var result: [(insight: Int, range: TextRange)] = []
        var seen: Set<Int> = []
        for reference in references {
            guard let target = reference.target, target.kind == .insight, seen.insert(target.index).inserted,
                !insights.isOnlyShown(target.index, above: runs)
            else { continue }
            result.append((target.index, reference.range))
        }
        return result
    }

    /// In the order of the file, whatever the order of the lanes.
    private mutating func addFindings(
        _ own: [Finding], _ named: [(insight: Int, range: TextRange)], journey: Int
    ) {
        let (moment, first) = (moments.count, findings.count)
        for (insight, range) in named {
            findings.append(ScoredFinding(counted[insight], at: range, journey: journey, moment: moment))
        }
        for finding in own {
            findings.append(
                ScoredFinding(
                    finding, journey: journey, moment: moment, backing: Backing(finding.evidence, among: evidence)))
        }
        let added = first..<findings.count
        // Mostly there is one lane, which has them in order.
        let isInOrder = added.dropFirst().allSatisfy {
            findings[$0 - 1].range.lowerBound <= findings[$0].range.lowerBound
        }
        if !isInOrder {
            findings.replaceSubrange(added, with: findings[added].sorted { $0.range.lowerBound < $1.range.lowerBound })
        }
    }

    // MARK: What a moment holds

    static func items(_ kind: ContentKind, in references: [Reference]) -> [Int] {
        references.compactMap { $0.target?.kind == kind ? $0.target?.index : nil }
    }

    private static func hasDoing(_ moment: Moment) -> Bool {
        for content in moment.lanes where content.lane == "doing" {
            if case .text(let entries) = content.value { return entries.contains { !$0.isEmpty } }
        }
        return false
    }

    private static func hasContact(_ moment: Moment) -> Bool {
        !moment.tags(in: "touchpoints").isEmpty || !moment.tags(in: "channels").isEmpty
    }
}

extension Array where Element: Hashable {
    /// Each element where it stands first.
    func eachOnce() -> [Element] {
        guard count > 1 else { return self }
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
