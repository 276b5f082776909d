import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@testable import Diagnostics

/// The structure is checked by hand against the schema that is named in the report's own file.
@Suite("The report as JUnit")
struct JUnitReportTests {
    private final class Tree: NSObject, XMLParserDelegate {
        struct Element {
            let name: String
            let depth: Int
            let attributes: [String: String]
            var text = ""
        }

        var elements: [Element] = []
        private var open: [Int] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements.append(Element(name: name, depth: open.count, attributes: attributes))
            open.append(elements.count - 1)
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) { open.removeLast() }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            if let last = open.last { elements[last].text += text }
        }
    }

    private let sample = ReportSample()

    private func elements(_ report: CheckReport) throws -> [Tree.Element] {
        let parser = XMLParser(data: Data(report.junit.utf8))
        let tree = Tree()
        parser.delegate = tree
        try #require(parser.parse(), "\(parser.parserError.debugDescription)")
        return tree.elements
    }

    @Test("has a test for each thing, and fails those that count")
    func errors() throws {
        let elements = try elements(sample.report())
        let suite = try #require(elements.first { $0.name == "testsuite" })
        #expect(
            suite.attributes == [
                "name": "waymark check", "package": "waymark", "id": "0", "timestamp": "2026-11-30T00:00:00",
                "hostname": "localhost", "tests": "6", "failures": "2", "errors": "0", "skipped": "0", "time": "0",
            ])
        #expect(
            elements.filter { $0.depth < 3 }.map(\.name) == ["testsuites", "testsuite", "properties"]
                + Array(repeating: "testcase", count: 6) + ["system-out", "system-err"])
        for element in elements where element.name == "testcase" {
            #expect(element.attributes.keys.sorted() == ["classname", "name", "time"])
        }
        let failure = try #require(elements.first { $0.name == "failure" })
        #expect(failure.attributes["type"] == "front-matter/syntax")
        // A sign that XML can't hold is shown as one that it can.
        let hostile = sample.hostile.replacing("\u{1}", with: "\u{FFFD}")
        #expect(failure.attributes["message"] == hostile)
        #expect(
            failure.text
                == "site/content/a b.md:1:8: error: \(hostile)\nhint: mend\nsite/content/a b.md:5:1: note: see")
    }

    @Test("fails warnings where they count, and nothing where nothing does")
    func thresholds() throws {
        #expect(try elements(sample.report(failingOn: .warning)).count { $0.name == "failure" } == 6)
        #expect(try elements(sample.report(failingOn: .never)).count { $0.name == "failure" } == 0)
        #expect(sample.report(failingOn: .warning).fails && !sample.report(failingOn: .never).fails)
    }

    @Test("tells equal things apart")
    func names() throws {
        let names = try elements(sample.report()).filter { $0.name == "testcase" }.map {
            ($0.attributes["classname"] ?? "") + " " + ($0.attributes["name"] ?? "")
        }
        #expect(Set(names).count == names.count)
        #expect(names.contains("site/content/a b.md same [front-matter/unknown-key] (2)"))
    }

    @Test("of nothing has one test that passed")
    func clean() throws {
        let elements = try elements(sample.report([]))
        #expect(
            elements.map(\.name) == [
                "testsuites", "testsuite", "properties", "testcase", "system-out", "system-err",
            ])
        #expect(elements[1].attributes["tests"] == "1" && elements[1].attributes["failures"] == "0")
    }
}
