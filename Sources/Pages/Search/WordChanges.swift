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
        for entry in entries {
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

    /// - Returns: nothing where it can't be known: of a very frequent word not all entries are published.
    func applied(to old: WordList) -> Applied? {
        var list = WordList()
        var crossed: [(word: ArraySlice<UInt8>, texts: (old: Int, new: Int), isInTitle: Bool)] = []
        var done = 0
        for change in changes {
            let place = old.place(of: change.word)
            let isThere = place < old.count && old.word(place) == change.word
            guard let (titles, former) = isThere ? old.entries(place) : ([], []),
                let texts = change.applied(to: former, titleCount: titles.count)
            else { return nil }
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
    /// The entries of the word with what has changed of it.
    fileprivate func applied(to entries: [UInt32], titleCount: Int) -> [UInt32]? {
        if titleCount >= SearchTerms.limit, isInTitle { return nil }
        var entries = entries
        let isCut = entries.count >= SearchTerms.limit
        for entry in gone {
            if let place = entries.firstIndex(of: entry) {
                if isCut { return nil }
                entries.remove(at: place)
            } else if !isCut {
                return nil
            }
        }
        for entry in added {
            let place = entries.firstIndex { $0 >= entry } ?? entries.count
            if place < entries.count, entries[place] == entry { return nil }
            entries.insert(entry, at: place)
        }
        if entries.count > SearchTerms.limit { entries.removeLast(entries.count - SearchTerms.limit) }
        return entries
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
