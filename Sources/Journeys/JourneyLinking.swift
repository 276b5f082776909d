import Diagnostics
import Markup

extension ReferenceResolving {
    /// Fills in the targets of all that a journey names.
    mutating func link(_ journey: inout Journey) {
        let path = journey.path
        if journey.parent != nil {
            var parent = journey.parent ?? Reference(form: .id, written: "", range: 0..<0)
            resolvePlacement(&parent, in: path)
            journey.parent = parent
        }
        for index in journey.alsoIn.indices { resolvePlacement(&journey.alsoIn[index], in: path) }
        resolve(&journey.baseline, as: .journey, for: .baseline, in: path)
        resolve(&journey.personas, as: .persona, for: .persona, in: path)
        resolve(&journey.goals, as: .goal, for: .goal, in: path)
        resolve(&journey.metrics, as: .metric, for: .shows, in: path)
        check(journey.record.body, in: path)
        for stage in journey.stages.indices {
            link(&journey.stages[stage].moment, in: path)
            for step in journey.stages[stage].steps.indices { link(&journey.stages[stage].steps[step], in: path) }
        }
    }

    private mutating func link(_ moment: inout Moment, in path: String) {
        here = Target(kind: .journey, index: here.index, anchor: moment.anchor)
        for index in moment.quotes.indices {
            resolve(&moment.quotes[index].evidence, as: .evidence, for: .evidence, in: path)
            resolve(&moment.quotes[index].persona, as: .persona, for: .persona, in: path)
            check(moment.quotes[index].text, in: path)
        }
        for index in moment.lanes.indices { link(&moment.lanes[index], in: path) }
        check(moment.notes, in: path)
    }

    private mutating func link(_ content: inout LaneContent, in path: String) {
        switch content.value {
        case .text(let entries):
            for entry in entries { check(entry, in: path) }
            if content.ownLabel != nil { for entry in entries { suspectTargets(of: entry, in: path) } }
        case .tags: break
        case .feelings(var feelings):
            for index in feelings.indices {
                resolve(&feelings[index].evidence, as: .evidence, for: .evidence, in: path)
                resolve(&feelings[index].persona, as: .persona, for: .persona, in: path)
                check(feelings[index].words, in: path)
            }
            content.value = .feelings(feelings)
        case .findings(var findings):
            let moment = here
            defer { here = moment }
            for index in findings.indices {
                here = Target(kind: .journey, index: here.index, anchor: findings[index].id)
                resolve(&findings[index].evidence, as: .evidence, for: .evidence, in: path)
                resolve(&findings[index].persona, as: .persona, for: .persona, in: path)
                check(findings[index].text, in: path)
            }
            content.value = .findings(findings)
        case .references(var references):
            let lane = portfolio.settings.taxonomy.lane(withID: content.lane)
            for index in references.indices { link(&references[index], lane: lane, in: path) }
            content.value = .references(references)
            // Placements are the hierarchy's, and loops are the journey's own.
            guard content.lane != "details", content.lane != "next" else { return }
            for reference in references { cite(reference.target, as: content.lane == "evidence" ? .evidence : .shows) }
        }
    }

    private mutating func link(_ reference: inout Reference, lane: Lane?, in path: String) {
        let kind = lane?.referenceKind
        guard reference.form == .link else { return refuseBare(reference, kind: kind, in: path) }
        let destination = follow(reference.written, at: reference.range, in: path)
        switch destination {
        case .item(let target):
            if let kind, target.kind != kind {
                say(
                    .wrongTarget, in: path, reference.range,
                    "'\(portfolio.id(of: target))' is \(target.kind.withArticle): the lane '\(lane?.label ?? "")' takes \(kind.folder)"
                )
            } else {
                reference.target = target
            }
        case .file, .outside:
            guard let kind else { return }
            say(
                .wrongTarget, in: path, reference.range,
                "the link leads to no content file: the lane '\(lane?.label ?? "")' takes \(kind.folder)")
        case .unsafe, .missing, .missingAnchor: break
        }
    }

    /// A mistyped label, of Details perhaps: what its links lead to has not lost its place through another mistake.
    private mutating func suspectTargets(of prose: Prose, in path: String) {
        for link in prose.links {
            if case .item(let target) = directory.destination(of: link.destination, from: path) { suspect(target) }
        }
    }

    /// Every link in prose leads somewhere.
    mutating func check(_ prose: Prose, in path: String) {
        for link in prose.links {
            if case .item(let target) = follow(link.destination, at: link.range, in: path), target.item != here.item {
                cite(target, as: .mention)
            }
        }
    }
}
