import Journeys
import Scoring
import Templates

/// A score as pages show it: a whole number and its letter, or that it is not measured.
struct ScoreView: TemplateView {
    static let fields = ViewFields<ScoreView>(
        "score",
        [
            .text("figure", \.figure),
            .text("missing", \.missing),
            .text("grade", \.grade),
            .text("grade-text", \.gradeText),
            .text("shade", \.shade),
            .text("provisional", \.provisional),
        ])

    let figure: String?
    /// In words; nothing where there is a figure.
    var missing: String?
    /// A letter, and what it is for who hears it.
    var grade: String?
    var gradeText: String?
    /// Its colour, as a class: never without the figure beside it.
    let shade: String
    /// That less than half of it is measured.
    var provisional: String?

    /// Five classes, on the scale that feelings have too: from orange to blue.
    static func shade(of grade: Health.Grade) -> String {
        switch grade {
        case .a: "score-a"
        case .b: "score-b"
        case .c: "score-c"
        case .d: "score-d"
        case .e: "score-e"
        }
    }
}

// All at once, each of them: what is made part by part is copied as a whole in the end.
extension ScoreView {
    /// - Parameter grade: the letter of a health.
    init(_ value: Double?, grade: Health.Grade? = nil, isProvisional: Bool = false, _ edition: Edition) {
        self.init(
            figure: value.map { edition.figures.whole($0) }, missing: value == nil ? edition.words[.notMeasured] : nil,
            grade: grade?.rawValue, gradeText: grade.map { edition.text(of: $0) },
            shade: grade.map(Self.shade) ?? "score-plain",
            provisional: isProvisional && value != nil ? edition.words[.provisional] : nil)
    }

    init(_ health: Health, _ edition: Edition) {
        self.init(health.value, grade: health.grade, isProvisional: health.isProvisional, edition)
    }

    init(_ health: RolledHealth, _ edition: Edition) {
        self.init(health.value, grade: health.value.map(edition.grade), edition)
    }
}

extension Edition {
    func grade(of value: Double) -> Health.Grade { Health.Grade(value, settings.scoring.grades) }

    /// "from 3 of 7 journeys"
    func basis(of health: RolledHealth) -> String {
        words(
            .fromJourneys,
            ["n": figures.number(health.journeys.part), "of": figures.number(health.journeys.whole)])
    }

    func share(_ share: Share) -> String {
        words(.countOf, ["n": figures.number(share.part), "of": figures.number(share.whole)])
    }
}

extension CellView {
    static func score(_ score: ScoreView) -> CellView { CellView(score: score, isNumber: true) }
}
