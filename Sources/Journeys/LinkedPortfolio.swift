import Diagnostics
import Markup

/// A portfolio whose references all know what they lead to.
package struct LinkedPortfolio: Sendable {
    /// With the `target` of every reference filled in.
    package let portfolio: Portfolio
    package let hierarchy: Hierarchy
    package let citations: CitationIndex
    package let directory: Directory
    /// Files of the content folder that are published as they are: assets, and whatever a page links to. In byte order.
    package let assets: [String]

    package init(
        portfolio: Portfolio, hierarchy: Hierarchy, citations: CitationIndex, directory: Directory,
        assets: [String]
    ) {
        self.portfolio = portfolio
        self.hierarchy = hierarchy
        self.citations = citations
        self.directory = directory
        self.assets = assets
    }

    package func citations(of target: Target, as role: Citation.Role) -> [Citation] {
        citations[target].filter { $0.role == role }
    }
}
