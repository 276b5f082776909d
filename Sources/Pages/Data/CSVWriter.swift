import Diagnostics
import Templates

/// Writes a table as RFC 4180 has it: UTF-8, commas, quotes where they are needed, and a line feed behind every row.
///
/// A line feed alone, not CR LF: spreadsheets read both, and the tools of a shell see no stray sign at the end of a row.
struct CSVWriter: ~Copyable {
    private var page = PageBuffer(capacity: 0)
    private var isFirst = true

    private init() {}

    /// Appends a table with a line of names above its rows.
    static func write(into file: inout PageBuffer, columns: [String], _ rows: (inout CSVWriter) -> Void) {
        var writer = CSVWriter()
        swap(&writer.page, &file)
        writer.row { writer in for column in columns { writer.text(column) } }
        rows(&writer)
        swap(&writer.page, &file)
    }

    mutating func row(_ cells: (inout CSVWriter) -> Void) {
        isFirst = true
        cells(&self)
        page.write(UInt8(ascii: "\n"))
        page.settle()
    }

    private mutating func startCell() {
        if !isFirst { page.write(UInt8(ascii: ",")) }
        isFirst = false
    }

    /// Words; nothing is an empty cell.
    ///
    /// A spreadsheet runs a cell that starts like a formula: an apostrophe before it keeps it words.
    mutating func text(_ text: String?) { write(text ?? "", isGuarded: true) }

    /// A name that is read back, and so stays as it is.
    mutating func name(_ name: String) { write(name, isGuarded: false) }

    private mutating func write(_ text: String, isGuarded: Bool) {
        startCell()
        guard !text.isEmpty else { return }
        text.withBytes { utf8 in
            let first = utf8[0]
            let isFormula =
                isGuarded
                && (first == UInt8(ascii: "=") || first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
                    || first == UInt8(ascii: "@") || first == UInt8(ascii: "\t") || first == UInt8(ascii: "\r"))
            // Nearly all are looked at and copied at once: what turns out to be special is written anew.
            let room = page.room(for: utf8.count + ByteBlocks.overhang)
            let isPlain = ByteBlocks.copyPlain(utf8, to: room, Self.isSpecial) == utf8.count
            if isPlain, !isFormula { return page.advance(by: utf8.count) }
            if isPlain {
                page.write(UInt8(ascii: "'"))
                return page.write(utf8)
            }
            page.write(UInt8(ascii: "\""))
            if isFormula { page.write(UInt8(ascii: "'")) }
            for byte in utf8 {
                if byte == UInt8(ascii: "\"") { page.write(byte) }
                page.write(byte)
            }
            page.write(UInt8(ascii: "\""))
        }
    }

    @inline(__always)
    private static func isSpecial(_ block: ByteBlocks.Block) -> ByteBlocks.Mask {
        ByteBlocks.equal(block, UInt8(ascii: ",")) .| ByteBlocks.equal(block, UInt8(ascii: "\""))
            .| ByteBlocks.equal(block, UInt8(ascii: "\n")) .| ByteBlocks.equal(block, UInt8(ascii: "\r"))
    }

    /// Several names in one cell, between them a semicolon, which no id has in it.
    mutating func texts(_ texts: [String]) {
        // Mostly there is one, or none.
        text(texts.count > 1 ? texts.joined(separator: "; ") : texts.first)
    }

    mutating func count(_ value: Int?) {
        startCell()
        if let value { DecimalNumber.write(value, to: &page) }
    }

    /// A line whose place in the table is noted.
    mutating func line(_ line: Int, of journey: Int) {
        startCell()
        page.note(PrintedNumber.line(line, of: journey)) { DecimalNumber.write(line, to: &$0) }
    }

    mutating func score(_ value: Double?) { number(value, places: 2) }

    mutating func share(_ value: Double?) { number(value, places: 4) }

    private mutating func number(_ value: Double?, places: Int) {
        startCell()
        if let value, value.isFinite { DecimalNumber.write(value, places: places, to: &page) }
    }

    /// A number that an author wrote.
    mutating func exact(_ value: Double?) {
        startCell()
        if let value, value.isFinite { DecimalNumber.writeExact(value, to: &page) }
    }

    mutating func flag(_ value: Bool) { text(value ? "true" : "false") }
}
