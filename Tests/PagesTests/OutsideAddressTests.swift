import Testing

@testable import Pages

@Suite("An address outside")
struct OutsideAddressTests {
    @Test(
        "has nothing in it that no address may hold",
        arguments: [
            ("https://x.example/a b?c=<d>\"", "https://x.example/a%20b?c=%3Cd%3E%22"),
            ("https://x.example/{key}|\\^`", "https://x.example/%7Bkey%7D%7C%5C%5E%60"),
            ("https://x.example/a%20b#c", "https://x.example/a%20b#c"),
            ("https://x.example/مقابلات", "https://x.example/مقابلات"),
        ])
    func encoded(written: String, expected: String) {
        #expect(OutsideAddress.encoded(written) == expected)
    }
}
