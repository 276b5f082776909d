/// What stands in forms and tables where there is nothing to say.
enum Placeholders {
    private static let all: Set<String> = [
        "n/a", "n.a", "na", "none", "nothing", "nil", "null", "tbd", "tba", "tbc", "todo", "not applicable",
        "to be defined",
        "to be determined", "xxx", "?", "??", "???", "-", "--", "–", "—", "…", "...", "-/-", "./.",
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

    /// In bytes, with blanks around: most entries are longer.
    static let longest = 32

    /// The text without the blanks around it, if it says nothing.
    static func found(in words: String, isName: Bool = false) -> String? {
        guard words.utf8.count <= longest else { return nil }
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
