import Journeys
import Scoring
import Templates

/// Two things that don't add up: why, both sides with what they rest on, and why they stand if somebody said so.
struct ClashView: TemplateView {
    static let fields = ViewFields<ClashView>(
        "clash",
        [
            .text("text", \.text),
            .list("entries", \.entries),
            .text("waived", \.waived),
        ])

    let text: String
    let entries: [EntryView]
    let waived: String?

    init(_ contradiction: Contradiction, links: PageLinks) {
        let edition = links.edition
        let words = edition.words
        text = contradiction.text(edition)
        entries =
            contradiction.subjects.map { links.entry(for: $0) } + links.furtherEntries(of: contradiction)
        waived = contradiction.waiver.map { index in
            let waiver = edition.settings.waivers[index]
            guard let day = waiver.until else {
                return words(.waived, ["because": words.isolated(waiver.because ?? "")])
            }
            return words(
                .waivedUntil, ["date": edition.figures.date(day), "because": words.isolated(waiver.because ?? "")])
        }
    }
}

extension Contradiction {
    /// Both sides in one sentence.
    func text(_ edition: Edition) -> String {
        let (words, figures) = (edition.words, edition.figures)
        switch reason {
        case .painUnderGoodMetric(let severity, let attainment, _):
            return words(.clashA, ["severity": String(severity), "value": figures.whole(attainment)])
        case .painWhereItFeelsGood(let emotion, let severity):
            return words(.clashB, ["felt": figures.signed(emotion), "severity": String(severity)])
        case .poorMetricWithoutPain(let attainment): return words(.clashC, ["value": figures.whole(attainment)])
        case .solutionWithoutEffect(let outcome, let isPreliminary):
            let text = words[outcome == .worse ? .clashDWorse : .clashDUnchanged]
            return isPreliminary ? words(.clashDPreliminary, ["text": text]) : text
        case .touchpointFeltApart(let one, let other):
            return words(.clashE, ["one": figures.signed(one.mean), "other": figures.signed(other.mean)])
        case .resolvedPainUnderPoorMetric(let latest, let baseline, _):
            return words(
                .clashF, ["value": figures.number(latest.value), "baseline": figures.number(baseline)])
        case .closedOverOpenPain(let severity): return words(.clashG, ["severity": String(severity)])
        case .sameFindingTwice(let findings):
            return words.count(.clashH, findings.count, as: figures.number(findings.count))
        case .sameOpportunityTwice(let owners):
            return words(.clashI, ["owners": edition.wording.list(owners.map(words.isolated))])
        case .sameWordsTwice(let share):
            return words(.clashJ, ["n": figures.number(share.part), "of": figures.number(share.whole)])
        }
    }
}

extension PageLinks {
    /// One side of a contradiction, with its evidence; of a metric, that is its latest value.
    func entry(for subject: Contradiction.Subject) -> EntryView {
        let basis = edition.basis
        switch subject {
        case .finding(let index):
            let finding = basis.findings[index]
            let own = Target(kind: .journey, index: finding.journey, anchor: finding.id)
            return entry(for: finding.insight.map { Target(kind: .insight, index: $0) } ?? own)
        case .moment(let index):
            let moment = basis.moments[index]
            let stage = edition.portfolio.journeys[moment.journey].stages[moment.stage]
            var entry = entry(
                for: moment.step.map { stage.steps[$0] } ?? stage.moment,
                at: Target(kind: .journey, index: moment.journey, anchor: moment.anchor))
            var seen: Set<Target> = []
            entry.evidence = subject.evidence(in: basis).filter { seen.insert($0.item).inserted }.map {
                link(to: $0.item)
            }
            return entry
        case .metric(let index):
            let metric = edition.portfolio.metrics[index]
            var entry = named(.metric, Target(kind: .metric, index: index))
            if let latest = edition.series[index].last {
                entry.remarks = [
                    edition.figures.quantity(latest.value, unit: metric.unit), edition.figures.date(latest.date),
                ]
            }
            return entry
        case .solution(let index): return named(.solution, Target(kind: .solution, index: index))
        case .opportunity(let index): return named(.opportunity, Target(kind: .opportunity, index: index))
        case .journey(let index): return named(.journey, Target(kind: .journey, index: index))
        case .touchpoint(let name):
            var entry = EntryView()
            entry.kindName = edition.words[.touchpoints]
            entry.place = LinkView(text: name, address: address(of: .touchpoints))
            return entry
        }
    }

    /// What a solution should have moved; where a touchpoint is felt so.
    fileprivate func furtherEntries(of contradiction: Contradiction) -> [EntryView] {
        switch (contradiction.reason, contradiction.subjects.first) {
        case (.solutionWithoutEffect, .solution(let index)?):
            return edition.loop.results[index].measurements.map { entry(for: .metric($0.metric)) }
        case (.touchpointFeltApart(let one, let other), _):
            return (one.moments + other.moments).map { entry(for: .moment($0)) }
        default: return []
        }
    }

    private func named(_ kind: Word, _ target: Target) -> EntryView {
        var entry = EntryView()
        entry.kindName = edition.words[kind]
        entry.place = link(to: target)
        return entry
    }
}
