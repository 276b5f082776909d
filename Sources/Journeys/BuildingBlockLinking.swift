import Diagnostics
import Markup

extension ReferenceResolving {
    mutating func link(_ persona: inout Persona) {
        check(persona.record.body, in: persona.path)
        if let image = persona.image { checkFile(image, in: persona.path) }
    }

    mutating func link(_ goal: inout Goal) {
        resolve(&goal.metric, as: .metric, for: .metric, in: goal.path)
        resolve(&goal.parent, as: .goal, for: .goal, in: goal.path)
        check(goal.record.body, in: goal.path)
    }

    mutating func link(_ metric: inout Metric) {
        check(metric.record.body, in: metric.path)
        checkSource(metric.source, at: metric.sourceRange, in: metric.path)
    }

    mutating func link(_ evidence: inout Evidence) {
        check(evidence.record.body, in: evidence.path)
        checkSource(evidence.source, at: evidence.sourceRange, in: evidence.path)
    }

    mutating func link(_ insight: inout Insight) {
        resolve(&insight.evidence, as: .evidence, for: .evidence, in: insight.path)
        resolve(&insight.personas, as: .persona, for: .persona, in: insight.path)
        check(insight.record.body, in: insight.path)
    }

    mutating func link(_ opportunity: inout Opportunity) {
        for index in opportunity.addresses.indices {
            resolveAddressed(&opportunity.addresses[index], in: opportunity.path)
        }
        resolve(&opportunity.goals, as: .goal, for: .goal, in: opportunity.path)
        resolve(&opportunity.metrics, as: .metric, for: .metric, in: opportunity.path)
        check(opportunity.record.body, in: opportunity.path)
    }

    mutating func link(_ solution: inout Solution) {
        resolve(&solution.opportunities, as: .opportunity, for: .solves, in: solution.path)
        resolve(&solution.metrics, as: .metric, for: .metric, in: solution.path)
        check(solution.record.body, in: solution.path)
    }

    mutating func link(_ page: inout FreePage) {
        check(page.record.body, in: page.path)
    }

    /// A finding or a moment, `journey#anchor`; or an insight, by its id.
    private mutating func resolveAddressed(_ reference: inout Reference, in path: String) {
        let called = WrittenName(reference.written)
        let (id, anchor) = (called.id, called.anchor)
        if let anchor {
            if let journey = item(.journey, id: id), let found = directory.anchor(anchor, of: journey),
                let what = found.role.besideFindings
            {
                if portfolio.record(of: journey).mayHaveLost(anchor) { return }
                return say(
                    .wrongTarget, in: path, range(of: reference, beforeHash: false),
                    "'\(anchor)' is \(what): an opportunity addresses a finding, a stage or a step",
                    notes: [note("it stands here", in: portfolio.record(of: journey).path, at: found.range)])
            }
            return resolve(&reference, as: .journey, for: .addresses, in: path)
        }
        if let insight = item(.insight, id: id) {
            reference.target = insight
            cite(insight, as: .addresses)
        } else if let journey = item(.journey, id: id) {
            let anchors = directory.anchors(of: journey).map(\.id)
            say(
                .addressesWholeJourney, in: path, reference.range,
                "'\(id)' is a whole journey: an opportunity addresses a finding or a moment of it",
                hint: anchors.isEmpty ? "write \(id)# and an anchor" : "write \(id)# and one of \(Self.list(anchors))")
        } else {
            unknown(reference, id: id, kinds: [.insight, .journey], in: path)
        }
    }

    /// A file that front matter names, relative to its own.
    private mutating func checkFile(_ reference: Reference, in path: String) {
        _ = follow(reference.written, at: reference.range, in: path)
    }

    /// A source is a link, or words; a path among words is checked only if it can't be anything else.
    private mutating func checkSource(_ source: String?, at range: TextRange?, in path: String) {
        guard let source, let range else { return }
        switch directory.destination(of: source, from: path) {
        case .unsafe(let scheme):
            // `Survey: spring 2026` and `doi:10.1145/3313831` are words, whatever stands before their colon.
            let isDrive = scheme.utf8.count == 1 && ["\\", "/"].contains(source.dropFirst(2).first)
            if isDrive || ["javascript", "data", "vbscript", "file"].contains(scheme) {
                _ = follow(source, at: range, in: path)
            }
        case .missing where !source.contains(" ") && (source.contains("/") || source.hasPrefix("www.")):
            _ = follow(source, at: range, in: path)
        case .missing where Self.barePath(in: source) != nil: _ = follow(source, at: range, in: path)
        case .missing where source.hasPrefix("\\\\"): _ = follow(source, at: range, in: path)
        case .outside where !source.contains(" "): _ = follow(source, at: range, in: path)
        case .missingAnchor, .file: _ = follow(source, at: range, in: path)
        default: break
        }
    }
}

extension Anchor.Role {
    /// What of a journey has neither findings nor is one.
    fileprivate var besideFindings: String? {
        switch self {
        case .stage, .step, .finding: nil
        case .heading: "a heading among the notes"
        case .quote: "a quote"
        case .passage: "an item of the notes"
        }
    }
}
