/// `local@domain.tld`, as people write it. Mailboxes of nobody in particular (`info@…`), names that are set aside for examples (RFC 2606) and
/// names of files (`logo@2x.png`) are none.
enum MailAddress {
    static func range(around at: Int, from floor: Int, in bytes: [UInt8]) -> Range<Int>? {
        var start = at
        while start > floor, isLocal(bytes[start - 1]) { start -= 1 }
        while start < at, bytes[start] == UInt8(ascii: ".") { start += 1 }
        var end = at + 1
        while end < bytes.count, bytes[end].isWordByte || bytes[end] == 0x2D || bytes[end] == 0x2E { end += 1 }
        while end > at, bytes[end - 1] == 0x2D || bytes[end - 1] == 0x2E { end -= 1 }
        guard start < at, end > at + 1 else { return nil }
        let local = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
        let domain = String(decoding: bytes[(at + 1)..<end], as: UTF8.self).lowercased()
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }), let last = labels.last, last.utf8.count > 1,
            last.utf8.allSatisfy(\.isLetter), !notDomains.contains(String(last)), !mailboxes.contains(local)
        else { return nil }
        let isExample = labels[labels.count - 2] == "example" && ["com", "org", "net"].contains(last)
        return isExample ? nil : start..<end
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        byte.isWordByte || byte >= 0x80 || "._%+-".utf8.contains(byte)
    }

    private static let notDomains: Set<String> = [
        "example", "test", "invalid", "localhost", "png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "css",
    ]
    private static let mailboxes: Set<String> = [
        "info", "contact", "hello", "help", "support", "service", "sales", "office", "team", "press", "privacy",
        "billing",
        "noreply", "no-reply", "kontakt", "hilfe", "kundenservice", "datenschutz", "postmaster", "webmaster",
    ]
}

/// Digits in groups, with what may stand between them.
struct DigitGroups {
    var groups: [Int] = []
    var digits: [UInt8] = []
    var end = 0
    var hasBrackets = false

    /// Whether a group of digits has another one behind it. Most numbers in a text have none, and are nobody's.
    static func hasSecond(behind start: Int, in bytes: [UInt8]) -> Bool {
        var index = start
        while index < bytes.count, bytes[index].isDigit { index += 1 }
        var next = index
        while next < bytes.count, next - index < 3, " -./()".utf8.contains(bytes[next]) { next += 1 }
        return next > index && next < bytes.count && bytes[next].isDigit
    }

    /// How many digits stand in a row.
    static func length(at start: Int, in bytes: [UInt8]) -> Int {
        var end = start
        while end < bytes.count, bytes[end].isDigit { end += 1 }
        return end - start
    }

    /// - Parameter most: more digits than this are not looked at.
    init(at start: Int, most: Int, in bytes: [UInt8]) {
        var index = start
        while index < bytes.count, digits.count <= most {
            var next = index
            // " (", ") ", " - " and the like.
            while next < bytes.count, next - index < 3, " -./()".utf8.contains(bytes[next]) { next += 1 }
            if next > index, !digits.isEmpty || bytes[index] != UInt8(ascii: "("),
                next - index > (digits.isEmpty ? 0 : 3)
            {
                return
            }
            guard next < bytes.count, bytes[next].isDigit else { return }
            if bytes[index..<next].contains(UInt8(ascii: "(")) { hasBrackets = true }
            let first = next
            while next < bytes.count, bytes[next].isDigit { next += 1 }
            groups.append(next - first)
            digits += bytes[first..<next]
            index = next
            end = next
        }
    }

    /// Whether something goes on behind the last digit: a word, a unit, a currency.
    func goesOn(in bytes: [UInt8]) -> Bool {
        var next = end
        if next < bytes.count, bytes[next].isWordByte || bytes[next] == UInt8(ascii: "_") { return true }
        if next < bytes.count, bytes[next] == 0x20 { next += 1 }
        guard next < bytes.count else { return false }
        return "%$".utf8.contains(bytes[next]) || bytes[next...].starts(with: "€".utf8)
            || bytes[next...].starts(with: "£".utf8)
    }
}

/// Phone numbers as they are written with a country's code, or with signs between groups. A run of digits alone may be the number of an order
/// or a meter, and is none; a date, an amount or a range has other groups.
enum PhoneNumber {
    static func end(at start: Int, in bytes: [UInt8]) -> Int? {
        let hasPlus = bytes[start] == UInt8(ascii: "+")
        // Without a code there must be a 0, or three digits in the first group: dates and amounts are none.
        if bytes[start].isDigit, bytes[start] != UInt8(ascii: "0"), DigitGroups.length(at: start, in: bytes) != 3 {
            return nil
        }
        let number = DigitGroups(at: hasPlus ? start + 1 : start, most: 16, in: bytes)
        let (groups, digits) = (number.groups, number.digits)
        guard let first = digits.first, !number.goesOn(in: bytes), groups.count <= 8 else { return nil }
        let isPhone: Bool
        if hasPlus {
            isPhone =
                bytes[start + 1].isDigit && first != UInt8(ascii: "0") && (8...15).contains(digits.count)
                && !(isAmount(groups) && digits.count < 10)
        } else if digits.starts(with: "00".utf8) {
            isPhone = groups.count > 1 && groups[0] >= 3 && (10...16).contains(digits.count)
        } else if first == UInt8(ascii: "0") {
            isPhone = (2...5).contains(groups.count) && groups[0] >= 3 && (9...12).contains(digits.count)
        } else {
            isPhone = isNorthAmerican(number, at: start, in: bytes)
        }
        return isPhone ? number.end : nil
    }

    /// `+10 000 000`
    private static func isAmount(_ groups: [Int]) -> Bool {
        groups.count > 1 && groups[0] <= 3 && groups.dropFirst().allSatisfy { $0 == 3 }
    }

    /// `555-123-4567`, `(555) 123-4567`
    private static func isNorthAmerican(_ number: DigitGroups, at start: Int, in bytes: [UInt8]) -> Bool {
        let isBare = !number.hasBrackets && bytes[start..<number.end].contains(UInt8(ascii: " "))
        return number.groups == [3, 3, 4] && !isBare && number.digits[0] >= UInt8(ascii: "2")
            && number.digits[3] >= UInt8(ascii: "2")
    }
}

/// Numbers of payment cards, in four groups of four, with a check digit that is right (Luhn).
enum PaymentCard {
    static func end(at start: Int, in bytes: [UInt8]) -> Int? {
        let firsts = UInt8(ascii: "3")...UInt8(ascii: "6")
        guard firsts.contains(bytes[start]), DigitGroups.length(at: start, in: bytes) == 4 else { return nil }
        let number = DigitGroups(at: start, most: 16, in: bytes)
        guard number.groups == [4, 4, 4, 4], !number.goesOn(in: bytes) else { return nil }
        let sum = number.digits.enumerated().reduce(0) { sum, digit in
            let value = Int(digit.element - 0x30)
            return sum + (digit.offset % 2 == 0 ? value * 2 / 10 + value * 2 % 10 : value)
        }
        return sum % 10 == 0 ? number.end : nil
    }
}

/// Numbers of bank accounts as ISO 13616 has them (IBAN): of the length that their country has, and with a checksum that is right.
enum BankAccount {
    static func end(at start: Int, in bytes: [UInt8]) -> Int? {
        guard start + 4 < bytes.count, bytes[start + 1].isUpperLetter,
            let length = lengths[String(decoding: bytes[start..<(start + 2)], as: UTF8.self)]
        else { return nil }
        var signs: [UInt8] = []
        var index = start
        while index < bytes.count, signs.count < length {
            if bytes[index] == 0x20, !signs.isEmpty, signs.count.isMultiple(of: 4) {
                index += 1
                continue
            }
            guard bytes[index].isDigit || bytes[index].isUpperLetter else { return nil }
            signs.append(bytes[index])
            index += 1
        }
        guard signs.count == length, index == bytes.count || !bytes[index].isWordByte else { return nil }
        return isSound(signs) ? index : nil
    }

    /// The first four signs behind the others, letters as 10 to 35: the number leaves 1 when divided by 97.
    private static func isSound(_ signs: [UInt8]) -> Bool {
        guard signs[2].isDigit, signs[3].isDigit else { return false }
        let rest = (signs[4...] + signs[..<4]).reduce(0) { rest, sign in
            sign.isDigit ? (rest * 10 + Int(sign - 0x30)) % 97 : (rest * 100 + Int(sign - 0x41) + 10) % 97
        }
        return rest == 1
    }

    private static let lengths: [String: Int] = [
        "AD": 24, "AE": 23, "AT": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "CH": 21, "CY": 28, "CZ": 24, "DE": 22,
        "DK": 18, "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22, "GI": 23, "GL": 18, "GR": 27,
        "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "LB": 28, "LI": 21, "LT": 20,
        "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PK": 24, "PL": 28, "PT": 25, "QA": 29, "RO": 24,
        "RS": 22, "SA": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "XK": 20,
    ]
}
