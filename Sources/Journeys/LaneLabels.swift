import Diagnostics
import Markup

/// Finds a lane by what an author wrote as its label: without case, singular or plural.
package struct LaneLabels: Sendable {
    private let lanes: [String: Int]
    /// All labels and aliases, to offer the nearest.
    let names: [String]
    /// The lanes of these.
    private let namedLanes: [Int]
    /// The names in bytes, by the last bits of their lengths: most labels are written just as they are defined, and need no more.
    private let written: [[Written]]

    private struct Written {
        let bytes: [UInt8]
        let place: Int
    }

    package init(_ lanes: [Lane]) {
        var byKey: [String: Int] = [:]
        var names: [String] = []
        var namedLanes: [Int] = []
        var written = Array(repeating: [Written](), count: Self.rest + 1)
        for (index, lane) in lanes.enumerated() {
            for name in [lane.label] + lane.names {
                let named = byKey[Self.key(name), default: index]
                byKey[Self.key(name)] = named
                written[name.utf8.count & Self.rest].append(Written(bytes: Array(name.utf8), place: names.count))
                names.append(name)
                namedLanes.append(named)
            }
        }
        self.lanes = byKey
        self.names = names
        self.namedLanes = namedLanes
        self.written = written
    }

    private static let rest = 31

    /// The index of the lane in the taxonomy.
    package func lane(labelled label: String) -> Int? {
        label.withBytes { known($0)?.lane } ?? lanes[Self.key(label)]
    }

    /// A name in just these bytes, and its lane.
    func known(_ label: UnsafeBufferPointer<UInt8>) -> (name: String, lane: Int)? {
        let same = written[label.count & Self.rest].withUnsafeBufferPointer { names in
            names.first { $0.bytes.first == label.first && $0.bytes.withUnsafeBufferPointer(label.isSame) }?.place
        }
        return same.map { (names[$0], namedLanes[$0]) }
    }

    /// The name that a label was most likely meant as.
    func hint(for label: String) -> String? {
        guard let near = NearestName.nearest(to: label, among: names) else { return nil }
        let isTypo = Self.isTypo(label, of: near)
        return "did you mean '\(isTypo ? near : name(in: label) ?? near)'?"
    }

    /// Word by word: "Customer pains" has half of its letters from "Customer actions", and means something else.
    private static func isTypo(_ label: String, of name: String) -> Bool {
        let (written, meant) = (words(of: label), words(of: name))
        return written.count == meant.count
            && zip(written, meant).allSatisfy { $0 == $1 || NearestName.nearest(to: $0, among: [$1]) != nil }
    }

    /// Of the names whose words are all in a label the one with the most of them; of several that which it starts with: "Backstage actions"
    /// are no actions of customers.
    private func name(in label: String) -> String? {
        let written = Self.words(of: label)
        func rank(_ name: String) -> (Int, Int, Int) {
            let words = Self.words(of: name)
            return (words.count, words.first == written.first ? 1 : 0, -name.utf8.count)
        }
        return names.filter { Set(Self.words(of: $0)).isSubset(of: written) }.max { rank($0) < rank($1) }
    }

    private static func words(of label: String) -> [String] {
        label.lowercased().split { $0 == " " || $0 == "-" || $0 == "\t" }.map { String(singular($0)) }
    }

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
