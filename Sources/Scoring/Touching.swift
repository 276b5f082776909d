import Journeys

/// Which journeys a solution touches: those that name it in a Solutions lane, or with a finding that an opportunity of the
/// solution addresses.
///
/// Source: "Scores", section 5.
package struct Touching: Sendable {
    /// By solution: the journeys that it touches, in order.
    package let journeys: IndexLists
    /// By journey: the solutions that touch it, in order.
    package let solutions: IndexLists

    init(_ linked: LinkedPortfolio, _ gathering: MomentGathering, addressing: Addressing, findingsOfInsight: [[Int]]) {
        let portfolio = linked.portfolio
        var touched = [Set<Int>](repeating: [], count: portfolio.solutions.count)
        for (index, journey) in portfolio.journeys.enumerated() {
            journey.forEachMoment { moment in
                for solution in MomentGathering.items(.solution, in: moment.references(in: "solutions")) {
                    touched[solution].insert(index)
                }
            }
        }
        let ofInsight = findingsOfInsight.map { $0.map { gathering.findings[$0].journey }.eachOnce() }
        let ofOpportunity = addressing.addressed.map { addressed -> [Int] in
            addressed.flatMap { identity -> [Int] in
                switch identity {
                case .own(let finding): [gathering.findings[finding].journey]
                case .insight(let insight): ofInsight[insight]
                }
            }.eachOnce()
        }
        for (index, solution) in portfolio.solutions.enumerated() {
            for opportunity in MomentGathering.items(.opportunity, in: solution.opportunities) {
                touched[index].formUnion(ofOpportunity[opportunity])
            }
        }
        var journeys = IndexLists(capacity: touched.count)
        for each in touched { journeys.append(each.sorted()) }
        self.journeys = journeys
        solutions = IndexLists(inverting: journeys, count: portfolio.journeys.count)
    }
}
