import Markup

/// Finds a lane by what an author wrote as its label: without case, singular or plural.
package struct LaneLabels: Sendable {
    private let lanes: [String: Int]
    /// The same for labels written just as they are defined, which most are.
    private let exact: [String: Int]
    /// All labels and aliases, to offer the nearest.
    let names: [String]

    package init(_ lanes: [Lane]) {
        var byKey: [String: Int] = [:]
        var exact: [String: Int] = [:]
        var names: [String] = []
        for (index, lane) in lanes.enumerated() {
            for name in [lane.label] + lane.names {
                let key = Self.key(name)
                if byKey[key] == nil { byKey[key] = index }
                exact[name] = byKey[key]
                names.append(name)
            }
        }
        self.lanes = byKey
        self.exact = exact
        self.names = names
    }

    /// The index of the lane in the taxonomy.
    package func lane(labelled label: String) -> Int? { exact[label] ?? lanes[Self.key(label)] }

    /// Lower case, hyphens as spaces, one space between words, the last word in its singular; without signs that nobody sees.
    static func key(_ label: String) -> String {
        let label = PlainSigns.folded(label)
        let words = label.lowercased().split { $0 == " " || $0 == "-" || $0 == "\t" }
        guard let last = words.last else { return "" }
        return (words.dropLast() + [singular(last)]).joined(separator: " ")
    }

    private static func singular(_ word: Substring) -> Substring {
        if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
        if word.hasSuffix("s"), !word.hasSuffix("ss"), word.utf8.count > 2 { return word.dropLast() }
        return word
    }
}
