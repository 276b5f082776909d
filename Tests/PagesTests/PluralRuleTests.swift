import Testing

@testable import Pages

@Suite struct PluralRuleTests {
    /// Examples of the categories as CLDR's own tables give them.
    @Test(arguments: [
        ("en", "one", [1]), ("en", "other", [0, 2, 11, 21, 100]),
        ("de", "one", [1]), ("de", "other", [0, 2, 101]),
        ("fr", "one", [0, 1]), ("fr", "other", [2, 17]),
        ("ja", "other", [0, 1, 2]),
        ("he", "two", [2]), ("he", "other", [0, 3, 22]),
        ("ar", "zero", [0]), ("ar", "one", [1]), ("ar", "two", [2]), ("ar", "few", [3, 10, 103, 110, 1003]),
        ("ar", "many", [11, 26, 99, 111, 1011]), ("ar", "other", [100, 102, 200, 1000, 10_000]),
        ("ru", "one", [1, 21, 101]), ("ru", "few", [2, 4, 22, 104]), ("ru", "many", [0, 5, 11, 14, 111]),
        ("pl", "one", [1]), ("pl", "few", [2, 24, 102]), ("pl", "many", [0, 5, 12, 21, 101]),
        ("cs", "few", [2, 3, 4]), ("cs", "other", [0, 5, 22]),
        ("hr", "one", [1, 21]), ("hr", "few", [2, 22]), ("hr", "other", [0, 5, 11, 12]),
        ("sl", "one", [1, 101]), ("sl", "two", [2, 102]), ("sl", "few", [3, 4, 104]), ("sl", "other", [0, 5, 11]),
        ("ro", "few", [0, 2, 19, 101]), ("ro", "other", [20, 100]),
        ("lt", "one", [1, 21]), ("lt", "few", [2, 9, 22]), ("lt", "other", [0, 10, 11, 19, 111]),
        ("lv", "zero", [0, 10, 11, 20, 100]), ("lv", "one", [1, 21]), ("lv", "other", [2, 9, 22]),
        ("ga", "few", [3, 6]), ("ga", "many", [7, 10]), ("ga", "other", [0, 11]),
        ("cy", "zero", [0]), ("cy", "few", [3]), ("cy", "many", [6]), ("cy", "other", [4, 5, 7]),
        ("is", "one", [1, 21]), ("is", "other", [0, 11, 111]),
    ])
    func `a number takes the form of its category`(language: String, category: String, numbers: [Int]) {
        let rule = PluralRule(language: language)
        for number in numbers {
            #expect(rule.category(of: number).rawValue == category, "\(language) \(number)")
            #expect(rule.categories.contains(rule.category(of: number)))
        }
    }

    @Test func `a phrase has a form for each category, and forms for one number alone`() {
        let arabic = Phrase("0 | 1 | 2 | {n} few | {n} many | {n} other", rule: .arabic)
        let texts = [0, 1, 2, 3, 11, 100].map { arabic.filled(for: $0, with: ["n": "\($0)"] as KeyValuePairs) }
        #expect(texts == ["0", "1", "2", "3 few", "11 many", "100 other"])
        let exact = Phrase("=0 none | {n} step | {n} steps")
        #expect(
            [0, 1, 5].map { exact.filled(for: $0, with: ["n": "\($0)"] as KeyValuePairs) } == [
                "none", "1 step", "5 steps",
            ])
        #expect(Phrase("all {n}").filled(for: 1, with: ["n": "1"] as KeyValuePairs) == "all 1")
    }
}
