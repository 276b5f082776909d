import CMark
import Diagnostics

/// Marks that other programs read and Markdown does not, so that they are shown as they stand: comments between `%%`, words between `==` and
/// `~~`, `^p1` at the end of a line, `: ` below a term, `[!note]` at the start of a quote, `:::` around a box, `[^1]`, `[TOC]`, `h2. ` before a
/// heading, `{panel}` around a box and `$x^2$`.
struct UnreadMarks {
    private enum Kind: CaseIterable {
        case comment, highlight, strike, bold, blockID, definition, callout, box, footnote, contents, heading, macro,
            maths
    }

    struct Found {
        let range: TextRange
        /// As the tree has it, up to the first sign that may be a node of its own there.
        let text: String
        /// What is written instead.
        let hint: String
    }

    let bytes: [UInt8]
    let start: Int
    /// The places of colons that start lines, and of all carets.
    let colons: [Int]
    let carets: [Int]
    /// Where lines start with a sign or a letter that some of them start with.
    let lines: [Int]

    /// In bytes, how far a line is looked through, and how many are looked at: hostile ones go on for ever.
    static let longest = 400
    static let most = 50

    private init(bytes: [UInt8], start: Int, lines: ArraySlice<Int>) {
        self.bytes = bytes
        self.start = start
        self.lines = lines.filter { $0 < bytes.count && Self.mayStart(bytes[$0]) }
        func places(of sign: UInt8, where isOne: (Int) -> Bool) -> [Int] {
            var places: [Int] = []
            var at = start
            while places.count < Self.most * 2, let place = bytes.firstPlace(of: sign, from: at) {
                if isOne(place) { places.append(place) }
                at = place + 1
            }
            return places
        }
        colons = places(of: UInt8(ascii: ":")) { $0 == start || bytes[$0 - 1] == 0x0A || bytes[$0 - 1] == 0x0D }
        carets = places(of: UInt8(ascii: "^")) { _ in true }
    }

    /// The first of each kind in a file.
    ///
    /// - Parameter lines: where each line starts.
    static func problems(
        in source: SourceText, from start: Int, lines: ArraySlice<Int>, under root: OpaquePointer
    ) -> [Diagnostic] {
        let marks = UnreadMarks(bytes: source.bytes, start: start, lines: lines)
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
    private static func startsText(_ kind: Kind) -> Bool {
        [.definition, .callout, .box, .contents, .heading, .macro].contains(kind)
    }

    private static func sign(of kind: Kind) -> String {
        switch kind {
        case .comment: "%%"
        case .highlight: "=="
        case .strike: "~~"
        case .bold: "**"
        case .blockID: "^"
        case .definition: ": "
        case .callout: "[!"
        case .box: ":::"
        case .footnote: "[^"
        case .contents: ""
        case .heading: "h"
        case .macro: "{"
        case .maths: "$"
        }
    }

    private static func message(_ kind: Kind, of count: Int) -> String {
        let more = count > 1 ? ", and so \(count > 2 ? "are \(count - 1) others" : "is another") in this file" : ""
        return switch kind {
        case .comment: "'%%' starts no comment here: this is shown to readers\(more)"
        case .highlight: "'==' marks nothing here: this is shown with its signs\(more)"
        case .strike: "'~~' strikes nothing out here: this is shown like the rest, with its signs\(more)"
        case .bold: "'**' makes nothing bold with a blank inside it: this is shown with its signs\(more)"
        case .blockID: "'^' gives no id here: this is shown as text\(more)"
        case .definition: "':' starts no definition here: this is shown as more of the text above\(more)"
        case .callout: "a box for notes is not written so: this is shown as a quote, with its first line\(more)"
        case .box: "':::' makes no box here: this is shown as text\(more)"
        case .footnote: "footnotes are not read: this is shown as text\(more)"
        case .contents: "no table of contents is made here: this is shown as text\(more)"
        case .heading: "headings are not written so: this is shown as text\(more)"
        case .macro: "what stands in braces is no macro here: this is shown as text\(more)"
        case .maths: "'$' marks no formula here: this is shown as text\(more)"
        }
    }

    private func candidates(of kind: Kind) -> [Found] {
        switch kind {
        case .comment: pairs(of: UInt8(ascii: "%"), isTight: false) { "write <!-- \($0) -->" }
        case .highlight: pairs(of: UInt8(ascii: "="), isTight: true) { "write **\($0)**" }
        case .strike:
            pairs(of: UInt8(ascii: "~"), isTight: true) { "delete it, or put it in a comment: <!-- \($0) -->" }
        case .bold: bold()
        case .blockID: blockIDs()
        case .definition: definitions()
        case .callout: callouts()
        case .box: boxes()
        case .footnote: footnotes()
        case .contents: contents()
        case .heading: headings()
        case .macro: macros()
        case .maths: maths()
        }
    }

    func isBlank(_ index: Int) -> Bool { index < start || index >= bytes.count || bytes[index] <= 0x20 }

    func isLineEnd(_ index: Int) -> Bool {
        index < start || index >= bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
    }

    /// Letters and digits: signs of these kinds that stand in a word mark nothing elsewhere either.
    func isInWord(_ index: Int) -> Bool {
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
    static func plainStart(of words: String) -> String {
        let start = words.prefix { !"*_`[]!<&\\:\"'".contains($0) }
        return String(start.prefix(40))
    }

    /// With one space between them.
    static func words(in bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
    }

    /// `**bold **text`: marks with a blank inside them. Labels of lanes are told as such.
    private func bold() -> [Found] {
        let places = doubled(UInt8(ascii: "*"))
        var found: [Found] = []
        var index = 0
        while index + 1 < places.count {
            let (opening, closing) = (places[index], places[index + 1])
            let inner = (opening + 2)..<closing
            let isOneLine =
                inner.count > 1 && inner.count < Self.longest
                && !bytes[inner].contains { $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: "`") }
            let blanks = isOneLine ? (isBlank(inner.lowerBound), isBlank(closing - 1)) : (true, true)
            index += blanks == (true, true) ? 1 : 2
            guard blanks.0 != blanks.1, !isInWord(opening - 1), blanks.1 || !isInWord(closing + 2) else { continue }
            let words = Self.words(in: bytes[inner])
            let isLabel = words.hasSuffix(":") || closing + 2 < bytes.count && bytes[closing + 2] == UInt8(ascii: ":")
            guard !isLabel, words.contains(where: \.isLetter) else { continue }
            let text = "**" + Self.plainStart(of: String(decoding: bytes[inner], as: UTF8.self))
            found.append(Found(range: opening..<(closing + 2), text: text, hint: "write **\(words)**"))
        }
        return found
    }
}
