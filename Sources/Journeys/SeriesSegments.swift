import Diagnostics
import Markup

extension SeriesReading {
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
