import Journeys

/// The stages and steps that stand in another journey than before, with all that stands at them: where a journey was split, where two
/// were made one, and where a part of one went over to another.
struct MomentMoves: Sendable {
    struct Move: Sendable {
        /// By index of each side.
        let journeys: (base: Int, head: Int)
        /// The stage and its steps, or the step alone; what moved stands first.
        let map: MapPairing

        fileprivate init(_ base: [OpenMoment], _ head: [OpenMoment], likeness: Double?) {
            journeys = (base[0].journey, head[0].journey)
            map = MapPairing(
                moved: base.map(\.place), head.map(\.place), likeness: likeness,
                findings: (OpenMoment.findings(of: base), OpenMoment.findings(of: head)))
        }
    }

    /// A moment or a finding of a journey.
    struct Anchor: Hashable {
        let journey: Int
        let id: String
    }

    /// In the order of the head.
    private(set) var all: [Move] = []
    private var ofBase: [Anchor: Anchor] = [:]
    private var ofHead: Set<Anchor> = []

    /// - Parameters:
    ///   - journeys: which journeys are one on both sides.
    ///   - maps: by journey of the head, as in `Sides`.
    init(_ base: [Journey], _ head: [Journey], journeys: Pairing, maps: [MapPairing?]) {
        let gone = base.indices.flatMap { index -> [OpenMoment] in
            let other = journeys.headOfBase[index]
            return OpenMoment.all(
                of: base[index], at: index, isOnBothSides: other != nil,
                other.flatMap { maps[$0] }.map { ($0.base, $0.places.removed, $0.baseFindings, $0.findings.removed) })
        }
        if gone.isEmpty { return }
        let new = head.indices.flatMap { index in
            OpenMoment.all(
                of: head[index], at: index, isOnBothSides: maps[index] != nil,
                maps[index].map { ($0.head, $0.places.added, $0.headFindings, $0.findings.added) })
        }
        if new.isEmpty { return }
        var pairing = Pairing(gone.count, new.count)
        var moves: [(place: Int, move: Move)] = []
        // Stages first: what moved with its stage did not move by itself.
        OpenMoment.pair(&pairing, gone, new, areStages: true, journeys)
        let stages = (OpenStages(gone), OpenStages(new))
        for pair in pairing.pairs {
            let parts = (stages.0.part(pair.base, of: gone), stages.1.part(pair.head, of: new))
            let move = Move(parts.0.map { gone[$0] }, parts.1.map { new[$0] }, likeness: pair.likeness)
            for step in move.map.places.pairs { pairing.pair(parts.0[step.base], parts.1[step.head]) }
            moves.append((pair.head, move))
        }
        let along = Set(pairing.pairs.map(\.head))
        OpenMoment.pair(&pairing, gone, new, areStages: false, journeys)
        for pair in pairing.pairs where !along.contains(pair.head) {
            moves.append((pair.head, Move([gone[pair.base]], [new[pair.head]], likeness: pair.likeness)))
        }
        all = moves.sorted { $0.place < $1.place }.map(\.move)
        all.forEach { record($0) }
    }

    private mutating func record(_ move: Move) {
        func record(_ before: String, _ now: String) {
            let anchor = Anchor(journey: move.journeys.head, id: now)
            ofBase[Anchor(journey: move.journeys.base, id: before)] = anchor
            ofHead.insert(anchor)
        }
        let map = move.map
        for pair in map.places.pairs { record(map.base[pair.base].moment.anchor, map.head[pair.head].moment.anchor) }
        for pair in map.findings.pairs {
            record(map.baseFindings[pair.base].finding.id, map.headFindings[pair.head].finding.id)
        }
    }

    /// Where a moment of the base, or a finding at one, stands now.
    func move(of anchor: String, ofBase journey: Int) -> Anchor? { ofBase[Anchor(journey: journey, id: anchor)] }

    /// Whether a moment of the head, or a finding at one, came from another journey.
    func hasCome(_ anchor: String, to journey: Int) -> Bool { ofHead.contains(Anchor(journey: journey, id: anchor)) }
}
