import Diagnostics
import Journeys

@testable import Scoring

/// A portfolio written as authors write it, read by the real reader.
struct WrittenPortfolio {
    var files: [String: String] = [:]
    var asOf = day("2026-11-30")

    init(_ files: [String: String] = [:], asOf: String = "2026-11-30") {
        self.files = files
        self.asOf = day(asOf)
    }

    /// - Parameter order: what becomes of the order of files, by path, before they are linked.
    func linked(order: ([String]) -> [String] = { $0 }) -> LinkedPortfolio {
        func source(_ path: String) -> SourceText {
            SourceText(path: "content/" + path, text: files[path, default: ""])
        }
        let listing = ContentListing.read(files.keys.sorted(), root: "content/").value
        let settings = listing.hasSettings ? PortfolioSettings.read(source("portfolio.yml")).value : PortfolioSettings()
        let byPath = Dictionary(uniqueKeysWithValues: listing.items.map { ($0.path, $0) })
        let items = order(listing.items.map(\.path)).compactMap { byPath[$0] }.map {
            ParsedItem.read(source($0.path), path: $0.path, kind: $0.kind, settings: settings).value
        }
        let series = Dictionary(uniqueKeysWithValues: listing.series.map { ($0, Series.read(source($0), path: $0)) })
        let linking = PortfolioLinking(items, settings: settings, files: listing.files, root: "content/")
        return linking.finish(items.indices.map { linking.link($0) }, series: series).value
    }

    func with(_ path: String, _ text: String) -> WrittenPortfolio {
        var copy = self
        copy.files[path] = text
        return copy
    }

    func with(_ path: String, front: String, body: String = "") -> WrittenPortfolio {
        with(path, "---\n\(front)\n---\n\(body)\n")
    }
}

func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? CivilDate(days: 0) }

/// A CSV of one value a month's end, from a month on.
func monthly(from year: Int, _ month: Int, _ values: [Double]) -> String {
    var text = "date,value\n"
    for (offset, value) in values.enumerated() {
        let next = year * 12 + month + offset
        let first = CivilDate(year: next / 12, month: next % 12 + 1, day: 1) ?? CivilDate(days: 0)
        text += "\(first.advanced(by: -1).iso),\(value)\n"
    }
    return text
}

/// Numbers that look random and are the same in every run (SplitMix64, Steele, Lea and Flood 2014).
struct SteadyNumbers: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
