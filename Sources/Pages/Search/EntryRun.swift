import Journeys

/// Entries of one item that follow each other.
///
/// What they are is in the portfolio, and gone over when they are wanted: a large one has hundreds of thousands of them.
struct EntryRun: Sendable {
    enum Share: Sendable {
        /// The item itself.
        case item
        case moments
        case findings
        /// Those that something is still to be done about, and the others.
        case openFindings, resolvedFindings
        case passages
    }

    let share: Share
    /// Whose list `item` is an index into.
    let content: ContentKind
    private let itemNumber: UInt32
    private let countNumber: UInt32

    var item: Int { Int(itemNumber) }
    var count: Int { Int(countNumber) }

    /// Nothing where there are none.
    init?(_ share: Share, of content: ContentKind, _ item: Int, in portfolio: Portfolio) {
        self.share = share
        self.content = content
        itemNumber = UInt32(item)
        var count: UInt32 = 0
        Self.visit(share, of: content, item, in: portfolio) { _ in count += 1 }
        if count == 0 { return nil }
        countNumber = count
    }

    func visit(in portfolio: Portfolio, _ take: (SearchEntry) -> Void) {
        Self.visit(share, of: content, item, in: portfolio, take)
    }

    private static func visit(
        _ share: Share, of content: ContentKind, _ item: Int, in portfolio: Portfolio, _ take: (SearchEntry) -> Void
    ) {
        switch share {
        case .item: take(SearchEntry(content, item))
        case .moments:
            for place in portfolio.journeys[item].places where !place.moment.title.isEmpty {
                take(SearchEntry(journey: item, stage: place.stage, step: place.step))
            }
        case .findings: visitFindings(of: item, in: portfolio, take) { _ in true }
        case .openFindings: visitFindings(of: item, in: portfolio, take) { $0.status != .resolved }
        case .resolvedFindings: visitFindings(of: item, in: portfolio, take) { $0.status == .resolved }
        case .passages:
            let target = Target(kind: content, index: item)
            let record = portfolio.record(of: target)
            for (position, anchor) in record.anchors.enumerated() {
                // A heading that is the title leads to the page, which is found by it.
                guard !anchor.text.isEmpty, anchor.role != .heading || anchor.text != record.title,
                    let entry = SearchEntry(anchor, at: position, in: target)
                else { continue }
                take(entry)
            }
        }
    }

    private static func visitFindings(
        of journey: Int, in portfolio: Portfolio, _ take: (SearchEntry) -> Void, _ isMeant: (Finding) -> Bool
    ) {
        for place in portfolio.journeys[journey].places {
            for (lane, content) in place.moment.lanes.enumerated() {
                guard case .findings(let found) = content.value else { continue }
                for (position, finding) in found.enumerated() where isMeant(finding) {
                    take(
                        SearchEntry(
                            finding, at: position, lane: lane, journey: journey, stage: place.stage, step: place.step))
                }
            }
        }
    }
}
