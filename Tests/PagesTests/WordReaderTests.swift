import Foundation
import Testing

@testable import Pages

@Suite struct WordReaderTests {
    private struct Words: WordTaker {
        var texts: [String] = []
        var hashes: [UInt32] = []

        mutating func take(_ word: UnsafeBufferPointer<UInt8>, letters: Int, hash: UInt32) {
            let text = String(decoding: word, as: UTF8.self)
            #expect(text.unicodeScalars.count == letters, "\(text)")
            texts.append(text)
            hashes.append(hash)
        }

        init(_ text: String) {
            var reader = WordReader()
            reader.read(text, into: &self)
        }
    }

    private func words(_ text: String) -> [String] { Words(text).texts }

    @Test(
        "words are runs of letters and digits, folded",
        arguments: [
            ("", []), (" , ", []), ("Move Home", ["move", "home"]), ("don't stop-gap", ["don", "t", "stop", "gap"]),
            ("HM-214", ["hm", "214"]), ("Zoë's Façade", ["zoe", "s", "facade"]),
            ("STRAßE Ærø łódź", ["strasse", "aero", "lodz"]),
            ("e\u{301}tude", ["etude"]), ("İstanbul ılık", ["istanbul", "ilik"]), ("ΟΔΟΣ ὁδός", ["οδοσ", "οδοσ"]),
            ("Ёлка ЙОД", ["елка", "иод"]), ("ＡＢＣ１", ["abc1"]), ("→ ✓ 5 %", ["5"]),
            ("العُنْوانُ الجديدة إلى", ["العنوان", "الجديده", "الي"]), ("עִבְרִית", ["עברית"]), ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
            ("한국어 안내", ["한국어", "안내"]),
        ])
    func folding(text: String, expected: [String]) {
        #expect(words(text).map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
    }

    @Test(
        "scripts without spaces give pairs, and their last letter",
        arguments: [
            ("引っ越し", ["引っ", "っ越", "越し", "し"]), ("水", ["水"]), ("搬家2次", ["搬家", "家", "2", "次"]),
            ("abc水道xyz", ["abc", "水道", "道", "xyz"]), ("電気・ガス", ["電気", "気", "ガス", "ス"]),
        ])
    func pairs(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test func `what is longer than anybody types is cut`() {
        #expect(words(String(repeating: "ab", count: 200)) == [String(repeating: "ab", count: 12)])
        #expect(words(String(repeating: "é", count: 30)) == [String(repeating: "e", count: 24)])
    }

    @Test func `equal words have equal hashes, and others others`() {
        let hashes = Words("Home home hôme house").hashes
        #expect(hashes.count == 4 && Set(hashes.prefix(3)).count == 1 && hashes[3] != hashes[0])
    }

    /// The browser decomposes letters by its own tables; ours has to hold all of them.
    @Test func `letters with marks fold to what Unicode decomposes them to`() {
        for value in UInt32(0x80)..<0x2000 {
            guard let scalar = Unicode.Scalar(value), scalar.properties.lowercaseMapping == String(scalar),
                FoldedLetter.kind(of: scalar) != .none, !FoldedLetter.isDropped(value)
            else { continue }
            let parts = Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
            guard parts.count > 1, parts.dropFirst().allSatisfy({ FoldedLetter.isDropped($0.value) }) else { continue }
            let base = FoldedLetter.kind(of: parts[0])
            #expect(FoldedLetter.kind(of: scalar) == base, "U+\(String(value, radix: 16))")
        }
    }
}
