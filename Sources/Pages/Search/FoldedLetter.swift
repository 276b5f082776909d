/// A letter as searches compare it: small, without accents and points, in one of its several forms.
///
/// `theme/search.js` folds what is typed by the same rules, with the browser's own knowledge of Unicode: a letter that differs
/// here and there is never found. The letters below are those whose canonical decomposition is a letter and marks that are
/// dropped (Unicode Character Database, `UnicodeData.txt`), which Unicode never changes for a character that it has.
enum FoldedLetter {
    enum Kind: Hashable, Sendable {
        /// It ends a word.
        case none
        /// A mark that words are compared without.
        case dropped
        case letter(UInt32)
        /// One that is written as two.
        case letters(UInt32, UInt32)
    }

    /// Of any scalar; those of the scripts that are common and have cases or accents are looked up in a table.
    static func kind(of scalar: Unicode.Scalar) -> Kind {
        guard scalar.value < tableEnd else { return folded(scalar) }
        let block = table.value(at: Int(scalar.value / blockSize)) { kinds(from: scalar.value & ~(blockSize - 1)) }
        return block[Int(scalar.value % blockSize)]
    }

    /// Scripts without spaces between their words, which are found by pairs of letters instead.
    static func isUnsegmented(_ letter: UInt32) -> Bool {
        switch letter {
        case 0..<0xE00: false
        // Thai and Lao; Myanmar; Khmer.
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: true
        // Radicals, kana and ideographs.
        case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    private static let tableEnd: UInt32 = 0x2400
    /// Letters that are looked up together: a portfolio has those of a few blocks, and to fold one letter takes a while.
    private static let blockSize: UInt32 = 64
    private static let table = Kept<[Kind]>(count: Int(tableEnd / blockSize))

    private static func kinds(from start: UInt32) -> [Kind] {
        (start..<start + blockSize).map { Unicode.Scalar($0).map(folded) ?? .none }
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        // Letters in the width of ideographs.
        case 0xFF01...0xFF5E:
            guard let narrow = Unicode.Scalar(scalar.value - 0xFEE0) else { return .none }
            return kind(of: narrow)
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return .letter(scalar.value)
        default: break
        }
        guard isOfWord(scalar) else { return .none }
        var found: [UInt32] = []
        for small in scalar.properties.lowercaseMapping.unicodeScalars where !isDropped(small.value) {
            let base = bases[small.value] ?? small.value
            if let special = specials[base] { found += special } else { found.append(base) }
        }
        switch found.count {
        case 0: return .dropped
        case 1: return .letter(found[0])
        default: return .letters(found[0], found[1])
        }
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    /// Accents of Latin, Greek and Cyrillic; points of Hebrew; vowels and the stretching stroke of Arabic.
    static func isDropped(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x300...0x36F, 0x483...0x487, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7, 0x610...0x61A,
            0x640, 0x64B...0x65F, 0x670:
            true
        default: false
        }
    }

    /// What takes more than the loss of a mark: ligatures, strokes, and letters that Arabic writers take for each other.
    private static let specials: [UInt32: [UInt32]] = Dictionary(
        uniqueKeysWithValues: [
            ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("þ", "th"), ("ø", "o"), ("đ", "d"), ("ł", "l"), ("ı", "i"),
            ("ς", "σ"), ("ى", "ي"), ("ة", "ه"),
        ].map { (scalars(of: $0)[0], scalars(of: $1)) })

    private static let bases: [UInt32: UInt32] = {
        var bases: [UInt32: UInt32] = [:]
        for group in accented {
            let letters = scalars(of: group)
            for letter in letters.dropFirst() { bases[letter] = letters[0] }
        }
        return bases
    }()

    private static func scalars(of text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    /// A base, and all that is it with marks.
    private static let accented = [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ", "bḃḅḇ", "cçćĉċčḉ", "dďḋḍḏḑḓ", "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ", "fḟ",
        "gĝğġģǧǵḡ", "hĥȟḣḥḧḩḫẖ", "iìíîïĩīĭįǐȉȋḭḯỉị", "jĵǰ", "kķǩḱḳḵ", "lĺļľḷḹḻḽ", "mḿṁṃ", "nñńņňǹṅṇṉṋ",
        "oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ", "pṕṗ", "rŕŗřȑȓṙṛṝṟ", "sśŝşšșṡṣṥṧṩ", "tţťțṫṭṯṱẗ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự", "vṽṿ", "wŵẁẃẅẇẉẘ", "xẋẍ", "yýÿŷȳẏẙỳỵỷỹ", "zźżžẑẓẕ", "æǣǽ", "øǿ",
        "ſẛ", "ʒǯ", "αάἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ", "εέἐἑἒἓἔἕὲέ", "ηήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ",
        "ιΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ", "οόὀὁὂὃὄὅὸό", "ρῤῥ", "υΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ", "ωώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ", "ϒϓϔ",
        "аӑӓ", "гѓ", "еѐёӗ", "жӂӝ", "зӟ", "ийѝӣӥ", "кќ", "оӧ", "уўӯӱӳ", "чӵ", "ыӹ", "эӭ", "ії", "ѵѷ", "әӛ",
        "өӫ", "اآأإ", "وؤ", "يئ", "ہۂ", "ےۓ", "ەۀ",
    ]
}
