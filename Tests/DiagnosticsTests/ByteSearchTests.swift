import Testing

@testable import Diagnostics

@Suite struct ByteSearchTests {
    @Test func `bytes are those of the text, however long it is`() {
        for text in ["", "a", "é", "a text that is longer than what is kept beside its length"] {
            #expect(text.withBytes { Array($0) } == Array(text.utf8))
        }
    }

    @Test func `the order is that of bytes`() {
        #expect("Z".precedesInBytes("a"))
        #expect("a".precedesInBytes("ab"))
        #expect("e\u{301}".precedesInBytes("\u{E9}"))
        #expect(!"a".precedesInBytes("a"))
        #expect(!"b".precedesInBytes("a"))
    }

    @Test func `a byte is found from a place on`() {
        let bytes = Array("a]b]".utf8)
        let sign = UInt8(ascii: "]")
        #expect([0, 1, 2, 3, 4, 9].map { bytes.firstPlace(of: sign, from: $0) } == [1, 1, 3, 3, nil, nil])
        #expect([UInt8]().firstPlace(of: sign, from: 0) == nil)
    }

    @Test func `a part is a text, or starts with it`() {
        let bytes = Array("one, two".utf8)
        #expect(bytes.isSame(0..<3, as: "one"))
        #expect(!bytes.isSame(0..<3, as: "two"))
        #expect(!bytes.isSame(0..<4, as: "one"))
        #expect(bytes.isSame(3..<3, as: ""))
        #expect(bytes.starts(5..<8, with: "tw"))
        #expect(!bytes.starts(5..<6, with: "tw"))
        #expect(["", "a~", "é"].map(\.isASCII) == [true, true, false])
    }
}
