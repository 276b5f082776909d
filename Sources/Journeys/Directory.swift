import Diagnostics
import Markup

/// Finds items by id and by path, and anchors in them.
///
/// A class, because it is handed to the linking of every item.
package final class Directory: Sendable {
    /// Where a Markdown link leads.
    package enum Destination: Hashable, Sendable {
        case item(Target)
        /// A file of the content folder, relative to it, and what follows `#` or `?`.
        case file(String, suffix: String)
        /// An address outside, of a scheme that is safe to publish.
        case outside(String)
        /// A scheme that must not come through.
        case unsafe(scheme: String)
        /// No such file; the path that was meant, relative to the content folder.
        case missing(String)
        /// The file is there, but it has no such anchor.
        case missingAnchor(Target, String)
    }

    private let byPath: [String: Target]
    /// By the order of kinds.
    private let byID: [[String: Target]]
    /// Those whose id others of their kind have, too: who names one may mean any of them.
    private let shared: Set<Target>
    private let files: Set<String>
    /// By the order of kinds, then by item.
    private let anchors: [[[Anchor]]]
    /// Of the items with so many anchors that a search would be slow.
    private let anchorTables: [Target: [String: Int]]
    /// As many as are searched.
    private static let most = 64

    /// - Parameter portfolio: of two items of a kind with one id, the first by path is found.
    init(_ portfolio: Portfolio) {
        var byPath: [String: Target] = [:]
        var byID: [[String: Target]] = []
        var anchors: [[[Anchor]]] = []
        byPath.reserveCapacity(portfolio.files.count)
        var tables: [Target: [String: Int]] = [:]
        var shared: Set<Target> = []
        for kind in ContentKind.allCases {
            let records = portfolio.records(of: kind)
            var ids: [String: Target] = [:]
            ids.reserveCapacity(records.count)
            for (index, record) in records.enumerated() {
                let target = Target(kind: kind, index: index)
                byPath[record.path] = target
                if let first = ids[record.id] { shared.insert(first) } else { ids[record.id] = target }
                if record.anchors.count > Self.most { tables[target] = Self.table(of: record.anchors) }
            }
            byID.append(ids)
            anchors.append(records.map(\.anchors))
        }
        self.byPath = byPath
        self.byID = byID
        self.shared = shared
        self.anchors = anchors
        anchorTables = tables
        files = Set(portfolio.files)
    }

    private static func table(of anchors: [Anchor]) -> [String: Int] {
        var table: [String: Int] = [:]
        for (index, anchor) in anchors.enumerated() where table[anchor.id] == nil { table[anchor.id] = index }
        for (index, anchor) in anchors.enumerated() {
            if let host = anchor.hostID, table[host] == nil { table[host] = index }
        }
        return table
    }

    /// Whether all names lead to the same in both, wherever in its file it stands.
    func leads(as other: Directory) -> Bool {
        guard byPath == other.byPath, byID == other.byID, files == other.files, shared == other.shared else {
            return false
        }
        return zip(anchors, other.anchors).allSatisfy { own, others in
            own.count == others.count
                && zip(own, others).allSatisfy { own, other in
                    own == other
                        || own.elementsEqual(other) { $0.id == $1.id && $0.hostID == $1.hostID && $0.role == $1.role }
                }
        }
    }

    package func item(_ kind: ContentKind, id: String) -> Target? { byID[kind.order][id] }
    /// Whether the id of an item that was found by it is that of another, too, which has been told.
    package func isShared(_ item: Target) -> Bool { shared.contains(item.item) }
    package func item(atPath path: String) -> Target? { byPath[path] }
    package func ids(of kind: ContentKind) -> [String] { byID[kind.order].keys.sorted() }
    package func hasFile(_ path: String) -> Bool { files.contains(path) }
    package var paths: [String] { byPath.keys.sorted() }

    package func anchors(of target: Target) -> [Anchor] { anchors[target.kind.order][target.index] }

    /// An anchor by its id, or by what code hosts call it.
    package func anchor(_ name: String, of target: Target) -> Anchor? {
        let all = anchors(of: target)
        if all.count > Self.most, let table = anchorTables[target.item] { return table[name].map { all[$0] } }
        // By place, so that those that it is not are not copied.
        let place = all.indices.first { all[$0].id == name } ?? all.indices.first { all[$0].hostID == name }
        return place.map { all[$0] }
    }

    /// Where a Markdown link in the file at `path`, relative to the content folder, leads.
    package func destination(of written: String, from path: String) -> Destination {
        if let scheme = LinkScheme.scheme(of: written) {
            return LinkScheme.safe.contains(scheme) ? .outside(written) : .unsafe(scheme: scheme)
        }
        if written.hasPrefix("//") { return .outside(written) }
        if written.isEmpty { return .missing(path) }
        let link = WrittenLink(written)
        let meant = link.path.isEmpty ? path : RelativePath.resolve(link.path, from: path)
        guard let meant else { return .missing(link.path) }
        if let target = byPath[meant] {
            guard let name = link.anchor, !name.isEmpty else { return .item(target) }
            guard let anchor = anchor(name, of: target) else { return .missingAnchor(target, name) }
            return .item(Target(kind: target.kind, index: target.index, anchor: anchor.id))
        }
        return files.contains(meant) ? .file(meant, suffix: link.suffix) : .missing(meant)
    }
}

/// The schemes of links that may be published.
enum LinkScheme {
    static let safe: Set<String> = ["http", "https", "mailto", "tel", "sms"]

    /// The scheme that an address starts with, in lower case (RFC 3986, 3.1).
    static func scheme(of address: String) -> String? {
        // Browsers pass over white space and controls here: so does this, or `java\nscript:` would come through.
        guard address.withBytes({ $0.contains(UInt8(ascii: ":")) }) else { return nil }
        let visible = address.utf8.filter { $0 > 0x20 && $0 != 0x7F }
        guard let colon = visible.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = visible[..<colon]
        guard let first = name.first, isLetter(first),
            name.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) })
        else { return nil }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

/// The parts of a link to another file.
struct WrittenLink {
    /// With `%20` and the like decoded.
    let path: String
    /// What follows `#`, decoded.
    let anchor: String?
    /// `?` or `#` and all that follows, as it was written.
    let suffix: String
    /// How many bytes of the written link the path takes.
    let pathLength: Int

    init(_ written: String) {
        let bytes = written.utf8
        let end = bytes.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? bytes.endIndex
        path = RelativePath.decoded(String(written[..<end]))
        suffix = String(written[end...])
        anchor = bytes[end...].firstIndex(of: UInt8(ascii: "#")).map {
            RelativePath.decoded(String(written[bytes.index(after: $0)...]))
        }
        pathLength = bytes.distance(from: bytes.startIndex, to: end)
    }
}

enum RelativePath {
    /// The file that a relative path names, seen from another file; nothing where it leaves the content folder.
    static func resolve(_ path: String, from file: String) -> String? {
        // On bytes: most of a portfolio's links pass through here, several times each.
        let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
        var result: [UInt8] = []
        result.reserveCapacity(file.utf8.count + path.utf8.count)
        let isInside = path.withBytes { path in
            if path.first != slash {
                file.withBytes { file in if let end = file.lastIndex(of: slash) { result += file[..<end] } }
            }
            var start = 0
            while start < path.count {
                var end = start
                while end < path.count, path[end] != slash { end += 1 }
                let part = path[start..<end]
                start = end + 1
                if part.isEmpty || part.count == 1 && part.first == dot { continue }
                if part.count == 2, part.first == dot, part.last == dot {
                    guard !result.isEmpty else { return false }
                    result.removeLast(result.count - (result.lastIndex(of: slash) ?? 0))
                } else {
                    if !result.isEmpty { result.append(slash) }
                    result += part
                }
            }
            return true
        }
        return isInside ? String(decoding: result, as: UTF8.self) : nil
    }

    /// How a file names another: `../../opportunities/prefill-meter.md`.
    static func path(to file: String, from other: String) -> String {
        let target = file.split(separator: "/")
        let base = other.split(separator: "/").dropLast()
        var shared = 0
        while shared < base.count, shared < target.count - 1, base[shared] == target[shared] { shared += 1 }
        let up = [Substring](repeating: "..", count: base.count - shared)
        return (up + target[shared...]).joined(separator: "/")
    }

    /// A path as the destination of a link: between `<` and `>` where it would end too early without.
    static func destination(_ path: String) -> String {
        path.utf8.contains { $0 <= 0x20 || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") } ? "<\(path)>" : path
    }

    /// Replaces `%41` by its byte. What is no such code stays as it is.
    static func decoded(_ text: String) -> String {
        guard text.withBytes({ $0.contains(UInt8(ascii: "%")) }) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let high = hexDigit(bytes[index + 1]), let low = hexDigit(bytes[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
