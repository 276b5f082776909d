import Diagnostics

/// Turns parsed templates into one program for one type of view, and reports all that doesn't fit the view.
struct TemplateCompiler {
    /// A partial that includes itself, for one shape of the context stack.
    private struct Routine: Hashable {
        let partial: String
        let shape: [TemplateScopes.Scope]
    }

    /// Sections and partials in each other, as the compiler follows them by recursion.
    private static let deepestNesting = TemplateParser.deepestNesting
    /// Ten partials that each include the next ten times would fill the memory.
    private static let mostInclusions = 10_000
    private static let mostBytes = 16 << 20

    private let library: [String: ParsedTemplate]
    private var scopes: TemplateScopes
    private var builder = TemplateProgramBuilder()
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var used: Set<String> = []

    private var recursion = TemplateRecursion()
    /// Those that are under way, outermost first, with where they begin; the template as a whole is before the first.
    private var routines: [(routine: Routine, start: Int, id: Int)] = []
    private var routineCount = 0
    /// Where the registers' views come from since the innermost routine began.
    private var origins: [Int: TemplateRecursion.Origin] = [:]

    private var depth = 0
    private var inclusions = 0
    private var isTooLarge = false
    private var indentation: [UInt8] = []
    /// Indentation also grows while the program runs.
    private var isIndentedByCaller = false

    init(library: [String: ParsedTemplate], constants: TemplateConstants) {
        self.library = library
        scopes = TemplateScopes(constants: constants)
    }

    /// The program of a template; an empty one if anything is wrong with it.
    mutating func compile(_ template: ParsedTemplate, for schema: ViewSchema) -> TemplateProgram {
        let root = scopes.register(for: schema)
        scopes.push(.view(register: root))
        include(template, [], .reset, tag: Location(path: template.source.path, range: 0..<0))
        for location in recursion.endlessCalls() {
            report(
                .templateNesting, at: location, "partial includes itself without end",
                hint: "include it inside the section of a list or view that goes deeper each time")
        }
        diagnostics = diagnostics.onceEach()
        guard diagnostics.isEmpty else { return TemplateProgram() }
        return builder.program(for: scopes, root: root)
    }

    private mutating func compile(_ nodes: [TemplateNode], of template: ParsedTemplate) {
        for node in nodes {
            switch node {
            case .text(let range): builder.add(literal: template.source.bytes[range])
            case .lineStart:
                if isIndentedByCaller { builder.add(.indentation) }
                builder.add(literal: indentation[...])
            case .print(let name, let printing): compile(name, printing, in: template)
            case .section(let section): compile(section, of: template)
            case .partial(let partial): compile(partial, of: template)
            }
        }
    }

    // MARK: Printing

    private mutating func compile(_ name: TemplateName, _ printing: TemplatePrinting, in template: ParsedTemplate) {
        let meaning = meaning(of: name, in: template)
        switch (meaning, printing) {
        case (.field(let field, .text), .escaped): builder.add(.text(field))
        case (.field(let field, .html), .raw): builder.add(.html(field))
        case (.constant(let text), .escaped): builder.add(escaped: text)
        case (.unknown, _): break
        default:
            let mistake = PrintingMistake(name: name.text, meaning: meaning, schema: schema(of: meaning))
            report(.wrongNameKind, at: location(name.range, in: template), mistake.message, hint: mistake.hint)
        }
    }

    private func schema(of meaning: NameMeaning) -> ViewSchema? {
        switch meaning {
        case .currentView(let register): scopes.schemas[register]
        case .field(_, .view(let schema)): schema()
        default: nil
        }
    }

    private mutating func meaning(of name: TemplateName, in template: ParsedTemplate) -> NameMeaning {
        do {
            return try scopes.meaning(of: name)
        } catch {
            report(error.code, at: location(error.range, in: template), error.message, hint: error.hint)
            return .unknown
        }
    }

    // MARK: Sections

    private mutating func compile(_ section: TemplateSection, of template: ParsedTemplate) {
        let meaning = meaning(of: section.name, in: template)
        guard goDeeper(at: location(section.name.range, in: template)) else { return }
        defer { depth -= 1 }
        switch (section.condition, meaning) {
        case (.filled, .field(let field, .list(let schema))), (.filled, .field(let field, .view(let schema))):
            let register = scopes.register(for: schema())
            compileEach(section, of: template, field, .view(register: register), into: register)
        case (.filled, .field(let field, .texts)):
            compileEach(section, of: template, field, .text(.entry), into: Int(TemplateProgram.Field.entryRegister))
        case (.filled, .field(let field, .text)): compileOnce(section, of: template, field, .text(field))
        case (.filled, .field(let field, .html)): compileOnce(section, of: template, field, .html(field))
        case (.filled, .field(let field, .flag)): compileOnce(section, of: template, field, .flag(field))
        case (.filled, .currentView(let register)): compile(section, of: template, in: .view(register: register))
        case (.filled, .group(let path)): compile(section, of: template, in: .group(path: path))
        case (.filled, .constant(let text)):
            compile(section, of: template, in: .constant(text), isRendered: !text.isEmpty)
        case (.filled, .unknown): compile(section, of: template, in: .unknown, isRendered: false)
        case (.empty, .field(let field, _)):
            let skip = builder.reserve()
            compile(section.nodes, of: template)
            builder.fill(skip, with: .skipIfFilled(field, to: builder.label()))
        case (.empty, .constant(let text)): compile(section, of: template, in: nil, isRendered: text.isEmpty)
        case (.empty, _): compile(section, of: template, in: nil, isRendered: false)
        }
    }

    /// What is never rendered is checked all the same.
    private mutating func compile(
        _ section: TemplateSection, of template: ParsedTemplate, in scope: TemplateScopes.Scope?,
        isRendered: Bool = true
    ) {
        let mark = builder.mark()
        if let scope { scopes.push(scope) }
        compile(section.nodes, of: template)
        if scope != nil { scopes.pop() }
        if !isRendered { builder.goBack(to: mark) }
    }

    private mutating func compileOnce(
        _ section: TemplateSection, of template: ParsedTemplate, _ field: TemplateProgram.Field,
        _ scope: TemplateScopes.Scope
    ) {
        let skip = builder.reserve()
        compile(section, of: template, in: scope)
        builder.fill(skip, with: .skipUnlessFilled(field, to: builder.label()))
    }

    private mutating func compileEach(
        _ section: TemplateSection, of template: ParsedTemplate, _ field: TemplateProgram.Field,
        _ scope: TemplateScopes.Scope, into register: Int
    ) {
        let enter = builder.reserve()
        let body = builder.label()
        let former = origins
        let outer = origins[Int(field.register)]?.register ?? Int(field.register)
        origins[register] = TemplateRecursion.Origin(register: outer, isDeeper: true)
        compile(section, of: template, in: scope)
        origins = former
        builder.add(.next(in: Int32(register), body: body))
        builder.fill(enter, with: .enter(field, into: Int32(register), orSkipTo: builder.label()))
    }

    // MARK: Partials

    private mutating func compile(_ partial: TemplatePartial, of template: ParsedTemplate) {
        let tag = location(partial.range, in: template)
        guard let included = library[partial.name] else {
            return report(
                .unknownPartial, at: tag, "there is no partial '\(partial.name)'",
                hint: NearestName.hint(for: partial.name, among: library.keys.sorted()))
        }
        switch partial.placement {
        case .inline: include(included, [], .reset, tag: tag)
        case .ownLine(let range): include(included, indentation + template.source.bytes[range], .add, tag: tag)
        }
    }

    private mutating func include(
        _ template: ParsedTemplate, _ added: [UInt8], _ indenting: TemplateProgram.Indenting, tag: Location
    ) {
        if used.insert(template.name).inserted { diagnostics += template.diagnostics }
        guard goDeeper(at: tag) else { return }
        defer { depth -= 1 }
        inclusions += 1
        guard inclusions <= Self.mostInclusions, builder.byteCount <= Self.mostBytes else {
            return reportGrowth(at: tag)
        }
        let former = (indentation, isIndentedByCaller)
        defer { (indentation, isIndentedByCaller) = former }
        guard includesItself(template) else {
            indentation = added
            isIndentedByCaller = isIndentedByCaller && indenting == .add
            return compile(template.nodes, of: template)
        }
        call(template, added, indenting, tag: tag)
    }

    /// `call body; jump end; body: …; come back; end:`, or only the call if the body is under way.
    private mutating func call(
        _ template: ParsedTemplate, _ added: [UInt8], _ indenting: TemplateProgram.Indenting, tag: Location
    ) {
        let indenting: TemplateProgram.Indenting = isIndentedByCaller ? indenting : .reset
        let bytes = builder.store(added)
        let routine = Routine(partial: template.name, shape: scopes.shape)
        let caller = routines.last?.id ?? 0
        if let underWay = routines.last(where: { $0.routine == routine }) {
            recursion.add(.init(from: caller, to: underWay.id, origins: origins, callsBack: tag))
            return builder.add(.call(to: Int32(underWay.start), indenting, start: bytes.start, count: bytes.count))
        }
        routineCount += 1
        recursion.add(.init(from: caller, to: routineCount, origins: origins, callsBack: nil))
        let call = builder.reserve()
        let jump = builder.reserve()
        let start = builder.label()
        builder.fill(call, with: .call(to: start, indenting, start: bytes.start, count: bytes.count))
        routines.append((routine, Int(start), routineCount))
        let former = origins
        origins = [:]
        (indentation, isIndentedByCaller) = ([], true)
        compile(template.nodes, of: template)
        origins = former
        routines.removeLast()
        builder.add(.comeBack)
        builder.fill(jump, with: .jump(to: builder.label()))
    }

    private var itself: [String: Bool] = [:]

    /// Whether a partial can lead back to itself, whatever the data.
    private mutating func includesItself(_ template: ParsedTemplate) -> Bool {
        if let known = itself[template.name] { return known }
        var waiting = template.partials
        var seen: Set<String> = []
        while let name = waiting.popLast() {
            guard seen.insert(name).inserted else { continue }
            waiting += library[name]?.partials ?? []
        }
        let answer = seen.contains(template.name)
        itself[template.name] = answer
        return answer
    }

    // MARK: Mistakes

    private mutating func goDeeper(at location: Location) -> Bool {
        guard depth <= Self.deepestNesting else {
            report(
                .templateNesting, at: location,
                "more than \(Self.deepestNesting) sections and partials are in each other here")
            return false
        }
        depth += 1
        return true
    }

    /// Once is enough: every further tag would say the same.
    private mutating func reportGrowth(at location: Location) {
        guard !isTooLarge else { return }
        isTooLarge = true
        report(
            .templateNesting, at: location, "partials include each other too often",
            hint: "a template holds at most \(Self.mostInclusions) partials and 16 MiB of text")
    }

    private func location(_ range: TextRange, in template: ParsedTemplate) -> Location {
        Location(path: template.source.path, range: range)
    }

    private mutating func report(
        _ code: DiagnosticCode, at location: Location, _ message: String, hint: String? = nil
    ) {
        diagnostics.append(Diagnostic(code, at: location, message, hint: hint))
    }
}
