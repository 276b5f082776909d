/// A value that templates can show: it lists its names, and how the value of each is had.
///
/// ```
/// static let fields = ViewFields<StepView>("step", [
///     .text("title", \.title),
///     .list("lanes", \.lanes),
///     .flag("has-lanes") { !$0.lanes.isEmpty },
/// ])
/// ```
/// Fields must lead to finite data: a template may follow a field that holds its own type to the end.
public protocol TemplateView: Sendable {
    /// A stored constant: the identity of these is what tells types of views apart.
    static var fields: ViewFields<Self> { get }
}

/// The fields of a type of view, in order.
///
/// Not bound to `TemplateView`, as `ViewField` is not either: whether a type is one would be looked up in the whole program, for each
/// of some eighty types of views whenever Waymark starts.
public struct ViewFields<V>: Sendable {
    @usableFromInline let schema: ViewSchema

    /// - Parameter name: what messages call such a view, in the singular: `step`.
    public init(_ name: String, _ fields: [ViewField<V>]) {
        schema = ViewSchema(name, fields.map(\.field))
    }
}

/// One name of a view, and how its value is had. Values are asked for when a template shows them: what none shows costs
/// nothing, and what is shown twice is asked for twice, so that views should hold values rather than work them out.
///
/// The closures take the view `inout` so that it is read where it is; they have no reason to change it.
///
/// This is `public` because nothing else can be made part of the code that uses it, and specialised for its views.
public struct ViewField<V>: Sendable {
    let field: ViewSchema.Field

    @usableFromInline
    init(_ name: String, _ kind: ViewSchema.Kind, _ reader: FieldReader) {
        field = ViewSchema.Field(name: name, kind: kind, reader: reader)
    }

    /// Words that are stored in the view, escaped when printed.
    @inlinable
    public static func text(_ name: String, _ path: KeyPath<V, String>) -> Self { Self(name, .text, .text(path)) }

    /// The same for words that may be missing; nothing and the empty text are alike.
    @inlinable
    public static func text(_ name: String, _ path: KeyPath<V, String?>) -> Self { Self(name, .text, .text(path)) }

    /// Words that are worked out.
    @inlinable
    public static func text(_ name: String, _ value: @escaping @Sendable (inout V) -> String?) -> Self {
        Self(name, .text, .text(value))
    }

    /// Markup that is stored in the view as UTF-8, printed as it is.
    @inlinable
    public static func html(_ name: String, _ path: KeyPath<V, [UInt8]>) -> Self { Self(name, .html, .html(path)) }

    /// The same for markup that may be missing.
    @inlinable
    public static func html(_ name: String, _ path: KeyPath<V, [UInt8]?>) -> Self { Self(name, .html, .html(path)) }

    /// Words whose place on the page is noted.
    @inlinable
    public static func text(_ name: String, _ path: KeyPath<V, Placed<String>>) -> Self {
        Self(name, .text, .text(path))
    }

    /// The same for markup that may be words alone.
    @inlinable
    public static func html(_ name: String, _ path: KeyPath<V, HTML>) -> Self { Self(name, .html, .html(path)) }

    /// Markup whose place on the page is noted.
    @inlinable
    public static func html(_ name: String, _ path: KeyPath<V, Placed<HTML>>) -> Self {
        Self(name, .html, .html(path))
    }

    @inlinable
    public static func flag(_ name: String, _ value: @escaping @Sendable (inout V) -> Bool) -> Self {
        Self(name, .flag, .flag(value))
    }

    /// Yes or no as it is stored in the view: read by the renderer itself.
    @inlinable
    public static func flag(_ name: String, _ path: KeyPath<V, Bool>) -> Self { Self(name, .flag, .flag(path)) }

    /// Views that are stored in this one.
    @inlinable
    public static func list<Element: TemplateView>(_ name: String, _ path: KeyPath<V, [Element]>) -> Self {
        Self(name, .list { Element.fields.schema }, .list(path))
    }

    /// A view that is stored in this one.
    @inlinable
    public static func view<Inner: TemplateView>(_ name: String, _ path: KeyPath<V, Inner>) -> Self {
        Self(name, .view { Inner.fields.schema }, .view(path))
    }

    /// The same for one that may be missing.
    @inlinable
    public static func view<Inner: TemplateView>(_ name: String, _ path: KeyPath<V, Inner?>) -> Self {
        Self(name, .view { Inner.fields.schema }, .view(path))
    }

    /// A list of words: `{{#tags}}{{.}}{{/tags}}`.
    @inlinable
    public static func texts(_ name: String, _ path: KeyPath<V, [String]>) -> Self { Self(name, .texts, .list(path)) }
}
