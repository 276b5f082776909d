import Diagnostics
import Templates

/// Numbers as data files have them: digits and a point, whatever the country, and no idle zeros.
enum DecimalNumber {
    private static let billion: Int64 = 1_000_000_000

    /// Writes a number that is rounded to so many decimals, half away from zero.
    ///
    /// What lies half way is told from nine decimals, as scores are: 2.675 is a little less as a Double, and becomes 2.68.
    ///
    /// - Parameter places: from 0 to 9.
    static func write(_ value: Double, places: Int, to page: inout PageBuffer) {
        // From here on a Double has no nine decimals, and soon none at all.
        guard value.magnitude < 9e9 else { return writeExact(value, to: &page) }
        // Weights and counts are whole, and many scores.
        let whole = Int(value)
        if Double(whole) == value { return write(whole, to: &page) }
        // So that a number divides by one that the compiler knows.
        switch places {
        case 2: write(value, places: 2, unit: 10_000_000, to: &page)
        case 4: write(value, places: 4, unit: 100_000, to: &page)
        default:
            var unit: Int64 = 1
            for _ in 0..<(9 - places) { unit *= 10 }
            write(value, places: places, unit: unit, to: &page)
        }
    }

    /// - Parameter unit: of the last decimal, in billionths.
    @inline(__always)
    private static func write(_ value: Double, places: Int, unit: Int64, to page: inout PageBuffer) {
        let rounded = (nearest(value.magnitude * 1e9) + unit / 2) / unit
        if value < 0, rounded > 0 { page.write(UInt8(ascii: "-")) }
        let whole = billion / unit
        write(Int(rounded / whole), to: &page)
        var rest = UInt32(truncatingIfNeeded: rounded % whole)
        guard rest > 0 else { return }
        let room = page.room(for: places + 1)
        room[0] = UInt8(ascii: ".")
        // From behind, and as many as there are before the zeros.
        var digits = 0
        for place in (1...places).reversed() {
            let tens = rest / 10
            let digit = rest &- tens &* 10
            room[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
            if digit > 0, digits == 0 { digits = place }
            rest = tens
        }
        page.advance(by: digits + 1)
    }

    /// A positive number rounded half up, as `rounded()` does it by a call.
    static func nearest(_ value: Double) -> Int64 {
        let whole = Int64(value)
        return value - Double(whole) >= 0.5 ? whole + 1 : whole
    }

    /// Writes a number as it is: of all that are nearest to it the shortest.
    static func writeExact(_ value: Double, to page: inout PageBuffer) {
        if value.magnitude < 1e15, value == value.rounded() { return write(Int(value), to: &page) }
        value.description.withBytes { page.write($0) }
    }

    /// Writes a number below 1000, and says how many digits it has.
    @inline(__always)
    static func write(small value: UInt32, at room: UnsafeMutablePointer<UInt8>) -> Int {
        func digit(_ value: UInt32) -> UInt8 { UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value) }
        if value < 10 {
            room[0] = digit(value)
            return 1
        }
        let tens = value / 10
        if value < 100 {
            room[0] = digit(tens)
            room[1] = digit(value &- tens &* 10)
            return 2
        }
        let hundreds = value / 100
        room[0] = digit(hundreds)
        room[1] = digit(tens &- hundreds &* 10)
        room[2] = digit(value &- tens &* 10)
        return 3
    }

    static func write(_ value: Int, to page: inout PageBuffer) {
        // Most are small.
        if value >= 0, value < 1000 {
            let room = page.room(for: 3)
            return page.advance(by: write(small: UInt32(truncatingIfNeeded: value), at: room))
        }
        if value < 0 { page.write(UInt8(ascii: "-")) }
        var digits = 1
        var bound: UInt = 10
        while digits < 20, value.magnitude >= bound {
            digits += 1
            bound = digits < 20 ? bound * 10 : bound
        }
        let start = page.room(for: digits)
        var rest = value.magnitude
        for place in (0..<digits).reversed() {
            start[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        page.advance(by: digits)
    }
}
