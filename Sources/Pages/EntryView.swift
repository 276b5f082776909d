import Journeys
import Markup
import Templates

// exempt: free words, because the page notes where it prints them.

/// A finding, a feeling or a quote: what is said, where, how bad it is, and what it rests on.
struct EntryView: TemplateView {
    static let fields = ViewFields<EntryView>(
        "entry",
        [
            .text("anchor", \.anchor),
            .text("kind", \.kind),
            .text("kind-name", \.kindName),
            .html("text", \.text),
            .text("figure", \.figure),
            .text("shade", \.shade),
            .text("severity", \.severity),
            .text("severity-text", \.severityText),
            .texts("remarks", \.remarks),
            .flag("resolved", \.isResolved),
            .flag("quote", \.isQuote),
            .view("persona", \.persona),
            .view("place", \.place),
            .list("evidence", \.evidence),
            .flag("sourced") { !$0.evidence.isEmpty || $0.persona != nil },
            .flag("unbacked", \.isUnbacked),
        ])

    /// Its id on the journey's own page; elsewhere it has none.
    var anchor: String?
    /// As a class, `pain`, and in words.
    var kind: String?
    var kindName: String?
    var text = Placed(HTML.none)
    /// A feeling's number or numbers, and its colour.
    var figure: String?
    var shade: String?
    /// 1 to 5.
    var severity: String?
    var severityText: String?
    /// Whom it hits, and since when it is resolved.
    var remarks: [String] = []
    var isResolved = false
    var isQuote = false
    var persona: LinkView?
    /// Where it was said; nothing on the journey's own page.
    var place: LinkView?
    var evidence: [LinkView] = []
    /// A claim that rests on nothing yet.
    var isUnbacked = false
}

// All at once, each of them: what is made part by part is copied as a whole in the end.
extension EntryView {
    /// - Parameter place: where it was said, outside of the journey's own page.
    init(_ finding: Finding, from file: String, links: PageLinks, place: LinkView? = nil) {
        let edition = links.edition
        let isResolved = finding.isResolved
        self.init(
            anchor: place == nil ? finding.id : nil, kind: finding.kind.name,
            kindName: edition.words[finding.kind.word],
            text: Placed(links.html(finding.text, from: file)), severity: finding.severity.map { Figures.plain($0) },
            severityText: finding.severity.map { edition.entryWords.severity($0) },
            remarks: Self.remarks(
                reach: finding.reach, isResolved: isResolved, on: finding.resolved, segment: finding.segment, edition),
            isResolved: isResolved, persona: links.persona(finding.personaTarget), place: place,
            evidence: links.evidence(finding.evidence), isUnbacked: !finding.evidence.isResolved)
    }

    init(_ feeling: Feeling, from file: String, links: PageLinks, place: LinkView? = nil) {
        let edition = links.edition
        let value = feeling.value
        self.init(
            kind: "feeling", kindName: edition.words[.feeling],
            text: Placed(links.html(feeling.words, from: file)),
            figure: value == nil ? nil : edition.entryWords.felt(feeling.values, edition.words),
            shade: value.map(Felt.shade), persona: links.persona(feeling.personaTarget), place: place,
            evidence: links.evidence(feeling.evidence), isUnbacked: !feeling.evidence.isResolved && value != nil)
    }

    /// - Parameters:
    ///   - place: where it was said, outside of the journey's own page.
    ///   - number: of its words, if they are free.
    init(_ quote: Quote, from file: String, links: PageLinks, place: LinkView? = nil, number: Int? = nil) {
        self.init(
            anchor: place == nil ? quote.id : nil, kind: "quote", kindName: links.edition.words[.quote],
            text: Placed(links.html(quote.text, from: file), number: number ?? -1), isQuote: true,
            persona: links.persona(quote.personaTarget),
            place: place, evidence: links.evidence(quote.evidence))
    }

    /// An insight where it is named: its title leads to its page.
    init(_ insight: Insight, at index: Int, links: PageLinks) {
        let edition = links.edition
        let isResolved = insight.status == .resolved
        self.init(
            kind: insight.type.name, kindName: edition.entryWords.insight(insight.type),
            severity: insight.severity.map { Figures.plain($0) },
            severityText: insight.severity.map { edition.entryWords.severity($0) },
            remarks: Self.remarks(
                reach: insight.reach, isResolved: isResolved, on: insight.resolved, segment: nil, edition),
            isResolved: isResolved, place: links.link(to: Target(kind: .insight, index: index)),
            evidence: links.evidence(insight.evidence), isUnbacked: !insight.evidence.isResolved)
    }

    private static func remarks(
        reach: Double?, isResolved: Bool, on day: CalendarPeriod?, segment: String?, _ edition: Edition
    ) -> [String] {
        var remarks: [String] = []
        if let reach { remarks.append(edition.entryWords.reach(reach)) }
        if isResolved {
            remarks.append(
                day.map { edition.words(.resolvedOn, ["date": edition.figures.date($0)]) } ?? edition.words[.resolved])
        }
        if let segment { remarks.append(segment) }
        return remarks
    }
}

extension Finding {
    fileprivate var isResolved: Bool {
        switch status {
        case .open: false
        case .resolved: true
        }
    }
}

extension [Reference] {
    /// Whether one of them leads somewhere: not all that do are shown on every page.
    fileprivate var isResolved: Bool { indices.contains { self[$0].target != nil } }
}

extension Finding.Kind {
    /// As a class.
    fileprivate var name: String {
        switch self {
        case .pain: "pain"
        case .employeePain: "employee-pain"
        case .gain: "gain"
        case .need: "need"
        }
    }

    var word: Word {
        switch self {
        case .pain: .pain
        case .employeePain: .employeePain
        case .gain: .gain
        case .need: .need
        }
    }
}
