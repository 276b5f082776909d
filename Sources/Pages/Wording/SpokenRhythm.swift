import Journeys

extension Figures {
    /// "quarterly", "6 weeks": how often something is due, in the language of the site.
    func rhythm(_ rhythm: ReviewRhythm) -> String {
        if let name = words.texts["rhythm-\(rhythm.text)"] { return name }
        let parts = rhythm.text.split(separator: " ")
        guard parts.count == 2, let count = Int(parts[0]) else { return rhythm.text }
        let unit: Word = parts[1].hasPrefix("day") ? .days : parts[1].hasPrefix("week") ? .weeks : .monthCount
        return words.count(unit, count, as: number(count))
    }
}
