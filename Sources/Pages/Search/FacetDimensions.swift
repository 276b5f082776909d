import Journeys

/// What the lists of an edition are chosen by. That of journeys is found out once: they are in several lists, and what else is
/// stands in them.
struct FacetDimensions {
    private let edition: Edition
    private let ofJourneys: [Facets.Dimension]

    init(_ edition: Edition) {
        self.edition = edition
        ofJourneys =
            Self.ownDimensions(of: .journey, in: edition) + Self.recordDimensions(of: .journey, in: edition)
    }

    /// What items of a kind are chosen by.
    func facets(of items: [Int], kind: ContentKind) -> Facets {
        let dimensions =
            kind == .journey
            ? ofJourneys : Self.ownDimensions(of: kind, in: edition) + Self.recordDimensions(of: kind, in: edition)
        return Facets(dimensions, of: items, kind: kind, words: edition.words)
    }

    /// What things that stand in journeys are chosen by, as touchpoints and teams do: each has what any of its journeys has.
    func facets(ofGroups groups: [[Int]], by chosen: Set<Word>) -> Facets {
        let dimensions = ofJourneys.filter { chosen.contains($0.word) }.map { $0.grouped(groups) }
        return Facets(dimensions, of: Array(groups.indices), kind: .journey, words: edition.words)
    }

    private static func recordDimensions(of kind: ContentKind, in edition: Edition) -> [Facets.Dimension] {
        // The records of all would be copied for each.
        let records = edition.portfolio.records(of: kind)
        return [
            Facets.Dimension(.team, count: records.count) { records[$0].team.map { [$0] } ?? [] },
            Facets.Dimension(.owner, count: records.count) { records[$0].owner.map { [$0] } ?? [] },
            Facets.Dimension(.tags, count: records.count) { records[$0].tags },
        ]
    }

    private static func ownDimensions(of kind: ContentKind, in edition: Edition) -> [Facets.Dimension] {
        let (words, portfolio) = (edition.words, edition.portfolio)
        let count = portfolio.records(of: kind).count
        switch kind {
        case .journey: return journeyDimensions(in: edition)
        case .opportunity:
            return [
                Facets.Dimension(.stage, order: Opportunity.Stage.allCases.map { words[$0.word] }, count: count) {
                    [words[portfolio.opportunities[$0].stage.word]]
                },
                Facets.Dimension(.decision, order: Opportunity.Decision.allCases.map { words[$0.word] }, count: count) {
                    portfolio.opportunities[$0].decision.map { [words[$0.word]] } ?? []
                },
            ]
        case .solution:
            return [
                Facets.Dimension(.status, order: Solution.Status.allCases.map { words[$0.word] }, count: count) {
                    [words[portfolio.solutions[$0].status.word]]
                }
            ]
        case .metric:
            return [
                Facets.Dimension(.perspective, count: count) { [words[portfolio.metrics[$0].perspective.word]] },
                Facets.Dimension(.type, order: Metric.Kind.allCases.map { words[$0.word] }, count: count) {
                    [words[portfolio.metrics[$0].type.word]]
                },
            ]
        case .evidence:
            return [
                Facets.Dimension(.method, order: Evidence.Method.allCases.map { words[$0.word] }, count: count) {
                    portfolio.evidence[$0].method.map { [words[$0.word]] } ?? []
                }
            ]
        case .insight:
            return [
                Facets.Dimension(.type, order: Finding.Kind.allCases.map { words[$0.word] }, count: count) {
                    [words[portfolio.insights[$0].type.word]]
                },
                Facets.Dimension(.status, count: count) {
                    [words[portfolio.insights[$0].status == .open ? .open : .resolved]]
                },
            ]
        case .persona:
            return [Facets.Dimension(.segment, count: count) { portfolio.personas[$0].segment.map { [$0] } ?? [] }]
        case .goal, .page: return []
        }
    }

    private static func journeyDimensions(in edition: Edition) -> [Facets.Dimension] {
        let (words, portfolio, levels) = (edition.words, edition.portfolio, edition.taxonomy.levels)
        let count = portfolio.journeys.count
        return [
            Facets.Dimension(.level, order: levels, count: count) { index in
                let level = portfolio.journeys[index].level
                return levels.indices.contains(level) ? [levels[level]] : []
            },
            Facets.Dimension(
                .status, order: [words[.active], words[.future], words[.draft], words[.archived]], count: count
            ) {
                let marks = edition.marks(of: portfolio.journeys[$0])
                return marks.isEmpty ? [words[.active]] : marks
            },
            Facets.Dimension(.personas, count: count) { index in
                portfolio.journeys[index].personas.compactMap { reference in
                    reference.target.map { portfolio.personas[$0.index].record.title }
                }
            },
            Facets.Dimension(.products, count: count) { portfolio.journeys[$0].products },
            Facets.Dimension(.segments, count: count) { portfolio.journeys[$0].segments },
        ]
    }
}
