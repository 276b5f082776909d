import Journeys
import Scoring
import Templates

/// What does not add up, rule by rule, with both sides; and what is done or said twice.
struct ContradictionsPage: TemplateView {
    static let fields = ViewFields<ContradictionsPage>(
        "contradictions",
        [
            .view("page", \.page),
            .text("title", \.title),
            .text("lead", \.lead),
            .text("summary", \.summary),
            .text("missing", \.missing),
            .list("groups", \.groups),
            .view("pager", \.pager),
        ])

    let page: PageFrame
    let title: String
    let lead: String
    let summary: String?
    let missing: String?
    let groups: [ClashGroupView]
    let pager: PagerView?

    init(part: Int, _ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .contradictions, part: part)
        let links = edition.links(on: path)
        let words = edition.words
        let all = edition.contradictions.all
        title = words[.contradictions]
        page = chrome.frame(
            for: path,
            titled: part > 1 ? words(.partOf, ["title": title, "part": edition.figures.number(part)]) : title,
            section: .place(.contradictions), about: words[.contradictionsLead])
        lead = words[.contradictionsLead]
        missing = all.isEmpty ? words[.contradictionsMissing] : nil
        summary = all.isEmpty ? nil : Self.summary(edition)
        let start = min((part - 1) * ClashIndex.size, all.count)
        let slice = all[start..<min(start + ClashIndex.size, all.count)]
        groups = [false, true].compactMap { isOverlap in
            let rules = Contradiction.Rule.allCases.filter { $0.isOverlap == isOverlap }.compactMap { rule in
                ClashRuleView(rule, slice.indices.filter { slice[$0].rule == rule }, links: links)
            }
            guard !rules.isEmpty else { return nil }
            return ClashGroupView(
                title: words[isOverlap ? .overlaps : .addsUpHeading], lead: isOverlap ? words[.overlapsLead] : nil,
                rules: rules)
        }
        pager = PagerView(.contradictions, part: part, of: edition.clashes.parts, links: links)
    }

    /// How many do not add up, how many are done or said twice, and how many more are accepted: each is counted once.
    private static func summary(_ edition: Edition) -> String {
        let (words, figures) = (edition.words, edition.figures)
        func open(_ isOverlap: Bool) -> Int {
            Contradiction.Rule.allCases.filter { $0.isOverlap == isOverlap }
                .reduce(0) { $0 + edition.clashes.count(of: $1) }
        }
        let (clashes, overlaps) = (open(false), open(true))
        let waived = edition.contradictions.all.count - clashes - overlaps
        return words.listed(
            [edition.count(.clashCount, clashes)]
                + (overlaps > 0 ? [words.count(.overlapCount, overlaps, as: figures.number(overlaps))] : [])
                + (waived > 0 ? [words.count(.waivedFurther, waived, as: figures.number(waived))] : []))
    }
}

/// Where the contradictions of each rule stand among the pages.
struct ClashIndex: Sendable {
    /// On one page.
    static let size = 100

    let parts: Int
    /// By rule: how many are not accepted, and on which page the first stands.
    private let open: [Contradiction.Rule: Int]
    private let waived: [Contradiction.Rule: Int]
    private let firstPart: [Contradiction.Rule: Int]
    let examples: [Contradiction.Rule: Contradiction]

    init(_ contradictions: Contradictions) {
        let all = contradictions.all
        parts = max(1, (all.count + Self.size - 1) / Self.size)
        var open: [Contradiction.Rule: Int] = [:]
        var waived: [Contradiction.Rule: Int] = [:]
        var firstPart: [Contradiction.Rule: Int] = [:]
        var examples: [Contradiction.Rule: Contradiction] = [:]
        for (position, contradiction) in all.enumerated() {
            let rule = contradiction.rule
            if firstPart[rule] == nil { firstPart[rule] = position / Self.size + 1 }
            guard !contradiction.isWaived else {
                waived[rule, default: 0] += 1
                continue
            }
            open[rule, default: 0] += 1
            if examples[rule] == nil { examples[rule] = contradiction }
        }
        self.open = open
        self.waived = waived
        self.firstPart = firstPart
        self.examples = examples
    }

    /// How many of a rule are not accepted.
    func count(of rule: Contradiction.Rule) -> Int { open[rule] ?? 0 }

    func waivedCount(of rule: Contradiction.Rule) -> Int { waived[rule] ?? 0 }

    func part(of rule: Contradiction.Rule) -> Int { firstPart[rule] ?? 1 }
}

struct ClashGroupView: TemplateView {
    static let fields = ViewFields<ClashGroupView>(
        "clash-group",
        [
            .text("title", \.title),
            .text("lead", \.lead),
            .list("rules", \.rules),
        ])

    let title: String
    let lead: String?
    let rules: [ClashRuleView]
}

/// The contradictions of one rule that stand on a page.
struct ClashRuleView: TemplateView {
    static let fields = ViewFields<ClashRuleView>(
        "clash-rule",
        [
            .text("id", \.id),
            .text("title", \.title),
            .text("count", \.count),
            .list("clashes", \.clashes),
        ])

    let id: String
    let title: String
    let count: String
    let clashes: [ClashView]

    /// - Parameter places: of those of the rule, among all.
    init?(_ rule: Contradiction.Rule, _ places: [Int], links: PageLinks) {
        guard !places.isEmpty else { return nil }
        let (words, figures) = (links.edition.words, links.edition.figures)
        id = rule.anchor
        title = words[rule.word]
        // Those of the rule on all pages.
        let open = links.edition.clashes.count(of: rule)
        let waived = links.edition.clashes.waivedCount(of: rule)
        count = words.listed(
            (open > 0 || waived == 0 ? [figures.number(open)] : [])
                + (waived > 0 ? [words.count(.waivedCount, waived, as: figures.number(waived))] : []))
        let all = links.edition.contradictions.all
        clashes = places.map { ClashView(all[$0], links: links) }
    }
}

extension Contradiction.Rule {
    /// On the page of contradictions. The tilde keeps it apart from the anchors of authors.
    var anchor: String { "~rule-\(rawValue)" }

    var word: ScoreWord {
        switch self {
        case .grievousPainUnderGoodMetric: .ruleA
        case .grievousPainWhereItFeelsGood: .ruleB
        case .poorMetricWithoutPain: .ruleC
        case .solutionWithoutEffect: .ruleD
        case .touchpointFeltApart: .ruleE
        case .resolvedPainUnderPoorMetric: .ruleF
        case .closedOverOpenPain: .ruleG
        case .sameFindingTwice: .ruleH
        case .sameOpportunityTwice: .ruleI
        case .sameWordsTwice: .ruleJ
        }
    }
}
