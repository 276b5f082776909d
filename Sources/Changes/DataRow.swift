import Journeys

/// A row of a metric's data, wherever it stands in its file.
struct DataRow: Hashable {
    let date: CivilDate
    let value: Double
    let segment: String?
    let sample: Double?

    init(_ row: Series.Row) {
        self.init(date: row.date, value: row.value, segment: row.segment, sample: row.sample)
    }

    private init(date: CivilDate, value: Double, segment: String?, sample: Double?) {
        (self.date, self.value, self.segment, self.sample) = (date, value, segment, sample)
    }

    var withoutSample: DataRow { DataRow(date: date, value: value, segment: segment, sample: nil) }

    /// `2026-10-31: 76.6, sample 120 (renters)`
    func shown(withSample: Bool) -> String {
        "\(date.iso): \(Number.plain(value))"
            + (withSample ? ", sample \(sample.map { Number.plain($0) } ?? "none")" : "")
            + (segment.map { " (\($0))" } ?? "")
    }
}

/// What happened to the rows of a metric's data, by what a change lists as added and removed: of a date and a segment that are in
/// both lists the value was corrected.
package struct DataRowChanges {
    package struct Correction: Hashable, Sendable {
        /// `2026-10-31`, `2026-10-31, renters`
        package let name: String
        package let from: String
        package let to: String
    }

    package private(set) var corrected: [Correction] = []
    package private(set) var added: [String] = []
    package private(set) var removed: [String] = []

    package init(added: [String], removed: [String]) { self.init(added, removed, parts: Self.parts) }

    /// The same of other lists of names and values, with a colon between them.
    init(entriesAdded added: [String], removed: [String]) {
        self.init(added, removed) { entry in
            entry.firstRange(of: ": ").map { (String(entry[..<$0.lowerBound]), String(entry[$0.upperBound...])) }
        }
    }

    private init(_ added: [String], _ removed: [String], parts: (String) -> (name: String, value: String)?) {
        var before: [String: (row: String, value: String)] = [:]
        for row in removed {
            if let (name, value) = parts(row), before[name] == nil { before[name] = (row, value) }
        }
        var replaced: Set<String> = []
        for row in added {
            if let (name, value) = parts(row), let old = before.removeValue(forKey: name) {
                corrected.append(Correction(name: name, from: old.value, to: value))
                replaced.insert(old.row)
            } else {
                self.added.append(row)
            }
        }
        self.removed = removed.filter { !replaced.contains($0) }
    }

    private static func parts(_ row: String) -> (name: String, value: String)? {
        guard let colon = row.firstRange(of: ": ") else { return nil }
        let date = row[..<colon.lowerBound]
        let rest = row[colon.upperBound...]
        guard let segment = rest.firstRange(of: " ("), rest.hasSuffix(")") else { return (String(date), String(rest)) }
        return ("\(date), \(rest[segment.upperBound...].dropLast())", String(rest[..<segment.lowerBound]))
    }
}
