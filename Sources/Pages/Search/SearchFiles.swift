import Journeys
import Templates

/// The files of the index, as scripts.
struct SearchFiles: Sendable {
    private let edition: Edition
    private let entries: SearchEntries
    private let index: SearchIndex

    init(_ edition: Edition, _ texts: SearchedTexts) {
        self.edition = edition
        entries = texts.entries
        index = texts.index
    }

    var pages: [SitePage] {
        var pages: [SitePage] = []
        func add(_ name: String, _ write: @escaping @Sendable (inout PageBuffer) -> Void) {
            if let page = Self.script(name, write) { pages.append(page) }
        }
        add("index") { file in writeIndex(into: &file) }
        pages += index.files
        let blocks = (entries.count + SearchIndex.block - 1) / SearchIndex.block
        pages += Self.scripts("entries-", count: blocks) { block, file in
            let start = block * SearchIndex.block
            let numbers = start..<min(start + SearchIndex.block, entries.count)
            write(entries.list(numbers, in: edition.portfolio), into: &file)
        }
        return pages
    }

    /// A script that hands one value over, under the name of its file.
    static func script(_ name: String, _ write: @escaping @Sendable (inout PageBuffer) -> Void) -> SitePage? {
        path(of: name).map { path in SitePage(path: path) { Self.write(name, to: &$0, write) } }
    }

    /// Scripts whose names end with their numbers.
    static func scripts(
        _ name: String, count: Int, _ write: @escaping @Sendable (_ number: Int, inout PageBuffer) -> Void
    ) -> [SitePage] {
        let series = PageSeries { number, file in
            Self.write("\(name)\(number)", to: &file) { write(number, &$0) }
        }
        return (0..<count).compactMap { number in
            path(of: "\(name)\(number)").map { SitePage(path: $0, number: number, of: series) }
        }
    }

    private static func path(of name: String) -> SitePath? { SitePath(SearchIndex.folder + name + ".js") }

    private static func write(_ name: String, to file: inout PageBuffer, _ value: (inout PageBuffer) -> Void) {
        file.write("waymark.take(\"")
        file.write(text: name)
        file.write("\",")
        value(&file)
        file.write(");\n")
    }

    private func writeIndex(into file: inout PageBuffer) {
        file.write("{\"entries\":")
        DecimalNumber.write(entries.count, to: &file)
        file.write(",\"block\":")
        DecimalNumber.write(SearchIndex.block, to: &file)
        file.write(",\"limit\":")
        DecimalNumber.write(SearchTerms.limit, to: &file)
        SearchIndex.writeLists(
            firstWords: index.words.firstWords, typoLengths: index.typos.lengths, into: &file)
        file.write(",\"kinds\":")
        SearchIndex.write(SearchEntry.Kind.allCases, to: &file) { JSONWriter.write(edition.words[$0.word], to: &$1) }
        file.write("}")
    }

    // MARK: Entries

    /// `{"pages":[[address, title, mark], …],"list":[[kind, page, place, title, anchor], …]}`: of an item the title is its page's.
    private func write(_ list: [SearchEntry], into file: inout PageBuffer) {
        var known: [Int: Int] = [:]
        var pages: [Target] = []
        /// By entry: the number of its page.
        var numbers: [Int] = []
        numbers.reserveCapacity(list.count)
        var last = (page: -1, number: 0)
        for entry in list {
            // Most are on the page of the one before them.
            let page = entry.page
            if page != last.page {
                last = (page, known[page] ?? pages.count)
                if last.number == pages.count {
                    known[page] = last.number
                    pages.append(entry.target)
                }
            }
            numbers.append(last.number)
        }
        let links = edition.links(on: edition.map.path(of: .portfolio))
        file.write("{\"pages\":[")
        for (number, page) in pages.enumerated() {
            file.write(number > 0 ? ",\n" : "\n")
            let marks = page.kind == .journey ? edition.marks(of: edition.portfolio.journeys[page.index]) : []
            file.write("[")
            JSONWriter.write(links.address(of: page), to: &file)
            file.write(",")
            JSONWriter.write(Self.shortened(edition.title(of: page)), to: &file)
            if !marks.isEmpty {
                file.write(",")
                JSONWriter.write(edition.words.listed(marks), to: &file)
            }
            file.write("]")
        }
        file.write("],\"list\":[")
        for (number, entry) in list.enumerated() {
            file.write(number > 0 ? ",\n[" : "\n[")
            DecimalNumber.write(Int(entry.kind.rawValue), to: &file)
            file.write(",")
            DecimalNumber.write(numbers[number], to: &file)
            file.write(",")
            let shown = shown(entry)
            shown.place.write(to: &file)
            if let title = shown.title {
                file.write(",")
                JSONWriter.write(Self.shortened(title), to: &file)
                file.write(",")
                JSONWriter.write(shown.anchor, to: &file)
            }
            file.write("]")
        }
        file.write("]}")
    }

    /// - Returns: its title and anchor where these are not its page's, and where it stands on the page or in the hierarchy.
    private func shown(_ entry: SearchEntry) -> (title: String?, anchor: String, place: Place) {
        guard entry.content == .journey else {
            let record = edition.portfolio.record(of: entry.target)
            guard let passage = entry.passage(in: record) else { return (nil, "", Place()) }
            return (passage.anchor.text, passage.anchor.id, Place(record.title, passage.heading))
        }
        let journey = edition.portfolio.journeys[entry.item]
        switch entry.kind {
        case .journey:
            guard let placement = edition.linked.hierarchy.primary[entry.item] else { return (nil, "", Place()) }
            let parent = edition.portfolio.journeys[placement.parent]
            let at = placement.anchor.flatMap { parent.anchor(named: $0)?.text }
            return (nil, "", Place(parent.title, at))
        case .stage:
            let stage = journey.stages[entry.stage]
            return (stage.title, stage.anchor, Place(journey.title))
        case .step:
            let stage = journey.stages[entry.stage]
            let moment = entry.moment(in: journey)
            return (moment.title, moment.anchor, Place(journey.title, stage.title))
        default:
            let finding = entry.finding(in: journey)
            return (
                finding?.text.plain ?? "", finding?.id ?? "",
                Place(journey.title, entry.moment(in: journey).title)
            )
        }
    }

    /// Where an entry stands: on a page, and in a part of it.
    private struct Place {
        var page = ""
        var part = ""

        init() {}

        init(_ page: String, _ part: String? = nil) {
            self.page = page
            self.part = part ?? ""
        }

        func write(to file: inout PageBuffer) {
            if page.isEmpty || part.isEmpty { return JSONWriter.write(page.isEmpty ? part : page, to: &file) }
            JSONWriter.write(page, " \u{203A} ", part, to: &file)
        }
    }

    /// As much of a long text as tells it from others.
    private static func shortened(_ text: String) -> String {
        let limit = 160
        guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
        return String(text.unicodeScalars.prefix(limit)) + "\u{2026}"
    }
}
