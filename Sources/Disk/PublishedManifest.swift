import Pages

/// What Waymark has written in an output folder: the only files there that it may ever remove.
///
/// ```
/// waymark-manifest 1
/// index.html
/// journeys/move-home.html
///
/// CNAME
/// ```
/// After the version, a path a line in the order of their bytes. After an empty line, if any, the files that were there before
/// and were adopted: they are known, and never removed. The same files give the same bytes, on any day.
struct PublishedManifest: Hashable, Sendable {
    static let name = SitePath.reservedPrefix + "manifest"
    private static let header = "waymark-manifest 1"

    /// In the order of their bytes.
    let written: [SitePath]
    let adopted: [SitePath]

    static let empty = PublishedManifest(written: [], adopted: [])

    /// - Parameter written: in the order of their bytes; so is `adopted`.
    init(written: [SitePath], adopted: [SitePath]) {
        self.written = written
        self.adopted = adopted
    }

    /// Nothing if it is no manifest, or one of another version.
    init?(bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let first = lines.first, first.elementsEqual(Self.header.utf8) else { return nil }
        let end = lines.dropFirst().firstIndex { $0.isEmpty } ?? lines.endIndex
        written = Self.paths(lines[1..<end])
        adopted = Self.paths(lines[end...])
    }

    /// A line that is no safe path was not written by us: what it names is left alone.
    private static func paths(_ lines: ArraySlice<ArraySlice<UInt8>>) -> [SitePath] {
        let paths = lines.compactMap { line in String(validating: line, as: UTF8.self).flatMap(SitePath.init) }
        return paths.isInOrder ? paths : Set(paths).sorted()
    }

    var bytes: [UInt8] {
        var bytes = Array(Self.header.utf8)
        bytes.append(UInt8(ascii: "\n"))
        for path in written { Self.append(path, to: &bytes) }
        if !adopted.isEmpty { bytes.append(UInt8(ascii: "\n")) }
        for path in adopted { Self.append(path, to: &bytes) }
        return bytes
    }

    private static func append(_ path: SitePath, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: path.text.utf8)
        bytes.append(UInt8(ascii: "\n"))
    }
}

extension [SitePath] {
    /// Each before the next, so none twice.
    var isInOrder: Bool { zip(self, dropFirst()).allSatisfy { $0 < $1 } }
}
