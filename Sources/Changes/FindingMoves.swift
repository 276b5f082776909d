import Journeys

/// The findings that stand in another journey than before: known again by their kind, their id and their words.
struct FindingMoves: Sendable {
    /// Where a finding stands, on one side.
    struct Place: Sendable {
        let journey: Int
        let place: MapPairing.Place
        let placed: MapPairing.PlacedFinding
    }

    struct Move: Sendable {
        let base: Place
        let head: Place
    }

    /// In the order of the head.
    private(set) var all: [Move] = []
    private var ofBase: [Anchor: Int] = [:]
    private var ofHead: Set<Anchor> = []

    private struct Anchor: Hashable {
        let journey: Int
        let id: String
    }

    private struct Key: Hashable {
        let kind: Finding.Kind
        let id: String
        let words: String

        init(_ finding: Finding) {
            kind = finding.kind
            id = finding.id
            words = finding.text.plain.onOneLine
        }
    }

    /// - Parameters:
    ///   - journeys: which journeys are one on both sides.
    ///   - maps: by journey of the head, as in `Sides`.
    ///   - moments: those that moved themselves: what stands at them came along.
    init(
        _ base: [Journey], _ head: [Journey], journeys: Pairing, maps: [MapPairing?], besides moments: MomentMoves
    ) {
        var gone: [Key: [Place]] = [:]
        for index in base.indices.reversed() {
            let map = journeys.headOfBase[index].flatMap { maps[$0] }
            for place in Self.places(index, base[index], map.map { ($0.base, $0.baseFindings, $0.findings.removed) })
                .reversed()
            {
                if moments.move(of: place.placed.finding.id, ofBase: index) != nil { continue }
                gone[Key(place.placed.finding), default: []].append(place)
            }
        }
        guard !gone.isEmpty else { return }
        for index in head.indices {
            let map = maps[index]
            for place in Self.places(index, head[index], map.map { ($0.head, $0.headFindings, $0.findings.added) }) {
                let key = Key(place.placed.finding)
                guard let other = gone[key]?.last, !moments.hasCome(place.placed.finding.id, to: index) else {
                    continue
                }
                // Of a journey that is gone nothing is told but that, and neither is of one that is new.
                if map == nil && journeys.headOfBase[other.journey] == nil { continue }
                gone[key]?.removeLast()
                ofBase[Anchor(journey: other.journey, id: other.placed.finding.id)] = all.count
                ofHead.insert(Anchor(journey: index, id: place.placed.finding.id))
                all.append(Move(base: other, head: place))
            }
        }
    }

    /// Those of a journey that have no match in it: all, of a journey that has none itself.
    private static func places(
        _ index: Int, _ journey: Journey,
        _ map: (places: [MapPairing.Place], findings: [MapPairing.PlacedFinding], open: [Int])?
    ) -> [Place] {
        if let map {
            return map.open.map {
                Place(journey: index, place: map.places[map.findings[$0].place], placed: map.findings[$0])
            }
        }
        let places = MapPairing.places(of: journey)
        return MapPairing.findings(of: places).map { Place(journey: index, place: places[$0.place], placed: $0) }
    }

    func move(of anchor: String, ofBase journey: Int) -> Move? {
        ofBase[Anchor(journey: journey, id: anchor)].map { all[$0] }
    }

    /// Whether a finding of a journey of the head came from another.
    func hasCome(_ anchor: String, to journey: Int) -> Bool { ofHead.contains(Anchor(journey: journey, id: anchor)) }
}
