import Journeys
import Testing

@testable import Pages
@testable import Scoring

/// Whoever reads a score or a verdict reads why.
@Suite struct WordingTests {
    private let english = Wording.english

    @Test(arguments: [
        (
            Explanation.health([
                .init(name: .experience, value: 68.8), .init(name: .customerOutcomes, value: 62.5),
                .init(name: .businessOutcomes, value: nil), .init(name: .operations, value: nil),
            ]),
            "The highest part is experience, at 69; the lowest is customer outcomes, at 63. Not measured: business outcomes, operations."
        ),
        (.health([.init(name: .operations, value: 40)]), "It rests on operations alone, at 40."),
        (.health([]), "Nothing of it is measured yet."),
        (.experience(emotion: 50, relief: nil), "What is felt comes to 50; no pain has a severity."),
        (
            .emotion(low: 0, felt: 3, moments: 4, worst: "One", value: -2),
            "None of three steps is felt below -1; the worst is 'One', at -2. One of four steps has no number."
        ),
        (
            .emotion(low: 2, felt: 12, moments: 12, worst: "One", value: -1.5),
            "2 of 12 steps are felt below -1; the worst is 'One', at -1.5."
        ),
        (.emotion(low: 0, felt: 1, moments: 1, worst: "One", value: 1), "One step is felt: 'One', at +1."),
        (.emotionNotMeasured(moments: 1), "Its one step does not say what is felt there."),
        (.emotionNotMeasured(moments: 4), "None of its four steps says what is felt there."),
        (
            .relief(isOfCustomers: true, open: 2, severe: 1, unrated: 1, worst: "One"),
            "Two pains are open, one of severity 4 or 5; it hurts most at 'One'. One pain has no severity."
        ),
        (
            .relief(isOfCustomers: false, open: 1, severe: 1, unrated: 0, worst: "A"),
            "One employee pain is open, of severity 4 or 5; it hurts most at 'A'."
        ),
        (.relief(isOfCustomers: true, open: 0, severe: 0, unrated: 0, worst: nil), "No pain is open."),
        (.outcomesNotMeasured(.business, metrics: 1), "Its one business metric has no target or no value yet."),
        (
            .outcomes(.customer, measured: 2, metrics: 3, lowest: "B", value: 50),
            "Two of three customer metrics are measured; the lowest is 'B', at 50 of 100."
        ),
        (
            .outcomes(.customer, measured: 2, metrics: 2, lowest: "B", value: 50),
            "Both customer metrics are measured; the lowest is 'B', at 50 of 100."
        ),
        (
            .evidence(backed: 2, claims: 5, fresh: 0.6, isQualitative: true, isQuantitative: false),
            "Two of five claims are backed, 60% by weight with fresh evidence; all evidence is qualitative."
        ),
        (
            .evidence(backed: 1, claims: 1, fresh: 0, isQualitative: false, isQuantitative: false),
            "Its one claim is backed, 0% by weight with fresh evidence; no evidence is at hand."
        ),
        (
            .stewardship(
                hasOwner: false, reviewed: 1, described: Share(1, of: 3), hasCurrentMetric: false, isPlaced: true),
            "It lacks an owner, what is done, felt or met at two of three steps and a metric with current data."
        ),
        (
            .stewardship(
                hasOwner: true, reviewed: 1, described: Share(3, of: 3), hasCurrentMetric: true, isPlaced: true),
            "It is owned, reviewed, described, measured and placed."
        ),
        (.progress(pains: 1, untouched: 1, shipped: 0), "Nothing is done about its one pain of severity 3 or more."),
        (
            .progress(pains: 2, untouched: 2, shipped: 0),
            "Of two pains of severity 3 or more, none has a shipped solution, and two have no opportunity."
        ),
        (
            .progress(pains: 12, untouched: 0, shipped: 1),
            "Of 12 pains of severity 3 or more, one has a shipped solution or is resolved, and none is without an opportunity."
        ),
    ])
    func `a score says why`(explanation: Explanation, sentence: String) {
        #expect(english.sentence(for: explanation) == sentence)
    }

    private func metric(_ front: String, _ values: String) -> SamplePortfolio {
        SamplePortfolio.empty
            .with("metrics/m.md", "---\ntitle: M\nperspective: customer\n\(front)\n---\n")
            .with("metrics/m.csv", "date,value\n" + values)
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
    func `an attainment says what it was taken from`(front: String, sentence: String) {
        let written = metric(front, "2026-11-01,60\n")
        let attainment = Attainment(of: written.linked().value.portfolio.metrics[0], asOf: written.asOf)
        #expect(english.sentence(for: attainment) == sentence)
    }

    @Test func `a verdict says what it rests on`() {
        func sentence(_ front: String, _ values: [Int]) -> String {
            let rows = values.enumerated().map { "2026-0\($0.offset + 1)-28,\($0.element)\n" }.joined()
            let written = metric(front, rows).with(
                "solutions/s.md",
                "---\ntitle: S\nstatus: shipped\nshipped: 2026-03-31\nopportunities: []\nmetrics: [m]\n---\n")
            let loop = ClosedLoop(written.linked().value.portfolio, asOf: written.asOf)
            return english.sentence(for: loop.results[0].measurements[0])
        }
        let plain = "and no season was taken out, for want of values a year earlier."
        #expect(sentence("noise: 1", [50, 50, 50, 60, 60, 60]) == "From 50 to 60: +10, \(plain)")
        #expect(
            sentence("noise: 10", [50, 50, 50, 60, 60, 60])
                == "From 50 to 60: +10, \(plain) It counts as unchanged: the metric's noise is 10.")
        #expect(sentence("noise: 1", []) == "There are not two values on each side of the day it shipped.")
    }
}
