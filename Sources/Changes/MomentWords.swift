import Journeys

/// The words by which a stage or step is known again where its id says nothing.
struct MomentWords {
    let title: Likeness
    let content: Likeness
    let isShort: Bool

    init(_ moment: Moment, _ words: String) {
        title = Likeness(moment.title)
        content = Likeness(words)
        isShort = words.utf8.count < 40
    }

    func likeness(to other: MomentWords) -> Double {
        let share = isShort || other.isShort ? 0.2 : 0.7
        return share * content.to(other.content) + (1 - share) * title.to(other.title)
    }
}

extension Moment {
    /// All that is written at it, but its title.
    var words: String {
        var parts = quotes.map(\.text.plain)
        for content in lanes {
            switch content.value {
            case .text(let texts): parts += texts.map(\.plain)
            case .feelings(let feelings): parts += feelings.map(\.words.plain)
            case .tags(let tags): parts += tags.map(\.name)
            case .findings(let findings): parts += findings.map(\.text.plain)
            case .references(let references): parts += references.map(\.written)
            }
        }
        parts.append(notes.plain)
        return parts.joined(separator: " ")
    }
}

extension Stage {
    /// All that is written in it: it is known by its steps, whatever it is called.
    var words: String { moment.words + " " + steps.map { $0.title + " " + $0.words }.joined(separator: " ") }
}
