import Diagnostics

/// A value in front matter or `portfolio.yml`, with the place where it stands.
///
/// Scalars are texts: `no`, `08` and `1.10` stay what was written, and whoever expects a number reads one.
package struct YAMLNode: Sendable {
    package enum Kind: Sendable {
        case scalar(String)
        case sequence([YAMLNode])
        case mapping(YAMLMapping)
        /// Nothing after the colon, or `~`, or `null`.
        case empty
        /// It could not be read; what is wrong with it has been said.
        case broken
    }

    package let kind: Kind
    /// Quotes included.
    package let range: TextRange
    /// How many bytes at the start of `range` stand before the value: 1 for a quote. Nothing where bytes and value differ
    /// (escapes, folded lines), so that parts of the value have no places of their own.
    private let lead: Int?

    package init(kind: Kind, range: TextRange, lead: Int? = nil) {
        self.kind = kind
        self.range = range
        self.lead = lead
    }

    /// Whether something in it could not be read.
    package var hasBroken: Bool {
        switch kind {
        case .broken: true
        case .sequence(let items): items.contains { $0.hasBroken }
        case .mapping(let mapping): mapping.entries.contains { $0.value.hasBroken }
        default: false
        }
    }

    package var isBroken: Bool { if case .broken = kind { true } else { false } }

    /// Where a part of a scalar stands, given as UTF-8 offsets into its text; the whole where that can't be said.
    package func range(ofPart part: Range<Int>) -> TextRange {
        guard let lead else { return range }
        let start = range.lowerBound + lead + part.lowerBound
        return start..<(start + part.count)
    }
}

/// Keys and values in the order of the file; of a key given twice, the first.
package struct YAMLMapping: Sendable {
    package struct Entry: Sendable {
        package let key: String
        package let keyRange: TextRange
        package let value: YAMLNode

        package init(key: String, keyRange: TextRange, value: YAMLNode) {
            self.key = key
            self.keyRange = keyRange
            self.value = value
        }
    }

    package private(set) var entries: [Entry] = []
    /// The places of keys among the entries, once they are too many to look through.
    private var places: [String: Int]?
    /// Of each length that a key has a bit, but for lengths that differ by 64; and whether all keys are ASCII.
    private var lengths: UInt64 = 0
    private var isPlain = true

    package init() {}

    package subscript(key: String) -> Entry? { place(of: key).map { entries[$0] } }

    /// Which of the entries has a key.
    package func place(of key: String) -> Int? {
        if let places { return places[key] }
        let length = key.utf8.count
        if lengths & Self.bit(length) != 0 {
            for place in entries.indices where entries[place].key.utf8.count == length && entries[place].key == key {
                return place
            }
        }
        // Only texts of other scripts can be the same and of another length.
        if isPlain, key.isASCII { return nil }
        return entries.indices.first { entries[$0].key == key }
    }

    /// Takes the value of a key that has none for one that could not be read.
    mutating func breakIfEmpty(_ key: String) {
        guard let place = place(of: key), case .empty = entries[place].value.kind else { return }
        let entry = entries[place]
        entries[place] = Entry(
            key: entry.key, keyRange: entry.keyRange, value: YAMLNode(kind: .broken, range: entry.value.range))
    }

    /// Puts an entry in the place of the one that has its key.
    mutating func replace(_ entry: Entry) {
        if let place = place(of: entry.key) { entries[place] = entry }
    }

    private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(length & 63) }

    /// Adds an entry, unless its key is there already: then it returns the first one.
    mutating func add(_ entry: Entry) -> Entry? {
        if let first = place(of: entry.key) { return entries[first] }
        if entries.isEmpty { entries.reserveCapacity(16) }
        entries.append(entry)
        lengths |= Self.bit(entry.key.utf8.count)
        if isPlain { isPlain = entry.key.isASCII }
        if places != nil {
            places?[entry.key] = entries.count - 1
        } else if entries.count > 32 {
            places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.key, $0) })
        }
        return nil
    }
}
