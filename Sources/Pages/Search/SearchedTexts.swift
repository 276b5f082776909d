import Journeys

/// What can be found in a portfolio, and by which words: of its texts alone, so that it can be made while other things are.
package struct SearchedTexts: Sendable {
    let entries: SearchEntries
    let index: SearchIndex

    /// Of a site in which nothing is searched for.
    package static let none = SearchedTexts()

    private init() {
        entries = .none
        index = SearchIndex(SearchTerms())
    }

    package init(_ portfolio: Portfolio) {
        guard let map = SiteMap(portfolio) else {
            self = .none
            return
        }
        entries = SearchEntries(portfolio, map: map)
        index = SearchIndex(entries.terms(of: portfolio))
    }

    /// By journey: the number of its entry, and that of the first of its stages and steps, which follow each other.
    func numbers(ofJourneys count: Int) -> [(entry: Int, firstMoment: Int)] {
        var numbers = [(entry: Int, firstMoment: Int)](repeating: (0, 0), count: count)
        // The last that is noted is the first of all.
        for (number, entry) in entries.list.enumerated().reversed() where entry.content == .journey {
            switch entry.kind {
            case .journey: numbers[entry.item].entry = number
            case .stage, .step: numbers[entry.item].firstMoment = number
            default: break
            }
        }
        return numbers
    }
}
