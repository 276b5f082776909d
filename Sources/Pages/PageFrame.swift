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
    let description: Placed<String>
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
    /// What pages of one depth share.
    private struct Level {
        let root: String
        var headers: [Navigation.Section: [UInt8]] = [:]
        /// Of a page in no section.
        var header: [UInt8] = []
        var footer: [UInt8] = []
        let feed: String?
    }

    private let edition: Edition
    private let levels: [Level]
    /// What stands behind a page's title.
    private let nameBehind: String
    /// Of the page that a server shows at any address: relative links would lead on from there.
    private let astray: (header: [UInt8], footer: [UInt8])

    init(_ edition: Edition, header: Template<HeaderView>, footer: Template<FooterView>) {
        self.edition = edition
        nameBehind = " \u{2013} \(edition.settings.title)"
        // A page at the top, and one in a folder of no section: links to a section depend on nothing else.
        levels = ["page.html", "any/page.html"].compactMap { SitePath($0) }.map { sample in
            let links = edition.links(on: sample)
            func rendered(_ section: Navigation.Section?) -> [UInt8] {
                var page = PageBuffer()
                header.render(HeaderView(edition, links: links, current: section), into: &page)
                return page.bytes
            }
            var level = Level(root: sample.root, feed: Self.feed(from: sample, edition))
            for section in edition.navigation.sections + edition.navigation.freePages + [.place(.search)] {
                level.headers[section] = rendered(section)
            }
            level.header = rendered(nil)
            var page = PageBuffer()
            footer.render(FooterView(edition, links: links), into: &page)
            level.footer = page.bytes
            return level
        }
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

    /// - Parameters:
    ///   - about: what the page says first.
    ///   - descriptionNumber: the number that the place of the description is noted under, if it is.
    func frame(
        for page: SitePath, titled title: String, section: Navigation.Section?, source: String? = nil,
        about: String = "", descriptionNumber: Int = -1
    ) -> PageFrame {
        let root = page.root
        let level = levels.first { $0.root == root } ?? Level(root: root, feed: Self.feed(from: page, edition))
        let flaws = source.flatMap { edition.flaws.byFile[$0] } ?? []
        return PageFrame(
            title: title == edition.settings.title ? title : title + nameBehind,
            description: Placed(
                PageDescription.beginning(of: about) ?? describe(title), number: descriptionNumber),
            language: edition.settings.language.text, direction: edition.isRightToLeft ? "rtl" : "ltr",
            root: root, header: section.flatMap { level.headers[$0] } ?? level.header, footer: level.footer,
            feed: level.feed, source: source,
            flawed: flaws.isEmpty ? notice(on: page) : edition.words[.flawedPage], flaws: flaws)
    }

    private static func feed(from page: SitePath, _ edition: Edition) -> String? {
        edition.trend.isEmpty ? nil : page.relativeLink(to: edition.map.path(of: .feed))
    }

    /// What stands around the page for addresses that lead nowhere.
    func frameAstray(titled title: String) -> PageFrame {
        PageFrame(
            title: title + nameBehind, description: Placed(describe(title)),
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
            .flag("searching", \.isSearching),
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
