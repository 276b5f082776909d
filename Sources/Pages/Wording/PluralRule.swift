/// Which form of a text goes with a whole number, by language.
///
/// Source: Unicode CLDR, `supplemental/plurals.xml`, cardinal rules. Forms that only fractions or whole millions take
/// are not asked for; a language that is not listed has two, one for 1 and one for all other numbers.
package enum PluralRule: Hashable, Sendable {
    case single, oneOther, upToOneOther, hebrew, arabic, icelandic, southSlavic, eastSlavic, polish, czech, slovenian
    case romanian, lithuanian, latvian, irish, welsh

    package enum Category: String, CaseIterable, Hashable, Sendable {
        case zero, one, two, few, many, other
    }

    /// - Parameter language: the first part of a language tag, in lower case.
    package init(language: String) {
        self =
            switch language {
            case "ja", "zh", "ko", "vi", "th", "id", "ms", "my", "lo", "yue": .single
            case "fr", "pt", "hi", "bn", "fa", "am", "gu", "kn", "hy", "zu": .upToOneOther
            case "he", "iw": .hebrew
            case "ar": .arabic
            case "is", "mk": .icelandic
            case "hr", "sr", "bs": .southSlavic
            case "ru", "uk", "be": .eastSlavic
            case "pl": .polish
            case "cs", "sk": .czech
            case "sl": .slovenian
            case "ro": .romanian
            case "lt": .lithuanian
            case "lv": .latvian
            case "ga": .irish
            case "cy": .welsh
            default: .oneOther
            }
    }

    /// The forms that the language has, in the order in which they are written.
    package var categories: [Category] {
        switch self {
        case .single: [.other]
        case .oneOther, .upToOneOther, .icelandic: [.one, .other]
        case .hebrew: [.one, .two, .other]
        case .arabic, .welsh: [.zero, .one, .two, .few, .many, .other]
        case .southSlavic, .czech, .romanian, .lithuanian: [.one, .few, .other]
        case .eastSlavic, .polish: [.one, .few, .many]
        case .slovenian: [.one, .two, .few, .other]
        case .latvian: [.zero, .one, .other]
        case .irish: [.one, .two, .few, .many, .other]
        }
    }

    package func category(of number: Int) -> Category {
        let ten = number % 10
        let hundred = number % 100
        let isTeen = (11...19).contains(hundred)
        let isFew = (2...4).contains(ten) && !(12...14).contains(hundred)
        switch self {
        case .single: return .other
        case .oneOther: return number == 1 ? .one : .other
        case .upToOneOther: return number <= 1 ? .one : .other
        case .hebrew: return number == 1 ? .one : number == 2 ? .two : .other
        case .arabic:
            if let category = Self.first(number, [.zero, .one, .two]) { return category }
            return (3...10).contains(hundred) ? .few : (11...99).contains(hundred) ? .many : .other
        case .icelandic: return ten == 1 && hundred != 11 ? .one : .other
        case .southSlavic: return ten == 1 && hundred != 11 ? .one : isFew ? .few : .other
        case .eastSlavic: return ten == 1 && hundred != 11 ? .one : isFew ? .few : .many
        case .polish: return number == 1 ? .one : isFew ? .few : .many
        case .czech: return number == 1 ? .one : (2...4).contains(number) ? .few : .other
        case .slovenian:
            return hundred == 1 ? .one : hundred == 2 ? .two : (3...4).contains(hundred) ? .few : .other
        case .romanian: return number == 1 ? .one : number == 0 || (1...19).contains(hundred) ? .few : .other
        case .lithuanian: return isTeen ? .other : ten == 1 ? .one : ten > 1 ? .few : .other
        case .latvian: return ten == 0 || isTeen ? .zero : ten == 1 ? .one : .other
        case .irish:
            return number == 1
                ? .one : number == 2 ? .two : number < 3 ? .other : number < 7 ? .few : number < 11 ? .many : .other
        case .welsh: return Self.first(number, [.zero, .one, .two, .few]) ?? (number == 6 ? .many : .other)
        }
    }

    private static func first(_ number: Int, _ categories: [Category]) -> Category? {
        categories.indices.contains(number) ? categories[number] : nil
    }
}
