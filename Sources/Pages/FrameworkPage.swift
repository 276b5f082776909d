import Journeys
import Scoring
import Templates

/// The whole hierarchy, or one part of a large one.
struct FrameworkPage: TemplateView {
    static let fields = ViewFields<FrameworkPage>(
        "framework",
        [
            .view("page", \.page),
            .text("title", \.title),
            .text("lead", \.lead),
            .view("filter", \.filter),
            .text("missing", \.missing),
            .list("nodes", \.nodes),
            .view("pager", \.pager),
        ])

    let page: PageFrame
    let title: String
    let lead: String
    let filter: FilterView?
    let missing: String?
    let nodes: [FrameworkNode]
    let pager: PagerView?

    init(part: Int, of framework: Framework, _ facets: Facets, _ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .framework, part: part)
        let links = edition.links(on: path, facets: facets)
        let words = edition.words
        title = words[.framework]
        page = chrome.frame(
            for: path,
            titled: part > 1 ? words(.partOf, ["title": title, "part": edition.figures.number(part)]) : title,
            section: .place(.framework), about: words[.frameworkLead])
        lead = words[.frameworkLead]
        filter = FilterView(facets, script: framework.script(facets)?.name, isTree: true)
        nodes = framework.nodes(part: part, links: links)
        missing = nodes.isEmpty ? words[.journeysMissing] : nil
        pager = PagerView(.framework, part: part, of: framework.parts, links: links)
    }
}

/// A journey in the tree, with what is below it.
struct FrameworkNode: TemplateView {
    static let fields = ViewFields<FrameworkNode>(
        "node",
        [
            .view("link", \.link),
            .text("level", \.level),
            .text("owner", \.owner),
            .text("review", \.review),
            .flag("late", \.isLate),
            .text("facets", \.facets),
            .flag("chosen-from") { $0.facets != nil },
            .view("score", \.score),
            .text("sureness", \.sureness),
            .flag("open", \.isOpen),
            .flag("branching") { !$0.children.isEmpty || !$0.guests.isEmpty },
            .list("children", \.children),
            .list("guests", \.guests),
        ])

    let link: LinkView
    let level: String
    let owner: String?
    let review: String?
    let isLate: Bool
    /// The numbers of its values, where there is anything to choose by.
    let facets: String?
    let score: ScoreView
    /// Trust and progress.
    let sureness: String
    /// Unfolded when the page opens.
    let isOpen: Bool
    let children: [FrameworkNode]
    /// Journeys that recur here and have their place elsewhere.
    let guests: [LinkView]

    init(_ index: Int, depth: Int, children: [FrameworkNode], links: PageLinks) {
        let edition = links.edition
        let journey = edition.portfolio.journeys[index]
        let marks = edition.marks(of: journey)
        link = links.link(toJourney: index, note: marks.isEmpty ? nil : edition.words.listed(marks))
        level = edition.level(of: journey)
        owner = journey.record.owner ?? (journey.counts ? edition.words[.ownerMissing] : nil)
        facets = links.facets?.numbers(of: .journey, index)
        isLate = edition.reviews[index].isLate
        review = isLate ? edition.reviewText(ofJourney: index) : nil
        let scores = edition.scores[index]
        score = ScoreView(scores.health, edition)
        func figure(_ value: Double?) -> String {
            value.map { edition.figures.whole($0) } ?? edition.words[.notMeasured]
        }
        sureness = edition.words(
            .trustAndProgress, ["trust": figure(scores.trust.value), "progress": figure(scores.progress.value)])
        isOpen = depth < 2
        self.children = children
        // Each once, wherever in this journey it recurs, and not beside its own place.
        var shown = Set(edition.linked.hierarchy.children[index].map(\.journey))
        guests = edition.linked.hierarchy.guests[index].compactMap { placement in
            shown.insert(placement.journey).inserted ? links.link(toJourney: placement.journey) : nil
        }
    }
}

/// The hierarchy as rows, in the order of the tree.
struct Framework: Sendable {
    private struct Row: Sendable {
        let journey: Int
        let depth: Int
    }

    /// Deeper ones stand here: a tree that holds a thousand levels is still a page.
    private static let depthLimit = 12

    private let rows: [Row]

    init(_ hierarchy: Hierarchy) {
        var rows: [Row] = []
        var open = hierarchy.roots.reversed().map { Row(journey: $0, depth: 0) }
        while let row = open.popLast() {
            rows.append(row)
            let depth = min(row.depth + 1, Self.depthLimit)
            open += hierarchy.children[row.journey].reversed().map { Row(journey: $0.journey, depth: depth) }
        }
        self.rows = rows
    }

    var parts: Int { max(1, (rows.count + PagerView.size - 1) / PagerView.size) }

    /// What all of its parts are chosen from, where there are several.
    func script(_ facets: Facets) -> ListScript? {
        guard parts > 1, !facets.views.isEmpty else { return nil }
        return ListScript(name: "list-framework") { links in
            ListScript.Content(
                rows: rows.map { row in
                    let journey = Target(kind: .journey, index: row.journey)
                    return ListScript.Row(
                        title: links.edition.title(of: journey), address: links.address(of: journey),
                        facets: facets.numbers(of: .journey, row.journey) ?? "")
                })
        }
    }

    /// A further part begins with those above its first row, so that everybody sees where it hangs.
    func nodes(part: Int, links: PageLinks) -> [FrameworkNode] {
        let start = min((part - 1) * PagerView.size, rows.count)
        let slice = rows[start..<min(start + PagerView.size, rows.count)]
        guard let first = slice.first else { return [] }
        var above: [Row] = []
        var depth = first.depth
        for row in rows[..<start].reversed() where row.depth < depth {
            above.append(row)
            depth = row.depth
        }
        var rest = (above.reversed() + slice)[...]
        return Self.level(0, &rest, links)
    }

    private static func level(_ depth: Int, _ rest: inout ArraySlice<Row>, _ links: PageLinks) -> [FrameworkNode] {
        var nodes: [FrameworkNode] = []
        while let row = rest.first, row.depth >= depth {
            rest.removeFirst()
            let children = level(depth + 1, &rest, links)
            nodes.append(FrameworkNode(row.journey, depth: row.depth, children: children, links: links))
        }
        return nodes
    }
}
