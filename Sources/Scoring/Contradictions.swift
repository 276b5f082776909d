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
        let rules = Set(waivers.compactMap { Contradiction.Rule(rawValue: $0.rule) })
        let subjects = Dictionary(uniqueKeysWithValues: rules.map { ($0, Subjects(of: $0, all, names)) })
        var nearest: [Int: String] = [:]
        for (index, waiver) in waivers.enumerated() where states[index] != .expired {
            guard let subjects = Contradiction.Rule(rawValue: waiver.rule).flatMap({ subjects[$0] }) else { continue }
            let places = subjects.places(of: waiver.subject)
            for place in places where all[place].waiver == nil { all[place].waiver = index }
            if !places.isEmpty {
                states[index] = .used
            } else {
                nearest[index] = NearestName.nearest(to: waiver.subject, among: [subjects.names])
            }
        }
        self.all = all
        self.waivers = states
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

    /// What subjects are called.
    fileprivate struct Names {
        private var places: [Contradiction.Subject: Int] = [:]
        private var list: [String] = []

        /// The place of a subject among all: it takes long to look up, and is for each contradiction done once.
        mutating func place(of subject: Contradiction.Subject, in basis: PortfolioBasis) -> Int {
            if let place = places[subject] { return place }
            places[subject] = list.count
            list.append(subject.name(in: basis))
            return list.count - 1
        }

        subscript(subject: Contradiction.Subject) -> String? { places[subject].map { list[$0] } }

        /// By place: where the name stands among all, which are compared once each. There may be very many pairs of the same few.
        var ranks: [Int] {
            var ranks = [Int](repeating: 0, count: list.count)
            var (rank, last) = (-1, nil as Int?)
            for place in list.indices.sorted(by: { list[$0] < list[$1] }) {
                if last.map({ list[$0] != list[place] }) ?? true { rank += 1 }
                ranks[place] = rank
                last = place
            }
            return ranks
        }
    }

    /// By rule, then by the names of the subjects: each rule and subjects once.
    private static func sorted(_ found: [Contradiction], in basis: PortfolioBasis) -> ([Contradiction], Names) {
        var names = Names()
        // One behind the other's: lists of their own would lie all over the memory.
        var places: [Int] = []
        var ends: [Int] = []
        for contradiction in found {
            for subject in contradiction.subjects { places.append(names.place(of: subject, in: basis)) }
            ends.append(places.count)
        }
        let rank = names.ranks
        let ranks = places.map { rank[$0] }
        // Rules are in the order of their letters.
        let letters = found.map { $0.rule.rawValue.utf8.first ?? 0 }
        func own(_ index: Int) -> ArraySlice<Int> { ranks[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }
        var result: [Contradiction] = []
        result.reserveCapacity(found.count)
        let sorted = found.indices.sorted { left, right in
            if letters[left] != letters[right] { return letters[left] < letters[right] }
            let (one, other) = (own(left), own(right))
            return one == other ? left < right : one.lexicographicallyPrecedes(other)
        }
        // An insight that counts at several moments meets the same metric again.
        for index in sorted
        where result.last?.subjects != found[index].subjects || result.last?.rule != found[index].rule {
            result.append(found[index])
        }
        return (result, names)
    }
}

/// The contradictions of one rule, by what their subjects are called.
private struct Subjects {
    /// All that subjects are called.
    let names: CandidateNames
    private var byName: [String: [Int]] = [:]
    /// Touchpoints are one where they differ in case alone.
    private var byTouchpoint: [String: [Int]] = [:]

    init(of rule: Contradiction.Rule, _ all: [Contradiction], _ called: Contradictions.Names) {
        var names: Set<String> = []
        for place in all.indices where all[place].rule == rule {
            for subject in all[place].subjects {
                guard let name = called[subject] else { continue }
                names.insert(name)
                if case .touchpoint = subject {
                    byTouchpoint[name.lowercased(), default: []].append(place)
                } else {
                    byName[name, default: []].append(place)
                }
            }
        }
        self.names = CandidateNames(names)
    }

    /// Where they stand among all, if a subject has a name.
    func places(of name: String) -> [Int] { (byName[name] ?? []) + (byTouchpoint[name.lowercased()] ?? []) }
}
