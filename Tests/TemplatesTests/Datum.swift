import Mustache

import class Foundation.NSNull

@testable import Templates

/// A JSON-like value, from which tests make a schema and a view, and what swift-mustache takes.
indirect enum Datum: Sendable {
    case none
    case text(String)
    case html(String)
    case flag(Bool)
    case texts([String])
    case list([[String: Datum]])
    case view([String: Datum])
}

extension Datum: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByNilLiteral
{
    init(nilLiteral: ()) { self = .none }
    init(stringLiteral text: String) { self = .text(text) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(dictionaryLiteral fields: (String, Datum)...) {
        self = .view(Dictionary(fields) { _, later in later })
    }
}

/// A view made of data.
struct Record: Sendable {
    private let fields: [String: Datum]
    /// The views in it, and of lists: they stay where they are for as long as the record is there.
    private let views: [String: [Record]]

    init(fields: [String: Datum]) {
        self.fields = fields
        views = fields.compactMapValues { datum in
            switch datum {
            case .list(let list): list.map(Record.init)
            case .view(let view): [Record(fields: view)]
            default: nil
            }
        }
    }

    func text(_ name: String) -> String? {
        guard case .text(let text) = fields[name] else { return nil }
        return text
    }

    func html(_ name: String) -> [UInt8]? {
        guard case .html(let text) = fields[name] else { return nil }
        return Array(text.utf8)
    }

    func flag(_ name: String) -> Bool {
        guard case .flag(true) = fields[name] else { return false }
        return true
    }

    func texts(_ name: String) -> [String] {
        guard case .texts(let texts) = fields[name] else { return [] }
        return texts
    }

    func views(_ name: String) -> [Record] { views[name, default: []] }
}

extension FieldReader {
    fileprivate static func html(of name: String) -> FieldReader {
        @Sendable func html(_ record: UnsafeMutableRawPointer) -> [UInt8] {
            record.assumingMemoryBound(to: Record.self).pointee.html(name) ?? []
        }
        return FieldReader(write: { $1.write(html($0)) }, isFilled: { !html($0).isEmpty })
    }

    fileprivate static func list<Element>(_ elements: @escaping @Sendable (Record) -> [Element]) -> FieldReader {
        @Sendable func list(_ record: UnsafeMutableRawPointer) -> [Element] {
            elements(record.assumingMemoryBound(to: Record.self).pointee)
        }
        return FieldReader(
            isFilled: { !list($0).isEmpty },
            open: { record in
                var elements = list(record)
                return ViewStore(inPlace: &elements)
            })
    }
}

/// The kind of a datum, or of several at one place.
indirect enum Shape {
    case undecided, text, html, flag, texts
    case list([String: Shape])
    case view([String: Shape])

    init(_ datum: Datum) {
        switch datum {
        case .none: self = .undecided
        case .text: self = .text
        case .html: self = .html
        case .flag: self = .flag
        case .texts: self = .texts
        case .view(let fields): self = .view(fields.mapValues(Shape.init))
        case .list(let elements):
            self = .list(elements.reduce(into: [:]) { $0.merge($1.mapValues(Shape.init), uniquingKeysWith: Self.join) })
        }
    }

    static func join(_ left: Shape, _ right: Shape) -> Shape {
        switch (left, right) {
        case (.undecided, _): right
        case (.list(let left), .list(let right)): .list(left.merging(right, uniquingKeysWith: join))
        case (.view(let left), .view(let right)): .view(left.merging(right, uniquingKeysWith: join))
        default: left
        }
    }
}

extension ViewSchema {
    convenience init(_ name: String, _ shapes: [String: Shape]) {
        self.init(
            name,
            shapes.sorted { $0.key < $1.key }.map { name, shape in
                let (kind, reader): (Kind, FieldReader) =
                    switch shape {
                    case .text, .undecided: (.text, .text { (record: inout Record) in record.text(name) })
                    case .html: (.html, .html(of: name))
                    case .flag: (.flag, .flag { (record: inout Record) in record.flag(name) })
                    case .texts: (.texts, .list { $0.texts(name) })
                    case .list(let fields): (.list(Self.late(name, fields)), .list { $0.views(name) })
                    case .view(let fields): (.view(Self.late(name, fields)), .list { $0.views(name) })
                    }
                return Field(name: name, kind: kind, reader: reader)
            })
    }

    private static func late(_ name: String, _ fields: [String: Shape]) -> @Sendable () -> ViewSchema {
        let schema = ViewSchema(name, fields)
        return { schema }
    }
}

extension Datum {
    /// As swift-mustache takes it: nothing must be an object, or a name would be looked up further out; and it takes the empty
    /// text for true, so that we give it nothing there.
    var reflected: Any {
        switch self {
        case .none, .text(""), .html(""): NSNull()
        case .text(let text), .html(let text): text
        case .flag(let flag): flag
        case .texts(let texts): texts
        case .list(let elements): elements.map { $0.mapValues(\.reflected) }
        case .view(let fields): fields.mapValues(\.reflected)
        }
    }
}
