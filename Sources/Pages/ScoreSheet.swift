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
            .flag("whole") { $0.isWhole },
        ])

    let name: String
    let score: ScoreView
    let bar: [UInt8]
    let weight: String?
    let points: String?
    let why: String
    /// Made of the lines below it.
    let isWhole: Bool

    /// The line of a whole score, then those of its parts.
    static func rows(
        _ name: ScoreWord, _ whole: Score, view: ScoreView, range: ClosedRange<Double>? = nil, parts: [Score] = [],
        _ edition: Edition
    ) -> [ScoreRowView] {
        let head = ScoreRowView(
            name: edition.words[name], score: view, bar: ScoreBar(value: whole.value, range: range).svg, weight: nil,
            points: nil, why: edition.wording.sentence(for: whole), isWhole: true)
        let rest = zip(whole.contributions, parts).map { contribution, part in
            ScoreRowView(
                name: contribution.name.title(edition.words), score: ScoreView(part.value, edition),
                bar: ScoreBar(value: part.value).svg, weight: edition.figures.number(contribution.weight),
                points: part.value == nil ? nil : edition.figures.whole(contribution.points),
                why: edition.wording.sentence(for: part),
                isWhole: false)
        }
        return [head] + rest
    }

    /// Health with its four parts, trust with its two, progress.
    static func all(of scores: JourneyScores, _ edition: Edition) -> [ScoreRowView] {
        let (health, trust, progress) = (scores.health, scores.trust, scores.progress)
        return rows(
            .health, health.score, view: ScoreView(health, edition), range: health.range,
            parts: [health.experience, health.customerOutcomes, health.businessOutcomes, health.operations], edition)
            + rows(
                .trust, trust.score, view: ScoreView(trust.value, edition),
                parts: [trust.evidence.score, trust.stewardship], edition)
            + rows(.progressScore, progress.score, view: ScoreView(progress.value, edition), edition)
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
        let words = edition.words
        return [
            ScoreFactView(
                name: words[.health], score: ScoreView(scores.health, edition),
                change: ChangeView(edition.course(of: .health, ofJourney: scores.journey), edition),
                remarks: remarks(on: scores.health, edition)),
            ScoreFactView(name: words[.trust], score: ScoreView(scores.trust.value, edition), remarks: []),
            ScoreFactView(name: words[.progressScore], score: ScoreView(scores.progress.value, edition), remarks: []),
        ]
    }

    /// The same, each with its course.
    static func courses(of scores: JourneyScores, _ edition: Edition) -> [ScoreFactView] {
        zip(all(of: scores, edition), Trend.Measure.allCases).map { fact, measure in
            var fact = fact
            let course = edition.course(of: measure, ofJourney: scores.journey)
            fact.course = TrendLine(course).svg(edition, title: fact.name)
            fact.change = ChangeView(course, edition)
            return fact
        }
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
