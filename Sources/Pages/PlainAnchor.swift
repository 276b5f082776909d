import Diagnostics
import Templates

extension SitePath {
    /// The link to a place on a page, made of the one to the page; nothing where there is something to encode in it.
    static func link(_ page: String, to anchor: String) -> String? {
        page.withBytes { page in
            anchor.withBytes { anchor in
                guard isPlain(anchor) else { return nil }
                let size = page.count + 1 + anchor.count
                // A text that is made of bytes at hand takes less than one that is asked for its bytes.
                return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { link in
                    guard let start = link.baseAddress, let end = anchor.baseAddress else { return nil }
                    if let first = page.baseAddress { start.update(from: first, count: page.count) }
                    start[page.count] = UInt8(ascii: "#")
                    (start + page.count + 1).update(from: end, count: anchor.count)
                    return String(decoding: UnsafeBufferPointer(start: start, count: size), as: UTF8.self)
                }
            }
        }
    }

    /// Whether there is nothing to encode in an anchor, and something at all.
    static func isPlain(_ anchor: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !anchor.isEmpty else { return false }
        if anchor.count <= shortAnchor, areLetters(anchor) { return true }
        var index = 0
        while index < anchor.count {
            guard isPlain(anchor[index]) else { return false }
            index += 1
        }
        return true
    }

    /// In bytes: as long as nearly all anchors are.
    private static let shortAnchor = 112

    /// Whether all of a short anchor are small letters, digits and hyphens, as in nearly all of them: sixteen are looked at at once.
    private static func areLetters(_ anchor: UnsafeBufferPointer<UInt8>) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: shortAnchor + ByteBlocks.overhang) { room in
            guard let room = room.baseAddress else { return false }
            let plain = ByteBlocks.copyPlain(anchor, to: room) { block in
                let fromA = block &- ByteBlocks.Block(repeating: UInt8(ascii: "a"))
                let from0 = block &- ByteBlocks.Block(repeating: UInt8(ascii: "0"))
                return
                    .!(ByteBlocks.less(fromA, 26) .| ByteBlocks.less(from0, 10)
                    .| ByteBlocks.equal(block, UInt8(ascii: "-")))
            }
            return plain == anchor.count
        }
    }
}
