/// Numbers as authors write them: digits with a point, no exponents, no names.
package enum ExactNumber {
    /// Reads `12`, `-0.5`, `+3` and `−2` (U+2212); nothing else.
    package static func read(_ text: some StringProtocol) -> Double? {
        // On bytes: every severity, feeling and value of a series passes through here.
        var digits = Substring(text).utf8
        var isNegative = false
        if digits.starts(with: "\u{2212}".utf8) {
            digits = digits.dropFirst("\u{2212}".utf8.count)
            isNegative = true
        } else if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            digits = digits.dropFirst()
            isNegative = sign == UInt8(ascii: "-")
        }
        let point = UInt8(ascii: ".")
        guard let first = digits.first, first != point, digits.last != point,
            digits.allSatisfy({ $0 == point || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            digits.count(where: { $0 == point }) <= 1, let size = Double(Substring(digits)), size.isFinite
        else { return nil }
        let number = isNegative ? -size : size
        return number == 0 ? 0 : number
    }
}
