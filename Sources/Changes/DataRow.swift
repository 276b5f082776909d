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

    package init(added: [String], removed: [String]) {
        let before = Dictionary(
            removed.compactMap { row in Self.parts(of: row).map { ($0.name, $0.value) } },
            uniquingKeysWith: { first, _ in first })
        var names: Set<String> = []
        for row in added {
            if let (name, value) = Self.parts(of: row), let from = before[name], names.insert(name).inserted {
                corrected.append(Correction(name: name, from: from, to: value))
            } else {
                self.added.append(row)
            }
        }
        self.removed = removed.filter { row in !(Self.parts(of: row).map { names.contains($0.name) } ?? false) }
    }

    private static func parts(of row: String) -> (name: String, value: String)? {
        guard let colon = row.firstRange(of: ": ") else { return nil }
        let date = row[..<colon.lowerBound]
        let rest = row[colon.upperBound...]
        guard let segment = rest.firstRange(of: " ("), rest.hasSuffix(")") else { return (String(date), String(rest)) }
        return ("\(date), \(rest[segment.upperBound...].dropLast())", String(rest[..<segment.lowerBound]))
    }
}
