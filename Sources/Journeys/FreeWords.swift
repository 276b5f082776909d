import Diagnostics
import Markup

/// The words of a journey that nothing else depends on: its summary, quotes that nobody links to and that rest on nothing, the entries of
/// the taxonomy's lanes of text, and notes.
///
/// They stand on the journey's own pages and are found by the search, and that is all: no link leads from them, no score is taken from
/// them, and no other page repeats them. Whoever shows them elsewhere, or judges by them, has to take them out of here.
///
/// All are numbered, in one order: the summary is 0; then come, moment by moment, such quotes, the entries of its lanes of text and its notes.
extension Journey {
    /// With those that have links: these have a number too, but are not free.
    package var numberedWords: [Prose] {
        var words = [record.body]
        for place in places {
            for quote in place.moment.quotes where quote.isOfFreeWords { words.append(quote.text) }
            for content in place.moment.lanes { words += content.freeEntries }
            words.append(place.moment.notes)
        }
        return words
    }

    /// The number of the first words of each place.
    package var firstNumbers: [Int] {
        var next = 1
        return places.map { place in
            defer { next = place.moment.numberOfNotes(from: next) + 1 }
            return next
        }
    }

    /// All that is not free in the journey, as bytes to compare, and the lines that it stands in: where two states of a file have the
    /// same bytes, they differ in free words and lines alone.
    package var outline: (bytes: [UInt8], lines: [Int]) {
        var pack = PackWriter(rangesAsLinesOf: record.lines)
        // What its parent makes it is not the file's.
        withoutFreeWords(level: levelRange == nil ? 0 : level).pack(into: &pack)
        for place in places {
            pack.flag(place.moment.hasContent)
            for quote in place.moment.quotes { pack.flag(quote.text.isEmpty) }
            for content in place.moment.lanes { pack.list(Array(content.freeEntries)) { $0.flag($1.isEmpty) } }
        }
        return (pack.bytes, pack.rangeLines)
    }

    private func withoutFreeWords(level: Int) -> Journey {
        replacingWords(lines: LineStarts([]), level: level) { words, _ in words.isFree ? .empty : words }
    }

    /// The same with other words, by their numbers.
    package func replacingWords(_ words: [Prose]) -> Journey {
        replacingWords(lines: record.lines, level: level) { own, number in
            words.indices.contains(number) ? words[number] : own
        }
    }

    private func replacingWords(lines: LineStarts, level: Int, _ replaced: (Prose, Int) -> Prose) -> Journey {
        var next = 1
        func replacing(_ moment: Moment) -> Moment {
            let quotes = moment.quotes.map { quote in
                guard quote.isOfFreeWords else { return quote }
                defer { next += 1 }
                return quote.with(replaced(quote.text, next))
            }
            let lanes = moment.lanes.map { content in
                guard content.isOfFreeWords, case .text(let entries) = content.value else { return content }
                defer { next += entries.count }
                return content.with(.text(TextEntries(entries.enumerated().map { replaced($1, next + $0) })))
            }
            defer { next += 1 }
            return moment.with(quotes, lanes, notes: replaced(moment.notes, next))
        }
        let stages = stages.map { stage in
            let moment = replacing(stage.moment)
            return Stage(moment: moment, steps: stage.steps.map(replacing), isUnnamed: stage.isUnnamed)
        }
        return with(record.with(body: replaced(record.body, 0), lines: lines), stages, level: level)
    }
}

extension Moment {
    /// - Parameter first: that of the moment's first words.
    package func numberOfNotes(from first: Int) -> Int {
        var number = first + countOfFreeQuotes
        for place in lanes.indices { number += lanes[place].freeCount }
        return number
    }

    /// The number of the first entry of a lane.
    ///
    /// - Parameter first: that of the moment's first words.
    package func number(of content: LaneContent, from first: Int) -> Int {
        var number = first + countOfFreeQuotes
        for place in lanes.indices {
            if lanes[place] === content { break }
            number += lanes[place].freeCount
        }
        return number
    }

    /// The number of the quote at a place of `quotes`, if its words are free.
    ///
    /// - Parameter first: that of the moment's first words.
    package func number(ofQuote place: Int, from first: Int) -> Int? {
        quotes[place].isOfFreeWords ? first + quotes[..<place].count(where: \.isOfFreeWords) : nil
    }

    package var countOfFreeQuotes: Int { quotes.isEmpty ? 0 : quotes.count(where: \.isOfFreeWords) }
}

extension Quote {
    /// What names it, or is named by it, shows or judges its words.
    fileprivate var isOfFreeWords: Bool { id == nil && evidence.isEmpty && persona == nil }
}

extension LaneContent {
    /// An author's own lane may say what another would have been asked for, which is told.
    fileprivate var isOfFreeWords: Bool { ownLabel == nil }

    /// The entries of a lane of text.
    package var freeEntries: TextEntries {
        if isOfFreeWords, case .text(let entries) = value { entries } else { TextEntries([]) }
    }

    /// How many there are, which is asked without holding them.
    fileprivate var freeCount: Int {
        if isOfFreeWords, case .text(let entries) = value { entries.count } else { 0 }
    }
}

extension Prose {
    /// Where a link leads may change with what is around it.
    package var isFree: Bool { links.isEmpty }
}

extension Record {
    fileprivate func with(body: Prose, lines: LineStarts) -> Record {
        Record(
            id: id, path: path, title: title, tags: tags, visibility: visibility, owner: owner, team: team, body: body,
            anchors: anchors, lostAnchors: lostAnchors, bareNames: bareNames, idRange: idRange, lines: lines)
    }
}
