import Templates

extension SitePath {
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
