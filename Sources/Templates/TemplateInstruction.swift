/// An operation as it is run, with the literal that stands before it: to take both in one step, and to read what is stored in a
/// view without a call, halves the time that rendering takes.
struct TemplateInstruction: Sendable {
    enum Code: UInt8, Sendable {
        /// Nothing behind the literal.
        case literal
        case write
        case skipUnlessFilled, skipIfFilled
        case enter, next
        case jump
        case call, comeBack, indentation
        /// Goes through views in views to the one that has the next instruction's field, or on to the target if one is missing.
        case follow
    }

    var code: Code
    /// How the field is read.
    var storage = FieldReader.Storage.Kind.elsewhere
    /// For calls: whether they start without the indentation of the caller.
    var isReset = false
    var register: Int32 = 0
    /// Where in its view the field is stored, or the number of its reader; of `follow` the number of its path.
    var place: Int32 = 0
    /// Where to go on.
    var target: Int32 = 0
    var literalStart: Int32 = 0
    var literalCount: Int32 = 0
    /// What `enter` opens the list or view into.
    var opened: Int32 = 0
    /// The indentation that a call adds.
    var addedStart: Int32 = 0
    var addedCount: Int32 = 0
}

/// Makes instructions of operations.
struct TemplateAssembly {
    private let readers: [FieldReader]
    /// Holds the views that paths lead to.
    private let pathRegister: Int32
    private(set) var instructions: [TemplateInstruction] = []

    init(_ operations: [TemplateProgram.Operation], readers: [FieldReader], pathRegister: Int) {
        self.readers = readers
        self.pathRegister = Int32(pathRegister)
        let targets = Set(operations.compactMap(\.target))
        var starts: [Int32] = []
        var literal: (start: Int32, count: Int32) = (0, 0)
        for (index, operation) in operations.enumerated() {
            // What is led to must not bring the literal before it along.
            if literal.count > 0, operation.isLiteral || targets.contains(Int32(index)) {
                add(TemplateInstruction(code: .literal), behind: &literal)
            }
            starts.append(Int32(instructions.count))
            if case .literal(let start, let count) = operation {
                literal = (start, count)
            } else {
                add(operation, at: index, behind: &literal)
            }
        }
        if literal.count > 0 { add(TemplateInstruction(code: .literal), behind: &literal) }
        starts.append(Int32(instructions.count))
        for index in instructions.indices { instructions[index].target = starts[Int(instructions[index].target)] }
    }

    private mutating func add(_ instruction: TemplateInstruction, behind literal: inout (start: Int32, count: Int32)) {
        var instruction = instruction
        (instruction.literalStart, instruction.literalCount) = literal
        literal = (0, 0)
        instructions.append(instruction)
    }

    private mutating func add(
        _ operation: TemplateProgram.Operation, at index: Int, behind literal: inout (start: Int32, count: Int32)
    ) {
        let next = Int32(index + 1)
        switch operation {
        case .literal: break
        case .text(let field), .html(let field): add(.write, field, orGoTo: next, behind: &literal)
        case .skipUnlessFilled(let field, let target):
            add(.skipUnlessFilled, field, to: target, orGoTo: target, behind: &literal)
        case .skipIfFilled(let field, let target):
            add(.skipIfFilled, field, to: target, orGoTo: next, behind: &literal)
        case .enter(let field, let register, let target):
            let source = self.register(of: field, orGoTo: target, behind: &literal)
            add(
                TemplateInstruction(
                    code: .enter, register: source, place: field.reader, target: target, opened: register),
                behind: &literal)
        case .next(let register, let body):
            add(TemplateInstruction(code: .next, register: register, target: body), behind: &literal)
        case .jump(let target): add(TemplateInstruction(code: .jump, target: target), behind: &literal)
        case .call(let target, let indenting, let start, let count):
            add(
                TemplateInstruction(
                    code: .call, isReset: indenting == .reset, target: target, addedStart: start, addedCount: count),
                behind: &literal)
        case .comeBack: add(TemplateInstruction(code: .comeBack), behind: &literal)
        case .indentation: add(TemplateInstruction(code: .indentation), behind: &literal)
        }
    }

    private mutating func add(
        _ code: TemplateInstruction.Code, _ field: TemplateProgram.Field, to target: Int32 = 0,
        orGoTo missing: Int32, behind literal: inout (start: Int32, count: Int32)
    ) {
        let register = register(of: field, orGoTo: missing, behind: &literal)
        let storage = readers[Int(field.reader)].storage
        add(
            TemplateInstruction(
                code: code, storage: storage.kind, register: register,
                place: storage.kind == .elsewhere ? field.reader : Int32(storage.offset), target: target),
            behind: &literal)
    }

    /// The register of the view that has a field: of one behind a path, which is followed first, that of paths.
    private mutating func register(
        of field: TemplateProgram.Field, orGoTo missing: Int32, behind literal: inout (start: Int32, count: Int32)
    ) -> Int32 {
        guard field.hops != TemplateProgram.Field.noHops else { return field.register }
        add(
            TemplateInstruction(code: .follow, register: field.register, place: field.hops, target: missing),
            behind: &literal)
        return pathRegister
    }
}

extension TemplateProgram.Operation {
    fileprivate var isLiteral: Bool { if case .literal = self { true } else { false } }

    fileprivate var target: Int32? {
        switch self {
        case .literal, .text, .html, .comeBack, .indentation: nil
        case .skipUnlessFilled(_, let target), .skipIfFilled(_, let target), .enter(_, _, let target),
            .jump(let target), .call(let target, _, _, _):
            target
        case .next(_, let body): body
        }
    }
}
