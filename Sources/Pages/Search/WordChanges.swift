/// What entries of the search have lost and won, by word.
struct WordChanges {
    struct Change {
        let word: ArraySlice<UInt8>
        fileprivate(set) var gone: [UInt32] = []
        fileprivate(set) var added: [UInt32] = []
        /// Whether a title that has the word has won or lost it in its text.
        fileprivate(set) var isInTitle = false
    }

    /// In the order of the words' letters.
    private let changes: [Change]

    init(_ entries: [RewordedEntry]) {
        var byWord: [ArraySlice<UInt8>: Change] = [:]
        // Journeys come in the order of their files, and entries in another.
        for entry in entries.sorted(by: { $0.number < $1.number }) {
            for word in entry.changedInTitle { byWord[word, default: Change(word: word)].isInTitle = true }
            for word in entry.gone { byWord[word, default: Change(word: word)].gone.append(entry.number) }
            for word in entry.added { byWord[word, default: Change(word: word)].added.append(entry.number) }
        }
        changes = byWord.values.sorted { $0.word.lexicographicallyPrecedes($1.word) }
    }

    var isEmpty: Bool { changes.isEmpty }

    /// Words with what has changed of them.
    struct Applied {
        let changes: [Change]
        let list: WordList
        let typos: TypoChanges
    }

    /// - Returns: nothing where it can't be known: of a very frequent word not all entries are.
    func applied(to old: WordList, spares: inout SpareEntries) -> Applied? {
        var list = WordList()
        var crossed: [(word: ArraySlice<UInt8>, texts: (old: Int, new: Int), isInTitle: Bool)] = []
        var done = 0
        for change in changes {
            let place = old.place(of: change.word)
            let isThere = place < old.count && old.word(place) == change.word
            guard let (titles, former) = isThere ? old.entries(place) : ([], []),
                let (texts, spare) = change.applied(to: former, spares[change.word], titleCount: titles.count)
            else { return nil }
            spares[change.word] = spare
            list.append(done..<place, of: old)
            if !titles.isEmpty || !texts.isEmpty { list.append(change.word, titles: titles, texts: texts) }
            crossed.append((change.word, (former.count, texts.count), !titles.isEmpty))
            done = isThere ? place + 1 : place
        }
        list.append(done..<old.count, of: old)
        let least = TypoFiles.leastTexts(ofWords: list.count)
        guard least == TypoFiles.leastTexts(ofWords: old.count) else { return nil }
        var typos = TypoChanges()
        for (word, texts, isInTitle) in crossed where !isInTitle && (texts.old >= least) != (texts.new >= least) {
            typos.note(word, isNew: texts.new >= least)
        }
        return Applied(changes: changes, list: list, typos: typos)
    }
}

extension WordChanges.Change {
    /// The entries of the word with what has changed of it, and those that come behind them.
    fileprivate func applied(
        to published: [UInt32], _ spare: SpareEntries.Spare?, titleCount: Int
    ) -> (published: [UInt32], spare: SpareEntries.Spare?)? {
        if titleCount >= SearchTerms.limit, isInTitle { return nil }
        guard let spare = spare ?? (published.count < SearchTerms.limit ? .init(entries: [], isAll: true) : nil)
        else { return nil }
        var known = published + spare.entries
        /// Nothing for an entry of which it isn't known where it would be.
        func place(of entry: UInt32) -> Int? {
            known.firstIndex { $0 >= entry } ?? (spare.isAll ? known.count : nil)
        }
        for entry in gone {
            guard let place = place(of: entry) else { continue }
            guard place < known.count, known[place] == entry else { return nil }
            known.remove(at: place)
        }
        for entry in added {
            guard let place = place(of: entry) else { continue }
            if place < known.count, known[place] == entry { return nil }
            known.insert(entry, at: place)
        }
        if known.count < SearchTerms.limit { return spare.isAll ? (known, nil) : nil }
        return (
            Array(known.prefix(SearchTerms.limit)),
            SpareEntries.Spare(entries: Array(known.dropFirst(SearchTerms.limit)), isAll: spare.isAll)
        )
    }
}

/// Words that are to be compared with what was mistyped from now on, or no longer.
struct TypoChanges {
    private var changes: [(word: ArraySlice<UInt8>, letters: Int, isNew: Bool)] = []

    var isEmpty: Bool { changes.isEmpty }

    mutating func note(_ word: ArraySlice<UInt8>, isNew: Bool) {
        let letters = TypoFiles.letters(of: word)
        if TypoFiles.have(word, letters: letters) { changes.append((word, letters, isNew)) }
    }

    /// - Parameter published: the contents of the files.
    /// - Returns: nothing for what has not been written here.
    func applied(to published: [ArraySlice<UInt8>]) -> TypoFiles? {
        guard var words = TypoFiles.words(of: published) else { return nil }
        for (word, letters, isNew) in changes {
            let place =
                words[letters].firstIndex { !$0.lexicographicallyPrecedes(word) } ?? words[letters].count
            let isThere = place < words[letters].count && words[letters][place] == word
            if isThere == isNew { return nil }
            if isNew { words[letters].insert(word, at: place) } else { words[letters].remove(at: place) }
        }
        return TypoFiles(words)
    }
}
