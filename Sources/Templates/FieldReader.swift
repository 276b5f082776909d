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

    /// Where texts, markup and flags lie that are stored in a view: they are read in place, as a copy would count each, and by the
    /// renderer itself, as there are hundreds on a page.
    struct Storage: Sendable {
        enum Kind: UInt8, Sendable {
            /// What is in an optional lies where the optional does.
            case text, optionalText, html, optionalHTML, writtenHTML, flag
            /// With the number that their place is noted under.
            case placedText, placedHTML
            /// What the closures read.
            case elsewhere
        }

        let kind: Kind
        let offset: Int
    }

    let storage: Storage
    /// Appends a text that is worked out, as it is printed.
    let write: @Sendable (Address, inout PageBuffer) -> Void
    let isFilled: @Sendable (Address) -> Bool
    /// The views of a list or the one view; nothing where there is none.
    let open: @Sendable (Address) -> ViewStore?

    @usableFromInline
    init(
        write: @escaping @Sendable (Address, inout PageBuffer) -> Void = { _, _ in },
        isFilled: @escaping @Sendable (Address) -> Bool,
        open: @escaping @Sendable (Address) -> ViewStore? = { _ in nil }
    ) {
        storage = Storage(kind: .elsewhere, offset: 0)
        self.write = write
        self.isFilled = isFilled
        self.open = open
    }

    private init(_ kind: Storage.Kind, at offset: Int) {
        storage = Storage(kind: kind, offset: offset)
        write = { _, _ in }
        isFilled = { _ in false }
        open = { _ in nil }
    }
}

// MARK: What is stored in a view

extension FieldReader {
    @inlinable
    static func text<V>(_ path: KeyPath<V, String>) -> FieldReader { text(at: offset(of: path)) }

    @inlinable
    static func text<V>(_ path: KeyPath<V, String?>) -> FieldReader { optionalText(at: offset(of: path)) }

    @inlinable
    static func html<V>(_ path: KeyPath<V, [UInt8]>) -> FieldReader { html(at: offset(of: path)) }

    @inlinable
    static func html<V>(_ path: KeyPath<V, [UInt8]?>) -> FieldReader { optionalHTML(at: offset(of: path)) }

    @inlinable
    static func flag<V>(_ path: KeyPath<V, Bool>) -> FieldReader { flag(at: offset(of: path)) }

    @inlinable
    static func text<V>(_ path: KeyPath<V, Placed<String>>) -> FieldReader { placedText(at: offset(of: path)) }

    @inlinable
    static func html<V>(_ path: KeyPath<V, HTML>) -> FieldReader { writtenHTML(at: offset(of: path)) }

    @inlinable
    static func html<V>(_ path: KeyPath<V, Placed<HTML>>) -> FieldReader { placedHTML(at: offset(of: path)) }

    @usableFromInline
    static func text(at offset: Int) -> FieldReader { FieldReader(.text, at: offset) }

    @usableFromInline
    static func optionalText(at offset: Int) -> FieldReader { FieldReader(.optionalText, at: offset) }

    @usableFromInline
    static func html(at offset: Int) -> FieldReader { FieldReader(.html, at: offset) }

    @usableFromInline
    static func optionalHTML(at offset: Int) -> FieldReader { FieldReader(.optionalHTML, at: offset) }

    @usableFromInline
    static func writtenHTML(at offset: Int) -> FieldReader { FieldReader(.writtenHTML, at: offset) }

    @usableFromInline
    static func flag(at offset: Int) -> FieldReader { FieldReader(.flag, at: offset) }

    @usableFromInline
    static func placedText(at offset: Int) -> FieldReader { FieldReader(.placedText, at: offset) }

    @usableFromInline
    static func placedHTML(at offset: Int) -> FieldReader { FieldReader(.placedHTML, at: offset) }

    /// Of views or of texts.
    @inlinable
    static func list<V, Element>(_ path: KeyPath<V, [Element]>) -> FieldReader {
        let offset = offset(of: path)
        return FieldReader(
            isFilled: { !($0 + offset).assumingMemoryBound(to: [Element].self).pointee.isEmpty },
            open: { ViewStore(inPlace: &($0 + offset).assumingMemoryBound(to: [Element].self).pointee) })
    }

    @inlinable
    static func view<V, Inner>(_ path: KeyPath<V, Inner>) -> FieldReader {
        let offset = offset(of: path)
        return FieldReader(isFilled: { _ in true }, open: { ViewStore(inPlaceAt: $0 + offset) })
    }

    @inlinable
    static func view<V, Inner>(_ path: KeyPath<V, Inner?>) -> FieldReader {
        let offset = offset(of: path)
        return FieldReader(
            isFilled: { ($0 + offset).assumingMemoryBound(to: Inner?.self).pointee != nil },
            open: {
                let place = $0 + offset
                return place.assumingMemoryBound(to: Inner?.self).pointee != nil ? ViewStore(inPlaceAt: place) : nil
            })
    }

    @usableFromInline
    static func offset<V>(of path: PartialKeyPath<V>) -> Int {
        guard let offset = MemoryLayout<V>.offset(of: path) else {
            // exempt: preconditionFailure, because the mistake is in our own code, and the first page that is made shows it.
            preconditionFailure("what is read in place must be stored in the view: \(path)")
        }
        return offset
    }
}

// MARK: What is worked out

extension FieldReader {
    @inlinable
    static func text<V>(_ value: @escaping @Sendable (inout V) -> String?) -> FieldReader {
        worked(out: { value(&$0.assumingMemoryBound(to: V.self).pointee) })
    }

    @usableFromInline
    static func worked(out text: @escaping @Sendable (Address) -> String?) -> FieldReader {
        FieldReader(
            write: { view, page in if var text = text(view) { HTMLEscaping.write(&text, to: &page) } },
            isFilled: { text($0)?.isEmpty == false })
    }

    @inlinable
    static func flag<V>(_ value: @escaping @Sendable (inout V) -> Bool) -> FieldReader {
        FieldReader(isFilled: { value(&$0.assumingMemoryBound(to: V.self).pointee) })
    }
}
