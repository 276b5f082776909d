import Templates

/// A link, or words alone where there is nowhere to go.
struct LinkView: TemplateView {
    static let fields = ViewFields<LinkView>(
        "link",
        [
            .text("text", \.text),
            .text("address", \.address),
            .text("note", \.note),
            .flag("current", \.isCurrent),
        ])

    let text: String
    let address: String?
    /// What kind of thing it is, or why it is here.
    var note: String?
    /// Of the page or section that is being read.
    var isCurrent = false

    init(text: String, address: String? = nil, note: String? = nil, isCurrent: Bool = false) {
        self.text = text
        self.address = address
        self.note = note
        self.isCurrent = isCurrent
    }
}

/// One line of a page's facts: a name, and what there is to say.
struct FactView: TemplateView {
    static let fields = ViewFields<FactView>(
        "fact",
        [
            .text("name", \.name),
            .list("values", \.values),
            .flag("warning", \.isWarning),
        ])

    let name: String
    let values: [LinkView]
    /// Missing or late: said in the words, and marked.
    let isWarning: Bool

    init(_ name: String, _ values: [LinkView], isWarning: Bool = false) {
        self.name = name
        self.values = values
        self.isWarning = isWarning
    }

    init(_ name: String, _ text: String, isWarning: Bool = false) {
        self.init(name, [LinkView(text: text)], isWarning: isWarning)
    }

    /// Nothing where there is nothing to say.
    static func optional(_ name: String, _ text: String?) -> [FactView] {
        guard let text, !text.isEmpty else { return [] }
        return [FactView(name, text)]
    }

    static func optional(_ name: String, _ values: [LinkView]) -> [FactView] {
        values.isEmpty ? [] : [FactView(name, values)]
    }

    static func optional(_ name: String, texts: [String]) -> [FactView] {
        texts.isEmpty ? [] : [FactView(name, texts.map { LinkView(text: $0) })]
    }
}
