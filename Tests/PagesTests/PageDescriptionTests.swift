import Testing

@testable import Pages

@Suite("What is said of a page")
struct PageDescriptionTests {
    @Test("is the whole text, if it is short")
    func short() {
        let text = "From the first idea of a move to the first bill in the new home."
        #expect(PageDescription.beginning(of: text) == text)
    }

    @Test(
        "is nothing where there are too few words to describe a page", arguments: ["", "Nobody", "From shelf to door."])
    func tooShort(text: String) {
        #expect(PageDescription.beginning(of: text) == nil)
    }

    @Test("ends with a whole word, and says that more follows")
    func long() throws {
        let text = String(repeating: "seven seas ", count: 30)
        let beginning = try #require(PageDescription.beginning(of: text))
        #expect(beginning.hasSuffix("seven\u{2026}") || beginning.hasSuffix("seas\u{2026}"))
        #expect((150...203).contains(beginning.utf8.count))
    }

    @Test("never cuts a character in two, whatever the script", arguments: 0..<4)
    func withoutSpaces(shift: Int) throws {
        let text = String(repeating: "x", count: shift) + String(repeating: "引", count: 100)
        let beginning = try #require(PageDescription.beginning(of: text))
        #expect(text.hasPrefix(beginning.dropLast()))
        #expect(beginning.utf8.count > 190)
    }
}
