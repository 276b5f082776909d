/// Reads one field of a view of some type at an address.
///
/// The program was checked against the schema, so a reader is only asked for the kind it reads and only at the address of a
/// view of its type: `TemplateProgram.Field` names both by register and reader, which come from one schema.
///
/// The closures take their view `inout` only because that reads it in place: to pass it as a value, code that isn't
/// specialised for its type copies all of it, with a count for each string, at each field.
// exempt: @unchecked Sendable, because a class with subclasses can't be checked; all of them are below, and hold one constant.
class FieldReader: @unchecked Sendable {
    func text(at view: UnsafeMutableRawPointer) -> String? { nil }
    func html(at view: UnsafeMutableRawPointer) -> [UInt8]? { nil }
    func isFilled(at view: UnsafeMutableRawPointer) -> Bool { false }
    /// The views of a list or the one view; nothing where there is none.
    func open(at view: UnsafeMutableRawPointer) -> ViewStore? { nil }
    /// Ends the life of the views that were opened.
    func empty(_ memory: UnsafeMutableRawPointer, count: Int) {}
}

final class TextReader<V>: FieldReader, @unchecked Sendable {
    private let value: @Sendable (inout V) -> String?

    init(_ value: @escaping @Sendable (inout V) -> String?) {
        self.value = value
    }

    override func text(at view: UnsafeMutableRawPointer) -> String? {
        value(&view.assumingMemoryBound(to: V.self).pointee)
    }

    override func isFilled(at view: UnsafeMutableRawPointer) -> Bool {
        value(&view.assumingMemoryBound(to: V.self).pointee)?.isEmpty == false
    }
}

final class HTMLReader<V>: FieldReader, @unchecked Sendable {
    private let value: @Sendable (inout V) -> [UInt8]?

    init(_ value: @escaping @Sendable (inout V) -> [UInt8]?) {
        self.value = value
    }

    override func html(at view: UnsafeMutableRawPointer) -> [UInt8]? {
        value(&view.assumingMemoryBound(to: V.self).pointee)
    }

    override func isFilled(at view: UnsafeMutableRawPointer) -> Bool {
        value(&view.assumingMemoryBound(to: V.self).pointee)?.isEmpty == false
    }
}

final class FlagReader<V>: FieldReader, @unchecked Sendable {
    private let value: @Sendable (inout V) -> Bool

    init(_ value: @escaping @Sendable (inout V) -> Bool) {
        self.value = value
    }

    override func isFilled(at view: UnsafeMutableRawPointer) -> Bool {
        value(&view.assumingMemoryBound(to: V.self).pointee)
    }
}

/// Of views or of texts.
final class ListReader<V, Element>: FieldReader, @unchecked Sendable {
    private let value: @Sendable (inout V) -> [Element]

    init(_ value: @escaping @Sendable (inout V) -> [Element]) {
        self.value = value
    }

    override func isFilled(at view: UnsafeMutableRawPointer) -> Bool {
        !value(&view.assumingMemoryBound(to: V.self).pointee).isEmpty
    }

    override func open(at view: UnsafeMutableRawPointer) -> ViewStore? {
        let elements = value(&view.assumingMemoryBound(to: V.self).pointee)
        let memory: UnsafeMutablePointer<Element>? = elements.withUnsafeBufferPointer { elements in
            guard let first = elements.baseAddress, !elements.isEmpty else { return nil }
            let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
            memory.initialize(from: first, count: elements.count)
            return memory
        }
        guard let memory else { return nil }
        return ViewStore(memory, stride: MemoryLayout<Element>.stride, count: elements.count, filledBy: self)
    }

    override func empty(_ memory: UnsafeMutableRawPointer, count: Int) {
        let views = memory.assumingMemoryBound(to: Element.self)
        views.deinitialize(count: count)
        views.deallocate()
    }
}

final class InnerViewReader<V, Inner>: FieldReader, @unchecked Sendable {
    private let value: @Sendable (inout V) -> Inner?

    init(_ value: @escaping @Sendable (inout V) -> Inner?) {
        self.value = value
    }

    override func isFilled(at view: UnsafeMutableRawPointer) -> Bool {
        value(&view.assumingMemoryBound(to: V.self).pointee) != nil
    }

    override func open(at view: UnsafeMutableRawPointer) -> ViewStore? {
        guard let inner = value(&view.assumingMemoryBound(to: V.self).pointee) else { return nil }
        let memory = UnsafeMutablePointer<Inner>.allocate(capacity: 1)
        memory.initialize(to: inner)
        return ViewStore(memory, stride: MemoryLayout<Inner>.stride, count: 1, filledBy: self)
    }

    override func empty(_ memory: UnsafeMutableRawPointer, count: Int) {
        let views = memory.assumingMemoryBound(to: Inner.self)
        views.deinitialize(count: count)
        views.deallocate()
    }
}

/// Opens the view that a page is made from.
final class RootReader<V>: FieldReader, @unchecked Sendable {
    func open(_ view: V) -> ViewStore {
        let memory = UnsafeMutablePointer<V>.allocate(capacity: 1)
        memory.initialize(to: view)
        return ViewStore(memory, stride: MemoryLayout<V>.stride, count: 1, filledBy: self)
    }

    override func empty(_ memory: UnsafeMutableRawPointer, count: Int) {
        let views = memory.assumingMemoryBound(to: V.self)
        views.deinitialize(count: count)
        views.deallocate()
    }
}
