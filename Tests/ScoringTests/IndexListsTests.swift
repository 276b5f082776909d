import Testing

@testable import Scoring

@Suite struct IndexListsTests {
    private static func lists(_ lists: [[Int]]) -> IndexLists {
        var result = IndexLists(capacity: lists.count)
        for list in lists { result.append(list) }
        return result
    }

    @Test func everyListCountsFromZero() {
        let lists = Self.lists([[], [7, 3], [], [5]])
        #expect(lists.map(Array.init) == [[], [7, 3], [], [5]])
        #expect(lists[3].firstIndex(of: 5) == 0)
        #expect(lists[1].firstIndex(of: 3) == 1)
        #expect(lists[1][1] == 3)
    }

    @Test func whatIsTurnedRoundSaysWhoHasAnIndex() {
        let lists = Self.lists([[2, 0], [], [2]])
        #expect(IndexLists(inverting: lists, count: 4).map(Array.init) == [[0], [], [0, 2], []])
        #expect(IndexLists(inverting: [[Int]](), count: 0).isEmpty)
    }
}
