import Journeys

/// Finds what does not add up, rule by rule, among the journeys that count.
struct ContradictionFinding {
    let basis: PortfolioBasis
    private let waived: WaivedNames
    private(set) var found: [Contradiction] = []

    private var portfolio: Portfolio { basis.portfolio }

    init(_ basis: PortfolioBasis, loop: ClosedLoop) {
        self.basis = basis
        waived = WaivedNames(basis)
        for journey in basis.counting {
            for moment in basis.momentsOfJourney[journey] { compare(moment) }
        }
        compare(loop)
        found += TouchpointGaps.find(in: basis)
        compareOpportunities()
        compareSolutions()
    }

    /// Takes in what was found meanwhile.
    mutating func add(_ more: [Contradiction]) { found += more }

    // MARK: At a moment

    /// Rules a, b, c and f.
    private mutating func compare(_ index: Int) {
        let moment = basis.moments[index]
        let pains = moment.findings.filter { basis.findings[$0].kind == .pain }
        let grievous = pains.filter { basis.findings[$0].isOpen && (basis.findings[$0].severity ?? 0) >= 4 }
        for pain in grievous {
            guard let emotion = moment.emotion?.value.nineDecimals, emotion >= 1 else { continue }
            let severity = basis.findings[pain].severity ?? 0
            found.append(
                Contradiction(
                    .grievousPainWhereItFeelsGood, [.moment(index), finding(pain)],
                    .painWhereItFeelsGood(emotion: emotion, severity: severity)))
        }
        for metric in moment.metrics {
            if let value = basis.attainments[metric].value, value < 40, pains.isEmpty {
                found.append(
                    Contradiction(
                        .poorMetricWithoutPain, [.metric(metric), .moment(index)],
                        .poorMetricWithoutPain(attainment: value)))
            }
            guard portfolio.metrics[metric].perspective == .customer else { continue }
            if let value = basis.attainments[metric].value, value >= 80 {
                for pain in grievous {
                    found.append(
                        Contradiction(
                            .grievousPainUnderGoodMetric, [finding(pain), .metric(metric)],
                            .painUnderGoodMetric(
                                severity: basis.findings[pain].severity ?? 0, attainment: value, moment: index)))
                }
            }
            guard let baseline = portfolio.metrics[metric].baseline, let latest = basis.attainments[metric].latest,
                portfolio.metrics[metric].isWorse(latest.value, than: baseline)
            else { continue }
            for pain in pains where !basis.findings[pain].isOpen {
                found.append(
                    Contradiction(
                        .resolvedPainUnderPoorMetric, [finding(pain), .metric(metric)],
                        .resolvedPainUnderPoorMetric(latest: latest, baseline: baseline, moment: index)))
            }
        }
    }

    /// An insight is one subject wherever it counts.
    private func finding(_ index: Int) -> Contradiction.Subject { .finding(basis.firstCounting(index)) }

    // MARK: Solutions and opportunities

    /// Rule d: of all solutions.
    private mutating func compare(_ loop: ClosedLoop) {
        for result in loop.results {
            guard let outcome = result.outcome, outcome == .unchanged || outcome == .worse else { continue }
            found.append(
                Contradiction(
                    .solutionWithoutEffect, [.solution(result.solution)],
                    .solutionWithoutEffect(outcome, isPreliminary: result.isPreliminary)))
        }
    }

    /// Rules g and h.
    private mutating func compareOpportunities() {
        var open: [Int: [Int]] = [:]
        for (index, opportunity) in portfolio.opportunities.enumerated() {
            let findings = basis.addressing.addressed[index].compactMap { basis.firstCounting($0) }
            if opportunity.stage != .closed {
                for finding in findings { open[finding, default: []].append(index) }
                continue
            }
            for finding in findings {
                let addressed = basis.findings[finding]
                guard let severity = addressed.severity, severity >= 3, addressed.isOpen,
                    addressed.kind == .pain || addressed.kind == .employeePain
                else { continue }
                found.append(
                    Contradiction(
                        .closedOverOpenPain, [.opportunity(index), .finding(finding)],
                        .closedOverOpenPain(severity: severity)))
            }
        }
        let (opportunities, waived) = (portfolio.opportunities, waived)
        let pairing = PairsOfMany(
            side: { $0 }, mayLead: { !waived.has(.sameFindingTwice, opportunities[$0].id) })
        var shared: [IndexPair: [Int]] = [:]
        var ofMany: Set<IndexPair> = []
        for (finding, addressing) in open {
            let alike = pairing.among(addressing.inOrder(of: opportunities))
            for (first, second) in alike.pairs {
                let pair = IndexPair(first: first, second: second)
                shared[pair, default: []].append(finding)
                if !alike.areAll { ofMany.insert(pair) }
            }
        }
        for (pair, findings) in shared {
            let subjects = [pair.first, pair.second].inOrder(of: portfolio.opportunities)
            found.append(
                Contradiction(
                    .sameFindingTwice, subjects.map { .opportunity($0) }, .sameFindingTwice(findings.sorted()),
                    isOneOfMany: ofMany.contains(pair)))
        }
    }

    /// Rule i: of all solutions.
    private mutating func compareSolutions() {
        let (all, waived) = (portfolio.solutions, waived)
        let pairing = PairsOfMany(
            side: { all[$0].record.owner }, mayLead: { !waived.has(.sameOpportunityTwice, all[$0].id) })
        for (opportunity, solutions) in basis.addressing.solutions.enumerated() {
            let unfinished = solutions.filter {
                [.idea, .planned, .building].contains(all[$0].status) && all[$0].record.owner != nil
            }
            let alike = pairing.among(unfinished.inOrder(of: all))
            for (first, second) in alike.pairs {
                let pair = [first, second].inOrder(of: all)
                found.append(
                    Contradiction(
                        .sameOpportunityTwice, pair.map { .solution($0) } + [.opportunity(opportunity)],
                        .sameOpportunityTwice(owners: pair.compactMap { all[$0].record.owner }),
                        isOneOfMany: !alike.areAll))
            }
        }
    }
}

private struct IndexPair: Hashable {
    let first: Int
    let second: Int
}

extension [Int] {
    /// By id, of items of one kind.
    fileprivate func inOrder(of items: [some ContentItem]) -> [Int] {
        sorted { (items[$0].id, items[$0].path) < (items[$1].id, items[$1].path) }
    }
}

extension PortfolioBasis {
    /// The first occurrence of a finding in a journey that counts; nothing where there is none.
    func firstCounting(_ identity: ScoredFinding.Identity) -> Int? {
        switch identity {
        case .own(let finding): portfolio.journeys[findings[finding].journey].counts ? finding : nil
        case .insight(let insight):
            findingsOfInsight[insight].first { portfolio.journeys[findings[$0].journey].counts }
        }
    }

    func firstCounting(_ finding: Int) -> Int { firstCounting(identity(of: finding)) ?? finding }
}

extension Metric {
    /// By its direction.
    func isWorse(_ value: Double, than other: Double) -> Bool {
        direction == .up ? value.nineDecimals < other.nineDecimals : value.nineDecimals > other.nineDecimals
    }
}
