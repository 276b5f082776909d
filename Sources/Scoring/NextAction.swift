import Journeys

/// A change that would raise a score of a journey, and by how much: found by scoring the journey again with that one thing mended.
///
/// The three with the greatest gain; never one that lowers another of health, trust and progress.
/// Of equal gains the first by score, then by action, then by subject.
///
/// Source: "Scores", section 10.
package struct NextAction: Hashable, Sendable {
    package enum Action: String, CaseIterable, Hashable, Sendable {
        /// Evidence of the day for the heaviest claim that has none.
        case backFinding = "back-finding"
        case nameOwner = "name-owner"
        /// For the heaviest pain without one.
        case openOpportunity = "open-opportunity"
        case resolvePain = "resolve-pain"
        case review
        case updateMetric = "update-metric"
    }

    package enum ScoreName: String, CaseIterable, Hashable, Sendable {
        case health, trust, progress
    }

    package let action: Action
    /// A finding, moment or metric by its id; the journey's own for what is done to the whole.
    package let subject: String
    /// What it leads to.
    package let target: Target
    /// The score that it raises most.
    package let score: ScoreName
    /// By how many points, above 0.
    package let gain: Double
}

/// Looks for the changes that would raise the scores of one journey.
struct NextActionSearch {
    private let basis: PortfolioBasis
    private let scores: JourneyScores
    private let progress: Progress
    private let claims: [Claim]
    private let stewardship: Stewardship

    init(for scores: JourneyScores, on grounds: ScoreGrounds) {
        basis = grounds.basis
        self.scores = scores
        progress = grounds.stages.progress(of: scores.journey)
        claims = basis.claims(of: scores.journey)
        stewardship = Stewardship(of: scores.journey, in: basis)
    }

    private var journey: Int { scores.journey }

    /// The best three, the best first.
    func best() -> [NextAction] {
        let all = stewardActions() + evidenceActions() + painActions()
        return Array(all.sorted(by: Self.isBefore).prefix(3))
    }

    private static func isBefore(_ left: NextAction, _ right: NextAction) -> Bool {
        if left.gain != right.gain { return left.gain > right.gain }
        if left.score != right.score { return left.score.rawValue < right.score.rawValue }
        if left.action != right.action { return left.action.rawValue < right.action.rawValue }
        return left.subject.utf8.lexicographicallyPrecedes(right.subject.utf8)
    }

    /// What is gained by a change; nothing where it raises no score, or lowers one.
    ///
    /// - Parameters: what it would make of scores; nothing for those that it leaves as they are.
    private func action(
        _ action: NextAction.Action, _ subject: String, _ target: Target, health: Double? = nil, trust: Double? = nil,
        progress: Double? = nil
    ) -> NextAction? {
        // A score that was not measured before has no gain.
        func gain(_ after: Double?, _ before: Double?) -> Double {
            guard let after, let before else { return 0 }
            return (after - before).nineDecimals
        }
        let gains: [(score: NextAction.ScoreName, gain: Double)] = [
            (.health, gain(health, scores.health.value)),
            (.progress, gain(progress, scores.progress.value)),
            (.trust, gain(trust, scores.trust.value)),
        ]
        guard gains.allSatisfy({ $0.gain >= 0 }), let best = gains.map(\.gain).max(), best > 0,
            let score = gains.first(where: { $0.gain == best })?.score
        else { return nil }
        return NextAction(action: action, subject: subject, target: target, score: score, gain: best)
    }

    // MARK: What an owner does

    private func stewardActions() -> [NextAction] {
        let own = Target(kind: .journey, index: journey)
        let id = basis.portfolio.journeys[journey].record.id
        func trust(_ stewardship: Stewardship, hasValue: Bool = false) -> Double? {
            let evidence =
                hasValue
                ? EvidenceTally(of: journey, claims: claims, in: basis, hasValue: true).figure
                : scores.trust.evidence.figure
            return Trust.figure(evidence: evidence, stewardship: stewardship.figure, in: basis).value
        }
        var actions: [NextAction?] = []
        if stewardship.owner < 1 {
            actions.append(action(.nameOwner, id, own, trust: trust(stewardship.namingOwner())))
        }
        if stewardship.reviewed < 1 {
            actions.append(action(.review, id, own, trust: trust(stewardship.reviewing())))
        }
        let stale = basis.metricsOfJourney[journey].filter { !basis.attainments[$0].isCurrent }
        for metric in stale where stewardship.currentMetric < 1 {
            actions.append(
                action(
                    .updateMetric, basis.portfolio.metrics[metric].record.id, Target(kind: .metric, index: metric),
                    trust: trust(stewardship.updatingMetric(), hasValue: basis.attainments[metric].latest == nil)))
        }
        return actions.compactMap { $0 }
    }

    // MARK: Evidence

    private func evidenceActions() -> [NextAction] {
        let unbacked = claims.filter { !$0.isBacked }
        guard let heaviest = unbacked.map(\.weight).max() else { return [] }
        guard let claim = first(of: unbacked.filter { $0.weight == heaviest }, by: { self.subject(of: $0).name })
        else { return [] }
        let subject = self.subject(of: claim)
        let evidence = EvidenceTally(of: journey, claims: claims, in: basis, mended: { isSame($0, claim) })
        let change = action(
            .backFinding, subject.name, subject.target,
            trust: Trust.figure(evidence: evidence.figure, stewardship: scores.trust.stewardship, in: basis).value)
        return change.map { [$0] } ?? []
    }

    /// Of equally heavy ones, the first by name, then by place.
    private func first<Element>(of elements: [Element], by name: (Element) -> String) -> Element? {
        elements.enumerated().min { left, right in
            let (one, other) = (name(left.element), name(right.element))
            return one == other ? left.offset < right.offset : one.utf8.lexicographicallyPrecedes(other.utf8)
        }?.element
    }

    /// Every occurrence of an insight rests on the same evidence.
    private func isSame(_ left: Claim, _ right: Claim) -> Bool {
        if left.subject == right.subject { return true }
        guard case .finding(let one) = left.subject, case .finding(let other) = right.subject else { return false }
        return basis.identity(of: one) == basis.identity(of: other)
    }

    private func subject(of claim: Claim) -> (name: String, target: Target) {
        switch claim.subject {
        case .finding(let finding): return subject(of: finding)
        case .emotion(let moment, _):
            let anchor = basis.moments[moment].anchor
            return (anchor, Target(kind: .journey, index: journey, anchor: anchor))
        default: return ("", Target(kind: .journey, index: journey))
        }
    }

    private func subject(of index: Int) -> (name: String, target: Target) {
        let finding = basis.findings[index]
        if let insight = finding.insight { return (finding.id, Target(kind: .insight, index: insight)) }
        return (finding.id, Target(kind: .journey, index: journey, anchor: finding.id))
    }

    // MARK: Pains

    private func painActions() -> [NextAction] {
        let untouched = progress.steps.filter { $0.stage == .untouched }
        let gravest = untouched.map(\.severity).max() ?? 0
        var actions: [NextAction?] = []
        if let finding = first(
            of: untouched.filter({ $0.severity == gravest }).map(\.finding), by: { basis.findings[$0].id })
        {
            let subject = self.subject(of: finding)
            actions.append(
                action(
                    .openOpportunity, subject.name, subject.target,
                    progress: progress.moving(basis.identity(of: finding), to: .addressed, in: basis).figure.value))
        }
        let open = basis.findingsOfJourney[journey].filter { index in
            let finding = basis.findings[index]
            return finding.isOpen && (finding.kind == .pain || finding.kind == .employeePain)
        }
        // A pain that nobody has assessed is the lightest.
        let heaviest = open.map { basis.findings[$0].severity ?? 0 }.max() ?? 0
        if let finding = first(
            of: open.filter({ (basis.findings[$0].severity ?? 0) == heaviest }), by: { basis.findings[$0].id })
        {
            let subject = self.subject(of: finding)
            let identity = basis.identity(of: finding)
            actions.append(
                action(
                    .resolvePain, subject.name, subject.target,
                    health: scores.health.value(resolving: identity, of: journey, in: basis),
                    progress: progress.moving(identity, to: .resolved, in: basis).figure.value))
        }
        return actions.compactMap { $0 }
    }
}
