import Diagnostics
import Markup

/// Lanes that are written as a table: with one a column, or with one a row.
///
/// ```
/// | Step | Doing | Feeling |        |         | Ring  | Pay |
/// |------|-------|---------|        |---------|-------|-----|
/// | Ring | Waits | -1      |        | Doing   | Waits | …   |
///                                   | Feeling | -1    | …   |
/// ```
struct TabledLanes {
    let name: String
    let range: TextRange
    private let value: String
    /// What the first row is about, where lanes are columns.
    private let heading: String?

    init?(in table: MarkdownNode, of document: MarkdownDocument, taxonomy: Taxonomy) {
        let rows = table.children.map { $0.children.map { Self.words(in: $0.shownText) } }
        guard let head = rows.first, let top = rows.dropFirst().first else { return nil }
        func lane(_ words: String) -> Int? { words.isEmpty ? nil : taxonomy.labels.lane(labelled: words) }
        // Touchpoints, metrics and the like are tabled in notes as well.
        func areLanes(_ names: [String]) -> Bool {
            let lanes = names.compactMap(lane)
            // Or findings with how bad each is.
            let isAssessed =
                lanes.contains { taxonomy.lanes[$0].kind == .findings }
                && names.contains { ["severity", "schweregrad", "impact"].contains($0.lowercased()) }
            return (Set(lanes).count > 1 || isAssessed) && lanes.count * 2 >= names.count { !$0.isEmpty }
                && lanes.contains { ![.tags, .references].contains(taxonomy.lanes[$0].kind) }
        }
        let column = rows.dropFirst().map { $0.first ?? "" }
        if areLanes(head), let place = head.firstIndex(where: { lane($0) != nil }) {
            name = head[place]
            value = place < top.count ? top[place] : ""
            heading = place > 0 && !top[0].isEmpty ? top[0] : nil
        } else if areLanes(column), let row = rows.dropFirst().first(where: { lane($0.first ?? "") != nil }) {
            name = row[0]
            value = row.count > 1 ? row[1] : ""
            // Of several columns each is a stage or a step.
            heading = head.count > 2 && !head[1].isEmpty ? head[1] : nil
        } else {
            return nil
        }
        let start = document.startOfTable(table)
        range = document.source.bytes.place(of: name, from: start) ?? start..<(start + 1)
    }

    /// - Parameter level: the signs of a heading for what rows are about.
    func hint(level: String) -> String {
        let bullet = "'- **\(name):** \(value.isEmpty || value.count > 60 ? "…" : value)'"
        guard let heading, heading.count <= 60 else { return "write \(bullet), and so for the other lanes" }
        return "write '\(level) \(heading)', and below it \(bullet); and so for the others"
    }

    /// Without its colon, which labels have.
    private static func words(in cell: String) -> String {
        var words = cell[...]
        while words.first == " " { words.removeFirst() }
        while let last = words.last, last == " " || last == ":" { words.removeLast() }
        return String(words)
    }
}

extension [UInt8] {
    fileprivate func place(of text: String, from start: Int) -> TextRange? {
        guard let first = text.utf8.first else { return nil }
        var index = start
        while let found = firstPlace(of: first, from: index), found + text.utf8.count <= count {
            let range = found..<(found + text.utf8.count)
            if isSame(range, as: text) { return range }
            index = found + 1
        }
        return nil
    }
}
