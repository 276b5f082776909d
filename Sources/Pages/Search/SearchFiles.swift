import Journeys

/// The files of the index, as scripts.
struct SearchFiles: Sendable {
    private let edition: Edition
    private let entries: SearchEntries
    private let index: SearchIndex

    init(_ edition: Edition) {
        self.edition = edition
        entries = SearchEntries(edition)
        index = SearchIndex(entries.terms(of: edition.portfolio))
    }

    var pages: [SitePage] {
        var pages: [SitePage] = []
        func add(_ name: String, _ write: @escaping @Sendable (inout [UInt8]) -> Void) {
            guard let path = SitePath(SearchIndex.folder + name + ".js") else { return }
            pages.append(
                SitePage(path: path) { bytes in
                    bytes += "waymark.take(\"\(name)\",".utf8
                    write(&bytes)
                    bytes += ");\n".utf8
                })
        }
        add("index") { bytes in writeIndex(into: &bytes) }
        let (words, typos) = (index.words, index.typos)
        // Words are letters and digits: nothing in them needs to be escaped.
        for number in words.indices { add("words-\(number)") { $0 += [quote] + words[number] + [quote] } }
        for number in typos.indices { add("typos-\(number)") { $0 += [quote] + typos[number] + [quote] } }
        for start in stride(from: 0, to: entries.list.count, by: SearchIndex.block) {
            let list = entries.list[start..<min(start + SearchIndex.block, entries.list.count)]
            add("entries-\(start / SearchIndex.block)") { bytes in write(list, into: &bytes) }
        }
        return pages
    }

    private var quote: UInt8 { UInt8(ascii: "\"") }

    private func writeIndex(into bytes: inout [UInt8]) {
        bytes += "{\"entries\":\(entries.list.count),\"block\":\(SearchIndex.block),\"limit\":\(SearchTerms.limit)".utf8
        bytes += ",\"words\":".utf8
        Self.append(index.firstWords, to: &bytes)
        bytes += ",\"typos\":[\(index.typoLengths.map(String.init).joined(separator: ","))],\"kinds\":".utf8
        Self.append(SearchEntry.Kind.allCases.map { edition.words[$0.word] }, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    private static func append(_ texts: [String], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        for (number, text) in texts.enumerated() {
            if number > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONWriter.append(text, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    // MARK: Entries

    /// `{"pages":[[address, title, mark], …],"list":[[kind, page, place, title, anchor], …]}`: of an item the title is its page's.
    private func write(_ list: ArraySlice<SearchEntry>, into bytes: inout [UInt8]) {
        var numbers: [Target: Int] = [:]
        var pages: [Target] = []
        var lines: [UInt8] = []
        for entry in list {
            let item = Target(kind: entry.kind.content, index: entry.item)
            let number = numbers[item] ?? pages.count
            if number == pages.count {
                numbers[item] = number
                pages.append(item)
            }
            if !lines.isEmpty { lines.append(UInt8(ascii: ",")) }
            lines += "\n[\(entry.kind.rawValue),\(number),".utf8
            let shown = shown(entry)
            JSONWriter.append(shown.place, to: &lines)
            if let title = shown.title {
                lines.append(UInt8(ascii: ","))
                JSONWriter.append(Self.shortened(title), to: &lines)
                lines.append(UInt8(ascii: ","))
                JSONWriter.append(shown.anchor, to: &lines)
            }
            lines.append(UInt8(ascii: "]"))
        }
        bytes += "{\"pages\":[".utf8
        for (number, page) in pages.enumerated() {
            if number > 0 { bytes.append(UInt8(ascii: ",")) }
            let marks = page.kind == .journey ? edition.marks(of: edition.portfolio.journeys[page.index]) : []
            bytes.append(UInt8(ascii: "\n"))
            Self.append(
                [address(of: page), Self.shortened(edition.title(of: page))]
                    + (marks.isEmpty ? [] : [marks.joined(separator: ", ")]), to: &bytes)
        }
        bytes += "],\"list\":[".utf8
        bytes += lines
        bytes += "]}".utf8
    }

    /// From the root of the site.
    private func address(of item: Target) -> String {
        SitePath(root).map { $0.relativeLink(to: edition.map.path(of: item)) } ?? ""
    }

    private var root: String { "index.html" }

    /// - Returns: its title and anchor where these are not its page's, and where it stands on the page or in the hierarchy.
    private func shown(_ entry: SearchEntry) -> (title: String?, anchor: String, place: String) {
        guard entry.kind.content == .journey else { return (nil, "", "") }
        let journey = edition.portfolio.journeys[entry.item]
        switch entry.kind {
        case .journey:
            guard let placement = edition.linked.hierarchy.primary[entry.item] else { return (nil, "", "") }
            let parent = edition.portfolio.journeys[placement.parent]
            let at = placement.anchor.flatMap { parent.anchor(named: $0)?.text }
            return (nil, "", Self.path([parent.title, at]))
        case .stage: return (journey.stages[entry.stage].title, journey.stages[entry.stage].anchor, journey.title)
        case .step:
            let stage = journey.stages[entry.stage]
            let moment = entry.moment(in: journey)
            return (moment.title, moment.anchor, Self.path([journey.title, stage.title]))
        default:
            let finding = entry.finding(in: journey)
            return (
                finding?.text.plain ?? "", finding?.id ?? "",
                Self.path([journey.title, entry.moment(in: journey).title])
            )
        }
    }

    private static func path(_ titles: [String?]) -> String {
        titles.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " \u{203A} ")
    }

    /// As much of a long text as tells it from others.
    private static func shortened(_ text: String) -> String {
        let limit = 160
        guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
        return String(text.unicodeScalars.prefix(limit)) + "\u{2026}"
    }
}
