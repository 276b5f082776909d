import Foundation
import Journeys
import Scoring
import Testing

@testable import Pages

extension SamplePortfolio {
    /// The data files as text, by their paths.
    func data() throws -> [String: String] {
        let templates = TemplateSet.compiled().value
        let scored = ScoredPortfolio.score(linked().value, asOf: asOf, root: "content/").value
        let map = try #require(SiteMap(scored.portfolio))
        let edition = Edition(scored, map: map, words: templates.words)
        let pages = PublishedData(edition, root: "content/").pages.map { page in
            (page.path.text, String(decoding: page.bytes, as: UTF8.self))
        }
        return Dictionary(uniqueKeysWithValues: pages)
    }

    /// Words that are hard to write, in every place that takes words.
    static let hostile: SamplePortfolio = {
        // Quotes, a comma, a backslash, an emoji of several scalars, a text that is read from the right, a line end of JavaScript.
        let words = #"="a", \b; 👩‍👩‍👧 עברית \#u{2028}x"#
        let quoted = "'\(words)'"
        return SamplePortfolio(files: [
            "portfolio.yml": "title: \(quoted)\nlevels: [lifecycle, sub]\n",
            "journeys/-first.md": """
            ---
            title: \(quoted)
            level: lifecycle
            owner: '@\(words)'
            team: '+\(words)'
            tags: [\(quoted)]
            products: [\(quoted)]
            triggers: [\(quoted)]
            reviewed: 2026-11-01
            metrics: [m]
            personas: [p]
            ---
            Summary \(words)

            ## Stage \(words) {#s}

            > Quote \(words) {#q evidence=e#p}

            - **Doing:** \(words)
            - **Feeling:** -1 \(words)
            - **Touchpoints:** \(words)
            - **Pains:**
              - =\(words) {#pain severity=5 segment="\u{202E}x" evidence=e#p}
              - -\(words)
            - **Metrics:** [\(words.replacing("\\", with: ""))](../metrics/m.md)

            Notes \(words)

            - a
            - b
            """,
            "metrics/m.md":
                "---\ntitle: \(quoted)\nunit: \(quoted)\nmethod: \(quoted)\nperspective: customer\ntarget: 1\n---\n",
            "metrics/m.csv": "date,value\n2026-10-31,0.0034\n",
            "personas/p.md":
                "---\ntitle: \(quoted)\nrole: \(quoted)\nquote: \(quoted)\nneeds: [\(quoted)]\n---\n\(words)\n",
            "evidence/e.md":
                "---\ntitle: \(quoted)\nsample: \(quoted)\nresearcher: \(quoted)\nmethod: survey\n---\n> \(words) {#p}\n",
            "insights/i.md": "---\ntitle: \(quoted)\ntype: gain\n---\n\(words)\n",
            "goals/g.md": "---\ntitle: \(quoted)\n---\n\(words)\n",
            "opportunities/o.md": """
            ---
            title: \(quoted)
            addresses: ["-first#pain", "i"]
            because: \(quoted)
            business_impact: 2
            effort: 2
            decided: 2026-02
            ---
            """,
        ])
    }()
}

/// Reads a table as RFC 4180 has it.
func readTable(_ text: String) -> [[String]] {
    var (rows, row, cell) = ([[String]](), [String](), [UInt8]())
    var isQuoted = false
    var bytes = Array(text.utf8)[...]
    func end() {
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
    }
    while let byte = bytes.popFirst() {
        switch byte {
        case UInt8(ascii: "\"") where isQuoted && bytes.first == byte:
            bytes.removeFirst()
            cell.append(byte)
        case UInt8(ascii: "\""): isQuoted.toggle()
        case UInt8(ascii: ",") where !isQuoted: end()
        case UInt8(ascii: "\n") where !isQuoted:
            end()
            rows.append(row)
            row = []
        default: cell.append(byte)
        }
    }
    return rows
}
