import Journeys

/// What changed in one journey that both sides have.
struct JourneyChanges {
    private let names: (base: CommonNames, head: CommonNames)
    private let facets: (base: ItemFacets, head: ItemFacets)
    private let journeys: (base: Journey, head: Journey)
    private let map: MapPairing
    private let sides: Sides
    private let indices: (base: Int, head: Int)
    private(set) var changes: [Change] = []

    init(_ pair: Pairing.Pair, map: MapPairing, sides: Sides) {
        self.init((pair.base, pair.head), map: map, sides: sides)
        comparePlaces()
        for pair in map.places.pairs { compareMoments(pair) }
        compareFindings()
    }

    /// Of a part that stands in another journey now.
    init(_ move: MomentMoves.Move, sides: Sides) {
        self.init(move.journeys, map: move.map, sides: sides)
        moveToOtherJourney()
        for pair in map.places.pairs { compareTitles(pair) }
        if map.head[0].step == nil { compareOrder() }
        for pair in map.places.pairs { compareMoments(pair) }
        for pair in map.findings.pairs { compare(pair) }
    }

    private init(_ indices: (base: Int, head: Int), map: MapPairing, sides: Sides) {
        self.sides = sides
        self.indices = indices
        names = (CommonNames(sides: sides, isBase: true), CommonNames(sides: sides, isBase: false))
        facets = (
            ItemFacets(portfolio: sides.base.portfolio, names: names.base),
            ItemFacets(portfolio: sides.head.portfolio, names: names.head)
        )
        journeys = (sides.base.portfolio.journeys[indices.base], sides.head.portfolio.journeys[indices.head])
        self.map = map
    }

    // MARK: Stages and steps

    private func noun(_ place: MapPairing.Place) -> Change.Noun { place.step == nil ? .stage : .step }

    private func subject(_ place: MapPairing.Place, likeness: Double? = nil) -> Change.Subject {
        Change.Subject(
            journey: journeys.head.id, id: place.moment.anchor, title: place.moment.title,
            moment: place.moment.anchor, place: place.moment.title, likeness: likeness)
    }

    private func isUnnamed(_ place: MapPairing.Place, of journey: Journey) -> Bool {
        place.step == nil && journey.stages[place.stage].isUnnamed
    }

    private mutating func comparePlaces() {
        for index in map.places.removed where !isUnnamed(map.base[index], of: journeys.base) {
            let place = map.base[index]
            if sides.momentMoves.move(of: place.moment.anchor, ofBase: indices.base) != nil { continue }
            changes.append(
                Change(noun(place), .removed, of: subject(place), from: stageTitle(of: place, in: journeys.base)))
        }
        for index in map.places.added where !isUnnamed(map.head[index], of: journeys.head) {
            let place = map.head[index]
            if sides.momentMoves.hasCome(place.moment.anchor, to: indices.head) { continue }
            changes.append(
                Change(noun(place), .added, of: subject(place), to: stageTitle(of: place, in: journeys.head)))
        }
        for pair in map.places.pairs { compareTitles(pair) }
        compareOrder()
    }

    private mutating func compareTitles(_ pair: Pairing.Pair) {
        let (before, now) = (map.base[pair.base], map.head[pair.head])
        guard before.moment.title != now.moment.title else { return }
        changes.append(
            Change(
                noun(now), .renamed, of: subject(now, likeness: pair.likeness), from: before.moment.title,
                to: now.moment.title))
    }

    /// A stage came with its steps, and all with what stands at them: that is one change.
    private mutating func moveToOtherJourney() {
        let (before, now) = (map.base[0], map.head[0])
        let findings = map.findings.pairs.map { map.headFindings[$0.head].finding.kind }
        let along = Number.counts(
            [(map.places.pairs.count - 1, "step")]
                + Finding.Kind.allCases.map { kind in (findings.count { $0 == kind }, Change.Noun(kind).words) })
        func name(_ place: MapPairing.Place, of journey: Journey) -> String {
            [journey.title, stageTitle(of: place, in: journey)].compactMap { $0 }.filter { !$0.isEmpty }
                .joined(separator: " › ")
        }
        changes.append(
            Change(
                noun(now), .moved, of: subject(now, likeness: map.places.likeness(ofHead: 0)),
                field: Change.otherJourney, from: name(before, of: journeys.base), to: name(now, of: journeys.head),
                along: along.isEmpty ? nil : along))
    }

    private func stageTitle(of place: MapPairing.Place, in journey: Journey) -> String? {
        place.step == nil ? nil : journey.stages[place.stage].title
    }

    /// Stages among stages; steps from stage to stage, and among those that stayed.
    private mutating func compareOrder() {
        let pairs = map.places.pairs
        let stages = pairs.filter { map.head[$0.head].step == nil }
        let movedStages = Pairing.moved(in: stages.map(\.base))
        for pair in stages where movedStages.contains(pair.base) {
            let ranks = (stages.map(\.base).sorted(), stages.map(\.head))
            let before = ranks.0.firstIndex(of: pair.base).map { $0 + 1 }
            let now = ranks.1.firstIndex(of: pair.head).map { $0 + 1 }
            move(pair, from: before.map(String.init), to: now.map(String.init), field: Change.order)
        }
        let stageOfBase = Dictionary(
            stages.map { (map.base[$0.base].stage, map.head[$0.head].stage) }, uniquingKeysWith: { first, _ in first })
        var staying: [Int: [Pairing.Pair]] = [:]
        for pair in pairs where map.head[pair.head].step != nil {
            let (before, now) = (map.base[pair.base], map.head[pair.head])
            if stageOfBase[before.stage] == now.stage {
                staying[now.stage, default: []].append(pair)
            } else {
                let stages = (stageTitle(of: before, in: journeys.base), stageTitle(of: now, in: journeys.head))
                // Two of one title are told apart by where they stand.
                let places =
                    stages.0 == stages.1 ? (" (stage \(before.stage + 1))", " (stage \(now.stage + 1))") : ("", "")
                move(pair, from: stages.0.map { $0 + places.0 }, to: stages.1.map { $0 + places.1 })
            }
        }
        for (_, pairs) in staying.sorted(by: { $0.key < $1.key }) {
            let moved = Pairing.moved(in: pairs.map(\.base))
            let (before, now) = (pairs.map(\.base).sorted(), pairs.map(\.head))
            for pair in pairs where moved.contains(pair.base) {
                move(
                    pair, from: before.firstIndex(of: pair.base).map { String($0 + 1) },
                    to: now.firstIndex(of: pair.head).map { String($0 + 1) }, field: Change.order)
            }
        }
    }

    private mutating func move(_ pair: Pairing.Pair, from: String?, to: String?, field: String? = nil) {
        let place = map.head[pair.head]
        changes.append(
            Change(noun(place), .moved, of: subject(place, likeness: pair.likeness), field: field, from: from, to: to))
    }

    // MARK: What stands at them

    private mutating func compareMoments(_ pair: Pairing.Pair) {
        let (before, now) = (map.base[pair.base], map.head[pair.head])
        changes += Facet.changes(
            facets.base.moment(before.moment, in: journeys.base.path),
            facets.head.moment(now.moment, in: journeys.head.path), noun(now),
            of: subject(now, likeness: pair.likeness))
        compareQuotes(before.moment, now.moment, at: now)
    }

    private mutating func compareQuotes(_ before: Moment, _ now: Moment, at place: MapPairing.Place) {
        func keys(_ moment: Moment, _ names: CommonNames, in path: String) -> [String] {
            moment.quotes.map { quote in
                ([ComparedProse(quote.text, in: path, names: names).key, quote.persona.map(names.name) ?? ""]
                    + names.names(of: quote.evidence).sorted()).joined(separator: "\u{1}")
            }
        }
        let base = keys(before, names.base, in: journeys.base.path)
        let head = keys(now, names.head, in: journeys.head.path)
        var pairing = Pairing(base.count, head.count)
        pairing.pair(base: { base[$0] }, head: { head[$0] })
        let words = (before.quotes.map { Likeness($0.text.plain) }, now.quotes.map { Likeness($0.text.plain) })
        pairing.pairAlike(from: 0.5) { words.0[$0].to(words.1[$1]) }
        func subject(_ quote: Quote) -> Change.Subject {
            var subject = self.subject(place)
            subject.title = quote.text.plain.onOneLine
            subject.id = quote.id ?? subject.id
            return subject
        }
        for index in pairing.removed {
            changes.append(Change(.quote, .removed, of: subject(before.quotes[index])))
        }
        for index in pairing.added { changes.append(Change(.quote, .added, of: subject(now.quotes[index]))) }
        for pair in pairing.pairs where pair.likeness != nil {
            let quotes = (before.quotes[pair.base], now.quotes[pair.head])
            let texts = (
                quotes.0.text.plain.onOneLine, quotes.1.text.plain.onOneLine
            )
            if texts.0 != texts.1 {
                changes.append(Change(.quote, .reworded, of: subject(quotes.1), from: texts.0, to: texts.1))
            }
            let evidence = (Set(names.base.names(of: quotes.0.evidence)), Set(names.head.names(of: quotes.1.evidence)))
            let added = evidence.1.subtracting(evidence.0).sorted()
            let removed = evidence.0.subtracting(evidence.1).sorted()
            let people = (quotes.0.persona.map(names.base.name), quotes.1.persona.map(names.head.name))
            let isOfOther = people.0 != people.1
            if !added.isEmpty || !removed.isEmpty || isOfOther || texts.0 == texts.1 {
                changes.append(
                    Change(
                        .quote, .changed, of: subject(quotes.1), field: "quote", from: isOfOther ? people.0 : nil,
                        to: isOfOther ? people.1 : nil, added: added, removed: removed))
            }
        }
    }

    // MARK: Findings

    private func subject(_ placed: MapPairing.PlacedFinding, _ place: MapPairing.Place, likeness: Double? = nil)
        -> Change.Subject
    {
        Change.Subject(
            journey: journeys.head.id, id: placed.finding.id,
            title: placed.finding.text.plain.onOneLine, moment: place.moment.anchor,
            place: place.moment.title, likeness: likeness)
    }

    private mutating func compareFindings() {
        for index in map.findings.removed {
            let placed = map.baseFindings[index]
            if sides.move(of: placed.finding.id, ofBase: indices.base) != nil { continue }
            changes.append(
                Change(
                    Change.Noun(placed.finding.kind), .removed, of: subject(placed, map.base[placed.place]),
                    from: placed.finding.severity.map(String.init), severity: placed.finding.severity ?? 0))
        }
        for index in map.findings.added {
            let placed = map.headFindings[index]
            if sides.hasCome(placed.finding.id, to: indices.head) { continue }
            let hurts = placed.finding.kind == .pain || placed.finding.kind == .employeePain
            changes.append(
                Change(
                    Change.Noun(placed.finding.kind), hurts && placed.finding.status == .open ? .opened : .added,
                    of: subject(placed, map.head[placed.place]), to: placed.finding.severity.map(String.init),
                    severity: placed.finding.severity ?? 0))
        }
        for pair in map.findings.pairs { compare(pair) }
    }

    private mutating func compare(_ pair: Pairing.Pair) {
        let (before, now) = (map.baseFindings[pair.base], map.headFindings[pair.head])
        let noun = Change.Noun(now.finding.kind)
        let place = map.head[now.place]
        let subject = subject(now, place, likeness: pair.likeness)
        if map.places.headOfBase[before.place] != now.place {
            changes.append(
                Change(
                    noun, .moved, of: subject, from: map.base[before.place].moment.title, to: place.moment.title,
                    severity: now.finding.severity ?? 0))
        }
        changes += FindingChanges(sides, names: names, facets: facets).changes(
            (before.finding, journeys.base.path), (now.finding, journeys.head.path), of: subject)
    }
}
