import Diagnostics
import Markup

extension Journey {
    /// The level by its place among those of the portfolio, and where it is written.
    static func readLevel(with record: inout RecordReading, levels: [String]) -> (index: Int, range: TextRange?) {
        guard let (text, node) = record.fields.scalar("level") else { return (0, nil) }
        if let index = levels.firstIndex(of: text) { return (index, node.range) }
        if record.settings.taxonomy.unread.contains("levels") { return (0, nil) }
        // `Level 2`
        let words = text.split(separator: " ")
        if words.count < 3, let number = words.last.flatMap({ Int($0) }), levels.indices.contains(number - 1),
            OtherNames.value(for: text, among: levels) == nil
        {
            record.fields.say(
                .wrongValue, node.range,
                "'\(text)' is not a value of 'level': it takes one of \(levels.joined(separator: ", "))",
                hint: "levels go by their names: \(number) is '\(levels[number - 1])'")
            return (0, nil)
        }
        record.fields.wrongValue(text, at: node.range, of: "level", expected: levels)
        return (0, nil)
    }
}
