import Diagnostics
import Markup

extension SeriesReading {
    /// Says of rows that are of the whole by a name of their own: beside others it would be one of the parts.
    mutating func sayOfWhole(in table: DelimitedText) {
        let names = Set(rows.map { $0.segment?.lowercased() })
        guard names.count > 1, names.contains(where: { $0.map(Self.wholes.contains) ?? false }),
            let field = table.records.dropFirst().compactMap({ segment(of: $0) }).first(where: {
                Self.wholes.contains($0.text.lowercased())
            })
        else { return }
        say(
            .seriesSegment, field.range, "'\(field.text)' is read as one segment among the others",
            hint: "leave the segment empty in the rows of the whole")
    }

    private static let wholes: Set<String> = [
        "total", "all", "overall", "whole", "everyone", "sum", "gesamt", "insgesamt", "alle", "summe",
    ]

    /// Says once of each segment that another differs from it in case alone: they are counted as two.
    mutating func sayOfSegments(in table: DelimitedText) {
        let names = Set(rows.compactMap(\.segment))
        guard names.count > 1, Set(names.map { $0.lowercased() }).count < names.count else { return }
        var first: [String: DelimitedText.Field] = [:]
        var told: Set<String> = []
        for record in table.records.dropFirst() {
            guard let field = segment(of: record), names.contains(field.text) else { continue }
            guard let earlier = first[field.text.lowercased()] else {
                first[field.text.lowercased()] = field
                continue
            }
            guard earlier.text != field.text, told.insert(field.text).inserted else { continue }
            say(
                .seriesSegment, field.range,
                "the segment '\(field.text)' differs from '\(earlier.text)' in case alone, so the two are counted apart",
                notes: [
                    Diagnostic.Note("it is written so here", at: Location(path: source.path, range: earlier.range))
                ],
                hint: "write \(earlier.text) if the same is meant")
        }
    }
}
