/// Numbers as data files have them: digits and a point, whatever the country, and no idle zeros.
enum DecimalNumber {
    private static let billion: Int64 = 1_000_000_000

    /// Appends a number that is rounded to so many decimals, half away from zero.
    ///
    /// What lies half way is told from nine decimals, as scores are: 2.675 is a little less as a Double, and becomes 2.68.
    ///
    /// - Parameter places: from 0 to 9.
    static func append(_ value: Double, places: Int, to bytes: inout [UInt8]) {
        // From here on a Double has no nine decimals, and soon none at all.
        guard value.magnitude < 9e9 else { return appendExact(value, to: &bytes) }
        var unit: Int64 = 1
        for _ in 0..<(9 - places) { unit *= 10 }
        let billionths = Int64((value.magnitude * 1e9).rounded())
        let rounded = (billionths + unit / 2) / unit * unit
        if value < 0, rounded > 0 { bytes.append(UInt8(ascii: "-")) }
        append(Int(rounded / billion), to: &bytes)
        var rest = rounded % billion
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var digit = billion / 10
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / digit))
            rest %= digit
            digit /= 10
        }
    }

    /// Appends a number as it is: of all that are nearest to it the shortest.
    static func appendExact(_ value: Double, to bytes: inout [UInt8]) {
        if value.magnitude < 1e15, value == value.rounded() { return append(Int(value), to: &bytes) }
        bytes.append(contentsOf: value.description.utf8)
    }

    static func append(_ value: Int, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = value.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }
}
