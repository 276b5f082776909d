import Journeys
import Scoring
import Templates

/// What an opportunity is worth by the portfolio's model: inputs, formula, result, and how firm its rank is.
struct WorthView: TemplateView {
    static let fields = ViewFields<WorthView>(
        "worth",
        [
            .text("priority", \.priority),
            .text("rank", \.rank),
            .text("model", \.model),
            .text("formula", \.formula),
            .view("inputs", \.inputs),
            .text("confidence", \.confidence),
            .text("firmness", \.firmness),
            .text("missing", \.missing),
            .list("ties", \.ties),
            .flag("has-ties") { !$0.ties.isEmpty },
        ])

    let priority: String?
    let rank: String?
    let model: String
    /// With the figures in it, and its result.
    let formula: String?
    let inputs: TableView?
    let confidence: String?
    let firmness: String?
    /// Which inputs are missing.
    let missing: String?
    let ties: [LinkView]

    init(of index: Int, links: PageLinks) {
        let edition = links.edition
        let words = edition.words
        let priority = edition.ranking.priorities[index]
        self.priority = edition.priority(priority)
        if let place = edition.ranking.ranks[index] {
            rank = words(
                .rankOf,
                [
                    "rank": edition.figures.number(place),
                    "of": edition.figures.number(edition.ranking.order.count),
                ])
        } else {
            rank = nil
        }
        model = words[priority.model.word]
        formula = self.priority.map { Self.formula(of: priority, result: $0, edition) }
        inputs = Self.table(of: priority, links: links)
        confidence = priority.confidence.map { Self.text(of: $0, edition) }
        if !priority.missing.isEmpty {
            missing = words(
                .notScored, ["inputs": words.listed(priority.missing.map { words.inline(words[$0.word]) })])
        } else {
            missing = edition.portfolio.opportunities[index].isRanked ? nil : words[.noRankClosed]
        }
        firmness = edition.ranking.firmness[index].map { Self.text(of: $0, edition) }
        ties = edition.ranking.ties[index].map { other in
            links.link(
                to: Target(kind: .opportunity, index: other),
                note: edition.ranking.ranks[other].map { edition.figures.number($0) })
        }
    }

    private static func formula(of priority: Priority, result: String, _ edition: Edition) -> String {
        let (words, figures) = (edition.words, edition.figures)
        func given(_ input: Priority.Input) -> String {
            priority.given.first { $0.input == input }.map { figures.number($0.value) } ?? ""
        }
        func part(_ input: Priority.Input) -> (weight: String, scaled: String) {
            let part = priority.parts.first { $0.input == input }
            return (figures.number(part?.weight ?? 0), figures.number(part?.scaled ?? 0))
        }
        switch priority.model {
        case .weighted:
            let (customer, business, ease) = (part(.customerImpact), part(.businessImpact), part(.effort))
            return words(
                .formulaWeighted,
                [
                    "wc": customer.weight, "c": customer.scaled, "wb": business.weight, "b": business.scaled,
                    "we": ease.weight, "e": ease.scaled,
                    "confidence": figures.number(priority.confidence?.value ?? 1), "result": result,
                ])
        case .rice:
            return words(
                .formulaRice,
                [
                    "reach": given(.reach), "impact": given(.impact), "confidence": given(.confidence),
                    "effort": given(.effort), "result": result,
                ])
        case .ice, .iceMean:
            return words(
                priority.model == .ice ? .formulaIce : .formulaIceMean,
                [
                    "impact": given(.impact), "confidence": given(.confidence), "ease": given(.ease),
                    "result": result,
                ])
        case .wsjf:
            return words(
                .formulaWsjf,
                [
                    "value": given(.value), "time": given(.timeCriticality), "risk": given(.riskReduction),
                    "effort": given(.effort), "result": result,
                ])
        case .ulwick:
            return words(
                .formulaUlwick,
                ["importance": given(.importance), "satisfaction": given(.satisfaction), "result": result])
        }
    }

    private static func table(of priority: Priority, links: PageLinks) -> TableView? {
        let (words, figures) = (links.edition.words, links.edition.figures)
        let isWeighted = priority.model == .weighted
        let places = Figures.places(for: priority.parts.map(\.points.nineDecimals))
        return TableView(
            words[.inputs],
            columns: [ColumnView(words[.input]), ColumnView(words[.value], isNumber: true, .measure)]
                + (isWeighted
                    ? [
                        ColumnView(words[.scaled], isNumber: true), ColumnView(words[.weight], isNumber: true),
                        ColumnView(words[.points], isNumber: true),
                    ] : []),
            rows: priority.given.map { given in
                let part = priority.parts.first { $0.input == given.input }
                let note = given.source == .opportunity ? nil : words[.standsIn]
                return RowView(
                    head: LinkView(text: words[given.input.word], note: note),
                    cells: [.number(figures.number(given.value))]
                        + (isWeighted
                            ? [
                                .number(part.map { figures.number($0.scaled) }),
                                .number(part.map { figures.number($0.weight) }),
                                .number(
                                    part.map { figures.number($0.points.nineDecimals, places: places, isFilled: true) }),
                            ] : []))
            })
    }

    private static func text(of confidence: Priority.Confidence, _ edition: Edition) -> String {
        guard confidence.weight > 0 else { return edition.words[.confidenceNone] }
        let figures = edition.figures
        return edition.words(
            .confidenceOf,
            [
                "value": figures.number(confidence.value), "backed": figures.number(confidence.backed),
                "weight": figures.number(confidence.weight),
            ])
    }

    private static func text(of firmness: RankFirmness, _ edition: Edition) -> String {
        let (words, figures) = (edition.words, edition.figures)
        let (best, worst) = (figures.number(firmness.best), figures.number(firmness.worst))
        let range = words(
            firmness.best == firmness.worst ? .firmnessSame : .firmnessRange, ["best": best, "worst": worst])
        let first = edition.percent(firmness.first)
        // Of three or fewer, all are among the first three.
        guard edition.ranking.order.count > 3 else {
            return words(.firmnessFirst, ["range": range, "first": first])
        }
        return words(.firmnessTop, ["range": range, "share": edition.percent(firmness.topThree), "first": first])
    }
}

extension Edition {
    func percent(_ share: Share) -> String {
        figures.percent(share.whole > 0 ? Double(share.part) / Double(share.whole) : 0)
    }
}

extension PriorityModel {
    var word: ScoreWord {
        switch self {
        case .weighted: .modelWeighted
        case .rice: .modelRice
        case .ice: .modelIce
        case .iceMean: .modelIceMean
        case .wsjf: .modelWsjf
        case .ulwick: .modelUlwick
        }
    }
}
