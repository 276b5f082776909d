extension TemplateProgram {
    /// Appends what the program makes of a view of the type it was compiled for.
    func render(_ root: ViewStore, into page: inout PageBuffer) {
        // An empty program is one with mistakes.
        guard !operations.isEmpty else { return }
        var renderer = TemplateRenderer(self)
        // A section opens a register before anything reads it; until then the root stands in for a view.
        var registers = [TemplateRenderer.Cursor](repeating: TemplateRenderer.Cursor(root), count: registerCount)
        // In place, all of them: they are looked at for each operation, and an array asks at each change whether it is shared.
        registers.withUnsafeMutableBufferPointer { registers in
            literals.withUnsafeBufferPointer { renderer.run(operations, on: registers, literals: $0, into: &page) }
        }
    }
}

/// Runs a program over a view. Depth of recursion is that of the data, and lives on the heap.
private struct TemplateRenderer {
    /// The current view of a list or section. Keeps nothing alive: `stores` does.
    struct Cursor {
        var view: UnsafeMutableRawPointer
        var remaining: Int
        var stride: Int

        init(_ store: ViewStore) {
            view = store.first
            remaining = store.count - 1
            stride = store.stride
        }
    }

    struct Call {
        let comesBackTo: Int
        let indentationStart: Int
        let indentationEnd: Int
    }

    /// What the registers held before the sections that are open, and what those sections walk over.
    private var saved: [Cursor] = []
    private var calls: [Call] = []
    private var indentation: [UInt8] = []
    private var indentationStart = 0
    /// Kept alive by the program, without counting for each field that is read.
    private let readers: [Unmanaged<FieldReader>]
    private let hops: [[Int32]]

    init(_ program: TemplateProgram) {
        readers = program.readers.map(Unmanaged.passUnretained)
        hops = program.hops
    }

    mutating func run(
        _ operations: [TemplateProgram.Operation], on registers: UnsafeMutableBufferPointer<Cursor>,
        literals: UnsafeBufferPointer<UInt8>, into page: inout PageBuffer
    ) {
        var position = 0
        while position < operations.count {
            let operation = operations[position]
            position += 1
            switch operation {
            case .literal(let start, let count):
                page.write(literals, from: Int(start), count: Int(count))
            case .text(let field):
                _ = read(field, registers) { $0.write($1, &page) }
            case .html(let field):
                _ = read(field, registers) { $0.write($1, &page) }
            case .skipUnlessFilled(let field, let target):
                if read(field, registers, { $0.isFilled($1) }) != true { position = Int(target) }
            case .skipIfFilled(let field, let target):
                if read(field, registers, { $0.isFilled($1) }) == true { position = Int(target) }
            case .enter(let field, let register, let target):
                guard let store = read(field, registers, { $0.open($1) }) else {
                    position = Int(target)
                    continue
                }
                saved.append(registers[Int(register)])
                registers[Int(register)] = Cursor(store)
            case .next(let register, let body):
                if registers[Int(register)].remaining > 0 {
                    registers[Int(register)].remaining -= 1
                    registers[Int(register)].view += registers[Int(register)].stride
                    position = Int(body)
                } else {
                    registers[Int(register)] = saved.removeLast()
                }
            case .jump(let target):
                position = Int(target)
            case .call(let target, let indenting, let start, let count):
                calls.append(
                    Call(
                        comesBackTo: position, indentationStart: indentationStart, indentationEnd: indentation.count))
                if indenting == .reset { indentationStart = indentation.count }
                indentation.append(contentsOf: literals[Int(start)..<Int(start + count)])
                position = Int(target)
            case .comeBack:
                let call = calls.removeLast()
                position = call.comesBackTo
                indentationStart = call.indentationStart
                indentation.removeSubrange(call.indentationEnd...)
            case .indentation:
                indentation[indentationStart...].withUnsafeBufferPointer { page.write($0) }
            }
        }
    }

    /// Nothing where a view on the way to the field is missing.
    @inline(__always)
    private func read<Value>(
        _ field: TemplateProgram.Field, _ registers: UnsafeMutableBufferPointer<Cursor>,
        _ value: (FieldReader, UnsafeMutableRawPointer) -> Value?
    ) -> Value? {
        var view = registers[Int(field.register)].view
        if field.hops != TemplateProgram.Field.noHops {
            // A view in a view is there as long as that, so that nothing on the way need be held.
            for hop in hops[Int(field.hops)] {
                guard let store = readers[Int(hop)]._withUnsafeGuaranteedRef({ $0.open(view) }) else { return nil }
                view = store.first
            }
        }
        return readers[Int(field.reader)]._withUnsafeGuaranteedRef { value($0, view) }
    }
}
