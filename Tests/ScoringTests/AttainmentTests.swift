import Journeys
import Testing

@testable import Scoring

@Suite struct AttainmentTests {
    private func attainment(_ front: String, _ rows: String = "2026-11-15,60", asOf: String = "2026-11-30")
        -> Attainment
    {
        let portfolio = WrittenPortfolio(asOf: asOf)
            .with("metrics/m.md", front: "title: M\nperspective: customer\n" + front)
            .with("metrics/m.csv", "date,value\n\(rows)\n")
        return Attainment(of: portfolio.linked().portfolio.metrics[0], asOf: portfolio.asOf)
    }

    @Test(arguments: [
        // Half way from 50 to 70: 50 + 50 × 0.5
        ("baseline: 50\ntarget: 70", 75.0),
        ("baseline: 60\ntarget: 70", 50),
        ("baseline: 50\ntarget: 60", 100),
        // 50 + 50 × 2, held at 1
        ("baseline: 50\ntarget: 55", 100),
        // 50 + 50 × (60 - 80) / (90 - 80), held at -1
        ("baseline: 80\ntarget: 90", 0),
        // 50 + 50 × (60 - 64) / (56 - 64) = 75
        ("direction: down\nbaseline: 64\ntarget: 56", 75),
        // Baseline and target are one: the next case, here 60 of 80 from 0 to 100
        ("type: csat\nbaseline: 80\ntarget: 80", 75),
        // (60 - -100) / (100 - -100)
        ("type: nps\ntarget: 100", 80),
        ("type: csat\ntarget: 100", 60),
        // (60 - 20) / (70 - 20)
        ("type: csat\nscale: [20, 80]\ntarget: 70", 80),
        // A target at the low end leaves no scale: the share of the target
        ("scale: [20, 80]\ntarget: 20", 100),
        // (100 - 60) / (100 - 20)
        ("type: csat\ndirection: down\ntarget: 20", 50),
        // down, low = t: (80 - 60) / (80 - 20)
        ("direction: down\nscale: [20, 80]\ntarget: 20", 100.0 / 3),
        // down, t = high leaves no scale: 60 ≤ 80 is met
        ("direction: down\nscale: [20, 80]\ntarget: 80", 100),
        ("type: conversion\ntarget: 80", 75),
        // down, so 0 … 100 is no scale of it: 45 / 60
        ("type: ratio\ndirection: down\ntarget: 45", 75),
        ("target: 120", 50), ("target: 30", 100),
        ("direction: down\ntarget: 30", 50), ("direction: down\ntarget: 60", 100),
        // Nothing but met or not
        ("target: 0", 100), ("target: -5", 100),
    ])
    func values(front: String, value: Double) {
        #expect(abs((attainment(front).value ?? -1) - value) < 1e-8)
    }

    @Test func notMeasured() {
        #expect(attainment("baseline: 10").value == nil)
        #expect(attainment("baseline: 10").rule == .noTarget)
        #expect(attainment("target: 10", "2026-12-01,5").rule == .noValue)
        #expect(attainment("direction: down\ntarget: 0").value == nil)
        #expect(attainment("direction: down\ntarget: 0").rule == .notMet(target: 0))
    }

    @Test func ces() {
        // 1 … 7: (4 - 1) / (7 - 1)
        #expect(attainment("type: ces\ntarget: 7", "2026-11-15,4").value == 50)
        // A negative share of a target is none.
        #expect(attainment("target: 10", "2026-11-15,-4").value == 0)
    }

    @Test func latestIsUpToTheDay() {
        let found = attainment("target: 100", "2026-11-30,40\n2026-12-01,90\n2026-10-31,10")
        #expect(found.latest == Series.Point(date: day("2026-11-30"), value: 40))
        #expect(found.value == 40)
    }

    @Test func currentIsWithinTwoPeriods() {
        // monthly: 62 days
        #expect(attainment("target: 1", "2026-09-29,1").isCurrent)
        #expect(!attainment("target: 1", "2026-09-28,1").isCurrent)
        #expect(attainment("frequency: yearly\ntarget: 1", "2024-11-28,1").isCurrent)
        #expect(!attainment("frequency: yearly\ntarget: 1", "2024-11-27,1").isCurrent)
        #expect(!attainment("target: 1", "2027-01-01,1").isCurrent)
    }

    @Test func segmentsAreWeighed() {
        let portfolio = WrittenPortfolio()
            .with("metrics/m.md", front: "title: M\nperspective: customer\ntarget: 100")
            .with("metrics/m.csv", "date,segment,value,sample\n2026-11-01,a,20,1\n2026-11-01,b,60,3\n")
        // (20 + 3 × 60) / 4
        #expect(Attainment(of: portfolio.linked().portfolio.metrics[0], asOf: portfolio.asOf).value == 50)
    }

    @Test func alwaysWithinItsBounds() {
        var numbers = SteadyNumbers(7)
        let types = Metric.Kind.allCases
        for _ in 0..<300 {
            func number() -> Int { Int.random(in: -40...140, using: &numbers) }
            var front = "type: \(types[Int.random(in: 0..<types.count, using: &numbers)].rawValue)\n"
            if Bool.random(using: &numbers) { front += "direction: down\n" }
            if Bool.random(using: &numbers) { front += "baseline: \(number())\n" }
            if Bool.random(using: &numbers) {
                let low = number()
                front += "scale: [\(low), \(low + Int.random(in: 1...90, using: &numbers))]\n"
            }
            let found = attainment(front + "target: \(number())", "2026-11-01,\(number())")
            if let value = found.value {
                #expect((0...100).contains(value))
            } else {
                guard case .notMet = found.rule else {
                    Issue.record("\(found)")
                    continue
                }
            }
        }
    }
}
