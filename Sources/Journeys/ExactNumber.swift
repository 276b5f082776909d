/// Numbers as authors write them: digits with a point, no exponents, no names.
package enum ExactNumber {
    /// Reads `12`, `-0.5`, `+3` and `−2` (U+2212); nothing else.
    package static func read(_ text: some StringProtocol) -> Double? {
        var digits = String(text).replacing("\u{2212}", with: "-")
        if digits.hasPrefix("+") { digits.removeFirst() }
        let body = digits.hasPrefix("-") ? digits.dropFirst() : digits[...]
        let parts = body.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        guard let number = Double(digits), number.isFinite else { return nil }
        return number == 0 ? 0 : number
    }
}
