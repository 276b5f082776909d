import Journeys
import Scoring

extension Edition {
    /// What should be reviewed first, and why.
    var reviewListing: Listing {
        Listing(
            place: .reviews, kind: .journey, lead: .reviewsLead, missing: .reviewsMissing, counted: .reviewCount,
            file: .reviewCalendar, items: agenda.order
        ) { slice, links in
            [SectionView(table: links.reviewTable(slice))]
        }
    }
}

extension PageLinks {
    fileprivate func reviewTable(_ slice: ArraySlice<Int>) -> TableView? {
        let (words, figures) = (edition.words, edition.figures)
        return TableView(
            words[.reviews],
            columns: [
                ColumnView("#", isNumber: true), ColumnView(words[.journey]), ColumnView(words[.owner]),
                ColumnView(words[.why], .links), ColumnView(words[.daysOverdue], isNumber: true),
                ColumnView(words[.severePains], isNumber: true),
            ],
            rows: slice.enumerated().compactMap { offset, index in
                guard let review = edition.agenda.reviews[index] else { return nil }
                let journey = edition.portfolio.journeys[index]
                return RowView(
                    rank: figures.number(slice.startIndex + offset + 1),
                    head: link(toJourney: index, note: edition.level(of: journey)),
                    cells: [
                        .text(journey.record.owner ?? words[.ownerMissing], isWarning: journey.record.owner == nil),
                        .links(triggers(of: review)),
                        .number(review.overdueDays > 0 ? figures.number(review.overdueDays) : nil),
                        .number(review.grievousPains > 0 ? figures.number(review.grievousPains) : nil),
                    ], facets: facets?.numbers(of: .journey, index))
            })
    }
}
