/// Makes texts that are nearly right out of texts that are: the same ones for the same number, in every run.
struct Mutation {
    private var generator: SplitMix
    private let seeds: [[UInt8]]

    init(seeds: [[UInt8]], number: UInt64) {
        self.seeds = seeds
        generator = SplitMix(state: number)
    }

    /// What has a meaning somewhere in the format, or in the texts of attackers.
    private static let pieces: [[UInt8]] =
        [
            "---\n", "...\n", "# ", "## ", "### ", "- ", "- **Pains:** ", "- **Feeling:** -2 → +1 ", "> ", ">", "{#a}",
            "{#a .b c=d}", "{severity=3", "}", "{", "[", "](", "](x.md)", "[a](b.md#c)", "![", "<", "<!--", "-->",
            "<br>", "`", "```\n", "*", "**", "_", "|", "|---|---|\n", "\\", "\\|", "&amp;", "&#0;", "\n", "\r\n", "\r",
            "\n\n", "\t", " ", "    ", ": ", ":", "'", "\"", "&a ", "*a", "!b ", "|\n", ">\n", "? ", "[a, b]", "{a: b}",
            "title: x\n", "level: sub\n", "parent: a#b\n", "date,value\n", "2026-02-30", "2026-13", "1,5", "-0",
            "1e999", "99999999999999999999", "NaN", "é", "日本", "👩‍👩‍👧", "e\u{301}", "\u{FEFF}", "\u{0}", "\u{1B}[2J",
            "\u{202E}", "\u{2028}", "\u{85}", "\u{9F}", "İ", "ß",
            "waymark.0", "href=\"waymark.1", "javascript:alert(1)", "#", ",", ";", "/", "..", "%2e%2e/", "%",
            "[a]: b\n", "[a]", "1. ", "+ ", "***\n", "===\n", "[ ] ", "{#a}\n{#a}",
        ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0xE2, 0x82], [0x80]]

    mutating func text() -> [UInt8] {
        var text = seed()
        for _ in 0..<Int.random(in: 1...6, using: &generator) { change(&text) }
        return Array(text.prefix(20_000))
    }

    private mutating func seed() -> [UInt8] {
        seeds.isEmpty ? [] : seeds[Int.random(in: 0..<seeds.count, using: &generator)]
    }

    private mutating func piece() -> [UInt8] { Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)] }

    private mutating func place(in text: [UInt8]) -> Int { Int.random(in: 0...text.count, using: &generator) }

    private mutating func range(in text: [UInt8], upTo length: Int) -> Range<Int> {
        let start = place(in: text)
        return start..<min(text.count, start + Int.random(in: 0...length, using: &generator))
    }

    private mutating func change(_ text: inout [UInt8]) {
        switch Int.random(in: 0..<11, using: &generator) {
        case 0: text.removeSubrange(range(in: text, upTo: 80))
        case 1: text.insert(contentsOf: text[range(in: text, upTo: 200)], at: place(in: text))
        case 2: text.replaceSubrange(range(in: text, upTo: 8), with: piece())
        case 3: if !text.isEmpty { text[place(in: text) % text.count] = UInt8.random(in: 0...255, using: &generator) }
        case 4: text.removeLast(text.count - place(in: text))
        case 5:
            let other = seed()
            text.replaceSubrange(range(in: text, upTo: 400), with: other[range(in: other, upTo: 400)])
        case 6:
            let piece = piece()
            for _ in 0..<Int.random(in: 1...60, using: &generator) {
                text.insert(contentsOf: piece, at: place(in: text))
            }
        case 7:
            text.insert(
                contentsOf: Array(repeatElement(piece(), count: Int.random(in: 1...200, using: &generator)).joined()),
                at: place(in: text))
        case 8: text = Array(text.map { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }.joined())
        case 9: text = text.map { $0 == 0x0A ? 0x0D : $0 }
        default: text.insert(contentsOf: piece(), at: place(in: text))
        }
    }
}

/// Numbers that look random and are the same in every run (Steele, Lea and Flood: SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
