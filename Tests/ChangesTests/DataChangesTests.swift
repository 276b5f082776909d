import Testing

@testable import Changes

/// What changes in the data of a metric.
@Suite struct DataChangesTests {
    private static let metric = "---\ntitle: Calls\ntype: volume\ndirection: down\nbaseline: 10\ntarget: 5\n---\n"
    private static let rows = "date,value\n2026-09-30,10\n2026-10-31,9\n"

    private func change(_ old: String, _ new: String, of rows: String = rows) throws -> Change {
        let head = rows.replacing(old, with: new)
        #expect(head != rows)
        let files = ["metrics/calls.md": Self.metric, "journeys/a.md": "---\ntitle: A\nmetrics: [calls]\n---\n"]
        let changes = TwoStates(
            files.merging(["metrics/calls.csv": rows]) { $1 }, files.merging(["metrics/calls.csv": head]) { $1 }
        ).changes.changes
        #expect(changes.count == 1)
        return try #require(changes.first)
    }

    @Test func `A value of the same date was corrected`() throws {
        #expect(
            try change("30,10", "30,11").sentence
                == "Metric 'Calls' data: 1 corrected (2026-09-30: 10 → 11), latest 9 (2026-10-31)")
        #expect(
            try change("31,9", "31,8").sentence
                == "Metric 'Calls' data: 1 corrected (2026-10-31: 9 → 8), latest 9 (2026-10-31) → 8 (2026-10-31)")
    }

    @Test func `New, removed and corrected are told apart`() throws {
        let change = try change("2026-09-30,10\n2026-10-31,9", "2026-10-31,8\n2026-11-15,7")
        #expect(
            change.sentence
                == "Metric 'Calls' data: 1 corrected (2026-10-31: 9 → 8), 1 new value, 1 removed, latest 9 (2026-10-31) → 7 (2026-11-15)"
        )
        #expect(change.added == ["2026-10-31: 8", "2026-11-15: 7"])
        #expect(change.removed == ["2026-09-30: 10", "2026-10-31: 9"])
    }

    @Test func `Of segments each has its own value, and a sample is none`() throws {
        let rows = "date,value,segment,sample\n2026-09-30,10,,50\n2026-09-30,12,renters,20\n"
        #expect(
            try change("12,renters", "13,renters", of: rows).sentence.contains(
                "1 corrected (2026-09-30, renters: 12 → 13), latest"))
        #expect(
            try change("renters,20", "renters,40", of: rows).sentence.contains(
                "1 corrected (2026-09-30, renters: 12, sample 20 → 12, sample 40)"))
    }

    @Test func `What comes behind the day of the comparison moves no latest value`() throws {
        #expect(
            try change("2026-10-31,9\n", "2026-10-31,9\n2027-10-31,3\n").sentence
                == "Metric 'Calls' data: 1 new value, latest 9 (2026-10-31)")
    }
}
