import Diagnostics
import Journeys
import Testing

@testable import Scoring

@Suite struct ContradictionTests {
    private func found(_ written: WrittenPortfolio, order: ([String]) -> [String] = { $0 }) -> (
        Contradictions, PortfolioBasis
    ) {
        let linked = written.linked(order: order)
        let basis = PortfolioBasis(linked, asOf: written.asOf)
        return (Contradictions(basis, loop: ClosedLoop(linked.portfolio, asOf: written.asOf)), basis)
    }

    private func lines(_ written: WrittenPortfolio, order: ([String]) -> [String] = { $0 }) -> [String] {
        let (contradictions, basis) = found(written, order: order)
        return contradictions.all.map { contradiction in
            ([contradiction.rule.rawValue] + contradiction.subjects.map { $0.name(in: basis) })
                .joined(separator: " ")
        }
    }

    private func step(_ body: String, front: String = "") -> WrittenPortfolio {
        WrittenPortfolio()
            .with(
                "journeys/j.md", front: "title: J\nlevel: lifecycle\nreviewed: 2026-11-01\n\(front)",
                body: "## S\n\n### T {#t}\n\n\(body)")
    }

    private func metric(
        _ written: WrittenPortfolio, _ value: Double, _ front: String = "perspective: customer\ntarget: 100"
    )
        -> WrittenPortfolio
    {
        written.with("metrics/m.md", front: "title: M\n\(front)").with(
            "metrics/m.csv", "date,value\n2026-11-01,\(value)\n")
    }

    private let metrics = "- **Metrics:** [M](../metrics/m.md)\n"

    @Test func painUnderAGoodMetric() {
        func lines(
            _ severity: Int, _ value: Double, _ attributes: String = "",
            _ front: String = "perspective: customer\ntarget: 100"
        )
            -> [String]
        {
            self.lines(
                metric(step(metrics + "- **Pains:**\n  - P {#p severity=\(severity) \(attributes)}"), value, front))
        }
        #expect(lines(4, 80) == ["a j#p m"])
        #expect(lines(5, 100) == ["a j#p m"])
        #expect(lines(3, 100) == [])
        #expect(lines(4, 79.99) == [])
        #expect(lines(4, 90, "status=resolved") == [])
        #expect(lines(4, 90, "", "perspective: business\ntarget: 100") == [])
        // Of employees, or without a severity
        #expect(self.lines(metric(step(metrics + "- **Employee pains:**\n  - P {#p severity=5}"), 90)) == [])
        #expect(self.lines(metric(step(metrics + "- **Pains:**\n  - P {#p}"), 90)) == [])
        // A metric of the journey is not one there.
        #expect(self.lines(metric(step("- **Pains:**\n  - P {#p severity=5}", front: "metrics: [m]"), 90)) == [])
    }

    @Test func insightsAreSubjectsByTheirID() {
        let written = metric(
            step(
                metrics + "- **Insights:** [I](../insights/i.md)\n\n### U\n\n" + metrics
                    + "- **Insights:** [I](../insights/i.md)"), 90
        )
        .with("insights/i.md", front: "title: I\ntype: pain\nseverity: 4")
        // At two moments, said once
        #expect(lines(written) == ["a i m"])
    }

    @Test func painWhereItFeelsGood() {
        func lines(_ feeling: String, _ severity: Int = 4) -> [String] {
            self.lines(step("- **Feeling:** \(feeling)\n- **Pains:**\n  - P {#p severity=\(severity)}"))
        }
        #expect(lines("+1 Fine") == ["b j#t j#p"])
        #expect(lines("+0.9 Fine") == [])
        #expect(lines("0 → +2 Fine") == ["b j#t j#p"])
        #expect(lines("+1 Fine", 3) == [])
    }

    @Test func poorMetricWithoutPain() {
        #expect(lines(metric(step(metrics), 39.99)) == ["c m j#t"])
        #expect(lines(metric(step(metrics), 40)) == [])
        #expect(lines(metric(step(metrics), 10, "perspective: business\ntarget: 100")) == ["c m j#t"])
        #expect(lines(metric(step(metrics + "- **Pains:**\n  - P {#p}"), 10)) == [])
        #expect(lines(metric(step(metrics + "- **Pains:**\n  - P {#p status=resolved}"), 10)) == [])
        #expect(lines(metric(step(metrics + "- **Employee pains:**\n  - P {#p}"), 10)) == ["c m j#t"])
        #expect(lines(metric(step(metrics, front: "status: draft"), 10)) == [])
    }

    @Test func solutionWithoutEffect() {
        func lines(_ values: [Double]) -> [String] {
            self.lines(
                WrittenPortfolio().with("metrics/m.md", front: "title: M\nperspective: customer")
                    .with("metrics/m.csv", monthly(from: 2026, 1, values))
                    .with(
                        "solutions/s.md",
                        front: "title: S\nstatus: shipped\nshipped: 2026-03-31\nopportunities: []\nmetrics: [m]"))
        }
        #expect(lines([50, 50, 50, 50, 50, 50]) == ["d s"])
        #expect(lines([50, 50, 50, 40, 40, 40]) == ["d s"])
        #expect(lines([50, 50, 50, 60, 60, 60]) == [])
        #expect(lines([]) == [])
    }

    @Test func touchpointFeltApart() {
        func journey(_ written: WrittenPortfolio, _ id: String, _ steps: [String], personas: String = "p, q")
            -> WrittenPortfolio
        {
            let body = steps.enumerated().map { "### T\($0)\($1)" }.joined(separator: "\n\n")
            return written.with(
                "journeys/\(id).md", front: "title: J\nlevel: lifecycle\npersonas: [\(personas)]",
                body: "## S\n\n\(body)")
        }
        func felt(_ value: String, _ touchpoint: String = "App", truth: Bool = false) -> String {
            "\(truth ? " {.moment-of-truth}" : "")\n\n- **Feeling:** \(value) X\n- **Touchpoints:** \(touchpoint), Shop\(value)"
        }
        let base = WrittenPortfolio().with("personas/p.md", front: "title: P").with("personas/q.md", front: "title: Q")
            .with("personas/r.md", front: "title: R")
        let good = [felt("+2"), felt("+1")]
        // +1.5 and -1.5
        #expect(lines(journey(journey(base, "b", good), "a", [felt("-2", "APP"), felt("-1", "app")])) == ["e APP a b"])
        #expect(lines(journey(journey(base, "b", good), "a", [felt("-1.9"), felt("-1")])) == [])
        // One moment is too few, unless it is a moment of truth.
        #expect(lines(journey(journey(base, "b", good), "a", [felt("-2")])) == [])
        #expect(lines(journey(journey(base, "b", good), "a", [felt("-2", truth: true)])) == ["e App a b"])
        #expect(lines(journey(journey(base, "b", good), "a", [felt("-2"), felt("-2")], personas: "r")) == [])
        #expect(
            lines(journey(journey(base, "b", good), "a", [felt("-2"), felt("-2")], personas: "r, q")) == ["e App a b"])
    }

    @Test func resolvedPainUnderAPoorMetric() {
        func lines(_ value: Double, _ attributes: String, _ front: String) -> [String] {
            self.lines(metric(step(metrics + "- **Pains:**\n  - P {#p severity=2 \(attributes)}"), value, front))
        }
        let up = "perspective: customer\nbaseline: 50"
        #expect(lines(49, "status=resolved", up) == ["f j#p m"])
        #expect(lines(50, "status=resolved", up) == [])
        #expect(lines(49, "", up) == [])
        #expect(lines(51, "status=resolved", up + "\ndirection: down") == ["f j#p m"])
        #expect(lines(49, "status=resolved", "perspective: business\nbaseline: 50") == [])
    }

    @Test func closedOverAnOpenPain() {
        func lines(_ stage: String, _ finding: String, addresses: String = "[j#p]") -> [String] {
            self.lines(
                step("- **\(finding)\n- **Insights:** [I](../insights/i.md)")
                    .with("insights/i.md", front: "title: I\ntype: pain\nseverity: 3")
                    .with("insights/k.md", front: "title: K\ntype: pain\nseverity: 5")
                    .with("opportunities/o.md", front: "title: O\nstage: \(stage)\naddresses: \(addresses)"))
        }
        #expect(lines("closed", "Pains:**\n  - P {#p severity=3}") == ["g o j#p"])
        #expect(lines("closed", "Employee pains:**\n  - P {#p severity=3}") == ["g o j#p"])
        #expect(lines("measure", "Pains:**\n  - P {#p severity=3}") == [])
        #expect(lines("closed", "Pains:**\n  - P {#p severity=2}") == [])
        #expect(lines("closed", "Needs:**\n  - P {#p severity=5}") == [])
        #expect(lines("closed", "Pains:**\n  - P {#p severity=5 status=resolved}") == [])
        #expect(lines("closed", "Pains:**\n  - P {#p severity=3}", addresses: "[j#t]") == ["g o i", "g o j#p"])
        // An insight that no journey names is no finding.
        #expect(lines("closed", "Pains:**\n  - P {#p severity=2}", addresses: "[k]") == [])
    }

    @Test func overlaps() {
        let base = step("- **Gains:**\n  - G {#g}\n  - H {#h}")
            .with("opportunities/b.md", front: "title: O\naddresses: [j#t]\nstage: develop")
            .with("opportunities/a.md", front: "title: O\naddresses: [j#g, j#h]")
            .with("opportunities/c.md", front: "title: O\naddresses: [j#g]\nstage: closed")
        #expect(lines(base) == ["h a b"])
        let (contradictions, _) = found(base)
        #expect(contradictions.all[0].reason == .sameFindingTwice([0, 1]))
        #expect(contradictions.all[0].rule.isOverlap)

        func solutions(_ left: String, _ right: String) -> [String] {
            lines(
                step("").with("opportunities/o.md", front: "title: O")
                    .with("solutions/t.md", front: "title: S\nopportunities: [o]\n\(left)")
                    .with("solutions/s.md", front: "title: S\nopportunities: [o]\n\(right)"))
        }
        #expect(solutions("owner: A", "owner: B\nstatus: building") == ["i s t o"])
        #expect(solutions("owner: A", "owner: A") == [])
        #expect(solutions("owner: A", "") == [])
        #expect(solutions("owner: A", "owner: B\nstatus: rejected") == [])
    }

    @Test func sameWords() {
        func lines(_ one: String, _ other: String, front: String = "") -> [String] {
            self.lines(
                step("- **Pains:**\n  - \(one) {#p}").with(
                    "journeys/a.md", front: "title: A\nlevel: lifecycle\n\(front)",
                    body: "## S\n\n### T\n\n- **Needs:**\n  - \(other) {#n}"))
        }
        // 5 of 5; 'an' and 'it' are too short to be words
        #expect(lines("The meter number cannot be found", "FOUND: the cannot-number, meter!") == ["j a#n j#p"])
        // 5 of 8
        #expect(lines("one two three four five six", "two three four five six seven eight") == ["j a#n j#p"])
        // 6 of 10 is just enough, 5 of 9 is not
        #expect(
            lines("one two three four five six seven eight", "one two three four five six nine ten") == ["j a#n j#p"])
        #expect(lines("one two three four five six seven", "one two three four five eight nine") == [])
        // Four words are too few.
        #expect(lines("one two three four", "one two three four") == [])
        #expect(lines("one two three four five", "one two three four five", front: "status: draft") == [])
        #expect(SimilarTexts.words(of: "Grüße an 3D-Zähler, l'été: ab") == ["grüße", "zähler", "été"])
    }

    @Test func onlyBetweenJourneys() {
        #expect(lines(step("- **Pains:**\n  - one two three four five {#p}\n  - one two three four five {#q}")) == [])
    }

    /// Small sets, those that are just small enough to be found by three words or two, and larger ones; as few and as many sets are.
    @Test(arguments: [
        (300, 2...4, [5, 9]), (300, 5...11, [12, 30, 200]), (150, 10...40, [50, 90, 400]),
        (60, 36...110, [130, 160, 400]),
    ])
    func sameWordsByBruteForce(count: Int, sizes: ClosedRange<Int>, vocabularies: [Int]) {
        var numbers = SteadyNumbers(9)
        for vocabulary in vocabularies {
            var sets: Set<[Int]> = []
            for _ in 0..<count {
                let size = Int.random(in: sizes, using: &numbers)
                var set: Set<Int> = []
                while set.count < size { set.insert(Int.random(in: 0..<vocabulary, using: &numbers)) }
                sets.insert(set.sorted())
                // A near twin, so that there is something to find.
                for _ in 0..<Int.random(in: 1...max(1, size / 4), using: &numbers) { set.remove(set.min() ?? 0) }
                set.insert(Int.random(in: 0..<vocabulary, using: &numbers))
                if set.count >= sizes.lowerBound { sets.insert(set.sorted()) }
            }
            let list = sets.sorted { $0.lexicographicallyPrecedes($1) }
            var expected: Set<SimilarSets.Pair> = []
            for (first, left) in list.enumerated() {
                for second in list.indices.dropFirst(first + 1) {
                    let shared = Set(left).intersection(list[second]).count
                    let all = Set(left).union(list[second]).count
                    if 5 * shared >= 3 * all {
                        expected.insert(.init(first: first, second: second, share: Share(shared, of: all)))
                    }
                }
            }
            for many in [Int.max, 0] {
                let pairs = SimilarSets.pairs(
                    among: list.map { $0.map(UInt32.init) }, many: many, mostPairs: Int.max)
                #expect(pairs.count == Set(pairs).count)
                #expect(Set(pairs) == expected)
            }
            #expect(!expected.isEmpty)
        }
    }

    @Test func waivers() {
        func state(_ waiver: String) -> (Bool, [DiagnosticCode]) {
            let written = metric(step(metrics + "- **Pains:**\n  - P {#p severity=4}"), 90)
                .with("portfolio.yml", "waivers:\n  - {\(waiver), because: so}")
            let (contradictions, basis) = found(written)
            let diagnostics = contradictions.diagnostics(of: basis.portfolio.settings, root: "content/")
            return (contradictions.all[0].isWaived, diagnostics.map(\.code))
        }
        #expect(state("rule: a, subject: j#p") == (true, []))
        #expect(state("rule: a, subject: m") == (true, []))
        // The day of `until` is still waived.
        #expect(state("rule: a, subject: j#p, until: 2026-11-30") == (true, []))
        #expect(state("rule: a, subject: j#p, until: 2026-11-29") == (false, [.expiredWaiver]))
        #expect(state("rule: b, subject: j#p") == (false, [.idleWaiver]))
        #expect(state("rule: a, subject: j#q") == (false, [.idleWaiver]))
        #expect(state("rule: b, subject: j#p, until: 2026-01-01") == (false, [.expiredWaiver]))
        let mistyped = metric(step(metrics + "- **Pains:**\n  - P {#queue severity=4}"), 90)
            .with("portfolio.yml", "waivers:\n  - {rule: a, subject: j#quue, because: so}")
        let (contradictions, basis) = found(mistyped)
        let hints = contradictions.diagnostics(of: basis.portfolio.settings, root: "").map(\.hint)
        #expect(hints == ["did you mean 'j#queue'?"])
        #expect(DiagnosticCode.expiredWaiver.severity == .error)
        #expect(DiagnosticCode.idleWaiver.severity == .warning)
    }

    @Test func theOrderOfFilesChangesNothing() {
        var written = WrittenPortfolio().with("personas/p.md", front: "title: P")
        for index in 0..<8 {
            let feeling = index % 2 == 0 ? "+1.5" : "-1.5"
            written = written.with(
                "journeys/j\(index).md", front: "title: J\nlevel: lifecycle\npersonas: [p]",
                body:
                    "## S\n\n### T {.moment-of-truth}\n\n- **Feeling:** \(feeling) X\n- **Touchpoints:** App\n- **Pains:**\n  - words that are just the same always {#p severity=4}"
            ).with("opportunities/o\(index).md", front: "title: O\naddresses: [j\(index)#p, j0#p]")
        }
        let forward = lines(written)
        #expect(forward.count > 50)
        #expect(lines(written) { $0.reversed() } == forward)
        var numbers = SteadyNumbers(1)
        #expect(lines(written) { $0.shuffled(using: &numbers) } == forward)
    }
}
