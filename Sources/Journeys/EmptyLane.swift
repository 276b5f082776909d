import Diagnostics
import Markup

/// A lane of which there is only the label, most often because the list below it is not set in.
struct EmptyLane {
    let label: String
    /// Whether no other bullet stands beside it.
    let isAlone: Bool
    /// Of several entries the first is enough to tell.
    var isTold = false
}

extension MomentReading {
    /// A bullet without a label, behind a lane that has nothing.
    mutating func warnOfEntry(_ item: MarkdownNode) {
        guard let lane = emptyLane else { return }
        meantAsLanes.append(item.wholeRange)
        guard !lane.isTold, let words = item.firstChild else { return }
        emptyLane?.isTold = true
        say(
            .unindentedEntry, words.textRange, "this is not set in below '\(lane.label)', so it is a note and no entry",
            hint: "put two spaces before the '-' of each entry below '- **\(lane.label):**'")
    }

    /// A paragraph or a numbered list behind a lane that has nothing. Of lanes that were left empty in a row nothing need be missing.
    mutating func warnOfText(_ block: MarkdownNode, below lane: EmptyLane) {
        guard !lane.isTold, block.kind == .list || block.kind == .paragraph && lane.isAlone else { return }
        let words = block.kind == .list ? block.firstChild?.firstChild : block
        meantAsLanes.append(block.wholeRange)
        say(
            .unindentedEntry, words?.textRange ?? block.range,
            "this is not set in below '\(lane.label)', so it is a note and no entry",
            hint: block.kind == .list
                ? "put two spaces before each line of the list"
                : "write it behind '- **\(lane.label):**' in the same line")
    }

    /// Lines below a label that start with a sign which makes no list: Markdown takes them for one text.
    ///
    /// - Parameter lane: the one that the label names.
    mutating func warnOfSigns(in paragraph: MarkdownNode, below label: Label, of lane: Lane.Kind) {
        if lane == .text { return }
        let bytes = document.source.bytes
        if lane != .emotion, warnOfSign(behind: label, in: bytes) || paragraph.isOneLine { return }
        if paragraph.isOneLine { return }
        let end = paragraph.wholeRange.upperBound
        var line = TextLines.next(after: label.range.upperBound, in: bytes)
        let behind = bytes[label.range.upperBound..<min(line, end)]
        guard
            behind.allSatisfy({ $0 <= 0x20 || [UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_")].contains($0) })
        else { return }
        var picture: (sign: Unicode.Scalar, range: TextRange)?
        while line < end {
            let next = TextLines.next(after: line, in: bytes)
            let text = String(decoding: bytes[line..<min(next, end)], as: UTF8.self).unicodeScalars
            let blanks = text.prefix(while: PastedLabel.isBlank)
            let rest = text.dropFirst(blanks.count)
            if let sign = rest.first, PastedLabel.isSign(sign, before: rest.dropFirst().first),
                rest.dropFirst().first.map(PastedLabel.isBlank) == true
            {
                let start = line + String(blanks).utf8.count
                let words = bytes[start..<min(next, end)].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
                // One entry may well start with a picture.
                guard PastedLabel.isPicture(sign), picture == nil else {
                    return sayUnstarted(picture?.sign ?? sign, at: picture?.range ?? start..<words, below: label)
                }
                picture = (sign, start..<words)
            }
            line = next
        }
    }

    private mutating func sayUnstarted(_ sign: Unicode.Scalar, at range: TextRange, below label: Label) {
        say(
            .unindentedEntry, range,
            "'\(sign)' starts no entry here, so all of this is one entry of '\(label.name)'",
            hint: "start each with '- ', set in by two plain spaces")
    }

    /// `- **Pains:** • one • two`
    private mutating func warnOfSign(behind label: Label, in bytes: [UInt8]) -> Bool {
        // Nearly every entry starts with a letter, which is no sign.
        var index = label.range.upperBound
        func isMark(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: ":") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == 0x20
                || byte == 0x09
        }
        while index < bytes.count, isMark(bytes[index]) { index += 1 }
        guard index < bytes.count, bytes[index] >= 0x80 || bytes[index] == UInt8(ascii: "-") else { return false }
        let line = bytes[label.range.upperBound...].prefix { $0 != 0x0A && $0 != 0x0D }
        let text = String(decoding: line, as: UTF8.self).unicodeScalars
        let marks = text.prefix { ":*_".unicodeScalars.contains($0) || PastedLabel.isBlank($0) }
        let rest = text.dropFirst(marks.count)
        guard let sign = rest.first, !"*+o".unicodeScalars.contains(sign),
            PastedLabel.isSign(sign, before: rest.dropFirst().first),
            rest.dropFirst().first.map(PastedLabel.isBlank) == true,
            // A sign alone says nothing, and is told as that.
            !rest.dropFirst().allSatisfy(PastedLabel.isBlank),
            !PastedLabel.isPicture(sign) || Self.recurs(sign, in: rest.dropFirst())
        else { return false }
        let start = line.startIndex + String(marks).utf8.count
        say(
            .unindentedEntry, start..<line.endIndex,
            "'\(sign)' starts no entry here, so all of this is one of '\(label.name)'",
            hint: "write each in a line of its own below the label, set in by two spaces, with '- '")
        return true
    }

    /// Whether a sign starts something else further on; behind a comma it does in any case.
    private static func recurs(_ sign: Unicode.Scalar, in text: Substring.UnicodeScalarView) -> Bool {
        guard let again = text.firstIndex(of: sign) else { return false }
        let before = text[..<again].last { !PastedLabel.isBlank($0) }
        return before != "," && text[text.index(after: again)...].first.map(PastedLabel.isBlank) == true
    }
}
