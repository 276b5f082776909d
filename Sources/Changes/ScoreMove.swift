/// A score that is otherwise than before, and what moved it.
package struct ScoreMove: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case health, trust, progress, maturity
        /// Of all that stands below a journey.
        case rolled
    }

    /// A part of the score that moved.
    package struct Term: Hashable, Sendable {
        /// `relief`, `customer outcomes`.
        package let name: String
        /// By how much the part itself moved; nothing where it was not measured, or is not.
        package let own: Double?
        /// What that is of the score: the points of all terms add up to the difference.
        package let points: Double
        /// The moments, metrics or claims that it comes from, the heaviest first: with their points of the score.
        package let parts: [Part]
        /// Of a part that was not measured before or is not now: what made it so.
        package let inputs: [String]

        init(name: String, own: Double?, points: Double, parts: [Part], inputs: [String] = []) {
            self.name = name
            self.own = own
            self.points = points
            self.parts = parts
            self.inputs = inputs
        }
    }

    package struct Part: Hashable, Sendable {
        package let name: String
        package let points: Double
    }

    package let kind: Kind
    /// The journey's id; nothing for the portfolio.
    package let journey: String?
    package let title: String
    /// From 0 to 100, of maturity from 1 to 5; nothing: not measured.
    package let from: Double?
    package let to: Double?
    /// Add up to the difference, where the score was measured and is.
    package let terms: [Term]
    /// Gates of maturity that were passed or are no longer; the pains of a progress of nought that is measured now, or was.
    package let reasons: [String]

    /// Of a score that was measured and is.
    package var difference: Double? {
        guard let from, let to else { return nil }
        return to - from
    }
}
