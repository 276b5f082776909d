/// A Swift file with its comments and the contents of its strings blanked out, so that only code is searched.
struct SwiftText {
    /// As many lines as the file has.
    private(set) var code: [[UInt8]] = []
    private(set) var comments: [String] = []

    private enum State {
        case code, lineComment, string, longString
        case blockComment(depth: Int)
    }

    init(_ text: String) {
        var state = State.code
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            state = read(Array(line), from: state)
        }
    }

    /// Reads a line, and returns the state at its end.
    private mutating func read(_ line: [UInt8], from start: State) -> State {
        var state = start
        var kept: [UInt8] = []
        var comment: [UInt8] = []
        var index = 0
        func isNext(_ sign: String) -> Bool { line[index...].starts(with: sign.utf8) }
        while index < line.count {
            var length = 1
            switch state {
            case .code:
                if isNext("//") {
                    state = .lineComment
                } else if isNext("/*") {
                    (state, length) = (.blockComment(depth: 1), 2)
                } else if isNext("\"\"\"") {
                    (state, length) = (.longString, 3)
                } else if isNext("\"") {
                    state = .string
                } else {
                    kept.append(line[index])
                }
            case .lineComment: comment.append(line[index])
            case .blockComment(let depth):
                comment.append(line[index])
                if isNext("*/") {
                    (state, length) = (depth == 1 ? .code : .blockComment(depth: depth - 1), 2)
                } else if isNext("/*") {
                    (state, length) = (.blockComment(depth: depth + 1), 2)
                }
            case .string:
                if isNext("\\") { length = 2 } else if isNext("\"") { state = .code }
            case .longString:
                if isNext("\"\"\"") { (state, length) = (.code, 3) }
            }
            index += length
        }
        code.append(kept)
        comments.append(String(decoding: comment, as: UTF8.self))
        // A comment or a string of one line ends with it.
        switch state {
        case .lineComment, .string: return .code
        default: return state
        }
    }

    /// Whether the file says that it may, and why: `// exempt: try!, because …`.
    func exempts(_ name: String) -> Bool {
        let opening = "exempt: \(name), because "
        return comments.contains { comment in
            guard let range = comment.firstRange(of: opening) else { return false }
            return comment[range.upperBound...].count > 10
        }
    }
}

/// A line of code, searched by words.
struct CodeLine {
    let bytes: [UInt8]
    /// Identifiers and numbers, and between them signs, one by one.
    let words: [String]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var words: [String] = []
        var index = 0
        while index < bytes.count {
            var end = index
            while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
            if end == index { end += 1 }
            if bytes[index] > 0x20 { words.append(String(decoding: bytes[index..<end], as: UTF8.self)) }
            index = end
        }
        self.words = words
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: true
        default: false
        }
    }

    /// Whether a call or a mark is in the line: not a member of something else, and not the declaration of a case.
    func has(_ call: [String]) -> Bool {
        words.indices.contains { index in
            guard words[index...].starts(with: call) else { return false }
            return index == 0 || ![".", "case"].contains(words[index - 1])
        }
    }
}
