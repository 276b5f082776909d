import Diagnostics
import Journeys
import Scoring
import Templates

/// `feed.xml`: what changed, an entry a month end, for who subscribes to it (Atom, RFC 4287).
///
/// Where the portfolio says at which address it stands, links are whole, and ids are made of it; otherwise links are relative to
/// the feed, as RFC 4287 allows in section 2, and ids are made of the portfolio's title.
struct ChangesFeed {
    /// The newest.
    private static let entryLimit = 24
    private static let journeyLimit = 20
    /// Journeys and items with what was changed in them, and lines of each.
    private static let groupLimit = 20
    private static let lineLimit = 3

    let edition: Edition

    func write(into file: inout PageBuffer) {
        let (words, settings) = (edition.words, edition.settings)
        let months = edition.changes(0..<min(Self.entryLimit, edition.trend.days.count))
        guard let newest = months.first, let path = SitePath(SiteMap.Place.feed.rawValue) else { return }
        let links = edition.links(on: path)
        var xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        xml += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(escaped(settings.language.text))\">\n"
        xml += "<id>\(NamedUUID(name).urn)</id>\n"
        xml += "<title>\(escaped(words(.feedTitle, ["portfolio": settings.title])))</title>\n"
        xml += "<updated>\(Self.time(newest.day))</updated>\n"
        xml += "<author><name>\(escaped(settings.title))</name></author>\n"
        xml += "<link rel=\"alternate\" type=\"text/html\" href=\"\(escaped(whole(links.address(of: .changes))))\"/>\n"
        xml += "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(escaped(whole(path.text)))\"/>\n"
        xml += "<generator>\(escaped(WaymarkVersion.generator))</generator>\n"
        for (place, month) in months.enumerated() { xml += entry(month, at: place, links: links) }
        xml += "</feed>\n"
        file.write(Array(xml.utf8))
    }

    private func entry(_ month: MonthChanges, at place: Int, links: PageLinks) -> String {
        let page = edition.map.path(of: .changes, part: ChangesPage.part(ofMonth: place))
        let address = whole(links.page.relativeLink(to: page, anchor: MonthView.id(of: month.day)))
        let shown = month.changes.prefix(Self.journeyLimit)
        var content = "<p>\(escaped(edition.summary(of: month)))</p>"
        if !shown.isEmpty {
            content += "<ul>" + shown.map { "<li>\(line(of: $0, links: links))</li>" }.joined() + "</ul>"
        }
        if month.count > shown.count {
            let rest = edition.figures.number(month.count - shown.count)
            content += "<p>\(escaped(edition.words(.andMore, ["n": rest])))</p>"
        }
        content += edits(in: month, links: links)
        return """
            <entry>
            <id>\(NamedUUID(name, month.day.iso).urn)</id>
            <title>\(escaped(title(of: month)))</title>
            <updated>\(Self.time(month.day))</updated>
            <link rel="alternate" type="text/html" href="\(escaped(address))"/>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\(content)</div></content>
            </entry>

            """
    }

    /// What was changed in the content.
    private func edits(in month: MonthChanges, links: PageLinks) -> String {
        let groups = ChangeGroupView.all(edition.log.entries(in: month.day), limit: Self.lineLimit, links: links)
        guard !groups.isEmpty else { return "" }
        var content = "<p>\(escaped(edition.words[.whatWasChanged]))</p><ul>"
        for group in groups.prefix(Self.groupLimit) {
            let texts = group.lines.map(\.text) + [group.more].compactMap { $0 }
            let lines = texts.map { "<li>\(escaped($0))</li>" }.joined()
            content += "<li>" + (group.head.map(name(of:)) ?? "") + "<ul>\(lines)</ul></li>"
        }
        content += "</ul>"
        if groups.count > Self.groupLimit {
            let rest = edition.figures.number(groups.count - Self.groupLimit)
            content += "<p>\(escaped(edition.words(.andMore, ["n": rest])))</p>"
        }
        return content
    }

    private func name(of link: LinkView) -> String {
        link.address.map { "<a href=\"\(escaped(whole($0)))\">\(escaped(link.text))</a>" } ?? escaped(link.text)
    }

    /// "October 2026: health 61 to 60"
    private func title(of month: MonthChanges) -> String {
        let name = edition.month(of: month.day)
        guard let whole = month.whole else { return name }
        let text = edition.healthMove(of: month, whole)
        return edition.words(.feedEntry, ["month": name, "move": text])
    }

    /// "Move home: Health 59 C to 61 C, Maturity 3 to 4"
    private func line(of change: MonthChanges.Change, links: PageLinks) -> String {
        let words = edition.words
        let link = links.link(toRecorded: change.place)
        var parts = [edition.event(of: change)].compactMap { $0 }
        for (measure, name) in [
            (Trend.Measure.health, ScoreWord.health), (.trust, .trust), (.progress, .progressScore),
        ] {
            guard let move = change.move(of: measure, grade: edition.grade) else { continue }
            parts.append(words[name] + " " + edition.text(of: move, graded: measure == .health))
        }
        if let (before, after) = change.maturity {
            let move = words(
                .movedFromTo, ["before": edition.figures.number(before), "after": edition.figures.number(after)])
            parts.append(words[.maturity] + " " + move)
        }
        return name(of: link) + ": " + escaped(words.listed(parts))
    }

    /// What stays when all else of a portfolio changes.
    private var name: String { edition.settings.address ?? edition.settings.title }

    /// A link of a page at the top of the site.
    private func whole(_ link: String) -> String { (edition.settings.address ?? "") + link }

    private func escaped(_ text: String) -> String {
        // Nearly all texts: what XML can't write is control characters, and two others that begin like this.
        if text.withBytes({ $0.allSatisfy { $0 >= 0x20 && $0 != 0xEF } }) { return PageLinks.escaped(text) }
        // What XML has no way to write at all.
        return PageLinks.escaped(String(String.UnicodeScalarView(text.unicodeScalars.filter { Self.isXML($0) })))
    }

    private static func isXML(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF || scalar == "\t" || scalar == "\n"
    }

    /// The scores are those of the end of the day.
    private static func time(_ day: CivilDate) -> String { day.iso + "T23:59:59Z" }
}

/// The same name for the same texts, and another for all others: an RFC 9562 UUID of version 8.
struct NamedUUID {
    private let halves: (UInt64, UInt64)

    /// By FNV-1a, 64 bits (G. Fowler, L. C. Noll, K.-P. Vo), over all bytes from two starts.
    init(_ texts: String...) {
        func hash(_ start: UInt64) -> UInt64 {
            texts.reduce(start) { sum, text in
                (text.utf8.reduce(sum) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } ^ 0x0A) &* 0x100_0000_01B3
            }
        }
        let (high, low) = (hash(0xCBF2_9CE4_8422_2325), hash(0x9E37_79B9_7F4A_7C15))
        halves = (high & ~0xF000 | 0x8000, low & ~(0b11 << 62) | 0b10 << 62)
    }

    var urn: String {
        let digits = [halves.0, halves.1].map { half in
            let text = String(half, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
        var groups: [Substring] = []
        var rest = digits[...]
        for width in [8, 4, 4, 4, 12] {
            groups.append(rest.prefix(width))
            rest = rest.dropFirst(width)
        }
        return "urn:uuid:" + groups.joined(separator: "-")
    }
}
