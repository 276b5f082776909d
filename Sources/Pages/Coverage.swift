import Journeys

/// Which moments of a journey say what is done, how it feels, and what the customer meets.
struct Coverage {
    struct Part: Hashable {
        let title: String
        let anchor: String
        let hasDoing: Bool
        let hasFeeling: Bool
        let hasContact: Bool
        let hasEvidence: Bool
        let hasMetric: Bool

        var isWhole: Bool { hasDoing && hasFeeling && hasContact }
    }

    let moments: [Part]

    /// A moment is a step; a stage without steps; or a stage with steps that has a feeling or findings of its own.
    init(_ journey: Journey) {
        moments = journey.places.compactMap { place in
            let moment = place.moment
            guard journey.isMoment(moment, stage: place.stage, step: place.step) else { return nil }
            func isThere(_ references: [Reference]) -> Bool {
                references.indices.contains { references[$0].target != nil }
            }
            return Part(
                title: moment.title, anchor: moment.anchor,
                hasDoing: moment.lanes.contains { $0.lane == "doing" },
                hasFeeling: moment.feelings.indices.contains { moment.feelings[$0].value != nil },
                hasContact: !moment.tags(in: "touchpoints").isEmpty || !moment.tags(in: "channels").isEmpty,
                // By place: each of them holds much besides its evidence.
                hasEvidence: moment.findings.indices.contains { isThere(moment.findings[$0].evidence) }
                    || moment.feelings.indices.contains { isThere(moment.feelings[$0].evidence) }
                    || moment.quotes.indices.contains { isThere(moment.quotes[$0].evidence) }
                    || isThere(moment.references(in: "evidence")),
                hasMetric: isThere(moment.references(in: "metrics")))
        }
    }

    func summary(_ edition: Edition) -> String {
        edition.words.count(
            .coverageSummary, moments.count, as: edition.figures.number(moments.count(where: \.isWhole)),
            ["of": edition.figures.number(moments.count)])
    }

    func table(at journey: Int, links: PageLinks) -> TableView? {
        let words = links.edition.words
        func cell(_ isThere: Bool) -> CellView {
            CellView.text(words[isThere ? .there : .notThere], isWarning: !isThere)
        }
        return TableView(
            words[.coverage],
            columns: [.moment, .doing, .feeling, .contact, .evidence, .metrics].map { ColumnView(words[$0]) },
            rows: moments.map { part in
                RowView(
                    head: LinkView(
                        text: part.title,
                        address: links.address(of: Target(kind: .journey, index: journey, anchor: part.anchor))),
                    cells: [part.hasDoing, part.hasFeeling, part.hasContact, part.hasEvidence, part.hasMetric].map(cell)
                )
            })
    }
}
