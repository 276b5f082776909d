import Testing

@testable import Journeys

@Suite struct ContentKindTests {
    @Test func `kinds are in the order of their list`() {
        #expect(ContentKind.allCases.map(\.order) == Array(ContentKind.allCases.indices))
        #expect(ContentKind.allCases.sorted() == ContentKind.allCases)
    }
}
