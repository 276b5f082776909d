import Diagnostics

/// A list of mappings that has mistakes in it, such as `lanes:`, read entry by entry, so that each costs no more than the entry that it
/// is in.
///
/// ```
/// lanes:
///   - {id: weather, label: Weather: today}
///   - {id: rules, label: Rules}
/// ```
struct YAMLEntries {
    let entry: YAMLMapping.Entry
    private(set) var diagnostics: [Diagnostic] = []

    /// Nothing where the part is no such list, or where the mistake is in none of its entries.
    init?(_ source: SourceText, in part: TextRange) {
        let bytes = source.bytes
        let second = TextLines.next(after: part.lowerBound, in: bytes)
        let head = YAMLReading.run(source, in: part.lowerBound..<min(second, part.upperBound))
        guard second < part.upperBound, head.problem == nil, head.mapping.entries.count == 1,
            case .empty = head.mapping.entries[0].value.kind
        else { return nil }
        let starts = Self.starts(in: second..<part.upperBound, of: bytes)
        guard starts.count > 1 else { return nil }

        var items: [YAMLNode] = []
        var hasMapping = false
        for (start, end) in zip(starts, starts.dropFirst() + [part.upperBound]) {
            let reading = YAMLReading.run(source, in: start..<end)
            guard case .sequence(let read) = reading.root?.kind else {
                guard let problem = reading.problem else { return nil }
                diagnostics.append(problem)
                let dash = bytes[start..<end].firstIndex { $0 > 0x20 } ?? start
                items.append(YAMLNode(kind: .broken, range: dash..<(dash + 1)))
                continue
            }
            diagnostics += reading.diagnostics
            items += read
            hasMapping = hasMapping || read.contains { if case .mapping = $0.kind { true } else { false } }
        }
        guard hasMapping, items.contains(where: \.isBroken) else { return nil }
        let key = head.mapping.entries[0]
        entry = YAMLMapping.Entry(
            key: key.key, keyRange: key.keyRange,
            value: YAMLNode(
                kind: .sequence(items), range: items[0].range.lowerBound..<items[items.count - 1].range.upperBound))
    }

    /// The lines that start an entry: those with a dash in the column of the first. Nothing where another line starts before that column.
    private static func starts(in range: TextRange, of bytes: [UInt8]) -> [Int] {
        var starts: [Int] = []
        var column: Int?
        var line = range.lowerBound
        while line < range.upperBound {
            let end = min(TextLines.next(after: line, in: bytes), range.upperBound)
            defer { line = end }
            guard let first = bytes[line..<end].firstIndex(where: { $0 > 0x20 }), bytes[first] != UInt8(ascii: "#")
            else { continue }
            let isItem = bytes[first] == UInt8(ascii: "-") && first + 1 < end && bytes[first + 1] <= 0x20
            if column == nil, isItem { column = first - line }
            guard let column, first - line >= column else { return [] }
            if isItem, first - line == column { starts.append(line) }
        }
        return starts
    }
}
