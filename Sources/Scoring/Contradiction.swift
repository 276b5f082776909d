import Diagnostics
import Journeys

/// Two things in a portfolio that can't both be so, or that are done twice.
///
/// Source: "Scores", section 8.
package struct Contradiction: Hashable, Sendable {
    package enum Rule: String, CaseIterable, Hashable, Sendable, Comparable {
        /// A moment with a pain of severity 4 and more, and a customer metric there at 80 or more.
        case grievousPainUnderGoodMetric = "a"
        /// A moment felt at +1 or better with a pain of severity 4 and more.
        case grievousPainWhereItFeelsGood = "b"
        /// A metric of a moment under 40, where no pain was ever recorded.
        case poorMetricWithoutPain = "c"
        /// A solution that shipped and left its metric as it was, or made it worse.
        case solutionWithoutEffect = "d"
        /// One touchpoint felt 3 or more apart in two journeys of one persona.
        case touchpointFeltApart = "e"
        /// A resolved pain where a customer metric is worse than its baseline.
        case resolvedPainUnderPoorMetric = "f"
        /// A closed opportunity that addresses an open pain of severity 3 and more.
        case closedOverOpenPain = "g"
        /// Two open opportunities that address the same finding.
        case sameFindingTwice = "h"
        /// Two unfinished solutions of different owners for one opportunity.
        case sameOpportunityTwice = "i"
        /// Findings of two journeys in nearly the same words.
        case sameWordsTwice = "j"

        /// Two that do or say the same, rather than two that can't both be so.
        package var isOverlap: Bool { self >= .sameFindingTwice }

        package static func < (left: Rule, right: Rule) -> Bool { left.rawValue < right.rawValue }
    }

    /// One of the things that don't add up.
    package enum Subject: Hashable, Sendable {
        /// An index into the findings of the basis; of an insight, the first occurrence that counts.
        case finding(Int)
        /// An index into the moments of the basis.
        case moment(Int)
        case metric(Int)
        case solution(Int)
        case opportunity(Int)
        case journey(Int)
        /// As the first journey by path that counts writes it.
        case touchpoint(String)
    }

    /// How a touchpoint is felt in a journey.
    package struct TouchpointFelt: Hashable, Sendable {
        /// The mean over the moments that have the touchpoint and an emotion.
        package let mean: Double
        /// These moments, as indices into the moments of the basis.
        package let moments: [Int]
    }

    /// The figures of both sides.
    package enum Reason: Hashable, Sendable {
        case painUnderGoodMetric(severity: Int, attainment: Double, moment: Int)
        case painWhereItFeelsGood(emotion: Double, severity: Int)
        case poorMetricWithoutPain(attainment: Double)
        case solutionWithoutEffect(LoopMeasurement.Outcome, isPreliminary: Bool)
        case touchpointFeltApart(TouchpointFelt, TouchpointFelt)
        case resolvedPainUnderPoorMetric(latest: Series.Point, baseline: Double, moment: Int)
        case closedOverOpenPain(severity: Int)
        /// The findings that both address: indices into the findings of the basis.
        case sameFindingTwice([Int])
        case sameOpportunityTwice(owners: [String])
        /// Of the distinct words of both, how many they share.
        case sameWordsTwice(Share)
    }

    /// In the order that the rule documents; two of a kind by what they are called.
    package let subjects: [Subject]
    package let reason: Reason
    package let rule: Rule
    /// The waiver that accepts it, as an index into the portfolio's waivers.
    package var waiver: Int?

    /// Whether it is one of so many that not all of them are told, see `PairsOfMany`: each of the things is, but with which is no matter.
    package let isOneOfMany: Bool

    package var isWaived: Bool { waiver != nil }

    init(_ rule: Rule, _ subjects: [Subject], _ reason: Reason, isOneOfMany: Bool = false) {
        self.isOneOfMany = isOneOfMany
        self.rule = rule
        self.subjects = subjects
        self.reason = reason
    }
}

extension Contradiction.Subject {
    /// `journey#id` of a finding, `journey#anchor` of a moment, the id of an insight and of anything else; a touchpoint's words.
    package func name(in basis: PortfolioBasis) -> String {
        switch self {
        case .finding(let index): basis.name(of: index)
        case .moment(let index): basis.name(ofMoment: index)
        case .metric(let index): basis.portfolio.metrics[index].record.id
        case .solution(let index): basis.portfolio.solutions[index].record.id
        case .opportunity(let index): basis.portfolio.opportunities[index].record.id
        case .journey(let index): basis.portfolio.journeys[index].record.id
        case .touchpoint(let name): name
        }
    }

    /// Where it stands, relative to the content folder; a touchpoint stands in many places.
    package func location(in basis: PortfolioBasis) -> Location? {
        let portfolio = basis.portfolio
        func place(_ record: Record) -> Location { Location(path: record.path, range: record.idRange) }
        switch self {
        case .finding(let index):
            let finding = basis.findings[index]
            return Location(path: portfolio.journeys[finding.journey].record.path, range: finding.range)
        case .moment(let index):
            let moment = basis.moments[index]
            return Location(path: portfolio.journeys[moment.journey].record.path, range: moment.range)
        case .metric(let index): return place(portfolio.metrics[index].record)
        case .solution(let index): return place(portfolio.solutions[index].record)
        case .opportunity(let index): return place(portfolio.opportunities[index].record)
        case .journey(let index): return place(portfolio.journeys[index].record)
        case .touchpoint: return nil
        }
    }

    /// The pieces of evidence that it rests on, each once: of a finding its own, of a moment those of its feelings. A metric's
    /// evidence is its series.
    package func evidence(in basis: PortfolioBasis) -> [Target] {
        switch self {
        case .finding(let index): basis.findings[index].evidence.eachOnce()
        case .moment(let index):
            basis.moments[index].emotions.flatMap { $0.evidence.compactMap(\.target) }.eachOnce()
        case .metric, .solution, .opportunity, .journey, .touchpoint: []
        }
    }
}
