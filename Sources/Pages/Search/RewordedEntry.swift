import Journeys

/// An entry of the search, some of whose texts have other words than before.
struct RewordedEntry: Hashable, Sendable {
    let number: UInt32
    let gone: Set<ArraySlice<UInt8>>
    let added: Set<ArraySlice<UInt8>>
    /// What has changed in texts and stands in the title too. It is found there, unless the word is in so many titles that not all are
    /// kept.
    let changedInTitle: Set<ArraySlice<UInt8>>

    /// Those of a journey of which nothing but free words has changed.
    static func all(from old: Journey, to new: Journey, _ imprint: Imprint) -> [RewordedEntry] {
        var entries = [
            entry(imprint.entry, { SearchEntries.gather(old, into: &$0) }, { SearchEntries.gather(new, into: &$0) })
        ]
        var number = imprint.firstMoment
        for (old, new) in zip(old.places, new.places) where !new.moment.title.isEmpty {
            entries.append(
                entry(
                    number, { SearchEntries.gather(old.moment, into: &$0) },
                    { SearchEntries.gather(new.moment, into: &$0) }))
            number += 1
        }
        return entries.compactMap { $0 }
    }

    private static func entry(
        _ number: Int, _ old: (inout TextGathering) -> Void, _ new: (inout TextGathering) -> Void
    ) -> RewordedEntry? {
        let (before, now) = (words(old), words(new))
        let changed = before.symmetricDifference(now)
        if changed.isEmpty { return nil }
        let besideTitle = words(old, besideTitle: true).union(words(new, besideTitle: true))
        return RewordedEntry(
            number: UInt32(number), gone: before.subtracting(now).intersection(besideTitle),
            added: now.subtracting(before).intersection(besideTitle), changedInTitle: changed.subtracting(besideTitle))
    }

    /// - Parameter besideTitle: whether those that the title has as well are left out.
    private static func words(
        _ gather: (inout TextGathering) -> Void, besideTitle: Bool = false
    ) -> Set<ArraySlice<UInt8>> {
        var texts = TextGathering()
        texts.isOfTextsAlone = !besideTitle
        texts.begin(0)
        gather(&texts)
        return texts.terms.wordsOfTexts
    }
}
