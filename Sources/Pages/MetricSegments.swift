import Journeys

extension PageLinks {
    /// The latest value of each segment, and how that of the whole comes from them; nothing where a metric has no segments.
    func segments(of metric: Metric) -> SectionView? {
        guard let series = metric.series else { return nil }
        let rows = series.latestOfSegments(asOf: edition.asOf)
        guard !rows.isEmpty else { return nil }
        let (words, figures) = (edition.words, edition.figures)
        let places = Figures.places(for: rows.lazy.map(\.value))
        let hasSamples = rows.contains { $0.sample != nil }
        return SectionView(
            title: words[.bySegment], lead: series.origin(asOf: edition.asOf).word.map { words[$0] },
            table: TableView(
                words[.bySegment],
                columns: [
                    ColumnView(words[.segment]), ColumnView(words[.latest], isNumber: true, .measure),
                    ColumnView(words[.dated], .day),
                ] + (hasSamples ? [ColumnView(words[.sample], isNumber: true, .measure)] : []),
                rows: rows.map { row in
                    RowView(
                        head: LinkView(text: row.segment ?? ""),
                        cells: [
                            .number(figures.quantity(row.value, unit: metric.unit, places: places, isFilled: true)),
                            .text(figures.date(row.date)),
                        ] + (hasSamples ? [.number(row.sample.map { figures.number($0) })] : []))
                }))
    }
}

extension Series.Origin {
    fileprivate var word: Word? {
        switch self {
        case .rows: nil
        case .mean: .segmentsMean
        case .weightedMean: .segmentsWeighted
        }
    }
}
