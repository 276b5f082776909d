import Journeys
import Markup
import Templates

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
            .flag("resolved") { $0.isResolved },
            .flag("quote") { $0.isQuote },
            .view("persona", \.persona),
            .view("place", \.place),
            .list("evidence", \.evidence),
            .flag("sourced") { !$0.evidence.isEmpty || $0.persona != nil },
            .flag("unbacked") { $0.isUnbacked },
        ])

    /// Its id on the journey's own page; elsewhere it has none.
    var anchor: String?
    /// As a class, `pain`, and in words.
    var kind: String?
    var kindName: String?
    var text: [UInt8]?
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

extension EntryView {
    init(_ finding: Finding, from file: String, links: PageLinks) {
        let edition = links.edition
        let isResolved = finding.status == .resolved
        var remarks = Self.remarks(
            reach: finding.reach, isResolved: isResolved, on: finding.resolved, edition)
        if let segment = finding.segment { remarks.append(segment) }
        // All at once: what is made part by part is copied as a whole in the end.
        self.init(
            anchor: finding.id, kind: finding.kind.rawValue, kindName: edition.words[finding.kind.word],
            text: links.html(finding.text, from: file), severity: finding.severity.map { String($0) },
            severityText: finding.severity.map { Self.text(ofSeverity: $0, edition) }, remarks: remarks,
            isResolved: isResolved, persona: links.persona(finding.persona),
            evidence: links.evidence(finding.evidence), isUnbacked: !finding.evidence.isResolved)
    }

    init(_ feeling: Feeling, from file: String, links: PageLinks) {
        let (words, figures) = (links.edition.words, links.edition.figures)
        let value = feeling.value
        self.init(
            kind: "feeling", kindName: words[.feeling], text: links.html(feeling.words, from: file),
            figure: value == nil ? nil : words.transition(feeling.values.map { figures.signed($0) }),
            shade: value.map(Felt.shade), persona: links.persona(feeling.persona),
            evidence: links.evidence(feeling.evidence), isUnbacked: !feeling.evidence.isResolved && value != nil)
    }

    init(_ quote: Quote, from file: String, links: PageLinks) {
        anchor = quote.id
        kind = "quote"
        kindName = links.edition.words[.quote]
        text = links.html(quote.text, from: file)
        isQuote = true
        persona = links.persona(quote.persona)
        evidence = links.evidence(quote.evidence)
    }

    /// An insight where it is named: its title leads to its page.
    init(_ insight: Insight, at index: Int, links: PageLinks) {
        let edition = links.edition
        kind = insight.type.rawValue
        kindName = edition.words(.insightOfKind, ["kind": edition.words[insight.type.word]])
        place = links.link(to: Target(kind: .insight, index: index))
        severity = insight.severity.map { String($0) }
        severityText = insight.severity.map { Self.text(ofSeverity: $0, edition) }
        isResolved = insight.status == .resolved
        remarks = Self.remarks(reach: insight.reach, isResolved: isResolved, on: insight.resolved, edition)
        evidence = links.evidence(insight.evidence)
        isUnbacked = !insight.evidence.isResolved
    }

    private static func text(ofSeverity severity: Int, _ edition: Edition) -> String {
        edition.words(.severityOf, ["severity": String(severity)])
    }

    private static func remarks(
        reach: Double?, isResolved: Bool, on day: CalendarPeriod?, _ edition: Edition
    ) -> [String] {
        var remarks: [String] = []
        if let reach { remarks.append(edition.words(.reaches, ["share": edition.figures.percent(reach)])) }
        if isResolved {
            remarks.append(
                day.map { edition.words(.resolvedOn, ["date": edition.figures.date($0)]) } ?? edition.words[.resolved])
        }
        return remarks
    }
}

extension [Reference] {
    /// Whether one of them leads somewhere: not all that do are shown on every page.
    fileprivate var isResolved: Bool { contains { $0.target != nil } }
}

extension Finding.Kind {
    var word: Word {
        switch self {
        case .pain: .pain
        case .employeePain: .employeePain
        case .gain: .gain
        case .need: .need
        }
    }
}
