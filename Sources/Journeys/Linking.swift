import Diagnostics
import Markup

extension LinkedPortfolio {
    /// Links a portfolio: finds what every reference leads to, builds the hierarchy, and says all that is wrong with either.
    ///
    /// - Parameters:
    ///   - series: the CSV files that were read, by their paths relative to the content folder.
    ///   - root: what stands before a path in diagnostics, such as `content/`.
    package static func link(
        _ portfolio: Portfolio, series: [String: Checked<Series>], root: String
    ) -> Checked<LinkedPortfolio> {
        var portfolio = portfolio
        let directory = Directory(portfolio)
        var resolving = ReferenceResolving(directory: directory, portfolio: portfolio, root: root)
        resolving.reportDuplicateIDs()
        resolving.link(&portfolio)
        resolving.attach(series, to: &portfolio)
        let assets = assets(of: portfolio, directory: directory)
        resolving.reportUnreadTables(of: portfolio, besides: assets)
        var diagnostics = resolving.diagnostics

        var linking = HierarchyLinking(
            portfolio.journeys, levels: portfolio.settings.taxonomy.levels, root: root, suspects: resolving.suspects)
        let (hierarchy, levels) = linking.run()
        for journey in portfolio.journeys.indices { portfolio.journeys[journey].level = levels[journey] }
        diagnostics += linking.diagnostics

        let linked = LinkedPortfolio(
            portfolio: portfolio, hierarchy: hierarchy,
            citations: CitationIndex(portfolio, directory: directory).citations, directory: directory,
            assets: assets)
        return Checked(linked, diagnostics)
    }

    /// Everything under `assets/`, and every other file that something links to.
    private static func assets(of portfolio: Portfolio, directory: Directory) -> [String] {
        var assets = Set(portfolio.files.filter { $0.hasPrefix("assets/") })
        func add(_ written: String?, from path: String) {
            guard let written, case .file(let file, _) = directory.destination(of: written, from: path) else { return }
            assets.insert(file)
        }
        for kind in ContentKind.allCases {
            for record in portfolio.records(of: kind) {
                for link in record.body.links { add(link.destination, from: record.path) }
            }
        }
        for journey in portfolio.journeys {
            for place in journey.places {
                for link in place.moment.allLinks { add(link.destination, from: journey.path) }
            }
        }
        for persona in portfolio.personas { add(persona.image?.written, from: persona.path) }
        for evidence in portfolio.evidence { add(evidence.source, from: evidence.path) }
        for metric in portfolio.metrics { add(metric.source, from: metric.path) }
        add(portfolio.settings.theme.logo?.written, from: PortfolioSettings.path)
        return assets.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

extension Moment {
    /// The links of all its prose.
    var allLinks: [Prose.Link] {
        var links = notes.links + quotes.flatMap(\.text.links)
        for content in lanes {
            switch content.value {
            case .text(let entries): links += entries.flatMap(\.links)
            case .feelings(let feelings): links += feelings.flatMap(\.words.links)
            case .findings(let findings): links += findings.flatMap(\.text.links)
            case .references: links += content.words.flatMap(\.links)
            case .tags: break
            }
        }
        return links
    }
}

extension ReferenceResolving {
    fileprivate mutating func link(_ portfolio: inout Portfolio) {
        for index in portfolio.journeys.indices { link(&portfolio.journeys[index]) }
        for index in portfolio.personas.indices { link(&portfolio.personas[index]) }
        for index in portfolio.goals.indices { link(&portfolio.goals[index]) }
        for index in portfolio.metrics.indices { link(&portfolio.metrics[index]) }
        for index in portfolio.evidence.indices { link(&portfolio.evidence[index]) }
        for index in portfolio.insights.indices { link(&portfolio.insights[index]) }
        for index in portfolio.opportunities.indices { link(&portfolio.opportunities[index]) }
        for index in portfolio.solutions.indices { link(&portfolio.solutions[index]) }
        for index in portfolio.pages.indices { link(&portfolio.pages[index]) }
        if let logo = portfolio.settings.theme.logo {
            _ = follow(logo.written, at: logo.range, in: PortfolioSettings.path)
        }
        breakGoalCycles(&portfolio)
    }

    private mutating func breakGoalCycles(_ portfolio: inout Portfolio) {
        for cycle in Cycles.find(in: portfolio.goals.map { $0.parent?.target?.index }) {
            let first = portfolio.goals[cycle[0]]
            let path = (cycle + [cycle[0]]).map { portfolio.goals[$0].id }.joined(separator: " → ")
            say(
                .cycle, in: first.path, first.parent?.range ?? 0..<0,
                cycle.count == 1 ? "'\(first.id)' is its own parent" : "the parents go round in a circle: \(path)")
            portfolio.goals[cycle[0]].parent?.target = nil
        }
    }

    /// Two files of a kind with one id, or with ids that differ in case alone.
    fileprivate mutating func reportDuplicateIDs() {
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

    fileprivate mutating func attach(_ series: [String: Checked<Series>], to portfolio: inout Portfolio) {
        var reported: Set<String> = []
        for index in portfolio.metrics.indices {
            let metric = portfolio.metrics[index]
            guard let file = dataFile(of: metric), let read = series[file] else { continue }
            usedTables.insert(file)
            portfolio.metrics[index].series = read.value
            if reported.insert(file).inserted { add(read.diagnostics) }
        }
    }

    /// A CSV among the metrics that no metric reads, by its `data` or its stem, and nothing links to.
    fileprivate mutating func reportUnreadTables(of portfolio: Portfolio, besides linked: [String]) {
        let others = Set(linked)
        let stems = portfolio.metrics.map { ItemID.stem(of: $0.path) }
        for file in portfolio.files where file.hasPrefix("metrics/") && file.lowercased().hasSuffix(".csv") {
            guard !usedTables.contains(file), !others.contains(file) else { continue }
            let near = NearestName.nearest(to: ItemID.stem(of: file), among: stems)
            say(
                .unknownFile, in: file, 0..<0, "the file is not read: no metric names it",
                hint: near.map { "is it the data of '\($0)'? Give it that name, or add 'data: \(Self.name(of: file))'" }
                    ?? "give it the name of its metric, or name it there as 'data: \(Self.name(of: file))'")
        }
    }

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
            let near = NearestName.nearest(to: data.written, among: names.keys.sorted())
            if let near, let file = names[near] { usedTables.insert(file) }
            say(
                .seriesMissing, in: metric.path, data.range, "there is no file '\(data.written)'",
                hint: near.map { "did you mean '\($0)'?" } ?? "'data' names a CSV, relative to this file")
            return nil
        }
        guard path.lowercased().hasSuffix(".csv") else {
            say(
                .seriesMissing, in: metric.path, data.range,
                "'\(data.written)' is not a CSV: a time series stands in one")
            return nil
        }
        return path
    }
}
