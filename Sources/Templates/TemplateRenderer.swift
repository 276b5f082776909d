extension TemplateProgram {
    /// Appends what the program makes of a view of the type it was compiled for.
    func render(_ root: ViewStore, into page: inout PageBuffer) {
        // An empty program is one with mistakes.
        guard !instructions.isEmpty else { return }
        var renderer = TemplateRenderer(self)
        // A section opens a register before anything reads it; until then the root stands in for a view.
        var registers = [TemplateRenderer.Cursor](repeating: TemplateRenderer.Cursor(root), count: registerCount)
        // In place, all of them: they are looked at for each instruction, and an array asks at each change whether it is shared.
        registers.withUnsafeMutableBufferPointer { registers in
            literals.withUnsafeBufferPointer { literals in
                instructions.withUnsafeBufferPointer { instructions in
                    guard let first = instructions.baseAddress, let literals = literals.baseAddress else { return }
                    renderer.run(
                        first, to: first + instructions.count, on: registers, literals: UnsafeRawPointer(literals),
                        into: &page)
                }
            }
        }
    }
}

/// Runs a program over a view. Depth of recursion is that of the data, and lives on the heap.
private struct TemplateRenderer {
    /// The current view of a list or section. Keeps nothing alive: the page does.
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

    typealias Position = UnsafePointer<TemplateInstruction>

    struct Call {
        let comesBackTo: Position
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
        // As many sections in each other as pages have.
        saved.reserveCapacity(12)
    }

    /// Looks at no more of an instruction than it takes.
    mutating func run(
        _ start: Position, to end: Position, on registers: UnsafeMutableBufferPointer<Cursor>,
        literals: UnsafeRawPointer, into page: inout PageBuffer
    ) {
        var next = start
        while next < end {
            let at = next
            next += 1
            let literalCount = Int(at.pointee.literalCount)
            if literalCount > 0 {
                page.write(literal: literals + Int(at.pointee.literalStart), count: literalCount)
            }
            let view = registers[Int(at.pointee.register)].view
            switch at.pointee.code {
            case .literal: break
            case .write: write(at, of: view, to: &page)
            case .skipUnlessFilled: if !isFilled(at, in: view, &page) { next = start + Int(at.pointee.target) }
            case .skipIfFilled: if isFilled(at, in: view, &page) { next = start + Int(at.pointee.target) }
            case .enter:
                if let store = readers[Int(at.pointee.place)]._withUnsafeGuaranteedRef({ $0.open(view) }) {
                    let opened = Int(at.pointee.opened)
                    saved.append(registers[opened])
                    registers[opened] = Cursor(store)
                } else {
                    next = start + Int(at.pointee.target)
                }
            case .next:
                let register = Int(at.pointee.register)
                if registers[register].remaining > 0 {
                    registers[register].remaining -= 1
                    registers[register].view = view + registers[register].stride
                    next = start + Int(at.pointee.target)
                } else {
                    registers[register] = saved.removeLast()
                }
            case .jump: next = start + Int(at.pointee.target)
            case .follow:
                if let end = self.end(of: hops[Int(at.pointee.place)], from: view) {
                    registers[registers.count - 1].view = end
                } else {
                    next = start + Int(at.pointee.target)
                }
            case .call:
                calls.append(
                    Call(comesBackTo: next, indentationStart: indentationStart, indentationEnd: indentation.count))
                if at.pointee.isReset { indentationStart = indentation.count }
                indentation.append(
                    contentsOf: UnsafeRawBufferPointer(
                        start: literals + Int(at.pointee.addedStart), count: Int(at.pointee.addedCount)))
                next = start + Int(at.pointee.target)
            case .comeBack:
                let call = calls.removeLast()
                next = call.comesBackTo
                indentationStart = call.indentationStart
                indentation.removeSubrange(call.indentationEnd...)
            case .indentation:
                indentation[indentationStart...].withUnsafeBufferPointer { page.write($0) }
            }
        }
    }

    /// Nothing where a view on the way is missing. A view in a view is there as long as that, so that none need be held.
    private func end(of path: [Int32], from start: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        var view = start
        for hop in path {
            guard let store = readers[Int(hop)]._withUnsafeGuaranteedRef({ $0.open(view) }) else { return nil }
            view = store.first
        }
        return view
    }

    @inline(__always)
    private func write(_ at: Position, of view: UnsafeMutableRawPointer, to page: inout PageBuffer) {
        let place = view + Int(at.pointee.place)
        switch at.pointee.storage {
        case .text: HTMLEscaping.write(&place.assumingMemoryBound(to: String.self).pointee, to: &page)
        case .optionalText:
            guard place.assumingMemoryBound(to: String?.self).pointee != nil else { return }
            HTMLEscaping.write(&place.assumingMemoryBound(to: String.self).pointee, to: &page)
        case .html: page.write(place.assumingMemoryBound(to: [UInt8].self).pointee)
        case .optionalHTML:
            guard place.assumingMemoryBound(to: [UInt8]?.self).pointee != nil else { return }
            page.write(place.assumingMemoryBound(to: [UInt8].self).pointee)
        case .writtenHTML: place.assumingMemoryBound(to: HTML.self).pointee.write(to: &page)
        case .placedText: write(&place.assumingMemoryBound(to: Placed<String>.self).pointee, to: &page)
        case .placedHTML: write(&place.assumingMemoryBound(to: Placed<HTML>.self).pointee, to: &page)
        // A flag is never printed.
        case .flag: return
        case .elsewhere: readers[Int(at.pointee.place)]._withUnsafeGuaranteedRef { $0.write(view, &page) }
        }
    }

    // The few values that are noted must not make the way of all others longer.
    @inline(never)
    private func write(_ text: inout Placed<String>, to page: inout PageBuffer) {
        let start = page.count
        HTMLEscaping.write(&text.value, to: &page)
        page.note(text.number, from: start)
    }

    @inline(never)
    private func write(_ html: inout Placed<HTML>, to page: inout PageBuffer) {
        let start = page.count
        html.value.write(to: &page)
        page.note(html.number, from: start)
    }

    @inline(__always)
    private func isFilled(_ at: Position, in view: UnsafeMutableRawPointer, _ page: inout PageBuffer) -> Bool {
        let place = view + Int(at.pointee.place)
        return switch at.pointee.storage {
        case .text: !place.assumingMemoryBound(to: String.self).pointee.isEmpty
        case .optionalText: place.assumingMemoryBound(to: String?.self).pointee?.isEmpty == false
        case .html: !place.assumingMemoryBound(to: [UInt8].self).pointee.isEmpty
        case .optionalHTML: place.assumingMemoryBound(to: [UInt8]?.self).pointee?.isEmpty == false
        case .flag: place.assumingMemoryBound(to: Bool.self).pointee
        case .writtenHTML: !place.assumingMemoryBound(to: HTML.self).pointee.isEmpty
        case .placedText: isFilled(&place.assumingMemoryBound(to: Placed<String>.self).pointee, &page)
        case .placedHTML: isFilled(&place.assumingMemoryBound(to: Placed<HTML>.self).pointee, &page)
        case .elsewhere: readers[Int(at.pointee.place)]._withUnsafeGuaranteedRef { $0.isFilled(view) }
        }
    }

    // A page that asks whether a value is there shows more of it than the value: to replace that is not enough.
    @inline(never)
    private func isFilled(_ text: inout Placed<String>, _ page: inout PageBuffer) -> Bool {
        page.noteQuestion(about: text.number)
        return !text.value.isEmpty
    }

    @inline(never)
    private func isFilled(_ html: inout Placed<HTML>, _ page: inout PageBuffer) -> Bool {
        page.noteQuestion(about: html.number)
        return !html.value.isEmpty
    }
}
