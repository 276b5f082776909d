import Diagnostics

/// Those that stand at the start or the end of a line, and footnotes.
extension UnreadMarks {
    /// ` ^p1` at the end of a line, and alone in one.
    func blockIDs() -> [Found] {
        var found: [Found] = []
        for place in carets {
            let at = place + 1
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
    func definitions() -> [Found] {
        var found: [Found] = []
        for place in colons {
            let at = place + 1
            guard at + 1 < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 else { continue }
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

    private func term(above place: Int) -> String? {
        var end = place
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        var line = end
        while line > start, bytes[line - 1] != 0x0A, bytes[line - 1] != 0x0D { line -= 1 }
        guard end > line, end - line < 80, !"#>-*+|:".utf8.contains(bytes[line]) else { return nil }
        return Self.words(in: bytes[line..<end])
    }

    /// `> [!note] Title`.
    func callouts() -> [Found] {
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
    func boxes() -> [Found] {
        var found: [Found] = []
        for place in colons {
            var at = place + 1
            while at < bytes.count, bytes[at] == UInt8(ascii: ":") { at += 1 }
            guard at - place >= 3 else { continue }
            let end = bytes[at...].prefix(Self.longest).firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let name = Self.words(in: bytes[at..<end])
            guard name.contains(where: \.isLetter), end - at < Self.longest else { continue }
            let text = String(decoding: bytes[place..<at], as: UTF8.self)
            found.append(Found(range: place..<end, text: text, hint: "delete its two lines, and write a note"))
        }
        return found
    }

    /// `[^1]`; the line that says what it is starts with it, too, and is not counted.
    func footnotes() -> [Found] {
        var found: [Found] = []
        for place in carets {
            let at = place + 1
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
