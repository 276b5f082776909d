/// A journey as its author would have written it.
struct JourneyText {
    private let plan: PortfolioPlan
    private let journey: Int
    private let shape: JourneyShape
    private let path: String
    private let personas: [String]
    private let links: RelativeLinks
    private var numbers: SplitMix64
    private var finding = 0
    private(set) var text = ""

    init(_ journey: Int, in plan: PortfolioPlan) {
        self.plan = plan
        self.journey = journey
        shape = JourneyShape(journey, in: plan)
        path = plan.journeyPath(journey)
        links = RelativeLinks(from: path)
        // Apart from the numbers that the shape is made of.
        numbers = SplitMix64(.journey, journey + plan.journeys)
        personas = plan.ids(.persona, numbers.number(in: 1...2), &numbers)
        writeFrontMatter()
        text += "\n" + numbers.paragraph(4) + "\n"
        let steps = shape.stages.flatMap(\.steps)
        for stage in shape.stages { write(stage, among: steps) }
    }

    private mutating func writeFrontMatter() {
        let level = plan.level(journey)
        line("---")
        line("title: " + plan.journeyTitle(journey))
        line("level: " + ["lifecycle", "sub", "micro"][level])
        if let parent = plan.parent(journey), let place = plan.place(journey) {
            line("parent: \(plan.journeyID(parent))#\(place)")
            writeFurtherPlace(besides: parent)
        }
        line("owner: " + numbers.person(of: plan.people))
        line("team: " + plan.team(&numbers))
        line("contributors: [\(plan.team(&numbers)), Contact centre]")
        writeState()
        line("weight: 0.\(numbers.number(in: 1...9))")
        line("personas: [\(personas.joined(separator: ", "))]")
        line("products: [\(numbers.pick(2, of: Words.products).joined(separator: ", "))]")
        line("segments: [\(numbers.pick(Words.segments))]")
        line("tags: [\(numbers.pick(2, of: Words.tags).joined(separator: ", "))]")
        line("goals: [\(plan.ids(.goal, 1, &numbers).joined())]")
        line("metrics: [\(plan.ids(.metric, 2, &numbers).joined(separator: ", "))]")
        // In time, whatever the rhythm.
        let (day, month) = (numbers.number(in: 1...28), numbers.pick(["09", "10"]))
        line("reviewed: 2026-\(month)-\(day.padded(2))")
        line("review: " + numbers.pick(["quarterly", "half-yearly", "yearly"]))
        if numbers.chance(20) { line("triggers: [new billing platform]") }
        if numbers.chance(10) { line("visibility: internal") }
        line("---")
    }

    private mutating func writeFurtherPlace(besides parent: Int) {
        guard plan.level(journey) == 2, plan.subs > 1, numbers.chance(3) else { return }
        let other = plan.lifecycles + (parent - plan.lifecycles + 1) % plan.subs
        line("also_in: [\(plan.journeyID(other))#\(numbers.pick(JourneyShape(other, in: plan).placeAnchors))]")
    }

    /// Only journeys that nothing is below are drafts, archived or yet to come.
    private mutating func writeState() {
        let lot = numbers.number(below: 100)
        let baseline = journey - plan.subs
        if plan.level(journey) == 2, lot == 0, plan.level(max(0, baseline)) == 2 {
            line("state: future")
            line("baseline: " + plan.journeyID(baseline))
        } else {
            line("state: current")
        }
        let isLeaf = plan.level(journey) == 2
        line("status: " + (isLeaf && lot == 1 ? "archived" : isLeaf && lot < 5 ? "draft" : "active"))
    }

    private mutating func write(_ stage: JourneyShape.Stage, among steps: [JourneyShape.Step]) {
        line("\n## \(stage.title)")
        if plan.level(journey) == 0 {
            line("")
            writeFeeling()
            writeDetails(at: stage.title.slug)
        }
        for step in stage.steps { write(step, among: steps) }
    }

    private mutating func write(_ step: JourneyShape.Step, among steps: [JourneyShape.Step]) {
        let attributes =
            (step.hasExplicitAnchor ? ["#" + step.anchor] : []) + (numbers.chance(12) ? [".moment-of-truth"] : [])
        line("\n### \(step.title)" + (attributes.isEmpty ? "" : " {\(attributes.joined(separator: " "))}") + "\n")
        if numbers.chance(35) { line("> \(numbers.sentence()). {evidence=\(plan.evidenceReference(&numbers))}\n") }
        line("- **Doing:** \(numbers.sentence()).")
        if numbers.chance(60) { line("- **Thinking:** \(numbers.sentence())?") }
        writeFeeling()
        let number = numbers.number(in: 1...40)
        line(
            "- **Touchpoints:** \(numbers.pick(["Help centre", "Move form", "Bill", "Shop", "Hotline"])), Touchpoint \(number)"
        )
        line("- **Channels:** \(numbers.pick(2, of: Words.channels).joined(separator: ", "))")
        if numbers.chance(50) { line("- **Frontstage:** \(numbers.sentence()).") }
        if numbers.chance(50) { line("- **Backstage:** \(numbers.sentence()).") }
        if numbers.chance(50) { line("- **Systems:** Billing, System \(numbers.number(in: 1...30))") }
        writeFindings(isFirst: step.anchor == steps.first?.anchor)
        writeReferences()
        if plan.level(journey) == 1 { writeDetails(at: step.anchor) }
        if let index = steps.firstIndex(where: { $0.anchor == step.anchor }), numbers.chance(40) {
            let next = steps[(index + 1) % steps.count]
            line("- **Next:** [\(next.title)](#\(next.anchor))")
        }
        if numbers.chance(25) { line("\n" + numbers.paragraph(2)) }
    }

    private mutating func writeFeeling() {
        let values = ["-2", "-1.5", "-1", "-0.5", "0", "+0.5", "+1", "+1.5", "+2"]
        var line = "- **Feeling:** " + numbers.pick(values)
        if numbers.chance(30) { line += " → " + numbers.pick(values) }
        line += " " + numbers.pick(Words.feelings)
        if numbers.chance(50) { line += " {evidence=\(plan.evidenceReference(&numbers)) persona=\(personas[0])}" }
        self.line(line)
    }

    /// The first step always has a pain: `p1` of any journey can be addressed.
    private mutating func writeFindings(isFirst: Bool) {
        if isFirst || numbers.chance(55) {
            line("- **Pains:**")
            for _ in 0..<numbers.number(in: 1...2) {
                finding += 1
                var attributes = "#p\(finding) severity=\(numbers.number(in: 1...5))"
                if numbers.chance(60) { attributes += " evidence=" + plan.evidenceReference(&numbers) }
                if numbers.chance(30) { attributes += " reach=0.\(numbers.number(in: 1...9))" }
                if numbers.chance(8) { attributes += " status=resolved resolved=2026-0\(numbers.number(in: 1...9))-15" }
                line("  - \(numbers.sentence()) {\(attributes)}")
            }
        }
        for (label, percent) in [("Employee pains", 25), ("Gains", 25), ("Needs", 15)] where numbers.chance(percent) {
            line("- **\(label):**")
            let severity = label == "Employee pains" ? " {severity=\(numbers.number(in: 1...5))}" : ""
            line("  - \(numbers.sentence())\(severity)")
        }
    }

    private mutating func writeReferences() {
        let lanes: [(String, BlockKind, Int)] = [
            ("Evidence", .evidence, 10), ("Insights", .insight, 15), ("Opportunities", .opportunity, 25),
            ("Solutions", .solution, 10), ("Metrics", .metric, 30),
        ]
        for (label, kind, percent) in lanes where numbers.chance(percent) {
            let index = numbers.number(below: plan.count(kind))
            line("- **\(label):** [\(plan.id(kind, index))](\(links.link(to: plan.path(kind, index))))")
        }
    }

    /// Half of the places name the journeys that detail them; the others leave it to those.
    private mutating func writeDetails(at anchor: String) {
        guard numbers.chance(50) else { return }
        let here = plan.children(journey).filter { plan.place($0) == anchor }
        let details = here.map { "[\(plan.journeyTitle($0))](\(links.link(to: plan.journeyPath($0))))" }
        if !details.isEmpty { line("- **Details:** " + details.joined(separator: ", ")) }
    }

    private mutating func line(_ line: String) {
        text += line
        text += "\n"
    }
}

/// Links between content files, relative to the one that they stand in.
struct RelativeLinks {
    private let folders: [Substring]

    init(from path: String) {
        folders = path.split(separator: "/").dropLast()
    }

    func link(to path: String) -> String {
        let names = path.split(separator: "/")
        let shared = zip(folders, names.dropLast()).prefix { $0 == $1 }.count
        return String(repeating: "../", count: folders.count - shared) + names[shared...].joined(separator: "/")
    }
}
