import Journeys
import Scoring
import Templates

/// What to do next on a journey, the level that it has reached, and what the next one asks for.
struct StandingView: TemplateView {
    static let fields = ViewFields<StandingView>(
        "standing",
        [
            .list("actions", \.actions),
            .flag("has-actions") { !$0.actions.isEmpty },
            .text("maturity", \.maturity),
            .text("next-level", \.nextLevel),
            .texts("gates", \.gates),
            .flag("has-gates") { !$0.gates.isEmpty },
            .texts("later", \.later),
            .flag("has-later") { !$0.later.isEmpty },
            .text("review", \.review),
            .flag("late", \.isLate),
            .list("triggers", \.triggers),
            .flag("has-triggers") { !$0.triggers.isEmpty },
        ])

    /// One sheet has room for no more.
    private static let triggerLimit = 4

    let actions: [LinkView]
    let maturity: String
    let nextLevel: String
    /// Of the next level, then of those above it: what is not met.
    let gates: [String]
    let later: [String]
    let review: String?
    let isLate: Bool
    let triggers: [LinkView]

    init(of index: Int, links: PageLinks) {
        let edition = links.edition
        let words = edition.words
        let scores = edition.scores[index]
        actions = scores.nextActions.map { links.link(to: $0) }
        maturity = edition.name(ofLevel: scores.maturity.level)
        let next = scores.maturity.level + 1
        nextLevel =
            next > 5
            ? words[.maturityHighest]
            : words(
                .nextLevel, ["level": edition.figures.number(next), "name": words[Maturity.word(ofLevel: next)]])
        gates = scores.maturity.unmet.map { words[$0.word] }
        later = scores.maturity.allUnmet.filter { $0.level > next }.map { words[$0.word] }
        let state = edition.reviews[index]
        review = edition.reviewText(ofJourney: index)
        isLate = state.isLate
        let all = edition.agenda.reviews[index].map { links.triggers(of: $0, besides: [.overdue]) } ?? []
        let rest = all.count - Self.triggerLimit
        triggers =
            all.prefix(Self.triggerLimit)
            + (rest > 0 ? [LinkView(text: words(.andMore, ["n": edition.figures.number(rest)]))] : [])
    }
}

extension PageLinks {
    /// A change, and what is gained by it: "Name an owner: trust +10".
    func link(to action: NextAction) -> LinkView {
        let words = edition.words
        let text: String
        switch action.action {
        case .nameOwner: text = words[.nameOwner]
        case .review: text = words[.reviewIt]
        case .updateMetric: text = words(.updateMetric, ["subject": words.isolated(name(of: action.target))])
        case .backFinding: text = words(.backFinding, ["subject": words.isolated(name(of: action.target))])
        case .openOpportunity: text = words(.openOpportunity, ["subject": words.isolated(name(of: action.target))])
        case .resolvePain: text = words(.resolvePain, ["subject": words.isolated(name(of: action.target))])
        }
        let score =
            switch action.score {
            case .health: words[.health]
            case .trust: words[.trust]
            case .progress: words[.progressScore]
            }
        let gain = edition.figures.whole(action.gain)
        return LinkView(
            text: gain == "0"
                ? words(.actionGainSmall, ["action": text, "score": words.inline(score)])
                : words(.actionGain, ["action": text, "score": words.inline(score), "gain": gain]),
            address: address(of: action.target))
    }

    /// What a link leads to, in the words of the place: of a finding its text, of a moment its title.
    func name(of target: Target) -> String {
        guard target.kind == .journey, let anchor = target.anchor else { return edition.title(of: target) }
        return edition.portfolio.journeys[target.index].anchor(named: anchor)?.text ?? edition.title(of: target)
    }

    /// Why a journey should be reviewed, each with a link to what tells so.
    func triggers(
        of review: Scoring.Review, besides left: Set<ReviewTrigger.Kind> = []
    ) -> [LinkView] {
        let (words, figures) = (edition.words, edition.figures)
        return review.triggers.filter { !left.contains($0.kind) }.map { trigger in
            switch trigger {
            case .overdue:
                return LinkView(
                    text: review.due.map { words(.triggerOverdue, ["date": figures.date($0)]) } ?? words[.triggerNever])
            case .metric(let index, let limits):
                let metric = edition.portfolio.metrics[index]
                let places = limits.places
                return LinkView(
                    text: words(
                        .triggerMetric,
                        [
                            "metric": words.isolated(metric.title),
                            "value": figures.quantity(limits.latest.value, unit: metric.unit, places: places),
                            "low": figures.number(limits.low, places: places),
                            "high": figures.number(limits.high, places: places),
                        ]), address: address(of: Target(kind: .metric, index: index)))
            case .evidence(let index, let date):
                let title = edition.portfolio.evidence[index].record.title
                return LinkView(
                    text: words(.triggerEvidence, ["evidence": words.isolated(title)]),
                    address: address(of: Target(kind: .evidence, index: index)), note: figures.date(date))
            case .solution(let index, let day):
                let title = edition.portfolio.solutions[index].record.title
                return LinkView(
                    text: words(.triggerSolution, ["solution": words.isolated(title), "date": figures.date(day)]),
                    address: address(of: Target(kind: .solution, index: index)))
            case .untouched: return LinkView(text: words[.triggerUntouched])
            }
        }
    }
}

extension ControlLimits {
    /// As few decimals as show the latest value whole, and outside of what it should be within.
    var places: Int {
        (0...1).first { places in
            let scale = places == 0 ? 1.0 : 10
            func rounded(_ value: Double) -> Double { (value * scale).rounded(.toNearestOrAwayFromZero) }
            let value = rounded(latest.value)
            return value == (latest.value * scale).nineDecimals && (value < rounded(low) || value > rounded(high))
        } ?? 2
    }
}

extension Edition {
    /// "2 of 5: Defined"
    func name(ofLevel level: Int) -> String {
        guard level > 0 else { return words[.maturityNone] }
        func name() -> String {
            words(.maturityLevel, ["level": figures.number(level), "name": words[Maturity.word(ofLevel: level)]])
        }
        return level <= Self.highestLevel ? levelNames.value(at: level, make: name) : name()
    }
}

extension Maturity {
    static func word(ofLevel level: Int) -> ScoreWord {
        switch level {
        case ...1: .maturity1
        case 2: .maturity2
        case 3: .maturity3
        case 4: .maturity4
        default: .maturity5
        }
    }
}

extension Maturity.Gate {
    var word: ScoreWord {
        switch self {
        case .owner: .gateOwner
        case .place: .gatePlace
        case .moments: .gateMoments
        case .reviewed: .gateReviewed
        case .opportunities: .gateOpportunities
        case .customerMetric: .gateCustomerMetric
        case .businessMetric: .gateBusinessMetric
        case .backed: .gateBacked
        case .wellBacked: .gateWellBacked
        case .progress: .gateProgress
        case .improvement: .gateImprovement
        }
    }
}
