/// Writes one inline drawing. Geometry goes into attributes and looks into classes: the pages allow no inline style.
struct SVG {
    private(set) var bytes: [UInt8] = []

    enum Role {
        /// A picture that is one thing to who can't see it: its title and description.
        case picture
        /// A picture with links in it.
        case group
    }

    /// Starts a drawing of `width` by `height` units.
    init(width: Double, height: Double, name: String, role: Role = .picture, title: String, description: String) {
        bytes.reserveCapacity(2048)
        write("<svg class=\"\(name)\" viewBox=\"0 0 \(Self.text(width)) \(Self.text(height))\"")
        write(" width=\"\(Self.text(width))\" height=\"\(Self.text(height))\"")
        // `group` gets its name from the attribute: a title of its own would be a tooltip over every link.
        switch role {
        case .picture:
            write(" role=\"img\"><title>\(PageLinks.escaped(title))</title>")
            if !description.isEmpty { write("<desc>\(PageLinks.escaped(description))</desc>") }
        case .group:
            write(" aria-label=\"\(PageLinks.escaped(title))\">")
            if !description.isEmpty { write("<desc>\(PageLinks.escaped(description))</desc>") }
        }
    }

    mutating func line(from start: Point, to end: Point, name: String) {
        write(
            "<line class=\"\(name)\" x1=\"\(Self.text(start.x))\" y1=\"\(Self.text(start.y))\""
                + " x2=\"\(Self.text(end.x))\" y2=\"\(Self.text(end.y))\"/>")
    }

    mutating func path(_ path: String, name: String) {
        write("<path class=\"\(name)\" d=\"\(path)\"/>")
    }

    mutating func circle(at center: Point, radius: Double, name: String) {
        write(
            "<circle class=\"\(name)\" cx=\"\(Self.text(center.x))\" cy=\"\(Self.text(center.y))\""
                + " r=\"\(Self.text(radius))\"/>")
    }

    mutating func rectangle(at corner: Point, width: Double, height: Double, name: String) {
        write(
            "<rect class=\"\(name)\" x=\"\(Self.text(corner.x))\" y=\"\(Self.text(corner.y))\""
                + " width=\"\(Self.text(width))\" height=\"\(Self.text(height))\"/>")
    }

    enum Anchor: String {
        case start, middle, end
    }

    mutating func text(_ text: String, at point: Point, anchor: Anchor = .start, name: String) {
        write(
            "<text class=\"\(name)\" x=\"\(Self.text(point.x))\" y=\"\(Self.text(point.y))\""
                + (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"") + ">\(PageLinks.escaped(text))</text>"
        )
    }

    /// Lines of words under each other; several words of one thing are one text to who can't see it.
    mutating func lines(_ lines: [String], at point: Point, leading: Double, anchor: Anchor = .start, name: String) {
        write("<text class=\"\(name)\"" + (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"") + ">")
        for (index, line) in lines.enumerated() {
            write(
                "<tspan x=\"\(Self.text(point.x))\" y=\"\(Self.text(point.y + Double(index) * leading))\">"
                    + PageLinks.escaped(line) + "</tspan>"
                    // Takes no room, but keeps the words apart for who hears or copies them.
                    + (index + 1 < lines.count ? "<tspan class=\"gap\"> </tspan>" : ""))
        }
        write("</text>")
    }

    mutating func link(to address: String, title: String? = nil, _ content: (inout SVG) -> Void) {
        write("<a href=\"\(PageLinks.escaped(address))\">")
        if let title { write("<title>\(PageLinks.escaped(title))</title>") }
        content(&self)
        write("</a>")
    }

    consuming func closed() -> [UInt8] {
        write("</svg>")
        return bytes
    }

    private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// A coordinate, to a tenth of a unit.
    static func text(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let whole = abs(tenths) / 10
        let rest = abs(tenths) % 10
        return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
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
        var path = ""
        for point in self { path += (path.isEmpty ? "M" : "L") + SVG.text(point.x) + " " + SVG.text(point.y) }
        return path
    }
}
