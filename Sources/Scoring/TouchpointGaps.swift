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
        var names: [String: (path: String, name: String)] = [:]
        var uses: [String: [Use]] = [:]
        for journey in basis.counting {
            gather(journey, in: basis, names: &names, uses: &uses)
        }
        for (key, uses) in uses {
            guard let name = names[key]?.name else { continue }
            for (low, high) in pairs(of: uses.sorted { $0.felt.mean < $1.felt.mean }) {
                let pair = [low, high].sorted { left, right in
                    let (one, other) = (basis.portfolio.journeys[left.journey], basis.portfolio.journeys[right.journey])
                    return (one.id, one.path) < (other.id, other.path)
                }
                let personas = low.personas.filter(high.personas.contains)
                found.append(
                    Contradiction(
                        .touchpointFeltApart, [.touchpoint(name)] + pair.map { .journey($0.journey) },
                        .touchpointFeltApart(pair[0].felt, pair[1].felt, personas: personas)))
            }
        }
        return found
    }

    /// Where a journey meets its touchpoints.
    private static func gather(
        _ journey: Int, in basis: PortfolioBasis, names: inout [String: (path: String, name: String)],
        uses: inout [String: [Use]]
    ) {
        let content = basis.portfolio.journeys[journey]
        var moments: [String: [Int]] = [:]
        for index in basis.momentsOfJourney[journey] {
            let moment = basis.moments[index]
            let stage = content.stages[moment.stage]
            let tags = (moment.step.map { stage.steps[$0] } ?? stage.moment).tags(in: "touchpoints")
            for tag in tags {
                let key = tag.key
                if (content.path, tag.name) < names[key] ?? ("\u{10FFFF}", "") { names[key] = (content.path, tag.name) }
                guard moment.emotion != nil, moments[key]?.last != index else { continue }
                moments[key, default: []].append(index)
            }
        }
        let personas = basis.personas(of: journey)
        for (key, places) in moments {
            guard places.count >= 2 || places.contains(where: { basis.moments[$0].isMomentOfTruth }) else { continue }
            let sum = places.reduce(0) { $0 + (basis.moments[$1].emotion?.value ?? 0) }
            let mean = (sum / Double(places.count)).nineDecimals
            uses[key, default: []].append(
                Use(journey: journey, personas: personas, felt: Felt(mean: mean, moments: places)))
        }
    }

    /// Those that are far enough apart and share a persona, each pair once.
    ///
    /// By persona: what lies apart is found from both ends of the scale, without a look at what lies between.
    ///
    /// - Parameter uses: from the worst felt to the best.
    private static func pairs(of uses: [Use]) -> [(low: Use, high: Use)] {
        guard let worst = uses.first, let best = uses.last, (best.felt.mean - worst.felt.mean).nineDecimals >= gap
        else { return [] }
        var byPersona: [Int: [Int]] = [:]
        for (index, use) in uses.enumerated() {
            for persona in use.personas { byPersona[persona, default: []].append(index) }
        }
        var result: [(low: Use, high: Use)] = []
        for (persona, members) in byPersona {
            for low in members {
                for high in members.reversed() {
                    guard (uses[high].felt.mean - uses[low].felt.mean).nineDecimals >= gap else { break }
                    // Of several personas that the two share, the first tells of them.
                    if uses[low].personas.first(where: uses[high].personas.contains) == persona {
                        result.append((uses[low], uses[high]))
                    }
                }
            }
        }
        return result
    }
}

extension PortfolioBasis {
    /// The personas that a journey names, each once, in the portfolio's order.
    func personas(of journey: Int) -> [Int] {
        MomentGathering.items(.persona, in: portfolio.journeys[journey].personas).eachOnce().sorted()
    }
}
