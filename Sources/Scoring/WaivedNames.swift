import Journeys

/// What is accepted on the day, by rule.
struct WaivedNames {
    private let names: [String: Set<String>]

    init(_ basis: PortfolioBasis) {
        var names: [String: Set<String>] = [:]
        // The day of `until` itself is still waived.
        for waiver in basis.portfolio.settings.waivers where waiver.until.map({ $0 >= basis.asOf }) ?? true {
            names[waiver.rule, default: []].insert(waiver.subject)
        }
        self.names = names
    }

    /// - Parameter name: of a subject that is no touchpoint; asked only where the rule has waivers.
    func has(_ rule: Contradiction.Rule, _ name: @autoclosure () -> String) -> Bool {
        names[rule.rawValue]?.contains(name()) ?? false
    }
}
