import Journeys
import Scoring

/// Finds every score that moved, and takes the difference apart.
struct ScoreMoves {
    private let sides: Sides
    private let sentences: ChangesOfMoments
    private(set) var moves: [ScoreMove] = []

    init(_ sides: Sides, changes: [Change]) {
        self.sides = sides
        sentences = ChangesOfMoments(changes, sides: sides)
        let (base, head) = (sides.base, sides.head)
        let all = sides.pairing(of: .journey).pairs
        var moves = all.flatMap { self.moves(base.journeys[$0.base], head.journeys[$0.head], $0) }
        for pair in all where isParent(pair) {
            let (before, now) = (base.journeys[pair.base].rolled.value, head.journeys[pair.head].rolled.value)
            let rolled = move(
                .rolled, pair.head, before, now,
                rolled(
                    base.linked.hierarchy.subtree(of: pair.base), head.linked.hierarchy.subtree(of: pair.head)))
            if let rolled { moves.append(rolled) }
        }
        let whole = [
            move(
                .rolled, nil, base.health.value, head.health.value,
                rolled(Array(base.portfolio.journeys.indices), Array(head.portfolio.journeys.indices))),
            move(.maturity, nil, Double(base.maturity.level), Double(head.maturity.level), []),
        ]
        self.moves = (moves + whole.compactMap { $0 }).sorted { left, right in
            let (first, second) = (left.rank, right.rank)
            if first != second { return first < second }
            let sizes = (abs(left.difference ?? 100), abs(right.difference ?? 100))
            if left.kind == right.kind, sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
            if left.journey != right.journey { return (left.journey ?? "") < (right.journey ?? "") }
            return left.kind.rawValue < right.kind.rawValue
        }
    }

    private func isParent(_ pair: Pairing.Pair) -> Bool {
        !sides.base.linked.hierarchy.children[pair.base].isEmpty
            || !sides.head.linked.hierarchy.children[pair.head].isEmpty
    }

    /// Nothing where it is as before.
    private func move(
        _ kind: ScoreMove.Kind, _ journey: Int?, _ from: Double?, _ to: Double?,
        _ terms: @autoclosure () -> [ScoreMove.Term], reasons: @autoclosure () -> [String] = []
    ) -> ScoreMove? {
        guard from?.nineDecimals != to?.nineDecimals else { return nil }
        let record = journey.map { sides.head.portfolio.journeys[$0].record }
        return ScoreMove(
            kind: kind, journey: record?.id, title: record?.title ?? sides.head.portfolio.settings.title,
            from: from, to: to, terms: terms(), reasons: reasons())
    }

    private func moves(_ before: JourneyScores, _ now: JourneyScores, _ pair: Pairing.Pair) -> [ScoreMove] {
        let parts = TermParts(sides: sides, pair: pair, sentences: sentences)
        // Asked for only where a score moved.
        lazy var old = before.explained
        lazy var new = now.explained
        let health = move(
            .health, pair.head, before.health.value, now.health.value,
            terms(Self.leaves(of: old.health), Self.leaves(of: new.health), parts, old, new))
        let trust = move(
            .trust, pair.head, before.trust.value, now.trust.value,
            terms(Self.leaves(of: old.trust), Self.leaves(of: new.trust), parts, old, new))
        let progress = move(
            .progress, pair.head, before.progress.value, now.progress.value,
            parts.terms(old.steps, new.steps),
            reasons: [before, now].allSatisfy { $0.progress.value ?? 0 == 0 }
                ? parts.reasons(old.steps, new.steps) : [])
        let gates = (Set(before.maturity.allUnmet), Set(now.maturity.allUnmet))
        let passed = Maturity.Gate.allCases.filter { gates.0.contains($0) && !gates.1.contains($0) }
        let lost = Maturity.Gate.allCases.filter { !gates.0.contains($0) && gates.1.contains($0) }
        let maturity = move(
            .maturity, pair.head, Double(before.maturity.level), Double(now.maturity.level), [],
            reasons: passed.map { "now: \($0.rawValue)" } + lost.map { "no longer: \($0.rawValue)" })
        return [health, trust, progress, maturity].compactMap { $0 }
    }

    // MARK: Leaves

    private typealias Leaf = WeightedDifference<Contribution.Name>.Thing

    /// The parts of health that are measured, each with its weight in the whole.
    private static func leaves(of health: ExplainedHealth) -> [Leaf] {
        health.score.contributions.flatMap { part -> [Leaf] in
            guard let value = part.value else { return [] }
            return part.name == .experience
                ? spread(health.experience, over: part.weight)
                : [Leaf(key: part.name, weight: part.weight, value: value)]
        }
    }

    private static func leaves(of trust: ExplainedTrust) -> [Leaf] {
        trust.score.contributions.flatMap { part -> [Leaf] in
            guard part.value != nil else { return [] }
            return spread(part.name == .evidence ? trust.evidence : trust.stewardship, over: part.weight)
        }
    }

    /// The measured parts of a score, with the weight that the score has spread over them.
    private static func spread(_ score: Score, over weight: Double) -> [Leaf] {
        let measured = score.contributions.filter { $0.value != nil }
        let sum = measured.reduce(0) { $0 + $1.weight }
        guard sum > 0 else { return [] }
        return measured.map { Leaf(key: $0.name, weight: weight * $0.weight / sum, value: $0.value ?? 0) }
    }

    private func terms(
        _ base: [Leaf], _ head: [Leaf], _ parts: TermParts, _ old: ExplainedScores, _ new: ExplainedScores
    ) -> [ScoreMove.Term] {
        let before = Dictionary(base.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        let now = Dictionary(head.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        return WeightedDifference(base, head).points.compactMap { name, points -> ScoreMove.Term? in
            let own = before[name].flatMap { old in now[name].map { $0 - old } }
            guard points.nineDecimals != 0 || own.map({ $0.nineDecimals != 0 }) ?? true else { return nil }
            guard let own else {
                let way = now[name] != nil ? ", measured now" : ", no longer measured"
                return ScoreMove.Term(
                    name: name.words + way, own: nil, points: points, parts: [],
                    inputs: parts.inputs(of: name, old, new))
            }
            // What only weighs otherwise has no parts that moved.
            let scale = own.nineDecimals == 0 ? nil : points / own
            let moved = scale.map { scale in
                parts.parts(of: name, old, new).map { ScoreMove.Part(name: $0.name, points: $0.points * scale) }
            }
            return ScoreMove.Term(name: name.words, own: own, points: points, parts: moved ?? [])
        }.sorted { abs($0.points) > abs($1.points) }
    }

    // MARK: Rolled

    /// By journey: those whose share of the mean moved it.
    private func rolled(_ base: [Int], _ head: [Int]) -> [ScoreMove.Term] {
        let heads = sides.pairing(of: .journey).headOfBase
        func things(_ journeys: [Int], _ scored: ScoredPortfolio, key: (Int) -> Int) -> [WeightedDifference<Int>.Thing]
        {
            journeys.compactMap { index in
                let journey = scored.portfolio.journeys[index]
                guard journey.counts, let value = scored.journeys[index].health.value else { return nil }
                return .init(key: key(index), weight: journey.weight, value: value)
            }
        }
        // What is gone is counted behind all that is there.
        let count = sides.head.portfolio.journeys.count
        let before = things(base, sides.base) { heads[$0] ?? count + $0 }
        let now = things(head, sides.head) { $0 }
        let values = (
            Dictionary(before.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first }),
            Dictionary(now.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        )
        return WeightedDifference(before, now).points.filter { $0.points.nineDecimals != 0 }.map { key, points in
            let record =
                key < count
                ? sides.head.portfolio.journeys[key].record : sides.base.portfolio.journeys[key - count].record
            let own = values.0[key].flatMap { old in values.1[key].map { $0 - old } }
            return ScoreMove.Term(name: record.title, own: own, points: points, parts: [])
        }.sorted { (abs($0.points), $1.name) > (abs($1.points), $0.name) }
    }
}

extension ScoreMove {
    /// The portfolio first, then what is felt, then how sure we are of it.
    fileprivate var rank: Int {
        (journey == nil ? 0 : 10) + (Kind.allCases.firstIndex(of: kind) ?? 0)
    }
}

extension Contribution.Name {
    /// `customer outcomes`
    var words: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
}
