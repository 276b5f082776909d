import Diagnostics
import Markup

/// What tells who somebody is, in text that is published: a quote is worth as much without the name under it.
///
/// Looked for in the bodies of journeys, insights, evidence and personas, where people are quoted. What is found is never repeated in
/// a message.
enum PersonalData {
    /// - Parameter bodyStart: front matter names owners and researchers, who want to be found.
    static func diagnostics(in source: SourceText, from bodyStart: Int) -> [Diagnostic] {
        PersonalDataSearch(in: source.bytes, from: bodyStart).matches().map { match in
            Diagnostic(
                .personalData, at: Location(path: source.path, range: match.range),
                "'\(masked(match, in: source.bytes))' looks like \(match.kind.rawValue) of a person",
                hint: "leave it out, or write what it stands for, such as (\(match.kind.placeholder))")
        }
    }

    static func isLookedFor(in kind: ContentKind) -> Bool {
        switch kind {
        case .journey, .insight, .evidence, .persona: true
        default: false
        }
    }

    /// Enough to find it by, and not enough to use it.
    private static func masked(_ match: PersonalDataSearch.Match, in bytes: [UInt8]) -> String {
        let text = String(decoding: bytes[match.range], as: UTF8.self)
        switch match.kind {
        case .mail: return "\(text.prefix(1))…@…"
        case .phone: return "\(text.prefix(3))…"
        case .account: return "\(text.prefix(2))…"
        case .card: return "\(text.prefix(1))…"
        }
    }
}

/// Goes through a text once. Of several kinds that something could be, it is the first of: account, card, phone.
struct PersonalDataSearch {
    enum Kind: String {
        case mail = "the e-mail address"
        case phone = "the phone number"
        case account = "the account number"
        case card = "the card number"

        var placeholder: String {
            switch self {
            case .mail: "an address"
            case .phone: "a number"
            case .account: "an account"
            case .card: "a card"
            }
        }
    }

    struct Match {
        let kind: Kind
        let range: TextRange
    }

    let bytes: [UInt8]
    private let start: Int

    init(in bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        self.start = start
    }

    /// By byte: whether anything starts with it. Most of a text is letters that nothing does, and all of it is looked at.
    private static let opens: [Bool] = (0...255).map { byte in
        let byte = UInt8(byte)
        return byte.isUpperLetter || byte.isDigit || "@+({<h".utf8.contains(byte)
    }

    func matches() -> [Match] {
        var matches: [Match] = []
        var index = start
        /// Before it everything has been seen as something else.
        var floor = start
        let opens = Self.opens
        while index < bytes.count {
            index = bytes.withUnsafeBufferPointer { bytes in
                opens.withUnsafeBufferPointer { opens in
                    var index = index
                    while index < bytes.count, !opens[Int(bytes[index])] || Self.isInWord(index, in: bytes) {
                        index += 1
                    }
                    return index
                }
            }
            if index == bytes.count { break }
            if let end = HiddenText.end(at: index, in: bytes) {
                index = end
                floor = end
            } else if let match = match(at: index, from: floor) {
                matches.append(match)
                index = match.range.upperBound
                floor = index
            } else {
                index += 1
            }
        }
        return matches
    }

    /// Whether a letter that could start something is followed by none that it would need: an account by a second capital, an address by
    /// the `t` of `http`.
    private static func isInWord(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes[index].isLetter, index + 1 < bytes.count else { return false }
        return bytes[index] == UInt8(ascii: "h")
            ? bytes[index + 1] != UInt8(ascii: "t") : !bytes[index + 1].isUpperLetter
    }

    private func match(at index: Int, from floor: Int) -> Match? {
        switch bytes[index] {
        case UInt8(ascii: "@"):
            return MailAddress.range(around: index, from: floor, in: bytes).map { Match(kind: .mail, range: $0) }
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            guard isStart(index) else { return nil }
            return BankAccount.end(at: index, in: bytes).map { Match(kind: .account, range: index..<$0) }
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "("):
            guard isStart(index), !bytes[index].isDigit || DigitGroups.hasSecond(behind: index, in: bytes) else {
                return nil
            }
            if let end = PaymentCard.end(at: index, in: bytes) { return Match(kind: .card, range: index..<end) }
            return PhoneNumber.end(at: index, in: bytes).map { Match(kind: .phone, range: index..<$0) }
        default: return nil
        }
    }

    /// Signs behind which a word goes on.
    private static func joins(_ sign: UInt8) -> Bool {
        switch sign {
        case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","),
            UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "$"), UInt8(ascii: "&"):
            true
        default: false
        }
    }

    /// Whether a number may start there: not in the middle of a word, an id, an amount or a time.
    private func isStart(_ index: Int) -> Bool {
        guard index > start else { return true }
        let before = bytes[index - 1]
        if before.isWordByte || Self.joins(before) { return false }
        // Further groups of a number that is something else.
        if before == 0x20, bytes[index].isDigit, index > start + 1, bytes[index - 2].isDigit { return false }
        // £, €
        if before == 0xA3 || before == 0xAC { return false }
        return before != UInt8(ascii: ":") || index < start + 2 || !bytes[index - 2].isDigit
    }
}

/// What is written in a file and seen by nobody: where links lead, attributes, comments.
private enum HiddenText {
    /// Where it ends, if it starts at `index`.
    static func end(at index: Int, in bytes: [UInt8]) -> Int? {
        switch bytes[index] {
        case UInt8(ascii: "<"):
            guard bytes[index...].starts(with: "<!--".utf8) else { return nil }
            var end = index + 4
            while end < bytes.count, !bytes[end...].starts(with: "-->".utf8) { end += 1 }
            return min(end + 3, bytes.count)
        case UInt8(ascii: "("):
            guard index > 0, bytes[index - 1] == UInt8(ascii: "]") else { return nil }
            // Who can be written to or called is told by the address itself.
            let isReach = ["mailto:", "tel:", "sms:"].contains { bytes[(index + 1)...].starts(with: $0.utf8) }
            return isReach ? nil : lineEnd(of: UInt8(ascii: ")"), from: index, in: bytes)
        case UInt8(ascii: "{"):
            guard let end = lineEnd(of: UInt8(ascii: "}"), from: index, in: bytes) else { return nil }
            // There is a brace at least behind the first one.
            if bytes[index + 1] == UInt8(ascii: "#") || bytes[index + 1] == UInt8(ascii: ".") { return end }
            return bytes.firstPlace(of: UInt8(ascii: "="), from: index).map { $0 < end } == true ? end : nil
        case UInt8(ascii: "h"):
            // Most words with an h have no t behind it.
            guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "t") else { return nil }
            let rest = bytes[index...]
            guard rest.starts(with: "https://".utf8) || rest.starts(with: "http://".utf8) else { return nil }
            return rest.firstIndex { $0 <= 0x20 || ")>\"".utf8.contains($0) } ?? bytes.count
        default: return nil
        }
    }

    /// No attributes and no addresses are longer: a line of nothing but braces is not gone through for each of them.
    private static let longest = 1024

    /// Behind the next such sign of the line.
    private static func lineEnd(of sign: UInt8, from index: Int, in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var end = index
            let last = min(bytes.count, index + longest)
            while end < last {
                if bytes[end] == sign { return end + 1 }
                if bytes[end] == 0x0A || bytes[end] == 0x0D { return nil }
                end += 1
            }
            return nil
        }
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isUpperLetter: Bool { (0x41...0x5A).contains(self) }
    var isLetter: Bool { isUpperLetter || (0x61...0x7A).contains(self) }
    var isWordByte: Bool { isDigit || isLetter }
}
