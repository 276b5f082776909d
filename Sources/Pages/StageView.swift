import Journeys
import Markup
import Templates

/// A stage of the map, and its columns.
struct StageView: TemplateView {
    static let fields = ViewFields<StageView>(
        "stage",
        [
            .text("id") { $0.id },
            .text("title") { $0.title },
            .flag("moment-of-truth") { $0.isMomentOfTruth },
            .list("details") { $0.details },
            .flag("has-details") { !$0.details.isEmpty },
            .list("moments") { $0.moments },
        ])

    let id: String
    let title: String
    let isMomentOfTruth: Bool
    /// Child journeys of the whole stage.
    let details: [LinkView]
    let moments: [MomentView]

    init(_ index: Int, _ maker: MomentMaker) {
        let stage = maker.journey.stages[index]
        id = stage.anchor
        title = stage.isUnnamed ? maker.links.edition.words[.unnamedStage] : stage.title
        isMomentOfTruth = stage.moment.isMomentOfTruth
        details = maker.details.links(at: stage.anchor)
        moments = maker.map.columns.filter { $0.stage == index }.map(maker.moment)
    }
}

/// A column of the map: a step, or what is said of a stage as a whole.
struct MomentView: TemplateView {
    static let fields = ViewFields<MomentView>(
        "moment",
        [
            .text("id") { $0.id },
            .text("title") { $0.title },
            .flag("moment-of-truth") { $0.isMomentOfTruth },
            .list("details") { $0.details },
            .flag("has-details") { !$0.details.isEmpty },
            .list("quotes") { $0.quotes },
            .list("cells") { $0.cells },
            .html("notes") { $0.notes },
        ])

    /// Nothing for what stands under the stage itself: the id is the stage's.
    let id: String?
    let title: String?
    let isMomentOfTruth: Bool
    let details: [LinkView]
    let quotes: [EntryView]
    let cells: [LaneCellView]
    let notes: [UInt8]?
}

/// What one lane holds at one moment.
struct LaneCellView: TemplateView {
    static let fields = ViewFields<LaneCellView>(
        "cell",
        [
            .text("label") { $0.label },
            .text("row") { $0.row },
            .list("texts") { $0.texts },
            .texts("tags") { $0.tags },
            .flag("has-tags") { !$0.tags.isEmpty },
            .list("entries") { $0.entries },
            .list("links") { $0.links },
            .list("arrows") { $0.arrows },
            .list("metrics") { $0.metrics },
        ])

    let label: String
    let row: String
    var texts: [ProseView] = []
    var tags: [String] = []
    var entries: [EntryView] = []
    var links: [LinkView] = []
    /// Where the journey goes from here.
    var arrows: [LinkView] = []
    var metrics: [MetricLineView] = []
}

/// A piece of an author's Markdown.
struct ProseView: TemplateView {
    static let fields = ViewFields<ProseView>("prose", [.html("html") { $0.html }])

    let html: [UInt8]?
}

/// Makes the columns of one map.
struct MomentMaker {
    let journey: Journey
    let index: Int
    let map: JourneyMap
    let details: Details
    let links: PageLinks

    func moment(_ column: JourneyMap.Column) -> MomentView {
        let moment = column.moment
        let isStage = column.step == nil
        let hasSteps = !journey.stages[column.stage].steps.isEmpty
        return MomentView(
            id: isStage ? nil : moment.anchor,
            title: isStage ? (hasSteps ? links.edition.words[.stageAsWhole] : nil) : moment.title,
            isMomentOfTruth: moment.isMomentOfTruth && !isStage,
            details: isStage ? [] : details.links(at: moment.anchor),
            quotes: moment.quotes.map { EntryView($0, from: journey.path, links: links) },
            cells: cells(of: moment),
            notes: links.html(moment.notes, from: journey.path))
    }

    private func cells(of moment: Moment) -> [LaneCellView] {
        map.lanes.compactMap { lane, row in
            guard let content = moment.lanes.first(where: { $0.lane == lane.id }) else { return nil }
            var cell = LaneCellView(label: lane.label, row: String(row))
            switch content.value {
            case .text(let texts):
                cell.texts = texts.map { ProseView(html: links.html($0, from: journey.path)) }
            case .feelings(let feelings):
                cell.entries = feelings.map { EntryView($0, from: journey.path, links: links) }
            case .tags(let tags):
                cell.tags = tags.map(\.name)
            case .findings(let findings):
                cell.entries = findings.map { EntryView($0, from: journey.path, links: links) }
            case .references(let references):
                fill(&cell, with: references, of: lane, at: moment)
            }
            return cell
        }
    }

    private func fill(_ cell: inout LaneCellView, with references: [Reference], of lane: Lane, at moment: Moment) {
        let targets = references.compactMap { reference in reference.target.map { (reference, $0) } }
        switch lane.id {
        case Lane.next:
            cell.arrows = targets.map { arrow(to: $1, label: $0.label, from: moment) }
        case "metrics":
            cell.metrics = targets.filter { $1.kind == .metric }.map { MetricLineView($1.index, links: links) }
        case "insights":
            cell.entries = targets.filter { $1.kind == .insight }.map {
                EntryView(links.edition.portfolio.insights[$1.index], at: $1.index, links: links)
            }
        default:
            cell.links = targets.map { links.link(to: $1) }
        }
    }

    /// Onward, back or out: the direction is in the note.
    private func arrow(to target: Target, label: String, from moment: Moment) -> LinkView {
        let words = links.edition.words
        let isHere = target.kind == .journey && target.index == index
        let order = map.columns.map(\.moment.anchor)
        var note = words[.elsewhere]
        if isHere, let anchor = target.anchor {
            let from = order.firstIndex(of: moment.anchor) ?? 0
            let to = order.firstIndex(of: anchor) ?? from + 1
            note = words[to <= from ? .backTo : .onTo]
        }
        let address = links.address(of: target)
        return LinkView(
            text: label.isEmpty ? links.edition.title(of: target) : label, address: address, note: note)
    }
}
