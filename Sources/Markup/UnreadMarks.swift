import CMark
import Diagnostics

/// Marks that other programs read and Markdown does not, so that they are shown as they stand: comments between `%%`, words between `==` and
/// `~~`, `^p1` at the end of a line, `: ` below a term, `[!note]` at the start of a quote, `:::` around a box, and `[^1]`.
struct UnreadMarks {
    private enum Kind: CaseIterable {
        case comment, highlight, strike, blockID, definition, callout, box, footnote
    }

    private struct Found {
        let range: TextRange
        /// As the tree has it, up to the first sign that may be a node of its own there.
        let text: String
        /// What is written instead.
        let hint: String
    }

    private let bytes: [UInt8]
    private let start: Int

    /// In bytes, how far a line is looked through, and how many are looked at: hostile ones go on for ever.
    private static let longest = 400
    private static let most = 50

    /// The first of each kind in a file.
    static func problems(in source: SourceText, from start: Int, under root: OpaquePointer) -> [Diagnostic] {
        let marks = UnreadMarks(bytes: source.bytes, start: start)
        return Kind.allCases.compactMap { kind in
            let candidates = marks.candidates(of: kind)
            if candidates.isEmpty { return nil }
            let found = PlainTexts.found(
                candidates, with: sign(of: kind), under: root, startsText: startsText(kind), text: \.text)
            return found.first.map {
                Diagnostic(
                    .unreadMark, at: Location(path: source.path, range: $0.range), message(kind, of: found.count),
                    hint: $0.hint)
            }
        }
    }

    /// Whether it stands at the start of a line or a block, where a text of its own starts in the tree.
    private static func startsText(_ kind: Kind) -> Bool { [.definition, .callout, .box].contains(kind) }

    private static func sign(of kind: Kind) -> String {
        switch kind {
        case .comment: "%%"
        case .highlight: "=="
        case .strike: "~~"
        case .blockID: "^"
        case .definition: ": "
        case .callout: "[!"
        case .box: ":::"
        case .footnote: "[^"
        }
    }

    private static func message(_ kind: Kind, of count: Int) -> String {
        let more = count > 1 ? ", and so \(count > 2 ? "are \(count - 1) others" : "is another") in this file" : ""
        return switch kind {
        case .comment: "'%%' starts no comment here: this is shown to readers\(more)"
        case .highlight: "'==' marks nothing here: this is shown with its signs\(more)"
        case .strike: "'~~' strikes nothing out here: this is shown like the rest, with its signs\(more)"
        case .blockID: "'^' gives no id here: this is shown as text\(more)"
        case .definition: "':' starts no definition here: this is shown as more of the text above\(more)"
        case .callout: "a box for notes is not written so: this is shown as a quote, with its first line\(more)"
        case .box: "':::' makes no box here: this is shown as text\(more)"
        case .footnote: "footnotes are not read: this is shown as text\(more)"
        }
    }

    private func candidates(of kind: Kind) -> [Found] {
        switch kind {
        case .comment: pairs(of: UInt8(ascii: "%"), isTight: false) { "write <!-- \($0) -->" }
        case .highlight: pairs(of: UInt8(ascii: "="), isTight: true) { "write **\($0)**" }
        case .strike:
            pairs(of: UInt8(ascii: "~"), isTight: true) { "delete it, or put it in a comment: <!-- \($0) -->" }
        case .blockID: blockIDs()
        case .definition: definitions()
        case .callout: callouts()
        case .box: boxes()
        case .footnote: footnotes()
        }
    }

    private func isBlank(_ index: Int) -> Bool { index < start || index >= bytes.count || bytes[index] <= 0x20 }

    private func isLineEnd(_ index: Int) -> Bool {
        index < start || index >= bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
    }

    /// Letters and digits: signs of these kinds that stand in a word mark nothing elsewhere either.
    private func isInWord(_ index: Int) -> Bool {
        guard index >= start, index < bytes.count else { return false }
        let byte = bytes[index]
        return byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// The places of a sign that stands there twice, and not three times.
    private func doubled(_ sign: UInt8) -> [Int] {
        var places: [Int] = []
        var at = start
        while places.count < Self.most, let place = bytes.firstPlace(of: sign, from: at) {
            var end = place + 1
            while end < bytes.count, bytes[end] == sign { end += 1 }
            let isEscaped = place > start && bytes[place - 1] == UInt8(ascii: "\\")
            if end == place + 2, !isEscaped { places.append(place) }
            at = end
        }
        return places
    }

    /// Words between two doubled signs. Of comments the signs may stand in lines of their own, far from each other.
    private func pairs(of sign: UInt8, isTight: Bool, _ hint: (String) -> String) -> [Found] {
        let places = doubled(sign)
        var found: [Found] = []
        var index = 0
        while index + 1 < places.count {
            let (opening, closing) = (places[index], places[index + 1])
            let inner = (opening + 2)..<closing
            index += 1
            guard !isInWord(opening - 1), !isInWord(closing + 2), !isAmount(before: opening) else { continue }
            let isOneLine = !bytes[inner].contains(0x0A) && !bytes[inner].contains(0x0D)
            if isTight, isBlank(inner.lowerBound) || isBlank(closing - 1) { continue }
            let areLines = isLineEnd(opening + 2) && isLineEnd(closing + 2) && isLineEnd(opening - 1)
            guard inner.count > 0, isOneLine && inner.count < Self.longest || !isTight && areLines else { continue }
            let words = isOneLine ? String(decoding: bytes[inner], as: UTF8.self) : "…"
            if isOneLine, words.allSatisfy({ $0.isWhitespace || $0.isPunctuation }) { continue }
            let text =
                String(decoding: bytes[opening..<(opening + 2)], as: UTF8.self)
                + (isOneLine ? Self.plainStart(of: words) : "")
            found.append(
                Found(
                    range: opening..<(isOneLine ? closing + 2 : opening + 2), text: text,
                    hint: hint(Self.words(in: bytes[inner]))))
            index += 1
        }
        return found
    }

    /// `50 %%`.
    private func isAmount(before place: Int) -> Bool {
        let before = bytes[start..<place].last { $0 != 0x20 }
        return before.map { (0x30...0x39).contains($0) } ?? false
    }

    /// Up to the first sign that may start a node of its own in the tree, and the last blank before it.
    private static func plainStart(of words: String) -> String {
        let start = words.prefix { !"*_`[]!<&\\:\"'".contains($0) }
        return String(start.prefix(40))
    }

    /// ` ^p1` at the end of a line, and alone in one.
    private func blockIDs() -> [Found] {
        var found: [Found] = []
        var at = start
        while found.count < Self.most, let place = bytes.firstPlace(of: UInt8(ascii: "^"), from: at) {
            at = place + 1
            var end = at
            while end < bytes.count, isInWord(end) && bytes[end] < 0x80 || bytes[end] == UInt8(ascii: "-") { end += 1 }
            let name = String(decoding: bytes[at..<end], as: UTF8.self)
            var rest = end
            while rest < bytes.count, bytes[rest] == 0x20 || bytes[rest] == 0x09 { rest += 1 }
            // `x ^n` and `10 ^6` are powers.
            guard isBlank(place - 1), isLineEnd(rest), name.utf8.count > 1, name.contains(where: \.isLetter) else {
                continue
            }
            let line = bytes[start..<place].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? start
            let first = bytes[line..<place].first { $0 > 0x20 }
            let isOwner = first.map { "#>-*+0123456789".utf8.contains($0) } ?? false
            found.append(
                Found(
                    range: place..<end, text: "^" + name,
                    hint: isOwner
                        ? "write {#\(name)}" : "headings, quotes and entries have ids, written {#\(name)} at their ends"
                ))
        }
        return found
    }

    /// A line of `: text` right below one of words, or below an empty one.
    private func definitions() -> [Found] {
        var found: [Found] = []
        var at = start
        while found.count < Self.most, let place = bytes.firstPlace(of: UInt8(ascii: ":"), from: at) {
            at = place + 1
            guard isLineEnd(place - 1), at + 1 < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 else { continue }
            let end =
                bytes[at...].prefix(Self.longest).firstIndex { $0 == 0x0A || $0 == 0x0D }
                ?? min(at + Self.longest, bytes.count)
            let words = Self.words(in: bytes[at..<end])
            guard let term = term(above: place), words.contains(where: \.isLetter) else { continue }
            found.append(
                Found(
                    range: place..<end, text: ": " + Self.plainStart(of: words),
                    hint: "write **\(term):** and the text behind it, in one line"))
        }
        return found
    }

    /// With one space between them.
    private static func words(in bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
    }

    private func term(above place: Int) -> String? {
        var end = place
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        var line = end
        while line > start, bytes[line - 1] != 0x0A, bytes[line - 1] != 0x0D { line -= 1 }
        guard end > line, end - line < 80, !"#>-*+|:".utf8.contains(bytes[line]) else { return nil }
        return Self.words(in: bytes[line..<end])
    }

    /// `> [!note] Title`.
    private func callouts() -> [Found] {
        var found: [Found] = []
        var at = start
        while found.count < Self.most, let place = bytes.firstPlace(of: UInt8(ascii: "!"), from: at) {
            at = place + 1
            guard place > start, bytes[place - 1] == UInt8(ascii: "["),
                let close = bytes[at...].prefix(30).firstIndex(where: {
                    !((0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-"))
                }),
                close > at, bytes[close] == UInt8(ascii: "]")
            else { continue }
            var before = place - 1
            while before > start, bytes[before - 1] == 0x20 { before -= 1 }
            guard before > start, bytes[before - 1] == UInt8(ascii: ">") else { continue }
            let name = String(decoding: bytes[(place - 1)...close], as: UTF8.self)
            found.append(
                Found(
                    range: (place - 1)..<(close + 1), text: name,
                    hint: "a quote is what a customer said: write a note without '>' and \(name)"))
        }
        return found
    }

    /// A line of `::: info`. What closes it has no name.
    private func boxes() -> [Found] {
        var found: [Found] = []
        var at = start
        while found.count < Self.most, let place = bytes.firstPlace(of: UInt8(ascii: ":"), from: at) {
            at = place + 1
            while at < bytes.count, bytes[at] == UInt8(ascii: ":") { at += 1 }
            guard at - place >= 3, isLineEnd(place - 1) else { continue }
            let end = bytes[at...].prefix(Self.longest).firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let name = Self.words(in: bytes[at..<end])
            guard name.contains(where: \.isLetter), end - at < Self.longest else { continue }
            let text = String(decoding: bytes[place..<at], as: UTF8.self)
            found.append(Found(range: place..<end, text: text, hint: "delete its two lines, and write a note"))
        }
        return found
    }

    /// `[^1]`; the line that says what it is starts with it, too, and is not counted.
    private func footnotes() -> [Found] {
        var found: [Found] = []
        var at = start
        while found.count < Self.most, let place = bytes.firstPlace(of: UInt8(ascii: "^"), from: at) {
            at = place + 1
            guard place > start, bytes[place - 1] == UInt8(ascii: "["),
                let close = bytes[at...].prefix(40).firstIndex(where: { $0 <= 0x20 || $0 == UInt8(ascii: "]") }),
                close > at, bytes[close] == UInt8(ascii: "]"),
                close + 1 == bytes.count || bytes[close + 1] != UInt8(ascii: ":")
            else { continue }
            let text = String(decoding: bytes[(place - 1)...close], as: UTF8.self)
            found.append(
                Found(
                    range: (place - 1)..<(close + 1), text: text,
                    hint: "write in parentheses, in its place, what the note says"))
        }
        return found
    }
}
