import Diagnostics
import Markup

extension Journey: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.list(stages)
        record.pack(into: &pack, findingsIn: stages)
        pack.number(level)
        pack.optional(levelRange)
        pack.texts(contributors)
        pack.choice(state)
        pack.choice(status)
        pack.decimal(weight)
        pack.texts(products)
        pack.texts(segments)
        pack.optional(reviewed)
        pack.optional(reviewedRange)
        rhythm.pack(into: &pack)
        pack.texts(triggers)
        given.pack(into: &pack)
        named.pack(into: &pack)
    }

    package convenience init(from pack: inout PackReader) {
        let stages: [Stage] = pack.list()
        self.init(
            record: Record(from: &pack, findingsIn: stages), level: pack.number(), levelRange: pack.optionalRange(),
            contributors: pack.texts(), state: pack.choice(), status: pack.choice(), weight: pack.decimal(),
            products: pack.texts(), segments: pack.texts(), reviewed: pack.optional(),
            reviewedRange: pack.optionalRange(), rhythm: ReviewRhythm(from: &pack), triggers: pack.texts(),
            given: GivenKeys(from: &pack), named: Named(from: &pack), stages: stages)
    }
}

extension Journey.Named: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.optional(parent)
        pack.list(alsoIn)
        pack.optional(baseline)
        pack.list(personas)
        pack.list(goals)
        pack.list(metrics)
    }

    package init(from pack: inout PackReader) {
        self.init(
            parent: pack.optional(), alsoIn: pack.list(), baseline: pack.optional(), personas: pack.list(),
            goals: pack.list(), metrics: pack.list())
    }
}

extension Stage: Packed {
    package func pack(into pack: inout PackWriter) {
        moment.pack(into: &pack)
        pack.list(steps)
        pack.flag(isUnnamed)
    }

    package init(from pack: inout PackReader) {
        self.init(moment: Moment(from: &pack), steps: pack.list(), isUnnamed: pack.flag())
    }
}

extension Moment: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.text(anchor)
        pack.text(title)
        pack.range(range)
        pack.flag(isMomentOfTruth)
        pack.list(quotes)
        pack.list(lanes)
        notes.pack(into: &pack)
    }

    package convenience init(from pack: inout PackReader) {
        self.init(
            anchor: pack.text(), title: pack.text(), range: pack.range(), isMomentOfTruth: pack.flag(),
            quotes: pack.list(), lanes: pack.list(), notes: Prose(from: &pack))
    }
}

extension LaneContent: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.text(lane)
        pack.optional(ownLabel)
        value.pack(into: &pack)
        pack.list(isLinksAlone ? [] : words)
        pack.range(range)
    }

    package convenience init(from pack: inout PackReader) {
        self.init(
            lane: pack.text(), ownLabel: pack.optionalText(), value: Value(from: &pack), words: pack.list(),
            range: pack.range())
    }
}

extension LaneContent.Value: Packed {
    package func pack(into pack: inout PackWriter) {
        func list(_ kind: Lane.Kind, _ values: [some Packed]) {
            pack.choice(kind)
            pack.list(values)
        }
        switch self {
        case .text(let texts): list(.text, Array(texts))
        case .feelings(let feelings): list(.emotion, feelings)
        case .tags(let tags): list(.tags, tags)
        case .findings(let findings): list(.findings, findings)
        case .references(let references): list(.references, references)
        }
    }

    package init(from pack: inout PackReader) {
        switch pack.choice(Lane.Kind.self) {
        case .text: self = .text(TextEntries(pack.list()))
        case .emotion: self = .feelings(pack.list())
        case .tags: self = .tags(pack.list())
        case .findings: self = .findings(pack.list())
        case .references: self = .references(pack.list())
        }
    }
}

extension Tag: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.text(name)
        pack.range(range)
    }

    package init(from pack: inout PackReader) { self.init(name: pack.text(), range: pack.range()) }
}

extension Finding: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.text(id)
        pack.choice(kind)
        text.pack(into: &pack)
        pack.optional(severity)
        pack.optional(reach)
        pack.list(evidence)
        pack.choice(status)
        pack.optional(resolved)
        pack.range(resolvedRange)
        pack.optional(persona)
        pack.optional(segment)
        pack.range(range)
    }

    package convenience init(from pack: inout PackReader) {
        self.init(
            id: pack.text(), kind: pack.choice(), text: Prose(from: &pack), severity: pack.optionalNumber(),
            reach: pack.optionalDecimal(), evidence: pack.list(), status: pack.choice(), resolved: pack.optional(),
            resolvedRange: pack.range(), persona: pack.optional(), segment: pack.optionalText(), range: pack.range())
    }
}

extension Feeling: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.list(Array(values)) { $0.decimal($1) }
        words.pack(into: &pack)
        pack.list(evidence)
        pack.optional(persona)
        pack.range(range)
    }

    package convenience init(from pack: inout PackReader) {
        self.init(
            values: EmotionValues(pack.list { $0.decimal() }), words: Prose(from: &pack), evidence: pack.list(),
            persona: pack.optional(), range: pack.range())
    }
}

extension Quote: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.optional(id)
        text.pack(into: &pack)
        pack.list(evidence)
        pack.optional(persona)
        pack.range(range)
    }

    package init(from pack: inout PackReader) {
        self.init(
            id: pack.optionalText(), text: Prose(from: &pack), evidence: pack.list(), persona: pack.optional(),
            range: pack.range())
    }
}
