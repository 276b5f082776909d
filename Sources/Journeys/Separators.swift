import Diagnostics

/// Signs that stand between names in place of a comma. The commas of other scripts are commas, see `CommaList`.
enum Separators {
    private static let signs: [Character] = [";", "；", "؛"]
    /// These stand in names, too, unless there is a space on both sides.
    private static let spaced: [Character] = ["|", "•", "·"]
    /// In a list that has commas, a part of a name even so: whoever writes them knows what separates names.
    static let slash: Character = "/"

    static func first(in text: String) -> Character? {
        // Most lists have none of these.
        let mayHave = text.withBytes { bytes in
            bytes.contains { byte in
                byte >= 0x80 || [UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "/")].contains(byte)
            }
        }
        guard mayHave else { return nil }
        let characters = Array(text)
        let spaced = spacedSigns(in: text)
        return characters.indices.first { isSeparator(at: $0, in: characters, spaced) }.map { characters[$0] }
    }

    /// The names, whatever stands between them.
    static func parts(of text: String) -> [String] {
        let characters = Array(text)
        let spaced = spacedSigns(in: text)
        return characters.indices.split { isSeparator(at: $0, in: characters, spaced) }.flatMap { range in
            CommaList(String(characters[range])).map(\.text)
        }
    }

    private static func spacedSigns(in text: String) -> [Character] {
        CommaList(text).parts.count > 1 ? spaced : spaced + [slash]
    }

    /// What ends a text separates nothing.
    private static func isSeparator(at index: Int, in characters: [Character], _ spaced: [Character]) -> Bool {
        guard index > 0, index + 1 < characters.count else { return false }
        if signs.contains(characters[index]) { return characters[(index + 1)...].contains { $0 != " " } }
        return spaced.contains(characters[index]) && characters[index - 1] == " " && characters[index + 1] == " "
    }
}
