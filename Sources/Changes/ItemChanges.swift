import Journeys

/// What changed among the items of a portfolio, kind by kind.
struct ItemChanges {
    private let sides: Sides
    private let isSame: (String) -> Bool
    private let names: (base: CommonNames, head: CommonNames)
    private let facets: (base: ItemFacets, head: ItemFacets)
    private(set) var changes: [Change] = []

    init(_ sides: Sides, isSame: @escaping (String) -> Bool) {
        self.sides = sides
        self.isSame = isSame
        names = (CommonNames(sides: sides, isBase: true), CommonNames(sides: sides, isBase: false))
        facets = (
            ItemFacets(portfolio: sides.base.portfolio, names: names.base),
            ItemFacets(portfolio: sides.head.portfolio, names: names.head)
        )
        let (before, now) = (sides.base.portfolio, sides.head.portfolio)
        compareJourneys()
        compare(before.opportunities, now.opportunities, ItemFacets.opportunity, because: Self.reasons)
        compare(before.solutions, now.solutions, ItemFacets.solution)
        compare(before.metrics, now.metrics, ItemFacets.metric)
        compare(before.insights, now.insights, ItemFacets.insight)
        compare(before.evidence, now.evidence, ItemFacets.evidence)
        compare(before.goals, now.goals, ItemFacets.goal)
        compare(before.personas, now.personas, ItemFacets.persona)
        compare(before.pages, now.pages, ItemFacets.page)
        compareInsights()
        compareSeries()
        compareVerdicts()
    }

    private static func reasons(_ base: Opportunity, _ head: Opportunity) -> [String] {
        base.decision != head.decision || base.stage != head.stage ? [head.because].compactMap { $0 } : []
    }

    private func subject(_ record: Record, of kind: ContentKind, likeness: Double? = nil) -> Change.Subject {
        Change.Subject(
            journey: kind == .journey ? record.id : nil, id: record.id, title: record.title, likeness: likeness)
    }

    private mutating func compare<Item: ContentItem>(
        _ base: [Item], _ head: [Item], _ said: (ItemFacets) -> (Item) -> [Facet],
        because: (Item, Item) -> [String] = { _, _ in [] }
    ) {
        let noun = Change.Noun(Item.kind)
        let pairing = sides.pairing(of: Item.kind)
        for index in pairing.removed {
            changes.append(Change(noun, .removed, of: subject(base[index].record, of: Item.kind)))
        }
        for index in pairing.added {
            changes.append(Change(noun, .added, of: subject(head[index].record, of: Item.kind)))
        }
        for pair in pairing.pairs {
            let (before, now) = (base[pair.base], head[pair.head])
            if isSameFile(before.record, now.record) { continue }
            let subject = subject(now.record, of: Item.kind, likeness: pair.likeness)
            rename(before.record, now.record, noun, subject)
            let reasons = because(before, now)
            for change in Facet.changes(said(facets.base)(before), said(facets.head)(now), noun, of: subject) {
                let isDecision = change.field == "decision" || change.field == "stage" || change.field == "status"
                // The reason is said with what it is the reason of.
                if change.field == "because" && !reasons.isEmpty { continue }
                changes.append(isDecision ? change.because(reasons) : change)
            }
        }
    }

    /// A file with the same bytes at the same place says the same.
    private func isSameFile(_ before: Record, _ now: Record) -> Bool { before.path == now.path && isSame(now.path) }

    private mutating func rename(
        _ before: Record, _ now: Record, _ noun: Change.Noun, _ subject: Change.Subject
    ) {
        if before.title != now.title {
            changes.append(Change(noun, .renamed, of: subject, from: before.title, to: now.title))
        }
        if before.id != now.id {
            changes.append(Change(noun, .changed, of: subject, field: "id", from: before.id, to: now.id))
        }
    }

    // MARK: Journeys

    private mutating func compareJourneys() {
        let (before, now) = (sides.base.portfolio.journeys, sides.head.portfolio.journeys)
        let pairing = sides.pairing(of: .journey)
        for index in pairing.removed {
            changes.append(
                Change(
                    .journey, .removed, of: subject(before[index].record, of: .journey),
                    from: Self.size(of: before[index])))
        }
        for index in pairing.added {
            changes.append(
                Change(.journey, .added, of: subject(now[index].record, of: .journey), to: Self.size(of: now[index])))
        }
        for pair in pairing.pairs {
            let (old, new) = (before[pair.base], now[pair.head])
            let subject = subject(new.record, of: .journey, likeness: pair.likeness)
            comparePlace(pair, subject)
            guard let map = sides.maps[pair.head], !map.isIdentical else { continue }
            rename(old.record, new.record, .journey, subject)
            changes += Facet.changes(facets.base.journey(old), facets.head.journey(new), .journey, of: subject)
            changes += JourneyChanges(pair, map: map, sides: sides).changes
        }
        for move in sides.momentMoves.all { changes += JourneyChanges(move, sides: sides).changes }
        changes += FindingChanges(sides, names: names, facets: facets).moves
    }

    private static func size(of journey: Journey) -> String {
        let steps = journey.stages.reduce(0) { $0 + $1.steps.count }
        let pains = journey.places.flatMap { $0.moment.findings }.count { $0.kind == .pain }
        return Number.counts([(journey.stages.count, "stage"), (steps, "step"), (pains, "pain")])
    }

    /// Where it stands in the hierarchy, whichever end of it says so.
    private mutating func comparePlace(_ pair: Pairing.Pair, _ subject: Change.Subject) {
        func place(_ placement: Hierarchy.Placement?, _ names: CommonNames) -> String? {
            placement.map { names.name(of: Target(kind: .journey, index: $0.parent, anchor: $0.anchor)) }
        }
        let (base, head) = (sides.base.linked.hierarchy, sides.head.linked.hierarchy)
        let before = place(base.primary[pair.base], names.base)
        let now = place(head.primary[pair.head], names.head)
        if before != now { changes.append(Change(.journey, .moved, of: subject, from: before, to: now)) }
        let further = (
            Set(base.further[pair.base].compactMap { place($0, names.base) }),
            Set(head.further[pair.head].compactMap { place($0, names.head) })
        )
        if further.0 != further.1 {
            changes.append(
                Change(
                    .journey, .changed, of: subject, field: "further-places",
                    added: further.1.subtracting(further.0).sorted(), removed: further.0.subtracting(further.1).sorted()
                ))
        }
    }

    // MARK: Insights, metrics, solutions

    private mutating func compareInsights() {
        let (before, now) = (sides.base.portfolio.insights, sides.head.portfolio.insights)
        for pair in sides.pairing(of: .insight).pairs {
            let (old, new) = (before[pair.base], now[pair.head])
            if isSameFile(old.record, new.record) { continue }
            func claim(_ insight: Insight, _ names: CommonNames) -> ComparedClaim {
                ComparedClaim(
                    severity: insight.severity, isOpen: insight.status == .open, resolved: insight.resolved,
                    evidence: names.names(of: insight.evidence), key: "", words: "")
            }
            let subject = subject(new.record, of: .insight, likeness: pair.likeness)
            changes += ComparedClaim.changes(claim(old, names.base), claim(new, names.head), .insight, of: subject)
            // That it was resolved says when.
            guard old.status == new.status else { continue }
            func resolved(_ insight: Insight) -> [Facet] { [.date("resolved", insight.resolved, as: \.first)] }
            changes += Facet.changes(
                resolved(old), resolved(new), .insight, of: subject,
                severity: max(old.severity ?? 0, new.severity ?? 0))
        }
    }

    /// New data of a metric is one change, however many rows it has.
    private mutating func compareSeries() {
        let (before, now) = (sides.base.portfolio.metrics, sides.head.portfolio.metrics)
        for pair in sides.pairing(of: .metric).pairs {
            let series = (before[pair.base].series, now[pair.head].series)
            if let path = series.1?.path, path == series.0?.path, isSame(path) { continue }
            let (old, new) = (series.0?.rows ?? [], series.1?.rows ?? [])
            let lines = (Set(old.map(DataRow.init)), Set(new.map(DataRow.init)))
            guard lines.0 != lines.1 else { continue }
            func latest(_ metric: Metric) -> String? {
                metric.series?.values(asOf: sides.head.asOf).last.map {
                    "\(Number.plain($0.value)) (\($0.date.iso))"
                }
            }
            changes.append(
                Change(
                    .metric, .changed, of: subject(now[pair.head].record, of: .metric), field: "data",
                    from: latest(before[pair.base]), to: latest(now[pair.head]),
                    added: Self.shown(lines.1.subtracting(lines.0), beside: lines.0),
                    removed: Self.shown(lines.0.subtracting(lines.1), beside: lines.1)))
        }
    }

    /// With its sample where that alone is otherwise on the other side.
    private static func shown(_ rows: Set<DataRow>, beside others: Set<DataRow>) -> [String] {
        let samples = Set(others.map(\.withoutSample))
        return rows.map { row in
            row.shown(withSample: samples.contains(row.withoutSample))
        }.sorted()
    }

    /// What the shipped solutions moved, as their metrics tell.
    private mutating func compareVerdicts() {
        let (before, now) = (sides.base.loop.results, sides.head.loop.results)
        for pair in sides.pairing(of: .solution).pairs where before[pair.base].outcome != now[pair.head].outcome {
            let solution = sides.head.portfolio.solutions[pair.head]
            changes.append(
                Change(
                    .solution, .changed, of: subject(solution.record, of: .solution), field: "verdict",
                    from: before[pair.base].outcome?.rawValue, to: now[pair.head].outcome?.rawValue))
        }
    }
}

extension Change {
    /// The same for a reason.
    fileprivate func because(_ reasons: [String]) -> Change {
        guard !reasons.isEmpty else { return self }
        let subject = Subject(
            journey: journey, id: self.subject, title: title, moment: moment, place: place, likeness: likeness)
        return Change(
            noun, act, of: subject, field: field, from: from, to: to, added: added, removed: removed,
            because: reasons, along: along, severity: severity)
    }
}
