import Diagnostics
import Templates

/// Writes one inline drawing. Geometry goes into attributes and looks into classes: the pages allow no inline style.
struct SVG: ~Copyable {
    private var page = PageBuffer(capacity: 2048)
    /// The width, where the drawing is read from right to left: what is given from the left is drawn from the right.
    /// Texts keep their anchors, since a browser takes their start for the right.
    private let mirror: Double?

    enum Role {
        /// A picture that is one thing to who can't see it: its title and description.
        case picture
        /// A picture with links in it.
        case group
        /// A picture that shows what the text beside it says.
        case decoration
    }

    /// Starts a drawing of `width` by `height` units.
    init(
        width: Double, height: Double, name: String, role: Role = .picture, title: String, description: String,
        isMirrored: Bool = false, isStretched: Bool = false
    ) {
        mirror = isMirrored ? width : nil
        write("<svg class=\"")
        page.write(text: name)
        write("\" viewBox=\"0 0 ")
        Self.write(width, to: &page)
        write(" ")
        Self.write(height, to: &page)
        write("\"")
        attribute("width", width)
        attribute("height", height)
        // Fills the room that the style sheet gives it, whatever its shape.
        if isStretched { write(" preserveAspectRatio=\"none\"") }
        // `group` gets its name from the attribute: a title of its own would be a tooltip over every link.
        switch role {
        case .picture:
            write(" role=\"img\"><title>")
            page.write(escaped: title)
            write("</title>")
        case .decoration: write(" aria-hidden=\"true\">")
        case .group:
            write(" aria-label=\"")
            page.write(escaped: title)
            write("\">")
        }
        if !description.isEmpty { describe { $0.write(escaped: description) } }
    }

    /// Describes a drawing in which there is nothing yet, part by part.
    mutating func describe(_ write: (inout PageBuffer) -> Void) {
        page.write("<desc>")
        write(&page)
        page.write("</desc>")
    }

    /// Goes on with what many drawings begin with.
    init(from beginning: [UInt8]) {
        mirror = nil
        page.write(beginning)
    }

    /// What is drawn so far.
    consuming func begun() -> [UInt8] { page.bytes }

    mutating func line(from start: Point, to end: Point, name: String) {
        open("line", name: name)
        attribute("x1", x(start.x))
        attribute("y1", start.y)
        attribute("x2", x(end.x))
        attribute("y2", end.y)
        write("/>")
    }

    mutating func path(_ path: String, name: String) { self.path(name: name) { $0.write(text: path) } }

    /// - Parameter draw: writes the path.
    mutating func path(name: String, _ draw: (inout PageBuffer) -> Void) {
        open("path", name: name)
        write(" d=\"")
        draw(&page)
        write("\"")
        if let mirror {
            write(" transform=\"matrix(-1 0 0 1 ")
            Self.write(mirror, to: &page)
            write(" 0)\"")
        }
        write("/>")
    }

    mutating func circle(at center: Point, radius: Double, name: String) {
        open("circle", name: name)
        attribute("cx", x(center.x))
        attribute("cy", center.y)
        attribute("r", radius)
        write("/>")
    }

    mutating func rectangle(at corner: Point, width: Double, height: Double, name: String) {
        open("rect", name: name)
        attribute("x", mirror == nil ? corner.x : x(corner.x + width))
        attribute("y", corner.y)
        attribute("width", width)
        attribute("height", height)
        write("/>")
    }

    enum Anchor {
        case start, middle, end
    }

    /// - Parameter isTurned: whether it runs upwards.
    mutating func text(
        _ text: String, at point: Point, anchor: Anchor = .start, name: String, isTurned: Bool = false
    ) {
        open("text", name: name)
        attribute("x", x(point.x))
        attribute("y", point.y)
        if isTurned {
            write(" transform=\"rotate(-90 ")
            Self.write(x(point.x), to: &page)
            write(" ")
            Self.write(point.y, to: &page)
            write(")\"")
        }
        write(anchor)
        write(">")
        page.write(escaped: text)
        write("</text>")
    }

    /// Lines of words under each other; several words of one thing are one text to who can't see it.
    mutating func lines(_ lines: [String], at point: Point, leading: Double, anchor: Anchor = .start, name: String) {
        open("text", name: name)
        write(anchor)
        write(">")
        for (index, line) in lines.enumerated() {
            write("<tspan")
            attribute("x", x(point.x))
            attribute("y", point.y + Double(index) * leading)
            write(">")
            page.write(escaped: line)
            write("</tspan>")
            // Takes no room, but keeps the words apart for who hears or copies them.
            if index + 1 < lines.count { write("<tspan class=\"gap\"> </tspan>") }
        }
        write("</text>")
    }

    mutating func link(to address: String, title: String? = nil, _ content: (inout SVG) -> Void) {
        write("<a href=\"")
        page.write(escaped: address)
        write("\">")
        if let title {
            write("<title>")
            page.write(escaped: title)
            write("</title>")
        }
        content(&self)
        write("</a>")
    }

    consuming func closed() -> [UInt8] {
        write("</svg>")
        return page.bytes
    }

    private func x(_ value: Double) -> Double { mirror.map { $0 - value } ?? value }

    // As part of what calls it: a few letters are copied by a few instructions where it is known which.
    @inline(__always)
    private mutating func write(_ text: StaticString) { page.write(text) }

    private mutating func write(_ anchor: Anchor) {
        switch anchor {
        case .start: break
        case .middle: write(" text-anchor=\"middle\"")
        case .end: write(" text-anchor=\"end\"")
        }
    }

    @inline(__always)
    private mutating func open(_ element: StaticString, name: String) {
        write("<")
        write(element)
        write(" class=\"")
        page.write(text: name)
        write("\"")
    }

    @inline(__always)
    private mutating func attribute(_ name: StaticString, _ value: Double) {
        write(" ")
        write(name)
        write("=\"")
        Self.write(value, to: &page)
        write("\"")
    }

    /// A coordinate, to a tenth of a unit.
    static func text(_ value: Double) -> String {
        var page = PageBuffer(capacity: 32)
        write(value, to: &page)
        return page.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// In a path.
    static func move(to point: Point, into path: inout PageBuffer) { write("M", point, to: &path) }

    static func line(to point: Point, into path: inout PageBuffer) { write("L", point, to: &path) }

    private static func write(_ letter: StaticString, _ point: Point, to path: inout PageBuffer) {
        path.write(letter)
        write(point.x, to: &path)
        path.write(" ")
        write(point.y, to: &path)
    }

    static func write(_ value: Double, to page: inout PageBuffer) {
        let tenths = DecimalNumber.nearest(value.magnitude * 10)
        // Nearly all are within a drawing. Of one word: to divide that takes half as long.
        guard value >= 0, let tenths = UInt32(exactly: tenths), tenths < 10_000 else {
            return writeAny(tenths, isNegative: value < 0, to: &page)
        }
        let room = page.room(for: 6)
        let rest = tenths % 10
        let count = DecimalNumber.write(small: tenths / 10, at: room)
        guard rest > 0 else { return page.advance(by: count) }
        room[count] = UInt8(ascii: ".")
        room[count &+ 1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest)
        page.advance(by: count &+ 2)
    }

    @inline(never)
    private static func writeAny(_ tenths: Int64, isNegative: Bool, to page: inout PageBuffer) {
        if isNegative, tenths > 0 { page.write(UInt8(ascii: "-")) }
        DecimalNumber.write(Int(tenths / 10), to: &page)
        let rest = tenths % 10
        if rest > 0 {
            page.write(UInt8(ascii: "."))
            page.write(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest))
        }
    }
}

/// A place in a drawing: x to the right, y down.
struct Point: Hashable, Sendable {
    let x: Double
    let y: Double
}

extension Sequence<Point> {
    /// Straight lines from point to point.
    var polyline: String {
        var path = PageBuffer(capacity: 512)
        writePolyline(to: &path)
        return path.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    func writePolyline(to path: inout PageBuffer) {
        var isFirst = true
        for point in self {
            if isFirst { SVG.move(to: point, into: &path) } else { SVG.line(to: point, into: &path) }
            isFirst = false
        }
    }
}
