import Journeys
import Scoring
import Templates

/// The inputs of the ranking, so that readers can weigh them otherwise.
struct WeighingScript: Sendable {
    static let name = "weighing"

    private let edition: Edition
    /// In the order of ids, which decides where all else is equal.
    private let items: [Int]

    /// Nothing for models without weights, and where there is nothing to rank.
    init?(_ edition: Edition) {
        guard edition.settings.scoring.priority.model == .weighted, edition.ranking.order.count > 1 else { return nil }
        self.edition = edition
        items = edition.portfolio.opportunities.orderedByID.filter { edition.ranking.ranks[$0] != nil }
    }

    /// `[[title, address, customer impact, business impact, ease, confidence, customer impact as given, rank], …]`, the first
    /// three from 0 to 1.
    var page: SitePage? {
        SearchFiles.script(Self.name) { file in
            let links = edition.links(on: edition.map.path(of: .portfolio))
            file.write("[")
            for (place, item) in items.enumerated() {
                let target = Target(kind: .opportunity, index: item)
                let priority = edition.ranking.priorities[item]
                file.write(place > 0 ? ",\n[" : "\n[")
                JSONWriter.write(edition.title(of: target), to: &file)
                file.write(",")
                JSONWriter.write(links.address(of: target), to: &file)
                let scaled = [Priority.Input.customerImpact, .businessImpact, .effort].map { input in
                    priority.parts.first { $0.input == input }?.scaled ?? 0
                }
                for value in scaled + [priority.confidence?.value ?? 0.5, priority.customerImpact ?? 0] {
                    file.write(",")
                    DecimalNumber.writeExact(value, to: &file)
                }
                file.write(",")
                DecimalNumber.write(edition.ranking.ranks[item] ?? 0, to: &file)
                file.write("]")
            }
            file.write("]")
        }
    }
}

/// The three weights, to be moved.
struct WeighingView: TemplateView {
    static let fields = ViewFields<WeighingView>(
        "weighing", [.text("script", \.script), .list("weights", \.weights)])

    let script: String
    let weights: [WeightView]

    init?(_ edition: Edition) {
        guard WeighingScript(edition) != nil else { return nil }
        script = WeighingScript.name
        let settings = edition.settings.scoring.priority
        let weights = [
            (Word.customerImpact, settings.customerImpact), (.businessImpact, settings.businessImpact),
            (.ease, settings.ease),
        ]
        let sum = weights.reduce(0) { $0 + $1.1 }
        self.weights = weights.map { word, weight in
            WeightView(
                name: word.rawValue, label: edition.words[word],
                value: String(Int((sum > 0 ? 100 * weight / sum : 0).rounded())))
        }
    }
}

struct WeightView: TemplateView {
    static let fields = ViewFields<WeightView>(
        "weight", [.text("name", \.name), .text("label", \.label), .text("value", \.value)])

    let name: String
    let label: String
    /// Of a hundred.
    let value: String
}
