import Diagnostics
import Markup

extension MarkdownDocument {
    /// The first paragraph or list, where nothing but a title stands above it.
    var firstBlock: TextRange? {
        for block in blocks where block.kind != .heading || block.headingLevel != 1 {
            return block.kind == .paragraph || block.kind == .list ? block.wholeRange : nil
        }
        return nil
    }
}

extension RecordReading {
    /// Says of lines such as `Owner: Ines Holm` at the top of the text, as note-taking programs export them, that they are no front matter.
    /// One alone may be words; asked for last, when all keys are known.
    func keysInText() -> Diagnostic? {
        guard let range = firstBlock else { return nil }
        var found: [(range: TextRange, key: String, value: String)] = []
        var count = 0
        var start = range.lowerBound
        while start < range.upperBound, count < 20 {
            let next = min(TextLines.next(after: start, in: source.bytes), range.upperBound)
            defer { start = next }
            count += 1
            let line = source.bytes[start..<next]
            // Keys are short: to go through a sentence by characters would take longer than to read the file.
            if line.prefix(Self.longestKey).contains(UInt8(ascii: ":")),
                let (key, value) = key(in: String(decoding: line, as: UTF8.self))
            {
                found.append((start..<next, key, value))
            }
            // Most texts start with a sentence.
            if count == 1, found.isEmpty { return nil }
        }
        guard let first = found.first, Set(found.map(\.key)).count > 1, found.count * 2 > count else { return nil }
        let end = source.bytes[first.range].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? first.range.upperBound
        let names = fields.mapping.entries.isEmpty ? "between two lines of '---' at the top" : "in the front matter"
        return Diagnostic(
            .frontMatterMissing, at: Location(path: source.path, range: first.range.lowerBound..<end),
            "this line and those like it below are read as text: keys stand \(names)",
            hint: "write '\(first.key): \(first.value)' there, and so the others", severity: .warning)
    }

    /// With the signs around it.
    private static let longestKey = 80

    /// `Owner: Ines Holm`, `**Owner:** Ines Holm` and `- Owner: Ines Holm`; a lane is none, which is told as such.
    private func key(in line: String) -> (key: String, value: String)? {
        let isSign: (Character) -> Bool = { "*_- \t".contains($0) }
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let words = String(line[..<colon].drop(while: isSign).reversed().drop(while: isSign).reversed())
        guard !words.isEmpty, words.utf8.count < 40, settings.taxonomy.labels.lane(labelled: words) == nil else {
            return nil
        }
        let value = line[line.index(after: colon)...].drop(while: isSign).reversed().drop(while: \.isWhitespace)
        let written = words.lowercased().replacing(" ", with: "_")
        guard !value.isEmpty,
            let key = fields.known.contains(written) ? written : OtherNames.key(for: written, among: fields.known)
        else { return nil }
        return (key, String(value.reversed()))
    }
}
