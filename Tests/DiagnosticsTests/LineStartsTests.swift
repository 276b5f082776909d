import Diagnostics
import Testing

@Suite struct LineStartsTests {
    @Test func `lines count from 1, whatever ends them`() {
        let lines = LineStarts(of: Array("a\nb\r\nc\rd\n\n".utf8))
        #expect((0..<10).map(lines.line) == [1, 1, 2, 2, 2, 3, 3, 4, 4, 5])
        #expect(lines.line(of: 10) == 6)
        #expect(lines.line(of: 1000) == 6)
        #expect(LineStarts(of: []).line(of: 0) == 1)
    }
}
