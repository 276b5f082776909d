import Changes
import Journeys
import Markup
import Scoring

/// One portfolio as of one day, in one language: what every page draws on, worked out once for the site.
final class Edition: Sendable {
    let scored: ScoredPortfolio
    /// The scored one's: stored, as is the portfolio, so that reading a part of it copies no more than that part.
    let linked: LinkedPortfolio
    /// The linked one's: stored, so that reading a part of it copies no more than that part.
    let portfolio: Portfolio
    let settings: PortfolioSettings
    let asOf: CivilDate
    /// The scored one's parts, stored for the same reason.
    let basis: PortfolioBasis
    /// By journey.
    let scores: [JourneyScores]
    let ranking: PriorityRanking
    let loop: ClosedLoop
    let contradictions: Contradictions
    let agenda: ReviewAgenda
    let clashes: ClashIndex
    let words: Words
    let figures: Figures
    let wording: Wording
    let entryWords: EntryWords
    /// The portfolio's, with the names that it did not choose in the language of the site.
    let taxonomy: Taxonomy
    let map: SiteMap
    let flaws: Flaws
    /// What stands before a path of the content folder, such as `content/`.
    let root: String

    /// By journey.
    let reviews: [Review]
    let claims: [Claims]
    /// By journey: its mean feeling.
    let felt: [Double?]
    /// By journey: its place among those placed under the same parent.
    let siblings: [Int?]
    /// Which journeys stand side by side on a page of their own.
    let pairs: JourneyPairs
    /// What readers can set side by side themselves.
    let beside: BesideScripts
    /// The taxonomy's, as maps name them.
    let lanes: [LaneName]
    /// By journey: those that its map has.
    let laneRows: [LaneRows]
    /// The most lanes that any map has.
    let laneCount: Int
    /// By metric: its values up to the day.
    let series: [[Series.Point]]
    /// What is recorded of earlier months.
    let trend: Trend
    /// What is recorded of the changes in these months.
    let log: ChangeLog
    /// By journey: its place in the trend.
    let trendPlaces: [Int?]
    /// By place in the trend: the journey, where it is still there.
    let journeysOfTrend: [Int?]
    /// The day of the trend that pages compare today with.
    let quarter: Int?
    /// By day of the trend: the month that ends there.
    let months: [RecordedMonth]
    /// What stands with what has changed since: "since 30 September 2026".
    let sinceQuarter: String?
    /// Which pages of lists there are.
    let navigation: Navigation
    private let names: ItemNames
    /// By metric: the same drawing and the same words stand on every page that shows the metric.
    private let sparklines: Kept<[UInt8]?>
    private let metricLines: Kept<MetricLine>
    /// By metric: where the value is written that scores are taken from.
    let inputPlaces: Kept<String>
    /// By solution: what all pages say of it that show it.
    let solutionLines: Kept<SolutionLine>
    /// By piece of evidence.
    let evidenceDates: [EvidenceDate?]
    /// By piece of evidence: what links to the passages of it say.
    private let passages: Kept<[String]>
    /// By journey: its map and its scorecard list them.
    private let touching: Kept<[Target]>
    /// By opportunity.
    private let solving: Kept<[Target]>
    /// By day of the trend: pages of changes and the feed tell of them.
    let monthChanges: Kept<[MonthChanges]>
    /// By journey: whether its review is due.
    private let reviewTexts: Kept<String?>
    /// By the order of grades: "grade B".
    private let grades: [String]
    /// By level of maturity.
    let levelNames = Kept<String>(count: highestLevel + 1)
    static let highestLevel = 5
    /// Where something stands in a file that is named: "line 12", by the line.
    private let lines = Kept<String>(count: keptLines)
    private static let keptLines = 512

    /// - Parameter readings: of its journeys, where they have been read already.
    init(
        _ scored: ScoredPortfolio, log: ChangeLog = .none, map: SiteMap, names: ItemNames? = nil,
        readings: JourneyReadings? = nil, words: Words, flaws: Flaws = .none, root: String = ""
    ) {
        let linked = scored.linked
        let asOf = scored.asOf
        self.scored = scored
        basis = scored.basis
        scores = scored.journeys
        ranking = scored.ranking
        loop = scored.loop
        contradictions = scored.contradictions
        agenda = scored.agenda
        clashes = ClashIndex(scored.contradictions)
        self.flaws = flaws
        self.root = root
        self.linked = linked
        portfolio = linked.portfolio
        settings = linked.portfolio.settings
        self.asOf = asOf
        self.words = words
        wording = Wording(words: words)
        taxonomy = linked.portfolio.settings.taxonomy.spoken(in: words)
        figures = wording.figures
        entryWords = EntryWords(words, wording.figures)
        isRightToLeft = linked.portfolio.settings.language.isRightToLeft
        self.map = map
        let journeys = linked.portfolio.journeys
        let names = names ?? ItemNames(of: linked.portfolio)
        self.names = names
        var siblings = [Int?](repeating: nil, count: journeys.count)
        for children in linked.hierarchy.children {
            for (position, child) in children.enumerated() { siblings[child.journey] = position }
        }
        self.siblings = siblings
        pairs = JourneyPairs(linked, map: map)
        beside = BesideScripts(journeys, called: names.ids(of: .journey), map: map)
        let lanes = LaneName.all(of: taxonomy)
        self.lanes = lanes
        let readings = readings ?? JourneyReadings(of: journeys, asOf: asOf, among: lanes)
        reviews = readings.reviews
        claims = readings.claims
        felt = readings.felt
        laneRows = readings.laneRows
        laneCount = laneRows.map(\.count).max() ?? 0
        series = linked.portfolio.metrics.map { $0.values(asOf: asOf) }
        let trend = linked.portfolio.trend
        self.trend = trend
        self.log = log
        trendPlaces = trend.isEmpty ? journeys.map { _ in nil } : journeys.map { trend.place(of: $0.id) }
        var journeysOfTrend = [Int?](repeating: nil, count: trend.journeys.count)
        for (index, place) in trendPlaces.enumerated() { if let place { journeysOfTrend[place] = index } }
        self.journeysOfTrend = journeysOfTrend
        let quarter = trend.lastQuarter(before: asOf)
        self.quarter = quarter
        let spoken = wording.figures
        months = trend.days.indices.map { place in
            RecordedMonth(trend.days[place], before: trend.days.count - 1 - place, in: map, spoken)
        }
        sinceQuarter = quarter.map { words(.changeSince, ["date": spoken.date(trend.days[$0])]) }
        evidenceDates = linked.portfolio.evidence.map { piece in
            piece.date.map { EvidenceDate(freshest: $0.freshest(asOf: asOf), text: spoken.date($0)) }
        }
        sparklines = Kept(count: linked.portfolio.metrics.count)
        metricLines = Kept(count: linked.portfolio.metrics.count)
        inputPlaces = Kept(count: linked.portfolio.metrics.count)
        solutionLines = Kept(count: linked.portfolio.solutions.count)
        navigation = Navigation(linked.portfolio)
        passages = Kept(count: linked.portfolio.evidence.count)
        touching = Kept(count: journeys.count)
        solving = Kept(count: portfolio.opportunities.count)
        monthChanges = Kept(count: 1)
        reviewTexts = Kept(count: journeys.count)
        grades = Health.Grade.allCases.map { words(.gradeOf, ["grade": $0.rawValue]) }
    }

    func byTitle(_ kind: ContentKind) -> [Int] { names.byTitle(kind) }
    func byTitle(_ journeys: [Int]) -> [Int] { names.byTitle(journeys: journeys) }

    /// Whether pages, and what is read on them as text, run from right to left.
    let isRightToLeft: Bool

    /// - Parameter facets: of the list that is written on the page.
    func links(on page: SitePath, facets: Facets? = nil) -> PageLinks {
        PageLinks(edition: self, page: page, facets: facets)
    }

    func title(of target: Target) -> String { names.title(of: target) }
    func id(of target: Target) -> String { names.id(target.kind, target.index) }
    func id(_ kind: ContentKind, _ index: Int) -> String { names.id(kind, index) }
    func ids(of kind: ContentKind) -> [String] { names.ids(of: kind) }

    func sparkline(of metric: Int) -> [UInt8]? {
        sparklines.value(at: metric) {
            let item = portfolio.metrics[metric]
            return Sparkline(series[metric], target: item.target).svg(self, metric: item)
        }
    }

    /// A metric against its own target.
    func line(ofMetric metric: Int) -> MetricLine {
        metricLines.value(at: metric) { MetricLine(metric, target: portfolio.metrics[metric].target, self) }
    }

    /// What rests on a piece of evidence: found anew by its page and by the list, as all of it would take more room than time.
    func claims(restingOn evidence: Int) -> [NamedClaim] {
        claims(naming: Target(kind: .evidence, index: evidence), as: .evidence)
    }

    /// The first words of what stands at each of its anchors.
    func passages(of evidence: Int) -> [String] {
        passages.value(at: evidence) {
            portfolio.evidence[evidence].record.anchors.map { TextFit.shortened($0.text, to: Self.passageLength) }
        }
    }

    private static let passageLength = 40

    /// Opportunities that address something in a journey, or that it names.
    func opportunities(touching journey: Int) -> [Target] {
        touching.value(at: journey) { findOpportunities(touching: journey) }
    }

    /// The solutions for an opportunity.
    func solutions(for opportunity: Int) -> [Target] {
        solving.value(at: opportunity) {
            citing(Target(kind: .opportunity, index: opportunity), as: [.solves], kind: .solution)
        }
    }

    /// When a journey was looked at last, and is to be next.
    func reviewFacts(ofJourney index: Int) -> [FactView] {
        reviews[index].facts(of: portfolio.journeys[index], text: reviewText(ofJourney: index), self)
    }

    /// Whether a journey has been reviewed in time; nothing where it need not be.
    func reviewText(ofJourney index: Int) -> String? {
        reviewTexts.value(at: index) { reviews[index].text(self) }
    }

    /// What a letter is for who hears it.
    func text(of grade: Health.Grade) -> String {
        switch grade {
        case .a: grades[0]
        case .b: grades[1]
        case .c: grades[2]
        case .d: grades[3]
        case .e: grades[4]
        }
    }

    /// "line 12"
    func text(ofLine line: Int) -> String {
        func text() -> String { words(.lineOf, ["line": Figures.plain(line)]) }
        return (0..<Self.keptLines).contains(line) ? lines.value(at: line, make: text) : text()
    }

    func level(of journey: Journey) -> String {
        taxonomy.levels.indices.contains(journey.level) ? taxonomy.levels[journey.level] : ""
    }

    /// "12 journeys"
    func count(_ word: Word, _ number: Int) -> String {
        words.count(word, number, as: figures.number(number))
    }

    private static let fewCitations = 8

    /// Who names an item, as a role, from items of one kind; each item once, in order.
    func citing(_ target: Target, as roles: [Citation.Role], kind: ContentKind) -> [Target] {
        let citations = linked.citations[target]
        // By place: all are of one kind, and a target takes long to look up.
        var seen: Set<Int> = []
        var found: [Target] = []
        for index in citations.indices
        where citations[index].from.kind == kind && roles.contains(citations[index].role) {
            let item = citations[index].from.index
            // What names it several times does so in a row, and mostly there are few.
            if item == found.last?.index { continue }
            if found.count < Self.fewCitations {
                if found.contains(where: { $0.index == item }) { continue }
            } else {
                if seen.isEmpty { seen = Set(found.map(\.index)) }
                if !seen.insert(item).inserted { continue }
            }
            found.append(Target(kind: kind, index: item))
        }
        return found
    }
}
