import Diagnostics

/// Signs that look like those of ASCII, or like nothing, and are others: keyboards of other scripts and word processors leave them.
package enum PlainSigns {
    /// Whether a sign takes no room: marks for the direction of writing, zero-width spaces, soft hyphens, byte order marks.
    package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// Whether a sign is a blank, but not the one that Markdown and YAML want.
    package static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// The sign of ASCII that was meant: of a full-width form or a digit of another script; itself otherwise.
    package static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0..<0x80: return scalar
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x66B: return "."
        default: break
        }
        if isBlank(scalar) { return " " }
        guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue,
            let digit = Unicode.Scalar(0x30 + Int(value))
        else { return scalar }
        return digit
    }

    /// A name with plain spaces alone, and without those at its ends: pasted ones look the same, and would be other names.
    package static func spaced(_ name: String) -> String {
        if name.isASCII { return name }
        var spaced = String.UnicodeScalarView()
        for scalar in name.unicodeScalars where ![0xAD, 0x200B, 0x2060, 0xFEFF].contains(scalar.value) {
            let plain = isBlank(scalar) ? " " : scalar
            if plain != " " || spaced.last.map({ $0 != " " }) ?? false { spaced.append(plain) }
        }
        while spaced.last == " " { spaced.removeLast() }
        return String(spaced)
    }

    /// A text with the signs that were meant, and without those that nobody sees.
    package static func folded(_ text: String) -> String {
        if text.isASCII { return text }
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isInvisible(scalar) { folded.append(plain(scalar)) }
        return String(folded)
    }
}
