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

    /// A text with the signs that were meant, and without those that nobody sees.
    package static func folded(_ text: String) -> String {
        if text.isASCII { return text }
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isInvisible(scalar) { folded.append(plain(scalar)) }
        return String(folded)
    }
}
