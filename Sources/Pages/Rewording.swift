import Diagnostics
import Journeys
import Markup
import Templates

/// What a site has to be told about a journey so that other free words of it can be put in the place of those that are published.
package struct Imprint: Hashable, Sendable {
    /// Where its free words and the lines of its file are printed: on its page, in its data file and on its scorecard.
    package var page: [PrintedRun]
    package var data: [PrintedRun]
    package var scorecard: [PrintedRun]
    /// Its number in the search, and that of the first of its stages and steps.
    package let entry: Int
    package let firstMoment: Int

    package init(page: [PrintedRun], data: [PrintedRun], scorecard: [PrintedRun], entry: Int, firstMoment: Int) {
        self.page = page
        self.data = data
        self.scorecard = scorecard
        self.entry = entry
        self.firstMoment = firstMoment
    }
}

/// The files of a journey of which nothing but free words has changed since they were published.
///
/// Such words are printed as they are, and nothing else on any page but the search depends on them: so the files are the published ones
/// with these words in the place of the others, to the byte what they would be if they were made anew.
package struct Rewording: Sendable {
    package let page: PatchedFile
    package let data: PatchedFile
    package let scorecard: PatchedFile
    package let imprint: Imprint
    /// By entry of the search.
    let searched: [RewordedEntry]

    /// The files as they are published.
    package struct Files {
        let page: [UInt8]
        let data: [UInt8]
        let scorecard: [UInt8]

        package init(page: [UInt8], data: [UInt8], scorecard: [UInt8]) {
            self.page = page
            self.data = data
            self.scorecard = scorecard
        }
    }

    /// Nothing where it can't be told how the files would be.
    ///
    /// - Parameters:
    ///   - journey: as it is now.
    ///   - index: of it, in the portfolio.
    ///   - lines: where what is not free in it stands now.
    package init?(of journey: Journey, at index: Int, lines: MovedLines, files: Files, imprint: Imprint) {
        let words = journey.numberedWords
        let maker = RunMaker(journey: index, words: words, lines: lines)
        guard let former = maker.texts(in: files.data, at: imprint.data),
            let page = maker.replaced(files.page, at: imprint.page, { maker.html(of: $0, before: former[0]) }),
            let data = maker.replaced(files.data, at: imprint.data, maker.json),
            let scorecard = maker.replaced(files.scorecard, at: imprint.scorecard, { _ in .same })
        else { return nil }
        (self.page, self.data, self.scorecard) = (page.file, data.file, scorecard.file)
        self.imprint = Imprint(
            page: page.runs, data: data.runs, scorecard: scorecard.runs, entry: imprint.entry,
            firstMoment: imprint.firstMoment)
        let old = journey.replacingWords(zip(words, former).map { $0.isFree ? Prose(plain: $1) : $0 })
        searched = RewordedEntry.all(from: old, to: journey, imprint)
    }

    /// A table of the whole portfolio in which lines of some journeys' files are printed, with those that they are now.
    package static func table(
        _ bytes: [UInt8], at runs: [PrintedRun], lines: [Int: MovedLines]
    ) -> (file: PatchedFile, runs: [PrintedRun])? {
        PublishedRuns.replaced(bytes, at: runs) { run in
            let number = PrintedNumber(run.number)
            return lines[number.journey].map { .line(of: run, number, in: bytes, $0) } ?? .same
        }
    }
}

/// Where the lines of a file are that something stands in, when it has been changed.
package struct MovedLines: Sendable {
    private let new: [Int: Int]
    package let isAny: Bool

    package static let none = MovedLines(new: [:], isAny: false)

    private init(new: [Int: Int], isAny: Bool) {
        self.new = new
        self.isAny = isAny
    }

    /// Nothing where what stood in one line is in several now.
    ///
    /// - Parameters:
    ///   - old: the lines of the same things before.
    package init?(from old: [Int], to new: [Int]) {
        guard old.count == new.count else { return nil }
        var lines: [Int: Int] = [:]
        for (old, new) in zip(old, new) {
            if let known = lines.updateValue(new, forKey: old), known != new { return nil }
        }
        self.new = lines
        isAny = old != new
    }

    /// Nothing where it is not known.
    subscript(line: Int) -> Int? { isAny ? new[line] : line }
}

/// Makes what the files of one journey print.
private struct RunMaker {
    let journey: Int
    let words: [Prose]
    let lines: MovedLines

    func replaced(
        _ bytes: [UInt8], at runs: [PrintedRun], _ printed: (PrintedNumber.Kind) -> PrintedBytes
    ) -> (file: PatchedFile, runs: [PrintedRun])? {
        PublishedRuns.replaced(bytes, at: runs) { run in
            let number = PrintedNumber(run.number)
            // Of another journey nothing has changed that is printed here.
            guard number.journey == journey else { return .same }
            if case .line = number.kind { return .line(of: run, number, in: bytes, lines) }
            return printed(number.kind)
        }
    }

    func html(of kind: PrintedNumber.Kind, before: String) -> PrintedBytes {
        switch kind {
        case .words(let number):
            guard words.indices.contains(number) else { return .unknown }
            let own = words[number]
            return own.isFree ? .bytes(own.isEmpty ? [] : own.html) : .same
        case .description:
            guard words[0].isFree, words[0].plain != before else { return .same }
            // Of a page that says too little of itself others describe what it is.
            guard let description = PageDescription.beginning(of: words[0].plain) else { return .unknown }
            var page = PageBuffer(capacity: 512)
            page.write(escaped: description)
            return .bytes(page.bytes)
        case .line: return .unknown
        }
    }

    func json(of kind: PrintedNumber.Kind) -> PrintedBytes {
        guard case .words(let number) = kind, words.indices.contains(number) else { return .unknown }
        guard words[number].isFree else { return .same }
        var page = PageBuffer(capacity: words[number].plain.utf8.count + 64)
        JSONWriter.write(words[number].plain, to: &page)
        return .bytes(page.bytes)
    }

    /// The words as they were, from the data file, which has all of them as plain text.
    func texts(in data: [UInt8], at runs: [PrintedRun]) -> [String]? {
        var texts = [String?](repeating: nil, count: words.count)
        for run in runs {
            guard case .words(let number) = PrintedNumber(run.number).kind, texts.indices.contains(number),
                data.indices.contains(run.range.upperBound)
            else { continue }
            texts[number] = PublishedJSON.text(data[run.range])
        }
        let known = texts.compactMap { $0 }
        return known.count == words.count ? known : nil
    }
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
