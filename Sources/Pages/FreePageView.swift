import Journeys
import Templates

/// A free page, as its author wrote it.
struct FreePageView: TemplateView {
    static let fields = ViewFields<FreePageView>(
        "free-page",
        [
            .view("page", \.page),
            .text("title", \.title),
            .list("facts", \.facts),
            .flag("has-facts") { !$0.facts.isEmpty },
            .html("body", \.body),
        ])

    let page: PageFrame
    let title: String
    let facts: [FactView]
    let body: HTML

    init(_ index: Int, _ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .page, index)
        let item = edition.portfolio.pages[index]
        page = chrome.frame(
            for: path, titled: item.title, section: .freePage(index), source: item.path, about: item.record.body.plain)
        title = item.title
        facts =
            FactView.optional(edition.words[.owner], item.record.owner)
            + FactView.optional(edition.words[.team], item.record.team)
            + FactView.optional(edition.words[.tags], texts: item.record.tags)
        body = edition.links(on: path).html(item.record.body, from: item.path)
    }
}

/// What a server shows for an address that leads nowhere: it has links only if the portfolio says at which address it stands,
/// since nobody knows how deep the wrong one is.
struct NotFoundPage: TemplateView {
    static let fields = ViewFields<NotFoundPage>(
        "not-found", [.view("page", \.page), .flag("has-address", \.hasAddress)])

    let page: PageFrame
    let hasAddress: Bool

    init(_ edition: Edition, _ chrome: PageChrome) {
        page = chrome.frameAstray(titled: edition.words[.notFound])
        hasAddress = edition.settings.address != nil
    }
}
