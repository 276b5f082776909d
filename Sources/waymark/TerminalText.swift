import Disk

/// How words are shown on standard output: coloured on a terminal, plain elsewhere; never so that content drives the terminal.
struct TerminalText: Sendable {
    enum Style: String, Sendable {
        case bold = "1"
        case dim = "2"
        case good = "32"
        case fair = "33"
        case poor = "31"
    }

    let isColoured: Bool

    static let plain = TerminalText(isColoured: false)

    init(isColoured: Bool) {
        self.isColoured = isColoured
    }

    init(environment: [String: String] = ProcessEnvironment.heeded) {
        isColoured =
            StandardOutput.isTerminal && environment["TERM"] != "dumb" && (environment["NO_COLOR"] ?? "").isEmpty
    }

    func callAsFunction(_ text: String, _ style: Style?) -> String {
        guard isColoured, let style, !text.isEmpty else { return text }
        return "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m"
    }

    /// Control characters, and those that turn or break lines, as �.
    static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(result)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
    }

    /// Columns on a terminal: two for the wide East Asian blocks and emoji, else one.
    static func width(of text: String) -> Int {
        text.reduce(0) { width, character in
            guard let scalar = character.unicodeScalars.first else { return width }
            switch scalar.value {
            case 0..<0x1100: return width + 1
            case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
                0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
                return width + 2
            default: return width + (scalar.properties.isEmojiPresentation ? 2 : 1)
            }
        }
    }
}

/// Figures as they are printed: halves away from zero, as on pages.
enum Figure {
    /// With so many decimals, always: columns of them line up.
    static func fixed(_ value: Double, _ places: Int = 1) -> String {
        guard value.isFinite, value.magnitude < 1e12 else { return "\(value)" }
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = Int(((value * 1e9).rounded() / 1e9 * scale).rounded(.toNearestOrAwayFromZero))
        let sign = scaled < 0 ? "-" : ""
        guard places > 0 else { return "\(scaled)" }
        let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
        let digits = String(rest)
        return "\(sign)\(whole)." + String(repeating: "0", count: places - digits.count) + digits
    }

    /// As a person would write it: no idle zeros behind the point.
    static func plain(_ value: Double, _ places: Int = 2) -> String {
        var text = fixed(value, places)
        guard text.contains("."), !text.contains("e") else { return text }
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text == "-0" ? "0" : text
    }

    static func signed(_ value: Double, _ places: Int = 1) -> String {
        let text = fixed(value, places)
        return value > 0 && text.contains { $0 != "0" && $0 != "." } ? "+" + text : text
    }

    static func percent(_ share: Double) -> String { fixed(share * 100, 0) + "%" }
}
