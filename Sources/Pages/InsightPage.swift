import Journeys
import Templates

/// One insight: what it rests on, where it shows, and what addresses it.
struct InsightPage: TemplateView {
    static let fields = ViewFields<InsightPage>(
        "insight",
        [
            .view("page", \.page),
            .text("title", \.title),
            .view("entry", \.entry),
            .list("facts", \.facts),
            .flag("has-facts") { !$0.facts.isEmpty },
            .html("body", \.body),
            .list("parts", \.parts),
        ])

    let page: PageFrame
    let title: String
    let entry: EntryView
    let facts: [FactView]
    let body: HTML
    let parts: [SectionView]

    init(_ index: Int, _ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .insight, index)
        let links = edition.links(on: path)
        let words = edition.words
        let item = edition.portfolio.insights[index]
        page = chrome.frame(
            for: path, titled: item.title, section: Navigation.Section(.insight, index), source: item.path,
            about: item.record.body.plain)
        title = item.title
        var entry = EntryView(item, at: index, links: links)
        entry.place = nil
        self.entry = entry
        facts =
            FactView.optional(words[.personas], links.links(to: item.personas))
            + FactView.optional(words[.owner], item.record.owner) + FactView.optional(words[.team], item.record.team)
            + FactView.optional(words[.tags], texts: item.record.tags)
        body = links.html(item.record.body, from: item.path)
        let target = Target(kind: .insight, index: index)
        let shown = edition.folded(edition.linked.citations(of: target, as: .shows))
        parts = [
            SectionView(
                title: words[.showsIn], missing: words[.insightUnused], more: shown.more,
                entries: shown.items.map { links.entry(for: $0.from) }),
            SectionView(
                title: words[.addressedBy], missing: words[.insightUnaddressed],
                table: OpportunityTable(
                    edition.citing(target, as: [.addresses], kind: .opportunity).map(\.index), links: links
                ).table),
        ]
    }
}
