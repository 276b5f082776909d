import Diagnostics
import Disk
import Foundation
import Journeys
import Testing

/// What a file was read as is the same after it was kept as bytes, to the last part of it.
@Suite(.timeLimit(.minutes(5))) struct PackingTests {
    private func dumped(_ value: some Any) -> String {
        var text = ""
        dump(value, to: &text)
        // Sets and dictionaries have no order.
        return text.split(separator: "\n").sorted().joined(separator: "\n")
    }

    private static let folders =
        GoldenCase.all.map(\.contentFolder) + [
            GoldenCase.portfolios + "/../../../content", GoldenCase.portfolios + "/../../BrowserTests/Portfolios/odd",
        ]

    private func packed(_ value: some Packed) -> [UInt8] {
        var pack = PackWriter()
        value.pack(into: &pack)
        return pack.bytes
    }

    private func items(in folder: String) throws -> [Checked<ParsedItem>] {
        let content = try ContentFolder(folder)
        let files = Dictionary(content.list().value.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let settings = files[PortfolioSettings.path].map { PortfolioSettings.read(content.read($0).value).value }
        return ContentListing.read(Array(files.keys), root: "").value.items.compactMap { item in
            guard let file = files[item.path] else { return nil }
            return ParsedItem.read(
                content.read(file).value, path: item.path, kind: item.kind, settings: settings ?? PortfolioSettings())
        }
    }

    @Test(arguments: folders) func `An item is what it was`(folder: String) throws {
        for item in try items(in: folder) {
            let bytes = packed(item)
            var pack = PackReader(bytes)
            let again = Checked<ParsedItem>(from: &pack)
            #expect(pack.isFinished)
            #expect(dumped(again) == dumped(item))
            #expect(packed(again) == bytes)
        }
    }

    @Test func `So is a series`() throws {
        let rows = ["2026-01-01,-0.1,North,12", "2026-02-01,1000000000000.5,,", "2026-03-01,x,South,3"]
        let text = (["date,value,segment,sample"] + rows).joined(separator: "\n")
        let series = Series.read(SourceText(path: "wait.csv", text: text), path: "metrics/wait.csv")
        #expect(series.value.rows.count == 2 && !series.diagnostics.isEmpty)
        var pack = PackReader(packed(series))
        #expect(dumped(Checked<Series>(from: &pack)) == dumped(series))
        #expect(pack.isFinished)
    }

    @Test func `Numbers at both ends are what they were`() {
        let numbers = [0, 1, -1, 63, 64, -64, -65, 127, 128, 8191, 8192, Int.max, Int.min]
        var writer = PackWriter()
        writer.list(numbers) { $0.number($1) }
        writer.list([0.1, -0.0, .infinity, .greatestFiniteMagnitude]) { $0.decimal($1) }
        var pack = PackReader(writer.bytes)
        #expect(pack.list { $0.number() } == numbers)
        #expect(
            pack.list { $0.decimal().bitPattern } == [0.1, -0.0, .infinity, .greatestFiniteMagnitude].map(\.bitPattern))
        #expect(pack.isFinished)
    }

    /// A checksum keeps such bytes away; without it they must not end the program.
    @Test func `Bytes of something else are told, or make another item, without a crash`() throws {
        var random = SystemRandomNumberGenerator()
        var unsound = 0
        for item in try items(in: GoldenCase.portfolios + "/../../BrowserTests/Portfolios/odd").prefix(12) {
            let whole = packed(item)
            for _ in 0..<200 {
                var bytes = whole
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
                        in: .min ... .max, using: &random)
                }
                var pack = PackReader(Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))))
                _ = Checked<ParsedItem>(from: &pack)
                if !pack.isFinished { unsound += 1 }
            }
        }
        #expect(unsound > 1000)
    }
}
