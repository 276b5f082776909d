import Journeys
import Scoring

/// Journeys in a table, as lists, goals and personas show them.
struct JourneyTable {
    let table: TableView?

    /// - Parameter isOneLevel: all are of the level that stands above the table.
    init(_ indices: [Int], links: PageLinks, caption: String? = nil, isOneLevel: Bool = false) {
        let edition = links.edition
        let words = edition.words
        let since = edition.quarter.map {
            words(.healthSince, ["date": edition.figures.shortDate(edition.trend.days[$0])])
        }
        table = TableView(
            caption ?? words[.journeys],
            columns: [ColumnView(words[.journey])] + (isOneLevel ? [] : [ColumnView(words[.level], .word)]) + [
                ColumnView(words[.owner], sortedBy: .name),
                ColumnView(words[.nextReview], .day, sortedBy: .day),
                ColumnView(words[.health], isNumber: true),
            ] + (since.map { [ColumnView($0, isNumber: true)] } ?? []) + [
                ColumnView(words[.trust], isNumber: true), ColumnView(words[.progressScore], isNumber: true),
                ColumnView(words[.maturity], isNumber: true),
            ],
            rows: indices.map { index in
                let journey = edition.portfolio.journeys[index]
                let review = edition.reviews[index]
                let scores = edition.scores[index]
                let marks = edition.marks(of: journey)
                // One by one, as a cell is large and would be copied where lists of them are put together.
                var cells: [CellView] = []
                cells.reserveCapacity(8)
                if !isOneLevel { cells.append(.text(edition.level(of: journey))) }
                cells.append(.name(journey.record.owner, missing: words[.ownerMissing], isWarning: journey.counts))
                cells.append(
                    .day(
                        edition.reviewText(ofJourney: index), sortedBy: review.due(asOf: edition.asOf),
                        isWarning: review.isLate))
                cells.append(.score(ScoreView(scores.health, edition)))
                if since != nil { cells.append(.change(ChangeView.cell(ofJourney: index, edition))) }
                cells.append(.score(ScoreView(scores.trust.value, edition)))
                cells.append(.score(ScoreView(scores.progress.value, edition)))
                cells.append(.number(edition.figures.number(scores.maturity.level)))
                return RowView(
                    head: links.link(toJourney: index, note: marks.isEmpty ? nil : edition.words.listed(marks)),
                    cells: cells, facets: links.facets?.numbers(of: .journey, index))
            })
    }
}

extension PageLinks {
    func goalTable(_ indices: ArraySlice<Int>) -> TableView? {
        let words = edition.words
        return TableView(
            words[.goals],
            columns: [
                ColumnView(words[.goal]), ColumnView(words[.metric]),
                ColumnView(words[.latest], isNumber: true, .measure),
                ColumnView(words[.target], isNumber: true, .measure), ColumnView(words[.by], .day, sortedBy: .day),
                ColumnView(words[.status], .word), ColumnView(words[.journeys], isNumber: true),
            ],
            rows: indices.map { index in
                let goal = edition.portfolio.goals[index]
                let target = Target(kind: .goal, index: index)
                let measure = goal.metric?.target.map(\.index)
                let unit = measure.flatMap { edition.portfolio.metrics[$0].unit }
                let latest = measure.flatMap { edition.series[$0].last }
                let journeys = edition.citing(target, as: [.goal], kind: .journey).count
                let standing = edition.standing(ofGoal: index)
                return RowView(
                    head: link(to: target),
                    cells: [
                        .links(links(to: [goal.metric].compactMap { $0 })),
                        .number(latest.map { edition.figures.quantity($0.value, unit: unit) }),
                        .number(goal.target.map { edition.target($0, unit: unit, isAlone: latest == nil) }),
                        .day(goal.by.map { edition.figures.date($0) }, sortedBy: goal.by?.last),
                        .text(standing.text(edition), isWarning: standing == .missed),
                        .number(edition.figures.number(journeys)),
                    ], facets: facets?.numbers(of: .goal, index))
            })
    }

    func personaTable(_ indices: ArraySlice<Int>) -> TableView? {
        let words = edition.words
        return TableView(
            words[.personas],
            columns: [
                ColumnView(words[.persona]), ColumnView(words[.role]), ColumnView(words[.segment]),
                ColumnView(words[.shareOfCustomers], isNumber: true), ColumnView(words[.journeys], isNumber: true),
            ],
            rows: indices.map { index in
                let persona = edition.portfolio.personas[index]
                let target = Target(kind: .persona, index: index)
                let journeys = edition.citing(target, as: [.persona], kind: .journey).count
                return RowView(
                    head: link(to: target),
                    cells: [
                        .text(persona.role), .text(persona.segment),
                        .number(persona.share.map { edition.figures.percent($0) }),
                        .number(edition.figures.number(journeys)),
                    ], facets: facets?.numbers(of: .persona, index))
            })
    }

    func evidenceTable(_ indices: ArraySlice<Int>) -> TableView? {
        let words = edition.words
        return TableView(
            words[.evidence],
            columns: [
                ColumnView(words[.evidence]), ColumnView(words[.method], .word), ColumnView(words[.dated], .day),
                ColumnView(words[.sample]), ColumnView(words[.restsOnIt], isNumber: true),
            ],
            rows: indices.map { index in
                let item = edition.portfolio.evidence[index]
                let claims = edition.claims(restingOn: index).count
                return RowView(
                    head: link(to: Target(kind: .evidence, index: index)),
                    cells: [
                        .text(item.method.map { words[$0.word] }), .text(item.date.map { edition.figures.date($0) }),
                        .text(item.sample), .number(edition.figures.number(claims)),
                    ], facets: facets?.numbers(of: .evidence, index))
            })
    }

    func insightTable(_ indices: ArraySlice<Int>) -> TableView? {
        let words = edition.words
        return TableView(
            words[.insights],
            columns: [
                ColumnView(words[.insight]), ColumnView(words[.type], .word),
                ColumnView(words[.severity], isNumber: true),
                ColumnView(words[.status], .word), ColumnView(words[.evidence], isNumber: true),
                ColumnView(words[.showsIn], isNumber: true), ColumnView(words[.addressedBy], isNumber: true),
            ],
            rows: indices.map { index in
                let item = edition.portfolio.insights[index]
                let target = Target(kind: .insight, index: index)
                let shown = edition.linked.citations(of: target, as: .shows).count
                let addressed = edition.citing(target, as: [.addresses], kind: .opportunity).count
                return RowView(
                    head: link(to: target),
                    cells: [
                        .text(words[item.type.word]), .number(item.severity.map { edition.figures.number($0) }),
                        .text(words[item.status == .open ? .open : .resolved]),
                        .number(edition.figures.number(item.evidence.count(where: { $0.target != nil }))),
                        .number(edition.figures.number(shown)), .number(edition.figures.number(addressed)),
                    ], facets: facets?.numbers(of: .insight, index))
            })
    }
}
