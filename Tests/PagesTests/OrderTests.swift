import Testing

@testable import Pages

/// In what order journeys and opportunities stand where the order of files would mean nothing to a reader.
@Suite struct OrderTests {
    private static let pages: [String: String] = {
        var sample = SamplePortfolio.small
        for (file, title) in [("aa", "Zebra crossing"), ("zz", "Aardvark"), ("mm", "middle")] {
            sample.files["journeys/\(file).md"] =
                "---\ntitle: \(title)\nlevel: sub\nparent: move\nowner: Odo\npersonas: [nadia]\n---\n\n## S\n\n- **Channels:** Pigeon\n"
        }
        for (number, impact) in [(1, 1), (2, 5), (3, 3)] {
            sample.files["opportunities/o\(number).md"] =
                "---\ntitle: Chance \(number)\ncustomer_impact: \(impact)\nbusiness_impact: \(impact)\neffort: 1\n---\n"
        }
        return sample.pages()
    }()

    private func places(of words: [String], on page: String, after start: String = "<main") throws -> [Int] {
        let html = try #require(Self.pages[page])
        let text = html[(try #require(html.range(of: start))).upperBound...]
        return try words.map { word in
            text.distance(
                from: text.startIndex, to: try #require(text.range(of: word), "\(word) on \(page)").lowerBound)
        }
    }

    @Test(arguments: ["touchpoints.html", "teams.html", "personas/nadia.html"])
    func `journeys stand by their titles`(page: String) throws {
        let start = page == "teams.html" ? "Odo" : "<main"
        let places = try places(of: [">Aardvark<", ">middle<", ">Zebra crossing<"], on: page, after: start)
        #expect(places == places.sorted())
    }

    @Test func `opportunities without a solution yet stand by their ranks`() throws {
        let places = try places(of: [">Chance 2<", ">Chance 3<", ">Chance 1<"], on: "solutions.html")
        #expect(places == places.sorted())
    }
}
