extension Double {
    /// Rounded to nine decimals, as figures are before they are compared, ranked or held against a threshold: what differs
    /// by less differs by the order of additions alone.
    package var nineDecimals: Double {
        // From here on a Double has no ninth decimal to round.
        guard magnitude < 8_388_608 else { return self }
        return (self * 1e9).nearest / 1e9
    }

    /// Rounded to the two decimals that data files have, half away from zero: of a score that is recorded.
    package var twoDecimals: Double {
        guard magnitude < 8_388_608 else { return self }
        return ((self * 1e9).nearest / 1e7).nearest / 100
    }

    /// Rounded half away from zero, which is never -0: as `rounded()` does it by a call, for what an `Int64` can hold.
    private var nearest: Double {
        let whole = Double(Int64(self))
        let rest = self - whole
        return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
    }
}
