import Journeys
import Templates

/// What a list can be narrowed down by: by team, persona, status …, with the values that its items have.
struct Facets: Sendable {
    /// One thing to choose by.
    struct Dimension: Sendable {
        let word: Word
        /// Values that have an order of their own, in it; others follow by their letters.
        var order: [String] = []
        let values: @Sendable (Int) -> [String]
    }

    /// Of more values than these nobody chooses from a list: the search finds them.
    private static let limit = 150

    let views: [FacetView]
    private let kind: ContentKind
    /// By item: the numbers of its values, with spaces between them.
    private let numbers: [Int: String]

    /// Dimensions in which all items are alike are left out.
    init(_ dimensions: [Dimension], of items: [Int], kind: ContentKind, words: Words) {
        var views: [FacetView] = []
        var numbers: [Int: String] = Dictionary(uniqueKeysWithValues: items.map { ($0, "") })
        var next = 1
        for dimension in dimensions {
            let values = items.map { dimension.values($0) }
            let found = Set(values.joined())
            let isTold = found.count > 1 || values.contains { $0.isEmpty } && !found.isEmpty
            guard isTold, found.count <= Self.limit else { continue }
            let rest = found.subtracting(dimension.order).sorted {
                let (one, other) = ($0.lowercased(), $1.lowercased())
                return one == other ? $0.utf8.lexicographicallyPrecedes($1.utf8) : one < other
            }
            let ordered = dimension.order.filter(found.contains) + rest
            var places: [String: Int] = [:]
            for (place, value) in ordered.enumerated() where places[value] == nil { places[value] = next + place }
            for (item, values) in zip(items, values) {
                for value in values {
                    guard let place = places[value] else { continue }
                    let own = numbers[item, default: ""]
                    numbers[item] = own.isEmpty ? String(place) : own + " " + String(place)
                }
            }
            views.append(
                FacetView(
                    name: dimension.word.rawValue, label: words[dimension.word],
                    options: ordered.map { OptionView(number: String(places[$0] ?? 0), text: $0) }))
            next += ordered.count
        }
        self.views = views
        self.kind = kind
        self.numbers = views.isEmpty ? [:] : numbers
    }

    subscript(item: Int) -> String? { numbers[item] }

    /// Nothing for what is not of the list.
    func numbers(of kind: ContentKind, _ item: Int) -> String? { kind == self.kind ? numbers[item] : nil }
}

struct FacetView: TemplateView {
    static let fields = ViewFields<FacetView>(
        "facet", [.text("name", \.name), .text("label", \.label), .list("options", \.options)])

    /// In addresses: the same in all languages.
    let name: String
    let label: String
    let options: [OptionView]
}

struct OptionView: TemplateView {
    static let fields = ViewFields<OptionView>(
        "option", [.text("number", \.number), .text("text", \.text)])

    let number: String
    let text: String
}

/// The choice of values above a list.
struct FilterView: TemplateView {
    static let fields = ViewFields<FilterView>(
        "filter",
        [.list("facets", \.facets), .text("script", \.script), .flag("sorted") { $0.isSorted }])

    let facets: [FacetView]
    /// Of a list in several parts: the data script with all of it.
    let script: String?
    /// Whether its rows can be put in another order.
    let isSorted: Bool

    /// Nothing where all items are alike.
    init?(_ facets: Facets, script: String? = nil, isTree: Bool = false) {
        guard !facets.views.isEmpty else { return nil }
        self.facets = facets.views
        self.script = script
        isSorted = !isTree
    }
}

// MARK: Kinds of list

extension Edition {
    /// What items of a kind are chosen by.
    func facets(of items: [Int], kind: ContentKind) -> Facets {
        let words = words
        return Facets(ownDimensions(of: kind) + recordDimensions(of: kind), of: items, kind: kind, words: words)
    }

    /// What things that stand in journeys are chosen by, as touchpoints and teams do: each has what any of its journeys has.
    func facets(ofGroups groups: [[Int]], by chosen: Set<Word>) -> Facets {
        let journeys = portfolio.journeys.indices
        let dimensions = (journeyDimensions + recordDimensions(of: .journey)).filter { chosen.contains($0.word) }
        let ofGroups = dimensions.map { dimension in
            let values = journeys.map(dimension.values)
            return Facets.Dimension(word: dimension.word, order: dimension.order) { group in
                Set(groups[group].flatMap { values[$0] }).sorted()
            }
        }
        return Facets(ofGroups, of: Array(groups.indices), kind: .journey, words: words)
    }

    private func recordDimensions(of kind: ContentKind) -> [Facets.Dimension] {
        // The records of all would be copied for each.
        let records = portfolio.records(of: kind)
        return [
            Facets.Dimension(word: .team) { records[$0].team.map { [$0] } ?? [] },
            Facets.Dimension(word: .owner) { records[$0].owner.map { [$0] } ?? [] },
            Facets.Dimension(word: .tags) { records[$0].tags },
        ]
    }

    private func ownDimensions(of kind: ContentKind) -> [Facets.Dimension] {
        let (words, portfolio) = (words, portfolio)
        switch kind {
        case .journey: return journeyDimensions
        case .opportunity:
            return [
                Facets.Dimension(word: .stage, order: Opportunity.Stage.allCases.map { words[$0.word] }) {
                    [words[portfolio.opportunities[$0].stage.word]]
                },
                Facets.Dimension(word: .decision, order: Opportunity.Decision.allCases.map { words[$0.word] }) {
                    portfolio.opportunities[$0].decision.map { [words[$0.word]] } ?? []
                },
            ]
        case .solution:
            return [
                Facets.Dimension(word: .status, order: Solution.Status.allCases.map { words[$0.word] }) {
                    [words[portfolio.solutions[$0].status.word]]
                }
            ]
        case .metric:
            return [
                Facets.Dimension(word: .perspective) { [words[portfolio.metrics[$0].perspective.word]] },
                Facets.Dimension(word: .type, order: Metric.Kind.allCases.map { words[$0.word] }) {
                    [words[portfolio.metrics[$0].type.word]]
                },
            ]
        case .evidence:
            return [
                Facets.Dimension(word: .method, order: Evidence.Method.allCases.map { words[$0.word] }) {
                    portfolio.evidence[$0].method.map { [words[$0.word]] } ?? []
                }
            ]
        case .insight:
            return [
                Facets.Dimension(word: .type, order: Finding.Kind.allCases.map { words[$0.word] }) {
                    [words[portfolio.insights[$0].type.word]]
                },
                Facets.Dimension(word: .status) { [words[portfolio.insights[$0].status == .open ? .open : .resolved]] },
            ]
        case .persona: return [Facets.Dimension(word: .segment) { portfolio.personas[$0].segment.map { [$0] } ?? [] }]
        case .goal, .page: return []
        }
    }

    private var journeyDimensions: [Facets.Dimension] {
        let (words, portfolio, levels) = (words, portfolio, taxonomy.levels)
        return [
            Facets.Dimension(word: .level, order: levels) { index in
                let level = portfolio.journeys[index].level
                return levels.indices.contains(level) ? [levels[level]] : []
            },
            Facets.Dimension(word: .status, order: [words[.active], words[.future], words[.draft], words[.archived]]) {
                let marks = self.marks(of: portfolio.journeys[$0])
                return marks.isEmpty ? [words[.active]] : marks
            },
            Facets.Dimension(word: .personas) { index in
                portfolio.journeys[index].personas.compactMap(\.target).map {
                    portfolio.personas[$0.index].record.title
                }
            },
            Facets.Dimension(word: .products) { portfolio.journeys[$0].products },
            Facets.Dimension(word: .segments) { portfolio.journeys[$0].segments },
        ]
    }
}
