import Changes
import Journeys
import Templates

/// One thing that was changed, on a line: what it is, what happened to it, where, why and by whom.
struct ChangeLineView: TemplateView {
    static let fields = ViewFields<ChangeLineView>(
        "change-line",
        [
            .text("kind", \.kind),
            .text("act", \.act),
            .view("subject", \.subject),
            .text("detail", \.detail),
            .text("place", \.place),
            .texts("remarks", \.remarks),
            .text("by", \.by),
        ])

    let kind: String
    let act: String?
    /// Nothing where it stands under what it is about.
    let subject: LinkView?
    let detail: String?
    /// The moment that it stands at.
    let place: String?
    let remarks: [String]
    /// Who, and when.
    let by: String?

    private init(
        kind: String, act: String? = nil, subject: LinkView? = nil, detail: String? = nil, place: String? = nil,
        remarks: [String] = [], by: String? = nil
    ) {
        self.kind = kind
        self.act = act
        self.subject = subject
        self.detail = detail
        self.place = place
        self.remarks = remarks
        self.by = by
    }

    /// - Parameter isUnderItem: whether it stands under the journey or item that it is in.
    init(_ entry: ChangeLog.Entry, isUnderItem: Bool, links: PageLinks) {
        let (change, edition) = (entry.change, links.edition)
        let (spoken, words) = (SpokenChange(edition: edition), edition.words)
        let isOfItem = change.journey.map { $0 == change.subject && change.noun == .journey } ?? true
        let isNamed = !isUnderItem || !isOfItem
        kind =
            change.act == .changed && change.noun != .quote
            ? spoken.field(change.field ?? change.noun.rawValue)
            // What it is stands above.
            : isNamed || change.noun == .journey ? spoken.noun(change.noun) : ""
        act = change.act == .changed ? nil : spoken.act(change.act)
        subject = isNamed ? links.link(toChanged: change) : nil
        detail = spoken.detail(of: change)
        place = change.noun == .stage || change.noun == .step ? nil : change.place.map { words.isolated($0) }
        remarks = spoken.remarks(on: change)
        by = edition.signature(of: entry)
    }

    /// The same in a sentence.
    var text: String {
        let head = [kind, act ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        let told = [subject?.text, place.map { "(\($0))" }, detail].compactMap { $0 }.joined(separator: " ")
        return ([[head, told].filter { !$0.isEmpty }.joined(separator: ": ")] + remarks + [by].compactMap { $0 })
            .joined(separator: "; ")
    }

    /// All claims of a journey, or in the portfolio, that rest on other evidence than before.
    static func evidence(_ entries: [ChangeLog.Entry], links: PageLinks) -> ChangeLineView {
        let (edition, words) = (links.edition, links.edition.words)
        let count = entries.count
        var names: [String] = []
        for name in entries.flatMap({ $0.change.added + $0.change.removed }) {
            let id = NameList.more(name) == nil ? String(name.prefix { $0 != "#" }) : ""
            if !id.isEmpty, !names.contains(id) { names.append(id) }
        }
        return ChangeLineView(
            kind: words[.evidence],
            detail: words.count(.claimsChanged, count, as: edition.figures.number(count)) + ": "
                + SpokenChange(edition: edition).list(names), by: edition.signature(of: entries))
    }

    /// Of many metrics at once.
    static func values(_ entries: [ChangeLog.Entry], links: PageLinks) -> ChangeLineView {
        let (edition, words) = (links.edition, links.edition.words)
        let count = entries.count
        return ChangeLineView(
            kind: SpokenChange(edition: edition).field("data"),
            detail: words.count(.metricsChanged, count, as: edition.figures.number(count)) + ": "
                + SpokenChange(edition: edition).list(entries.map(\.change.subject)))
    }
}

extension SpokenChange {
    /// What it was and what it is, in the words of the field.
    fileprivate func detail(of change: Change) -> String? {
        let words = edition.words
        switch (change.act, change.noun) {
        case (.added, .quote), (.removed, .quote): return words.isolated(change.title)
        case (.changed, .quote):
            return ([words.isolated(change.title)] + [way(of: change), lists(of: change)].compactMap { $0 }).joined(
                separator: " ")
        case (.reworded, _): return change.from.map { words(.formerly, ["name": words.isolated($0)]) }
        case (.renamed, _): return change.from.map { words(.formerly, ["name": words.isolated($0)]) }
        case (.backed, _), (.unbacked, _): return list(change.added + change.removed)
        case (.opened, _), (.added, _), (.removed, _):
            let severity = change.noun.isFinding ? (change.to ?? change.from).map { words.severity($0) } : nil
            return severity ?? (change.noun == .step ? (change.to ?? change.from).map { words.isolated($0) } : nil)
        case (.worsened, _), (.eased, _): return way(of: change).map { words[.severity] + " " + $0 }
        case (.moved, _) where change.field == Change.order:
            let places = [change.from, change.to].compactMap { $0 }
            return words.transition(places.map { words(.place, ["n": value($0, of: change)]) })
        case (.changed, _) where change.field == "data": return data(change)
        default: return lists(of: change) ?? way(of: change)
        }
    }

    private func data(_ change: Change) -> String {
        let words = edition.words
        func count(_ names: [String]) -> Int { names.reduce(0) { $0 + (NameList.more($1) ?? 1) } }
        let rows = DataRowChanges(added: change.added, removed: change.removed)
        let counts: [(ChangeWord, Int)] = [
            (.correctedValues, rows.corrected.count), (.newValues, count(rows.added)),
            (.oldValues, count(rows.removed)),
        ]
        var parts: [String] = []
        for (word, count) in counts where count > 0 {
            parts.append(words.count(word, count, as: edition.figures.number(count)))
        }
        if let latest = change.to { parts.append(words(.latestValue, ["value": latest])) }
        return words.listed(parts)
    }

    fileprivate func remarks(on change: Change) -> [String] {
        let words = edition.words
        var remarks = change.because.map { words(.because, ["reason": words.isolated($0)]) }
        if let likeness = change.likeness {
            remarks.append(words(.alike, ["share": edition.figures.percent(likeness)]))
        }
        return remarks
    }
}

extension Words {
    fileprivate func severity(_ severity: String) -> String { self[.severity] + " " + severity }
}

extension Edition {
    /// "Ada Example and Ben Example, 12 October 2026"
    fileprivate func signature(of entry: ChangeLog.Entry) -> String? {
        let parts = [
            entry.people.isEmpty ? nil : wording.list(entry.people.map { words.isolated($0) }),
            entry.day.map { figures.date($0) },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : words.listed(parts)
    }

    /// Of all of them together: everybody once, and the last day.
    fileprivate func signature(of entries: [ChangeLog.Entry]) -> String? {
        var people: [String] = []
        for person in entries.flatMap(\.people) where !people.contains(person) { people.append(person) }
        guard let last = entries.last else { return nil }
        return signature(
            of: ChangeLog.Entry(
                month: last.month, change: last.change, day: entries.compactMap(\.day).max(), people: people))
    }
}

extension PageLinks {
    /// To where it stands today; its title alone, if it is there no more.
    func link(toChanged change: Change) -> LinkView {
        func link(_ target: Target?, _ anchor: String? = nil) -> LinkView {
            guard let target else { return LinkView(text: change.title) }
            let hasAnchor = anchor.map { edition.linked.directory.anchor($0, of: target) != nil } ?? false
            let place = Target(kind: target.kind, index: target.index, anchor: hasAnchor ? anchor : nil)
            return LinkView(text: change.title, address: address(of: place))
        }
        let directory = edition.linked.directory
        if change.noun == .quote || change.noun == .settings { return LinkView(text: change.title) }
        if let journey = change.journey {
            return link(
                directory.item(.journey, id: journey), change.noun == .journey ? nil : change.subject)
        }
        return link(
            ContentKind.allCases.first { Change.Noun($0) == change.noun }.flatMap {
                directory.item($0, id: change.subject)
            })
    }
}
