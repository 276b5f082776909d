import Diagnostics
import Foundation
import Journeys
import Testing

@Suite("The guide to diagnostics")
struct DiagnosticGuideTests {
    @Test("explains every code", arguments: DiagnosticCode.allCases)
    func complete(code: DiagnosticCode) throws {
        let entry = try #require(DiagnosticGuide.entry(for: code))
        for text in [entry.title, entry.reason, entry.example, entry.cure] { #expect(!text.isEmpty) }
        #expect(entry.reason.hasSuffix(".") && entry.cure.hasSuffix(".") && !entry.title.hasSuffix("."))
    }

    @Test("takes its examples from golden portfolios", arguments: DiagnosticCode.allCases)
    func examples(code: DiagnosticCode) {
        guard let found = GoldenExample.all[code], let entry = DiagnosticGuide.entry(for: code) else { return }
        let first = String(entry.example.prefix { $0 != "\n" })
        #expect(found.contents.contains { $0.contains(first) }, "\(code.rawValue): \(first)")
    }

    @Test("is what docs/diagnostics.md prints")
    func document() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs/diagnostics.md")
        let text = GuideDocument.text
        if GoldenCase.isRecording {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("recorded docs/diagnostics.md: look at what changed, then test without WAYMARK_RECORD")
            return
        }
        #expect((try? String(contentsOf: file, encoding: .utf8)) == text)
    }
}

/// What golden portfolios say with a code.
struct GoldenExample {
    /// The shortest of all that is printed with the code.
    var printed: String
    /// The files, and their names, of all cases in which it is said.
    var contents: [String]

    static let all: [DiagnosticCode: GoldenExample] = (try? read()) ?? [:]

    private static func read() throws -> [DiagnosticCode: GoldenExample] {
        var examples: [DiagnosticCode: GoldenExample] = [:]
        for golden in GoldenCase.all {
            let blocks = blocks(of: golden.expected ?? "")
            guard !blocks.isEmpty else { continue }
            let sources = try golden.sources()
            let contents = sources.map { $0.key + "\n" + String(decoding: $0.value.bytes, as: UTF8.self) }
            for code in DiagnosticCode.allCases {
                for block in blocks where block.prefix(while: { $0 != "\n" }).hasSuffix("[\(code.rawValue)]") {
                    var example = examples[code] ?? GoldenExample(printed: block, contents: [])
                    if (block.count, block) < (example.printed.count, example.printed) { example.printed = block }
                    example.contents += contents
                    examples[code] = example
                }
            }
        }
        return examples
    }

    /// Each diagnostic with its lines: the first one alone is not set in.
    private static func blocks(of text: String) -> [String] {
        var blocks: [String] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix(" "), let last = blocks.indices.last {
                blocks[last] += "\n" + line
            } else {
                blocks.append(String(line))
            }
        }
        return blocks
    }
}

/// The guide as a page for authors.
enum GuideDocument {
    private static let stages: [(name: Substring, title: String)] = [
        ("read", "Files and folders"), ("front-matter", "Front matter and portfolio.yml"), ("journey", "Journeys"),
        ("series", "Time series"), ("history", "The recorded history"),
        ("model", "What does not fit together in a file"),
        ("governance", "How a portfolio is looked after"),
        ("link", "How files hang together"),
        ("score", "Scores"), ("baseline", "Baselines"), ("template", "Templates"),
    ]

    static var text: String {
        let examples = GoldenExample.all
        var text = """
            # What Waymark can find wrong

            Every message says where something is, what is wrong with it, and most often what to write instead. An **error** loses
            or changes what you mean, and keeps the site from being published; a **warning** is unknown or doubtful, and does not.
            The code in brackets at the end of a message leads to its section below.

            This page is made from `DiagnosticGuide` and the portfolios in `Tests/GoldenTests`; tests keep it true.

            """
        for stage in stages {
            text += "\n## \(stage.title)\n"
            for code in DiagnosticCode.allCases where code.stage == stage.name {
                guard let entry = DiagnosticGuide.entry(for: code) else { continue }
                text += "\n### \(code.rawValue)\n\n"
                text += "\(entry.title) (\(severity(of: code, in: examples[code]))). \(entry.reason)\n\n"
                text += "```\n\(examples[code]?.printed ?? entry.example)\n```\n\n"
                text += "\(entry.cure)\n"
                if let check = PortfolioSettings.Check.allCases.first(where: { $0.code == code }) {
                    let standard = check.standard?.rawValue ?? "off"
                    text +=
                        "How serious it is, `\(check.rawValue)` says under `checks` in portfolio.yml: \(standard), unless set.\n"
                }
            }
        }
        return text
    }

    /// Some codes are the one or the other, by what is lost or by what the portfolio asks for.
    private static func severity(of code: DiagnosticCode, in example: GoldenExample?) -> String {
        let printed = example.map { $0.printed.contains(": \(code.severity.rawValue): ") } ?? true
        return printed ? code.severity.rawValue : "warning or error"
    }
}
