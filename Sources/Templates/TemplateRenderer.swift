/// Runs a program over a view. Depth of recursion is that of the data, and lives on the heap.
struct TemplateRenderer {
    private struct Call {
        let comesBackTo: Int
        let indentationStart: Int
        let indentationEnd: Int
    }

    private var registers: [(any ViewFrame)?]
    /// What the registers held before the sections that are open.
    private var saved: [(any ViewFrame)?] = []
    private var calls: [Call] = []
    private var indentation: [UInt8] = []
    private var indentationStart = 0
    private let hops: [[Int]]

    init(_ program: TemplateProgram, root: any ViewFrame) {
        registers = Array(repeating: nil, count: program.registerCount)
        hops = program.hops
        guard registers.indices.contains(Int(program.rootRegister)) else { return }
        registers[Int(program.rootRegister)] = root
    }

    mutating func run(_ program: TemplateProgram, into output: inout [UInt8]) {
        var position = 0
        let operations = program.operations
        while position < operations.count {
            let operation = operations[position]
            position += 1
            switch operation {
            case .literal(let start, let count):
                output.append(contentsOf: program.literals[Int(start)..<Int(start + count)])
            case .text(let field):
                guard let text = frame(of: field)?.text(Int(field.slot)) else { continue }
                HTMLEscaping.append(text, to: &output)
            case .html(let field):
                guard let html = frame(of: field)?.html(Int(field.slot)) else { continue }
                output.append(contentsOf: html)
            case .skipUnlessFilled(let field, let target):
                if !isFilled(field) { position = Int(target) }
            case .skipIfFilled(let field, let target):
                if isFilled(field) { position = Int(target) }
            case .enter(let field, let register, let target):
                guard let inner = frame(of: field)?.open(Int(field.slot)) else {
                    position = Int(target)
                    continue
                }
                saved.append(registers[Int(register)])
                registers[Int(register)] = inner
            case .next(let register, let body):
                if registers[Int(register)]?.advance() == true {
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
                indentation.append(contentsOf: program.literals[Int(start)..<Int(start + count)])
                position = Int(target)
            case .comeBack:
                let call = calls.removeLast()
                position = call.comesBackTo
                indentationStart = call.indentationStart
                indentation.removeSubrange(call.indentationEnd...)
            case .indentation:
                output.append(contentsOf: indentation[indentationStart...])
            }
        }
    }

    private func isFilled(_ field: TemplateProgram.Field) -> Bool {
        frame(of: field)?.isFilled(Int(field.slot)) ?? false
    }

    private func frame(of field: TemplateProgram.Field) -> (any ViewFrame)? {
        guard field.hops != TemplateProgram.Field.noHops else { return registers[Int(field.register)] }
        var frame = registers[Int(field.register)]
        for slot in hops[Int(field.hops)] { frame = frame?.open(slot) }
        return frame
    }
}
