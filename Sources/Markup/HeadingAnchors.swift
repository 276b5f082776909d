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

    /// Names all headings of a document: explicit ids first, generated ones yield.
    static func names(in document: MarkdownDocument) -> [OpaquePointer: Names] {
        var headings: [OpaquePointer] = []
        var taken: Set<String> = []
        MarkdownNode(node: document.root, document: document).forEachDescendant { node in
            if cmark_node_get_type(node) == CMARK_NODE_HEADING { headings.append(node) }
        }
        for list in document.attributes.values { taken.formUnion(list.ids.map(\.text)) }

        var names: [OpaquePointer: Names] = [:]
        var generated = Numbering(taken: taken)
        var hosted = Numbering(taken: [])
        for heading in headings {
            let node = MarkdownNode(node: heading, document: document)
            let words = node.plainText
            let attributes = document.attributes[heading]
            let written = attributes.map {
                words + " " + String(decoding: document.source.bytes[$0.range], as: UTF8.self)
            }
            let slug = slug(of: words)
            let onHost = hosted.next(written.map(self.slug) ?? slug)
            if let id = attributes?.ids.first {
                names[heading] = Names(anchor: id.text, isExplicit: true, onCodeHosts: onHost)
            } else {
                let anchor = generated.next(slug.isEmpty ? "section" : slug)
                names[heading] = Names(anchor: anchor, isExplicit: false, onCodeHosts: onHost)
            }
        }
        return names
    }

    /// Words in lower case: letters, marks, digits, `_`, `-` and spaces kept, spaces to hyphens.
    package static func slug(of words: String) -> String {
        if words.utf8.allSatisfy({ $0 < 0x80 }) { return asciiSlug(of: words) }
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

    /// The same on bytes, for most words.
    private static func asciiSlug(of words: String) -> String {
        var slug: [UInt8] = []
        slug.reserveCapacity(words.utf8.count)
        for byte in words.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                slug.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
            case UInt8(ascii: " "): slug.append(UInt8(ascii: "-"))
            default: break
            }
        }
        return String(decoding: slug, as: UTF8.self)
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
            while taken.contains(result) {
                counts[name, default: 0] += 1
                result = "\(name)-\(counts[name, default: 0])"
            }
            taken.insert(result)
            return result
        }
    }
}
