import Diagnostics
import Markup
import Testing

@Suite("UTF-8 repair")
struct UTF8RepairTests {
    @Test(
        "leaves valid text alone",
        arguments: ["", "abc", "é日本👩‍👩‍👧", "\u{FEFF}a", "\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"])
    func valid(text: String) {
        let (source, diagnostics) = UTF8Repair.repaired(SourceText(path: "a", text: text))
        #expect(source.bytes == Array(text.utf8))
        #expect(diagnostics.isEmpty)
    }

    @Test(
        "puts a ? for every byte that is not UTF-8, and moves nothing",
        arguments: [
            ([0x61, 0xE9, 0x62], "a?b", 1), ([0xC0, 0x80], "??", 0), ([0xC1, 0xBF], "??", 0),
            ([0xED, 0xA0, 0x80], "???", 0),
            ([0xE0, 0x80, 0x80], "???", 0), ([0xF0, 0x80, 0x80, 0x80], "????", 0),
            ([0xF4, 0x90, 0x80, 0x80], "????", 0),
            ([0xF5, 0x80], "??", 0), ([0xFF, 0xFE, 0x61, 0x00], "??a\u{0}", 0), ([0x61, 0xE2, 0x82], "a??", 1),
            ([0xE2, 0x82, 0xAC, 0x80], "€?", 3),
            ([0x80], "?", 0), ([0xF0, 0x9F, 0x98], "???", 0), ([0xC3], "?", 0),
        ] as [([UInt8], String, Int)])
    func invalid(bytes: [UInt8], text: String, first: Int) {
        let (source, diagnostics) = UTF8Repair.repaired(SourceText(path: "a", bytes: bytes))
        #expect(source.bytes == Array(text.utf8))
        #expect(source.bytes.count == bytes.count)
        #expect(diagnostics.map(\.location.range) == [first..<(first + 1)])
    }

    @Test("agrees with the standard library on what is UTF-8")
    func agreement() {
        var state: UInt64 = 5
        let interesting: [UInt8] = [
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
            0xFF,
        ]
        for _ in 0..<4000 {
            let bytes = (0..<6).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return interesting[Int(state >> 33) % interesting.count]
            }
            let (source, diagnostics) = UTF8Repair.repaired(SourceText(path: "a", bytes: bytes))
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            if isValid != diagnostics.isEmpty || String(validating: source.bytes, as: UTF8.self) == nil {
                Issue.record("\(bytes)")
            }
        }
    }
}
