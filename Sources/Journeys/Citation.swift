/// One place that names an item: the other end of a reference.
package struct Citation: Hashable, Sendable {
    package enum Role: Hashable, Sendable, Comparable {
        /// A finding, feeling, quote or insight rests on it; or an Evidence lane lists it.
        case evidence
        /// An Insights, Opportunities, Solutions or Metrics lane shows it, or a journey's front matter does.
        case shows
        /// An opportunity addresses it.
        case addresses
        /// A solution is one for it.
        case solves
        /// A persona travels it, or a finding is of that persona.
        case persona
        /// A goal that is contributed to, or is wider.
        case goal
        /// A metric that a solution should move, an opportunity is about or a goal is measured by.
        case metric
        /// A future journey starts from it.
        case baseline
        /// A link in prose.
        case mention
    }

    package let role: Role
    /// Who names it; with the moment or finding where it is named, if it is a journey.
    package let from: Target
    /// What is named, with its anchor.
    package let to: Target

    package init(role: Role, from: Target, to: Target) {
        self.role = role
        self.from = from
        self.to = to
    }
}
