/// Writes a program, operation by operation. Literals in a row become one.
struct TemplateProgramBuilder {
    /// What is not rendered after all is taken back to here.
    struct Mark {
        fileprivate let operations: Int
        fileprivate let literals: Int
    }

    private var operations: [TemplateProgram.Operation] = []
    private var literals: [UInt8] = []
    /// Something leads to the operation after these: a literal before it must not grow.
    private var target = 0

    var byteCount: Int { literals.count }

    mutating func add(_ operation: TemplateProgram.Operation) {
        operations.append(operation)
    }

    mutating func add(literal bytes: ArraySlice<UInt8>) {
        add(literalWith: store(bytes))
    }

    mutating func add(escaped text: String) {
        let start = literals.count
        var text = text
        var escaped = PageBuffer(capacity: 256)
        HTMLEscaping.write(&text, to: &escaped)
        literals += escaped.bytes
        add(literalWith: (Int32(start), Int32(literals.count - start)))
    }

    /// Bytes for an operation other than a literal.
    mutating func store(_ bytes: some Collection<UInt8>) -> (start: Int32, count: Int32) {
        let start = literals.count
        literals.append(contentsOf: bytes)
        return (Int32(start), Int32(bytes.count))
    }

    private mutating func add(literalWith bytes: (start: Int32, count: Int32)) {
        guard bytes.count > 0 else { return }
        guard operations.count > target, case .literal(let start, let count) = operations[operations.count - 1],
            start + count == bytes.start
        else {
            return operations.append(.literal(start: bytes.start, count: bytes.count))
        }
        operations[operations.count - 1] = .literal(start: start, count: count + bytes.count)
    }

    // MARK: Jumps

    /// A place for an operation that leads to where isn't known yet.
    mutating func reserve() -> Int {
        operations.append(.jump(to: Int32(operations.count + 1)))
        return operations.count - 1
    }

    mutating func fill(_ place: Int, with operation: TemplateProgram.Operation) {
        operations[place] = operation
    }

    /// Where the next operation will be.
    mutating func label() -> Int32 {
        target = operations.count
        return Int32(target)
    }

    mutating func mark() -> Mark {
        target = operations.count
        return Mark(operations: operations.count, literals: literals.count)
    }

    mutating func goBack(to mark: Mark) {
        operations.removeSubrange(mark.operations...)
        literals.removeSubrange(mark.literals...)
        target = operations.count
    }

    func program(for scopes: TemplateScopes, root: Int) -> TemplateProgram {
        // More than is read of them: the page copies a few bytes at once.
        let padding = [UInt8](repeating: 0, count: PageBuffer.longestShort)
        let assembly = TemplateAssembly(operations, readers: scopes.readers, pathRegister: scopes.schemas.count)
        return TemplateProgram(
            instructions: assembly.instructions, literals: literals + padding, readers: scopes.readers,
            hops: scopes.hops, registerCount: scopes.schemas.count + 1, rootRegister: Int32(root))
    }
}
