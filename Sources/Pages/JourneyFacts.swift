import Journeys

extension PageLinks {
    /// Who answers for a journey and whom it is about, when it was last looked at, and its other state: before its map.
    func facts(of journey: Journey, at index: Int, reviews: [FactView]) -> [FactView] {
        let words = edition.words
        var facts: [FactView] = []
        if let owner = journey.record.owner {
            facts.append(FactView(words[.owner], [LinkView(text: owner, address: address(of: .teams))]))
        } else {
            facts.append(FactView(words[.owner], words[.ownerMissing], isWarning: journey.counts))
        }
        facts += FactView.optional(words[.team], journey.record.team)
        facts += reviews.prefix(1)
        if let baseline = journey.baseline.flatMap(link(to:)) { facts.append(FactView(words[.baseline], [baseline])) }
        let futures = edition.citing(Target(kind: .journey, index: index), as: [.baseline], kind: .journey)
        facts += FactView.optional(words[.futureStates], futures.map { link(to: $0) })
        facts += FactView.optional(words[.compareWith], comparisons(of: index))
        facts += FactView.optional(words[.personas], links(to: journey.personas))
        return facts
    }

    /// What else there is to know of a journey: below its map.
    func furtherFacts(of journey: Journey, reviews: [FactView]) -> [FactView] {
        let words = edition.words
        var facts = FactView.optional(words[.contributors], texts: journey.contributors)
        facts += reviews.dropFirst()
        facts += FactView.optional(words[.goals], links(to: journey.goals))
        facts += FactView.optional(words[.products], texts: journey.products)
        facts += FactView.optional(words[.segments], texts: journey.segments)
        facts += FactView.optional(words[.tags], texts: journey.record.tags)
        return facts
    }

    /// The journeys left and right of one, under the same parent.
    func neighbours(of index: Int) -> (LinkView?, LinkView?) {
        guard let parent = edition.linked.hierarchy.primary[index]?.parent, let position = edition.siblings[index]
        else { return (nil, nil) }
        let row = edition.linked.hierarchy.children[parent]
        let previous = position > 0 ? link(toJourney: row[position - 1].journey) : nil
        let next = position + 1 < row.count ? link(toJourney: row[position + 1].journey) : nil
        return (previous, next)
    }
}

/// The journeys below one, by the stage or step that they detail.
struct Details {
    /// More than these under one moment are counted, not listed.
    private static let limit = 40

    private var byAnchor: [String: [LinkView]] = [:]
    /// Those that name no stage or step.
    private(set) var loose: [LinkView] = []

    init(of index: Int, links: PageLinks) {
        let edition = links.edition
        let journeys = edition.portfolio.journeys
        func add(_ placement: Hierarchy.Placement, note: String?) {
            let notes = [note].compactMap { $0 } + edition.marks(of: journeys[placement.journey])
            let link = links.link(
                toJourney: placement.journey, note: notes.isEmpty ? nil : edition.words.listed(notes))
            if let anchor = placement.anchor { byAnchor[anchor, default: []].append(link) } else { loose.append(link) }
        }
        for placement in edition.linked.hierarchy.children[index] { add(placement, note: nil) }
        for placement in edition.linked.hierarchy.guests[index] { add(placement, note: edition.words[.recursHere]) }
        let rest = edition.words
        func folded(_ list: [LinkView]) -> [LinkView] {
            guard list.count > Self.limit else { return list }
            let more = rest(.andMore, ["n": edition.figures.number(list.count - Self.limit)])
            return list.prefix(Self.limit) + [LinkView(text: more, address: links.address(of: .framework))]
        }
        loose = folded(loose)
        byAnchor = byAnchor.mapValues(folded)
    }

    func links(at anchor: String) -> [LinkView] { byAnchor[anchor, default: []] }
}

extension Review {
    /// - Parameter text: whether it is due.
    func facts(of journey: Journey, text: String?, _ edition: Edition) -> [FactView] {
        let words = edition.words
        var values: [LinkView] = []
        if let reviewed = journey.reviewed {
            values.append(LinkView(text: edition.figures.date(reviewed)))
        }
        if let text { values.append(LinkView(text: text)) }
        guard !values.isEmpty else { return [] }
        var facts = [FactView(words[.reviewed], values, isWarning: isLate)]
        if journey.counts {
            facts.append(FactView(words[.rhythm], edition.figures.rhythm(journey.rhythm)))
            facts += FactView.optional(words[.triggers], texts: journey.triggers)
        }
        return facts
    }
}
