import Diagnostics
import Markup

/// What forms and spreadsheets have in one line, and stands otherwise here.
extension EntryReading {
    /// Names are links to where else they are named. An address in angle brackets is its own name.
    mutating func warnOfLinks() {
        guard !entry.paragraph.isWordsAlone else { return }
        for node in entry.paragraph.linksAndImages where node.kind == .image || node.plainText != node.destination {
            say(
                .linkInName, node.destinationRange,
                "a name is shown as its words alone, without the \(node.kind == .link ? "link" : "image") in it",
                hint: "write it below the lanes, in a note")
        }
    }

    /// Names with another sign between them than a comma are one name.
    mutating func warnOfSeparators(in text: String, at range: TextRange) {
        let separators = Separators(in: text)
        guard let sign = separators.first, Placeholders.found(in: text) == nil else { return }
        let names = separators.parts.joined(separator: ", ")
        let single =
            switch sign {
            case "/": ", or, if they are one, \(text.replacing(" / ", with: "/"))"
            case ">": ", or, if they are one, an item of a list below the label"
            default: ""
            }
        say(
            .listSeparator, range, "names are separated by commas: with '\(sign)' between them they are one",
            hint: "write \(names)\(single)")
    }

    /// `Website, App and Hotline`: the last two are one name.
    mutating func warnOfLastWord(in parts: [CommaList.Part], place: (Range<Int>) -> TextRange) {
        guard parts.count > 1, let last = parts.last, let (word, names) = LastOfList.split(last.text) else { return }
        let all = (parts.dropLast().map(\.text) + names).joined(separator: ", ")
        say(
            .listSeparator, place(last.range), "names are separated by commas: with '\(word)' this is one name",
            hint: "write \(all)"
                + (names.count > 1 ? ", or, if it is one, each name as an item of a list below the label" : ""))
    }

    /// `1. Phone 2. Mail`: a list in one line is one entry.
    mutating func warnOfNumbers(in text: String, at range: TextRange) {
        guard let parts = Self.numbered(text) else { return }
        say(
            .listSeparator, range, "numbers separate nothing in a line: this is one entry",
            hint: "write each as an item of a list below the label: - \(parts[0])")
    }

    /// The parts of `1. Phone 2. Mail`, `1) Phone 2) Mail`, without their numbers.
    private static func numbered(_ text: String) -> [String]? {
        // Nearly every entry starts with a letter.
        guard text.utf8.first == UInt8(ascii: "1") else { return nil }
        var parts: [String] = []
        for word in text.split(separator: " ") {
            if word == "\(parts.count + 1)." || word == "\(parts.count + 1))" {
                parts.append("")
            } else if parts.isEmpty {
                return nil
            } else {
                parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + word
            }
        }
        return parts.count > 1 && !parts.contains("") ? parts : nil
    }

    /// `SAP (CRM, ERP), Billing`: a comma in brackets separates names like any other.
    mutating func warnOfBrackets(in parts: [CommaList.Part], place: (Range<Int>) -> TextRange) {
        guard parts.count > 1 else { return }
        func depth(_ part: CommaList.Part) -> Int {
            part.text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "(") ? 1 : $1 == UInt8(ascii: ")") ? -1 : 0) }
        }
        guard let first = parts.firstIndex(where: { depth($0) == 1 }),
            let last = parts[(first + 1)...].firstIndex(where: { depth($0) == -1 })
        else { return }
        let names = parts[first...last].map(\.text)
        let halves = [names[0], names[names.count - 1]].map { "'\($0)'" }.joined(separator: " and ")
        say(
            .listSeparator, place(parts[first].range.lowerBound..<parts[last].range.upperBound),
            "a comma separates names in brackets, too: \(halves) are two",
            hint: "write \(names.joined(separator: " / ")), or each name as an item of a list below the label")
    }

    /// Says what of a list of names is no name: brackets and quotes around them, `etc.`, a point at the end, and the ends of lines.
    mutating func warnOfNames(_ parts: [CommaList.Part], at range: TextRange, place: (Range<Int>) -> TextRange) {
        guard let last = parts.last else { return }
        if warnOfSigns(around: parts, at: range) { return }
        for part in parts where parts.count > 1 {
            guard let said = Placeholders.found(in: part.text) else { continue }
            say(
                .emptyEntry, place(part.range), "'\(said)' says nothing, but is read as a name like any other",
                hint: "delete it")
        }
        if parts.count > 1, last.text.utf8.last == UInt8(ascii: "."), Placeholders.found(in: last.text) == nil {
            let words = last.text.dropLast().split(separator: " ")
            // Shorter ones may be cut short: `Acme Inc.`
            if let word = words.last, word.count > 4, !word.contains(".") {
                say(
                    .listSeparator, place(last.range),
                    "the point at its end is a part of this name, which no other file has so",
                    hint: "write \(last.text.dropLast())")
            }
        }
        if let ended = entry.paragraph.lineBreak, !(ended.previousText?.hasSuffix(",") ?? false) {
            say(
                .listSeparator, range, "names are separated by commas: the ends of lines separate nothing",
                hint: "write a comma behind each name, or each as an item of a list below the label")
        }
    }

    /// Brackets around all names, and quotes around each.
    ///
    /// - Returns: whether there are any.
    private mutating func warnOfSigns(around parts: [CommaList.Part], at range: TextRange) -> Bool {
        // Nearly every name starts with a letter.
        guard let first = parts.first?.text, let last = parts.last?.text, let byte = first.utf8.first,
            !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        else { return false }
        if parts.count > 1, let opening = first.first, let closing = last.last,
            ["[]", "{}", "()"].contains("\(opening)\(closing)"), !first.contains(closing), !last.contains(opening)
        {
            let names = parts.map(\.text).joined(separator: ", ").dropFirst().dropLast()
            say(
                .listSeparator, range,
                "'\(opening)' and '\(closing)' are a part of the names here, which no other file has so",
                hint: "write \(names)")
            return true
        }
        let quotes = "\"'\u{201C}\u{201D}\u{201E}\u{2018}\u{2019}"
        func isQuoted(_ name: String) -> Bool {
            name.count > 2 && quotes.contains(name.prefix(1)) && quotes.contains(name.suffix(1))
        }
        guard parts.allSatisfy({ isQuoted($0.text) }) else { return false }
        let names = parts.map { String($0.text.dropFirst().dropLast()) }.joined(separator: ", ")
        say(
            .listSeparator, range, "quotes are a part of the names here, which no other file has so",
            hint: "write \(names)")
        return true
    }

    /// Says that how bad a pain is belongs in braces.
    mutating func warnOfWrittenSeverity(at range: TextRange) {
        guard let last = entry.paragraph.lastText, last.withLiteral(Self.maySay) else { return }
        guard !(entry.attributes?.pairs.contains { $0.key.text == "severity" } ?? false),
            let (written, severity) = WrittenSeverity.end(of: last.literal)
        else { return }
        let part = (range.upperBound - written.utf8.count)..<range.upperBound
        let isExact = part.lowerBound >= range.lowerBound && document.source.bytes.isSame(part, as: written)
        say(
            .unreadAttributes, isExact ? part : range,
            "'\(written)' is a part of the words: how bad it is stands in braces",
            hint: "write {severity=\(severity)} in its place")
    }

    /// Whether a text ends with a digit, a bracket or a picture, or with a word behind `severity`. Most end with another.
    private static func maySay(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let last = bytes.last(where: { $0 != 0x20 && $0 != UInt8(ascii: ".") }) else { return false }
        return last >= 0x80 || (0x30...0x39).contains(last) || last == UInt8(ascii: "]") || last == UInt8(ascii: ")")
            || last == UInt8(ascii: "}") || hasName(UnsafeBufferPointer(rebasing: bytes.suffix(24)))
    }

    private static func hasName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.indices.contains { place in
            // What is in `severity` and `Schwere`, after signs that few words have.
            bytes[place] == UInt8(ascii: "v") && bytes[place...].starts(with: "verity".utf8)
                || bytes[place] == UInt8(ascii: "w") && bytes[place...].starts(with: "were".utf8)
        }
    }
}

/// How bad something is, as forms and chats have it at the end of a line: `severity 4`, `(4/5)`, `[high]`, `⭐⭐⭐`, `4️⃣`, `🔴`.
enum WrittenSeverity {
    static let words: [String: Int] = [
        "critical": 5, "blocker": 5, "very high": 5, "high": 4, "major": 4, "medium": 3, "moderate": 3, "mid": 3,
        "low": 2, "minor": 1, "kritisch": 5, "hoch": 4, "mittel": 3, "niedrig": 2, "gering": 2,
    ]
    private static let pictures: [Character: Int] = ["🔴": 5, "🟠": 4, "🟡": 3, "🟢": 1]

    /// `high`, and the sizes of shirts.
    static func degree(of word: String) -> Int? {
        let sizes = ["xs": 1, "s": 2, "m": 3, "l": 4, "xl": 5]
        return words[word.lowercased()] ?? sizes[word.lowercased()]
    }

    /// The end of a text that says so, and the severity that it stands for.
    static func end(of text: String) -> (written: String, severity: Int)? {
        let trimmed = text.reversed().drop { $0 == " " || $0 == "." }
        guard let last = trimmed.first else { return nil }
        let whole = String(trimmed.reversed())
        if let severity = pictures[last] { return (String(last), severity) }
        let count = trimmed.prefix { "⭐★".contains($0) }.count
        if count > 1 { return count <= 5 ? (String(trimmed.prefix(count)), count) : nil }
        let scalars = Array(last.unicodeScalars)
        if scalars.count == 3, scalars[2] == "\u{20E3}", (0x31...0x35).contains(scalars[0].value) {
            return (String(last), Int(scalars[0].value) - 0x30)
        }
        let isBracketed = last == ")" || last == "]" || last == "}"
        if isBracketed, let opening = whole.lastIndex(where: { "([{".contains($0) }) {
            let inner = whole[whole.index(after: opening)...].dropLast().lowercased()
            // With a colon or an equals sign it looks like attributes, which is told as such.
            guard !inner.contains(":"), !inner.contains("="), !isCount(inner, behind: whole[..<opening]),
                let severity = stars(of: inner) ?? words[inner]
                    // Braces with more in them are told as attributes.
                    ?? (last == "}" ? digit(of: inner) : named(inner))
            else { return nil }
            return (String(whole[opening...]), severity)
        }
        // `severity 4` without brackets, behind a dash, a comma or nothing.
        let lowered = whole.lowercased()
        for name in names {
            guard let place = lowered.firstRange(of: name), lowered.utf8.count == whole.utf8.count else { continue }
            let tail = lowered[place.lowerBound...]
            guard let severity = named(String(tail)) else { continue }
            return (String(whole.suffix(tail.count)), severity)
        }
        return nil
    }

    private static let names = ["severity", "schweregrad", "schwere", "sev."]

    /// What is counted rather than judged: `step (4/5)`, `on page (2/5)`.
    private static let counted: Set<String> = [
        "attempt", "call", "chapter", "day", "floor", "form", "letter", "mail", "month", "page", "part", "phase",
        "question", "reminder",
        "round", "screen", "section", "slide", "stage", "step", "tab", "try", "version", "visit", "week", "of", "teil",
        "anruf", "brief", "folie", "frage", "phase", "schritt", "seite", "tag", "version", "versuch", "woche",
        "bildschirm",
    ]

    private static func isCount(_ inner: String, behind words: Substring) -> Bool {
        guard stars(of: inner) != nil, let last = words.split(separator: " ").last else { return false }
        return counted.contains(last.lowercased())
    }

    /// `4`
    private static func digit(of text: String) -> Int? {
        Int(text).flatMap { text.utf8.count == 1 && (1...5).contains($0) ? $0 : nil }
    }

    /// `4/5`
    private static func stars(of text: String) -> Int? {
        guard text.utf8.count == 3, text.hasSuffix("/5"), let number = Int(text.prefix(1)), (1...5).contains(number)
        else { return nil }
        return number
    }

    /// `severity 4`, `severity: high`, `sev. 4/5`
    private static func named(_ text: String) -> Int? {
        guard let name = names.first(where: text.hasPrefix) else { return nil }
        let rest = String(text.dropFirst(name.count).drop { " :".contains($0) })
        if rest.utf8.count == 1, let number = Int(rest), (1...5).contains(number) { return number }
        return stars(of: rest) ?? words[rest]
    }
}
