extension CheckReport {
    /// A Code Quality report of GitLab, which tells a merge request's findings from those of its target by their fingerprints.
    package var gitlab: String {
        let entries = zip(diagnostics, fingerprints().new).map { diagnostic, fingerprint in
            let place = place(of: diagnostic.location)
            // A line must be there, even of a folder.
            var lines = [("begin", JSONTree.number(place.start?.line ?? 1))]
            if let end = place.end { lines.append(("end", .number(end.line))) }
            return JSONTree.object([
                ("description", .text(diagnostic.messageWithHint)),
                ("check_name", .text(diagnostic.code.rawValue)),
                ("fingerprint", .text(fingerprint)),
                ("severity", .text(diagnostic.severity == .error ? "major" : "minor")),
                (
                    "location",
                    .object([("path", .text(place.path.isEmpty ? "." : place.path)), ("lines", .object(lines))])
                ),
            ])
        }
        return JSONTree.list(entries).text() + "\n"
    }
}
