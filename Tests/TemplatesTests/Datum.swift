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
    let fields: [String: Datum]

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

    func list(_ name: String) -> [Record] {
        guard case .list(let list) = fields[name] else { return [] }
        return list.map(Record.init)
    }

    func view(_ name: String) -> Record? {
        guard case .view(let view) = fields[name] else { return nil }
        return Record(fields: view)
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
                    case .html: (.html, .html { (record: inout Record) in record.html(name) })
                    case .flag: (.flag, .flag { (record: inout Record) in record.flag(name) })
                    case .texts: (.texts, .list { (record: inout Record) in record.texts(name) })
                    case .list(let fields):
                        (.list(Self.late(name, fields)), .list { (record: inout Record) in record.list(name) })
                    case .view(let fields):
                        (.view(Self.late(name, fields)), .view { (record: inout Record) in record.view(name) })
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
