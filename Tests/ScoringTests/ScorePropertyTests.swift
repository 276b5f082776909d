import Journeys
import Testing

@testable import Scoring

/// A portfolio of random journeys, as authors might write them.
struct RandomPortfolio {
    private var numbers: SteadyNumbers
    private(set) var portfolio = WrittenPortfolio()

    init(seed: UInt64) {
        numbers = SteadyNumbers(seed)
        for id in ["talks", "survey", "old"] {
            let method = id == "survey" ? "survey" : "interview"
            let date = id == "old" ? "2020-05" : "2026-0\(Int.random(in: 1...9, using: &numbers))"
            portfolio = portfolio.with("evidence/\(id).md", front: "title: E\nmethod: \(method)\ndate: \(date)")
        }
        for id in 0..<3 {
            portfolio = portfolio.with(
                "metrics/m\(id).md",
                front: "title: M\nperspective: \(id == 0 ? "business" : "customer")\nbaseline: 10\ntarget: 20"
            ).with("metrics/m\(id).csv", monthly(from: 2026, 1, (0..<10).map { _ in number(5...25) }))
            portfolio = portfolio.with(
                "insights/i\(id).md", front: "title: I\ntype: \(pick(["pain", "gain"]))\nseverity: \(pick(["1", "4"]))")
        }
        for id in 0..<6 { addJourney(id) }
        for id in 0..<4 {
            portfolio = portfolio.with(
                "opportunities/o\(id).md",
                front: "title: O\naddresses: [j\(pick(0...5))#p\(pick(0...1))-\(pick(0...2)), i\(pick(0...2))]")
            let status = pick(["idea", "planned", "shipped\nshipped: 2026-04-30"])
            portfolio = portfolio.with(
                "solutions/s\(id).md",
                front: "title: S\nopportunities: [o\(pick(0...3))]\nmetrics: [m\(pick(0...2))]\nstatus: \(status)")
        }
    }

    private mutating func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &numbers) }
    private mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }
    private mutating func pick(_ choices: [String]) -> String { choices[pick(0...(choices.count - 1))] }

    private mutating func addJourney(_ id: Int) {
        let parent = id == 0 ? "level: lifecycle" : "level: sub\nparent: j\(pick(0...(id - 1)))#a\(pick(0...1))"
        let front = [
            "title: J", parent, pick(["owner: Ada", ""]), "reviewed: 2026-0\(pick(4...9))-15",
            "metrics: [m\(pick(0...2))]", pick(["status: draft", "", ""]), "weight: \(pick(0...3))",
        ]
        var body = ""
        for stage in 0...1 {
            body += "## A\(stage)\n\n"
            for step in 0...2 {
                body += "### S\(stage)\(step)\(pick(["", " {.moment-of-truth}"]))\n\n"
                body += pick([
                    "", "- **Feeling:** \(pick(-2...2)) → \(pick(-2...2)) Words\(pick([" {evidence=talks}", ""]))\n",
                ])
                body += pick(["", "- **Doing:** Waits\n- **Channels:** web\n"])
                body += "- **\(pick(["Pains", "Employee pains", "Gains"])):** Text {#p\(stage)-\(step)"
                body += pick(["", " severity=\(pick(1...5))"]) + pick(["", " reach=0.\(pick(1...9))"])
                body += pick(["", " evidence=talks,survey", " evidence=old"])
                body += pick(["", "", " status=resolved resolved=2026-02-01"]) + "}\n"
                body += pick(["", "- **Insights:** [I](../insights/i\(pick(0...2)).md)\n"]) + "\n"
            }
        }
        portfolio = portfolio.with("journeys/j\(id).md", front: front.joined(separator: "\n"), body: body)
    }
}

@Suite struct ScorePropertyTests {
    private static let seeds = (1...40).map { UInt64($0) }

    private func scores(of journey: JourneyScores) -> [Score] {
        let explained = journey.explained
        let (health, trust) = (explained.health, explained.trust)
        return [
            health.score, health.experience, health.emotion, health.relief, health.customerOutcomes,
            health.businessOutcomes, health.operations, trust.score, trust.evidence, trust.stewardship,
            explained.progress,
        ]
    }

    /// What is kept of scores is what their reasons come to.
    @Test(arguments: seeds) func figuresAreThoseOfTheReasons(seed: UInt64) {
        for journey in RandomPortfolio(seed: seed).portfolio.scored().journeys {
            let (health, trust) = (journey.health, journey.trust)
            let kept = [
                health.score, health.experience, health.emotion, health.relief, health.customerOutcomes,
                health.businessOutcomes, health.operations, trust.score, trust.evidence.figure, trust.stewardship,
                journey.progress,
            ]
            #expect(kept == scores(of: journey).map(\.figure))
        }
    }

    @Test(arguments: seeds) func contributionsAddUpToTheScore(seed: UInt64) {
        for journey in RandomPortfolio(seed: seed).portfolio.scored().journeys {
            for score in scores(of: journey) {
                let sum = score.contributions.reduce(0) { $0 + $1.points }
                #expect(isClose(sum, score.value ?? 0))
                #expect((0...1).contains(score.coverage))
                if let value = score.value { #expect((0...100).contains(value)) }
            }
            let health = journey.health
            #expect(health.low <= (health.value ?? 0) && (health.value ?? 100) <= health.high)
        }
    }

    @Test(arguments: seeds) func moreEvidenceNeverLowersTrust(seed: UInt64) {
        let before = RandomPortfolio(seed: seed).portfolio
        var after = before
        for (path, text) in before.files where path.hasPrefix("journeys/") {
            after.files[path] = text.replacing("evidence=old", with: "evidence=old,survey").replacing(
                " Words\n", with: " Words {evidence=talks}\n")
        }
        for (old, new) in zip(before.scored().journeys, after.scored().journeys) {
            #expect((new.trust.value ?? 0) >= (old.trust.value ?? 0))
        }
    }

    @Test(arguments: seeds) func resolvingAFindingNeverLowersProgressOrHealth(seed: UInt64) {
        let before = RandomPortfolio(seed: seed).portfolio
        var after = before
        for (path, text) in before.files where path.hasPrefix("journeys/") {
            after.files[path] = text.replacing(
                "severity=5}", with: "severity=5 status=resolved resolved=2026-11-30}"
            ).replacing("severity=4 evidence=old}", with: "severity=4 status=resolved resolved=2026-11-30}")
        }
        for (old, new) in zip(before.scored().journeys, after.scored().journeys) {
            if let before = old.progress.value { #expect((new.progress.value ?? 0) >= before) }
            if let before = old.health.value { #expect((new.health.value ?? 0) >= before) }
        }
    }

    @Test(arguments: seeds.prefix(10)) func theOrderOfFilesChangesNothing(seed: UInt64) {
        let portfolio = RandomPortfolio(seed: seed).portfolio
        func facts(_ linked: LinkedPortfolio) -> [String: [String]] {
            let scored = ScoredPortfolio.score(linked, asOf: portfolio.asOf).value
            let lines = scored.journeys.map { journey in
                let values = scores(of: journey).map { "\($0.value ?? -1) \($0.explanation)" }
                let actions = journey.nextActions.map { "\($0.action) \($0.subject) \($0.gain)" }
                let levels = "\(journey.maturity.allUnmet) \(journey.rolled.journeys)"
                return (scored.basis.portfolio.journeys[journey.journey].id, values + actions + [levels])
            }
            return Dictionary(uniqueKeysWithValues: lines)
        }
        #expect(facts(portfolio.linked()) == facts(portfolio.linked { $0.reversed() }))
    }

    /// What is said to be gained is what is gained.
    @Test(arguments: seeds.prefix(8)) func actionsHoldWhatTheyPromise(seed: UInt64) {
        let portfolio = RandomPortfolio(seed: seed).portfolio
        let scored = portfolio.scored()
        for journey in scored.journeys {
            let item = scored.basis.portfolio.journeys[journey.journey]
            for action in journey.nextActions {
                var mended = portfolio
                let path = item.path
                switch action.action {
                case .nameOwner:
                    mended.files[path] = portfolio.files[path]?.replacing("title: J", with: "title: J\nowner: Bo")
                case .review:
                    mended.files[path] = portfolio.files[path]?.replacing(/reviewed: .*/, with: "reviewed: 2026-11-30")
                case .resolvePain where !action.subject.hasPrefix("i"):
                    mended.files[path] = portfolio.files[path]?.replacing(
                        "{#\(action.subject)", with: "{#\(action.subject) status=resolved resolved=2026-11-30")
                case .openOpportunity:
                    let subject = action.subject.hasPrefix("i") ? action.subject : "\(item.id)#\(action.subject)"
                    mended = portfolio.with("opportunities/new.md", front: "title: N\naddresses: [\(subject)]")
                default: continue
                }
                guard let after = mended.scored().journey(item.id) else { continue }
                let (new, old) =
                    switch action.score {
                    case .health: (after.health.value, journey.health.value)
                    case .trust: (after.trust.value, journey.trust.value)
                    case .progress: (after.progress.value, journey.progress.value)
                    }
                #expect(isClose((new ?? 0) - (old ?? 0), action.gain))
            }
        }
    }
}
