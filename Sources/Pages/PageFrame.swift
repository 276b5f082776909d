import Journeys
import Templates

/// What stands around the content of every page.
struct PageFrame: TemplateView {
    static let fields = ViewFields<PageFrame>(
        "page",
        [
            .text("title", \.title),
            .text("description", \.description),
            .text("language", \.language),
            .text("direction", \.direction),
            .text("root", \.root),
            .html("header", \.header),
            .html("footer", \.footer),
            .text("feed", \.feed),
            .text("source", \.source),
            .text("flawed", \.flawed),
            .texts("flaws", \.flaws),
            .flag("has-flaws") { !$0.flaws.isEmpty },
        ])

    /// The page's and the portfolio's.
    let title: String
    let description: String
    let language: String
    /// `ltr` or `rtl`.
    let direction: String
    /// From the page to the top of the site: nothing, or `../`.
    let root: String
    let header: [UInt8]
    let footer: [UInt8]
    /// Where to subscribe to what changes; nothing where no history is recorded.
    let feed: String?
    /// The file that the page was made from, relative to the content folder.
    let source: String?
    /// Why the page is not to be relied on, if it was published in spite of errors.
    let flawed: String?
    /// The errors of its file.
    let flaws: [String]
}

/// The header and footer of every section and depth, rendered once.
struct PageChrome: Sendable {
    private struct Key: Hashable {
        let section: Navigation.Section?
        let root: String
    }

    private let edition: Edition
    private let headers: [Key: [UInt8]]
    private let footers: [String: [UInt8]]
    /// Of the page that a server shows at any address: relative links would lead on from there.
    private let astray: (header: [UInt8], footer: [UInt8])

    init(_ edition: Edition, header: Template<HeaderView>, footer: Template<FooterView>) {
        self.edition = edition
        var headers: [Key: [UInt8]] = [:]
        var footers: [String: [UInt8]] = [:]
        // A page at the top, and one in a folder of no section: links to a section depend on nothing else.
        for sample in ["page.html", "any/page.html"].compactMap({ SitePath($0) }) {
            let links = edition.links(on: sample)
            let sections = edition.navigation.sections + edition.navigation.freePages + [.place(.search)]
            for section in sections.map(Optional.some) + [nil] {
                var page = PageBuffer()
                header.render(HeaderView(edition, links: links, current: section), into: &page)
                headers[Key(section: section, root: sample.root)] = page.bytes
            }
            var page = PageBuffer()
            footer.render(FooterView(edition, links: links), into: &page)
            footers[sample.root] = page.bytes
        }
        self.headers = headers
        self.footers = footers
        var top = PageBuffer()
        var bottom = PageBuffer()
        if let root = edition.settings.address {
            let links = edition.links(on: edition.map.path(of: .notFound))
            header.render(HeaderView(edition, links: links, current: nil, root: root), into: &top)
            footer.render(FooterView(edition, links: links, root: root), into: &bottom)
        }
        astray = (top.bytes, bottom.bytes)
    }

    /// The first page tells of all errors, those of no page of their own among them.
    private func notice(on page: SitePath) -> String? {
        guard edition.flaws.count > 0, page == edition.map.path(of: .portfolio) else { return nil }
        return edition.count(.flawedSite, edition.flaws.count)
    }

    private func describe(_ title: String) -> String {
        let whole = edition.words(
            .pageDescription,
            ["title": title, "portfolio": edition.settings.title, "date": edition.figures.date(edition.asOf)])
        return PageDescription.beginning(of: whole) ?? whole
    }

    /// - Parameter about: what the page says first.
    func frame(
        for page: SitePath, titled title: String, section: Navigation.Section?, source: String? = nil,
        about: String = ""
    ) -> PageFrame {
        let name = edition.settings.title
        let header = headers[Key(section: section, root: page.root)] ?? headers[Key(section: nil, root: page.root)]
        let flaws = source.flatMap { edition.flaws.byFile[$0] } ?? []
        return PageFrame(
            title: title == name ? title : "\(title) \u{2013} \(name)",
            description: PageDescription.beginning(of: about) ?? describe(title),
            language: edition.settings.language.text, direction: edition.isRightToLeft ? "rtl" : "ltr",
            root: page.root, header: header ?? [], footer: footers[page.root] ?? [],
            feed: edition.trend.isEmpty ? nil : page.relativeLink(to: edition.map.path(of: .feed)), source: source,
            flawed: flaws.isEmpty ? notice(on: page) : edition.words[.flawedPage], flaws: flaws)
    }

    /// What stands around the page for addresses that lead nowhere.
    func frameAstray(titled title: String) -> PageFrame {
        PageFrame(
            title: "\(title) \u{2013} \(edition.settings.title)", description: describe(title),
            language: edition.settings.language.text,
            direction: edition.isRightToLeft ? "rtl" : "ltr", root: edition.settings.address ?? "",
            header: astray.header, footer: astray.footer, feed: nil, source: nil, flawed: nil, flaws: [])
    }
}

/// What was wrong with the content of a site that was published all the same.
package struct Flaws: Sendable {
    /// Messages by the file that they are about, relative to the content folder.
    package let byFile: [String: [String]]
    package let count: Int

    package init(byFile: [String: [String]], count: Int) {
        self.byFile = byFile
        self.count = count
    }

    package static let none = Flaws(byFile: [:], count: 0)
}

/// The portfolio's name and the site's sections.
struct HeaderView: TemplateView {
    static let fields = ViewFields<HeaderView>(
        "header",
        [
            .text("title", \.title),
            .text("home", \.home),
            .text("logo", \.logo),
            .text("search", \.search),
            .flag("searching") { $0.isSearching },
            .list("sections", \.sections),
            .list("free-pages", \.freePages),
            .flag("has-free-pages") { !$0.freePages.isEmpty },
        ])

    let title: String
    let home: String
    let logo: String?
    /// The page of the search, which has a box of its own.
    let search: String
    let isSearching: Bool
    let sections: [LinkView]
    /// Pages of the author's own.
    let freePages: [LinkView]

    /// - Parameter root: what stands before all addresses, on the page that may be shown anywhere.
    init(_ edition: Edition, links: PageLinks, current: Navigation.Section?, root: String = "") {
        title = edition.settings.title
        home = root + links.address(of: .portfolio)
        logo = edition.logo.map { root + links.address(of: edition.map.path(ofFile: $0)) }
        search = root + links.address(of: .search)
        isSearching = current == .place(.search)
        func link(to section: Navigation.Section) -> LinkView {
            LinkView(
                text: edition.name(of: section), address: root + links.address(of: edition.path(of: section)),
                isCurrent: section == current)
        }
        sections = edition.navigation.sections.map(link(to:))
        freePages = edition.navigation.freePages.map(link(to:))
    }
}

struct FooterView: TemplateView {
    static let fields = ViewFields<FooterView>("footer", [.text("as-of", \.asOf), .view("data", \.data)])

    let asOf: String
    /// Everything, for machines.
    let data: LinkView

    init(_ edition: Edition, links: PageLinks, root: String = "") {
        let link = links.link(to: .portfolioData)
        data = LinkView(text: link.text, address: link.address.map { root + $0 })
        asOf = edition.words(.asOf, ["date": edition.figures.date(edition.asOf)])
    }
}

extension Edition {
    /// The logo's file, if the content folder has it.
    var logo: String? {
        guard let written = settings.theme.logo?.written else { return nil }
        return portfolio.files.contains(written) ? written : nil
    }
}
