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

    init(of journey: Int, _ scores: ExplainedScores, because reasons: ScoreReasons, links: PageLinks) {
        let edition = links.edition
        let words = edition.words
        let (health, trust) = (scores.health, scores.trust)
        var sources = InputSources(of: journey, links: links)
        lead = words(.inputLines, ["file": words.isolated(edition.root + sources.file)])
        func ofExperience(_ part: ScoreWord) -> String {
            words(.partOfPart, ["whole": words[.experience], "part": words[part]])
        }
        parts = [
            InputPartView(ofExperience(.emotion), health.emotion, reasons.emotion, &sources),
            InputPartView(ofExperience(.relief), health.relief, reasons.relief, &sources),
            InputPartView(words[.customerOutcomes], health.customerOutcomes, reasons.customerOutcomes, &sources),
            InputPartView(words[.businessOutcomes], health.businessOutcomes, reasons.businessOutcomes, &sources),
            InputPartView(words[.operations], health.operations, reasons.operations, &sources),
            InputPartView(words[.evidenceScore], trust.evidence, reasons.evidence, &sources),
            InputPartView(words[.stewardshipScore], trust.stewardship, reasons.stewardship, &sources),
            InputPartView(words[.progressScore], scores.progress, reasons.progress, &sources),
        ]
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

    fileprivate init(_ title: String, _ score: Score, _ sentence: String, _ sources: inout InputSources) {
        self.title = title
        self.sentence = sentence
        let edition = sources.links.edition
        var inputs: [InputView] = []
        inputs.reserveCapacity(score.contributions.reduce(0) { $0 + min($1.inputs.count, Self.limit + 1) })
        // The claims that are fresh are among those that are backed, where it is said.
        for contribution in score.contributions where contribution.name != .fresh {
            let name = contribution.name.title(edition.words)
            let fresh = contribution.name == .backed ? score.contributions.first { $0.name == .fresh } : nil
            for (position, input) in contribution.inputs.prefix(Self.limit).enumerated() {
                let place = sources.place(of: input, in: contribution.name)
                let isFresh = (fresh?.inputs[position].value ?? 0) > 0
                // Read where it lies.
                inputs.append(
                    InputView(
                        title: sources.all[place].title, address: sources.all[place].address, contribution: name,
                        value: isFresh
                            ? edition.words[.thereAndFresh]
                            : InputView.value(of: input, in: contribution.name, edition),
                        weight: edition.figures.number(InputView.weight(of: input, in: contribution)),
                        place: sources.all[place].place))
            }
            let rest = contribution.inputs.count - Self.limit
            if rest > 0 {
                let more = edition.words(.andMore, ["n": edition.figures.number(rest)])
                inputs.append(
                    InputView(title: more, address: nil, contribution: name, value: nil, weight: nil, place: Placed(""))
                )
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
    let place: Placed<String>

    /// Where each input is a part of its own, the part's weight is meant.
    fileprivate static func weight(of input: ScoreInput, in contribution: Contribution) -> Double {
        switch contribution.name {
        case .owner, .reviewed, .described, .currentMetric, .placed: contribution.weight
        default: input.weight
        }
    }

    fileprivate static func value(of input: ScoreInput, in name: Contribution.Name, _ edition: Edition) -> String? {
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

/// What the inputs of a journey's scores say of themselves, made once for all contributions that they are inputs of.
private struct InputSources {
    struct Source {
        let input: ScoreInput.Subject
        let title: String
        let address: String?
        let place: Placed<String>
    }

    let links: PageLinks
    /// The journey's.
    let file: String
    private(set) var all: [Source] = []
    private let slots: InputSlots
    /// By slot: its place among all, of several feelings of a moment that of the one that was asked for last.
    private var places: [Int?]

    init(of journey: Int, links: PageLinks) {
        self.links = links
        file = links.edition.portfolio.journeys[journey].record.path
        slots = InputSlots(of: journey, links.edition.basis)
        places = Array(repeating: nil, count: slots.count)
        all.reserveCapacity(places.count + 8)
    }

    mutating func place(of input: ScoreInput, in name: Contribution.Name) -> Int {
        let slot = slots.slot(of: input.subject)
        if let slot, let known = places[slot], all[known].input == input.subject { return known }
        let place = all.count
        all.append(source(of: input, in: name))
        if let slot { places[slot] = place }
        return place
    }

    private func source(of input: ScoreInput, in name: Contribution.Name) -> Source {
        let edition = links.edition
        let source = edition.basis.source(of: input, in: name)
        let line = edition.line(of: input, from: source)
        let place: String
        if case .metric(let index) = input.subject {
            // The same on the scorecards of all journeys that it is one of.
            place = edition.inputPlaces.value(at: index) { edition.place(in: source.location.path, line: line) }
        } else if source.location.path == file {
            place = edition.text(ofLine: line)
        } else {
            place = edition.place(in: source.location.path, line: line)
        }
        return Source(
            input: input.subject, title: source.title, address: links.address(of: source.target),
            place: Placed(
                place, number: edition.basis.journey(of: input.subject).map { PrintedNumber.line(line, of: $0) } ?? -1))
    }
}

extension Edition {
    /// A file and a line of it: `content/metrics/ease.csv:12`
    fileprivate func place(in path: String, line: Int) -> String { root + path + ":" + Figures.plain(line) }

    /// The line in which an input is written, from 1.
    fileprivate func line(of input: ScoreInput, from source: ScoreSource) -> Int {
        if let row = source.row { return row }
        let offset = source.location.range.lowerBound
        return switch input.subject {
        case .journey(let index): portfolio.journeys[index].record.lines.line(of: offset)
        case .moment(let index), .emotion(let index, _):
            portfolio.journeys[basis.journey(ofMoment: index)].record.lines.line(of: offset)
        case .finding(let index): portfolio.journeys[basis.journey(ofFinding: index)].record.lines.line(of: offset)
        case .metric(let index): portfolio.metrics[index].record.lines.line(of: offset)
        case .opportunity(let index): portfolio.opportunities[index].record.lines.line(of: offset)
        case .solution(let index): portfolio.solutions[index].record.lines.line(of: offset)
        }
    }
}
