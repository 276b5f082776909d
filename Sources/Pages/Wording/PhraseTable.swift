/// The phrases of one kind of word.
///
/// A view asks for dozens, and to look a word up by its key would take longer than to copy the phrase: they stand in a list, each at
/// the place of its word among the cases.
struct PhraseTable<Key: CaseIterable & Sendable>: Sendable {
    private let phrases: [Phrase]

    init(_ phrase: (Key) -> Phrase) {
        phrases = Key.allCases.sorted { Self.place(of: $0) < Self.place(of: $1) }.map(phrase)
    }

    subscript(_ key: Key) -> Phrase { phrases[Self.place(of: key)] }

    /// What a case without a value is stored as: its number among them, in a byte, or in two where there are more than 256.
    private static func place(of key: Key) -> Int {
        withUnsafeBytes(of: key) { bytes in
            bytes.count == 1 ? Int(bytes[0]) : Int(bytes[0]) | Int(bytes[1]) << 8
        }
    }
}
