/// Who a code host asks for a review, by the owners that content files name.
package struct CodeOwners: Sendable {
    /// A file and whom its changes are shown to.
    package struct Entry: Hashable, Sendable {
        /// Relative to the content folder.
        package let path: String
        package let handles: [String]
    }

    /// By path, in byte order.
    package let entries: [Entry]
    /// Owners and teams without a handle, in order: the files that only they stand for are left out.
    package let unknown: [String]

    /// The owner's handle, else the team's. What is a handle itself needs none.
    package init(_ portfolio: Portfolio) {
        var entries: [Entry] = []
        var unknown: Set<String> = []
        for kind in ContentKind.allCases {
            for record in portfolio.records(of: kind) {
                let names = [record.owner, record.team].compactMap { $0 }
                let handles = names.compactMap { CodeOwner.handle(of: $0, among: portfolio.settings.handles) }
                if let handle = handles.first {
                    entries.append(Entry(path: record.path, handles: [handle]))
                } else {
                    unknown.formUnion(names)
                }
            }
        }
        self.entries = entries.sorted { $0.path.precedesInBytes($1.path) }
        self.unknown = unknown.sorted()
    }

    /// The file, in the form that GitHub and GitLab read.
    ///
    /// - Parameter path: a content file's from the root of the repository.
    package func text(path: (String) -> String) -> String {
        var lines = [
            "# Made by 'waymark export codeowners' from the owners in the content: change them there.",
            "# Files of owners without a handle are not here; handles stand in portfolio.yml.",
        ]
        lines += entries.map { "/\(Self.escaped(path($0.path))) \($0.handles.joined(separator: " "))" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Blanks end a pattern, and some signs have a meaning in one.
    private static func escaped(_ path: String) -> String {
        var result = ""
        for character in path {
            if " \\*?[]#".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }
}

/// One of those.
enum CodeOwner {
    /// `@name`, `@group/team`, or an e-mail address.
    static func isHandle(_ text: String) -> Bool {
        guard let place = text.firstIndex(of: "@"), text.last != "@" else { return false }
        return !text.contains(where: \.isWhitespace) && !text[text.index(after: place)...].contains("@")
    }

    static func handle(of name: String, among handles: [String: String]) -> String? {
        handles[name] ?? (isHandle(name) ? name : nil)
    }
}
