import Journeys
import Scoring

/// What a part of a score moved by: moments, metrics and claims, each with the points of that part which it moved.
struct TermParts {
    let sides: Sides
    let pair: Pairing.Pair
    let sentences: ChangesOfMoments

    private typealias Thing = WeightedDifference<String>.Thing

    private var bases: (base: PortfolioBasis, head: PortfolioBasis) { (sides.base.basis, sides.head.basis) }
    private var journey: String { sides.head.portfolio.journeys[pair.head].id }

    /// What a part is made of, on both sides.
    private struct Makings {
        let before: [Thing]
        let now: [Thing]
        /// By key: what of it changed, and what it is called where nothing did.
        let change: (String) -> String?
        let name: (String) -> String
        /// How much of the part the mean over these is.
        var share = 1.0
        /// What of the part is no mean.
        var besides: [ScoreMove.Part] = []
    }

    private func makings(of name: Contribution.Name, _ base: ExplainedScores, _ head: ExplainedScores) -> Makings? {
        switch name {
        case .emotion: emotion(base.health.emotion, head.health.emotion)
        case .relief: relief(base.health.relief, head.health.relief, .pain)
        case .operations: relief(base.health.operations, head.health.operations, .employeePain)
        case .customerOutcomes: outcomes(base.health.customerOutcomes, head.health.customerOutcomes)
        case .businessOutcomes: outcomes(base.health.businessOutcomes, head.health.businessOutcomes)
        case .backed, .fresh: claims(name, base.trust.evidence, head.trust.evidence)
        default: nil
        }
    }

    /// Of a part that was measured and is.
    func parts(of name: Contribution.Name, _ base: ExplainedScores, _ head: ExplainedScores) -> [ScoreMove.Part] {
        guard let makings = makings(of: name, base, head) else { return [] }
        return difference(makings.before, makings.now, times: makings.share) { makings.change($0) ?? makings.name($0) }
            + makings.besides
    }

    /// What made a part measurable, or took that away.
    func inputs(of name: Contribution.Name, _ base: ExplainedScores, _ head: ExplainedScores) -> [String] {
        guard let makings = makings(of: name, base, head) else { return [] }
        var keys: [String] = []
        for thing in makings.now + makings.before where !keys.contains(thing.key) { keys.append(thing.key) }
        // What is as before only counts with what is not.
        let changed = keys.compactMap(makings.change)
        return (changed.isEmpty ? keys.map(makings.name) : changed).reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }

    private func claims(_ name: Contribution.Name, _ base: Score, _ head: Score) -> Makings {
        func things(_ evidence: Score, isBase: Bool) -> [Thing] {
            let inputs = evidence.contributions.first { $0.name == name }?.inputs ?? []
            return inputs.map {
                Thing(key: key(of: $0.subject, isBase: isBase), weight: $0.weight, value: 100 * ($0.value ?? 0))
            }
        }
        return Makings(
            before: things(base, isBase: true), now: things(head, isBase: false),
            change: { sentences.claim($0, in: journey) }, name: title(of:))
    }

    /// A term a pain.
    func terms(_ base: [Progress.Step], _ head: [Progress.Step]) -> [ScoreMove.Term] {
        func keyed(_ steps: [Progress.Step], isBase: Bool) -> [(key: String, step: Progress.Step)] {
            steps.map { (key(of: .finding($0.finding), isBase: isBase), $0) }
        }
        let (before, now) = (keyed(base, isBase: true), keyed(head, isBase: false))
        let stages = (
            Dictionary(before.map { ($0.key, $0.step.stage) }, uniquingKeysWith: { first, _ in first }),
            Dictionary(now.map { ($0.key, $0.step.stage) }, uniquingKeysWith: { first, _ in first })
        )
        func things(_ steps: [(key: String, step: Progress.Step)]) -> [Thing] {
            steps.map { Thing(key: $0.key, weight: Double($0.step.severity), value: 100 * $0.step.stage.share) }
        }
        let severities = severities()
        return difference(things(before), things(now)) { $0 }.map { part in
            let (old, new) = (stages.0[part.name], stages.1[part.name])
            let way =
                old == new
                ? ""
                : ": \(old?.words ?? beginning(of: part.name, severities)) → \(new?.words ?? end(of: part.name, severities))"
            return ScoreMove.Term(
                name: "pain '\(Self.short(title(of: part.name)))'" + way, own: nil, points: part.points, parts: [])
        }
    }

    /// The pains by which progress is measured now, or was: those that move it by nothing are no terms.
    func reasons(_ base: [Progress.Step], _ head: [Progress.Step]) -> [String] {
        let ends = [(base, true), (head, false)].flatMap { steps, isBase in
            steps.map { (key: key(of: .finding($0.finding), isBase: isBase), stage: $0.stage, isBase) }
        }
        let severities = severities()
        return ends.map { key, stage, isBase in
            "pain '\(Self.short(title(of: key)))': "
                + (isBase
                    ? "\(stage.words) → \(end(of: key, severities))"
                    : "\(beginning(of: key, severities)) → \(stage.words)")
        }
    }

    /// How bad what both sides have of a journey is, by key.
    private struct Severities {
        let before: [String: Int?]
        let now: [String: Int?]

        /// How it moved; nothing for what is not there on both.
        func move(of key: String) -> String? {
            guard let before = before[key], let now = now[key] else { return nil }
            func text(_ severity: Int?) -> String { severity.map(String.init) ?? "none" }
            return before == now ? "" : " (severity \(text(before)) → \(text(now)))"
        }
    }

    private func severities() -> Severities {
        func severities(_ basis: PortfolioBasis, _ journey: Int, isBase: Bool) -> [String: Int?] {
            Dictionary(
                basis.findingsOfJourney[journey].map {
                    (key(of: .finding($0), isBase: isBase), basis.findings[$0].severity)
                }, uniquingKeysWith: { first, _ in first })
        }
        return Severities(
            before: severities(bases.base, pair.base, isBase: true),
            now: severities(bases.head, pair.head, isBase: false))
    }

    /// What a pain was that takes part in progress now and did not before.
    private func beginning(of key: String, _ severities: Severities) -> String {
        if let move = severities.move(of: key) { return "did not count" + move }
        return sides.hasCome(key, to: pair.head) ? "in another journey" : "new"
    }

    /// What a pain is that took part and does no longer.
    private func end(of key: String, _ severities: Severities) -> String {
        if let move = severities.move(of: key) { return "no longer counts" + move }
        return sides.move(of: key, ofBase: pair.base) != nil ? "in another journey" : "gone"
    }

    // MARK: Part by part

    private func emotion(_ base: Score, _ head: Score) -> Makings {
        func things(_ score: Score, isBase: Bool) -> [Thing] {
            (score.contributions.first { $0.name == .mean }?.inputs ?? []).map {
                // On the scale of the score: -2 is 0, +2 is 100.
                Thing(
                    key: key(of: $0.subject, isBase: isBase), weight: $0.weight, value: (($0.value ?? 0) + 2) / 4 * 100)
            }
        }
        let share = head.contributions.first { $0.name == .mean }?.weight ?? 0
        return Makings(
            before: things(base, isBase: true), now: things(head, isBase: false),
            change: { sentences.emotion($0, in: journey) }, name: { "'\(title(of: $0))'" }, share: share,
            besides: points(of: .worst, "the moment felt worst", base, head)
                + points(of: .end, "how it ends", base, head))
    }

    private func relief(_ base: Score, _ head: Score, _ kind: Finding.Kind) -> Makings {
        func things(_ basis: PortfolioBasis, _ journey: Int, isBase: Bool) -> [Thing] {
            basis.momentsOfJourney[journey].filter { basis.moments[$0].isAssessed }.map { moment in
                var left = 1.0
                for index in basis.moments[moment].findings where basis.findings[index].kind == kind {
                    let finding = basis.findings[index]
                    if finding.isOpen, let severity = finding.severity {
                        left *= Relief.left(bySeverity: severity, reach: finding.reach)
                    }
                }
                return Thing(key: key(of: .moment(moment), isBase: isBase), weight: 1, value: 100 * left)
            }
        }
        return Makings(
            before: things(bases.base, pair.base, isBase: true), now: things(bases.head, pair.head, isBase: false),
            change: { sentences.pain($0, kind, in: journey) }, name: { "'\(title(of: $0))'" }, share: 0.5,
            besides: points(of: .atWorst, "where it hurts most", base, head))
    }

    private func outcomes(_ base: Score, _ head: Score) -> Makings {
        func things(_ score: Score, isBase: Bool) -> [Thing] {
            score.contributions.compactMap { part in
                guard let value = part.value, let input = part.inputs.first else { return nil }
                return Thing(key: key(of: input.subject, isBase: isBase), weight: 1, value: value)
            }
        }
        return Makings(
            before: things(base, isBase: true), now: things(head, isBase: false), change: sentences.metric,
            name: { "metric '\($0)'" })
    }

    private func points(of name: Contribution.Name, _ words: String, _ base: Score, _ head: Score) -> [ScoreMove.Part] {
        func points(_ score: Score) -> Double { score.contributions.first { $0.name == name }?.points ?? 0 }
        let difference = points(head) - points(base)
        return difference.nineDecimals == 0 ? [] : [ScoreMove.Part(name: words, points: difference)]
    }

    private func difference(
        _ base: [Thing], _ head: [Thing], times share: Double = 1, name: (String) -> String
    ) -> [ScoreMove.Part] {
        // What moved with its stage has one name with all that came along.
        let points = WeightedDifference(base, head).points.reduce(into: [:] as [String: Double]) {
            $0[name($1.key), default: 0] += $1.points * share
        }
        return points.filter { $0.value.nineDecimals != 0 }.map { ScoreMove.Part(name: $0.key, points: $0.value) }
            .sorted { (abs($0.points), $1.name) > (abs($1.points), $0.name) }
    }

    // MARK: Names

    /// By the names of the head: an anchor, an id of a finding, an insight or a metric.
    private func key(of subject: ScoreInput.Subject, isBase: Bool) -> String {
        let basis = isBase ? bases.base : bases.head
        let names = CommonNames(sides: sides, isBase: isBase)
        func anchor(_ anchor: String, _ journey: Int) -> String {
            names.anchor(anchor, of: Target(kind: .journey, index: journey))
        }
        switch subject {
        case .journey(let index): return names.id(of: Target(kind: .journey, index: index))
        case .moment(let index), .emotion(let index, _):
            return anchor(basis.moments[index].anchor, basis.moments[index].journey)
        case .finding(let index):
            let finding = basis.findings[index]
            return finding.insight.map { names.id(of: Target(kind: .insight, index: $0)) }
                ?? anchor(finding.id, finding.journey)
        case .metric(let index): return names.id(of: Target(kind: .metric, index: index))
        case .opportunity(let index): return names.id(of: Target(kind: .opportunity, index: index))
        case .solution(let index): return names.id(of: Target(kind: .solution, index: index))
        }
    }

    /// What a moment or a claim is called on a page.
    private func title(of key: String) -> String {
        for (basis, journey) in [(bases.head, pair.head), (bases.base, pair.base)] {
            if let moment = basis.momentsOfJourney[journey].first(where: { basis.moments[$0].anchor == key }) {
                return basis.moments[moment].title
            }
            if let finding = basis.findingsOfJourney[journey].first(where: { basis.findings[$0].id == key }) {
                return basis.findings[finding].text.onOneLine
            }
        }
        return key
    }

    static func short(_ text: String) -> String {
        text.count <= 60 ? text : text.prefix(58).trimmingSuffix { $0 == " " } + "…"
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ isIdle: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, isIdle(last) { text.removeLast() }
        return text
    }
}

extension Progress.Stage {
    /// As prose has it.
    var words: String {
        switch self {
        case .untouched: "nothing is done"
        case .addressed: "addressed"
        case .underway: "under way"
        case .shipped: "shipped"
        case .improved: "improved"
        case .resolved: "resolved"
        }
    }
}
