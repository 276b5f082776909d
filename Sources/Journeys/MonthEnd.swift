/// The last days of months.
package enum MonthEnd {
    /// The last ones up to a day, which may itself be one; the oldest first.
    package static func last(_ count: Int, upTo day: CivilDate) -> [CivilDate] {
        var ends: [CivilDate] = []
        var next = onOrBefore(day)
        for _ in 0..<max(0, count) {
            ends.append(next)
            next = before(next)
        }
        return ends.reversed()
    }

    /// The last day of a quarter of the calendar that was over before a day.
    package static func lastOfQuarter(before day: CivilDate) -> CivilDate {
        var end = before(day)
        while end.yearMonthDay.month % 3 != 0 { end = before(end) }
        return end
    }

    /// Whether a day is the last of its month.
    package static func isOne(_ day: CivilDate) -> Bool { day.advanced(by: 1).yearMonthDay.day == 1 }

    private static func onOrBefore(_ day: CivilDate) -> CivilDate { isOne(day) ? day : before(day) }

    /// The last day of the month before that of a day.
    private static func before(_ day: CivilDate) -> CivilDate { day.advanced(by: -day.yearMonthDay.day) }
}
