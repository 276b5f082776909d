import Journeys

/// What can be said of an item of each kind, but for what is told in its own way.
struct ItemFacets {
    let portfolio: Portfolio
    let names: CommonNames

    /// What every file has.
    private func common(_ record: Record, body: String) -> [Facet] {
        let audiences = portfolio.settings.taxonomy.audiences
        return [
            .text("owner", record.owner), .text("team", record.team),
            .text("audience", audiences.indices.contains(record.visibility) ? audiences[record.visibility] : nil),
            .list("tags", record.tags), .prose(body, [record.body], in: record.path, names),
        ]
    }

    func journey(_ journey: Journey) -> [Facet] {
        let levels = portfolio.settings.taxonomy.levels
        return [
            .text("status", journey.status.rawValue), .text("state", journey.state.rawValue),
            .text("level", levels.indices.contains(journey.level) ? levels[journey.level] : nil),
            .text("baseline", journey.baseline.map(names.name)), .list("personas", names.names(of: journey.personas)),
            .list("goals", names.names(of: journey.goals)), .list("metrics", names.names(of: journey.metrics)),
            .date("review", journey.reviewed, as: \.first), .text("rhythm", journey.rhythm.text),
            .list("triggers", journey.triggers), .list("contributors", journey.contributors),
            .list("products", journey.products), .list("segments", journey.segments),
            .number("weight", journey.weight),
        ] + common(journey.record, body: "summary")
    }

    func opportunity(_ opportunity: Opportunity) -> [Facet] {
        [
            .text("decision", opportunity.decision?.rawValue), .text("stage", opportunity.stage.rawValue),
            .date("decided", opportunity.decided, as: \.first), .text("because", opportunity.because),
            .list("addresses", names.names(of: opportunity.addresses)),
            .list("goals", names.names(of: opportunity.goals)),
            .list("metrics", names.names(of: opportunity.metrics)),
        ]
            + Opportunity.Input.allCases.map { input in
                .number(input.rawValue, opportunity.inputs[input])
            } + common(opportunity.record, body: "text")
    }

    func solution(_ solution: Solution) -> [Facet] {
        [
            .text("status", solution.status.rawValue), .date("shipped", solution.shipped, as: \.first),
            .list("opportunities", names.names(of: solution.opportunities)),
            .list("metrics", names.names(of: solution.metrics)), .list("delivery", solution.delivery),
        ] + common(solution.record, body: "text")
    }

    func metric(_ metric: Metric) -> [Facet] {
        [
            .number("target", metric.target), .number("baseline", metric.baseline),
            .text("direction", metric.direction.rawValue), .text("perspective", metric.perspective.rawValue),
            .text("type", metric.type.rawValue), .text("unit", metric.unit), .text("method", metric.method),
            .text("scale", metric.scale.map { "\(Number.plain($0.lowerBound)) to \(Number.plain($0.upperBound))" }),
            .number("noise", metric.noise), .text("source", metric.source), .text("frequency", metric.frequency.text),
        ] + common(metric.record, body: "text")
    }

    func evidence(_ evidence: Evidence) -> [Facet] {
        [
            // A month of it is fresh by its last day, and held against reviews by its first: it is like no day.
            .text("method", evidence.method?.rawValue), .text("date", evidence.date?.iso),
            .text("sample", evidence.sample), .text("source", evidence.source),
            .text("researcher", evidence.researcher),
        ] + common(evidence.record, body: "text")
    }

    func persona(_ persona: Persona) -> [Facet] {
        [
            .text("role", persona.role), .text("segment", persona.segment), .list("needs", persona.needs),
            .text("quote", persona.quote), .number("share", persona.share),
            .text("image", persona.image.map { names.file(at: LinkInFile($0.written, in: persona.path)) }),
        ] + common(persona.record, body: "text")
    }

    func goal(_ goal: Goal) -> [Facet] {
        [
            .text("metric", goal.metric.map(names.name)), .number("target", goal.target),
            .date("by", goal.by, as: \.last),
            .text("parent", goal.parent.map(names.name)),
        ] + common(goal.record, body: "text")
    }

    func insight(_ insight: Insight) -> [Facet] {
        [
            .text("type", insight.type.rawValue), .number("reach", insight.reach),
            .list("personas", names.names(of: insight.personas)),
        ] + common(insight.record, body: "text")
    }

    func page(_ page: FreePage) -> [Facet] { common(page.record, body: "text") }
}
