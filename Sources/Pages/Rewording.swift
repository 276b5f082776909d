import Diagnostics
import Journeys
import Markup
import Templates

/// What a site has to be told about a journey so that other free words of it can be put in the place of those that are published.
package struct Imprint: Hashable, Sendable {
    /// Where its free words are printed on its page and in its data file: see `Journey.numberedWords`.
    package var page: [PrintedRun]
    package var data: [PrintedRun]
    /// Its number in the search, and that of the first of its stages and steps.
    package let entry: Int
    package let firstMoment: Int

    package init(page: [PrintedRun], data: [PrintedRun], entry: Int, firstMoment: Int) {
        self.page = page
        self.data = data
        self.entry = entry
        self.firstMoment = firstMoment
    }
}

/// The page and the data file of a journey of which nothing but free words has changed since they were published.
///
/// Such words are printed as they are, and nothing else on any page but the search depends on them: so the files are the published ones
/// with these words in the place of the others, to the byte what they would be if they were made anew.
package struct Rewording: Sendable {
    package let page: [UInt8]
    package let data: [UInt8]
    package let imprint: Imprint
    /// By entry of the search.
    let searched: [RewordedEntry]

    /// The number of the page's description, which begins as the summary does.
    static let descriptionNumber = 1 << 30

    /// Nothing where it can't be told how the files would be.
    ///
    /// - Parameters:
    ///   - journey: as it is now.
    ///   - page: as it is published, as is `data`.
    package init?(of journey: Journey, page: [UInt8], data: [UInt8], imprint: Imprint) {
        let words = journey.numberedWords
        guard let former = Self.texts(in: data, at: imprint.data, count: words.count),
            let shown = Self.replaced(page, at: imprint.page, by: { Self.html(of: $0, in: words, before: former) }),
            let told = Self.replaced(data, at: imprint.data, by: { Self.json(of: $0, in: words) })
        else { return nil }
        (self.page, self.data) = (shown.bytes, told.bytes)
        self.imprint = Imprint(
            page: shown.runs, data: told.runs, entry: imprint.entry, firstMoment: imprint.firstMoment)
        let old = journey.replacingWords(zip(words, former).map { $0.isFree ? Prose(plain: $1) : $0 })
        searched = RewordedEntry.all(from: old, to: journey, imprint)
    }

    // MARK: Printing

    /// What is printed of a number; nothing where that can't be known.
    private enum Printed {
        case same
        case bytes([UInt8])
        case unknown
    }

    private static func html(of number: Int, in words: [Prose], before: [String]) -> Printed {
        let isDescription = number == descriptionNumber
        guard let own = isDescription ? words.first : words.element(at: number) else { return .unknown }
        guard own.isFree else { return .same }
        guard isDescription else { return .bytes(own.isEmpty ? [] : own.html) }
        if own.plain == before.first { return .same }
        // Of a page that says too little of itself others describe what it is.
        guard let description = PageDescription.beginning(of: own.plain) else { return .unknown }
        var page = PageBuffer(capacity: 512)
        page.write(escaped: description)
        return .bytes(page.bytes)
    }

    private static func json(of number: Int, in words: [Prose]) -> Printed {
        guard let own = words.element(at: number) else { return .unknown }
        guard own.isFree else { return .same }
        var page = PageBuffer(capacity: own.plain.utf8.count + 64)
        JSONWriter.write(own.plain, to: &page)
        return .bytes(page.bytes)
    }

    private static func replaced(
        _ bytes: [UInt8], at runs: [PrintedRun], by printed: (Int) -> Printed
    ) -> (bytes: [UInt8], runs: [PrintedRun])? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 1024)
        var moved: [PrintedRun] = []
        var written = 0
        for run in runs {
            guard run.range.lowerBound >= written, run.range.upperBound <= bytes.count else { return nil }
            result += bytes[written..<run.range.lowerBound]
            let start = result.count
            switch printed(run.number) {
            case .same: result += bytes[run.range]
            case .bytes(let new): result += new
            case .unknown: return nil
            }
            moved.append(PrintedRun(number: run.number, range: start..<result.count))
            written = run.range.upperBound
        }
        return (result + bytes[written...], moved)
    }

    /// The words as they were, from the data file, which has all of them as plain text.
    private static func texts(in data: [UInt8], at runs: [PrintedRun], count: Int) -> [String]? {
        var texts = [String?](repeating: nil, count: count)
        for run in runs where texts.indices.contains(run.number) {
            texts[run.number] = PublishedJSON.text(data[run.range])
        }
        let known = texts.compactMap { $0 }
        return known.count == count ? known : nil
    }
}

extension [Prose] {
    fileprivate func element(at index: Int) -> Prose? { indices.contains(index) ? self[index] : nil }
}

/// Reads texts back that `JSONWriter` has written.
enum PublishedJSON {
    /// Nothing for what is no text in quotes.
    static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        guard bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") else { return nil }
        let inner = bytes.dropFirst().dropLast()
        guard inner.contains(UInt8(ascii: "\\")) else { return String(validating: inner, as: UTF8.self) }
        var plain: [UInt8] = []
        var rest = inner
        while let byte = rest.popFirst() {
            if byte != UInt8(ascii: "\\") {
                plain.append(byte)
                continue
            }
            guard let scalar = escaped(&rest) else { return nil }
            plain += String(Character(scalar)).utf8
        }
        return String(validating: plain, as: UTF8.self)
    }

    /// What stands for a sign behind `\`, taken from the bytes.
    private static func escaped(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
        switch rest.popFirst() {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let digits = rest.prefix(4)
            rest = rest.dropFirst(4)
            return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
        case let other?: return other < 0x80 ? Unicode.Scalar(other) : nil
        case nil: return nil
        }
    }
}

extension Prose {
    fileprivate init(plain: String) { self.init(html: Array(plain.utf8), links: [], plain: plain) }
}
