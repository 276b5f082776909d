import Diagnostics
import Markup

/// `{q1}` at the end of an item: an id that lacks its sign, if something names it. Otherwise the author's own words.
extension RecordReading {
    /// Those of the body that nothing was said of.
    func bareNames() -> [AttributeList.Word] {
        let bytes = source.bytes
        var names: [AttributeList.Word] = []
        let told = Set(diagnostics.lazy.filter { $0.code == .unreadAttributes }.map(\.location.range.lowerBound))
        var at = bodyStart
        // Each is looked through for each reference that leads nowhere.
        while names.count < 500, let closing = bytes.firstPlace(of: UInt8(ascii: "}"), from: at) {
            at = closing + 1
            guard at == bytes.count || bytes[at] <= 0x20 else { continue }
            let rest = bytes[at...].first { $0 != 0x20 && $0 != 0x09 }
            guard rest == nil || rest == 0x0A || rest == 0x0D else { continue }
            var start = closing
            while start > bodyStart, Self.isOfName(bytes[start - 1]) { start -= 1 }
            guard start < closing, start - 1 > bodyStart, bytes[start - 1] == UInt8(ascii: "{"),
                bytes[start - 2] != UInt8(ascii: "\\"), !told.contains(start - 1)
            else { continue }
            names.append(
                AttributeList.Word(
                    text: String(decoding: bytes[start..<closing], as: UTF8.self), range: (start - 1)..<(closing + 1)))
        }
        return names
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
            || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(byte)
    }
}

extension ReferenceResolving {
    /// Says of an anchor that stands in a file without its sign that it lacks that: what names it is right. Each that names it says so.
    mutating func isBare(_ anchor: String, in record: Record) -> Bool {
        guard let name = record.bareNames.first(where: { $0.text == anchor }) else { return false }
        add([
            Diagnostic(
                .unreadAttributes, at: Location(path: root + record.path, range: name.range),
                "this is named elsewhere as an id, but can't be read as one, so it is shown as text",
                hint: "write {#\(anchor)}", severity: .error)
        ])
        return true
    }
}

extension [Diagnostic] {
    /// Each of an id that lacks its sign once, however many name it.
    func namingBareOnce() -> [Diagnostic] {
        var told: Set<Location> = []
        return filter { $0.code != .unreadAttributes || told.insert($0.location).inserted }
    }
}
