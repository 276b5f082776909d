/// Finds the name that an author most likely meant.
package enum NearestName {
    /// The candidate with the smallest edit distance to `name`, if it is near enough to be worth offering.
    ///
    /// Distance is that of Damerau and Levenshtein (restricted: optimal string alignment), without case; at most a third of
    /// the longer name may differ, one edit from three letters on, none below. A candidate that has all of the name's words, or
    /// the other way round, is near too, unless they are little of it. Ties go to the first in byte order.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        var folded = FoldedName(name)
        let pattern = EditPattern(folded)
        guard pattern.count > 0 else { return nil }
        var best: (distance: Int, name: String)?
        for candidate in candidates {
            let bound = best?.distance ?? limit(pattern.count, FoldedName.longest)
            // A name has no more letters than bytes, and folding may change their number: only a rough bound can be had for free.
            guard candidate.utf8.count + bound >= pattern.count || candidate.utf8.count >= FoldedName.longest else {
                continue
            }
            folded.replace(by: candidate)
            let longest = max(pattern.count, folded.scalars.count)
            let allowed = min(limit(longest, longest), bound)
            guard !folded.scalars.isEmpty, let distance = pattern.distance(to: folded, within: allowed) else {
                continue
            }
            if let current = best, distance == current.distance, !precedes(candidate, current.name) { continue }
            best = (distance, candidate)
        }
        return best?.name ?? sharingWords(with: name, among: candidates)
    }

    /// `did you mean 'x'?`, if there is a near one.
    package static func hint(for name: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: name, among: candidates).map { "did you mean '\($0)'?" }
    }

    /// How many edits may lie between two names: a third of the longer one.
    private static func limit(_ left: Int, _ right: Int) -> Int {
        let longest = max(left, right)
        return longest < 3 ? 0 : longest / 3
    }

    /// The shortest candidate that has all of the name's words, or whose words the name has.
    private static func sharingWords(with name: String, among candidates: some Sequence<String>) -> String? {
        let words = NameWords(of: FoldedName(name))
        guard !words.isEmpty else { return nil }
        var folded = FoldedName("")
        var best: String?
        for candidate in candidates {
            folded.replace(by: candidate)
            guard words.areShared(with: folded) else { continue }
            if let current = best {
                let (length, shortest) = (candidate.utf8.count, current.utf8.count)
                guard length < shortest || length == shortest && precedes(candidate, current) else { continue }
            }
            best = candidate
        }
        return best
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}

/// A name in lower case, as the scalars that are compared.
struct FoldedName {
    /// Longer names are compared by their beginnings: so many letters fit into the bits of a word.
    static let longest = 64

    private(set) var scalars: [UInt32] = []
    /// A bit for each of 64 classes of scalars that the name has.
    private(set) var classes: UInt64 = 0

    init(_ name: String) {
        replace(by: name)
    }

    /// Takes another name, in the same memory.
    mutating func replace(by name: String) {
        scalars.removeAll(keepingCapacity: true)
        classes = 0
        for byte in name.utf8.prefix(Self.longest) {
            guard byte < 0x80 else { return replaceByScalars(of: name) }
            append(UInt32((0x41...0x5A).contains(byte) ? byte | 0x20 : byte))
        }
    }

    private mutating func replaceByScalars(of name: String) {
        scalars.removeAll(keepingCapacity: true)
        classes = 0
        for scalar in name.lowercased().unicodeScalars.prefix(Self.longest) { append(scalar.value) }
    }

    private mutating func append(_ scalar: UInt32) {
        scalars.append(scalar)
        classes |= 1 << UInt64(scalar & 63)
    }
}

/// The words of a name that tell something: those of three letters or more.
private struct NameWords {
    private var words: [ArraySlice<UInt32>] = []
    private var letters = 0

    var isEmpty: Bool { words.isEmpty }

    init(of name: FoldedName) {
        letters = Self.forEachWord(of: name.scalars) { word in
            if !words.contains(word) { words.append(word) }
        }
    }

    /// Whether one of the two has all words of the other, and they are four letters or more and a quarter of the longer name.
    func areShared(with name: FoldedName) -> Bool {
        var shared: UInt64 = 0
        var isWhollyShared = true
        let count = Self.forEachWord(of: name.scalars) { word in
            if let index = words.firstIndex(of: word) { shared |= 1 << UInt64(index) } else { isWhollyShared = false }
        }
        guard shared != 0, isWhollyShared || shared.nonzeroBitCount == words.count else { return false }
        let common = words.indices.reduce(0) { $0 + (shared >> UInt64($1) & 1 == 1 ? words[$1].count : 0) }
        return common >= 4 && common * 4 >= max(letters, count)
    }

    /// - Returns: how many letters and digits the name has.
    private static func forEachWord(of scalars: [UInt32], _ body: (ArraySlice<UInt32>) -> Void) -> Int {
        var letters = 0
        var start = 0
        for index in 0...scalars.count {
            if index < scalars.count, isLetter(scalars[index]) { continue }
            letters += index - start
            if index - start > 2 { body(scalars[start..<index]) }
            start = index + 1
        }
        return letters
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
