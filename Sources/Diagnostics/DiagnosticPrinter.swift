/// Prints diagnostics for people: place, message, the source line with a caret, notes and a hint.
///
/// ```
/// content/journeys/first-order.md:7:20: error: stage 'discvery' is not a stage of 'onboarding' [link/unknown-stage]
///   7 | parent: onboarding#discvery
///     |                    ^~~~~~~~
/// ```
package struct DiagnosticPrinter {
    package enum Style: Sendable {
        case plain, coloured
    }

    private let style: Style
    private let lines: (String) -> SourceLines?

    /// - Parameter lines: the lines of the file at a path, as they were read; nothing for a file that could not be.
    package init(style: Style, lines: @escaping (String) -> SourceLines?) {
        self.style = style
        self.lines = lines
    }

    package func text(of diagnostic: Diagnostic) -> String {
        let severity = diagnostic.severity.rawValue
        var text = paint(place(of: diagnostic.location), .bold)
        text += ": " + paint("\(severity): ", diagnostic.severity == .error ? .red : .yellow)
        text += paint(diagnostic.message, .bold) + " [\(diagnostic.code.rawValue)]\n"
        text += excerpt(at: diagnostic.location)
        for note in diagnostic.notes {
            text += "  \(place(of: note.location)): \(paint("note:", .cyan)) \(Self.printable(note.message))\n"
        }
        if let hint = diagnostic.hint {
            text += "  \(paint("hint:", .green)) \(Self.printable(hint))\n"
        }
        return text
    }

    private func place(of location: Location) -> String {
        let path = Self.printable(location.path)
        guard let lines = lines(location.path) else { return path }
        let position = lines.position(of: location.range.lowerBound)
        return "\(path):\(position.line):\(position.column)"
    }

    /// The first line of the range with a caret under its start; of a long line the part around it.
    private func excerpt(at location: Location) -> String {
        guard let lines = lines(location.path) else { return "" }
        let excerpt = lines.excerpt(of: location.range)
        let shown =
            (excerpt.isCutBefore ? "…" : "") + excerpt.before + excerpt.marked + excerpt.after
            + (excerpt.isCutAfter ? "…" : "")
        let indent = (excerpt.isCutBefore ? " " : "") + excerpt.before.map(Self.blank).joined()
        let width = max(1, excerpt.marked.reduce(0) { $0 + Self.width(of: $1) })
        let number = String(lines.position(of: location.range.lowerBound).line)
        let gutter = String(repeating: " ", count: number.count)
        let mark = paint("^" + String(repeating: "~", count: width - 1), .green)
        return "  \(number) | \(Self.printable(shown))\n  \(gutter) | \(indent)\(mark)\n"
    }

    /// White space as wide as the character, so that the caret stands under its start.
    private static func blank(for character: Character) -> String {
        character == "\t" ? "\t" : String(repeating: " ", count: width(of: character))
    }

    /// Columns on a terminal: two for the wide East Asian blocks and emoji, none for what is invisible, else one.
    private static func width(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x09: return 8
        case 0x20..<0x7F, 0..<0x20, 0x7F..<0xA0: return hasEmojiStyle(character) ? 2 : 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default: break
        }
        let properties = scalar.properties
        if properties.isEmojiPresentation || hasEmojiStyle(character) { return 2 }
        if properties.generalCategory == .nonspacingMark || properties.generalCategory == .enclosingMark { return 0 }
        return isControl(scalar) || !properties.isDefaultIgnorableCodePoint ? 1 : 0
    }

    /// U+FE0F asks for a sign to be drawn as an emoji.
    private static func hasEmojiStyle(_ character: Character) -> Bool {
        character.unicodeScalars.dropFirst().first == "\u{FE0F}"
    }

    /// A hostile file can't drive the terminal: control characters, and those that turn or break lines, are shown as �.
    private static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(result)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && scalar != "\t") || (0x7F..<0xA0).contains(scalar.value)
            || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    private enum Paint: String {
        case bold = "1"
        case red = "1;31"
        case yellow = "1;33"
        case green = "32"
        case cyan = "36"
    }

    private func paint(_ text: String, _ paint: Paint) -> String {
        let text = Self.printable(text)
        return style == .coloured ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
    }
}
