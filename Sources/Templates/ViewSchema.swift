/// What a view promises to templates: its names and the kind of each. Templates are checked against this, once.
///
/// A class, because schemas of recursive views refer to themselves and are told apart by identity.
@usableFromInline
final class ViewSchema: Sendable {
    /// What a field holds, and so which tags it can stand in.
    @usableFromInline
    enum Kind: Sendable {
        /// Words, escaped when printed.
        case text
        /// Markup that is ready to print.
        case html
        /// Yes or no.
        case flag
        /// Any number of views. The schema is asked for late, since a view's list may be of its own type.
        case list(@Sendable () -> ViewSchema)
        /// One view, or none.
        case view(@Sendable () -> ViewSchema)
        /// Any number of words.
        case texts
    }

    struct Field: Sendable {
        let name: String
        let kind: Kind
        let reader: FieldReader
    }

    /// What messages call such a view: `step`.
    let name: String
    let fields: [Field]
    private let slots: [String: Int]

    init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
        slots = Dictionary(fields.indices.map { (fields[$0].name, $0) }) { first, _ in first }
        assert(slots.count == fields.count, "a view has two fields of one name")
    }

    func slot(named name: String) -> Int? {
        slots[name]
    }
}
