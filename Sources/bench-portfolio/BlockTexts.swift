/// Personas and goals.
enum AudienceTexts {
    static func persona(_ index: Int, in plan: PortfolioPlan) -> String {
        var numbers = SplitMix64(.persona, index)
        return """
            ---
            title: Persona \(index + 1)
            role: \(numbers.pick(Words.segments)) of \(numbers.pick(Words.products))
            segment: \(numbers.pick(Words.segments))
            needs: [\(numbers.pick(Words.nouns)) on time, a plain \(numbers.pick(Words.nouns))]
            quote: \(numbers.sentence().quoted)
            share: 0.0\(numbers.number(in: 1...9))
            owner: \(numbers.person(of: plan.people))
            ---

            \(numbers.paragraph(5))

            """
    }

    static func goal(_ index: Int, in plan: PortfolioPlan) -> String {
        var numbers = SplitMix64(.goal, index)
        let metric = numbers.number(below: plan.metrics)
        let parent = index == 0 ? "" : "parent: \(plan.id(.goal, index / 4))\n"
        return """
            ---
            title: Goal \(index + 1)
            metric: \(plan.id(.metric, metric))
            target: \(MetricShape(metric).target.tenths)
            by: 2027-\(numbers.pick(["03-31", "06-30", "12-31"]))
            \(parent)owner: \(numbers.person(of: plan.people))
            ---

            \(numbers.paragraph(3))

            """
    }
}

/// Evidence and insights.
enum EvidenceText {
    static let methods: [(id: String, method: String)] = [
        ("interviews", "interview"), ("survey", "survey"), ("test", "usability-test"), ("analytics", "analytics"),
        ("tickets", "tickets"), ("visit", "observation"), ("workshop", "workshop"),
    ]
    /// In every piece, with the anchors `q1` and so on.
    static let quotes = 4

    static func evidence(_ index: Int, in plan: PortfolioPlan) -> String {
        var numbers = SplitMix64(.evidence, index)
        let kind = methods[index % methods.count]
        let month = numbers.number(in: 1...10).padded(2)
        var text = """
            ---
            title: Study \(index + 1)
            method: \(kind.method)
            date: \(numbers.pick(["2023", "2024", "2025", "2025", "2026", "2026"]))-\(month)-\(numbers.number(in: 1...28).padded(2))
            sample: \(numbers.number(in: 5...900))
            source: https://research.example/studies/\(index + 1)
            researcher: \(numbers.person(of: plan.people))
            ---

            \(numbers.paragraph(3))

            ## What was said


            """
        for quote in 1...quotes {
            text +=
                quote % 2 == 1
                ? "> \(numbers.sentence()). {#q\(quote)}\n\n" : "- \(numbers.sentence()). {#q\(quote)}\n\n"
        }
        return text + numbers.paragraph(2) + "\n"
    }

    static func insight(_ index: Int, in plan: PortfolioPlan) -> String {
        var numbers = SplitMix64(.insight, index)
        let evidence = [plan.evidenceReference(&numbers), plan.evidenceReference(&numbers)]
        return """
            ---
            title: \(numbers.sentence())
            type: \(numbers.pick(["pain", "pain", "gain", "need"]))
            severity: \(numbers.number(in: 1...5))
            evidence: [\(evidence.joined(separator: ", "))]
            reach: 0.\(numbers.number(in: 1...9))
            personas: [\(plan.ids(.persona, 1, &numbers).joined())]
            ---

            \(numbers.paragraph(4))

            """
    }
}

/// Opportunities and solutions.
enum ImprovementTexts {
    static func opportunity(_ index: Int, in plan: PortfolioPlan) -> String {
        var numbers = SplitMix64(.opportunity, index)
        // Two pains of two journeys, and now and then an insight.
        var addresses = [index * 2, index * 2 + 1].map { plan.journeyID($0 % plan.journeys) + "#p1" }
        if addresses[0] == addresses[1] { addresses.removeLast() }
        if numbers.chance(20) { addresses += plan.ids(.insight, 1, &numbers) }
        var decision = ""
        if numbers.chance(50) {
            decision = """
                decision: \(numbers.pick(["will", "will", "later", "wont"]))
                because: \(numbers.sentence().quoted)
                decided: 2026-0\(numbers.number(in: 1...9))-10

                """
        }
        return """
            ---
            title: Opportunity \(index + 1)
            addresses: [\(addresses.joined(separator: ", "))]
            customer_impact: \(numbers.number(in: 1...5))
            business_impact: \(numbers.number(in: 1...5))
            effort: \(numbers.number(in: 1...5))
            goals: [\(plan.ids(.goal, 1, &numbers).joined())]
            metrics: [\(plan.ids(.metric, 1, &numbers).joined())]
            stage: \(numbers.pick(["discover", "discover", "define", "develop", "deliver", "measure"]))
            \(decision)owner: \(numbers.person(of: plan.people))
            team: \(plan.team(&numbers))
            ---

            \(numbers.paragraph(4))

            """
    }

    static func solution(_ index: Int, in plan: PortfolioPlan) -> String {
        var numbers = SplitMix64(.solution, index)
        let status = numbers.pick(["idea", "planned", "building", "shipped", "shipped", "rejected"])
        let shipped =
            status == "shipped" ? "shipped: 202\(numbers.number(in: 5...6))-0\(numbers.number(in: 1...9))-20\n" : ""
        return """
            ---
            title: Solution \(index + 1)
            opportunities: [\(plan.ids(.opportunity, numbers.number(in: 1...2), &numbers).joined(separator: ", "))]
            status: \(status)
            delivery: [HM-\(index + 100)]
            \(shipped)metrics: [\(plan.ids(.metric, 1, &numbers).joined())]
            owner: \(numbers.person(of: plan.people))
            ---

            \(numbers.paragraph(3))

            """
    }
}
