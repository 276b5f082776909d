/// Columns that line up, two spaces apart.
struct TextTable {
    struct Cell: ExpressibleByStringLiteral {
        let text: String
        let style: TerminalText.Style?

        init(_ text: String, _ style: TerminalText.Style? = nil) {
            self.text = TerminalText.printable(text)
            self.style = style
        }

        init(stringLiteral text: String) { self.init(text) }
    }

    enum Alignment {
        case left, right
    }

    private enum Row {
        case cells([Cell])
        /// Across all columns.
        case line(Cell, indent: Int)
    }

    private let alignments: [Alignment]
    private var rows: [Row] = []

    init(_ alignments: [Alignment]) {
        self.alignments = alignments
    }

    mutating func add(_ cells: [Cell]) { rows.append(.cells(cells)) }

    /// A line of its own between the others.
    mutating func add(line cell: Cell, indent: Int) { rows.append(.line(cell, indent: indent)) }

    /// Each row a line; none ends in spaces.
    func text(in terminal: TerminalText) -> String {
        var widths = [Int](repeating: 0, count: alignments.count)
        for case .cells(let cells) in rows {
            for (column, cell) in cells.enumerated() where widths.indices.contains(column) {
                widths[column] = max(widths[column], TerminalText.width(of: cell.text))
            }
        }
        return rows.map { row in
            switch row {
            case .cells(let cells): line(of: cells, widths: widths, in: terminal) + "\n"
            case .line(let cell, let indent):
                String(repeating: " ", count: indent) + terminal(cell.text, cell.style) + "\n"
            }
        }.joined()
    }

    private func line(of cells: [Cell], widths: [Int], in terminal: TerminalText) -> String {
        var line = ""
        var gap = 0
        for (column, cell) in cells.enumerated() where widths.indices.contains(column) {
            let room = widths[column] - TerminalText.width(of: cell.text)
            let isRight = alignments[column] == .right
            if cell.text.isEmpty {
                gap += room + 2
                continue
            }
            line += String(repeating: " ", count: gap + (isRight ? room : 0)) + terminal(cell.text, cell.style)
            gap = (isRight ? 0 : room) + 2
        }
        return line
    }
}
