import Foundation
import Templates
import Testing

@testable import Pages

@Suite struct JSONWriterTests {
    private func json(_ body: (inout JSONWriter) -> Void) -> String {
        var page = PageBuffer()
        JSONWriter.write(into: &page, body)
        return String(decoding: page.bytes, as: UTF8.self)
    }

    private func decimal(_ value: Double, places: Int) -> String {
        var page = PageBuffer()
        DecimalNumber.write(value, places: places, to: &page)
        return String(decoding: page.bytes, as: UTF8.self)
    }

    @Test func `members stand on lines, and what is short on one`() {
        let text = json { json in
            json.object { json in
                json.count("a", 1)
                json.object("b", .line) { json in
                    json.text("c", "x")
                    json.list("d", [1, 2], .lines) { json, each in json.object { $0.count("e", each) } }
                }
                json.list("f", [String]()) { $0.text($1) }
                json.object("g") { _ in }
                json.list("h", ["y"]) { $0.text($1) }
                json.null("i")
            }
        }
        #expect(
            text == """
                {
                 "a": 1,
                 "b": {"c": "x", "d": [{"e": 1}, {"e": 2}]},
                 "f": [],
                 "g": {},
                 "h": [
                  "y"
                 ],
                 "i": null
                }

                """)
    }

    @Test(arguments: [1, 29, 30, 31, 32, 33, 80])
    func `however deep values are, they stay those of JSON`(depth: Int) throws {
        func nest(_ level: Int, _ json: inout JSONWriter) {
            json.list(level < depth ? ["a", "b"] : []) { json, each in
                if each == "a" { json.text(each) } else { nest(level + 1, &json) }
            }
        }
        let text = json { nest(0, &$0) }
        var read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Any])
        for _ in 0..<depth {
            #expect(read.first as? String == "a")
            read = try #require(read.last as? [Any])
        }
        #expect(read.isEmpty)
    }

    @Test func `every character comes back`() throws {
        var scalars = String.UnicodeScalarView()
        for value in 0..<0x100 { scalars.append(Unicode.Scalar(UInt8(value))) }
        let texts = [
            String(scalars), "\u{2027}\u{2028}\u{2029}\u{202A}\u{E000}\u{FFFD}\u{10FFFF}", "a\r\nb", "👩‍👩‍👧‍👦",
            "ab\u{202E}cd\u{2066}",
            "עברית ↔ العربية", "\\\"\\u0041", "</script>", "", "€\u{2028}",
        ]
        let text = json { json in json.list(texts) { $0.text($1) } }
        #expect(text.utf8.allSatisfy { $0 >= 0x20 || $0 == UInt8(ascii: "\n") })
        #expect(!text.contains("\u{2028}"))
        let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String])
        #expect(read.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
    }

    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (58.8, "58.8"), (70, "70"), (-1.5, "-1.5"), (0.05, "0.05"), (100, "100"),
        (2.675, "2.68"), (1.005, "1.01"), (-1.005, "-1.01"), (34.995, "35"), (0.004999999, "0"), (-0.004, "0"),
        (0.005, "0.01"), (99.999999999, "100"), (1_234_567.891, "1234567.89"), (8_999_999_999.994, "8999999999.99"),
    ])
    func `scores have two decimals, rounded half away from zero`(value: Double, text: String) {
        #expect(decimal(value, places: 2) == text)
    }

    @Test func `shares have four decimals`() {
        #expect(decimal(2.0 / 3, places: 4) == "0.6667")
        #expect(decimal(1, places: 4) == "1")
        #expect(decimal(0.00005, places: 4) == "0.0001")
    }

    @Test func `decimals are those that there are, without idle zeros`() {
        for number in 0..<20_000 {
            let (whole, rest) = (number / 10_000, number % 10_000)
            var text = "\(whole)." + String(repeating: "0", count: 4 - String(rest).count) + "\(rest)"
            while text.last == "0" { text.removeLast() }
            if text.last == "." { text.removeLast() }
            #expect(decimal(Double(number) / 10_000, places: 4) == text)
            #expect(decimal(Double(number) / 10_000, places: 9) == text)
            if number % 100 == 0 { #expect(decimal(Double(number) / 10_000, places: 2) == text) }
        }
    }

    @Test func `numbers of any size are numbers to others`() throws {
        for value in [1e15, 9e9, 1e300, -4e-300, 0.1, 123_456.5, Double.greatestFiniteMagnitude] {
            let text = json { json in json.object { $0.exact("v", value) } }
            let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Double])
            #expect(read["v"] == value, "\(text)")
        }
        #expect(json { json in json.object(.line) { $0.exact("v", .infinity) } } == "{\"v\": null}\n")
        #expect(json { json in json.object(.line) { $0.score("v", .nan) } } == "{\"v\": null}\n")
        #expect(json { json in json.object(.line) { $0.count("v", Int.min) } } == "{\"v\": \(Int.min)}\n")
    }
}
