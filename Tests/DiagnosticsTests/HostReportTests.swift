import Foundation
import Testing

@testable import Diagnostics

@Suite("Reports for code hosts")
struct HostReportTests {
    private let sample = ReportSample()

    @Test("as GitHub's commands are a line each, with everything escaped that would end one")
    func github() {
        let lines = sample.report().github.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 7 && lines.last == "")
        #expect(lines[0] == "::warning file=site/content/x,title=read/unknown-folder::no folder")
        #expect(
            lines[1]
                == "::error file=site/content/a b.md,line=1,col=8,endLine=1,endColumn=10,title=front-matter/syntax::"
                + "100%25: a, b%0D%0Ac <\"&'> [x](y) \u{FFFD} ]]>%0Ahint: mend")
        // Of several lines there are no columns.
        #expect(
            lines[4] == "::warning file=site/content/a b.md,line=5,endLine=6,title=journey/unknown-lane::lines")
        #expect(lines[5] == "::error title=read/unreadable::nothing at all")
        #expect(sample.report([]).github == "")
    }

    @Test("as GitHub's commands escape what separates properties")
    func properties() {
        let source = SourceText(path: "a,b:c%\nd.md", text: "x")
        let report = sample.report(
            [Diagnostic(.unknownKey, at: Location(path: source.path, range: 0..<1), "m")], of: source)
        #expect(
            report.github
                == "::warning file=site/a%2Cb%3Ac%25%0Ad.md,line=1,col=1,endLine=1,endColumn=2,title=front-matter/unknown-key::m\n"
        )
    }

    private struct Quality: Decodable {
        struct Place: Decodable {
            struct Lines: Decodable {
                let begin: Int
                let end: Int?
            }

            let path: String
            let lines: Lines
        }

        let description: String
        let check_name: String
        let fingerprint: String
        let severity: String
        let location: Place
    }

    private func quality(_ report: CheckReport) throws -> [Quality] {
        try JSONDecoder().decode([Quality].self, from: Data(report.gitlab.utf8))
    }

    @Test("as GitLab's Code Quality have a line each, and fingerprints of their own")
    func gitlab() throws {
        let entries = try quality(sample.report())
        #expect(entries.map(\.location.lines.begin) == [1, 1, 3, 4, 5, 1])
        #expect(entries.map(\.location.lines.end) == [nil, 1, 3, 4, 6, nil])
        #expect(entries.map(\.severity) == ["minor", "major", "minor", "minor", "minor", "major"])
        #expect(entries[1].check_name == "front-matter/syntax")
        #expect(entries[1].description == sample.hostile + "\nhint: mend")
        #expect(entries[1].location.path == "site/content/a b.md")
        #expect(entries[5].location.path == ".")
        #expect(Set(entries.map(\.fingerprint)).count == 6)
        #expect(entries.allSatisfy { $0.fingerprint.utf8.count == 32 })
        #expect(sample.report([]).gitlab == "[]\n")
    }

    @Test("keep their fingerprints while lines move, and only then")
    func fingerprints() throws {
        func marks(_ marked: String) throws -> [String] {
            let text = MarkedText(marked, path: "a.md")
            let diagnostics = text.ranges.map {
                Diagnostic(.unknownKey, at: Location(path: "a.md", range: $0), "m")
            }
            return try quality(sample.report(diagnostics, of: text.source)).map(\.fingerprint)
        }
        let before = try marks("⟦a⟧ x\n⟦a⟧ x\n⟦a⟧ y\n")
        #expect(Set(before).count == 3)
        #expect(try marks("new\n\n\n  ⟦a⟧ x\nnew\n⟦a⟧ x\n\t⟦a⟧ y\n") == before)
        #expect(try marks("⟦a⟧ z\n⟦a⟧ x\n⟦a⟧ y\n") != before)
    }

    @Test("tell fingerprints as FNV-1a of 128 bits")
    func fingerprint() {
        // Of the byte 0xFF alone, worked out by hand from the definition: (offset ^ 0xFF) * prime.
        let offset: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        let prime: UInt128 = (1 << 88) + 0x13B
        #expect(Fingerprint(of: [""]).text == String((offset ^ 0xFF) &* prime, radix: 16))
        #expect(Fingerprint(of: ["a", "bc"]) != Fingerprint(of: ["ab", "c"]))
    }
}
