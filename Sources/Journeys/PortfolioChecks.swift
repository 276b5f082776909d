import Diagnostics
import Markup

/// What can only be seen with all items at hand.
extension ReferenceResolving {
    mutating func breakGoalCycles(_ portfolio: inout Portfolio) {
        for cycle in Cycles.find(in: portfolio.goals.map { $0.parent?.target?.index }) {
            let first = portfolio.goals[cycle[0]]
            let path = (cycle + [cycle[0]]).map { portfolio.goals[$0].record.id }.joined(separator: " → ")
            say(
                .cycle, in: first.path, first.parent?.range ?? 0..<0,
                cycle.count == 1 ? "'\(first.id)' is its own parent" : "the parents go round in a circle: \(path)")
            portfolio.goals[cycle[0]].parent?.target = nil
        }
    }

    /// Two files of a kind with one id, or with ids that differ in case alone.
    mutating func reportDuplicateIDs() {
        for kind in ContentKind.allCases {
            var first: [String: Record] = [:]
            for record in portfolio.records(of: kind) {
                let key = record.id.lowercased()
                guard let earlier = first[key] else {
                    first[key] = record
                    continue
                }
                let isSame = earlier.id == record.id
                say(
                    .duplicateID, in: record.path, record.idRange,
                    isSame
                        ? "the id '\(record.id)' is taken: two of a kind can't share one"
                        : "the id '\(record.id)' differs from '\(earlier.id)' in case alone",
                    notes: [note("'\(earlier.id)' is this file's", in: earlier.path, at: earlier.idRange)],
                    hint: "rename the file, or give it another 'id:'")
            }
        }
    }

    // MARK: Time series

    mutating func attach(_ series: [String: Checked<Series>], to portfolio: inout Portfolio) {
        var reported: Set<String> = []
        for index in portfolio.metrics.indices {
            let metric = portfolio.metrics[index]
            guard let file = dataFile(of: metric), let read = series[file] else {
                if metric.data == nil, let range = metric.tabledFigures { reportFigures(of: metric, at: range) }
                continue
            }
            usedTables.insert(file)
            portfolio.metrics[index].series = read.value
            if reported.insert(file).inserted {
                add(read.diagnostics)
                reportValues(of: read.value, outside: metric)
            }
        }
    }

    /// A table in its text is shown, but a metric without a CSV has no values.
    private mutating func reportFigures(of metric: Metric, at range: TextRange) {
        let name = ItemID.stem(of: Self.name(of: metric.path)) + ".csv"
        add([
            Diagnostic(
                .seriesMissing, at: Location(path: root + metric.path, range: range),
                "figures in the text of a metric are shown, but not read as its values",
                hint: "write them as rows of '\(name)' beside this file, below a first line of 'date,value'",
                severity: .warning)
        ])
    }

    /// Values that can't be. Where most are, the scale is wrong: then the first of them is enough to tell.
    private mutating func reportValues(of series: Series, outside metric: Metric) {
        guard let scale = metric.scale else { return }
        let outside = series.rows.filter { !scale.contains($0.value) }.sorted { $0.line < $1.line }
        let areMost = outside.count > 3 && outside.count * 2 > series.rows.count
        for row in areMost ? outside.prefix(1) : outside[...] {
            let (value, ends) = (ExactNumber.text(of: row.value), metric.scaleEnds ?? "")
            say(
                .outsideScale, in: series.path, row.valueRange,
                "\(value) lies outside the scale of '\(metric.id)', which is from \(ends)",
                hint: areMost
                    ? "correct the scale: \(outside.count - 1) more values lie outside it"
                    : "correct the value, or the scale")
        }
    }

    /// A CSV among the metrics that no metric reads, by its `data` or its stem, and nothing links to.
    mutating func reportUnreadTables(of portfolio: Portfolio, besides linked: Set<String>) {
        let stems = portfolio.metrics.map { ItemID.stem(of: $0.path) }
        for file in portfolio.files where file.hasPrefix("metrics/") && file.lowercased().hasSuffix(".csv") {
            guard !usedTables.contains(file), !linked.contains(file) else { continue }
            let near = NearestName.nearest(to: ItemID.stem(of: file), among: stems)
            say(
                .unknownFile, in: file, 0..<0, "the file is not read: no metric names it",
                hint: near.map { "is it the data of '\($0)'? Give it that name, or add 'data: \(Self.name(of: file))'" }
                    ?? "give it the name of its metric, or name it there as 'data: \(Self.name(of: file))'")
        }
    }

    /// What else stands among journeys and metrics, and nothing links to. Beside other kinds there may be what they were made from:
    /// recordings, transcripts, photographs.
    mutating func reportUnreadFiles(besides linked: Set<String>) {
        for file in portfolio.files where !linked.contains(file) && directory.item(atPath: file) == nil {
            if usedTables.contains(file) { continue }
            let name = Self.name(of: file)
            guard let kind = file.split(separator: "/").first.flatMap({ ContentKind(folder: String($0)) }),
                kind == .journey || kind == .metric,
                // What goes by these endings has been told, and CSV files are a metric's.
                ![".csv", ".md", ".markdown", ".mdown", ".mdx", ".txt", ".yml", ".yaml"].contains(
                    where: name.lowercased().hasSuffix)
                    || (kind == .journey && name.lowercased().hasSuffix(".csv")),
                !Self.litter.contains(name.lowercased())
            else { continue }
            let isTable =
                kind == .metric
                && [".xlsx", ".xls", ".ods", ".numbers", ".tsv"].contains(where: name.lowercased().hasSuffix)
            say(
                .unknownFile, in: file, 0..<0,
                "the file is not read, and nothing links to it: \(kind.folder) end in '.md'",
                hint: isTable
                    ? "save its figures as '\(ItemID.stem(of: file)).csv', with commas"
                    : "move its text into a file that ends in '.md', link to it, or start its name with '_'")
        }
    }

    /// What systems leave in folders.
    private static let litter: Set<String> = ["thumbs.db", "desktop.ini", "icon\r"]

    private static func name(of file: String) -> String { file.split(separator: "/").last.map(String.init) ?? file }

    /// The CSV that a metric names, or the one of its own stem, if it is there.
    private mutating func dataFile(of metric: Metric) -> String? {
        guard let data = metric.data else {
            let folder = metric.path.split(separator: "/").dropLast().joined(separator: "/")
            let beside = folder + "/" + ItemID.stem(of: metric.path) + ".csv"
            return directory.hasFile(beside) ? beside : nil
        }
        let link = WrittenLink(data.written)
        guard let path = RelativePath.resolve(link.path, from: metric.path), directory.hasFile(path) else {
            let tables = portfolio.files.filter { $0.hasSuffix(".csv") }
            let names = Dictionary(
                tables.map { (RelativePath.path(to: $0, from: metric.path), $0) },
                uniquingKeysWith: { first, _ in first })
            // `nps.xlsx`, which was saved as CSV beside it.
            let saved = ItemID.stem(of: data.written) + ".csv"
            let near = names[saved] == nil ? NearestName.nearest(to: data.written, among: names.keys.sorted()) : saved
            if let near, let file = names[near] { usedTables.insert(file) }
            say(
                .seriesMissing, in: metric.path, data.range, "there is no file '\(data.written)'",
                hint: near.map { "did you mean '\($0)'?" } ?? "'data' names a CSV, relative to this file")
            return nil
        }
        guard path.lowercased().hasSuffix(".csv") else {
            usedTables.insert(path)
            say(
                .seriesMissing, in: metric.path, data.range,
                "'\(data.written)' is not a CSV: a time series stands in one")
            return nil
        }
        return path
    }
}
