import Journeys
import Templates

/// A list in several parts as one script, so that a choice or an order in any of its parts is one of all of them.
struct ListScript: Sendable {
    /// What the list shows, all parts of it.
    struct Content {
        /// The names of columns that it can be sorted by, and how: by figures, names or days.
        fileprivate(set) var columns: [String] = []
        fileprivate(set) var orders: [String] = []
        fileprivate(set) var rows: [Row] = []
    }

    /// A row of the list, as a link.
    struct Row {
        let title: String
        /// From the root of the site.
        let address: String
        /// The numbers of the values that it is chosen by.
        let facets: String
        /// What it is sorted by, as the list shows it, by the place of its column: of a day, that stands before it. Empty where
        /// there is nothing, and none behind the last.
        private(set) var figures: [String] = []

        init(title: String, address: String, facets: String) {
            self.title = title
            self.address = address
            self.facets = facets
        }

        fileprivate mutating func add(_ figure: String, at place: Int) {
            while figures.count <= place { figures.append("") }
            figures[place] = figure
        }
    }

    let name: String
    /// Told what links from the root of the site are.
    let content: @Sendable (PageLinks) -> Content

    init(name: String, content: @escaping @Sendable (PageLinks) -> Content) {
        self.name = name
        self.content = content
    }

    /// Nothing for a list on one page, whose rows are all there, or of which there is nothing to choose.
    ///
    /// - Parameter sections: what a part shows.
    init?(
        _ place: SiteMap.Place, parts: Int, _ facets: Facets,
        sections: @escaping @Sendable (_ part: Int, PageLinks) -> [SectionView]
    ) {
        guard parts > 1, !facets.views.isEmpty else { return nil }
        self.init(name: "list-\(place)") { links in
            var content = Content()
            for part in 1...parts {
                let page = links.address(of: links.edition.map.path(of: place, part: part))
                content.add(sections(part, links), on: page)
            }
            return content
        }
    }

    /// `{"columns": […], "orders": […], "rows": [[title, address, numbers, figure, …], …]}`, in the order of the list.
    func page(_ edition: Edition) -> SitePage? {
        SearchFiles.script(name) { file in
            let content = content(edition.links(on: edition.map.path(of: .portfolio)))
            file.write("{\"columns\":")
            Self.write(content.columns, to: &file)
            file.write(",\"orders\":")
            Self.write(content.orders, to: &file)
            file.write(",\"rows\":[")
            for (place, row) in content.rows.enumerated() {
                file.write(place > 0 ? ",\n" : "\n")
                file.write("[")
                JSONWriter.write(row.title, to: &file)
                file.write(",")
                JSONWriter.write(row.address, to: &file)
                file.write(",")
                JSONWriter.write(row.facets, to: &file)
                for figure in row.figures {
                    file.write(",")
                    JSONWriter.write(figure, to: &file)
                }
                file.write("]")
            }
            file.write("]}")
        }
    }

    private static func write(_ texts: [String], to file: inout PageBuffer) {
        file.write("[")
        for (place, text) in texts.enumerated() {
            if place > 0 { file.write(",") }
            JSONWriter.write(text, to: &file)
        }
        file.write("]")
    }
}

extension ListScript.Content {
    init(rows: [ListScript.Row]) { self.rows = rows }

    /// Adds what can be chosen from of a part's tables.
    ///
    /// - Parameter page: the address of the part: where rows are of things that have no page, they lead to themselves.
    mutating func add(_ sections: [SectionView], on page: String) {
        for table in sections.compactMap(\.table) {
            let places = table.columns.map { $0.isNumber || $0.order != nil ? place(of: $0) : nil }
            for row in table.rows {
                guard let facets = row.facets else { continue }
                let address = row.head.address ?? row.anchor.map { "\(page)#\($0)" } ?? page
                var listed = ListScript.Row(title: row.head.text, address: address, facets: facets)
                if let rank = row.rank, let place = places[0] { listed.add(rank, at: place) }
                let first = table.columns.count - row.cells.count
                for (at, cell) in row.cells.enumerated() {
                    guard let place = places[first + at], let figure = cell.figure else { continue }
                    listed.add(figure, at: place)
                }
                rows.append(listed)
            }
        }
    }

    private mutating func place(of column: ColumnView) -> Int {
        if let place = columns.firstIndex(of: column.name) { return place }
        columns.append(column.name)
        orders.append(column.order?.rawValue ?? "number")
        return columns.count - 1
    }
}

extension CellView {
    /// What it is sorted by.
    fileprivate var figure: String? {
        if isUnsaid { return nil }
        if let key, let text { return key + " " + text }
        return text ?? score?.figure ?? change?.figure
    }
}
