import Diagnostics

/// What a name in a template stands for.
enum NameMeaning {
    case field(TemplateProgram.Field, ViewSchema.Kind)
    /// `{{.}}` where a view is current.
    case currentView(register: Int)
    case constant(String)
    case group(path: [String])
    /// It was reported already, here or further out.
    case unknown
}

/// The context stack as it is known when a template is compiled.
struct TemplateScopes {
    enum Scope: Hashable {
        case view(register: Int)
        case text(TemplateProgram.Field)
        case html(TemplateProgram.Field)
        case flag(TemplateProgram.Field)
        case constant(String)
        case group(path: [String])
        /// Inside a section whose name is a mistake: what a name in it should have meant can't be told.
        case unknown

        fileprivate var hasNames: Bool {
            switch self {
            case .view, .group, .unknown: true
            case .text, .html, .flag, .constant: false
            }
        }
    }

    private(set) var stack: [Scope] = []
    private let constants: TemplateConstants
    /// By register; none for the register of text entries.
    private(set) var schemas: [ViewSchema?] = [nil]
    private(set) var readers: [FieldReader] = [.text(at: 0)]
    private(set) var hops: [[Int32]] = []

    init(constants: TemplateConstants) {
        self.constants = constants
    }

    mutating func push(_ scope: Scope) {
        stack.append(scope)
    }

    mutating func pop() {
        stack.removeLast()
    }

    mutating func register(for schema: ViewSchema) -> Int {
        if let index = schemas.firstIndex(where: { $0 === schema }) { return index }
        schemas.append(schema)
        return schemas.count - 1
    }

    /// The stack without what no name can reach any more: two stacks of one shape give all names the same meaning.
    var shape: [Scope] {
        var shape: [Scope] = []
        for (index, scope) in stack.enumerated().reversed() where index == stack.count - 1 || scope.hasNames {
            if !shape.contains(scope) { shape.append(scope) }
        }
        return shape
    }

    // MARK: Names

    struct Mistake: Error {
        let code: DiagnosticCode
        let range: TextRange
        let message: String
        var hint: String?
    }

    /// The first part is looked up from the innermost scope outwards, each further part only in the one before it.
    mutating func meaning(of name: TemplateName) throws(Mistake) -> NameMeaning {
        if name.isCurrent { return currentMeaning }
        guard let first = name.parts.first else { return .unknown }
        var meaning = try lookUp(first)
        var before = first
        for part in name.parts.dropFirst() {
            meaning = try lookUp(part, in: meaning, named: before)
            before = part
        }
        return meaning
    }

    private var currentMeaning: NameMeaning {
        switch stack.last {
        case .view(let register): .currentView(register: register)
        case .text(let field): .field(field, .text)
        case .html(let field): .field(field, .html)
        case .flag(let field): .field(field, .flag)
        case .constant(let text): .constant(text)
        case .group(let path): .group(path: path)
        case .unknown, nil: .unknown
        }
    }

    private mutating func lookUp(_ part: TemplateName.Part) throws(Mistake) -> NameMeaning {
        for scope in stack.reversed() {
            switch scope {
            case .view(let register):
                guard let schema = schemas[register], let slot = schema.slot(named: part.text) else { continue }
                let field = TemplateProgram.Field(register: Int32(register), reader: reader(schema.fields[slot]))
                return .field(field, schema.fields[slot].kind)
            case .group(let path):
                if let meaning = constant(part.text, in: path) { return meaning }
            case .unknown: return .unknown
            case .text, .html, .flag, .constant: continue
            }
        }
        if let meaning = constant(part.text, in: []) { return meaning }
        throw unknown(part)
    }

    private mutating func lookUp(
        _ part: TemplateName.Part, in outer: NameMeaning, named before: TemplateName.Part
    ) throws(Mistake) -> NameMeaning {
        switch outer {
        case .field(let field, .view(let schema)):
            let schema = schema()
            guard let slot = schema.slot(named: part.text) else { throw unknown(part, in: schema) }
            return .field(self.field(schema.fields[slot], behind: field), schema.fields[slot].kind)
        case .group(let path):
            if let meaning = constant(part.text, in: path) { return meaning }
            let group = constants.group(at: path)
            throw Mistake(
                code: .unknownName, range: part.range, message: "'\(part.text)' is not one of '\(before.text)'",
                hint: NearestName.hint(for: part.text, among: (group?.entries.keys).map(Array.init) ?? []))
        case .unknown, .currentView: return .unknown
        case .field, .constant:
            throw Mistake(
                code: .wrongNameKind, range: before.range,
                message: "'\(before.text)' is \(outer.description): there is no '\(part.text)' in it",
                hint: outer.isList ? "open it with {{#\(before.text)}}; its names can be used inside" : nil)
        }
    }

    private mutating func field(
        _ inner: ViewSchema.Field, behind outer: TemplateProgram.Field
    ) -> TemplateProgram.Field {
        let before = outer.hops == TemplateProgram.Field.noHops ? [] : hops[Int(outer.hops)]
        let path = before + [outer.reader]
        let index = hops.firstIndex(of: path) ?? hops.count
        if index == hops.count { hops.append(path) }
        return TemplateProgram.Field(register: outer.register, reader: reader(inner), hops: Int32(index))
    }

    private mutating func reader(_ field: ViewSchema.Field) -> Int32 {
        if let index = readers.firstIndex(where: { $0 === field.reader }) { return Int32(index) }
        readers.append(field.reader)
        return Int32(readers.count - 1)
    }

    private func constant(_ name: String, in path: [String]) -> NameMeaning? {
        switch constants.group(at: path)?.entries[name] {
        case .text(let text): .constant(text)
        case .group: .group(path: path + [name])
        case nil: nil
        }
    }

    // MARK: Mistakes

    /// Names the innermost view alone and offers its names first, so that a partial's mistake reads the same wherever the
    /// partial is used.
    private func unknown(_ part: TemplateName.Part) -> Mistake {
        var schemas: [ViewSchema] = []
        for case .view(let register) in stack.reversed() {
            if let schema = self.schemas[register] { schemas.append(schema) }
        }
        let inner = NearestName.hint(for: part.text, among: schemas.first?.fields.map(\.name) ?? [])
        let outer = schemas.dropFirst().flatMap { $0.fields.map(\.name) } + constants.entries.keys.sorted()
        return Mistake(
            code: .unknownName, range: part.range,
            message: "'\(part.text)' is not a name in '\(schemas.first?.name ?? "page")', nor in what is around it",
            hint: inner ?? NearestName.hint(for: part.text, among: outer))
    }

    private func unknown(_ part: TemplateName.Part, in schema: ViewSchema) -> Mistake {
        Mistake(
            code: .unknownName, range: part.range, message: "'\(part.text)' is not a name in '\(schema.name)'",
            hint: NearestName.hint(for: part.text, among: schema.fields.map(\.name)))
    }
}

extension NameMeaning {
    /// How messages call it, behind "is".
    var description: String {
        switch self {
        case .field(_, .text), .constant: "text"
        case .field(_, .html): "HTML"
        case .field(_, .flag): "a flag"
        case .field(_, .list): "a list"
        case .field(_, .texts): "a list of texts"
        case .field(_, .view): "a view"
        case .currentView: "a view"
        case .group: "a group of words"
        case .unknown: "not known"
        }
    }

    var isList: Bool {
        if case .field(_, .list) = self { return true }
        return false
    }
}
