import Templates

/// A part of a page under its own heading: a table, a list of links or of entries; or, where there are none, what is missing.
struct SectionView: TemplateView {
    static let fields = ViewFields<SectionView>(
        "section",
        [
            .text("title", \.title),
            .text("lead", \.lead),
            .text("missing") { $0.isEmpty ? $0.missing : nil },
            .text("more", \.more),
            .html("drawing", \.drawing),
            .view("table", \.table),
            .list("entries", \.entries),
            .flag("has-entries") { !$0.entries.isEmpty },
            .list("links", \.links),
            .flag("has-links") { !$0.links.isEmpty },
            .list("metrics", \.metrics),
            .flag("has-metrics") { !$0.metrics.isEmpty },
        ])

    var title = ""
    var lead: String?
    /// What to add, and where, if there is nothing.
    var missing: String?
    /// How many more there are than are shown.
    var more: String?
    var drawing: [UInt8]?
    var table: TableView?
    var entries: [EntryView] = []
    var links: [LinkView] = []
    var metrics: [MetricLineView] = []

    var isEmpty: Bool { drawing == nil && table == nil && entries.isEmpty && links.isEmpty && metrics.isEmpty }

    /// With something in it, or with something to say about its being empty.
    var isWorthShowing: Bool { !isEmpty || missing != nil || lead != nil }
}

/// The first of many things, and how many more there are.
struct Folded<Item> {
    let items: [Item]
    let more: String?
}

extension Edition {
    /// What a section of an item's page shows of a long list.
    func folded<Item>(_ items: [Item]) -> Folded<Item> {
        let limit = 200
        guard items.count > limit else { return Folded(items: items, more: nil) }
        return Folded(
            items: Array(items.prefix(limit)),
            more: words(.andMore, ["n": figures.number(items.count - limit)]))
    }
}

/// The way to the other parts of a long list.
struct PagerView: TemplateView {
    static let fields = ViewFields<PagerView>("pager", [.list("parts", \.parts)])

    /// Rows on one page of a list.
    static let size = 500

    let parts: [LinkView]

    /// Nothing for a list of one part.
    init?(_ place: SiteMap.Place, part: Int, of count: Int, links: PageLinks) {
        guard count > 1 else { return nil }
        // Neighbours, and the ends: a list of 20,000 has 40 parts.
        let shown = Set([1, count] + ((part - 3)...(part + 3)).filter { (1...count).contains($0) }).sorted()
        parts = shown.map { number in
            LinkView(
                text: links.edition.figures.number(number),
                address: links.address(of: links.edition.map.path(of: place, part: number)), isCurrent: number == part)
        }
    }
}
