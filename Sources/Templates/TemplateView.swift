/// A value that templates can show: it lists its names, and how the value of each is had.
///
/// ```
/// static let fields = ViewFields<StepView>("step", [
///     .text("title") { $0.title },
///     .list("lanes") { $0.lanes },
/// ])
/// ```
/// Fields must lead to finite data: a template may follow a field that holds its own type to the end.
package protocol TemplateView: Sendable {
    /// A stored constant: the identity of these is what tells types of views apart.
    static var fields: ViewFields<Self> { get }
}

/// The fields of a type of view, in order.
package struct ViewFields<V: TemplateView>: Sendable {
    let schema: ViewSchema
    let accesses: [ViewField<V>.Access]

    /// - Parameter name: what messages call such a view, in the singular: `step`.
    package init(_ name: String, _ fields: [ViewField<V>]) {
        schema = ViewSchema(name, fields.map { ViewSchema.Field(name: $0.name, kind: $0.kind) })
        accesses = fields.map(\.access)
    }
}

/// One name of a view.
package struct ViewField<V: TemplateView>: Sendable {
    /// How a value is had. Values are asked for when a template shows them, so what no template shows costs nothing.
    enum Access: Sendable {
        case text(@Sendable (V) -> String?)
        case html(@Sendable (V) -> [UInt8]?)
        case flag(@Sendable (V) -> Bool)
        case frame(isFilled: @Sendable (V) -> Bool, open: @Sendable (V) -> (any ViewFrame)?)
    }

    let name: String
    let kind: ViewSchema.Kind
    let access: Access

    /// Words, escaped when printed; nothing and the empty text are alike.
    package static func text(_ name: String, _ value: @escaping @Sendable (V) -> String?) -> Self {
        Self(name: name, kind: .text, access: .text(value))
    }

    /// Markup as UTF-8, printed as it is.
    package static func html(_ name: String, _ value: @escaping @Sendable (V) -> [UInt8]?) -> Self {
        Self(name: name, kind: .html, access: .html(value))
    }

    package static func flag(_ name: String, _ value: @escaping @Sendable (V) -> Bool) -> Self {
        Self(name: name, kind: .flag, access: .flag(value))
    }

    package static func list<Element: TemplateView>(
        _ name: String, _ value: @escaping @Sendable (V) -> [Element]
    ) -> Self {
        Self(
            name: name, kind: .list { Element.fields.schema },
            access: .frame(isFilled: { !value($0).isEmpty }, open: { ListFrame(value($0)) }))
    }

    package static func view<Inner: TemplateView>(
        _ name: String, _ value: @escaping @Sendable (V) -> Inner?
    ) -> Self {
        Self(
            name: name, kind: .view { Inner.fields.schema },
            access: .frame(isFilled: { value($0) != nil }, open: { value($0).map(SingleFrame.init) }))
    }

    /// A list of words: `{{#tags}}{{.}}{{/tags}}`.
    package static func texts(_ name: String, _ value: @escaping @Sendable (V) -> [String]) -> Self {
        Self(
            name: name, kind: .texts,
            access: .frame(isFilled: { !value($0).isEmpty }, open: { TextsFrame(value($0)) }))
    }
}
