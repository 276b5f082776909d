import Diagnostics
import Markup

/// Where Markdown links lead, and what was meant by those that lead nowhere.
extension ReferenceResolving {
    /// Checks where a link leads and says so if it leads nowhere; the target, if it is an item of the portfolio.
    ///
    /// - Parameter kind: what its place takes, where it takes no other.
    mutating func follow(
        _ written: String, at range: TextRange, in path: String, for kind: ContentKind? = nil
    ) -> Directory.Destination {
        let destination = directory.destination(of: written, from: path)
        switch destination {
        case .item: break
        case .outside(let address):
            if let mended = WebAddress.mended(address) {
                say(
                    .deadFile, in: path, range,
                    "'\(address)' is no address: two slashes and a name stand behind the colon",
                    hint: "write \(mended)")
            }
        case .file(let file, _): files.insert(file)
        case .unsafe(let scheme):
            // A letter alone is a drive.
            let isOwnDisk = scheme.utf8.count == 1 || scheme == "file"
            say(
                .unsafeScheme, in: path, range,
                isOwnDisk
                    ? "the link leads to a file of one computer, which nobody else has"
                    : "links of '\(scheme):' are not published",
                hint: isOwnDisk
                    ? "copy the file into 'assets/', and link to it there"
                    : WebAddress.meant(by: written).map { "did you mean '\($0)'?" }
                        ?? "a link starts with https:, http:, mailto: or tel:, or is the path of a file")
        case .missing(let meant): missing(written, meant: meant, at: range, in: path, for: kind)
        case .missingAnchor(let target, let anchor):
            let isExact = range.count == written.utf8.count
            let hash = written.utf8.firstIndex(of: UInt8(ascii: "#")).map {
                written.utf8.distance(from: written.utf8.startIndex, to: $0)
            }
            let place = isExact ? hash.map { range.part(($0 + 1)..<range.count) } ?? range : range
            unknownAnchor(anchor, of: target, at: place, in: path)
        }
        return destination
    }

    private mutating func missing(
        _ written: String, meant: String, at range: TextRange, in path: String, for kind: ContentKind?
    ) {
        let link = WrittenLink(written)
        let place = range.count == written.utf8.count && link.pathLength > 0 ? range.part(0..<link.pathLength) : range
        if written.isEmpty {
            return say(.deadFile, in: path, range, "the link leads nowhere: nothing stands in its parentheses")
        }
        if let bare = Self.barePath(in: written) {
            return say(
                .deadFile, in: path, range,
                "'\(written)' is written as links are in text: here an address stands alone",
                hint: "write \(bare)")
        }
        if let misplaced = names.misplaced[meant] {
            missed.insert(misplaced)
            return
        }
        if names.isUnread(meant) { return }
        if link.path.contains("\\") {
            let mended = link.path.replacing("\\", with: "/")
            return say(
                .deadFile, in: path, place, "there is no file '\(link.path)'",
                hint: mended.hasPrefix("//")
                    ? "the link leads into one network: copy the file into 'assets/', and link to it there"
                    : "write \(mended), with '/' between folders")
        }
        if let name = meant.split(separator: "/").last, let why = Self.whyIgnored(String(name)) {
            return say(.deadFile, in: path, place, "'\(link.path)' is left out of the site: \(why)")
        }
        let near = nearestFile(to: meant, of: kind)
        if let near, let target = directory.item(atPath: near) { suspects.insert(target) }
        say(
            .deadFile, in: path, place, "there is no file '\(link.path)'",
            hint: near.map { "did you mean '\(RelativePath.path(to: $0, from: path))'?" } ?? Self.addressHint(link.path)
        )
    }

    /// What is never read, whether it is there or not.
    private static func whyIgnored(_ name: String) -> String? {
        if name.hasPrefix("_") || name.hasPrefix(".") { return "files whose name starts with '_' or '.' are not read" }
        if name.hasPrefix("~$") { return "files whose name starts with '~$' are what Office leaves beside an open one" }
        return name.lowercased() == "readme.md" ? "files of the name README.md are not read" : nil
    }

    /// Of `<https://example.com>` and `[Report](https://example.com)`, as links are written in text and not in front matter.
    static func barePath(in written: String) -> String? {
        if written.hasPrefix("<"), written.hasSuffix(">"), written.utf8.count > 2 {
            return String(written.dropFirst().dropLast())
        }
        guard written.hasPrefix("["), written.hasSuffix(")"), let start = written.firstRange(of: "](")?.upperBound
        else { return nil }
        let path = written[start...].dropLast()
        return path.isEmpty || path.contains("(") ? nil : String(path)
    }

    /// `www.example.com/report` lacks the scheme of an address.
    private static func addressHint(_ path: String) -> String? {
        if let meant = WebAddress.meant(by: path) { return "did you mean '\(meant)'?" }
        let parts = path.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count == 2, !path.contains("/"), !parts[0].isEmpty, parts[1].contains(".") {
            return "an address for e-mail starts with mailto:"
        }
        guard let host = path.split(separator: "/").first, let domain = host.split(separator: ".").last,
            host.contains("."), domain.count > 1, domain.allSatisfy(\.isLetter), !host.hasSuffix(".md"),
            path.contains("/") || host.hasPrefix("www.")
        else { return nil }
        return "an address outside starts with https://"
    }

    /// A file of the same name elsewhere, or of nearly the same name: of the kind that the place takes before others, then of the
    /// same folder.
    private mutating func nearestFile(to meant: String, of kind: ContentKind?) -> String? {
        // `metrics/m` and `metrics/m.html` are what the page of `metrics/m.md` is called.
        let page = (meant.hasSuffix(".html") ? String(meant.dropLast(5)) : meant) + ".md"
        if let target = directory.item(atPath: page), kind == nil || target.kind == kind { return page }
        // Only content files are pages: what else is linked to, is no content file.
        let isContent = meant.hasSuffix(".md")
        func isTaken(_ path: String) -> Bool { directory.item(atPath: path)?.kind == kind }
        func folders(_ path: String) -> [Substring] { path.split(separator: "/").dropLast().filter { $0 != ".." } }
        let folder = folders(meant)
        let same = names.near.paths(called: NearNames.fileName(meant), isContent: isContent)
        if let taken = kind.flatMap({ _ in same.first(where: isTaken) }) ?? same.first(where: { folders($0) == folder })
            ?? same.first
        {
            return taken
        }
        var groups: [NearNames.Group] = []
        if let kind, isContent { groups.append(.kind(kind)) }
        if !folder.isEmpty { groups.append(.folder(folder.joined(separator: "/") + "/", isContent: isContent)) }
        groups.append(.all(isContent: isContent))
        let compared = NearNames.compared(meant, isContent: isContent)
        for group in groups where comparisonsLeft > 0 {
            let files = names.near.files(group)
            if let near = nearest(to: compared, among: [files.names]) { return files.path(of: near) }
        }
        return nil
    }

    /// The content file that was meant by the address of it on a code host, or by the data of it.
    func meantFile(by destination: Directory.Destination, kind: ContentKind) -> String? {
        switch destination {
        case .file(let file, _):
            guard let dot = file.lastIndex(of: ".") else { return nil }
            let page = String(file[..<dot]) + ".md"
            return directory.item(atPath: page)?.kind == kind ? page : nil
        case .outside(let address):
            let ending = address.prefix { $0 != "#" && $0 != "?" }
            guard ending.hasSuffix(".md") else { return nil }
            // What follows each slash, from the longest on.
            return ending.indices.lazy.filter { ending[$0] == "/" }.map { String(ending[$0...].dropFirst()) }
                .first { directory.item(atPath: $0)?.kind == kind }
        default: return nil
        }
    }
}
