import Testing

@testable import Pages

@Suite struct EntryListsTests {
    private struct Grown {
        var lists = EntryLists()
        var all = [EntryLists.List](repeating: EntryLists.List(), count: 3)
        var expected = [[UInt32]](repeating: [], count: 3)

        /// Thousands of numbers, which take one digit or several, and two lists of them by turns.
        init() {
            var number: UInt32 = 0
            for step in 0..<30_000 {
                number += [0, 1, 31, 32, 1055, 70_000][step % 6]
                let list = step.isMultiple(of: 7) ? 1 : 0
                if all[list].ends(with: number) { continue }
                lists.append(number, to: &all[list])
                expected[list].append(number)
            }
            lists.append(UInt32.max, to: &all[2])
            expected[2] = [.max]
        }
    }

    @Test func `lists that grow at once hold what was put into each`() {
        let grown = Grown()
        for (list, expected) in zip(grown.all, grown.expected) {
            var found: [UInt32] = []
            grown.lists.visit(list) { found.append($0) }
            #expect(found == expected && list.count == expected.count)
        }
    }

    @Test func `their digits are those that are published`() {
        let grown = Grown()
        var count = 0
        for (list, expected) in zip(grown.all, grown.expected) {
            var (digits, published): ([UInt8], [UInt8]) = ([], [])
            grown.lists.appendDigits(of: list, to: &digits)
            EntryDigits.append(expected, to: &published)
            #expect(digits == published)
            #expect(EntryDigits.numbers(digits[...]) == expected)
            count += digits.count
        }
        #expect(grown.lists.digitCount == count)
    }

    @Test(arguments: [0, 1, 5, 12, 13, 64]) func `the first of them are found without the others`(limit: Int) {
        let grown = Grown()
        for (list, expected) in zip(grown.all, grown.expected) {
            var found: [UInt32] = []
            grown.lists.visit(list, first: limit) { found.append($0) }
            #expect(found == Array(expected.prefix(limit)))
        }
    }

    @Test func `an empty list has nothing`() {
        let lists = EntryLists()
        var digits: [UInt8] = []
        lists.appendDigits(of: EntryLists.List(), to: &digits)
        lists.visit(EntryLists.List()) { Issue.record("\($0) is in an empty list") }
        #expect(digits.isEmpty && !EntryLists.List().ends(with: 0))
    }
}
