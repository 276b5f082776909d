import Journeys
import Templates

/// One persona: who travels, what they need, and where.
struct PersonaPage: TemplateView {
    static let fields = ViewFields<PersonaPage>(
        "persona",
        [
            .view("page", \.page),
            .text("title", \.title),
            .text("role", \.role),
            .text("quote", \.quote),
            .text("image", \.image),
            .list("facts", \.facts),
            .flag("has-facts") { !$0.facts.isEmpty },
            .texts("needs", \.needs),
            .flag("has-needs") { !$0.needs.isEmpty },
            .html("body", \.body),
            .list("parts", \.parts),
        ])

    let page: PageFrame
    let title: String
    let role: String?
    let quote: String?
    /// The picture's address.
    let image: String?
    let facts: [FactView]
    let needs: [String]
    let body: HTML
    let parts: [SectionView]

    init(_ index: Int, _ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .persona, index)
        let links = edition.links(on: path)
        let words = edition.words
        let item = edition.portfolio.personas[index]
        page = chrome.frame(
            for: path, titled: item.title, section: Navigation.Section(.persona, index), source: item.path,
            about: item.record.body.plain)
        title = item.title
        role = item.role
        quote = item.quote
        image = item.image.flatMap { links.image($0, from: item.path) }
        facts =
            FactView.optional(words[.segment], item.segment)
            + FactView.optional(words[.shareOfCustomers], item.share.map { edition.figures.percent($0) })
            + FactView.optional(words[.owner], item.record.owner) + FactView.optional(words[.team], item.record.team)
            + FactView.optional(words[.tags], texts: item.record.tags)
        needs = item.needs
        body = links.html(item.record.body, from: item.path)
        let target = Target(kind: .persona, index: index)
        let citing = edition.citing(target, as: [.persona], kind: .journey)
        let travelling = edition.folded(edition.byTitle(citing.map(\.index)))
        // What a journey says of the persona at a moment, besides that the persona travels it.
        let moments = edition.folded(
            edition.claims(naming: target, as: .persona).filter { $0.from.kind == .journey && $0.from.anchor != nil })
        parts = [
            SectionView(
                title: words[.journeys], missing: words[.personaWithoutJourneys], more: travelling.more,
                table: JourneyTable(travelling.items, links: links).table),
            SectionView(
                title: words[.moments], more: moments.more,
                entries: moments.items.map { links.entry(for: $0) }),
            SectionView(
                title: words[.insights],
                links: edition.citing(target, as: [.persona], kind: .insight).map { links.link(to: $0) }),
        ].filter(\.isWorthShowing)
    }
}

extension PageLinks {
    /// Where a picture that a file names is published; pictures from other hosts are not shown.
    func image(_ reference: Reference, from file: String) -> String? {
        switch edition.linked.directory.destination(of: reference.written, from: file) {
        case .file(let path, _): page.relativeLink(to: edition.map.path(ofFile: path))
        default: nil
        }
    }
}
