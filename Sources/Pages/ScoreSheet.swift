import Journeys
import Scoring
import Templates

/// A score in a line of the scorecard: its value, what it adds to the whole, and why.
struct ScoreRowView: TemplateView {
    static let fields = ViewFields<ScoreRowView>(
        "score-row",
        [
            .text("name", \.name),
            .view("score", \.score),
            .html("bar", \.bar),
            .text("weight", \.weight),
            .text("points", \.points),
            .text("why", \.why),
            .flag("whole", \.isWhole),
        ])

    let name: String
    let score: ScoreView
    let bar: [UInt8]
    let weight: String?
    let points: String?
    let why: String
    /// Made of the lines below it.
    let isWhole: Bool

    /// What a part of a score is, and why it is that.
    private typealias Part = (value: Double?, why: String)

    /// The line of a whole score, then those of its parts.
    private static func add(
        _ name: ScoreWord, _ whole: Part, view: consuming ScoreView, range: ClosedRange<Double>? = nil,
        contributions: [Contribution] = [], parts: [Part] = [], to rows: inout [ScoreRowView], _ edition: Edition
    ) {
        rows.append(
            ScoreRowView(
                name: edition.words[name], score: view, bar: ScoreBar(value: whole.value, range: range).svg,
                weight: nil, points: nil, why: whole.why, isWhole: true))
        for (contribution, part) in zip(contributions, parts) {
            let value = part.value
            rows.append(
                ScoreRowView(
                    name: contribution.name.title(edition.words), score: ScoreView(value, edition),
                    bar: ScoreBar(value: value).svg, weight: edition.figures.number(contribution.weight),
                    points: value == nil ? nil : edition.figures.whole(contribution.points), why: part.why,
                    isWhole: false))
        }
    }

    /// Health with its four parts, trust with its two, progress.
    static func all(
        of scores: JourneyScores, _ explained: ExplainedScores, because reasons: ScoreReasons, _ edition: Edition
    ) -> [ScoreRowView] {
        var rows: [ScoreRowView] = []
        rows.reserveCapacity(9)
        add(
            .health, (scores.health.value, reasons.health), view: ScoreView(scores.health, edition),
            range: scores.health.range, contributions: explained.health.score.contributions,
            parts: [
                (scores.health.experience.value, reasons.experience),
                (scores.health.customerOutcomes.value, reasons.customerOutcomes),
                (scores.health.businessOutcomes.value, reasons.businessOutcomes),
                (scores.health.operations.value, reasons.operations),
            ], to: &rows, edition)
        add(
            .trust, (scores.trust.value, reasons.trust), view: ScoreView(scores.trust.value, edition),
            contributions: explained.trust.score.contributions,
            parts: [
                (scores.trust.evidence.value, reasons.evidence),
                (scores.trust.stewardship.value, reasons.stewardship),
            ], to: &rows, edition)
        add(
            .progressScore, (scores.progress.value, reasons.progress),
            view: ScoreView(scores.progress.value, edition), to: &rows, edition)
        return rows
    }
}

/// Why the scores of a journey and their parts are what they are: a scorecard says most of it twice.
struct ScoreReasons {
    let health, experience, emotion, relief, customerOutcomes, businessOutcomes, operations: String
    let trust, evidence, stewardship: String
    let progress: String

    init(_ scores: ExplainedScores, _ wording: Wording) {
        health = wording.sentence(for: scores.health.score)
        experience = wording.sentence(for: scores.health.experience)
        emotion = wording.sentence(for: scores.health.emotion)
        relief = wording.sentence(for: scores.health.relief)
        customerOutcomes = wording.sentence(for: scores.health.customerOutcomes)
        businessOutcomes = wording.sentence(for: scores.health.businessOutcomes)
        operations = wording.sentence(for: scores.health.operations)
        trust = wording.sentence(for: scores.trust.score)
        evidence = wording.sentence(for: scores.trust.evidence)
        stewardship = wording.sentence(for: scores.trust.stewardship)
        progress = wording.sentence(for: scores.progress)
    }
}

extension Health {
    /// Nothing where all of it is measured.
    var range: ClosedRange<Double>? { coverage < 1 && low <= high ? low...high : nil }
}

/// A score at the head of a page, with what is to be said about it at once.
struct ScoreFactView: TemplateView {
    static let fields = ViewFields<ScoreFactView>(
        "score-fact",
        [
            .text("name", \.name),
            .view("score", \.score),
            .html("course", \.course),
            .view("change", \.change),
            .texts("remarks", \.remarks),
        ])

    let name: String
    let score: ScoreView
    /// How it went, as a line.
    var course: [UInt8]?
    var change: ChangeView?
    let remarks: [String]

    /// Health, trust and progress: three numbers that are never one. The map has room for what moved in health alone.
    static func all(of scores: JourneyScores, _ edition: Edition) -> [ScoreFactView] {
        var facts = withoutCourse(of: scores, edition)
        facts[0].change = ChangeView(sinceQuarter: edition.change(of: .health, ofJourney: scores.journey), edition)
        return facts
    }

    /// The same, each with its course.
    static func courses(of scores: JourneyScores, _ edition: Edition) -> [ScoreFactView] {
        var facts = withoutCourse(of: scores, edition)
        for (place, measure) in Trend.Measure.allCases.enumerated() {
            let course = edition.course(of: measure, ofJourney: scores.journey)
            facts[place].course = TrendLine(course).svg(edition, title: facts[place].name)
            facts[place].change = ChangeView(sinceQuarter: course.change, edition)
        }
        return facts
    }

    private static func withoutCourse(of scores: JourneyScores, _ edition: Edition) -> [ScoreFactView] {
        let words = edition.words
        return [
            ScoreFactView(
                name: words[.health], score: ScoreView(scores.health, edition),
                remarks: remarks(on: scores.health, edition)),
            ScoreFactView(name: words[.trust], score: ScoreView(scores.trust.value, edition), remarks: []),
            ScoreFactView(name: words[.progressScore], score: ScoreView(scores.progress.value, edition), remarks: []),
        ]
    }

    private static func remarks(on health: Health, _ edition: Edition) -> [String] {
        guard health.value != nil, let range = health.range else { return [] }
        let (words, figures) = (edition.words, edition.figures)
        let low = figures.whole(range.lowerBound)
        let high = figures.whole(range.upperBound)
        var remarks = [words(.rangeOf, ["low": low, "high": high])]
        remarks.append(words(.coverageOf, ["share": figures.percent(health.coverage)]))
        if health.isProvisional { remarks.append(words[.provisional]) }
        return remarks
    }
}

extension Contribution.Name {
    func title(_ words: Words) -> String {
        switch self {
        case .experience: words[.experience]
        case .customerOutcomes: words[.customerOutcomes]
        case .businessOutcomes: words[.businessOutcomes]
        case .operations: words[.operations]
        case .emotion: words[.emotion]
        case .relief: words[.relief]
        case .mean: words[.mean]
        case .worst: words[.worst]
        case .end: words[.end]
        case .everywhere: words[.everywhere]
        case .atWorst: words[.atWorst]
        case .metric: words[.attainment]
        case .evidence: words[.evidenceScore]
        case .stewardship: words[.stewardshipScore]
        case .backed: words[.backed]
        case .fresh: words[.fresh]
        case .mixed: words[.mixed]
        case .owner: words[.ownerNamed]
        case .reviewed: words[.reviewedInTime]
        case .described: words[.described]
        case .currentMetric: words[.currentMetric]
        case .placed: words[.placed]
        case .pain: words[.pain]
        }
    }
}
