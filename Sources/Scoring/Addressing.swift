import Journeys

/// Which findings each opportunity addresses, and which solutions there are for it.
///
/// A finding is addressed by its name, or by that of the step or stage that it stands at: a stage means all findings of its own and
/// of its steps. What addresses an insight anywhere addresses it everywhere. An Opportunities lane only shows.
///
/// Source: "Scores", section 3.
package struct Addressing: Sendable {
    /// By opportunity: what it addresses, each once: findings in order, then insights in order, also those that count nowhere.
    package let addressed: [[ScoredFinding.Identity]]
    /// By finding: the opportunities that address it, in order. Of an insight, see `opportunitiesOfInsight`.
    let opportunitiesOfFinding: IndexLists
    /// By insight: the opportunities that address it, in order.
    package let opportunitiesOfInsight: IndexLists
    /// By opportunity: its solutions, in order.
    package let solutions: [[Int]]

    init(_ linked: LinkedPortfolio, _ gathering: MomentGathering, findingsOfInsight: [[Int]]) {
        let portfolio = linked.portfolio
        let places = MomentPlaces(gathering.moments, of: portfolio.journeys.count)
        var addressed: [[ScoredFinding.Identity]] = []
        var findingsOfOpportunity: [Set<Int>] = []
        var insightsOfOpportunity: [Set<Int>] = []
        for opportunity in portfolio.opportunities {
            var findings: Set<Int> = []
            var insights: Set<Int> = []
            for target in opportunity.addresses.compactMap(\.target) {
                if target.kind == .insight { insights.insert(target.index) }
                guard target.kind == .journey, let anchor = target.anchor,
                    let role = linked.directory.anchor(anchor, of: target.item)?.role
                else { continue }
                for finding in Self.findings(at: role, of: target.index, places, gathering) {
                    if let insight = gathering.findings[finding].insight {
                        insights.insert(insight)
                    } else {
                        findings.insert(finding)
                    }
                }
            }
            findingsOfOpportunity.append(findings)
            insightsOfOpportunity.append(insights)
            addressed.append(findings.sorted().map { .own($0) } + insights.sorted().map { .insight($0) })
        }
        var solutions = [[Int]](repeating: [], count: portfolio.opportunities.count)
        for (index, solution) in portfolio.solutions.enumerated() {
            for opportunity in MomentGathering.items(.opportunity, in: solution.opportunities).eachOnce() {
                solutions[opportunity].append(index)
            }
        }
        self.addressed = addressed
        opportunitiesOfFinding = IndexLists(inverting: findingsOfOpportunity, count: gathering.findings.count)
        opportunitiesOfInsight = IndexLists(inverting: insightsOfOpportunity, count: portfolio.insights.count)
        self.solutions = solutions
    }

    private static func findings(
        at role: Anchor.Role, of journey: Int, _ places: MomentPlaces, _ gathering: MomentGathering
    ) -> [Int] {
        switch role {
        case .finding(let stage, let step, let position):
            guard let moment = places.moment(of: journey, stage: stage, step: step) else { return [] }
            let recorded = gathering.moments[moment].recorded
            guard recorded.indices.contains(position) else { return [] }
            return gathering.moments[moment].findings.filter {
                gathering.findings[$0].isRecorded(as: recorded[position])
            }
        case .step(let stage, let step):
            guard let moment = places.moment(of: journey, stage: stage, step: step) else { return [] }
            return Array(gathering.moments[moment].findings)
        case .stage(let stage):
            // A stage stands before its steps, and so do its findings before theirs.
            return places.moments(of: journey, stage: stage).flatMap { gathering.moments[$0].findings }
        case .heading, .quote, .passage:
            return []
        }
    }
}

/// Finds moments by stage and step.
private struct MomentPlaces {
    private let moments: [ScoredMoment]
    private var first: [Int]

    init(_ moments: [ScoredMoment], of journeys: Int) {
        self.moments = moments
        first = Array(repeating: moments.count, count: journeys + 1)
        for index in moments.indices.reversed() { first[moments[index].journey] = index }
        for journey in stride(from: journeys - 1, through: 0, by: -1) where first[journey] == moments.count {
            first[journey] = first[journey + 1]
        }
    }

    /// The moments of a stage, its own first, then those of its steps.
    func moments(of journey: Int, stage: Int) -> Range<Int> {
        let end = first[journey + 1]
        let start = bound(first[journey]..<end) { $0.stage < stage }
        return start..<bound(start..<end) { $0.stage <= stage }
    }

    func moment(of journey: Int, stage: Int, step: Int?) -> Int? {
        let run = moments(of: journey, stage: stage)
        let found = bound(run) { ($0.step ?? -1) < (step ?? -1) }
        return run.contains(found) && moments[found].step == step ? found : nil
    }

    /// The first place in a run of moments that is not before what is looked for.
    private func bound(_ run: Range<Int>, _ isBefore: (ScoredMoment) -> Bool) -> Int {
        var (low, high) = (run.lowerBound, run.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(moments[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
