import Journeys
import Testing

@testable import Scoring

/// Whoever reads a verdict reads why.
@Suite struct VerdictSentenceTests {
    private func metric(_ front: String, _ csv: String) -> WrittenPortfolio {
        WrittenPortfolio().with("metrics/m.md", front: "title: M\nperspective: customer\n\(front)")
            .with("metrics/m.csv", csv)
    }

    @Test(arguments: [
        (
            "baseline: 50\ntarget: 70",
            "60 on the way from the baseline 50, which counts 50, to the target 70, which counts 100."
        ),
        ("type: csat\ntarget: 80", "60 on the way from 0, the poor end of the scale, to the target 80."),
        (
            "type: csat\ntarget: 80\ndirection: down",
            "60 on the way from 100, the poor end of the scale, to the target 80."
        ),
        ("target: 80", "60 of the target of 80."),
        ("target: 80\ndirection: down", "60, where the target is 80 or less."),
        ("target: 0", "60: the target of 0 is met."),
        (
            "target: 0\ndirection: down",
            "60: the target of 0 is not met, and there is no scale to say by how much."
        ),
        ("noise: 1", "It has no target."),
    ])
    func attainment(front: String, sentence: String) {
        let written = metric(front, "date,value\n2026-11-01,60\n")
        #expect(Attainment(of: written.linked().portfolio.metrics[0], asOf: written.asOf).sentence == sentence)
    }

    @Test func closedLoop() {
        func sentence(_ front: String, _ values: [Double]) -> String {
            let written = metric(front, monthly(from: 2026, 1, values)).with(
                "solutions/s.md",
                front: "title: S\nstatus: shipped\nshipped: 2026-03-31\nopportunities: []\nmetrics: [m]")
            return ClosedLoop(written.linked().portfolio, asOf: written.asOf).results[0].measurements[0].sentence
        }
        let plain = "and no season was taken out, for want of values a year earlier."
        #expect(sentence("noise: 1", [50, 50, 50, 60, 60, 60]) == "From 50 to 60: +10, \(plain)")
        #expect(
            sentence("noise: 10", [50, 50, 50, 60, 60, 60])
                == "From 50 to 60: +10, \(plain) It counts as unchanged: the metric's noise is 10.")
        #expect(sentence("noise: 1", []) == "There are not two values on each side of the day it shipped.")
    }

    @Test func priority() {
        func sentence(_ front: String) -> String {
            let written = WrittenPortfolio().with("opportunities/o.md", front: "title: O\n\(front)")
            return Priority(of: 0, in: PortfolioBasis(written.linked(), asOf: written.asOf)).sentence
        }
        #expect(
            sentence("customer_impact: 4\nbusiness_impact: 3\neffort: 4")
                == "From customer impact 4, business impact 3, effort 4: 55, times a confidence of 0.5, since it addresses nothing."
        )
        #expect(sentence("business_impact: 3") == "Not scored: it lacks customer impact, effort.")
        #expect(
            RankFirmness(
                best: 1, worst: 4, topThree: Share(3, of: 4), topTen: Share(4, of: 4), first: Share(1, of: 231)
            )
            .sentence
                == "Under weights near the chosen ones it ranks from 1 to 4; of all weightings, it is first in 1 of 231."
        )
    }

    @Test(arguments: [
        (0, "0"), (-0.001, "0"), (1.5, "1.5"), (1.25, "1.25"), (-12.3, "-12.3"), (1.05, "1.05"), (1e20, "1e+20"),
        (1.005, "1.01"), (-0.5, "-0.5"),
    ])
    func figures(value: Double, text: String) {
        #expect(value.plain == text)
    }

    @Test func nineDecimals() {
        #expect((0.1 + 0.2).nineDecimals == 0.3)
        #expect((-1e-12).nineDecimals.sign == .plus)
        #expect(123_456_789.123_456_78.nineDecimals == 123_456_789.123_456_78)
    }
}
