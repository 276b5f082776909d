/// All files of a portfolio.
struct PortfolioText {
    private let plan: PortfolioPlan

    init(_ plan: PortfolioPlan) {
        self.plan = plan
    }

    func write(with writer: inout ContentWriter) throws(ContentWriter.Failure) {
        try writer.write(settings, to: "portfolio.yml")
        try writer.write(logo, to: "assets/logo.svg")
        try writer.write(page, to: "pages/how-we-work.md")
        for index in 0..<plan.journeys {
            try writer.write(JourneyText(index, in: plan).text, to: plan.journeyPath(index))
        }
        let kinds: [(BlockKind, (Int, PortfolioPlan) -> String)] = [
            (.persona, AudienceTexts.persona), (.goal, AudienceTexts.goal), (.metric, MetricTexts.metric),
            (.evidence, EvidenceText.evidence), (.insight, EvidenceText.insight),
            (.opportunity, ImprovementTexts.opportunity), (.solution, ImprovementTexts.solution),
        ]
        for (kind, text) in kinds {
            for index in 0..<plan.count(kind) { try writer.write(text(index, plan), to: plan.path(kind, index)) }
        }
        for index in 0..<plan.metrics {
            let path = plan.path(.metric, index).dropLast(".md".count)
            try writer.write(MetricTexts.series(index), to: path + ".csv")
        }
        var history = HistoryText(plan)
        try writer.write(history.text(), to: "history.csv")
    }

    private var settings: String {
        """
        title: Larkfield Energy, \(plan.journeys) journeys
        language: en
        as_of: \(PortfolioPlan.asOf)
        review: quarterly
        levels: [lifecycle, sub, micro]
        stages: [\(Words.stages[0].joined(separator: ", "))]
        trackers: {HM: "https://tracker.example/browse/{key}"}
        theme: {accent: "#0b6e4f", logo: assets/logo.svg}
        checks: {severe-pain-without-evidence: off}

        """
    }

    private var logo: String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" role="img"><title>Larkfield Energy</title>\
        <circle cx="12" cy="12" r="10" fill="#0b6e4f"/></svg>

        """
    }

    private var page: String {
        var numbers = SplitMix64(.journey, -1)
        let first = "[\(plan.journeyTitle(0))](../\(plan.journeyPath(0)))"
        return """
            ---
            title: How we work
            ---

            Start with \(first). \(numbers.paragraph(6))

            """
    }
}
