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
}
