import Diagnostics
import Markup

extension MarkdownDocument {
    /// Where figures of a metric stand that belong into its CSV: a table of days and numbers, or lines of `date,value`.
    var tabledFigures: TextRange? {
        for block in blocks {
            switch block.kind {
            case .custom where areFigures(inRowsOf: block):
                let start = startOfTable(block)
                return start..<endOfLine(at: start)
            case .paragraph, .codeBlock:
                if let first = firstOfFigures(in: block.wholeRange) { return first }
            default: continue
            }
        }
        return nil
    }

    /// Whether most rows have a day and a number: tables of other things may well have one.
    private func areFigures(inRowsOf table: MarkdownNode) -> Bool {
        let rows = table.children.dropFirst().prefix(100)
        let dated = rows.count { row in
            let cells = row.children.map(\.shownText)
            guard let day = cells.firstIndex(where: Self.isDay) else { return false }
            return cells.indices.contains { $0 > day && Self.isNumber(cells[$0]) }
        }
        return dated > 1 && dated * 2 > rows.count
    }

    private static func isDay(_ text: String) -> Bool { CalendarPeriod(iso: text) != nil || DateHint.isMeant(text) }

    private static func isNumber(_ text: String) -> Bool {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }), !isDay(text) else { return false }
        return ExactNumber.read(text) != nil || NumberHint.hint(for: text) != nil
    }

    /// The line that names the columns, if there is another below it.
    private func firstOfFigures(in range: TextRange) -> TextRange? {
        var start = range.lowerBound
        // In a block of code they stand below its first line.
        for _ in 0..<2 where start < range.upperBound {
            let end = endOfLine(at: start)
            let names = source.bytes[start..<end].split {
                $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == 0x09
            }
            .map { String(decoding: $0, as: UTF8.self).lowercased().filter { $0 != " " } }
            if names.count > 1, names.contains("date") || names.contains("datum"),
                names.contains("value") || names.contains("wert"),
                TextLines.next(after: start, in: source.bytes) < range.upperBound
            {
                return start..<end
            }
            start = TextLines.next(after: start, in: source.bytes)
        }
        return nil
    }

    private func endOfLine(at start: Int) -> Int {
        source.bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.bytes.count
    }
}
