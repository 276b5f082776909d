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

    /// - Parameter map: of the portfolio, where it is known already.
    package init(_ portfolio: Portfolio, map: SiteMap? = nil) {
        guard let map = map ?? SiteMap(portfolio) else {
            self = .none
            return
        }
        entries = SearchEntries(portfolio, map: map)
        index = SearchIndex(entries.terms(of: portfolio))
    }
}
