/// Reads one field of a view of some type at an address.
///
/// The program was checked against the schema, so a reader is only asked for the kind it reads and only at the address of a
/// view of its type: `TemplateProgram.Field` names both by register and reader, which come from one schema.
///
/// Its closures are made where the view's type is known: they are specialised for it there, and look no type up at run time. They
/// take their view `inout` only because that reads it in place; a value would be copied whole at each field, with a count for
/// each string in it.
@usableFromInline
final class FieldReader: Sendable {
    @usableFromInline typealias Address = UnsafeMutableRawPointer

    let text: @Sendable (Address) -> String?
    let html: @Sendable (Address) -> [UInt8]?
    let isFilled: @Sendable (Address) -> Bool
    /// The views of a list or the one view; nothing where there is none.
    let open: @Sendable (Address) -> ViewStore?

    @usableFromInline
    init(
        text: @escaping @Sendable (Address) -> String? = { _ in nil },
        html: @escaping @Sendable (Address) -> [UInt8]? = { _ in nil },
        isFilled: @escaping @Sendable (Address) -> Bool,
        open: @escaping @Sendable (Address) -> ViewStore? = { _ in nil }
    ) {
        self.text = text
        self.html = html
        self.isFilled = isFilled
        self.open = open
    }
}

extension FieldReader {
    @inlinable
    static func text<V>(_ value: @escaping @Sendable (inout V) -> String?) -> FieldReader {
        FieldReader(
            text: { value(&$0.assumingMemoryBound(to: V.self).pointee) },
            isFilled: { value(&$0.assumingMemoryBound(to: V.self).pointee)?.isEmpty == false })
    }

    @inlinable
    static func html<V>(_ value: @escaping @Sendable (inout V) -> [UInt8]?) -> FieldReader {
        FieldReader(
            html: { value(&$0.assumingMemoryBound(to: V.self).pointee) },
            isFilled: { value(&$0.assumingMemoryBound(to: V.self).pointee)?.isEmpty == false })
    }

    @inlinable
    static func flag<V>(_ value: @escaping @Sendable (inout V) -> Bool) -> FieldReader {
        FieldReader(isFilled: { value(&$0.assumingMemoryBound(to: V.self).pointee) })
    }

    /// Of views or of texts.
    @inlinable
    static func list<V, Element: Sendable>(_ value: @escaping @Sendable (inout V) -> [Element]) -> FieldReader {
        FieldReader(
            isFilled: { !value(&$0.assumingMemoryBound(to: V.self).pointee).isEmpty },
            open: { ViewStore(value(&$0.assumingMemoryBound(to: V.self).pointee)) })
    }

    @inlinable
    static func view<V, Inner: Sendable>(_ value: @escaping @Sendable (inout V) -> Inner?) -> FieldReader {
        FieldReader(
            isFilled: { value(&$0.assumingMemoryBound(to: V.self).pointee) != nil },
            open: { value(&$0.assumingMemoryBound(to: V.self).pointee).flatMap { ViewStore([$0]) } })
    }
}
