import Journeys
import Templates

/// A stage of one journey beside that of another.
struct PairStageView: TemplateView {
    static let fields = ViewFields<PairStageView>("pair-stage", [.list("halves", \.halves)])

    let halves: [StageHalfView]

    static func all(of pair: JourneyPair, links: PageLinks) -> [PairStageView] {
        let journeys = links.edition.portfolio.journeys
        return matched(journeys[pair.first].stages, journeys[pair.second].stages).map { first, second in
            PairStageView(halves: [
                StageHalfView(first, of: pair.first, links: links),
                StageHalfView(second, of: pair.second, links: links),
            ])
        }
    }

    /// Stages of one name, in the order of both; those that only one journey has between them. Journeys that share no name are
    /// taken stage by stage.
    static func matched(_ first: [Stage], _ second: [Stage]) -> [(Int?, Int?)] {
        let places = Dictionary(second.indices.map { (second[$0].anchor, $0) }) { first, _ in first }
        guard first.contains(where: { places[$0.anchor] != nil }) else {
            return (0..<max(first.count, second.count)).map {
                ($0 < first.count ? $0 : nil, $0 < second.count ? $0 : nil)
            }
        }
        var rows: [(Int?, Int?)] = []
        var next = 0
        for (index, stage) in first.enumerated() {
            guard let match = places[stage.anchor], match >= next else {
                rows.append((index, nil))
                continue
            }
            for other in next..<match { rows.append((nil, other)) }
            rows.append((index, match))
            next = match + 1
        }
        for other in next..<second.count { rows.append((nil, other)) }
        return rows
    }
}

/// One journey's part of a row of stages: how the stage and each of its steps are felt.
struct StageHalfView: TemplateView {
    static let fields = ViewFields<StageHalfView>(
        "stage-half",
        [
            .text("whose", \.whose),
            .view("stage", \.stage),
            .list("steps", \.steps),
            .flag("has-steps") { !$0.steps.isEmpty },
        ])

    /// The journey's title.
    let whose: String
    /// Nothing where the other journey has no such stage.
    let stage: FeltView?
    let steps: [FeltView]

    init(_ stage: Int?, of index: Int, links: PageLinks) {
        let journey = links.edition.portfolio.journeys[index]
        whose = journey.record.title
        guard let stage else {
            self.stage = nil
            steps = []
            return
        }
        let item = journey.stages[stage]
        self.stage = FeltView(
            item.isUnnamed ? links.edition.words[.unnamedStage] : item.title,
            link: links.link(toJourney: index, anchor: item.anchor), value: Felt.mean(of: item),
            isMomentOfTruth: item.moment.isMomentOfTruth, links.edition)
        steps = item.steps.map { step in
            FeltView(
                step.title, link: links.link(toJourney: index, anchor: step.anchor), value: Felt(step)?.value,
                isMomentOfTruth: step.isMomentOfTruth, links.edition)
        }
    }
}

/// A stage or a step, and how it is felt.
struct FeltView: TemplateView {
    static let fields = ViewFields<FeltView>(
        "felt",
        [
            .view("link", \.link),
            .text("figure", \.figure),
            .text("shade", \.shade),
            .flag("moment-of-truth", \.isMomentOfTruth),
        ])

    let link: LinkView
    /// From −2 to +2; nothing where nobody knows.
    let figure: String?
    let shade: String?
    let isMomentOfTruth: Bool

    init(_ title: String, link: LinkView, value: Double?, isMomentOfTruth: Bool, _ edition: Edition) {
        self.link = LinkView(text: title, address: link.address)
        figure = value.map { edition.entryWords.felt($0) }
        shade = value.map(Felt.shade)
        self.isMomentOfTruth = isMomentOfTruth
    }
}
