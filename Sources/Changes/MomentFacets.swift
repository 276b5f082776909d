import Journeys
import Markup

/// What can be said of a moment and of what stands at it.
extension ItemFacets {
    func moment(_ moment: Moment, in path: String) -> [Facet] {
        var facets: [Facet] = [.text("moment-of-truth", moment.isMomentOfTruth ? "yes" : nil)]
        for content in moment.lanes {
            switch content.value {
            case .text(let texts): facets.append(facet(ofTexts: Array(texts), in: content, of: moment, path))
            case .tags(let tags): facets.append(.list(content.lane, tags.map(\.key)))
            case .references(let references):
                facets.append(.list(content.lane, names.names(of: references, in: path)))
                // There alone pages show the words around links: they say when it goes that way.
                if content.lane == Self.next { facets.append(nextWords(content.words, in: path)) }
            case .feelings(let feelings):
                facets.append(.text("emotion", Self.emotions(feelings, names)))
                facets.append(.prose("feeling-words", feelings.map(\.words), in: path, names))
                facets.append(
                    .list("feeling-evidence", feelings.flatMap { names.names(of: $0.evidence) }))
            case .findings: break
            }
        }
        if !moment.notes.isEmpty { facets.append(.prose("notes", [moment.notes], in: path, names)) }
        return facets
    }

    private static let next = "next"

    /// In any order. The title of what a link leads to is no word of its own.
    private func nextWords(_ entries: [Prose], in path: String) -> Facet {
        let sorted = entries.map { entry in
            (key: ComparedProse(entry, in: path, names: names).keyWithoutTitles, words: entry.plain.onOneLine)
        }.sorted { ($0.key, $0.words) < ($1.key, $1.words) }
        return Facet(
            field: "next-words",
            value: .prose(
                key: sorted.map(\.key).joined(separator: "\n"),
                words: sorted.map(\.words).filter { !$0.isEmpty }.joined(separator: " · ")))
    }

    /// A lane that is called otherwise in the other taxonomy is one of its own in this: what it says is the same.
    private func facet(ofTexts texts: [Prose], in content: LaneContent, of moment: Moment, _ path: String) -> Facet {
        let own = Facet.prose(content.lane, texts, in: path, names)
        let other = names.other.portfolio.settings.taxonomy
        guard let label = content.ownLabel, let index = other.labels.lane(labelled: label) else { return own }
        let lane = other.lanes[index]
        if moment.lanes.contains(where: { $0.lane == lane.id }) { return own }
        switch lane.kind {
        case .text: return Facet(field: lane.id, value: own.value)
        case .tags:
            let tags = texts.flatMap { $0.plain.split(separator: ",") }.map { String($0).onOneLine }
            return .list(lane.id, tags.filter { !$0.isEmpty }.map { $0.lowercased() })
        case .references: return .list(lane.id, texts.flatMap { ComparedProse($0, in: path, names: names).linkedNames })
        case .emotion, .findings: return own
        }
    }

    /// `-1`, `-1 → +1`, `+1 (renter), -2 (owner)`; nothing where only words were written.
    private static func emotions(_ feelings: [Feeling], _ names: CommonNames) -> String? {
        let felt = feelings.filter { !$0.values.isEmpty }.map { feeling in
            let values = feeling.values.map(Number.emotion).joined(separator: " → ")
            return feeling.persona.map { "\(values) (\(names.name(of: $0)))" } ?? values
        }
        return felt.isEmpty ? nil : felt.joined(separator: ", ")
    }

    func finding(_ finding: Finding) -> [Facet] {
        [
            .text("type", finding.kind.rawValue), .number("reach", finding.reach),
            .text("persona", finding.persona.map(names.name)), .text("segment", finding.segment),
            .date("resolved", finding.resolved, as: \.first),
        ]
    }
}
