import Journeys

/// What can be found in a portfolio, and by which words: of its texts alone, so that it can be made while other things are.
package struct SearchedTexts: Sendable {
    let entries: SearchEntries
    let index: SearchIndex

    package init(_ portfolio: Portfolio) {
        guard let map = SiteMap(portfolio) else {
            entries = .none
            index = SearchIndex(SearchTerms())
            return
        }
        entries = SearchEntries(portfolio, map: map)
        index = SearchIndex(entries.terms(of: portfolio))
    }
}
