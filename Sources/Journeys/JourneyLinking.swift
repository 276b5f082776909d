import Diagnostics
import Markup

extension ReferenceResolving {
    /// Fills in the targets of all that a journey names.
    mutating func linked(_ journey: Journey) -> Journey {
        let path = journey.path
        var named = journey.named
        if var parent = named.parent {
            resolvePlacement(&parent, in: path)
            named.parent = parent
        }
        for index in named.alsoIn.indices { resolvePlacement(&named.alsoIn[index], in: path) }
        if let parent = named.parent { refusePlaces(like: parent, among: &named.alsoIn, in: path) }
        resolve(&named.baseline, as: .journey, for: .baseline, in: path)
        if let baseline = named.baseline, let target = baseline.target, target.anchor != nil {
            let id = names.portfolio.journeys[target.index].id
            say(
                .wrongTarget, in: path, range(of: baseline, beforeHash: false),
                "a future journey starts from a whole one, and from no part of '\(id)'",
                hint: "write baseline: \(id)")
            named.baseline?.target = target.item
        } else if let baseline = named.baseline, let target = baseline.target,
            names.portfolio.journeys[target.index].path == path
        {
            say(
                .wrongTarget, in: path, baseline.range, "a future journey can't start from itself",
                hint: "'baseline' names the journey that it starts from")
        }
        resolve(&named.personas, as: .persona, for: .persona, in: path)
        resolve(&named.goals, as: .goal, for: .goal, in: path)
        resolve(&named.metrics, as: .metric, for: .shows, in: path)
        check(journey.record.body, in: path)
        let stages = journey.stages.map { stage in
            let moment = linked(stage.moment, in: path)
            return Stage(
                moment: moment, steps: stage.steps.map { linked($0, in: path) }, isUnnamed: stage.isUnnamed)
        }
        return journey.linked(named, stages)
    }

    /// A journey stands once where its parent is.
    private mutating func refusePlaces(like parent: Reference, among others: inout [Reference], in path: String) {
        // Of one whose anchor is unknown enough has been told.
        func isFound(_ reference: Reference) -> Bool {
            reference.target != nil
                && (WrittenName(reference.written).anchor == nil) == (reference.target?.anchor == nil)
        }
        guard isFound(parent) else { return }
        for other in others where isFound(other) && other.target == parent.target {
            say(
                .secondPlacement, in: path, other.range,
                "'\(other.written)' is the journey's 'parent' already: it stands there once",
                notes: [note("it is named as the parent here", in: path, at: parent.range)],
                hint: "name another place that it recurs in, or delete it: what recurs stands at both places")
        }
        others.removeAll { isFound($0) && $0.target == parent.target }
    }

    /// What names nothing stays the same object, here and below: most moments have some of these, and many are nothing else.
    private mutating func linked(_ moment: Moment, in path: String) -> Moment {
        here = Target(kind: .journey, index: here.index, anchor: moment.anchor)
        var quotes = moment.quotes
        for index in quotes.indices {
            resolve(&quotes[index].evidence, as: .evidence, for: .evidence, in: path)
            resolve(&quotes[index].persona, as: .persona, for: .persona, in: path)
            check(quotes[index].text, in: path)
        }
        let lanes = moment.lanes.map { linked($0, in: path) }
        check(moment.notes, in: path)
        let isSame = quotes.allSatisfy { $0.evidence.isEmpty && $0.persona == nil } && lanes.isSame(as: moment.lanes)
        return isSame ? moment : moment.with(quotes, lanes)
    }

    private mutating func linked(_ content: LaneContent, in path: String) -> LaneContent {
        switch content.value {
        case .text(let entries):
            for entry in entries { check(entry, in: path) }
            if content.ownLabel != nil { for entry in entries { suspectTargets(of: entry, in: path) } }
            return content
        case .tags: return content
        case .feelings(let feelings):
            let linked = feelings.map { self.linked($0, in: path) }
            return linked.isSame(as: feelings) ? content : content.with(.feelings(linked))
        case .findings(let findings):
            let moment = here
            defer { here = moment }
            let linked = findings.map { self.linked($0, in: path) }
            return linked.isSame(as: findings) ? content : content.with(.findings(linked))
        case .references(var references):
            let lane = names.portfolio.settings.taxonomy.lane(withID: content.lane)
            for index in references.indices { link(&references[index], lane: lane, in: path) }
            // Placements are the hierarchy's, and loops are the journey's own.
            if content.lane != "details", content.lane != "next" {
                let role = content.lane == "evidence" ? Citation.Role.evidence : .shows
                for reference in references { cite(reference.target, as: role) }
            }
            return content.with(.references(references))
        }
    }

    private mutating func linked(_ feeling: Feeling, in path: String) -> Feeling {
        let (evidence, persona) = linked(feeling.evidence, feeling.persona, in: path)
        check(feeling.words, in: path)
        return evidence.isEmpty && persona == nil ? feeling : feeling.linked(evidence: evidence, persona: persona)
    }

    private mutating func linked(_ finding: Finding, in path: String) -> Finding {
        here = Target(kind: .journey, index: here.index, anchor: finding.id)
        let (evidence, persona) = linked(finding.evidence, finding.persona, in: path)
        check(finding.text, in: path)
        return evidence.isEmpty && persona == nil ? finding : finding.linked(evidence: evidence, persona: persona)
    }

    /// What an entry rests on, and whose it is.
    private mutating func linked(
        _ evidence: [Reference], _ persona: Reference?, in path: String
    ) -> (evidence: [Reference], persona: Reference?) {
        var (evidence, persona) = (evidence, persona)
        resolve(&evidence, as: .evidence, for: .evidence, in: path)
        resolve(&persona, as: .persona, for: .persona, in: path)
        return (evidence, persona)
    }

    private mutating func link(_ reference: inout Reference, lane: Lane?, in path: String) {
        let kind = lane?.referenceKind
        guard reference.form == .link else { return refuseBare(reference, kind: kind, in: path) }
        let destination = follow(reference.written, at: reference.range, in: path, for: kind)
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
            let meant = meantFile(by: destination, kind: kind)
            if let target = meant.flatMap({ directory.item(atPath: $0) }) { suspect(target) }
            say(
                .wrongTarget, in: path, reference.range,
                "the link leads to no content file: the lane '\(lane?.label ?? "")' takes \(kind.folder)",
                hint: meant.map { "write \(RelativePath.destination(RelativePath.path(to: $0, from: path)))" })
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
            if link.label.hasPrefix("^"), case .missing = directory.destination(of: link.destination, from: path) {
                say(
                    .deadFile, in: path, link.range,
                    "footnotes are not read, so this is a link to '\(link.destination)'",
                    hint: "write the note in brackets, behind what it is about")
                continue
            }
            if case .item(let target) = follow(link.destination, at: link.range, in: path), target.item != here.item {
                cite(target, as: .mention)
            }
        }
    }
}

extension Array where Element: AnyObject {
    fileprivate func isSame(as others: Self) -> Bool { zip(self, others).allSatisfy { $0 === $1 } }
}
