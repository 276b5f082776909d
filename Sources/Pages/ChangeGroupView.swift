import Changes
import Journeys
import Templates

/// What was changed in one journey or item in a month.
struct ChangeGroupView: TemplateView {
    static let fields = ViewFields<ChangeGroupView>(
        "change-group",
        [
            .view("head", \.head),
            .list("lines", \.lines),
            .text("more", \.more),
        ])

    let head: LinkView?
    let lines: [ChangeLineView]
    /// How many lines more there are.
    let more: String?

    /// - Parameter limit: how many lines to show at most.
    private init(head: LinkView?, entries: [ChangeLog.Entry], limit: Int, isUnderItem: Bool, links: PageLinks) {
        self.head = head
        let all = ChangeGroupView.lines(of: entries, isUnderItem: isUnderItem, links: links)
        lines = Array(all.prefix(limit))
        let rest = all.count - lines.count
        more = rest > 0 ? links.edition.words(.andMore, ["n": links.edition.figures.number(rest)]) : nil
    }

    /// Of a journey, on a page that is its own.
    init(ofJourney entries: [ChangeLog.Entry], limit: Int, links: PageLinks) {
        self.init(head: nil, entries: entries, limit: limit, isUnderItem: true, links: links)
    }

    /// By journey and item, what matters most first; see `isRoutine`.
    static func all(_ entries: some Sequence<ChangeLog.Entry>, limit: Int, links: PageLinks) -> [ChangeGroupView] {
        var order: [Key] = []
        var groups: [Key: [ChangeLog.Entry]] = [:]
        for entry in entries {
            let key = Key(entry.change)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(entry)
        }
        // What recurs by itself comes last: dates of reviews, new values, links, further evidence.
        let isRoutine = { (key: Key) in groups[key]?.allSatisfy(\.change.isRoutine) ?? true }
        return (order.filter { !isRoutine($0) } + order.filter(isRoutine)).map { key in
            let entries = groups[key] ?? []
            return ChangeGroupView(
                head: key.isOfMany ? nil : entries.first.flatMap { links.head(of: $0.change) }, entries: entries,
                limit: limit, isUnderItem: !key.isOfMany, links: links)
        }
    }

    /// What stands together.
    private struct Key: Hashable {
        let noun: Change.Noun
        let id: String
        /// New values of metrics are told of all at once.
        var isOfMany: Bool { id.isEmpty }

        init(_ change: Change) {
            if change.noun == .metric, change.field == "data" {
                (noun, id) = (.metric, "")
            } else if let journey = change.journey {
                (noun, id) = (.journey, journey)
            } else {
                (noun, id) = (change.noun, change.subject)
            }
        }
    }

    // MARK: Lines

    private static func lines(
        of entries: [ChangeLog.Entry], isUnderItem: Bool, links: PageLinks
    ) -> [ChangeLineView] {
        let values = entries.filter { $0.change.noun == .metric && $0.change.field == "data" }
        if values.count > 1, values.count == entries.count { return [.values(values, links: links)] }
        let fields = Set(entries.map { "\($0.change.subject) \($0.change.field ?? "")" })
        let evidence = entries.filter(\.change.isOfEvidence)
        var lines: [ChangeLineView] = []
        var hasEvidence = false
        for entry in entries {
            let change = entry.change
            // Told with what it belongs to.
            if change.field == "decided", fields.contains("\(change.subject) decision") { continue }
            if change.field == "shipped", fields.contains("\(change.subject) status") { continue }
            guard change.isOfEvidence, evidence.count > 1 else {
                lines.append(ChangeLineView(entry, isUnderItem: isUnderItem, links: links))
                continue
            }
            if !hasEvidence { lines.append(.evidence(evidence, links: links)) }
            hasEvidence = true
        }
        return lines
    }
}

extension Change {
    /// That a claim rests on other evidence, and nothing else.
    fileprivate var isOfEvidence: Bool {
        switch act {
        case .backed, .unbacked: true
        case .changed: field == "evidence" || field == "feeling-evidence" || noun == .quote
        default: false
        }
    }

    fileprivate var isRoutine: Bool { isOfEvidence || act == .changed && Self.routine.contains(field ?? "") }

    private static let routine: Set<String> = [
        "review", "data", "opportunities", "solutions", "insights", "metrics", "details",
    ]
}

extension PageLinks {
    /// The journey or item that a change is in.
    fileprivate func head(of change: Change) -> LinkView? {
        let spoken = SpokenChange(edition: edition)
        if let journey = change.journey {
            guard let target = edition.linked.directory.item(.journey, id: journey) else {
                return LinkView(text: change.noun == .journey ? change.title : journey, note: spoken.noun(.journey))
            }
            return link(to: target)
        }
        if change.noun == .settings { return LinkView(text: spoken.noun(.settings)) }
        let link = link(toChanged: change)
        return LinkView(text: link.text, address: link.address, note: spoken.noun(change.noun))
    }
}
