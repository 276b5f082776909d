/// A name in lower case, as the scalars that are compared.
struct FoldedName {
    /// Longer names are compared by their beginnings: so many letters fit into the bits of a word.
    static let longest = 64

    /// Room for the longest name; `count` of them are in use.
    private(set) var scalars = [UInt32](repeating: 0, count: longest)
    private(set) var count = 0
    /// A bit for each of 64 classes of scalars that the name has.
    private(set) var classes: UInt64 = 0

    init(_ name: String) {
        replace(by: name)
    }

    /// Takes another name, in the same memory.
    mutating func replace(by name: String) {
        count = 0
        classes = 0
        let isASCII: Bool? = name.utf8.withContiguousStorageIfAvailable { bytes in
            for byte in bytes.prefix(Self.longest) {
                guard byte < 0x80 else { return false }
                append(UInt32((0x41...0x5A).contains(byte) ? byte | 0x20 : byte))
            }
            return true
        }
        if isASCII != true { replaceByScalars(of: name) }
    }

    /// Takes what another was found to be.
    mutating func replace(by scalars: ArraySlice<UInt32>, classes: UInt64) {
        count = 0
        for scalar in scalars {
            self.scalars[count] = scalar
            count += 1
        }
        self.classes = classes
    }

    private mutating func replaceByScalars(of name: String) {
        count = 0
        classes = 0
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: append(scalar.value | 0x20)
            // Scripts that have no cases are spared the look-up.
            case 0..<0x80, 0x2E80...0xA63F, 0xAC00...0xD7FF: append(scalar.value)
            default:
                guard scalar.properties.changesWhenLowercased else {
                    append(scalar.value)
                    continue
                }
                for lower in scalar.properties.lowercaseMapping.unicodeScalars { append(lower.value) }
            }
            if count == Self.longest { return }
        }
    }

    private mutating func append(_ scalar: UInt32) {
        guard count < Self.longest else { return }
        scalars[count] = scalar
        count += 1
        classes |= Self.class(of: scalar)
    }

    func has(_ part: [UInt32]) -> Bool {
        guard let first = part.first, part.count <= count else { return false }
        for start in 0...(count - part.count) where scalars[start] == first {
            if scalars[start..<(start + part.count)].elementsEqual(part) { return true }
        }
        return false
    }

    static func `class`(of scalar: UInt32) -> UInt64 { 1 << UInt64(scalar & 63) }
}

/// The words of a name that tell something: those of three letters or more.
struct NameWords {
    private struct Word {
        let scalars: [UInt32]
        let classes: UInt64

        func isMade(of classes: UInt64) -> Bool { self.classes & ~classes == 0 }
    }

    private var words: [Word] = []
    private var letters = 0

    init(of name: FoldedName) {
        for range in Self.ranges(in: name) {
            letters += range.count
            let scalars = Array(name.scalars[range])
            guard range.count > 2, !words.contains(where: { $0.scalars == scalars }) else { continue }
            words.append(Word(scalars: scalars, classes: scalars.reduce(0) { $0 | FoldedName.class(of: $1) }))
        }
    }

    /// False only of names that share none.
    func mayBeShared(classes: UInt64) -> Bool { words.contains { $0.isMade(of: classes) } }

    /// Whether one of the two has all words of the other, and they are four letters or more and a quarter of the longer name.
    func areShared(with name: FoldedName) -> Bool {
        // Most names share nothing, which is cheaper to find out than where their words are.
        guard words.contains(where: { $0.isMade(of: name.classes) && name.has($0.scalars) }) else { return false }
        var shared: Set<Int> = []
        var isWhollyShared = true
        var count = 0
        for range in Self.ranges(in: name) {
            count += range.count
            guard range.count > 2 else { continue }
            if let index = words.firstIndex(where: { $0.scalars.elementsEqual(name.scalars[range]) }) {
                shared.insert(index)
            } else {
                isWhollyShared = false
            }
        }
        guard isWhollyShared || shared.count == words.count else { return false }
        let common = shared.reduce(0) { $0 + words[$1].scalars.count }
        return common >= 4 && common * 4 >= max(letters, count)
    }

    private static func ranges(in name: FoldedName) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for index in 0...name.count {
            if index < name.count, isLetter(name.scalars[index]) { continue }
            if index > start { ranges.append(start..<index) }
            start = index + 1
        }
        return ranges
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x61...0x7A, 0x30...0x39: return true
        case 0..<0x80: return false
        default:
            guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
            return properties.isAlphabetic || properties.numericType != nil
                || properties.generalCategory == .nonspacingMark
        }
    }
}
