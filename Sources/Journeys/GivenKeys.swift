import Diagnostics

/// The keys of front matter that checks ask for and that the author gave, even if their values could not be read.
package struct GivenKeys: Hashable, Sendable {
    package enum Key: String, CaseIterable, Sendable {
        case parent
        case alsoIn = "also_in"
        case owner, reviewed, metric, metrics, evidence, because
    }

    /// A bit for each key in order, then one for each input of the scoring models.
    private let bits: UInt32

    private init(bits: UInt32) { self.bits = bits }

    package static let none = GivenKeys(bits: 0)

    init(_ keys: [Key] = [], inputs: [Opportunity.Input] = [], where isGiven: (String) -> Bool) {
        var bits: UInt32 = 0
        for key in keys where isGiven(key.rawValue) { bits |= Self.bit(of: key) }
        for input in inputs where isGiven(input.rawValue) { bits |= Self.bit(of: input) }
        self.bits = bits
    }

    package func contains(_ key: Key) -> Bool { bits & Self.bit(of: key) != 0 }
    package func contains(_ input: Opportunity.Input) -> Bool { bits & Self.bit(of: input) != 0 }

    private static func bit(of key: Key) -> UInt32 { bit(at: Key.allCases.firstIndex(of: key)) }

    private static func bit(of input: Opportunity.Input) -> UInt32 {
        bit(at: Opportunity.Input.allCases.firstIndex(of: input).map { Key.allCases.count + $0 })
    }

    private static func bit(at place: Int?) -> UInt32 { place.map { 1 << UInt32($0) } ?? 0 }
}

extension GivenKeys: Packed {
    package func pack(into pack: inout PackWriter) { pack.number(Int(bits)) }

    package init(from pack: inout PackReader) { bits = UInt32(truncatingIfNeeded: pack.number()) }
}
