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
}
