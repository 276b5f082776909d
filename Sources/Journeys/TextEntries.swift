import Markup

/// The entries that a lane of text has at one moment.
///
/// Most have one, of words without a mark: it is kept without a list of its own, as a portfolio has more of these than of anything else.
package struct TextEntries: RandomAccessCollection, Sendable {
    private enum Kept: Sendable {
        case words(String)
        case list([Prose])
    }

    private let kept: Kept

    package init(_ entries: [Prose]) {
        kept = entries.count == 1 && entries[0].isWords ? .words(entries[0].plain) : .list(entries)
    }

    package var startIndex: Int { 0 }

    package var endIndex: Int {
        switch kept {
        case .words: 1
        case .list(let entries): entries.count
        }
    }

    package subscript(place: Int) -> Prose {
        switch kept {
        case .words(let words):
            precondition(place == 0, "there is one entry alone")
            return Prose(words: words)
        case .list(let entries): return entries[place]
        }
    }
}
