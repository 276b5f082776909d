import CMark

/// The anchors that headings have: their own, and those that code hosts make for them.
package enum HeadingAnchors {
    package struct Names: Sendable {
        /// What the page uses: the explicit id, or one made from the words.
        package let anchor: String
        package let isExplicit: Bool
        /// What a code host makes of the heading as it is written, attributes included.
        package let onCodeHosts: String
    }

    /// Names all headings of a document, given in its order: explicit ids first, generated ones yield.
    static func names(of headings: [OpaquePointer], in document: MarkdownDocument) -> [Names] {
        var generated = Numbering(taken: document.allIDs)
        var hosted = Numbering(taken: Set(minimumCapacity: headings.count))
        return headings.map { heading in
            let words = MarkdownNode(node: heading, document: document).plainText
            let slug = slug(of: words)
            guard let attributes = document.attributes(of: heading) else {
                let onHost = hosted.next(slug)
                let anchor = generated.next(slug.isEmpty ? "section" : slug)
                return Names(anchor: anchor, isExplicit: false, onCodeHosts: onHost)
            }
            let written = words + " " + String(decoding: document.source.bytes[attributes.range], as: UTF8.self)
            let onHost = hosted.next(self.slug(of: written))
            guard let id = attributes.ids.first else {
                let anchor = generated.next(slug.isEmpty ? "section" : slug)
                return Names(anchor: anchor, isExplicit: false, onCodeHosts: onHost)
            }
            return Names(anchor: id.text, isExplicit: true, onCodeHosts: onHost)
        }
    }

    /// Words in lower case: letters, marks, digits, `_`, `-` and spaces kept, spaces to hyphens.
    package static func slug(of words: String) -> String {
        if let slug = words.withBytes(asciiSlug) { return slug }
        var slug = String.UnicodeScalarView()
        for scalar in words.lowercased().unicodeScalars {
            if scalar == " " {
                slug.append("-")
            } else if scalar == "-" || scalar == "_" || isWord(scalar) {
                slug.append(scalar)
            }
        }
        return String(slug)
    }

    /// The same on bytes, for words of ASCII alone, which most are.
    private static func asciiSlug(of words: UnsafeBufferPointer<UInt8>) -> String? {
        guard words.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(unsafeUninitializedCapacity: words.count) { slug in
            var count = 0
            func put(_ byte: UInt8) {
                slug[count] = byte
                count += 1
            }
            for byte in words {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                    UInt8(ascii: "_"):
                    put(byte)
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): put(byte | 0x20)
                case UInt8(ascii: " "): put(UInt8(ascii: "-"))
                default: break
                }
            }
            return count
        }
    }

    package static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value | 0x20)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber:
            return true
        default: return false
        }
    }

    /// Hands out names, with `-1`, `-2` … where they are taken.
    package struct Numbering {
        private var taken: Set<String>
        private var counts: [String: Int] = [:]

        package init(taken: Set<String>) {
            self.taken = taken
        }

        package mutating func next(_ name: String) -> String {
            var result = name
            while !taken.insert(result).inserted {
                counts[name, default: 0] += 1
                result = "\(name)-\(counts[name, default: 0])"
            }
            return result
        }
    }
}
