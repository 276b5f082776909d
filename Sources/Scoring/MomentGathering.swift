import Journeys

// exempt: free words, because whether there are any is part of the outline.

/// Walks through journeys and gathers their moments, and the findings and metrics of these.
struct MomentGathering {
    private let portfolio: Portfolio
    private let insights: InsightPlaces
    private(set) var moments: [ScoredMoment] = []
    private(set) var findings: [ScoredFinding] = []
    private(set) var momentsOfJourney: [Range<Int>] = []
    private(set) var findingsOfJourney: [Range<Int>] = []
    private(set) var metricsOfJourney: [[Int]] = []
    /// By moment: where the findings recorded there stand, in the order in which anchors number them.
    private(set) var recorded: [[Int]] = []

    init(_ portfolio: Portfolio, insights: InsightPlaces) {
        self.portfolio = portfolio
        self.insights = insights
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
        let feelings = moment.feelings
        let own = moment.findings
        let named = countingInsights(at: moment, of: journey)
        guard isStep || !feelings.isEmpty || !own.isEmpty || !named.isEmpty else { return metrics }
        let emotions = feelings.compactMap { feeling in
            EmotionFacts(feeling.values).map {
                ScoredEmotion(
                    facts: $0, evidence: Self.targets(feeling.evidence), persona: feeling.persona?.target,
                    range: feeling.range)
            }
        }
        let first = findings.count
        addFindings(own, named, journey: journey)
        moments.append(
            ScoredMoment(
                journey: journey, stage: stage, step: step, anchor: moment.anchor, title: moment.title,
                isMomentOfTruth: moment.isMomentOfTruth, emotions: emotions,
                emotion: EmotionFacts(meanOf: emotions.map(\.facts)), findings: first..<findings.count,
                metrics: metrics.eachOnce(),
                isDescribed: !emotions.isEmpty && Self.hasDoing(moment) && Self.hasContact(moment),
                range: moment.range))
        return metrics
    }

    // MARK: Findings

    /// The insights that count at a moment, each once, with the place where it is named.
    private func countingInsights(at moment: Moment, of journey: Int) -> [(insight: Int, reference: Reference)] {
        let references = moment.references(in: "insights")
        guard !references.isEmpty else { return [] }
        let runs = insights.runs(under: moment.anchor, of: journey)
        var result: [(insight: Int, reference: Reference)] = []
        var seen: Set<Int> = []
        for reference in references {
            guard let target = reference.target, target.kind == .insight, seen.insert(target.index).inserted,
                !insights.isOnlyShown(target.index, above: runs)
            else { continue }
            result.append((target.index, reference))
        }
        return result
    }

    /// In the order of the file, whatever the order of the lanes.
    private mutating func addFindings(
        _ own: [Finding], _ named: [(insight: Int, reference: Reference)], journey: Int
    ) {
        let moment = moments.count
        var found: [(start: Int, position: Int?, finding: ScoredFinding)] = []
        for (position, finding) in own.enumerated() {
            found.append((finding.range.lowerBound, position, scored(finding, journey: journey, moment: moment)))
        }
        for (insight, reference) in named {
            found.append(
                (reference.range.lowerBound, nil, scored(insight, named: reference, journey: journey, moment: moment)))
        }
        if found.count > 1 { found.sort { ($0.start, $0.position ?? -1) < ($1.start, $1.position ?? -1) } }
        var places = [Int](repeating: 0, count: own.count)
        for entry in found {
            if let position = entry.position { places[position] = findings.count }
            findings.append(entry.finding)
        }
        recorded.append(places)
    }

    private func scored(_ finding: Finding, journey: Int, moment: Int) -> ScoredFinding {
        ScoredFinding(
            journey: journey, moment: moment, id: finding.id, kind: finding.kind, severity: finding.severity,
            reach: finding.reach, status: finding.status, resolved: finding.resolved,
            evidence: Self.targets(finding.evidence), persona: finding.persona?.target, insight: nil,
            text: finding.text.plain, range: finding.range)
    }

    private func scored(_ index: Int, named reference: Reference, journey: Int, moment: Int) -> ScoredFinding {
        let insight = portfolio.insights[index]
        return ScoredFinding(
            journey: journey, moment: moment, id: insight.id, kind: insight.type, severity: insight.severity,
            reach: insight.reach, status: insight.status, resolved: insight.resolved,
            evidence: Self.targets(insight.evidence), persona: nil, insight: index, text: insight.title,
            range: reference.range)
    }

    // MARK: What a moment holds

    private static func targets(_ references: [Reference]) -> [Target] {
        references.isEmpty ? [] : references.compactMap(\.target)
    }

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
