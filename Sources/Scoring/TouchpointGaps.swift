import Journeys

/// One touchpoint felt 3 or more apart in two journeys that share a persona.
///
/// In each journey the mean over the moments that have the touchpoint and an emotion: at least two, or one of them a moment of
/// truth. Source: "Scores", section 8, e.
enum TouchpointGaps {
    private typealias Felt = Contradiction.TouchpointFelt

    /// A touchpoint in a journey.
    private struct Use {
        let journey: Int
        let personas: [Int]
        let felt: Felt
    }

    /// How far apart.
    private static let gap = 3.0

    static func find(in basis: PortfolioBasis) -> [Contradiction] {
        var found: [Contradiction] = []
        var touchpoints = Touchpoints()
        for journey in basis.counting { gather(journey, in: basis, &touchpoints) }
        let waived = WaivedNames(basis)
        for touchpoint in touchpoints.list {
            let uses = touchpoint.uses.map { use in
                let journey = basis.portfolio.journeys[use.journey]
                return (use: use, id: journey.id, path: journey.path)
            }
            let sorted = uses.sorted { ($0.use.felt.mean, $0.id, $0.path) < ($1.use.felt.mean, $1.id, $1.path) }
            let pairs = pairs(of: sorted.map(\.use)) { !waived.has(.touchpointFeltApart, sorted[$0].id) }
            for (low, high, isOneOfMany) in pairs {
                let pair = [low, high].sorted { left, right in
                    let (one, other) = (basis.portfolio.journeys[left.journey], basis.portfolio.journeys[right.journey])
                    return (one.id, one.path) < (other.id, other.path)
                }
                found.append(
                    Contradiction(
                        .touchpointFeltApart, [.touchpoint(touchpoint.name)] + pair.map { .journey($0.journey) },
                        .touchpointFeltApart(pair[0].felt, pair[1].felt), isOneOfMany: isOneOfMany))
            }
        }
        return found
    }

    /// All touchpoints, by the order in which they are met.
    private struct Touchpoints {
        struct Touchpoint {
            /// Its first spelling: by the path of the journey, then by the name.
            var path: String
            var name: String
            var uses: [Use] = []
        }

        private(set) var list: [Touchpoint] = []
        private var placeOfKey: [String: Int] = [:]
        /// By spelling, since most tags are written as others were.
        private var placeOfName: [String: Int] = [:]

        mutating func place(of tag: Tag, in path: String) -> Int {
            let place: Int
            if let known = placeOfName[tag.name] {
                place = known
            } else {
                place = placeOfKey[tag.key] ?? list.count
                placeOfName[tag.name] = place
            }
            if place == list.count {
                placeOfKey[tag.key] = place
                list.append(Touchpoint(path: path, name: tag.name))
            } else if (path, tag.name) < (list[place].path, list[place].name) {
                (list[place].path, list[place].name) = (path, tag.name)
            }
            return place
        }

        mutating func add(_ use: Use, of place: Int) { list[place].uses.append(use) }
    }

    /// Where a journey meets its touchpoints.
    private static func gather(_ journey: Int, in basis: PortfolioBasis, _ touchpoints: inout Touchpoints) {
        let path = basis.portfolio.journeys[journey].path
        // A list, as they are few.
        var met: [(touchpoint: Int, moments: [Int])] = []
        for index in basis.momentsOfJourney[journey] {
            for tag in basis.moments[index].touchpoints {
                let touchpoint = touchpoints.place(of: tag, in: path)
                guard basis.moments[index].emotion != nil else { continue }
                if let place = met.firstIndex(where: { $0.touchpoint == touchpoint }) {
                    if met[place].moments.last != index { met[place].moments.append(index) }
                } else {
                    met.append((touchpoint, [index]))
                }
            }
        }
        let personas = basis.personas(of: journey)
        for (touchpoint, places) in met {
            guard places.count >= 2 || places.contains(where: { basis.moments[$0].isMomentOfTruth }) else { continue }
            let sum = places.reduce(0) { $0 + (basis.moments[$1].emotion?.value ?? 0) }
            let mean = (sum / Double(places.count)).nineDecimals
            touchpoints.add(
                Use(journey: journey, personas: personas, felt: Felt(mean: mean, moments: places)), of: touchpoint)
        }
    }

    /// Those that are far enough apart and share a persona, each pair once.
    ///
    /// By persona: what lies apart is found from both ends of the scale, without a look at what lies between. Where these are more
    /// pairs than ten journeys make, each journey is told with the one that is furthest from it alone.
    ///
    /// - Parameters:
    ///   - uses: from the worst felt to the best.
    ///   - mayLead: whether one may be what others are told with, see `PairsOfMany`.
    private static func pairs(of uses: [Use], mayLead: (Int) -> Bool) -> [(low: Use, high: Use, isOneOfMany: Bool)] {
        guard let worst = uses.first, let best = uses.last, areApart(worst, best) else { return [] }
        var byPersona: [Int: [Int]] = [:]
        for (index, use) in uses.enumerated() {
            for persona in use.personas { byPersona[persona, default: []].append(index) }
        }
        // Several personas may be shared.
        var found: Set<[Int]> = []
        var ofMany: Set<[Int]> = []
        for members in byPersona.values {
            guard let worst = members.first, let best = members.last, areApart(uses[worst], uses[best]) else {
                continue
            }
            let lows = members.filter { areApart(uses[$0], uses[best]) }
            let highs = members.filter { areApart(uses[worst], uses[$0]) }
            if PairLimit.allows(lows.count * highs.count) {
                for low in lows {
                    for high in highs where areApart(uses[low], uses[high]) { found.insert([low, high]) }
                }
                continue
            }
            let (low, high) = (lows.first(where: mayLead) ?? worst, highs.last(where: mayLead) ?? best)
            for one in lows { ofMany.insert([one, areApart(uses[one], uses[high]) ? high : best]) }
            for one in highs { ofMany.insert([areApart(uses[low], uses[one]) ? low : worst, one]) }
        }
        return found.union(ofMany).map { (uses[$0[0]], uses[$0[1]], ofMany.contains($0)) }
    }

    private static func areApart(_ low: Use, _ high: Use) -> Bool {
        (high.felt.mean - low.felt.mean).nineDecimals >= gap
    }
}

extension PortfolioBasis {
    /// The personas that a journey names, each once, in the portfolio's order.
    func personas(of journey: Int) -> [Int] {
        MomentGathering.items(.persona, in: portfolio.journeys[journey].personas).eachOnce().sorted()
    }
}
