import Journeys
import Markup

/// One thing that can be said of an item, so that two states of it can be held against each other.
struct Facet {
    enum Value {
        /// Nothing: not said.
        case text(String?)
        /// Of which the order counts for nothing.
        case list([String])
        /// What tells it from another, and what it says.
        case prose(key: String, words: String)
    }

    let field: String
    let value: Value

    static func text(_ field: String, _ text: String?) -> Facet { Facet(field: field, value: .text(text)) }
    static func number(_ field: String, _ number: Double?) -> Facet {
        Facet(field: field, value: .text(number.map { Number.plain($0) }))
    }
    /// Of a month or a year, only the day counts for which it stands there.
    static func date(_ field: String, _ date: CalendarPeriod?, as day: KeyPath<CalendarPeriod, CivilDate>) -> Facet {
        Facet(field: field, value: .prose(key: date?[keyPath: day].iso ?? "", words: date?.iso ?? ""))
    }
    static func list(_ field: String, _ list: [String]) -> Facet { Facet(field: field, value: .list(list)) }

    static func prose(_ field: String, _ prose: [Prose], in path: String, _ names: CommonNames) -> Facet {
        let keys = prose.map { ComparedProse($0, in: path, names: names).key }.joined(separator: "\n")
        let words = prose.map { $0.plain.onOneLine }.joined(separator: " · ")
        return Facet(field: field, value: .prose(key: keys, words: words))
    }

    /// What is otherwise in the second of two states, in the order of the facets.
    static func changes(
        _ base: [Facet], _ head: [Facet], _ noun: Change.Noun, of subject: Change.Subject, because: [String] = [],
        severity: Int = 0
    ) -> [Change] {
        let before = Dictionary(base.map { ($0.field, $0.value) }, uniquingKeysWith: { first, _ in first })
        let fields = head.map(\.field) + base.map(\.field).filter { field in !head.contains { $0.field == field } }
        let now = Dictionary(head.map { ($0.field, $0.value) }, uniquingKeysWith: { first, _ in first })
        return fields.compactMap { field in
            difference(before[field], now[field]).map { difference in
                Change(
                    noun, .changed, of: subject, field: field, from: difference.from, to: difference.to,
                    added: difference.added, removed: difference.removed, because: because, severity: severity)
            }
        }
    }

    private typealias Difference = (from: String?, to: String?, added: [String], removed: [String])

    private static func difference(_ base: Value?, _ head: Value?) -> Difference? {
        switch (base ?? head?.nothing, head ?? base?.nothing) {
        case (.text(let before), .text(let now)): return before == now ? nil : (before, now, [], [])
        case (.list(let before), .list(let now)):
            let (old, new) = (Set(before), Set(now))
            if old == new { return nil }
            return (nil, nil, new.subtracting(old).sorted(), old.subtracting(new).sorted())
        case (.prose(let key, let before), .prose(let other, let now)):
            return key == other ? nil : (excerpt(before, beside: now), excerpt(now, beside: before), [], [])
        default: return nil
        }
    }

    /// The words around the place where two texts part.
    private static func excerpt(_ text: String, beside other: String) -> String? {
        if text.isEmpty { return nil }
        let longest = 160
        if text.count <= longest { return text }
        let words = text.split(separator: " ")
        let others = other.split(separator: " ")
        let shared = zip(words, others).prefix { $0 == $1 }.count
        let start = max(0, min(shared, words.count - 1) - 4)
        var excerpt = start > 0 ? "…" : ""
        for word in words[start...] {
            if excerpt.count + word.count > longest { return excerpt + " …" }
            excerpt += (excerpt.isEmpty || excerpt == "…" ? "" : " ") + word
        }
        return excerpt
    }
}

extension Facet.Value {
    /// The same kind of value, of one that says nothing.
    fileprivate var nothing: Facet.Value {
        switch self {
        case .text: .text(nil)
        case .list: .list([])
        case .prose: .prose(key: "", words: "")
        }
    }
}

/// Numbers as changes show them.
enum Number {
    /// At most `places` decimals, none of them an idle zero; rounded half away from zero.
    static func plain(_ value: Double, _ places: Int = 4) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return String(value) }
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((abs(value) * Double(scale)).rounded(.toNearestOrAwayFromZero))
        let digits = String(scaled % scale)
        var fraction = String(repeating: "0", count: max(0, places - digits.count)) + digits
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return (value < 0 && scaled > 0 ? "-" : "") + String(scaled / scale) + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// With its sign.
    static func signed(_ value: Double, _ places: Int = 2) -> String {
        let text = plain(value, places)
        return text == "0" ? "±0" : text.hasPrefix("-") ? text : "+" + text
    }

    /// `2 steps, 1 pain`, without what there is none of.
    static func counts(_ counts: [(count: Int, name: String)]) -> String {
        counts.filter { $0.count > 0 }.map { "\($0.count) \($0.name)\($0.count == 1 ? "" : "s")" }
            .joined(separator: ", ")
    }

    /// An emotion: `+1`, `-0.5`, `0`.
    static func emotion(_ value: Double) -> String {
        let text = plain(value, 1)
        return value > 0 && text != "0" ? "+" + text : text
    }
}
