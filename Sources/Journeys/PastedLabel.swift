import Diagnostics
import Markup

/// The label of a known lane at the start of a line, as texts that are pasted from elsewhere have it: behind a sign or a blank that
/// Markdown takes for none, without the space that makes it bold, or alone.
///
/// ```
/// line  = [ sign ] blanks [ marks ] name ( ":" [ marks ] | marks blanks ":" ) …
/// sign  = "-" | "–" | "•" | "[ ]" | …
/// marks = "*" … | "_" … | "\*" … | "`" | "<b>" …
/// ```
struct PastedLabel {
    enum Cause: Hashable {
        /// Nothing but the name and a colon, which may as well be words.
        case plain
        case marked
        /// `-**Doing:**`
        case unspacedHyphen
        /// A blank that does not break stands where Markdown wants a space.
        case hardBlank
        /// `**Doing:**rings` is not bold.
        case unspacedColon
        case sign(Unicode.Scalar)
    }

    let name: String
    let range: TextRange
    let cause: Cause
    /// Whether nothing follows.
    let isWholeLine: Bool

    /// A line that works.
    var hint: String {
        let line = "write '- **\(name):** …'"
        switch cause {
        case .plain, .marked: return line
        case .unspacedHyphen: return line + ", with a space behind '-'"
        case .hardBlank: return line + ", with a plain space before it"
        case .unspacedColon: return line + ", with a space behind the label"
        case .sign(let sign):
            // The signs of symbol fonts can't be shown.
            let isShown = sign.properties.generalCategory != .privateUse
            return line + ", with a hyphen in place of \(isShown ? "'\(sign)'" : "the sign")"
        }
    }

    /// Of the lines of a paragraph.
    static func labels(
        in paragraph: MarkdownNode, of source: SourceText, known: LaneLabels, isFirstLeftOut: Bool = false
    ) -> [PastedLabel] {
        guard let first = paragraph.firstChild?.start else { return [] }
        var labels: [PastedLabel] = []
        var line = first
        let end = paragraph.wholeRange.upperBound
        while line < end {
            if line > first || !isFirstLeftOut, let label = PastedLabel(at: line, in: source, known: known) {
                labels.append(label)
            }
            line = TextLines.next(after: line, in: source.bytes)
            while line < end, source.bytes[line] == 0x20 || source.bytes[line] == 0x09 { line += 1 }
        }
        return labels
    }

    init?(at start: Int, in source: SourceText, known: LaneLabels) {
        let bytes = source.bytes[start...].prefix(Self.longest)
        // Most lines have no colon where a label could end.
        let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        guard line.contains(where: { [UInt8(ascii: ":"), UInt8(ascii: ";"), 0xEF].contains($0) }) else { return nil }
        let text = String(decoding: line, as: UTF8.self).unicodeScalars
        var rest = text[...]

        let sign = rest.first.flatMap { Self.isSign($0, before: rest.dropFirst().first) ? $0 : nil }
        if sign != nil { rest = rest.dropFirst().drop(while: Self.isPartOfSign) }
        let blanks = rest.prefix(while: Self.isBlank)
        rest = rest.dropFirst(blanks.count)
        let hasBox = Self.drop(["[ ] ", "[x] ", "[X] "], from: &rest)
        let marks = rest.prefix(while: Self.isMark)
        rest = rest.dropFirst(marks.count)
        let isTagged = Self.drop(["<b>", "<strong>"], from: &rest)
        var name = rest.prefix { !Self.isMark($0) && !Self.isColon($0) && $0 != "<" }
        rest = rest[name.endIndex...]
        name = name.drop(while: Self.isBlank)
        while let last = name.last, Self.isBlank(last) { name.removeLast() }
        Self.drop(["</b>", "</strong>"], from: &rest)
        if let colon = rest.first, Self.isColon(colon) {
            rest = rest.dropFirst().drop(while: Self.isMark)
            Self.drop(["</b>", "</strong>"], from: &rest)
        } else {
            rest = rest.drop(while: Self.isMark).drop(while: Self.isBlank)
            guard let colon = rest.first, Self.isColon(colon) else { return nil }
            rest = rest.dropFirst()
        }
        guard known.lane(labelled: String(name)) != nil else { return nil }

        self.name = String(name)
        let offset = String(text[..<name.startIndex]).utf8.count
        range = (start + offset)..<(start + offset + String(name).utf8.count)
        isWholeLine = rest.allSatisfy(Self.isBlank)
        let isHard = blanks.contains { $0 != " " && $0 != "\t" }
        switch sign {
        case "-" where isHard, nil where isHard: cause = .hardBlank
        case "-" where blanks.isEmpty: cause = .unspacedHyphen
        case .some(let sign) where sign != "-": cause = .sign(sign)
        default:
            let isUnspaced = !isWholeLine && rest.first.map(Self.isBlank) == false
            let isPlain = marks.isEmpty && sign == nil && !isTagged && !hasBox
            cause = isPlain ? .plain : isUnspaced ? .unspacedColon : .marked
        }
    }

    /// Bytes in which a sign and the longest label that anybody will define have room.
    private static let longest = 160

    /// Hyphens, dashes and the bullets of word processors; letters and stars stand for bullets only with a blank behind them.
    static func isSign(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "-", "\u{2010}"..."\u{2015}", "\u{2212}", "•", "·", "‣", "⁃", "◦", "▪", "▫", "●", "○", "■", "□", "➢", "➤",
            "✓",
            "\u{F0A7}", "\u{F0B7}", "\u{F0D8}", "\u{F0FC}":
            true
        case "*", "+", "o", "§": next.map(isBlank) ?? false
        // Pictures before a label.
        default:
            scalar.value > 0x2100 && scalar.properties.isEmoji && next.map { isBlank($0) || isPartOfSign($0) } ?? false
        }
    }

    /// Of the signs those that stand before words as well, in titles as in entries: 😡, ✓, §. Alone they make no list.
    static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "▪", "▫": false
        case "✓", "§": true
        default: scalar.value > 0x2100 && scalar.properties.isEmoji
        }
    }

    /// What makes one picture of several signs.
    private static func isPartOfSign(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x2100 && scalar.properties.isEmoji || scalar == "\u{FE0F}" || scalar == "\u{200D}"
    }

    /// Takes one of some texts off the start.
    @discardableResult private static func drop(_ texts: [String], from rest: inout Substring.UnicodeScalarView) -> Bool
    {
        guard let text = texts.first(where: { rest.starts(with: $0.unicodeScalars) }) else { return false }
        rest = rest.dropFirst(text.unicodeScalars.count)
        return true
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t": true
        default: PlainSigns.isBlank(scalar) || PlainSigns.isInvisible(scalar)
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { ["*", "_", "\\", "`"].contains(scalar) }
    private static func isColon(_ scalar: Unicode.Scalar) -> Bool { [":", ";", "\u{FF1A}"].contains(scalar) }
}
