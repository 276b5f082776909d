import Journeys
import Templates

/// A table of items: the first cell of a row is its head.
struct TableView: TemplateView {
    static let fields = ViewFields<TableView>(
        "table",
        [
            .text("caption", \.caption),
            .list("columns", \.columns),
            .list("rows", \.rows),
        ])

    let caption: String
    let columns: [ColumnView]
    let rows: [RowView]

    /// Nothing where there are no rows: a section says so in words.
    init?(_ caption: String, columns: [ColumnView], rows: consuming [RowView]) {
        guard !rows.isEmpty else { return nil }
        self.caption = caption
        let first = columns.count - rows[0].cells.count
        self.columns = columns.enumerated().map { $1.settled(at: $0, before: first) }
        for row in rows.indices { rows[row].label(from: columns[first...]) }
        self.rows = rows
    }
}

struct ColumnView: TemplateView {
    static let fields = ViewFields<ColumnView>(
        "column",
        [
            .text("name", \.name), .flag("number", \.isNumber), .text("width") { $0.width?.rawValue },
            .text("order") { $0.order?.rawValue },
        ])

    /// What a list can be sorted by, besides figures and the names at the heads of its rows.
    enum Order: String {
        case name, day
    }

    /// What a column is wide enough for. A browser that had to look at all rows for it would move the columns of a long
    /// table while it is still being read.
    enum Width: String {
        case rank, name, figure, heat, measure, word, day, text, links
    }

    let name: String
    /// Figures stand flush right under each other.
    let isNumber: Bool
    let order: Order?
    private(set) var width: Width?

    init(_ name: String, isNumber: Bool = false, _ width: Width? = nil, sortedBy order: Order? = nil) {
        self.name = name
        self.order = order
        self.isNumber = isNumber
        self.width = width
    }

    /// With a width that follows from where it stands, unless it has one: the head of a row is before the first cell.
    fileprivate func settled(at place: Int, before first: Int) -> ColumnView {
        var column = self
        column.width = width ?? (place < first - 1 ? .rank : place == first - 1 ? .name : isNumber ? .figure : .text)
        return column
    }
}

struct RowView: TemplateView {
    static let fields = ViewFields<RowView>(
        "row",
        [
            .text("rank", \.rank),
            .view("head", \.head),
            .list("cells", \.cells),
            .flag("tied", \.isTied),
            .text("anchor", \.anchor),
            .text("facets", \.facets),
            .flag("chosen-from") { $0.facets != nil },
        ])

    /// Stands before its head, in tables that are in an order.
    var rank: String?
    let head: LinkView
    var cells: [CellView]
    /// With the row below it: the two are shown as one.
    var isTied = false
    /// The numbers of its values, in a list that is chosen from.
    var facets: String?
    /// Of what has no page of its own.
    var anchor: String?

    /// - Parameter columns: those of its cells.
    fileprivate mutating func label(from columns: ArraySlice<ColumnView>) {
        for (cell, column) in zip(cells.indices, columns.indices) { cells[cell].label = columns[column].name }
    }
}

struct CellView: TemplateView {
    static let fields = ViewFields<CellView>(
        "cell",
        [
            .text("text", \.text),
            .text("label", \.label),
            .list("links", \.links),
            .text("more", \.more),
            .list("rest", \.rest),
            .html("drawing", \.drawing),
            .view("score", \.score),
            .view("change", \.change),
            .text("heat", \.heat),
            .flag("number", \.isNumber),
            .flag("warning", \.isWarning),
            .text("key", \.key),
            .flag("unsaid", \.isUnsaid),
        ])

    var text: String?
    /// The name of its column: on a phone, where rows are stacks, it stands over what the cell says.
    var label = ""
    var links: [LinkView] = []
    /// How many more links there are, which unfold.
    var more: String?
    var rest: [LinkView] = []
    var drawing: [UInt8]?
    var score: ScoreView?
    var change: ChangeView?
    /// The class of a colour that fills the cell.
    var heat: String?
    var isNumber = false
    var isWarning = false
    /// The day that it is sorted by, whatever it says of it.
    var key: String?
    /// It says that there is nothing: sorted, it comes last.
    var isUnsaid = false

    static func text(_ text: String?, isWarning: Bool = false) -> CellView {
        CellView(text: text, isWarning: isWarning)
    }

    static func day(_ text: String?, sortedBy day: CivilDate?, isWarning: Bool = false) -> CellView {
        CellView(text: text, isWarning: isWarning, key: text == nil ? nil : day?.iso)
    }

    /// A name, or that there is none.
    static func name(_ name: String?, missing: String, isWarning: Bool) -> CellView {
        CellView(text: name ?? missing, isWarning: isWarning && name == nil, isUnsaid: name == nil)
    }

    static func number(_ text: String?) -> CellView { CellView(text: text, isNumber: true) }

    static func links(_ links: [LinkView]) -> CellView { CellView(links: links) }

    static func drawing(_ drawing: [UInt8]?) -> CellView { CellView(drawing: drawing) }
}
