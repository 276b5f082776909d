/// A colour as `#rrggbb`, and how well it can be read on another.
///
/// Luminance and contrast after WCAG 2.2, "relative luminance" and "contrast ratio".
struct Accent: Hashable, Sendable {
    let red: Int
    let green: Int
    let blue: Int

    init(red: Int, green: Int, blue: Int) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    init?(_ text: String) {
        guard text.utf8.count == 7, text.hasPrefix("#"), let value = Int(text.dropFirst(), radix: 16), value >= 0 else {
            return nil
        }
        self.init(red: value >> 16, green: value >> 8 & 0xFF, blue: value & 0xFF)
    }

    var text: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    var luminance: Double {
        let linear = [red, green, blue].map { part -> Double in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : Self.power(share + 0.055, over: 1.055)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// From 1 to 21.
    func contrast(to other: Accent) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// This colour, darker or lighter by as little as makes it legible on a background.
    func legible(on background: Accent, contrast wanted: Double = 5.2) -> Accent {
        let goal =
            background.luminance > 0.2 ? Accent(red: 0, green: 0, blue: 0) : Accent(red: 255, green: 255, blue: 255)
        for step in 0...50 {
            let mixed = mixed(with: goal, share: Double(step) / 50)
            if mixed.contrast(to: background) >= wanted { return mixed }
        }
        return goal
    }

    func mixed(with other: Accent, share: Double) -> Accent {
        func part(_ one: Int, _ two: Int) -> Int { Int((Double(one) + (Double(two) - Double(one)) * share).rounded()) }
        return Accent(red: part(red, other.red), green: part(green, other.green), blue: part(blue, other.blue))
    }

    /// (value / scale)^2.4, the exponent of sRGB's curve, by x^2 · x^(2/5): the fifth root by Newton's method, so that no C
    /// library's rounding shows in the colours.
    private static func power(_ value: Double, over scale: Double) -> Double {
        let base = value / scale
        let square = base * base
        var root = 1.0
        for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
        return square * root
    }
}
