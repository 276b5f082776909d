import Journeys
import Templates

/// The taxonomy, in the portfolio's own words.
struct GlossaryPage: TemplateView {
    static let fields = ViewFields<GlossaryPage>(
        "glossary",
        [
            .view("page", \.page),
            .text("title", \.title),
            .text("lead", \.lead),
            .list("parts", \.parts),
        ])

    let page: PageFrame
    let title: String
    let lead: String
    let parts: [GlossaryPart]

    init(_ edition: Edition, _ chrome: PageChrome) {
        let words = edition.words
        let taxonomy = edition.taxonomy
        title = words[.glossary]
        lead = words[.glossaryLead]
        page = chrome.frame(
            for: edition.map.path(of: .glossary), titled: words[.glossary], section: .place(.glossary),
            source: PortfolioSettings.path, about: words[.glossaryLead])
        let last = taxonomy.levels.count - 1
        let levels = taxonomy.levels.enumerated().map { index, name in
            TermView(name, words[index == 0 ? .levelTop : index == last ? .levelLowest : .levelBetween])
        }
        let stages = taxonomy.stages.map { TermView($0, words[.stageOfModel]) }
        let lanes = taxonomy.lanes.map { lane in
            TermView(lane.label, words[Word.explaining(lane)], names: lane.names)
        }
        let audiences = taxonomy.audiences.enumerated().map { index, name in
            TermView(
                name,
                words[
                    index == 0
                        ? .audienceWidest : index == taxonomy.audiences.count - 1 ? .audienceNarrowest : .audience])
        }
        let findings: [(Word, Word)] = [
            (.pain, .painMeaning), (.employeePain, .employeePainMeaning), (.gain, .gainMeaning), (.need, .needMeaning),
        ]
        let terms: [(Word, Word)] = [
            (.journey, .journeyMeaning), (.stage, .stageMeaning), (.step, .stepMeaning),
            (.momentOfTruth, .momentOfTruthMeaning), (.felt, .feltMeaning), (.severity, .severityMeaning),
            (.evidence, .evidenceMeaning), (.insight, .insightMeaning), (.opportunity, .opportunityMeaning),
            (.solution, .solutionMeaning), (.metric, .metricMeaning), (.goal, .goalMeaning),
            (.persona, .personaMeaning),
        ]
        parts = [
            GlossaryPart(title: words[.levels], terms: levels),
            GlossaryPart(title: words[.stageModel], terms: stages),
            GlossaryPart(title: words[.lanes], terms: lanes),
            GlossaryPart(title: words[.findings], terms: findings.map { TermView(words[$0], words[$1]) }),
            GlossaryPart(title: words[.audiences], terms: audiences),
            GlossaryPart(title: words[.terms], terms: terms.map { TermView(words[$0], words[$1]) }),
        ].filter { !$0.terms.isEmpty }
    }
}

struct GlossaryPart: TemplateView {
    static let fields = ViewFields<GlossaryPart>(
        "part", [.text("title", \.title), .list("terms", \.terms)])

    let title: String
    let terms: [TermView]
}

struct TermView: TemplateView {
    static let fields = ViewFields<TermView>(
        "term",
        [
            .text("name", \.name),
            .text("meaning", \.meaning),
            .texts("names", \.names),
            .flag("has-names") { !$0.names.isEmpty },
        ])

    let name: String
    let meaning: String
    /// What else authors may write for it.
    let names: [String]

    init(_ name: String, _ meaning: String, names: [String] = []) {
        self.name = name
        self.meaning = meaning
        self.names = names
    }
}

extension Word {
    /// What a lane holds: the standard lanes have words of their own, others those of their kind.
    fileprivate static func explaining(_ lane: Lane) -> Word {
        switch lane.id {
        case "doing": .doingMeaning
        case "thinking": .thinkingMeaning
        case "feeling": .feltMeaning
        case "touchpoints": .touchpointsMeaning
        case "channels": .channelsMeaning
        case "frontstage": .frontstageMeaning
        case "backstage": .backstageMeaning
        case "systems": .systemsMeaning
        case "pains": .painMeaning
        case "employee-pains": .employeePainMeaning
        case "gains": .gainMeaning
        case "needs": .needMeaning
        case Lane.details: .detailsMeaning
        case Lane.next: .nextMeaning
        default:
            switch lane.kind {
            case .text: .laneOfText
            case .emotion: .feltMeaning
            case .tags: .laneOfTags
            case .findings: .laneOfFindings
            case .references: .laneOfReferences
            }
        }
    }
}
