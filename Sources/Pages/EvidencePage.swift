import Journeys
import Templates

/// One piece of research, and everything that rests on it.
struct EvidencePage: TemplateView {
    static let fields = ViewFields<EvidencePage>(
        "evidence",
        [
            .view("page", \.page),
            .text("title", \.title),
            .text("method", \.method),
            .list("facts", \.facts),
            .flag("has-facts") { !$0.facts.isEmpty },
            .html("body", \.body),
            .text("summary", \.summary),
            .list("claims", \.claims),
            .flag("has-claims") { !$0.claims.isEmpty },
            .text("more", \.more),
            .list("parts", \.parts),
            .text("unused", \.unused),
        ])

    let page: PageFrame
    let title: String
    let method: String?
    let facts: [FactView]
    let body: HTML
    let summary: String?
    /// The findings, feelings and quotes that rest on it.
    let claims: [EntryView]
    let more: String?
    let parts: [SectionView]
    let unused: String?

    init(_ index: Int, _ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .evidence, index)
        let links = edition.links(on: path)
        let words = edition.words
        let item = edition.portfolio.evidence[index]
        page = chrome.frame(
            for: path, titled: item.title, section: Navigation.Section(.evidence, index), source: item.path,
            about: item.record.body.plain)
        title = item.title
        method = item.method.map { words[$0.word] }
        var dated: [FactView] = []
        if let date = item.date { dated.append(FactView(words[.dated], edition.figures.date(date))) }
        facts =
            dated + FactView.optional(words[.sample], item.sample)
            + FactView.optional(words[.researcher], item.researcher)
            + FactView.optional(words[.source], item.source.map { [links.source($0)] } ?? [])
            + FactView.optional(words[.owner], item.record.owner) + FactView.optional(words[.team], item.record.team)
            + FactView.optional(words[.tags], texts: item.record.tags)
        body = links.html(item.record.body, from: item.path)
        let target = Target(kind: .evidence, index: index)
        let citations = edition.linked.citations[target]
        let resting = edition.claims(restingOn: index)
        let shown = edition.folded(resting)
        claims = shown.items.map { links.entry(for: $0) }
        more = shown.more
        // By place: claims and citations hold more than who makes them.
        let journeys = Set(
            resting.indices.lazy.filter { resting[$0].from.kind == .journey }.map { resting[$0].from.index })
        summary =
            claims.isEmpty
            ? nil
            : words(
                .restsSummary,
                [
                    "claims": edition.count(.claims, resting.count),
                    "journeys": edition.count(.journeyCount, journeys.count),
                ])
        parts = [
            SectionView(
                title: words[.mentions],
                links: citations.indices.filter { citations[$0].role == .mention }.map {
                    links.link(citing: citations[$0].from)
                })
        ].filter(\.isWorthShowing)
        unused = claims.isEmpty ? words[.evidenceUnused] : nil
    }
}

extension Evidence.Method {
    var word: Word {
        switch self {
        case .interview: .interview
        case .survey: .survey
        case .usabilityTest: .usabilityTest
        case .analytics: .analytics
        case .tickets: .tickets
        case .observation: .observation
        case .workshop: .workshop
        case .other: .other
        }
    }
}
