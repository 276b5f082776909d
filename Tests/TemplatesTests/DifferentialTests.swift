import Mustache
import Testing

@testable import Templates

/// Many templates, made by chance from a fixed seed, rendered by this engine and by swift-mustache.
///
/// Where swift-mustache 2.1.1 differs, the generator keeps away, and this is why ours is right:
///
/// - It takes the empty text for true. We don't, as mustache(5)'s own implementations don't; `Datum.reflected` gives it
///   nothing instead, and lists of texts have none that is empty.
/// - In a partial that stands alone on an indented line, it indents what follows a line end among the partial's outermost
///   parts; lines inside a section are left as they are, and a value at the start of a line that comes after a value that ends
///   in a line end is indented. The specification indents "each line of the partial before rendering", which is what we do:
///   see `StandaloneLineTests`. So partials here have sections only where they are not indented.
/// - A name that an inner object has with no value is looked up no further, as here; but an object without the key
///   is no match there, while our schema says what every view of a list has. So all our views have all their keys.
/// - It takes delimiters that are set inside a section for set until the end of that section. The specification sets them for
///   all that follows in the file. So they are set outside sections here.
/// - It puts an empty list on the stack inside the inverted section of that list, so that `{{.}}` prints `[]`. The
///   specification puts nothing there. So `.` is not used right inside inverted sections here.
/// - It takes the tag that opens a section for the one that says whether the line of the close is removed. The specification
///   looks at each line. So both are alone on their lines here, or neither is.
/// - It doesn't read `<%{name}%>`, which the specification allows whatever the delimiters.
/// - It drops white space that is all of the last line. Nothing in the specification does. So templates end in a dot here.
@Suite struct DifferentialTests {
    @Test(arguments: 0..<40) func rendersTheSame(seed: Int) throws {
        for round in 0..<50 {
            var chance = Chance(seed: UInt64(seed * 1_000 + round))
            let fields = RandomData.fields(&chance)
            var generator = RandomTemplate(chance: chance)
            let template = generator.template(for: fields)
            let partials = generator.partials
            let ours = render(template, fields, partials: partials)
            try #require(ours.diagnostics == [], "\(template)")
            var templates = try partials.mapValues { try MustacheTemplate(string: $0) }
            templates["page"] = try MustacheTemplate(string: template)
            let theirs = MustacheLibrary(templates: templates).render(
                fields.mapValues(\.reflected), withTemplate: "page")
            try #require(ours.text == theirs, "seed \(seed), round \(round): \(template) with \(partials)")
        }
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}

/// Views that all have the same names at one depth, some of which shadow those further out.
enum RandomData {
    private static let words = ["", "plain", "<b>", "Q & A", "two\nlines", "\"quoted\"", "it's", "ä 🙂", " "]

    static func fields(_ chance: inout Chance, depth: Int = 0) -> [String: Datum] {
        var fields: [String: Datum] = [
            "text": .text(word(&chance)), "text\(depth)": chance.below(4) == 0 ? .none : .text(word(&chance)),
            "html\(depth)": .html(word(&chance)), "flag\(depth)": .flag(chance.below(2) == 0),
            "texts\(depth)": .texts((0..<chance.below(4)).map { _ in word(&chance) }.filter { !$0.isEmpty }),
        ]
        guard depth < 3 else { return fields }
        // A list always has one view, whose names the generator takes; the same for a view, there or not.
        fields["list\(depth)"] = .list((0...chance.below(3)).map { _ in self.fields(&chance, depth: depth + 1) })
        fields["view\(depth)"] = .view(self.fields(&chance, depth: depth + 1))
        return fields
    }

    private static func word(_ chance: inout Chance) -> String { words[chance.below(words.count)] }
}

struct RandomTemplate {
    private enum Context {
        case view([String: Datum])
        case text, html, flag
    }

    private(set) var partials: [String: String] = [:]
    private var chance: Chance
    private var stack: [Context] = []
    private var delimiters = ("{{", "}}")

    init(chance: Chance) {
        self.chance = chance
    }

    mutating func template(for fields: [String: Datum]) -> String {
        stack = [.view(fields)]
        return content(depth: 0, pieces: 3...8) + "."
    }

    private mutating func content(depth: Int, pieces: ClosedRange<Int>) -> String {
        (0..<Int.random(in: pieces, using: &chance)).reduce(into: "") { text, _ in text += piece(depth: depth) }
    }

    private mutating func piece(depth: Int) -> String {
        switch chance.below(12) {
        case 0...2: ["text ", "\n", "  ", "\r\n", "<p>", "{ }", "ä\n"][chance.below(7)]
        case 3: alone(tag("! a comment "))
        case 4: depth == 0 ? setDelimiters() : "="
        case 5: depth < 4 ? partial(depth: depth) : "-"
        case 6...8: depth < 4 ? section(depth: depth) : "."
        default: value()
        }
    }

    private func tag(_ content: String) -> String { delimiters.0 + content + delimiters.1 }

    /// On a line of its own, or not.
    private mutating func alone(_ tag: String) -> String {
        switch chance.below(4) {
        case 0: "\n\(tag)\n"
        case 1: "\n  \(tag)  \n"
        case 2: "\r\n\t\(tag)\r\n"
        default: tag
        }
    }

    private mutating func padded(_ name: String) -> String { chance.below(3) == 0 ? " \(name) " : name }

    private mutating func setDelimiters() -> String {
        let next = [("{{", "}}"), ("<%", "%>"), ("[[", "]]")][chance.below(3)]
        let text = alone(tag("=\(next.0) \(next.1)="))
        delimiters = next
        return text
    }

    private mutating func value() -> String {
        guard let (name, datum) = pick(where: { $0.isText || $0.isHTML }) else { return "?" }
        guard datum.isHTML else { return tag(padded(name)) }
        let hasBraces = delimiters.0 == "{{" && chance.below(2) == 0
        return hasBraces ? tag("{" + padded(name) + "}") : tag("&" + padded(name))
    }

    private mutating func section(depth: Int) -> String {
        guard let (name, datum) = pick(where: { _ in true }) else { return "?" }
        let isInverted = chance.below(4) == 0
        let opening = tag((isInverted ? "^" : "#") + padded(name))
        let before = stack
        stack.append(isInverted ? .flag : context(of: datum))
        let body = content(depth: depth + 1, pieces: 1...4)
        stack = before
        let closing = tag("/" + padded(name))
        return chance.below(2) == 0
            ? "\n  \(opening) \n\(body)\r\n\(closing)\r\n" : "x\(opening)\(body)x\(closing)"
    }

    private mutating func partial(depth: Int) -> String {
        let name = "p\(partials.count)"
        partials[name] = ""
        let outer = delimiters
        delimiters = ("{{", "}}")
        if chance.below(2) == 0 {
            // Alone and indented: plain lines only, see above.
            partials[name] = "one\n  two\n\nthree\n"
            delimiters = outer
            return "\n  " + tag("> \(name)") + "\n"
        }
        partials[name] = content(depth: depth + 1, pieces: 1...4) + "."
        delimiters = outer
        return "x" + tag(">" + padded(name))
    }

    private func context(of datum: Datum) -> Context {
        switch datum {
        case .list(let elements): .view(elements.first ?? [:])
        case .view(let fields): .view(fields)
        case .html: .html
        case .flag: .flag
        case .none, .text, .texts: .text
        }
    }

    /// A name that can be reached from here, sometimes dotted, sometimes `.`.
    private mutating func pick(where fits: (Datum) -> Bool) -> (String, Datum)? {
        var names: [String: Datum] = [:]
        for case .view(let fields) in stack { names.merge(fields) { _, inner in inner } }
        for (name, datum) in names {
            guard case .view(let fields) = datum else { continue }
            for (inner, datum) in fields { names["\(name).\(inner)"] = datum }
        }
        switch stack.last {
        case .text: names["."] = .text("")
        case .html: names["."] = .html("")
        default: break
        }
        return names.filter { fits($0.value) }.sorted { $0.key < $1.key }.randomElement(using: &chance)
    }
}

extension Datum {
    fileprivate var isText: Bool {
        switch self {
        case .text, .none: true
        default: false
        }
    }

    fileprivate var isHTML: Bool {
        if case .html = self { return true }
        return false
    }
}
