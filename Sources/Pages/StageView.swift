import Journeys
import Markup
import Templates

// exempt: free words, because the page notes where it prints them.

/// A stage of the map, and its columns.
struct StageView: TemplateView {
    static let fields = ViewFields<StageView>(
        "stage",
        [
            .text("id", \.id),
            .text("title", \.title),
            .text("long-title", \.longTitle),
            .text("column", \.column),
            .text("span", \.span),
            .flag("moment-of-truth", \.isMomentOfTruth),
            .list("details", \.details),
            .flag("has-details") { !$0.details.isEmpty },
            .list("moments", \.moments),
        ])

    let id: String
    let title: String
    /// The title again, where the two lines that the head of a stage has may not hold it.
    let longTitle: String?
    /// Its first column of the map, and how many it has, as classes: on paper rows are not broken, and stand in one grid.
    let column: String
    let span: String
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
        let columns = maker.map.columns.indices.filter { maker.map.columns[$0].stage == index }
        column = Figures.plain((columns.first ?? 0) + 1)
        span = Figures.plain(max(columns.count, 1))
        let room = Double(min(max(columns.count, 1), 2)) * Self.columnWidth - Self.padding
        longTitle = TextFit.isLonger(title, than: 2, width: room / Self.titleSize) ? title : nil
        moments = columns.map { maker.moment(maker.map.columns[$0], at: $0) }
    }

    /// In pixels, as the style sheet has them.
    private static let columnWidth = 240.0
    private static let padding = 32.0
    private static let titleSize = 17.0
}

/// A column of the map: a step, or what is said of a stage as a whole.
struct MomentView: TemplateView {
    static let fields = ViewFields<MomentView>(
        "moment",
        [
            .text("id", \.id),
            .text("title", \.title),
            .text("column", \.column),
            .flag("moment-of-truth", \.isMomentOfTruth),
            .list("details", \.details),
            .flag("has-details") { !$0.details.isEmpty },
            .list("quotes", \.quotes),
            .list("cells", \.cells),
            .html("notes", \.notes),
        ])

    /// Nothing for what stands under the stage itself: the id is the stage's.
    let id: String?
    let title: String?
    /// Its column of the map, from 1, as a class.
    let column: String
    let isMomentOfTruth: Bool
    let details: [LinkView]
    let quotes: [EntryView]
    let cells: [LaneCellView]
    let notes: Placed<HTML>
}

/// What one lane holds at one moment.
struct LaneCellView: TemplateView {
    static let fields = ViewFields<LaneCellView>(
        "cell",
        [
            .text("label", \.label),
            .text("row", \.row),
            .list("texts", \.texts),
            .texts("tags", \.tags),
            .flag("has-tags") { !$0.tags.isEmpty },
            .list("entries", \.entries),
            .list("links", \.links),
            .list("arrows", \.arrows),
            .list("metrics", \.metrics),
        ])

    let label: String
    let row: String
    var texts: [ProseView] = []
    var tags: [String] = []
    var entries: [EntryView] = []
    var links: [LinkView] = []
    /// Where the journey goes from here.
    var arrows: [ArrowView] = []
    var metrics: [MetricLineView] = []
}

/// A piece of an author's Markdown.
struct ProseView: TemplateView {
    static let fields = ViewFields<ProseView>("prose", [.html("html", \.html)])

    let html: Placed<HTML>
}

/// Makes the columns of one map.
///
/// A class, as every column and cell is made with it: a value would be copied with all that the map has.
final class MomentMaker {
    let journey: Journey
    let index: Int
    let map: JourneyMap
    let details: Details
    let links: PageLinks

    init(journey: Journey, index: Int, map: JourneyMap, details: Details, links: PageLinks) {
        self.journey = journey
        self.index = index
        self.map = map
        self.details = details
        self.links = links
    }

    func moment(_ column: JourneyMap.Column, at place: Int) -> MomentView {
        let moment = column.moment
        let isStage = column.step == nil
        let hasSteps = !journey.stages[column.stage].steps.isEmpty
        return MomentView(
            id: isStage ? nil : moment.anchor,
            title: isStage ? (hasSteps ? links.edition.words[.stageAsWhole] : nil) : moment.title,
            column: Figures.plain(place + 1),
            isMomentOfTruth: moment.isMomentOfTruth && !isStage,
            details: isStage ? [] : details.links(at: moment.anchor),
            quotes: moment.quotes.indices.map { quote(at: $0, of: column) },
            cells: cells(of: column),
            notes: Placed(
                links.html(moment.notes, from: journey.record.path),
                number: PrintedNumber.words(moment.numberOfNotes(from: column.firstNumber), of: index)))
    }

    private func quote(at place: Int, of column: JourneyMap.Column) -> EntryView {
        let number = column.moment.number(ofQuote: place, from: column.firstNumber)
        return EntryView(
            column.moment.quotes[place], from: journey.record.path, links: links,
            number: number.map { PrintedNumber.words($0, of: index) })
    }

    private func cells(of column: JourneyMap.Column) -> [LaneCellView] {
        let moment = column.moment
        var cells: [LaneCellView] = []
        cells.reserveCapacity(moment.lanes.count)
        map.rows.visit(moment, among: links.edition.lanes) { row, content in
            cells.append(cell(in: row, content, of: column))
        }
        return cells
    }

    private func cell(in index: Int, _ content: LaneContent, of column: JourneyMap.Column) -> LaneCellView {
        let lane = map.lanes[index]
        let (label, row, file) = (lane.label, Figures.plain(index + 1), journey.record.path)
        switch content.value {
        case .text(let texts):
            return LaneCellView(
                label: label, row: row,
                texts: prose(texts, from: column.moment.number(of: content, from: column.firstNumber)))
        case .feelings(let feelings):
            return LaneCellView(
                label: label, row: row, entries: feelings.map { EntryView($0, from: file, links: links) })
        case .tags(let tags):
            return LaneCellView(label: label, row: row, tags: tags.map { $0.name })
        case .findings(let findings):
            return LaneCellView(
                label: label, row: row, entries: findings.map { EntryView($0, from: file, links: links) })
        case .references(let references):
            var cell = LaneCellView(label: label, row: row)
            if lane.id == Lane.next {
                cell.arrows = content.words.map { arrow($0, from: column.moment) }
            } else {
                fill(&cell, with: references, told: content.tellingEntries, of: lane)
            }
            return cell
        }
    }

    /// - Parameter number: that of the first entry.
    private func prose(_ entries: TextEntries, from number: Int) -> [ProseView] {
        entries.enumerated().map { place, entry in
            ProseView(
                html: Placed(
                    links.html(entry, from: journey.record.path), number: PrintedNumber.words(number + place, of: index)
                ))
        }
    }

    /// - Parameter told: the entries that say more than where they lead; what they lead to is linked to in them.
    private func fill(
        _ cell: inout LaneCellView, with references: [Reference], told: [Prose], of lane: LaneName
    ) {
        cell.texts = told.map { ProseView(html: Placed(links.html($0, from: journey.record.path))) }
        // Which they are stands at the head of the moment.
        if lane.id == Lane.details { return }
        for reference in references {
            guard let target = reference.target else { continue }
            switch target.kind {
            case .metric where lane.referenceKind == .metric:
                cell.metrics.append(MetricLineView(target.index, links: links))
            case .insight where lane.referenceKind == .insight:
                let insight = links.edition.portfolio.insights[target.index]
                cell.entries.append(EntryView(insight, at: target.index, links: links))
            default:
                let isLinked = told.contains { $0.links.contains { $0.range == reference.range } }
                if !isLinked { cell.links.append(links.link(to: target)) }
            }
        }
    }

    /// In the author's words, which say when it goes that way; the arrow points where the first link leads.
    private func arrow(_ words: Prose, from moment: Moment) -> ArrowView {
        func place(of anchor: String) -> Int? { map.columns.firstIndex { $0.moment.anchor == anchor } }
        var direction = ArrowView.Direction.onward
        let destination = words.links.first.map {
            links.edition.linked.directory.destination(of: $0.destination, from: journey.record.path)
        }
        if case .item(let target) = destination {
            if target.kind != .journey || target.index != index {
                direction = .away
            } else if let anchor = target.anchor, let to = place(of: anchor), let from = place(of: moment.anchor),
                to <= from
            {
                direction = .back
            }
        }
        return ArrowView(direction: direction, html: links.html(words, from: journey.record.path, first: destination))
    }
}

/// Where a journey goes from a moment, when not to the following one.
struct ArrowView: TemplateView {
    static let fields = ViewFields<ArrowView>(
        "arrow", [.text("direction") { $0.direction.rawValue }, .html("html", \.html)])

    enum Direction: String {
        /// To a later moment, an earlier one, or another journey.
        case onward, back, away
    }

    let direction: Direction
    let html: HTML
}
