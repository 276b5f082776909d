import Diagnostics

/// What stands in forms and tables where there is nothing to say.
enum Placeholders {
    private static let all: Set<String> = [
        "n/a", "n / a", "n.a", "na", "none", "nothing", "nil", "null", "tbd", "tba", "tbc", "todo", "not applicable",
        "to be defined",
        "to be determined", "etc", "usw", "xxx", "?", "??", "???", "-", "--", "–", "—", "…", "...", "-/-", "./.",
        "keine", "keiner", "keines", "nichts", "entfällt", "k.a", "k. a", "noch offen",
        "aucun", "aucune", "rien", "néant", "s/o", "sans objet", "à définir", "à compléter",
        "ninguno", "ninguna", "nada", "no aplica", "n/d", "por definir", "nessuno", "nessuna", "niente", "da definire",
        "nenhum", "nenhuma", "não se aplica", "geen", "n.v.t", "inga", "ingen", "brak", "nie dotyczy",
        "なし", "無し", "特になし", "該当なし", "未定", "无", "無", "暂无", "待定", "없음", "해당 없음",
        "لا يوجد", "لا شيء", "لا ينطبق",
    ]

    /// Who is accountable where nobody is yet.
    private static let nobody: Set<String> = [
        "nobody", "no one", "noone", "unassigned", "unknown", "vacant", "open", "someone", "niemand", "offen",
        "unbekannt", "vakant",
        "personne", "nadie", "nessuno", "未割り当て", "担当者未定",
    ]

    /// By the first byte and the length of a text of ASCII, whether one of them may be it: few texts need be looked up.
    private static let shapes: [Bool] = {
        var shapes = Array(repeating: false, count: 128 * (longest + 1))
        for text in [all, nobody].joined() where text.isASCII {
            if let first = text.utf8.first { shapes[shape(first, text.utf8.count)] = true }
        }
        return shapes
    }()

    private static func shape(_ first: UInt8, _ length: Int) -> Int { Int(first) * (longest + 1) + length }

    /// Whether a text of ASCII is none of them for sure.
    private static func isOther(_ words: String) -> Bool {
        words.withBytes { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
            var (start, end) = (0, bytes.count)
            while start < end, bytes[start] == 0x20 { start += 1 }
            while end > start, bytes[end - 1] == 0x20 { end -= 1 }
            guard start < end else { return true }
            let first = bytes[start].isUpperLetter ? bytes[start] | 0x20 : bytes[start]
            let isEnded = bytes[end - 1] == UInt8(ascii: ".")
            return !shapes[shape(first, end - start)] && !(isEnded && shapes[shape(first, end - start - 1)])
        }
    }

    /// In bytes, with blanks around: most entries are longer.
    static let longest = 32

    /// The text without the blanks around it, if it says nothing.
    static func found(in words: String, isName: Bool = false) -> String? {
        guard words.utf8.count <= longest, !isOther(words) else { return nil }
        var said = words[...]
        while said.first == " " { said.removeFirst() }
        while said.last == " " { said.removeLast() }
        var word = said.lowercased()
        func isOne() -> Bool { all.contains(word) || isName && nobody.contains(word) }
        if isOne() { return String(said) }
        guard word.last == "." || word.last == "。" else { return nil }
        word.removeLast()
        return isOne() ? String(said) : nil
    }
}
