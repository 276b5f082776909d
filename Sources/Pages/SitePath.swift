import Diagnostics

/// Where a file stands in the published site, relative to its root: `journeys/move-home.html`.
///
/// Made of names only, so that no path leads out of the output folder. Equal and ordered by bytes: a disk can hold two names
/// that `String` takes for one.
package struct SitePath: Sendable {
    /// The names, with `/` between them.
    package let text: String
    /// Whether a link has nothing to encode in it, as in nearly all.
    let isPlain: Bool
    /// How many bytes the folders take that it stands in, with the `/` behind them.
    private let folderLength: UInt32

    private var folderSize: Int { Int(folderLength) }

    /// Nothing for a path that is not relative, or has an empty, `.` or `..` name, a control character (the manifest holds one
    /// path a line), a name that is longer than disks take, or one that is kept for Waymark's own files.
    package init?(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        guard Self.isSafe(text) else { return nil }
        self.init(safe: text)
    }

    package var names: [Substring] { text.split(separator: "/") }

    /// The folder that it stands in; nothing at the root.
    package var folder: SitePath? {
        folderSize > 0 ? SitePath(safe: String(text.utf8.prefix(folderSize - 1)) ?? "") : nil
    }

    /// The same, unless another path stands in it too.
    func folder(notOf other: SitePath?) -> SitePath? {
        let isShared =
            other.map { other in
                text.withBytes { own in
                    other.text.withBytes {
                        $0.count >= folderSize && $0[..<folderSize].elementsEqual(own[..<folderSize])
                    }
                }
            } ?? false
        return isShared ? nil : folder
    }

    /// The name inside its folder.
    package var name: Substring { text[text.utf8.index(text.startIndex, offsetBy: folderSize)...] }

    /// What leads from the page back to the root of the site: nothing, `../`, `../../` …
    package var root: String {
        guard folderSize > 0 else { return "" }
        let depth = text.withBytes { bytes in
            var depth = 0
            for byte in bytes where byte == UInt8(ascii: "/") { depth += 1 }
            return depth
        }
        return depth == 1 ? "../" : String(repeating: "../", count: depth)
    }

    /// Names that start like this are Waymark's own: the manifest, and files that are being written.
    package static let reservedPrefix = ".waymark-"

    private init(safe text: String) {
        self.text = text
        let (isPlain, slash) = text.withBytes { bytes in
            (
                bytes.allSatisfy { Self.isPlain($0) || $0 == UInt8(ascii: "/") },
                bytes.lastIndex(of: UInt8(ascii: "/"))
            )
        }
        self.isPlain = isPlain
        folderLength = slash.map { UInt32($0 + 1) } ?? 0
    }

    /// In one pass: a large site has tens of thousands, and they are read back from its manifest on every run.
    private static func isSafe(_ path: String) -> Bool {
        path.withBytes { path in
            var start = 0
            var isDots = true
            for index in path.indices {
                let byte = path[index]
                if byte == UInt8(ascii: "/") {
                    guard isName(length: index - start, isDots: isDots) else { return false }
                    isDots = true
                    start = index + 1
                    continue
                }
                guard byte >= 0x20, byte != 0x7F else { return false }
                if index == start, byte == UInt8(ascii: "."), path[index...].starts(with: reservedPrefix.utf8) {
                    return false
                }
                isDots = isDots && byte == UInt8(ascii: ".")
            }
            return isName(length: path.count - start, isDots: isDots)
        }
    }

    /// Not empty, `.` or `..`, nor longer than disks take.
    private static func isName(length: Int, isDots: Bool) -> Bool {
        length <= 255 && length > (isDots ? 2 : 0)
    }
}

extension SitePath: Hashable, Comparable, CustomStringConvertible {
    package var description: String { text }

    package static func == (left: SitePath, right: SitePath) -> Bool {
        // Strings are equal for more reasons than their bytes.
        left.text.withBytes { left in
            right.text.withBytes { right in
                guard left.count == right.count else { return false }
                // From the end: paths in one folder begin alike.
                var index = left.count
                while index > 0, left[index - 1] == right[index - 1] { index -= 1 }
                return index == 0
            }
        }
    }

    package static func < (left: SitePath, right: SitePath) -> Bool {
        left.text.withBytes { left in right.text.withBytes { precedes(left, $0) } }
    }

    static func precedes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        let shared = min(left.count, right.count)
        var index = 0
        // Eight at once: paths in one folder begin alike, and are sorted among thousands.
        let (one, other) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
        while index + 8 <= shared,
            one.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                == other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        {
            index += 8
        }
        while index < shared, left[index] == right[index] { index += 1 }
        return index < shared ? left[index] < right[index] : left.count < right.count
    }

    package func hash(into hasher: inout Hasher) {
        text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

// MARK: Links

extension SitePath {
    /// The link from this page to another file of the site, relative to the page's own folder, so that it works under any address
    /// and from a disk.
    package func relativeLink(to other: SitePath, anchor: String? = nil) -> String {
        if anchor?.isEmpty != true, let plain = plainLink(to: other, anchor: anchor) { return plain }
        var link: [UInt8] = []
        link.reserveCapacity(other.text.utf8.count + (anchor?.utf8.count ?? 0) + 16)
        appendRelativeLink(to: other, anchor: anchor, into: &link)
        return String(decoding: link, as: UTF8.self)
    }

    /// The same for most links, in which there is nothing to encode, without a list of bytes in between; otherwise nothing.
    private func plainLink(to other: SitePath, anchor: String?) -> String? {
        guard other.isPlain else { return nil }
        return text.withBytes { own in
            other.text.withBytes { rest in
                guard let anchor else {
                    let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
                    return Self.plainLink(from: own, folderSize: folderSize, to: rest, anchor: none)
                }
                return anchor.withBytes { Self.plainLink(from: own, folderSize: folderSize, to: rest, anchor: $0) }
            }
        }
    }

    private static func plainLink(
        from own: UnsafeBufferPointer<UInt8>, folderSize: Int, to other: UnsafeBufferPointer<UInt8>,
        anchor: UnsafeBufferPointer<UInt8>
    ) -> String? {
        guard anchor.isEmpty || isPlain(anchor) else { return nil }
        // Beyond the page's own folder nothing can be shared.
        var (shared, same) = (0, 0)
        let end = min(folderSize, other.count)
        while same < end, own[same] == other[same] {
            same += 1
            if own[same - 1] == UInt8(ascii: "/") { shared = same }
        }
        if !anchor.isEmpty, own.isSame(as: other) { shared = own.count }
        var up = 0
        var rest = shared
        while rest < folderSize {
            if own[rest] == UInt8(ascii: "/") { up += 1 }
            rest += 1
        }
        let pathCount = other.count - shared
        let size = 3 * up + pathCount + (anchor.isEmpty ? 0 : 1 + anchor.count)
        return String(unsafeUninitializedCapacity: size) { bytes in
            guard var next = bytes.baseAddress else { return 0 }
            for _ in 0..<up {
                next[0] = UInt8(ascii: ".")
                next[1] = UInt8(ascii: ".")
                next[2] = UInt8(ascii: "/")
                next += 3
            }
            if pathCount > 0, let path = other.baseAddress { next.update(from: path + shared, count: pathCount) }
            if let anchor = anchor.baseAddress, size > 3 * up + pathCount {
                next[pathCount] = UInt8(ascii: "#")
                (next + pathCount + 1).update(from: anchor, count: size - 3 * up - pathCount - 1)
            }
            return size
        }
    }

    /// `relativeLink(to:anchor:)`, for pages that are made of bytes.
    package func appendRelativeLink(to other: SitePath, anchor: String? = nil, into link: inout [UInt8]) {
        if self != other || anchor == nil {
            text.withBytes { own in other.text.withBytes { rest in Self.appendPath(from: own, to: rest, into: &link) } }
        }
        guard let anchor else { return }
        link.append(UInt8(ascii: "#"))
        anchor.withBytes { Self.append($0, into: &link) { _ in false } }
    }

    private static func appendPath(
        from own: UnsafeBufferPointer<UInt8>, to other: UnsafeBufferPointer<UInt8>, into link: inout [UInt8]
    ) {
        let shared = sharedFolders(own, other)
        for byte in own[shared...] where byte == UInt8(ascii: "/") { link.append(contentsOf: "../".utf8) }
        append(UnsafeBufferPointer(rebasing: other[shared...]), into: &link) { $0 == UInt8(ascii: "/") }
    }

    /// How many bytes the folders take up that both stand in: they drop out.
    private static func sharedFolders(
        _ own: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
    ) -> Int {
        var shared = 0
        var index = 0
        while index < own.count, index < other.count, own[index] == other[index] {
            index += 1
            if own[index - 1] == UInt8(ascii: "/") { shared = index }
        }
        return shared
    }

    /// A segment as in RFC 3986, 3.3, but for `:` and `@`, which are encoded too (`a:b.html` would start with a scheme):
    /// `unreserved / pct-encoded / sub-delims`.
    private static func append(
        _ bytes: UnsafeBufferPointer<UInt8>, into link: inout [UInt8], alsoPlain: (UInt8) -> Bool
    ) {
        var start = 0
        for index in bytes.indices where !isPlain(bytes[index]) && !alsoPlain(bytes[index]) {
            link.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            link.append(UInt8(ascii: "%"))
            link.append(hexDigit(bytes[index] >> 4))
            link.append(hexDigit(bytes[index] & 0xF))
            start = index + 1
        }
        link.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    static func isPlain(_ byte: UInt8) -> Bool {
        // Most bytes of a path are.
        if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") { return true }
        return switch byte {
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
