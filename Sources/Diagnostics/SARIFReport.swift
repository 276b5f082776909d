extension CheckReport {
    /// A log of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), as code scanning takes it.
    package var sarif: String {
        let all = diagnostics + (known ?? [])
        let codes = Set(all.map(\.code)).sorted { $0.rawValue < $1.rawValue }
        let places = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let fingerprints = fingerprints()
        let results = zip(all, fingerprints.new + fingerprints.known).enumerated().map { index, pair in
            result(
                pair.0, rule: places[pair.0.code] ?? 0, fingerprint: pair.1, isKnown: index >= diagnostics.count)
        }
        let driver = JSONTree.object([
            ("name", .text("waymark")), ("version", .text(WaymarkVersion.current)),
            ("semanticVersion", .text(WaymarkVersion.current)), ("rules", .list(codes.map(Self.rule))),
        ])
        let run = JSONTree.object([
            ("tool", .object([("driver", driver)])),
            ("columnKind", .text("unicodeCodePoints")),
            (
                "originalUriBaseIds",
                .object([(Self.base, .object([("description", Self.message("The root of the repository."))]))])
            ),
            ("results", .list(results)),
        ])
        return JSONTree.object([
            ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .text("2.1.0")),
            ("runs", .list([run])),
        ]).text() + "\n"
    }

    private static let base = "%SRCROOT%"

    private static func message(_ text: String) -> JSONTree { .object([("text", .text(text))]) }

    private static func rule(_ code: DiagnosticCode) -> JSONTree {
        var members = [("id", JSONTree.text(code.rawValue))]
        if let entry = DiagnosticGuide.entry(for: code) {
            let help = "\(entry.reason)\n\nFor example:\n\n\(entry.example)\n\n\(entry.cure)"
            let markdown = "\(entry.reason)\n\n```\n\(entry.example)\n```\n\n\(entry.cure)"
            members += [
                ("shortDescription", message(entry.title)), ("fullDescription", message(entry.reason)),
                ("help", .object([("text", .text(help)), ("markdown", .text(markdown))])),
            ]
        }
        members += [
            ("defaultConfiguration", .object([("level", .text(code.severity.rawValue))])),
            ("properties", .object([("tags", .list([.text(String(code.stage))]))])),
        ]
        return .object(members)
    }

    private func result(_ diagnostic: Diagnostic, rule: Int, fingerprint: String, isKnown: Bool) -> JSONTree {
        var members: [(String, JSONTree)] = [
            ("ruleId", .text(diagnostic.code.rawValue)), ("ruleIndex", .number(rule)),
            ("level", .text(diagnostic.severity.rawValue)),
            ("message", Self.message(Self.withoutLinks(diagnostic.messageWithHint))),
            ("locations", .list([.object([("physicalLocation", physical(diagnostic.location))])])),
        ]
        if !diagnostic.notes.isEmpty {
            let notes = diagnostic.notes.enumerated().map { index, note in
                JSONTree.object([
                    ("id", .number(index + 1)), ("physicalLocation", physical(note.location)),
                    ("message", Self.message(Self.withoutLinks(note.message))),
                ])
            }
            members.append(("relatedLocations", .list(notes)))
        }
        members.append(("partialFingerprints", .object([("waymark/v1", .text(fingerprint))])))
        if known != nil { members.append(("baselineState", .text(isKnown ? "unchanged" : "new"))) }
        if isKnown {
            let accepted = JSONTree.object([
                ("kind", .text("external")), ("status", .text("accepted")),
                ("justification", .text("It is known from before.")),
            ])
            members.append(("suppressions", .list([accepted])))
        }
        return .object(members)
    }

    private func physical(_ location: Location) -> JSONTree {
        let place = place(of: location, counting: .scalars)
        let artifact = Self.artifact(place.path)
        guard let start = place.start, let end = place.end else {
            // Code scanning asks for a line, even of a folder.
            return .object([("artifactLocation", artifact), ("region", .object([("startLine", .number(1))]))])
        }
        let region = JSONTree.object([
            ("startLine", .number(start.line)), ("startColumn", .number(start.column)),
            ("endLine", .number(end.line)), ("endColumn", .number(end.column)),
        ])
        return .object([("artifactLocation", artifact), ("region", region)])
    }

    /// A path that could not be made one of the repository is a file's address.
    private static func artifact(_ path: String) -> JSONTree {
        if path.hasPrefix("/") { return .object([("uri", .text("file://" + URIPath.encoded(path)))]) }
        return .object([("uri", .text(URIPath.encoded(path.isEmpty ? "." : path))), ("uriBaseId", .text(base))])
    }

    /// `[words](address)` would be a link in a message; hints show such text to be copied. A backslash keeps it text (3.11.6).
    private static func withoutLinks(_ text: String) -> String {
        guard text.hasBytes(of: "](") else { return text }
        var result = ""
        for character in text {
            if character == "[" || character == "]" || character == "\\" { result += "\\" }
            result.append(character)
        }
        return result
    }
}

/// Paths as part of an address (RFC 3986, 3.3).
enum URIPath {
    /// Everything but letters and digits of ASCII, `-._~`, `/` and what may stand in a segment is escaped; a `:` is, too, so that no path
    /// looks as if it had a scheme.
    static func encoded(_ path: String) -> String {
        var result = ""
        for byte in path.utf8 {
            if isPlain(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += (byte < 16 ? "%0" : "%") + digits
            }
        }
        return result
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~/!$&'()*+,;=@".utf8.contains(byte)
        }
    }
}
