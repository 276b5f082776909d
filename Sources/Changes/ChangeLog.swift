import Journeys

/// What was changed in a portfolio, month by month, as `changes.csv` has it: told by its commits once, and read without them.
package struct ChangeLog: Hashable, Sendable {
    /// The file, relative to the content folder.
    package static let path = ContentListing.changeLogPath

    package struct Entry: Hashable, Sendable {
        /// The month end up to which it was changed.
        package let month: CivilDate
        package let change: Change
        /// When the file that it stands in was changed last in that month (UTC); nothing where that is not known.
        package let day: CivilDate?
        /// Who changed that file in that month, the first to do so first; of a review, who set its date.
        package let people: [String]

        package init(month: CivilDate, change: Change, day: CivilDate?, people: [String]) {
            self.month = month
            self.change = change
            self.day = day
            self.people = people
        }
    }

    /// The oldest month first; within a month what matters most to customers first.
    package let entries: [Entry]
    /// The places of the entries that are about a journey or what stands in it, by its id.
    private let ofJourney: [String: [Int]]
    /// By month, as places of `entries`.
    private let ofMonth: [CivilDate: Range<Int>]

    /// - Parameter entries: in any order of months; within a month as they are to be shown.
    package init(_ entries: [Entry]) {
        let order = entries.indices.sorted { (entries[$0].month, $0) < (entries[$1].month, $1) }
        self.entries = order.map { entries[$0] }
        var (ofJourney, ofMonth): ([String: [Int]], [CivilDate: Range<Int>]) = ([:], [:])
        for (place, entry) in self.entries.enumerated() {
            if let journey = entry.change.journey { ofJourney[journey, default: []].append(place) }
            ofMonth[entry.month] = (ofMonth[entry.month]?.lowerBound ?? place)..<place + 1
        }
        self.ofJourney = ofJourney
        self.ofMonth = ofMonth
    }

    package static let none = ChangeLog([])

    package var isEmpty: Bool { entries.isEmpty }

    /// What is known on a day: nothing of later month ends.
    package func known(on day: CivilDate) -> ChangeLog {
        guard let last = entries.last, last.month > day else { return self }
        return ChangeLog(entries.filter { $0.month <= day })
    }

    package func entries(in month: CivilDate) -> ArraySlice<Entry> { entries[ofMonth[month] ?? 0..<0] }

    /// The oldest first.
    package func entries(of journey: String) -> [Entry] { ofJourney[journey, default: []].map { entries[$0] } }

    /// The months that anything is told of, the oldest first.
    package var months: [CivilDate] { ofMonth.keys.sorted() }

    /// With the months of another in place of its own, of those that the other knows.
    package func replacing(_ months: Set<CivilDate>, with entries: [Entry]) -> ChangeLog {
        ChangeLog(self.entries.filter { !months.contains($0.month) } + entries)
    }
}
