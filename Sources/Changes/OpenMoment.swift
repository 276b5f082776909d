import Journeys
import Markup

/// A stage or step that has no match in its own journey; perhaps one in another.
struct OpenMoment {
    let journey: Int
    let place: MapPairing.Place
    /// At it, without a match in the journey as well.
    let findings: [Finding]
    /// All that is written in it.
    let words: String
    /// Whether its journey is there before and now.
    let isOnBothSides: Bool

    private var isStage: Bool { place.step == nil }

    /// - Parameter map: the journey's places and findings and which of them have no match; nothing of a journey that is new or gone.
    static func all(
        of journey: Journey, at index: Int, isOnBothSides: Bool,
        _ map: (
            places: [MapPairing.Place], open: [Int], findings: [MapPairing.PlacedFinding], openFindings: [Int]
        )?
    ) -> [OpenMoment] {
        let places = map?.places ?? MapPairing.places(of: journey)
        let open = map?.open ?? Array(places.indices)
        if open.isEmpty { return [] }
        let findings = map.map { map in map.openFindings.map { map.findings[$0] } } ?? MapPairing.findings(of: places)
        let atPlace = Dictionary(grouping: findings, by: \.place)
        return open.compactMap { number in
            let place = places[number]
            let stage = journey.stages[place.stage]
            // What has no heading is no stage that could move.
            if place.step == nil && stage.isUnnamed { return nil }
            return OpenMoment(
                journey: index, place: place, findings: atPlace[number, default: []].map(\.finding),
                words: place.step == nil ? stage.words : place.moment.words, isOnBothSides: isOnBothSides)
        }
    }

    /// Those of several moments, by their place among these.
    static func findings(of moments: [OpenMoment]) -> [MapPairing.PlacedFinding] {
        moments.enumerated().flatMap { place, moment in
            moment.findings.map { MapPairing.PlacedFinding(place: place, finding: $0) }
        }
    }

    // MARK: What is one

    private struct Name: Hashable {
        let title: String
        let words: String
    }

    /// Pairs stages, or steps: those in the same words, those of one id, then those that are alike.
    static func pair(
        _ pairing: inout Pairing, _ gone: [OpenMoment], _ new: [OpenMoment], areStages: Bool, _ journeys: Pairing
    ) {
        func name(_ moment: OpenMoment) -> Name? {
            // A heading with next to nothing below it may stand in any journey.
            let words = moment.words.onOneLine
            return moment.isStage == areStages && words.utf8.count >= 20
                ? Name(title: moment.place.moment.title, words: words) : nil
        }
        pairing.pair(base: { name(gone[$0]) }, head: { name(new[$0]) })
        let open = (
            pairing.removed.filter { gone[$0].isStage == areStages },
            pairing.added.filter { new[$0].isStage == areStages }
        )
        guard !open.0.isEmpty, !open.1.isEmpty, Pairing.canCompare(open.0.count, open.1.count) else { return }
        let before = open.0.reduce(into: [:]) { $0[$1] = MomentWords(gone[$1].place.moment, gone[$1].words) }
        let now = open.1.reduce(into: [:]) { $0[$1] = MomentWords(new[$1].place.moment, new[$1].words) }
        func likeness(_ left: Int, _ right: Int) -> Double {
            // In one and the same journey they were held against each other before.
            guard let one = before[left], let other = now[right],
                journeys.headOfBase[gone[left].journey] != new[right].journey
            else { return 0 }
            return one.likeness(to: other)
        }
        // An id that an author gave says more than words; but journeys may use the same id for unlike things.
        var named = pairing
        named.pairAlike(from: 0.3) { left, right in
            gone[left].ownID != nil && gone[left].ownID == new[right].ownID ? likeness(left, right) : 0
        }
        for pair in named.pairs { pairing.pair(pair.base, pair.head) }
        // A journey that is gone and one that is new have enough in common only if somebody said so.
        pairing.pairAlike(from: 0.65) { left, right in
            let areTelling = before[left]?.isShort == false && now[right]?.isShort == false
            return areTelling && (gone[left].isOnBothSides || new[right].isOnBothSides) ? likeness(left, right) : 0
        }
    }

    /// Its anchor, if that is not made from its title.
    private var ownID: String? {
        let anchor = place.moment.anchor
        let slug = HeadingAnchors.slug(of: place.moment.title)
        let isMade = anchor.hasPrefix(slug) && anchor.dropFirst(slug.count).allSatisfy { $0 == "-" || $0.isNumber }
        return isMade ? nil : anchor
    }
}
