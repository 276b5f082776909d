/// Writes a table as RFC 4180 has it: UTF-8, commas, quotes where they are needed, and a line feed behind every row.
///
/// A line feed alone, not CR LF: spreadsheets read both, and the tools of a shell see no stray sign at the end of a row.
struct CSVWriter {
    private(set) var bytes: [UInt8]
    private var isFirst = true

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Appends a table with a line of names above its rows.
    static func write(into file: inout [UInt8], columns: [String], _ rows: (inout CSVWriter) -> Void) {
        var writer = CSVWriter([])
        swap(&writer.bytes, &file)
        writer.row { writer in for column in columns { writer.text(column) } }
        rows(&writer)
        swap(&writer.bytes, &file)
    }

    mutating func row(_ cells: (inout CSVWriter) -> Void) {
        isFirst = true
        cells(&self)
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func startCell() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
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
        var text = text
        text.withUTF8 { utf8 in
            let first = utf8[0]
            let isFormula =
                isGuarded
                && (first == UInt8(ascii: "=") || first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
                    || first == UInt8(ascii: "@") || first == UInt8(ascii: "\t") || first == UInt8(ascii: "\r"))
            let isQuoted = utf8.contains {
                $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
                    || $0 == UInt8(ascii: "\r")
            }
            if isQuoted { bytes.append(UInt8(ascii: "\"")) }
            if isFormula { bytes.append(UInt8(ascii: "'")) }
            for byte in utf8 {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            if isQuoted { bytes.append(UInt8(ascii: "\"")) }
        }
    }

    /// Several names in one cell, between them a semicolon, which no id has in it.
    mutating func texts(_ texts: [String]) { text(texts.joined(separator: "; ")) }

    mutating func count(_ value: Int?) {
        startCell()
        if let value { DecimalNumber.append(value, to: &bytes) }
    }

    mutating func score(_ value: Double?) { number(value, places: 2) }

    mutating func share(_ value: Double?) { number(value, places: 4) }

    private mutating func number(_ value: Double?, places: Int) {
        startCell()
        if let value, value.isFinite { DecimalNumber.append(value, places: places, to: &bytes) }
    }

    /// A number that an author wrote.
    mutating func exact(_ value: Double?) {
        startCell()
        if let value, value.isFinite { DecimalNumber.appendExact(value, to: &bytes) }
    }

    mutating func flag(_ value: Bool) { text(value ? "true" : "false") }
}
