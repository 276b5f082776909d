import Diagnostics
import Markup

/// How what a content file was read as is kept from run to run: each value as its parts, in the order of its initialiser.
extension ParsedItem: Packed {
    package func pack(into pack: inout PackWriter) {
        func item(_ kind: ContentKind, _ value: some Packed) {
            pack.choice(kind)
            value.pack(into: &pack)
        }
        switch self {
        case .journey(let journey): item(.journey, journey)
        case .persona(let persona): item(.persona, persona)
        case .goal(let goal): item(.goal, goal)
        case .metric(let metric): item(.metric, metric)
        case .evidence(let evidence): item(.evidence, evidence)
        case .insight(let insight): item(.insight, insight)
        case .opportunity(let opportunity): item(.opportunity, opportunity)
        case .solution(let solution): item(.solution, solution)
        case .page(let page): item(.page, page)
        }
    }

    package init(from pack: inout PackReader) {
        switch pack.choice(ContentKind.self) {
        case .journey: self = .journey(Journey(from: &pack))
        case .persona: self = .persona(Persona(from: &pack))
        case .goal: self = .goal(Goal(from: &pack))
        case .metric: self = .metric(Metric(from: &pack))
        case .evidence: self = .evidence(Evidence(from: &pack))
        case .insight: self = .insight(Insight(from: &pack))
        case .opportunity: self = .opportunity(Opportunity(from: &pack))
        case .solution: self = .solution(Solution(from: &pack))
        case .page: self = .page(FreePage(from: &pack))
        }
    }
}

extension Record: Packed {
    package func pack(into pack: inout PackWriter) { self.pack(into: &pack, findingsIn: []) }
    package convenience init(from pack: inout PackReader) { self.init(from: &pack, findingsIn: []) }

    /// - Parameter stages: those of the file, which are kept too: what anchors repeat of their findings is left out.
    func pack(into pack: inout PackWriter, findingsIn stages: [Stage]) {
        pack.text(id)
        pack.text(path)
        pack.text(title)
        pack.texts(tags)
        pack.number(visibility)
        pack.optional(owner) { $0.text($1) }
        pack.optional(team) { $0.text($1) }
        body.pack(into: &pack)
        pack.list(anchors) { $1.pack(into: &$0, findingsIn: stages) }
        pack.texts(lostAnchors)
        pack.list(bareNames) { pack, name in
            pack.text(name.text)
            pack.range(name.range)
        }
        pack.range(idRange)
        lines.pack(into: &pack)
    }

    convenience init(from pack: inout PackReader, findingsIn stages: [Stage]) {
        self.init(
            id: pack.text(), path: pack.text(), title: pack.text(), tags: pack.texts(), visibility: pack.number(),
            owner: pack.optional { $0.text() }, team: pack.optional { $0.text() }, body: Prose(from: &pack),
            anchors: pack.list { Anchor(from: &$0, findingsIn: stages) }, lostAnchors: Set(pack.texts()),
            bareNames: pack.list { AttributeList.Word(text: $0.text(), range: $0.range()) }, idRange: pack.range(),
            lines: LineStarts(from: &pack))
    }
}

extension Anchor {
    /// That of a finding has the finding's own words, which need not be kept twice; read back, both have them in one place.
    fileprivate func pack(into pack: inout PackWriter, findingsIn stages: [Stage]) {
        role.pack(into: &pack)
        let isFinding = role.finding(in: stages).map { isSame(as: $0) } ?? false
        pack.flag(isFinding)
        if isFinding { return }
        pack.text(id)
        pack.optional(hostID) { $0.text($1) }
        pack.text(text)
        pack.range(range)
    }

    fileprivate init(from pack: inout PackReader, findingsIn stages: [Stage]) {
        let role = Role(from: &pack)
        guard pack.flag() else {
            self.init(
                id: pack.text(), hostID: pack.optional { $0.text() }, role: role, text: pack.text(), range: pack.range()
            )
            return
        }
        let finding = role.finding(in: stages)
        if finding == nil { pack.fail() }
        self.init(id: finding?.id ?? "", role: role, text: finding?.text.plain ?? "", range: finding?.range ?? 0..<0)
    }

    private func isSame(as finding: Finding) -> Bool {
        hostID == nil && range == finding.range && id.isSameInBytes(finding.id)
            && text.isSameInBytes(finding.text.plain)
    }
}

extension Anchor.Role {
    fileprivate func finding(in stages: [Stage]) -> Finding? {
        guard case .finding(let stage, let step, let finding) = self, stages.indices.contains(stage) else { return nil }
        guard let step else { return stages[stage].moment.findings.at(finding) }
        return stages[stage].steps.at(step)?.findings.at(finding)
    }
}

extension Array {
    fileprivate func at(_ place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}

extension Anchor.Role: Packed {
    package func pack(into pack: inout PackWriter) {
        switch self {
        case .stage(let stage):
            pack.number(0)
            pack.number(stage)
        case .step(let stage, let step):
            pack.number(1)
            pack.number(stage)
            pack.number(step)
        case .finding(let stage, let step, let finding):
            pack.number(2)
            pack.number(stage)
            pack.optional(step) { $0.number($1) }
            pack.number(finding)
        case .heading: pack.number(3)
        case .quote: pack.number(4)
        case .passage: pack.number(5)
        }
    }

    package init(from pack: inout PackReader) {
        switch pack.number() {
        case 0: self = .stage(pack.number())
        case 1: self = .step(stage: pack.number(), step: pack.number())
        case 2: self = .finding(stage: pack.number(), step: pack.optional { $0.number() }, finding: pack.number())
        case 3: self = .heading
        case 4: self = .quote
        case 5: self = .passage
        default:
            pack.fail()
            self = .heading
        }
    }
}

extension Reference: Packed {
    /// As it was written: what it leads to is found anew.
    package func pack(into pack: inout PackWriter) {
        pack.choice(form)
        pack.text(written)
        pack.text(label)
        pack.range(range)
    }

    package init(from pack: inout PackReader) {
        self.init(form: pack.choice(), written: pack.text(), label: pack.text(), range: pack.range())
    }
}

extension PackWriter {
    mutating func optional<Value: Packed>(_ value: Value?) { optional(value) { $1.pack(into: &$0) } }
    mutating func optional(_ decimal: Double?) { optional(decimal) { $0.decimal($1) } }
    mutating func optional(_ number: Int?) { optional(number) { $0.number($1) } }
    mutating func optional(_ text: String?) { optional(text) { $0.text($1) } }
    mutating func optional(_ range: TextRange?) { optional(range) { $0.range($1) } }
    mutating func optional<Choice: CaseIterable & Equatable>(choice: Choice?) { optional(choice) { $0.choice($1) } }
}

extension PackReader {
    mutating func optional<Value: Packed>(_ type: Value.Type = Value.self) -> Value? { optional { Value(from: &$0) } }
    mutating func optionalDecimal() -> Double? { optional { $0.decimal() } }
    mutating func optionalNumber() -> Int? { optional { $0.number() } }
    mutating func optionalText() -> String? { optional { $0.text() } }
    mutating func optionalRange() -> TextRange? { optional { $0.range() } }
    mutating func optionalChoice<Choice: CaseIterable>() -> Choice? where Choice.AllCases == [Choice] {
        optional { $0.choice() }
    }
}
