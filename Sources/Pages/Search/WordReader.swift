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

    /// - Parameter take: what is done with each word: its bytes, how many letters they are, and their hash.
    mutating func read(_ text: String, _ take: (UnsafeBufferPointer<UInt8>, Int, UInt32) -> Void) {
        text.withBytes { text in
            room.withUnsafeMutableBufferPointer { room in
                var pass = Pass(word: room)
                pass.read(text, take)
            }
        }
    }
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

    mutating func read(
        _ text: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>, Int, UInt32) -> Void
    ) {
        var index = 0
        let plain = WordReader.plain
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                index += 1
                let small = plain[Int(byte)]
                if small == 0 || isInPair { end(take) }
                if small != 0 { append(small) }
                continue
            }
            let (scalar, length) = Self.scalar(in: text, at: index)
            index += length
            switch FoldedLetter.kind(of: scalar) {
            case .none: end(take)
            case .dropped: break
            case .letter(let letter): add(letter, take)
            case .letters(let first, let second):
                add(first, take)
                add(second, take)
            }
        }
        end(take)
    }

    private mutating func add(_ letter: UInt32, _ take: (UnsafeBufferPointer<UInt8>, Int, UInt32) -> Void) {
        guard FoldedLetter.isUnsegmented(letter) else {
            if isInPair { end(take) }
            append(letter)
            return
        }
        if isInPair {
            append(letter)
            end(take)
        } else if count > 0 {
            end(take)
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

    private mutating func end(_ take: (UnsafeBufferPointer<UInt8>, Int, UInt32) -> Void) {
        if count > 0 {
            take(UnsafeBufferPointer(rebasing: word[..<count]), letters, hash)
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
