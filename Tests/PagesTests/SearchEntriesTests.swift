import Journeys
import Scoring
import Testing

@testable import Pages

@Suite struct SearchEntriesTests {
    @Test func `some entries are those that are among all in their place`() throws {
        let portfolio = SamplePortfolio.small.scored().portfolio
        let entries = SearchEntries(portfolio, map: try #require(SiteMap(portfolio)))
        let all = entries.list(0..<entries.count, in: portfolio)
        #expect(all.count == entries.count && Set(all).count == all.count && all.count > 20)
        for start in 0...entries.count {
            for count in [0, 1, 2, 7, 64] {
                let numbers = start..<min(start + count, entries.count)
                #expect(entries.list(numbers, in: portfolio) == Array(all[numbers]), "\(numbers)")
            }
        }
    }

    @Test func `journeys know their numbers, and that of their first moment`() throws {
        let portfolio = SamplePortfolio.small.scored().portfolio
        let entries = SearchEntries(portfolio, map: try #require(SiteMap(portfolio)))
        let all = entries.list(0..<entries.count, in: portfolio)
        for (index, numbers) in entries.numbers(ofJourneys: portfolio.journeys.count).enumerated() {
            let own = all.indices.filter { all[$0].content == .journey && all[$0].item == index }
            #expect(Int(numbers.entry) == own.first { all[$0].kind == .journey })
            #expect(Int(numbers.firstMoment) == own.first { [.stage, .step].contains(all[$0].kind) } ?? 0)
        }
    }
}
