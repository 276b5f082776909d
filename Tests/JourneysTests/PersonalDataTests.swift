import Diagnostics
import Testing

@testable import Journeys

@Suite struct PersonalDataTests {
    private func found(_ text: String) -> [(kind: PersonalDataSearch.Kind, text: String)] {
        let bytes = Array(text.utf8)
        return PersonalDataSearch(in: bytes, from: 0).matches().map {
            ($0.kind, String(decoding: bytes[$0.range], as: UTF8.self))
        }
    }

    @Test(
        "is found as far as it reaches",
        arguments: [
            "jo.doe+x@mailbox.org", "o'neill@mail.co.uk", "müller@firma.de", "+49 30 901820", "+49 (0)30 / 90 18 20",
            "+15551234567", "0049 171 2345678", "0171/2345678", "(0171) 2345678", "030-1234567", "020 7946 0018",
            "01 42 68 53 00", "212-555-0187", "(212) 555-0187", "DE89 3704 0044 0532 0130 00", "DE89370400440532013000",
            "GB82 WEST 1234 5698 7654 32", "NL91ABNA0417164300", "4111 1111 1111 1111", "5500-0000-0000-0004",
        ])
    func sure(text: String) {
        // An apostrophe starts no address, and two digits start no number of a country at home.
        let part =
            text.hasPrefix("o'") ? "neill@mail.co.uk" : text.hasPrefix("01 ") ? nil : text
        #expect(found("Reach me: \(text), or not.").map(\.text) == [part].compactMap { $0 })
        #expect(found(text).map(\.text) == [part].compactMap { $0 })
    }

    @Test(
        "is not what only looks like it",
        arguments: [
            "12345", "0012345678", "01712345678", "2026-08-18", "08.12.2026 14:30", "18/08/2026", "+2 → -1",
            "+10 000 000",
            "0.123456789", "100-200", "1 000 000 000 €", "09:00-17:00", "12:0301 23456", "logo@2x.png", "info@firma.de",
            "ada@example.com", "@ada", "a@b", "a@@b.de", "£0300 123 4567", "€0300 123 4567", "0300 123 4567 €",
            "DE88 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130", "XX89 3704 0044 0532 0130 00", "AB12 3456",
            "4111 1111 1111 1112", "4111111111111111", "ID-0171-2345678", "order#0171-2345678", "555 123 4567",
            "123-456-7890", "1-2-3-4-5", "[x](0171-2345678.txt)", "https://firma.de/0171-2345678?to=jo@firma.de",
            "<!-- jo@firma.de -->", "{#p-0171 reach=0.3 by=jo@firma.de}", "0171 2345678 %", "+49 30 901820x",
        ])
    func doubtful(text: String) {
        #expect(found("It was \(text) then.").isEmpty, "\(found(text))")
        #expect(found(text).isEmpty)
    }

    @Test func `Several in a line are several`() {
        let all = found("jo@firma.de, +49 30 901820; DE89 3704 0044 0532 0130 00 (4111 1111 1111 1111)")
        #expect(all.map(\.kind) == [.mail, .phone, .account, .card])
    }

    @Test func `Messages do not repeat what they are about`() throws {
        let text = "---\ntitle: A\n---\n> «jo.doe@mailbox.org» and «+49 30 901820»\n\n- «DE89 3704 0044 0532 0130 00»\n"
        let portfolio = TextPortfolio(["evidence/a.md": text])
        #expect(portfolio.diagnostics.map(\.location) == portfolio.marks)
        #expect(
            portfolio.diagnostics.map(\.message) == [
                "'j…@…' looks like the e-mail address of a person", "'+49…' looks like the phone number of a person",
                "'DE…' looks like the account number of a person",
            ])
    }

    @Test func `Any bytes are read to their end`() {
        let bytes = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        for end in stride(from: 0, to: bytes.count, by: 61) {
            _ = PersonalDataSearch(in: Array(bytes[..<end]), from: 0).matches()
        }
        for text in [
            "+", "(", "@", "{", "](", "<!--", "http://", "DE", "DE89", "0", "00", "+4", "a@", "@a", "(((((", "+ 49",
        ] {
            _ = found(text)
        }
    }
}
