import Journeys

/// What every score rests on, gathered once: moments, the findings that count at them, metrics, and who addresses and touches what.
///
/// Everything is found by index: of journeys, metrics, insights, opportunities and solutions in the portfolio's lists; of moments
/// and findings in the lists here, in which those of one journey stand in a row, in the order of the file.
///
/// A class, as every score holds it: a value of so many lists is costly to hand around.
package final class PortfolioBasis: Sendable {
    package let linked: LinkedPortfolio
    /// The day that scores are computed for.
    package let asOf: CivilDate
    package let tree: JourneyTree
    package let moments: [ScoredMoment]
    package let findings: [ScoredFinding]
    /// By journey: its moments.
    package let momentsOfJourney: [Range<Int>]
    /// By journey: its findings.
    package let findingsOfJourney: [Range<Int>]
    /// By journey: the metrics of its front matter and of any of its Metrics lanes, each once, in this order.
    package let metricsOfJourney: IndexLists
    /// By metric: the journeys that it is one of, in order.
    package let journeysOfMetric: IndexLists
    /// By insight: its occurrences among the findings.
    package let findingsOfInsight: [[Int]]
    package let addressing: Addressing
    package let touching: Touching
    /// The journeys that count: active and of today. In the order of the portfolio.
    package let counting: [Int]
    /// By metric: how far it has come.
    package let attainments: [Attainment]
    /// By metric: the line of its series that the latest value stands in.
    let latestLines: [Int?]
    /// By piece of evidence: what trust asks of it.
    package let evidence: [EvidenceFacts]

    package let portfolio: Portfolio
    package let settings: ScoringSettings
    package let hierarchy: Hierarchy

    package init(_ linked: LinkedPortfolio, asOf: CivilDate) {
        let tree = JourneyTree(linked.hierarchy)
        let portfolio = linked.portfolio
        let freshDays = portfolio.settings.scoring.freshEvidence
        let evidence = portfolio.evidence.map { EvidenceFacts($0, asOf: asOf, freshDays: freshDays) }
        var gathering = MomentGathering(portfolio, insights: InsightPlaces(linked, tree: tree), evidence: evidence)
        for journey in portfolio.journeys.indices { gathering.add(journey) }

        var findingsOfInsight = [[Int]](repeating: [], count: portfolio.insights.count)
        for (index, finding) in gathering.findings.enumerated() {
            if let insight = finding.insight { findingsOfInsight[insight].append(index) }
        }

        self.linked = linked
        self.portfolio = portfolio
        settings = portfolio.settings.scoring
        hierarchy = linked.hierarchy
        self.asOf = asOf
        self.tree = tree
        moments = gathering.moments
        findings = gathering.findings
        momentsOfJourney = gathering.momentsOfJourney
        findingsOfJourney = gathering.findingsOfJourney
        metricsOfJourney = gathering.metricsOfJourney
        journeysOfMetric = IndexLists(inverting: gathering.metricsOfJourney, count: portfolio.metrics.count)
        self.findingsOfInsight = findingsOfInsight
        let attainments = portfolio.metrics.map { Attainment(of: $0, asOf: asOf) }
        self.attainments = attainments
        latestLines = zip(portfolio.metrics, attainments).map { metric, attainment in
            guard let day = attainment.latest?.date else { return nil }
            return metric.series?.rows.first { $0.date == day }?.line
        }
        counting = portfolio.journeys.indices.filter { portfolio.journeys[$0].counts }
        self.evidence = evidence
        addressing = Addressing(linked, gathering, findingsOfInsight: findingsOfInsight)
        touching = Touching(linked, gathering, addressing: addressing, findingsOfInsight: findingsOfInsight)
    }

    package func journey(ofMoment moment: Int) -> Int { moments[moment].journey }
    package func journey(ofFinding finding: Int) -> Int { findings[finding].journey }

    package func identity(of finding: Int) -> ScoredFinding.Identity {
        findings[finding].insight.map { .insight($0) } ?? .own(finding)
    }

    /// Every occurrence of a finding among the findings: one, or as many as an insight has.
    package func occurrences(of identity: ScoredFinding.Identity) -> [Int] {
        switch identity {
        case .own(let finding): [finding]
        case .insight(let insight): findingsOfInsight[insight]
        }
    }

    /// The opportunities that address a finding, in order: what addresses an insight anywhere addresses it everywhere.
    package func opportunities(addressing finding: Int) -> IndexList {
        findings[finding].insight.map { addressing.opportunitiesOfInsight[$0] }
            ?? addressing.opportunitiesOfFinding[finding]
    }

    /// `journey#id`; of an insight, its id.
    package func name(of finding: Int) -> String {
        let finding = findings[finding]
        return finding.isInsight ? finding.id : "\(portfolio.journeys[finding.journey].record.id)#\(finding.id)"
    }

    /// `journey#anchor`
    package func name(ofMoment moment: Int) -> String {
        "\(portfolio.journeys[moments[moment].journey].record.id)#\(moments[moment].anchor)"
    }
}
