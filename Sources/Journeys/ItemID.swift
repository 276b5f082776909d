#if canImport(Darwin)
import Foundation
#else
@_spi(_Unicode) import Swift
#endif

import Diagnostics
import Markup

/// The ids of content files: letters, marks and digits of any script, `-`, `_`, `.` and space, in NFC.
enum ItemID {
    /// The same text in Unicode's normalisation form C: file systems differ in how they spell `é`.
    static func normalised(_ text: String) -> String {
        if text.isASCII { return text }
        #if canImport(Darwin)
        return text.precomposedStringWithCanonicalMapping
        #else
        // Foundation has this too, and adds tens of megabytes and of milliseconds to a static binary for it.
        var scalars = String.UnicodeScalarView()
        for scalar in text._nfc { scalars.append(scalar) }
        return String(scalars)
        #endif
    }

    /// The first character that an id can't have.
    static func illegalCharacter(in id: String) -> Character? {
        if id.withBytes({ $0.allSatisfy(isPlain) }) { return nil }
        for character in id {
            for scalar in character.unicodeScalars where !isLegal(scalar) { return character }
        }
        return nil
    }

    /// Letters, digits and signs of ASCII that are legal, of which most ids are.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isWordByte || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: " ")
    }

    private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "_" || scalar == "." || scalar == " " || HeadingAnchors.isWord(scalar)
            // Joiners are part of words in several scripts.
            || scalar == "\u{200C}" || scalar == "\u{200D}"
    }

    /// The file's name without its folder and its last extension.
    static func stem(of path: String) -> String {
        let bytes = path.utf8
        let name = bytes[(bytes.lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:)) ?? bytes.startIndex)...]
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
            return String(Substring(name))
        }
        return String(Substring(name[..<dot]))
    }
}
