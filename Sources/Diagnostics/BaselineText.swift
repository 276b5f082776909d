/// A baseline as a file that is kept beside the content: a line a finding, sorted, so that branches merge line by line.
///
/// ```
/// waymark baseline 1
/// # …
/// journeys/late.md<tab>model/overdue-review<tab>0f1e2d3c4b5a6978<tab>'late' was due for review on 2026-09-01
/// ```
/// In a field `\t`, `\n`, `\r` and `\\` stand for what they do in most languages. Blank lines, and those that start with `#`, say nothing.
extension Baseline {
    private static let header = "waymark baseline 1"

    package var text: String {
        var text = Self.header + "\n"
        text += "# What 'waymark check' found and is known, a line each: file, code, checksum of the line, message.\n"
        text += "# Written by 'waymark check --write-baseline'; lines may be deleted.\n"
        for entry in entries {
            let fields = [entry.path, entry.code, entry.line, entry.message]
            text += fields.map(Self.escaped).joined(separator: "\t") + "\n"
        }
        return text
    }

    package static func read(_ source: SourceText) -> Checked<Baseline> {
        var baseline = Baseline()
        var diagnostics: [Diagnostic] = []
        let bytes = source.bytes
        let starts = TextLines.starts(in: bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        var hasHeader = false
        for (index, start) in starts.enumerated() {
            var end = index + 1 < starts.count ? starts[index + 1] : bytes.count
            while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
            let place = Location(path: source.path, range: start..<end)
            guard let line = String(validating: bytes[start..<end], as: UTF8.self) else {
                diagnostics.append(Diagnostic(.baselineLine, at: place, "the line is not valid UTF-8"))
                continue
            }
            if index == 0 {
                hasHeader = line == header
                if !hasHeader { diagnostics.append(wrongHeader(line, at: place)) }
                if !hasHeader { break }
            } else if !line.isEmpty, !line.hasPrefix("#") {
                switch entry(line) {
                case .success(let entry): baseline.add(entry)
                case .failure(let flaw): diagnostics.append(diagnostic(flaw, at: place))
                }
            }
        }
        return Checked(baseline, diagnostics)
    }

    private static func wrongHeader(_ line: String, at place: Location) -> Diagnostic {
        let isOther = line.hasPrefix("waymark baseline ")
        return Diagnostic(
            .baselineHeader, at: place,
            isOther
                ? "'\(line)' is a baseline of another form: this Waymark reads '\(header)'"
                : "the file is no baseline: its first line is '\(header)'",
            hint: "write it anew with --write-baseline")
    }

    // MARK: Lines

    private enum Flaw: Error {
        case merge, fields(Int), checksum(String), escape
    }

    private static func entry(_ line: String) -> Result<Entry, Flaw> {
        if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(where: line.hasPrefix) { return .failure(.merge) }
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 4 else { return .failure(.fields(fields.count)) }
        let texts = fields.compactMap(unescaped)
        guard texts.count == 4 else { return .failure(.escape) }
        let digits = texts[2].utf8
        guard
            texts[2] == "-"
                || digits.count == Entry.lineDigits
                    && digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return .failure(.checksum(texts[2])) }
        return .success(Entry(path: texts[0], code: texts[1], line: texts[2], message: texts[3].trimmingSpaces))
    }

    private static func diagnostic(_ flaw: Flaw, at place: Location) -> Diagnostic {
        switch flaw {
        case .merge:
            Diagnostic(
                .baselineLine, at: place, "a merge has left its marks here",
                hint: "keep the lines of both sides without the marks, or write the file anew with --write-baseline")
        case .fields(let count):
            Diagnostic(
                .baselineLine, at: place,
                "the line has \(count) \(count == 1 ? "field" : "fields") in place of four with a tab between each: file, code, checksum, message",
                hint: "some editors turn tabs into spaces: write the file anew with --write-baseline")
        case .checksum(let text):
            Diagnostic(
                .baselineLine, at: place,
                "'\(text)' is no checksum of a line: that has \(Entry.lineDigits) digits from 0 to f, or is '-'",
                hint: "write the file anew with --write-baseline")
        case .escape:
            Diagnostic(
                .baselineLine, at: place, "'\\' stands before a sign that it means nothing with",
                hint: "\\t, \\n, \\r and \\\\ are read")
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(scalar)
            }
        }
        // A name may start like a comment.
        return result.hasPrefix("#") ? "\\" + result : result
    }

    /// Nothing where a `\` stands before what it means nothing with.
    private static func unescaped(_ text: Substring) -> String? {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
        var result = ""
        var isEscape = false
        for scalar in text.unicodeScalars {
            if !isEscape {
                isEscape = scalar == "\\"
                if !isEscape { result.unicodeScalars.append(scalar) }
                continue
            }
            isEscape = false
            switch scalar {
            case "\\", "#": result.unicodeScalars.append(scalar)
            case "t": result += "\t"
            case "n": result += "\n"
            case "r": result += "\r"
            default: return nil
            }
        }
        return isEscape ? nil : result
    }
}
