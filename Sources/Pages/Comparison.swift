import Journeys
import Scoring

extension Edition {
    /// Journeys × perspectives, level by level: a figure in every cell, and the colour that the figure stands for.
    var compareListing: Listing {
        let journeys = portfolio.journeys
        let order = byTitle(.journey).filter { journeys[$0].counts }.enumerated()
            .sorted { (journeys[$0.element].level, $0.offset) < (journeys[$1.element].level, $1.offset) }
            .map(\.element)
        return Listing(
            place: .compare, kind: .journey, lead: .compareLead, missing: .compareMissing, counted: .journeyCount,
            file: .journeyTable, items: order
        ) { slice, links in
            (slice.startIndex == 0 ? [links.futureStates] : [])
                + links.edition.taxonomy.levels.enumerated().map { level, name in
                    SectionView(
                        title: Wording.capitalised(name),
                        table: links.comparison(of: slice.filter { journeys[$0].level == level }, caption: name))
                }
        }
    }
}

extension PageLinks {
    /// Journeys of today beside what they are meant to become.
    fileprivate var futureStates: SectionView {
        let pairs = edition.pairs.all.filter { $0.kind == .future }
        // The heat map is what the page is for: all pairs are linked from their journeys too.
        let limit = 12
        return SectionView(
            title: edition.words[.pairFutures],
            more: pairs.count > limit
                ? edition.words(.andMore, ["n": edition.figures.number(pairs.count - limit)]) : nil,
            links: pairs.prefix(limit).map { LinkView(text: edition.title(of: $0), address: address(of: $0.path)) })
    }

    fileprivate func comparison(of indices: [Int], caption: String) -> TableView? {
        let words = edition.words
        let perspectives = ComparedScore.perspectives
        return TableView(
            caption,
            columns: [ColumnView(words[.journey]), ColumnView(words[.health], isNumber: true)]
                + perspectives.map { ColumnView(words[$0], isNumber: true, .heat) },
            rows: indices.map { index in
                let scores = edition.scores[index]
                // One by one, as a cell is large and would be copied where lists of them are put together.
                var cells: [CellView] = []
                cells.reserveCapacity(perspectives.count + 1)
                cells.append(.score(ScoreView(scores.health, edition)))
                for score in ComparedScore.all(of: scores) where perspectives.contains(score.name) {
                    cells.append(.heat(score, edition))
                }
                return RowView(
                    head: LinkView(
                        text: edition.portfolio.journeys[index].record.title,
                        address: address(of: edition.map.scorecard(of: index))),
                    cells: cells, facets: facets?.numbers(of: .journey, index))
            })
    }
}

extension CellView {
    /// A figure in a cell of its colour; what is not measured has neither.
    static func heat(_ score: ComparedScore, _ edition: Edition) -> CellView {
        guard let value = score.value, let heat = score.heat(edition) else {
            return CellView(score: score.view(edition), heat: "heat-none", isNumber: true)
        }
        // Its colour is the cell's: a list of five hundred journeys has thousands of them.
        return CellView(text: edition.figures.whole(value), heat: heat, isNumber: true)
    }
}
