import Diagnostics

/// Records of fields, as RFC 4180 has them: separated by commas, quoted where they must be; CRLF or LF, with or without a BOM.
package struct DelimitedText: Sendable {
    package struct Field: Sendable {
        /// Without quotes, and without white space around it where it is not quoted.
        package let text: String
        package let range: TextRange
        package let isQuoted: Bool
    }

    package struct Record: Sendable {
        package let fields: [Field]
        /// Counted from 1.
        package let line: Int
        package let range: TextRange
        /// Whether a quote in it opens or closes in the wrong place.
        package let hasStrayQuotes: Bool
    }

    /// Blank lines are skipped.
    package let records: [Record]
    /// Quotes that are opened and never closed, or closed in the middle of a field.
    package let strayQuotes: [TextRange]

    package init(_ source: SourceText) {
        var reader = Reader(bytes: source.bytes)
        reader.read()
        records = reader.records
        strayQuotes = reader.strayQuotes
    }

    private struct Reader {
        let bytes: [UInt8]
        var records: [Record] = []
        var strayQuotes: [TextRange] = []
        private var index = 0
        private var line = 1

        init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        mutating func read() {
            index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            while index < bytes.count { readRecord() }
        }

        private mutating func readRecord() {
            let start = index
            let startLine = line
            let strayBefore = strayQuotes.count
            var fields: [Field] = []
            while true {
                fields.append(readField())
                guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { break }
                index += 1
            }
            let end = index
            skipLineEnd()
            if fields.count > 1 || !fields[0].text.isEmpty || fields[0].isQuoted {
                records.append(
                    Record(
                        fields: fields, line: startLine, range: start..<end,
                        hasStrayQuotes: strayQuotes.count > strayBefore))
            }
        }

        private mutating func skipLineEnd() {
            guard index < bytes.count else { return }
            if bytes[index] == 0x0D { index += 1 }
            if index < bytes.count, bytes[index] == 0x0A { index += 1 }
            line += 1
        }

        private var isAtEnd: Bool {
            index >= bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == UInt8(ascii: ",")
        }

        private mutating func skipSpaces() {
            while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        }

        private mutating func readField() -> Field {
            skipSpaces()
            if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return readQuotedField() }
            let start = index
            while !isAtEnd { index += 1 }
            var end = index
            while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
            return Field(text: String(decoding: bytes[start..<end], as: UTF8.self), range: start..<end, isQuoted: false)
        }

        private mutating func readQuotedField() -> Field {
            let start = index
            let startLine = line
            var text: [UInt8] = []
            index += 1
            while index < bytes.count {
                let byte = bytes[index]
                if byte == UInt8(ascii: "\"") {
                    guard index + 1 < bytes.count, bytes[index + 1] == byte else {
                        return closeField(from: start, line: startLine, text: text)
                    }
                    index += 1
                }
                if byte == 0x0A || byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A) { line += 1 }
                text.append(byte)
                index += 1
            }
            return reopen(start, line: startLine)
        }

        /// Never closed: the line is read as if the quote were part of it, so that only this row is lost.
        private mutating func reopen(_ start: Int, line startLine: Int) -> Field {
            strayQuotes.append(start..<(start + 1))
            line = startLine
            index = start + 1
            while !isAtEnd { index += 1 }
            return Field(
                text: String(decoding: bytes[start..<index], as: UTF8.self), range: start..<index, isQuoted: false)
        }

        private mutating func closeField(from start: Int, line startLine: Int, text: [UInt8]) -> Field {
            index += 1
            let end = index
            skipSpaces()
            if !isAtEnd {
                // The quote that closes it lines below opens another field: this one was never closed.
                if text.contains(0x0A) { return reopen(start, line: startLine) }
                strayQuotes.append((end - 1)..<end)
                while !isAtEnd { index += 1 }
            }
            return Field(text: String(decoding: text, as: UTF8.self), range: start..<end, isQuoted: true)
        }
    }
}
