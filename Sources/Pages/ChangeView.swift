import Templates

/// By how much a score has moved: with a shape and a sign, so that its colour only repeats them.
struct ChangeView: TemplateView {
    static let fields = ViewFields<ChangeView>(
        "change",
        [
            .text("shape", \.shape),
            .text("figure", \.figure),
            .text("direction", \.direction),
            .text("since", \.since),
        ])

    let shape: String?
    let figure: String
    /// As a class: up, down or even.
    let direction: String
    var since: String?

    private init(shape: String?, figure: String, direction: String) {
        self.shape = shape
        self.figure = figure
        self.direction = direction
    }

    init(_ change: Double, _ edition: Edition) {
        if let figure = edition.figures.change(change) {
            self.init(
                shape: change > 0 ? "\u{25B2}" : "\u{25BC}", figure: figure, direction: change > 0 ? "up" : "down")
        } else {
            self.init(shape: nil, figure: edition.words[.noChange], direction: "even")
        }
    }

    /// By how much two journeys are apart of which neither became the other: nothing rose or fell.
    static func difference(_ difference: Double, _ edition: Edition) -> ChangeView {
        ChangeView(
            shape: nil, figure: edition.figures.change(difference) ?? edition.words[.sameInBoth], direction: "even")
    }

    /// One that is neither good nor bad, and why.
    static func expected(_ change: Double, because reason: String, _ edition: Edition) -> ChangeView {
        var view = difference(change, edition)
        view.since = reason
        return view
    }

    /// Since the end of the last quarter; nothing where there is nothing to compare.
    init?(sinceQuarter change: Double?, _ edition: Edition) {
        guard let change else { return nil }
        self.init(change, edition)
        since = edition.sinceQuarter
    }

    /// In a table, under a head that says since when.
    static func cell(ofJourney index: Int, _ edition: Edition) -> ChangeView? {
        if let change = edition.change(of: .health, ofJourney: index) { return ChangeView(change, edition) }
        return edition.isNew(index)
            ? ChangeView(shape: nil, figure: edition.words[.newJourney], direction: "even") : nil
    }

    /// "▲ +5.2"
    var text: String { (shape.map { $0 + " " } ?? "") + figure }
}

extension CellView {
    static func change(_ change: ChangeView?) -> CellView { CellView(change: change, isNumber: true) }
}
