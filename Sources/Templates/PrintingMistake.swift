/// A tag that prints what can't be printed, or not that way.
struct PrintingMistake {
    let name: String
    let meaning: NameMeaning
    /// The names in it, if it is a view.
    let schema: ViewSchema?

    var message: String {
        "'\(name)' is \(meaning.description): \(rule)"
    }

    private var rule: String {
        switch meaning {
        case .field(_, .text), .constant: "write two braces, so that it is escaped"
        case .field(_, .html): "write three braces"
        case .field(_, .flag): "it can be asked, but not printed"
        case .field(_, .list), .field(_, .texts): "it can't be printed as a whole"
        case .field(_, .view), .currentView: "print one of its names"
        case .group: "print one of them"
        case .unknown: "it can't be printed"
        }
    }

    var hint: String? {
        switch meaning {
        case .field(_, .text), .constant: "write {{\(name)}}"
        case .field(_, .html): "write {{{\(name)}}}"
        case .field(_, .flag): "write {{#\(name)}}…{{/\(name)}} around what depends on it"
        case .field(_, .list): "write {{#\(name)}}…{{/\(name)}} around what is shown for each"
        case .field(_, .texts): "write {{#\(name)}}{{.}}{{/\(name)}}"
        case .field(_, .view): firstText.map { "write {{\(name).\($0)}}" }
        case .currentView: firstText.map { "write {{\($0)}}" }
        case .group, .unknown: nil
        }
    }

    private var firstText: String? {
        for field in schema?.fields ?? [] {
            if case .text = field.kind { return field.name }
        }
        return nil
    }
}
