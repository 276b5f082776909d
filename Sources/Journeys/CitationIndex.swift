import Markup

/// Gathers who names what, over the whole portfolio.
struct CitationIndex {
    private(set) var citations: [Target: [Citation]] = [:]
    private let directory: Directory

    init(_ portfolio: Portfolio, directory: Directory) {
        self.directory = directory
        for (index, journey) in portfolio.journeys.enumerated() { add(journey, index) }
        for (index, persona) in portfolio.personas.enumerated() {
            mention(persona.record.body, Target(kind: .persona, index: index), persona.path)
        }
        for (index, goal) in portfolio.goals.enumerated() {
            let from = Target(kind: .goal, index: index)
            cite(.metric, from, goal.metric)
            cite(.goal, from, goal.parent)
            mention(goal.record.body, from, goal.path)
        }
        for (index, metric) in portfolio.metrics.enumerated() {
            mention(metric.record.body, Target(kind: .metric, index: index), metric.path)
        }
        for (index, evidence) in portfolio.evidence.enumerated() {
            mention(evidence.record.body, Target(kind: .evidence, index: index), evidence.path)
        }
        for (index, page) in portfolio.pages.enumerated() {
            mention(page.record.body, Target(kind: .page, index: index), page.path)
        }
        for (index, insight) in portfolio.insights.enumerated() {
            let from = Target(kind: .insight, index: index)
            cite(.evidence, from, insight.evidence)
            cite(.persona, from, insight.personas)
            mention(insight.record.body, from, insight.path)
        }
        for (index, opportunity) in portfolio.opportunities.enumerated() {
            let from = Target(kind: .opportunity, index: index)
            cite(.addresses, from, opportunity.addresses)
            cite(.goal, from, opportunity.goals)
            cite(.metric, from, opportunity.metrics)
            mention(opportunity.record.body, from, opportunity.path)
        }
        for (index, solution) in portfolio.solutions.enumerated() {
            let from = Target(kind: .solution, index: index)
            cite(.solves, from, solution.opportunities)
            cite(.metric, from, solution.metrics)
            mention(solution.record.body, from, solution.path)
        }
        for key in citations.keys {
            citations[key]?.sort { left, right in
                if left.role != right.role { return left.role < right.role }
                if left.from.kind != right.from.kind { return left.from.kind < right.from.kind }
                return left.from.index < right.from.index
            }
        }
    }

    private mutating func cite(_ role: Citation.Role, _ from: Target, _ reference: Reference?) {
        guard let target = reference?.target else { return }
        let citation = Citation(role: role, from: from, to: target)
        // Adjacent repeats only: a file that names a thing twice at one place says so once.
        if citations[target.item]?.last != citation { citations[target.item, default: []].append(citation) }
    }

    private mutating func cite(_ role: Citation.Role, _ from: Target, _ references: [Reference]) {
        for reference in references { cite(role, from, reference) }
    }

    private mutating func mention(_ prose: Prose, _ from: Target, _ path: String) {
        for link in prose.links {
            guard case .item(let target) = directory.destination(of: link.destination, from: path),
                target.item != from.item
            else { continue }
            let citation = Citation(role: .mention, from: from, to: target)
            if citations[target.item]?.last != citation { citations[target.item, default: []].append(citation) }
        }
    }

    private mutating func add(_ journey: Journey, _ index: Int) {
        let whole = Target(kind: .journey, index: index)
        cite(.baseline, whole, journey.baseline)
        cite(.persona, whole, journey.personas)
        cite(.goal, whole, journey.goals)
        cite(.shows, whole, journey.metrics)
        mention(journey.record.body, whole, journey.path)
        for place in journey.places {
            let here = Target(kind: .journey, index: index, anchor: place.moment.anchor)
            for quote in place.moment.quotes {
                cite(.evidence, here, quote.evidence)
                cite(.persona, here, quote.persona)
                mention(quote.text, here, journey.path)
            }
            for content in place.moment.lanes { add(content, at: here, in: journey) }
            mention(place.moment.notes, here, journey.path)
        }
    }

    private mutating func add(_ content: LaneContent, at here: Target, in journey: Journey) {
        switch content.value {
        case .text(let entries): for entry in entries { mention(entry, here, journey.path) }
        case .tags: break
        case .feelings(let feelings):
            for feeling in feelings {
                cite(.evidence, here, feeling.evidence)
                cite(.persona, here, feeling.persona)
                mention(feeling.words, here, journey.path)
            }
        case .findings(let findings):
            for finding in findings {
                let place = Target(kind: .journey, index: here.index, anchor: finding.id)
                cite(.evidence, place, finding.evidence)
                cite(.persona, place, finding.persona)
                mention(finding.text, place, journey.path)
            }
        case .references(let references):
            switch content.lane {
            case "evidence": cite(.evidence, here, references)
            // Placements are the hierarchy's, and loops are the journey's own.
            case "details", "next": break
            default: cite(.shows, here, references)
            }
        }
    }
}
