import Journeys
import Scoring
import Templates

/// What is known about one journey, and what is missing, on one sheet.
struct ScorecardPage: TemplateView {
    static let fields = ViewFields<ScorecardPage>(
        "scorecard",
        [
            .view("page", \.page),
            .text("title", \.title),
            .text("level", \.level),
            .texts("marks", \.marks),
            .list("breadcrumbs", \.breadcrumbs),
            .flag("has-breadcrumbs") { !$0.breadcrumbs.isEmpty },
            .view("journey", \.journey),
            .list("comparisons", \.comparisons),
            .flag("has-comparisons") { !$0.comparisons.isEmpty },
            .list("scores", \.scores),
            .text("maturity", \.maturity),
            .view("rolled", \.rolled),
            .text("history-missing", \.historyMissing),
            .view("history", \.history),
            .list("rows", \.rows),
            .view("standing", \.standing),
            .list("facts", \.facts),
            .list("folds", \.folds),
            .view("inputs", \.inputs),
            .list("claims", \.claims),
            .flag("has-claims") { !$0.claims.isEmpty },
            .text("claims-missing", \.claimsMissing),
            .text("evidence-summary", \.evidenceSummary),
        ])

    let page: PageFrame
    let title: String
    let level: String
    let marks: [String]
    let breadcrumbs: [LinkView]
    let journey: LinkView
    /// Pages on which another journey stands beside it.
    let comparisons: [LinkView]
    let scores: [ScoreFactView]
    let maturity: String
    /// With all that stands below it, where something does.
    let rolled: ScoreFactView?
    let historyMissing: String?
    /// Month by month.
    let history: JourneyHistory?
    let rows: [ScoreRowView]
    let standing: StandingView
    let facts: [FactView]
    /// What does not print: metrics, coverage, opportunities and solutions.
    let folds: [SectionView]
    /// What the scores were taken from.
    let inputs: ScoreInputs
    let claims: [ClaimView]
    let claimsMissing: String?
    let evidenceSummary: String?

    init(_ index: Int, _ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.scorecard(of: index)
        let links = edition.links(on: path)
        let words = edition.words
        let item = edition.portfolio.journeys[index]
        let scored = edition.scores[index]
        page = chrome.frame(
            for: path, titled: words(.scorecardOf, ["journey": words.isolated(item.title)]), section: .place(.journeys),
            source: item.path)
        title = item.title
        level = Wording.capitalised(
            edition.words(.levelOfJourney, ["level": edition.words.isolated(edition.level(of: item))]))
        marks = edition.marks(of: item)
        breadcrumbs =
            edition.linked.hierarchy.ancestors(of: index).map { links.link(toJourney: $0) }
        journey = links.link(toJourney: index)
        comparisons = links.comparisons(of: index)
        scores = ScoreFactView.courses(of: scored, edition)
        maturity = edition.name(ofLevel: scored.maturity.level)
        rolled =
            edition.linked.hierarchy.children[index].isEmpty
            ? nil
            : ScoreFactView(
                name: words[.rolledHealth], score: ScoreView(scored.rolled, edition),
                remarks: [edition.basis(of: scored.rolled)])
        historyMissing = edition.historyMissing
        history = JourneyHistory(of: index, links: links)
        let explained = scored.explained
        let reasons = ScoreReasons(explained, edition.wording)
        rows = ScoreRowView.all(of: scored, explained, because: reasons, edition)
        standing = StandingView(of: index, links: links)
        facts = Self.facts(of: item, at: index, links: links)
        inputs = ScoreInputs(of: index, explained, because: reasons, links: links)

        let counted = edition.claims[index]
        claims = ClaimView.all(of: item, at: index, links: links)
        claimsMissing = claims.isEmpty ? words[.journeyWithoutClaims] : nil
        evidenceSummary = claims.isEmpty ? nil : Self.summary(of: counted, explained.trust.evidence, edition)
        folds = Self.folds(of: item, at: index, links: links)
    }

    /// Claims are those that the journey's own file makes; its score counts the insights that it shows as well.
    private static func summary(of own: Claims, _ score: Score, _ edition: Edition) -> String {
        let (words, figures) = (edition.words, edition.figures)
        let (ownBacked, ownClaims) = (figures.number(own.backed), edition.count(.claims, own.total))
        guard case .evidence(let backed, let claims, _, _, _) = score.explanation, claims != own.total else {
            return words(.evidenceSummary, ["backed": ownBacked, "claims": ownClaims])
        }
        return words(
            .evidenceSummaryShared,
            [
                "backed": ownBacked, "claims": ownClaims, "n": figures.number(backed), "of": figures.number(claims),
            ])
    }

    private static func facts(of journey: Journey, at index: Int, links: PageLinks) -> [FactView] {
        let words = links.edition.words
        var facts = [
            journey.record.owner.map { FactView(words[.owner], $0) }
                ?? FactView(words[.owner], words[.ownerMissing], isWarning: journey.counts)
        ]
        facts += FactView.optional(words[.team], journey.record.team)
        facts += links.edition.reviewFacts(ofJourney: index).prefix(2)
        facts += FactView.optional(words[.goals], links.links(to: journey.goals))
        return facts
    }

    private static func folds(of item: Journey, at index: Int, links: PageLinks) -> [SectionView] {
        let edition = links.edition
        let words = edition.words
        let cover = Coverage(item)
        let opportunities = edition.opportunities(touching: index)
        var seen: Set<Target> = []
        let solutions = opportunities.flatMap { edition.solutions(for: $0.index) }
            .filter { seen.insert($0).inserted }
        return [
            SectionView(
                title: words[.metrics], missing: words[.journeyWithoutMetrics],
                metrics: edition.basis.metricsOfJourney[index].map { MetricLineView($0, links: links) }),
            SectionView(
                title: words[.coverage],
                lead: cover.moments.isEmpty ? nil : cover.summary(edition), missing: words[.journeyWithoutMoments],
                table: cover.table(at: index, links: links)),
            SectionView(
                title: words[.opportunities], missing: words[.journeyWithoutOpportunities],
                table: OpportunityTable(opportunities.map(\.index), links: links).table),
            SectionView(
                title: words[.solutions],
                missing: opportunities.isEmpty ? nil : words[.opportunitiesWithoutSolution],
                table: SolutionTable(solutions.map(\.index), links: links).table),
        ].filter(\.isWorthShowing)
    }
}
