/// A view, or a list of views with one of them current, that a program reads by slot.
///
/// The program was checked against the schema, so a slot always holds the kind that is asked for; where it did not, a frame
/// answers as for an empty value rather than trap.
protocol ViewFrame: AnyObject {
    func text(_ slot: Int) -> String?
    func html(_ slot: Int) -> [UInt8]?
    func isFilled(_ slot: Int) -> Bool
    /// A frame on the first view of a list or on the one view; nothing where there is none.
    func open(_ slot: Int) -> (any ViewFrame)?
    /// Makes the next of a list current; false after the last.
    func advance() -> Bool
}

extension ViewField.Access {
    func text(of view: V) -> String? {
        guard case .text(let value) = self else { return nil }
        return value(view)
    }

    func html(of view: V) -> [UInt8]? {
        guard case .html(let value) = self else { return nil }
        return value(view)
    }

    func isFilled(in view: V) -> Bool {
        switch self {
        case .text(let value): value(view)?.isEmpty == false
        case .html(let value): value(view)?.isEmpty == false
        case .flag(let value): value(view)
        case .frame(let isFilled, _): isFilled(view)
        }
    }

    func open(in view: V) -> (any ViewFrame)? {
        guard case .frame(_, let open) = self else { return nil }
        return open(view)
    }
}

/// One view.
final class SingleFrame<V: TemplateView>: ViewFrame {
    private let view: V
    private let accesses: [ViewField<V>.Access]

    init(_ view: V) {
        self.view = view
        accesses = V.fields.accesses
    }

    func text(_ slot: Int) -> String? { accesses[slot].text(of: view) }
    func html(_ slot: Int) -> [UInt8]? { accesses[slot].html(of: view) }
    func isFilled(_ slot: Int) -> Bool { accesses[slot].isFilled(in: view) }
    func open(_ slot: Int) -> (any ViewFrame)? { accesses[slot].open(in: view) }
    func advance() -> Bool { false }
}

/// The views of a list, one allocation for all of them.
final class ListFrame<V: TemplateView>: ViewFrame {
    private let views: [V]
    private let accesses: [ViewField<V>.Access]
    private var index = 0

    init?(_ views: [V]) {
        guard !views.isEmpty else { return nil }
        self.views = views
        accesses = V.fields.accesses
    }

    func text(_ slot: Int) -> String? { accesses[slot].text(of: views[index]) }
    func html(_ slot: Int) -> [UInt8]? { accesses[slot].html(of: views[index]) }
    func isFilled(_ slot: Int) -> Bool { accesses[slot].isFilled(in: views[index]) }
    func open(_ slot: Int) -> (any ViewFrame)? { accesses[slot].open(in: views[index]) }

    func advance() -> Bool {
        guard index + 1 < views.count else { return false }
        index += 1
        return true
    }
}

/// The entries of a list of words. Its one slot is `{{.}}`.
final class TextsFrame: ViewFrame {
    private let texts: [String]
    private var index = 0

    init?(_ texts: [String]) {
        guard !texts.isEmpty else { return nil }
        self.texts = texts
    }

    func text(_ slot: Int) -> String? { texts[index] }
    func html(_ slot: Int) -> [UInt8]? { nil }
    func isFilled(_ slot: Int) -> Bool { !texts[index].isEmpty }
    func open(_ slot: Int) -> (any ViewFrame)? { nil }

    func advance() -> Bool {
        guard index + 1 < texts.count else { return false }
        index += 1
        return true
    }
}
