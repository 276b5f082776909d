/// Where a file stands in the published site, relative to its root: `journeys/move-home.html`.
///
/// Made of names only, so that no path leads out of the output folder. Equal and ordered by bytes: a disk can hold two names
/// that `String` takes for one.
package struct SitePath: Sendable {
    /// The names, with `/` between them.
    package let text: String

    /// Nothing for a path that is not relative, or has an empty, `.` or `..` name, a control character (the manifest holds one
    /// path a line), a name that is longer than disks take, or one that is kept for Waymark's own files.
    package init?(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        guard Self.isSafe(text.utf8) else { return nil }
        self.text = text
    }

    package var names: [Substring] { text.split(separator: "/") }

    /// The folder that it stands in; nothing at the root.
    package var folder: SitePath? {
        text.utf8.lastIndex(of: UInt8(ascii: "/")).map { SitePath(safe: String(text[..<$0])) }
    }

    /// The name inside its folder.
    package var name: Substring {
        guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return text[...] }
        return text[text.utf8.index(after: slash)...]
    }

    /// What leads from the page back to the root of the site: nothing, `../`, `../../` …
    package var root: String {
        String(repeating: "../", count: text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "/") ? 1 : 0) })
    }

    /// Names that start like this are Waymark's own: the manifest, and files that are being written.
    package static let reservedPrefix = ".waymark-"

    private init(safe text: String) {
        self.text = text
    }

    /// In one pass: a large site has tens of thousands, and they are read back from its manifest on every run.
    private static func isSafe(_ path: String.UTF8View) -> Bool {
        var length = 0
        var isDots = true
        var start = path.startIndex
        for index in path.indices {
            let byte = path[index]
            if byte == UInt8(ascii: "/") {
                guard isName(length: length, isDots: isDots) else { return false }
                length = 0
                isDots = true
                start = path.index(after: index)
                continue
            }
            guard byte >= 0x20, byte != 0x7F else { return false }
            if index == start, byte == UInt8(ascii: "."), path[index...].starts(with: reservedPrefix.utf8) {
                return false
            }
            length += 1
            isDots = isDots && byte == UInt8(ascii: ".")
        }
        return isName(length: length, isDots: isDots)
    }

    /// Not empty, `.` or `..`, nor longer than disks take.
    private static func isName(length: Int, isDots: Bool) -> Bool {
        length <= 255 && length > (isDots ? 2 : 0)
    }
}

extension SitePath: Hashable, Comparable, CustomStringConvertible {
    package var description: String { text }

    package static func == (left: SitePath, right: SitePath) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    package static func < (left: SitePath, right: SitePath) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: .init($0)) }
        if isHashed == nil { Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) } }
    }
}

// MARK: Links

extension SitePath {
    /// The link from this page to another file of the site, relative to the page's own folder, so that it works under any address
    /// and from a disk.
    package func relativeLink(to other: SitePath, anchor: String? = nil) -> String {
        var link: [UInt8] = []
        appendRelativeLink(to: other, anchor: anchor, into: &link)
        return String(decoding: link, as: UTF8.self)
    }

    /// `relativeLink(to:anchor:)`, for pages that are made of bytes.
    package func appendRelativeLink(to other: SitePath, anchor: String? = nil, into link: inout [UInt8]) {
        if self != other || anchor == nil { appendPath(to: other, into: &link) }
        guard let anchor else { return }
        link.append(UInt8(ascii: "#"))
        for byte in anchor.utf8 { Self.append(byte, percentEncodedInto: &link) }
    }

    private func appendPath(to other: SitePath, into link: inout [UInt8]) {
        let slash = UInt8(ascii: "/")
        var own = text.utf8[...]
        var rest = other.text.utf8[...]
        // The folders that both stand in drop out.
        while let end = own.firstIndex(of: slash), let otherEnd = rest.firstIndex(of: slash),
            own[..<end].elementsEqual(rest[..<otherEnd])
        {
            own = own[own.index(after: end)...]
            rest = rest[rest.index(after: otherEnd)...]
        }
        for byte in own where byte == slash { link.append(contentsOf: "../".utf8) }
        for byte in rest {
            if byte == slash { link.append(byte) } else { Self.append(byte, percentEncodedInto: &link) }
        }
    }

    /// A segment as in RFC 3986, 3.3, but for `:` and `@`, which are encoded too (`a:b.html` would start with a scheme):
    /// `unreserved / pct-encoded / sub-delims`.
    private static func append(_ byte: UInt8, percentEncodedInto link: inout [UInt8]) {
        guard !isPlain(byte) else { return link.append(byte) }
        link.append(UInt8(ascii: "%"))
        link.append(hexDigit(byte >> 4))
        link.append(hexDigit(byte & 0xF))
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&")...UInt8(ascii: ","),
            UInt8(ascii: ";"), UInt8(ascii: "="):
            true
        default: false
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
