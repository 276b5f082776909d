/// An address on another host, as an author wrote it.
enum OutsideAddress {
    /// With what no address may hold (RFC 3986, appendix A: spaces, quotes, angle brackets and their like) encoded. What is encoded
    /// already, and letters of any script, stay as they are.
    static func encoded(_ written: String) -> String {
        guard written.utf8.contains(where: isForbidden) else { return written }
        var address: [UInt8] = []
        for byte in written.utf8 {
            if isForbidden(byte) {
                address += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0xF)]
            } else {
                address.append(byte)
            }
        }
        return String(decoding: address, as: UTF8.self)
    }

    private static func isForbidden(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F || forbidden.contains(byte) }

    private static let forbidden = Array("\"<>\\^`{|}".utf8)

    private static func digit(_ half: UInt8) -> UInt8 { half < 10 ? 0x30 + half : 0x37 + half }
}
