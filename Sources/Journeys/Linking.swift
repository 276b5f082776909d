import Diagnostics
import Markup
import Synchronization

/// Links a portfolio: finds what every reference leads to, builds the hierarchy, and says all that is wrong with either.
///
/// Items are linked one by one, each without regard to the others, so that many can be at once; `finish` puts them together.
package struct PortfolioLinking: Sendable {
    /// An item whose references know what they lead to, and what came to light on the way.
    package final class LinkedItem: Sendable {
        let item: ParsedItem
        let diagnostics: [Diagnostic]
        /// Files that are not read, and that the item refers to.
        let missed: Set<String>
        let suspects: Set<Target>
        let citations: [Citation]
        let files: Set<String>

        init(_ item: ParsedItem, _ resolving: ReferenceResolving) {
            self.item = item
            diagnostics = resolving.diagnostics
            suspects = resolving.suspects
            citations = resolving.citations
            files = resolving.files
            missed = resolving.missed
        }
    }

    private let items: ItemPlaces
    private let names: LinkableNames
    private let root: String
    /// What the items of another linking became in which all names lead to the same.
    private let known: [LinkedItem]?

    /// - Parameters:
    ///   - items: what the content files were read as, by path.
    ///   - files: all files of the content folder, relative to it.
    ///   - root: what stands before a path in diagnostics, such as `content/`.
    ///   - unread: the files and folders that can't be read, relative to the content folder.
    ///   - other: under the same settings and root, what its items were linked as: those that are here too need not be linked again.
    package init(
        _ items: [ParsedItem], settings: PortfolioSettings, files: [String], root: String, unread: Set<String> = [],
        like other: (linking: PortfolioLinking, linked: [LinkedItem])? = nil
    ) {
        self.items = ItemPlaces(items)
        self.root = root
        let names = LinkableNames(
            Portfolio.model(items, settings: settings, files: files), unread: unread,
            misplaced: ContentListing.meantPaths(of: files))
        self.names = names
        known = other.flatMap { names.lead(as: $0.linking.names) ? $0.linked : nil }
    }

    /// Links the item at an index of `items`. What it was read as is no longer kept here then.
    package func link(_ index: Int) -> LinkedItem {
        var item = items[index]
        // What is said of mistakes may show places in other files, which may have moved.
        if let known = known?[index], known.diagnostics.isEmpty, known.item.record === item.record { return known }
        var resolving = resolving(for: item.path)
        resolving.link(&item)
        items[index] = item
        return LinkedItem(item, resolving)
    }

    /// Says of files that are not read, and that others refer to, that this loses what they say: it is no mistake of the others.
    private func misplaced(_ missed: Set<String>) -> [Diagnostic] {
        if missed.isEmpty { return [] }
        let places = Set(missed.map { root + $0 })
        return ContentListing.read(names.portfolio.files, root: root).diagnostics.compactMap { found in
            guard
                places.contains(found.location.path)
                    || places.contains(where: { $0.hasPrefix(found.location.path + "/") })
            else { return nil }
            var error = found
            error.severity = .error
            return error
        }
    }

    private func resolving(for path: String) -> ReferenceResolving {
        ReferenceResolving(
            names: names, root: root, here: names.directory.item(atPath: path) ?? Target(kind: .page, index: 0))
    }

    /// All items together, and what can be told of them before it is known which journey stands where.
    package struct Joined: Sendable {
        package let portfolio: Portfolio
        fileprivate let assets: Set<String>
        fileprivate let diagnostics: [Diagnostic]
    }

    /// - Parameters:
    ///   - linked: of every item, in order.
    ///   - series: the CSV files that were read, by their paths relative to the content folder.
    ///   - trend: what has been recorded of earlier months, as it is known on the day.
    package func join(_ linked: [LinkedItem], series: [String: Checked<Series>], trend: Trend = .none) -> Joined {
        var portfolio = Portfolio.model(
            linked.map(\.item), settings: names.portfolio.settings, files: names.portfolio.files)
        portfolio.trend = trend
        var resolving = resolving(for: PortfolioSettings.path)
        resolving.reportDuplicateIDs()
        resolving.linkSettings()
        resolving.breakGoalCycles(&portfolio)
        resolving.attach(series, to: &portfolio)
        let files = linked.reduce(into: resolving.files) { $0.formUnion($1.files) }
        let assets = files.union(portfolio.files.filter { $0.hasPrefix("assets/") })
        resolving.reportUnreadTables(of: portfolio, besides: assets)
        resolving.reportUnreadFiles(besides: assets)
        var ofItems: [Diagnostic] = []
        for item in linked where !item.diagnostics.isEmpty { ofItems += item.diagnostics }
        var diagnostics = resolving.diagnostics + ofItems.namingBareOnce()
        diagnostics += misplaced(linked.reduce(into: Set()) { $0.formUnion($1.missed) })
        return Joined(portfolio: portfolio, assets: assets, diagnostics: diagnostics)
    }

    /// - Parameter linked: what was joined.
    package func finish(_ joined: Joined, _ linked: [LinkedItem]) -> Checked<LinkedPortfolio> {
        var portfolio = joined.portfolio
        var linking = HierarchyLinking(
            portfolio.journeys, levels: portfolio.settings.taxonomy.levels, root: root,
            suspects: linked.reduce(into: Set()) { $0.formUnion($1.suspects) })
        let (hierarchy, levels) = linking.run()
        portfolio.journeys = zip(portfolio.journeys, levels).map { journey, level in journey.placed(at: level) }
        return Checked(
            LinkedPortfolio(
                portfolio: portfolio, hierarchy: hierarchy,
                citations: CitationIndex(of: portfolio, linked.lazy.map(\.citations)), directory: names.directory,
                assets: joined.assets.sorted { $0.precedesInBytes($1) }),
            joined.diagnostics + linking.diagnostics)
    }

    package func finish(
        _ linked: [LinkedItem], series: [String: Checked<Series>], trend: Trend = .none
    ) -> Checked<LinkedPortfolio> {
        finish(join(linked, series: series, trend: trend), linked)
    }
}

/// The items of a portfolio, each of which gives its place to what it is linked as.
///
/// So it is let go at once, and what the next one is linked as has its room. If all were kept to the end, a tenth of a large portfolio's
/// memory would be gaps.
private final class ItemPlaces: Sendable {
    private let items: Mutex<[ParsedItem]>

    init(_ items: [ParsedItem]) { self.items = Mutex(items) }

    subscript(index: Int) -> ParsedItem {
        get { items.withLock { $0[index] } }
        set { items.withLock { $0[index] = newValue } }
    }
}

/// The names that references may lead to. A class, because it is handed to the linking of every item.
final class LinkableNames: Sendable {
    /// What has them: not yet linked, and without the stages of journeys.
    let portfolio: Portfolio
    let directory: Directory
    /// Files and folders that can't be read, relative to the content folder: that references to what is in them lead nowhere comes
    /// of that.
    let unread: Set<String>

    /// Files that are not read for their ending or their folder, by the path that was meant.
    let misplaced: [String: String]
    /// Those of `misplaced`, by the folder of the kind and the id that were meant.
    private let misplacedIDs: [PlacedID: [String]]
    /// Of `unread`, in the same way; a folder has all of its files in it.
    private let unreadIDs: Set<PlacedID>
    private let unreadFolders: Set<Substring>
    /// For those that lead nowhere.
    let near: NearNames

    private struct PlacedID: Hashable {
        let folder: Substring
        let id: String

        init?(_ path: String) {
            guard let folder = path.split(separator: "/").first else { return nil }
            (self.folder, id) = (folder, ItemID.stem(of: path))
        }

        init(_ kind: ContentKind, _ id: String) { (folder, self.id) = (kind.folder[...], id) }
    }

    init(_ portfolio: Portfolio, unread: Set<String>, misplaced: [String: String]) {
        var portfolio = portfolio
        portfolio.journeys = portfolio.journeys.map(\.withoutStages)
        self.portfolio = portfolio
        directory = Directory(portfolio)
        self.unread = unread
        self.misplaced = misplaced
        misplacedIDs = Dictionary(
            misplaced.compactMap { meant, file in PlacedID(meant).map { ($0, [file]) } }, uniquingKeysWith: +)
        unreadIDs = Set(unread.filter { $0.hasSuffix(".md") }.compactMap(PlacedID.init))
        unreadFolders = Set(unread.filter { !$0.hasSuffix(".md") }.compactMap { $0.split(separator: "/").first })
        near = NearNames(portfolio, directory)
    }

    /// The files that are not read, and that may well be what has an id.
    func misplaced(_ id: String, among kinds: [ContentKind]) -> [String] {
        misplacedIDs.isEmpty ? [] : kinds.flatMap { misplacedIDs[PlacedID($0, id)] ?? [] }
    }

    /// Whether something that can't be read may well be what has an id.
    func mayBeUnread(_ id: String, among kinds: [ContentKind]) -> Bool {
        !unread.isEmpty
            && kinds.contains { unreadFolders.contains($0.folder[...]) || unreadIDs.contains(PlacedID($0, id)) }
    }

    /// Whether a file can't be read, or a folder that it is in.
    func isUnread(_ path: String) -> Bool {
        if unread.isEmpty { return false }
        var path = path[...]
        while true {
            if unread.contains(String(path)) { return true }
            guard let slash = path.lastIndex(of: "/") else { return false }
            path = path[..<slash]
        }
    }

    func lead(as others: LinkableNames) -> Bool {
        unread == others.unread && misplaced == others.misplaced && directory.leads(as: others.directory)
    }
}

extension ReferenceResolving {
    mutating func link(_ item: inout ParsedItem) {
        switch item {
        case .journey(let journey): item = .journey(linked(journey))
        case .persona(var persona):
            link(&persona)
            item = .persona(persona)
        case .goal(var goal):
            link(&goal)
            item = .goal(goal)
        case .metric(var metric):
            link(&metric)
            item = .metric(metric)
        case .evidence(var evidence):
            link(&evidence)
            item = .evidence(evidence)
        case .insight(var insight):
            link(&insight)
            item = .insight(insight)
        case .opportunity(var opportunity):
            link(&opportunity)
            item = .opportunity(opportunity)
        case .solution(var solution):
            link(&solution)
            item = .solution(solution)
        case .page(var page):
            link(&page)
            item = .page(page)
        }
    }

    mutating func linkSettings() {
        if let logo = portfolio.settings.theme.logo {
            _ = follow(logo.written, at: logo.range, in: PortfolioSettings.path)
        }
    }
}
