import Changes
import Diagnostics
import Journeys
import Scoring

/// What was changed between two states of a portfolio that commits hold, with who did it and when, as far as git knows that.
struct CommittedChanges {
    /// A state of the portfolio at a month end.
    struct State {
        let revision: ContentRevision
        let scored: ScoredPortfolio
    }

    let repository: GitRepository
    let objects: GitObjects

    /// - Parameter month: the month end that the later state is of.
    func entries(
        from base: State, to head: State, commits: (base: String, head: String), month: CivilDate
    ) throws(GitError) -> [ChangeLog.Entry] {
        let settings = PortfolioSettings.path
        let isOneTaxonomy = base.revision.version(of: settings) == head.revision.version(of: settings)
        let changes = PortfolioChanges.changes(base.scored, head.scored) { path in
            guard isOneTaxonomy, let version = head.revision.version(of: path) else { return false }
            return base.revision.version(of: path) == version
        }
        guard !changes.isEmpty else { return [] }
        let edits = Dictionary(
            grouping: try repository.edits(from: commits.base, to: commits.head).enumerated(), by: \.element.path)
        let paths = (ItemPaths(base.scored.portfolio), ItemPaths(head.scored.portfolio))
        var entries: [ChangeLog.Entry] = []
        for change in changes {
            // Where it stands now, and where it stood: a file that moved was changed at both.
            let files = Set(paths.1.files(of: change) + paths.0.files(of: change))
            let edits = files.flatMap { edits[$0] ?? [] }.sorted { $0.offset < $1.offset }.map(\.element)
            let reviewer = try reviewer(change, edits)
            var people: [String] = []
            for edit in reviewer.map({ [$0] }) ?? edits where !people.contains(edit.person) {
                people.append(edit.person)
            }
            entries.append(
                ChangeLog.Entry(
                    month: month, change: change, day: (reviewer ?? edits.last)?.day, people: people))
        }
        return entries
    }

    /// Of several who changed the file of a journey that was reviewed, the one who set the date.
    private func reviewer(_ change: Change, _ edits: [GitRepository.Edit]) throws(GitError) -> GitRepository.Edit? {
        guard change.noun == .journey, change.field == "review", edits.count > 1 else { return nil }
        let contents = try objects.contents(of: Set(edits.compactMap(\.object)).sorted())
        return edits.first { edit in
            edit.object.flatMap { contents[$0] }.flatMap { JourneyVersion($0, at: edit.path) }?.reviewed?.iso
                == change.to
        }
    }
}

/// Which files say what a change is about.
private struct ItemPaths {
    private var paths: [ContentKind: [String: String]] = [:]
    private var series: [String: String] = [:]

    init(_ portfolio: Portfolio) {
        for kind in ContentKind.allCases {
            paths[kind] = Dictionary(
                portfolio.records(of: kind).map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
        }
        for metric in portfolio.metrics { if let path = metric.series?.path { series[metric.id] = path } }
    }

    func files(of change: Change) -> [String] {
        if let journey = change.journey { return [paths[.journey]?[journey]].compactMap { $0 } }
        if change.noun == .settings { return [PortfolioSettings.path] }
        guard let kind = ContentKind.allCases.first(where: { Change.Noun($0) == change.noun }) else { return [] }
        let series = kind == .metric && change.field == "data" ? series[change.subject] : nil
        return [paths[kind]?[change.subject], series].compactMap { $0 }
    }
}

extension GitRepository {
    /// One change of one file of the content by one person.
    struct Edit: Hashable {
        /// Relative to the content folder.
        let path: String
        /// What the file became; nothing where it went.
        let object: String?
        let person: String
        let day: CivilDate
    }

    /// What the commits between two changed in the content folder, the oldest first; those of branches, too, but no merges.
    func edits(from base: String, to head: String) throws(GitError) -> [Edit] {
        let mark = "\u{1}waymark\u{1}"
        let answer = try git.answer(
            [
                "log", "--no-merges", "--reverse", "--topo-order", "--no-show-signature", "--no-color", "--raw",
                "--no-abbrev", "--no-renames", "--no-ext-diff", "-z", "--format=\(mark)%ct %aN", "\(base)..\(head)",
                "--", ".",
            ], in: folder)
        var edits: [Edit] = []
        var person = ""
        var day = CivilDate(days: 0)
        var change: [Substring]?
        // `<mark>1793664000 Ada Example`, then for each file `:100644 100644 <object> <object> M`, nothing, its path, nothing.
        for field in answer.split(separator: 0) {
            let text = String(decoding: field, as: UTF8.self)
            if let parts = change {
                change = nil
                guard text.hasPrefix(prefix) else { continue }
                let object = parts[3].allSatisfy { $0 == "0" } ? nil : String(parts[3])
                edits.append(Edit(path: String(text.dropFirst(prefix.count)), object: object, person: person, day: day))
            } else if let start = text.firstRange(of: mark) {
                let parts = text[start.upperBound...].split(separator: " ", maxSplits: 1)
                day = CivilDate(days: (parts.first.flatMap { Int($0) } ?? 0) / 86_400)
                person = parts.count > 1 ? parts[1].trimmed : ""
            } else if let colon = text.firstIndex(of: ":") {
                let parts = text[text.index(after: colon)...].split(separator: " ")
                if parts.count == 5 { change = parts }
            }
        }
        return edits
    }
}

extension Substring {
    /// Without line ends and spaces around it, and as one line.
    fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
