import Journeys
import Templates

/// What a list can be narrowed down by: by team, persona, status …, with the values that its items have.
struct Facets: Sendable {
    let views: [FacetView]
    private let kind: ContentKind
    /// The numbers of the values of each item, with spaces between them, one item behind the other.
    private let numbers: [UInt8]
    /// By item: where its numbers are.
    private let places: [Range<UInt32>?]

    /// Dimensions in which all items are alike are left out.
    init(_ dimensions: [Dimension], of items: [Int], kind: ContentKind, words: Words) {
        var views: [FacetView] = []
        var told: [(dimension: Dimension, places: [Int])] = []
        var next = 1
        for dimension in dimensions {
            guard let offered = dimension.offered(by: items) else { continue }
            var places = [Int](repeating: 0, count: dimension.names.count)
            for (place, value) in offered.enumerated() where places[value] == 0 { places[value] = next + place }
            views.append(
                FacetView(
                    name: dimension.word.rawValue, label: words[dimension.word],
                    options: offered.map {
                        OptionView(number: Figures.plain(places[$0]), text: dimension.names[$0])
                    }))
            told.append((dimension, places))
            next += offered.count
        }
        self.views = views
        self.kind = kind
        var ranges = [Range<UInt32>?](repeating: nil, count: views.isEmpty ? 0 : (items.max() ?? -1) + 1)
        var text = PageBuffer(capacity: 256)
        for item in items where !views.isEmpty {
            let start = text.withBytes(\.count)
            var isFirst = true
            for (dimension, places) in told {
                for value in dimension.values(of: item) {
                    if !isFirst { text.write(" ") }
                    isFirst = false
                    DecimalNumber.write(places[value], to: &text)
                }
            }
            ranges[item] = UInt32(start)..<UInt32(text.withBytes(\.count))
        }
        numbers = text.bytes
        self.places = ranges
    }

    subscript(item: Int) -> String? {
        guard places.indices.contains(item), let place = places[item] else { return nil }
        return String(decoding: numbers[Int(place.lowerBound)..<Int(place.upperBound)], as: UTF8.self)
    }

    /// Nothing for what is not of the list.
    func numbers(of kind: ContentKind, _ item: Int) -> String? { kind == self.kind ? self[item] : nil }
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
        [.list("facets", \.facets), .text("script", \.script), .flag("sorted", \.isSorted)])

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
