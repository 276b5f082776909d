import Diagnostics

/// Addresses of the web whose scheme is not written as it should be.
enum WebAddress {
    /// What was meant by `https:/ferries.example` and `http:ferries.example`, which lead into the site itself; nothing where an address of
    /// the web has both slashes and a host, and for any other address.
    static func mended(_ written: String) -> String? {
        guard let scheme = scheme(of: written), written.dropFirst(scheme.count).hasPrefix(":") else { return nil }
        let rest = written.dropFirst(scheme.count + 1)
        let host = rest.drop { $0 == "/" || $0 == "\\" }
        let slashes = rest[..<host.startIndex]
        return slashes == "//" && !host.isEmpty ? nil : "\(scheme)://\(host.isEmpty ? "example.com/page" : host)"
    }

    /// What was meant by `https//ferries.example`, which is a path, and by `htps://ferries.example`.
    static func meant(by written: String) -> String? {
        guard let slashes = written.firstRange(of: "//") else { return nil }
        let before = written[..<slashes.lowerBound]
        let name = before.last == ":" ? before.dropLast() : before
        let host = written[slashes.upperBound...].drop { $0 == "/" }
        guard !host.isEmpty, name.first == "h" || name.first == "H",
            let scheme = NearestName.nearest(to: name.lowercased(), among: ["http", "https"])
        else { return nil }
        return "\(scheme)://\(host)"
    }

    private static func scheme(of written: String) -> String? {
        // Nearly all addresses of the web start in small letters.
        ["https", "http"].first { written.hasPrefix($0 + ":") }
            ?? ["https", "http"].first { written.lowercased().hasPrefix($0 + ":") }
    }
}
