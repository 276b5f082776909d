import Templates
import Testing

@testable import Pages

@Suite struct DataTableTests {
    private func table(_ rows: (inout CSVWriter) -> Void) -> String {
        var page = PageBuffer()
        CSVWriter.write(into: &page, columns: ["a", "b"], rows)
        return String(decoding: page.bytes, as: UTF8.self)
    }

    @Test func `cells are quoted where they must be`() {
        let text = table { table in
            table.row { row in
                row.text("x")
                row.text("y, z")
            }
            table.row { row in
                row.text("say \"so\"")
                row.text("two\nlines")
            }
            table.row { row in
                row.text(nil)
                row.score(nil)
            }
        }
        #expect(text == "a,b\nx,\"y, z\"\n\"say \"\"so\"\"\",\"two\nlines\"\n,\n")
    }

    @Test func `words never run as a formula, and numbers stay numbers`() {
        for start in ["=", "+", "-", "@", "\t", "\r"] {
            let text = table { table in table.row { $0.text("\(start)1+1") } }
            #expect(readTable(text)[1] == ["'\(start)1+1"])
        }
        #expect(table { table in table.row { $0.score(-1.5) } } == "a,b\n-1.5\n")
        #expect(table { table in table.row { $0.text("1=1") } } == "a,b\n1=1\n")
    }

    @Test(arguments: ["journeys", "opportunities", "findings", "metrics"])
    func `tables come back as they were`(name: String) throws {
        for (portfolio, isEmpty) in [
            (SamplePortfolio.small, false), (SamplePortfolio.hostile, false), (SamplePortfolio.empty, true),
        ] {
            let rows = readTable(try #require(try portfolio.data()["data/\(name).csv"]))
            let columns = try #require(rows.first)
            #expect(Set(columns).count == columns.count)
            #expect(rows.allSatisfy { $0.count == columns.count })
            #expect((rows.count == 1) == isEmpty)
            for cell in rows.dropFirst().flatMap({ $0 }) {
                let isFormula = cell.first.map { "=+-@\t\r".contains($0) } ?? false
                #expect(!isFormula, "\(cell)")
            }
        }
    }

    @Test func `a row says what the page says`() throws {
        let data = try SamplePortfolio.small.data()
        func rows(_ name: String) throws -> [[String: String]] {
            let rows = readTable(try #require(data["data/\(name).csv"]))
            let columns = try #require(rows.first)
            return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
        }
        let journeys = try rows("journeys")
        #expect(journeys.map { $0["id"] } == ["life", "move", "read"])
        #expect(journeys[1]["parent"] == "life")
        #expect(journeys[1]["parent_anchor"] == "moving")
        #expect(journeys[1]["due"] == "2026-04-12")
        #expect(journeys[1]["overdue_days"] == "217")
        let findings = try rows("findings")
        #expect(findings.map { $0["id"] } == ["serial", "it-times-out", "meters"])
        #expect(findings.map { $0["insight"] } == ["false", "false", "true"])
        #expect(findings[0]["opportunities"] == "prefill")
        #expect(findings[0]["line"] == "24")
        let opportunity = try #require(try rows("opportunities").first)
        #expect(opportunity["input_customer_impact"] == "4")
        #expect(opportunity["missing"] == "business_impact; effort")
        #expect(opportunity["addresses"] == "move#serial; meters")
        #expect(opportunity["solutions"] == "lookup")
        let metric = try #require(try rows("metrics").first)
        #expect(metric["latest"] == "70")
        #expect(metric["latest_date"] == "2026-10-31")
    }
}
