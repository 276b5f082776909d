import Diagnostics
import Journeys

/// What does not add up in a portfolio, and which of it is accepted.
package struct Contradictions: Sendable {
    /// By rule, then by what their subjects are called.
    package let all: [Contradiction]
    /// By waiver, in the order of the settings: what became of it.
    package let waivers: [WaiverState]
    /// By waiver that accepts nothing: what it was most likely meant for.
    private let nearest: [Int: String]

    package enum WaiverState: Hashable, Sendable {
        /// It accepts something that would otherwise be reported.
        case used
        /// Its last day has passed: it accepts nothing any more.
        case expired
        /// Nothing that it could accept is there.
        case idle
    }

    /// - Parameter texts: which texts are alike, where that is known already.
    package init(_ basis: PortfolioBasis, loop: ClosedLoop, texts: SimilarTexts? = nil) {
        var finding = ContradictionFinding(basis, loop: loop)
        finding.add(SharedWords.find(in: basis, among: texts))
        self.init(finding)
    }

    init(_ finding: ContradictionFinding) {
        let basis = finding.basis
        let (sorted, names) = Self.sorted(finding.found, in: basis)
        var all = sorted
        let waivers = basis.portfolio.settings.waivers
        var states = waivers.map { waiver in
            // The day of `until` itself is still waived.
            waiver.until.map { $0 < basis.asOf } ?? false ? WaiverState.expired : .idle
        }
        for (index, waiver) in waivers.enumerated() where states[index] != .expired {
            guard let rule = Contradiction.Rule(rawValue: waiver.rule) else { continue }
            for place in all.indices where all[place].rule == rule {
                guard all[place].subjects.contains(where: { $0.isCalled(waiver.subject, names) }) else { continue }
                states[index] = .used
                if all[place].waiver == nil { all[place].waiver = index }
            }
        }
        self.all = all
        self.waivers = states
        var nearest: [Int: String] = [:]
        for index in waivers.indices where states[index] == .idle {
            let found = all.filter { $0.rule.rawValue == waivers[index].rule }
            let candidates = Set(found.flatMap(\.subjects).compactMap { names[$0] })
            nearest[index] = NearestName.nearest(to: waivers[index].subject, among: candidates.sorted())
        }
        self.nearest = nearest
    }

    /// How many are not accepted.
    package var openCount: Int { all.reduce(0) { $0 + ($1.isWaived ? 0 : 1) } }

    /// Waivers whose time is over are errors, those that accept nothing warnings.
    ///
    /// - Parameter root: what stands before a path of the content folder in diagnostics.
    package func diagnostics(of settings: PortfolioSettings, root: String) -> [Diagnostic] {
        zip(settings.waivers, waivers).enumerated().compactMap { index, pair in
            let (waiver, state) = pair
            let location = Location(path: root + PortfolioSettings.path, range: waiver.range)
            switch state {
            case .used: return nil
            case .expired:
                let day = Location(path: location.path, range: waiver.untilRange ?? waiver.range)
                return Self.expired(waiver, at: day)
            case .idle: return Self.idle(waiver, at: location, near: nearest[index])
            }
        }
    }

    private static func expired(_ waiver: PortfolioSettings.Waiver, at location: Location) -> Diagnostic {
        Diagnostic(
            .expiredWaiver, at: location,
            "the waiver of '\(waiver.subject)' by rule '\(waiver.rule)' ended on \(waiver.until?.iso ?? "")",
            hint: "settle what it put off, and delete it; or say until when it holds")
    }

    private static func idle(
        _ waiver: PortfolioSettings.Waiver, at location: Location, near: String?
    ) -> Diagnostic {
        Diagnostic(
            .idleWaiver, at: location,
            "the waiver of '\(waiver.subject)' waives nothing: rule '\(waiver.rule)' finds nothing there",
            hint: near.map { "did you mean '\($0)'?" } ?? "delete it, if what it put off is settled")
    }

    /// By rule, then by the names of the subjects: each rule and subjects once.
    private static func sorted(
        _ found: [Contradiction], in basis: PortfolioBasis
    ) -> ([Contradiction], [Contradiction.Subject: String]) {
        var names: [Contradiction.Subject: String] = [:]
        for contradiction in found {
            for subject in contradiction.subjects where names[subject] == nil {
                names[subject] = subject.name(in: basis)
            }
        }
        // Names are compared once each: there may be very many pairs of the same few subjects.
        var ranks: [String: Int] = [:]
        for (rank, name) in Set(names.values).sorted().enumerated() { ranks[name] = rank }
        let rankOf = names.mapValues { ranks[$0] ?? 0 }
        let keyed = found.enumerated().map { offset, contradiction in
            (rule: contradiction.rule, ranks: contradiction.subjects.map { rankOf[$0] ?? 0 }, offset: offset)
        }
        var result: [Contradiction] = []
        result.reserveCapacity(found.count)
        let order = keyed.sorted { left, right in
            if left.rule != right.rule { return left.rule < right.rule }
            if left.ranks != right.ranks { return left.ranks.lexicographicallyPrecedes(right.ranks) }
            return left.offset < right.offset
        }
        // An insight that counts at several moments meets the same metric again.
        for entry in order
        where result.last?.subjects != found[entry.offset].subjects
            || result.last?.rule != entry.rule
        {
            result.append(found[entry.offset])
        }
        return (result, names)
    }
}

extension Contradiction.Subject {
    fileprivate func isCalled(_ name: String, _ names: [Contradiction.Subject: String]) -> Bool {
        // Touchpoints are one where they differ in case alone.
        if case .touchpoint(let own) = self { return own.lowercased() == name.lowercased() }
        return names[self] == name
    }
}
