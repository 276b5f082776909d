import Journeys
import Markup
import Scoring

/// Two states of a portfolio, and which of their items are one.
struct Sides: Sendable {
    let base: ScoredPortfolio
    let head: ScoredPortfolio
    let items: [ContentKind: Pairing]
    /// By journey of the head: its moments and findings; nothing for one that is new.
    let maps: [MapPairing?]
    let momentMoves: MomentMoves
    let findingMoves: FindingMoves

    /// - Parameter isSame: whether the file at a path has the same bytes on both sides, read under the same settings.
    init(base: ScoredPortfolio, head: ScoredPortfolio, isSame: (String) -> Bool) {
        self.base = base
        self.head = head
        var items: [ContentKind: Pairing] = [:]
        for kind in ContentKind.allCases {
            items[kind] = ItemPairing.pairing(
                base.portfolio.records(of: kind), head.portfolio.records(of: kind),
                contents: { Self.words(of: kind, $0, in: base.portfolio) },
                others: { Self.words(of: kind, $0, in: head.portfolio) })
        }
        self.items = items
        let journeys = items[.journey] ?? Pairing(0, 0)
        let maps = head.portfolio.journeys.indices.map { index -> MapPairing? in
            guard let other = journeys.baseOfHead[index] else { return nil }
            let (before, now) = (base.portfolio.journeys[other], head.portfolio.journeys[index])
            return before.path == now.path && isSame(now.path) ? .identical(now) : MapPairing(before, now)
        }
        self.maps = maps
        let all = (base.portfolio.journeys, head.portfolio.journeys)
        momentMoves = MomentMoves(all.0, all.1, journeys: journeys, maps: maps)
        findingMoves = FindingMoves(all.0, all.1, journeys: journeys, maps: maps, besides: momentMoves)
    }

    /// Where a moment or a finding of a journey of the base stands now, if that is another journey.
    func move(of anchor: String, ofBase journey: Int) -> MomentMoves.Anchor? {
        momentMoves.move(of: anchor, ofBase: journey)
            ?? findingMoves.move(of: anchor, ofBase: journey).map {
                MomentMoves.Anchor(journey: $0.head.journey, id: $0.head.placed.finding.id)
            }
    }

    /// Whether a moment or a finding of a journey of the head came from another.
    func hasCome(_ anchor: String, to journey: Int) -> Bool {
        momentMoves.hasCome(anchor, to: journey) || findingMoves.hasCome(anchor, to: journey)
    }

    func pairing(of kind: ContentKind) -> Pairing { items[kind] ?? Pairing(0, 0) }

    /// Words by which an item can be known again: all that is written in it but its title.
    private static func words(of kind: ContentKind, _ index: Int, in portfolio: Portfolio) -> String {
        switch kind {
        case .journey:
            let journey = portfolio.journeys[index]
            return journey.record.body.plain + " "
                + journey.places.map { $0.moment.title + " " + $0.moment.words }.joined(separator: " ")
        case .opportunity:
            let opportunity = portfolio.opportunities[index]
            return opportunity.record.body.plain + " "
                + opportunity.addresses.map(\.written).joined(separator: " ")
        default: return portfolio.record(of: Target(kind: kind, index: index)).body.plain
        }
    }
}

/// Which items of a kind are one on both sides.
enum ItemPairing {
    static func pairing(
        _ base: [Record], _ head: [Record], contents: (Int) -> String, others: (Int) -> String
    ) -> Pairing {
        var pairing = Pairing(base.count, head.count)
        // Where two files have one id, each is the file that it was.
        pairing.pair(base: { Place(base[$0]) }, head: { Place(head[$0]) })
        pairing.pair(base: { base[$0].id }, head: { head[$0].id })
        // No two of a kind differ in case alone: what does so is what it was, under another name.
        pairing.pair(base: { base[$0].id.lowercased() }, head: { head[$0].id.lowercased() })
        let (gone, new) = (pairing.removed, pairing.added)
        guard !gone.isEmpty, !new.isEmpty else { return pairing }
        let before = gone.reduce(into: [:]) { $0[$1] = Words(base[$1], contents($1)) }
        let now = new.reduce(into: [:]) { $0[$1] = Words(head[$1], others($1)) }
        pairing.pairAlike(from: 0.55) { left, right in
            guard let one = before[left], let other = now[right] else { return 0 }
            return one.likeness(to: other)
        }
        return pairing
    }

    private struct Place: Hashable {
        let id: String
        let path: String

        init(_ record: Record) { (id, path) = (record.id, record.path) }
    }

    private struct Words {
        let path: String
        let title: Likeness
        let content: Likeness
        let isShort: Bool

        init(_ record: Record, _ content: String) {
            path = record.path
            title = Likeness(record.title)
            self.content = Likeness(content)
            isShort = content.utf8.count < 40
        }

        /// Where it stands counts a little: a new id in the same file is mostly the same thing.
        func likeness(to other: Words) -> Double {
            let share = isShort && other.isShort ? 0.2 : 0.65
            let words = share * content.to(other.content) + (1 - share) * title.to(other.title)
            return min(1, path == other.path ? words + 0.25 : words)
        }
    }
}
