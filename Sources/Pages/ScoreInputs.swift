import Journeys
import Scoring
import Templates

/// What the scores of a journey were taken from, part by part, each with where it is written: one table.
struct ScoreInputs: TemplateView {
    static let fields = ViewFields<ScoreInputs>(
        "inputs", [.text("lead", \.lead), .list("parts", \.parts)])

    /// Which file lines are counted in.
    let lead: String
    let parts: [InputPartView]

    init(of scores: JourneyScores, links: PageLinks) {
        let edition = links.edition
        let words = edition.words
        let (health, trust) = (scores.health, scores.trust)
        let path = edition.portfolio.journeys[scores.journey].record.path
        lead = words(.inputLines, ["file": words.isolated(edition.root + path)])
        func part(_ whole: ScoreWord, _ part: ScoreWord) -> String {
            words(.partOfPart, ["whole": words[whole], "part": words[part]])
        }
        let scored: [(String, Score)] = [
            (part(.experience, .emotion), health.emotion), (part(.experience, .relief), health.relief),
            (words[.customerOutcomes], health.customerOutcomes), (words[.businessOutcomes], health.businessOutcomes),
            (words[.operations], health.operations), (words[.evidenceScore], trust.evidence.score),
            (words[.stewardshipScore], trust.stewardship), (words[.progressScore], scores.progress.score),
        ]
        parts = scored.map { title, score in InputPartView(title, score, file: path, links: links) }
    }
}

/// A part of a score: its sentence, and what went into it.
struct InputPartView: TemplateView {
    static let fields = ViewFields<InputPartView>(
        "input-part",
        [
            .text("title", \.title),
            .text("sentence", \.sentence),
            .list("inputs", \.inputs),
        ])

    /// More inputs than these of one contribution are counted, not listed.
    private static let limit = 200

    let title: String
    let sentence: String
    let inputs: [InputView]

    init(_ title: String, _ score: Score, file: String, links: PageLinks) {
        self.title = title
        sentence = links.edition.wording.sentence(for: score)
        var inputs: [InputView] = []
        // The claims that are fresh are among those that are backed, where it is said.
        for contribution in score.contributions where contribution.name != .fresh {
            let name = contribution.name.title(links.edition.words)
            let fresh = contribution.name == .backed ? score.contributions.first { $0.name == .fresh } : nil
            for (position, input) in contribution.inputs.prefix(Self.limit).enumerated() {
                inputs.append(
                    InputView(
                        input, of: contribution, named: name, isFresh: (fresh?.inputs[position].value ?? 0) > 0,
                        file: file, links: links))
            }
            let rest = contribution.inputs.count - Self.limit
            if rest > 0 {
                let more = links.edition.words(.andMore, ["n": links.edition.figures.number(rest)])
                inputs.append(InputView(title: more, contribution: name))
            }
        }
        self.inputs = inputs
    }
}

/// One thing that a score was taken from.
struct InputView: TemplateView {
    static let fields = ViewFields<InputView>(
        "input",
        [
            .text("title", \.title),
            .text("address", \.address),
            .text("contribution", \.contribution),
            .text("value", \.value),
            .text("weight", \.weight),
            .text("place", \.place),
        ])

    let title: String
    let address: String?
    let contribution: String
    let value: String?
    let weight: String?
    /// A line of the journey's file, or a file and its line.
    let place: String?

    fileprivate init(title: String, contribution: String) {
        self.title = title
        self.contribution = contribution
        (address, value, weight, place) = (nil, nil, nil, nil)
    }

    fileprivate init(
        _ input: ScoreInput, of contribution: Contribution, named name: String, isFresh: Bool, file: String,
        links: PageLinks
    ) {
        let edition = links.edition
        let source = edition.basis.source(of: input, in: contribution.name)
        title = source.title
        address = links.address(of: source.target)
        self.contribution = name
        value =
            isFresh ? edition.words[.thereAndFresh] : Self.value(of: input, in: contribution.name, edition)
        weight = edition.figures.number(Self.weight(of: input, in: contribution))
        let line = edition.line(of: input, from: source)
        place =
            source.location.path == file
            ? edition.words(.lineOf, ["line": String(line)]) : "\(edition.root)\(source.location.path):\(line)"
    }

    /// Where each input is a part of its own, the part's weight is meant.
    private static func weight(of input: ScoreInput, in contribution: Contribution) -> Double {
        switch contribution.name {
        case .owner, .reviewed, .described, .currentMetric, .placed: contribution.weight
        default: input.weight
        }
    }

    private static func value(of input: ScoreInput, in name: Contribution.Name, _ edition: Edition) -> String? {
        guard let value = input.value else { return nil }
        switch name {
        case .mean, .worst, .end: return edition.figures.signed(value)
        case .backed, .fresh, .owner, .placed: return edition.words[value > 0 ? .there : .notThere]
        case .metric, .currentMetric, .mixed:
            guard case .metric(let index) = input.subject else { return edition.words[.notThere] }
            return edition.figures.quantity(value, unit: edition.portfolio.metrics[index].unit)
        default: return edition.figures.percent(value)
        }
    }
}

extension Edition {
    /// The line in which an input is written, from 1.
    fileprivate func line(of input: ScoreInput, from source: ScoreSource) -> Int {
        if let row = source.row { return row }
        let offset = source.location.range.lowerBound
        return switch input.subject {
        case .journey(let index): portfolio.journeys[index].record.lines.line(of: offset)
        case .moment(let index), .emotion(let index, _):
            portfolio.journeys[basis.moments[index].journey].record.lines.line(of: offset)
        case .finding(let index): portfolio.journeys[basis.findings[index].journey].record.lines.line(of: offset)
        case .metric(let index): portfolio.metrics[index].record.lines.line(of: offset)
        case .opportunity(let index): portfolio.opportunities[index].record.lines.line(of: offset)
        case .solution(let index): portfolio.solutions[index].record.lines.line(of: offset)
        }
    }
}
