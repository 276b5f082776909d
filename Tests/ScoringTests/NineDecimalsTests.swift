import Testing

@testable import Scoring

@Suite struct NineDecimalsTests {
    @Test func differencesByOrderAloneAreGone() {
        #expect((0.1 + 0.2).nineDecimals == 0.3)
        #expect((-1e-12).nineDecimals.sign == .plus)
        #expect(123_456_789.123_456_78.nineDecimals == 123_456_789.123_456_78)
    }
}
