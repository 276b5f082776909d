extension Double {
    /// Rounded to nine decimals, as figures are before they are compared, ranked or held against a threshold: what differs
    /// by less differs by the order of additions alone.
    package var nineDecimals: Double {
        // From here on a Double has no ninth decimal to round.
        guard magnitude < 8_388_608 else { return self }
        // Adding zero turns -0 into 0.
        return (self * 1e9).rounded() / 1e9 + 0
    }

    /// Rounded to the two decimals that data files have, half away from zero: of a score that is recorded.
    package var twoDecimals: Double {
        guard magnitude < 8_388_608 else { return self }
        return ((self * 1e9).rounded() / 1e7).rounded() / 100 + 0
    }

    /// As a person would write it, with two decimals at most: `58`, `-0.5`, `1.25`.
    var plain: String {
        guard magnitude < 1e15 else { return "\(self)" }
        let cents = Int((nineDecimals * 100).nineDecimals.rounded())
        let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = cents < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
