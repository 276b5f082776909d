import Diagnostics

/// Cuts texts into folded words, as UTF-8: runs of letters and digits, and of scripts without spaces every pair of letters.
///
/// A run of such a script ends with its last letter alone, so that each of its letters begins some word.
struct WordReader {
    /// Longer words are cut: nobody types so many letters to find something. `theme/search.js` cuts what is typed likewise.
    static let longest = 24

    /// Room for the longest word of four bytes a letter.
    private var room = [UInt8](repeating: 0, count: 4 * longest + 8)

    fileprivate static let basis: UInt32 = 2_166_136_261

    /// By ASCII byte: the small letter or digit, or 0 for what ends a word.
    fileprivate static let plain: [UInt8] = (0..<128).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) | 0x20
        default: 0
        }
    }

    mutating func read<Taker: WordTaker>(_ text: String, into taker: inout Taker) {
        text.withBytes { text in
            room.withUnsafeMutableBufferPointer { room in
                var pass = Pass(word: room)
                pass.read(text, into: &taker)
            }
        }
    }
}

/// What words are read for.
protocol WordTaker {
    mutating func take(_ word: UnsafeBufferPointer<UInt8>, letters: Int, hash: UInt32)
}

/// One text on its way through a reader.
private struct Pass {
    /// The word so far, in its first bytes.
    private let word: UnsafeMutableBufferPointer<UInt8>
    private var count = 0
    private var letters = 0
    /// FNV-1a (Fowler, Noll and Vo) of the word so far.
    private var hash = WordReader.basis
    /// The word is the first letter of a pair, in a run without spaces.
    private var isInPair = false

    init(word: UnsafeMutableBufferPointer<UInt8>) {
        self.word = word
    }

    mutating func read(_ text: UnsafeBufferPointer<UInt8>, into taker: inout some WordTaker) {
        var index = 0
        let plain = WordReader.plain
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                let isEnd = plain[Int(byte)] == 0
                if isEnd || isInPair { end(into: &taker) }
                index = isEnd ? index + 1 : readPlain(text, from: index, plain)
                continue
            }
            let (scalar, length) = Self.scalar(in: text, at: index)
            index += length
            switch FoldedLetter.kind(of: scalar) {
            case .none: end(into: &taker)
            case .dropped: break
            case .letter(let letter): add(letter, into: &taker)
            case .letters(let first, let second):
                add(first, into: &taker)
                add(second, into: &taker)
            }
        }
        end(into: &taker)
    }

    /// Appends letters and digits of ASCII, which is what most texts are made of, as far as they go.
    ///
    /// - Returns: where they end.
    private mutating func readPlain(_ text: UnsafeBufferPointer<UInt8>, from start: Int, _ plain: [UInt8]) -> Int {
        var index = start
        var (count, letters, hash) = (self.count, self.letters, self.hash)
        while index < text.count, text[index] < 0x80 {
            let small = plain[Int(text[index])]
            if small == 0 { break }
            index += 1
            guard letters < WordReader.longest else { continue }
            word[count] = small
            count += 1
            letters += 1
            hash = (hash ^ UInt32(small)) &* 16_777_619
        }
        (self.count, self.letters, self.hash) = (count, letters, hash)
        return index
    }

    private mutating func add(_ letter: UInt32, into taker: inout some WordTaker) {
        guard FoldedLetter.isUnsegmented(letter) else {
            if isInPair { end(into: &taker) }
            append(letter)
            return
        }
        if isInPair {
            append(letter)
            end(into: &taker)
        } else if count > 0 {
            end(into: &taker)
        }
        isInPair = true
        append(letter)
    }

    private mutating func append(_ letter: UInt32) {
        guard letter >= 0x80 else { return append(UInt8(letter)) }
        guard letters < WordReader.longest, let scalar = Unicode.Scalar(letter) else { return }
        for byte in scalar.utf8 { store(byte) }
        letters += 1
    }

    private mutating func append(_ letter: UInt8) {
        guard letters < WordReader.longest else { return }
        store(letter)
        letters += 1
    }

    private mutating func store(_ byte: UInt8) {
        word[count] = byte
        count += 1
        hash = (hash ^ UInt32(byte)) &* 16_777_619
    }

    private mutating func end(into taker: inout some WordTaker) {
        if count > 0 {
            taker.take(UnsafeBufferPointer(rebasing: word[..<count]), letters: letters, hash: hash)
        }
        count = 0
        letters = 0
        hash = WordReader.basis
        isInPair = false
    }

    /// The text of a string is valid UTF-8: what its first byte promises is there.
    private static func scalar(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, length: Int) {
        let first = UInt32(text[index])
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = first & (length == 2 ? 0x1F : length == 3 ? 0xF : 7)
        for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
