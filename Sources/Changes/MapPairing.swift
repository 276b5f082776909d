import Journeys

/// Which stages, steps and findings of a journey are one on both sides.
struct MapPairing: Sendable {
    /// A stage or step, in the order of the file.
    struct Place: Sendable {
        let stage: Int
        let step: Int?
        let moment: Moment
    }

    /// A finding and the place that it stands at.
    struct PlacedFinding: Sendable {
        let place: Int
        let finding: Finding
    }

    let base: [Place]
    let head: [Place]
    let places: Pairing
    let baseFindings: [PlacedFinding]
    let headFindings: [PlacedFinding]
    let findings: Pairing
    /// Nothing of the journey's own file changed.
    let isIdentical: Bool
    /// By the anchor at the base: that at the head, of what is not gone.
    private let headAnchors: [String: String?]

    init(_ base: Journey, _ head: Journey) {
        let (before, now) = (Self.places(of: base), Self.places(of: head))
        let places = Self.pairing(before, now, base, head)
        self.base = before
        self.head = now
        self.places = places
        baseFindings = Self.findings(of: before)
        headFindings = Self.findings(of: now)
        findings = Self.pairing(baseFindings, headFindings, places: places)
        isIdentical = false
        headAnchors = Self.headAnchors((before, now, places), (baseFindings, headFindings, findings))
    }

    private init(identical journey: Journey) {
        base = Self.places(of: journey)
        head = base
        baseFindings = Self.findings(of: base)
        headFindings = baseFindings
        var places = Pairing(base.count, base.count)
        for index in base.indices { places.pair(index, index) }
        var findings = Pairing(baseFindings.count, baseFindings.count)
        for index in baseFindings.indices { findings.pair(index, index) }
        self.places = places
        self.findings = findings
        isIdentical = true
        headAnchors = [:]
    }

    /// Of a stage with its steps, or of a step, that stands in another journey than before.
    ///
    /// - Parameters:
    ///   - base: the stage or step itself first.
    ///   - likeness: nothing where its id or its words say that it is the same.
    ///   - findings: those that have no match where they stood.
    init(
        moved base: [Place], _ head: [Place], likeness: Double?,
        findings: (base: [PlacedFinding], head: [PlacedFinding])
    ) {
        var places = Pairing(base.count, head.count)
        places.pair(0, 0, likeness: likeness)
        Self.pairSteps(&places, base, head)
        self.base = base
        self.head = head
        self.places = places
        (baseFindings, headFindings) = findings
        let paired = Self.pairing(findings.base, findings.head, places: places)
        self.findings = paired
        isIdentical = false
        headAnchors = Self.headAnchors((base, head, places), (findings.base, findings.head, paired))
    }

    static func identical(_ journey: Journey) -> MapPairing { MapPairing(identical: journey) }

    /// The anchor at the head of what has an anchor at the base; nothing where it is gone or has none.
    func headAnchor(of anchor: String) -> String? {
        isIdentical ? anchor : headAnchors[anchor] ?? nil
    }

    private static func headAnchors(
        _ places: (base: [Place], head: [Place], pairing: Pairing),
        _ findings: (base: [PlacedFinding], head: [PlacedFinding], pairing: Pairing)
    ) -> [String: String?] {
        let ofPlaces = places.base.enumerated().map { index, place in
            (place.moment.anchor, places.pairing.headOfBase[index].map { places.head[$0].moment.anchor })
        }
        let ofFindings = findings.base.enumerated().map { index, placed in
            (placed.finding.id, findings.pairing.headOfBase[index].map { findings.head[$0].finding.id })
        }
        // Where two have one, places go before findings, and the first before others.
        return Dictionary(ofPlaces + ofFindings, uniquingKeysWith: { first, _ in first })
    }

    static func places(of journey: Journey) -> [Place] {
        journey.places.map { Place(stage: $0.stage, step: $0.step, moment: $0.moment) }
    }

    static func findings(of places: [Place]) -> [PlacedFinding] {
        places.enumerated().flatMap { index, place in
            place.moment.findings.map { PlacedFinding(place: index, finding: $0) }
        }
    }

    // MARK: Stages and steps

    private static func pairing(_ base: [Place], _ head: [Place], _ old: Journey, _ new: Journey) -> Pairing {
        var pairing = Pairing(base.count, head.count)
        // Stages first: where a step stands helps to know it again.
        let stages = (base.map { $0.step == nil }, head.map { $0.step == nil })
        pair(&pairing, base, head, isIn: stages) {
            old.stages[$0.stage].words
        } headWords: {
            new.stages[$0.stage].words
        }
        pairSteps(&pairing, base, head)
        return pairing
    }

    private static func pairSteps(_ pairing: inout Pairing, _ base: [Place], _ head: [Place]) {
        let steps = (base.map { $0.step != nil }, head.map { $0.step != nil })
        pair(&pairing, base, head, isIn: steps) {
            $0.moment.words
        } headWords: {
            $0.moment.words
        }
    }

    private struct Name: Hashable {
        let title: String
        let words: String
        let stage: String
    }

    private static func pair(
        _ pairing: inout Pairing, _ base: [Place], _ head: [Place], isIn: (base: [Bool], head: [Bool]),
        baseWords: (Place) -> String, headWords: (Place) -> String
    ) {
        let before = base.indices.map { isIn.base[$0] ? baseWords(base[$0]) : "" }
        let now = head.indices.map { isIn.head[$0] ? headWords(head[$0]) : "" }
        // Of several with one title the anchors are counted: there the words tell which is which.
        let titles = (
            counts(of: base.indices.filter { isIn.base[$0] }.map { base[$0].moment.title }),
            counts(of: head.indices.filter { isIn.head[$0] }.map { head[$0].moment.title })
        )
        func isUnique(_ title: String) -> Bool { titles.0[title, default: 0] < 2 && titles.1[title, default: 0] < 2 }
        func stage(_ place: Place, in places: [Place]) -> String {
            places.first { $0.stage == place.stage && $0.step == nil }?.moment.title ?? ""
        }
        func keys(_ key: (Place, _ words: String, _ isBase: Bool) -> Name?) {
            pairing.pair(
                base: { isIn.base[$0] ? key(base[$0], before[$0], true) : nil },
                head: { isIn.head[$0] ? key(head[$0], now[$0], false) : nil })
        }
        keys { place, _, _ in
            isUnique(place.moment.title) ? Name(title: place.moment.title, words: "", stage: place.moment.anchor) : nil
        }
        keys { place, words, isBase in
            Name(title: place.moment.title, words: words, stage: stage(place, in: isBase ? base : head))
        }
        keys { place, words, _ in Name(title: place.moment.title, words: words, stage: "") }
        keys { place, _, isBase in
            Name(title: place.moment.title, words: "", stage: stage(place, in: isBase ? base : head))
        }
        keys { place, _, _ in Name(title: place.moment.title, words: "", stage: "") }
        keys { place, _, _ in
            isUnique(place.moment.title) ? Name(title: "", words: "", stage: place.moment.anchor) : nil
        }
        keys { place, _, _ in
            isUnique(place.moment.title) ? Name(title: "", words: "", stage: place.moment.anchor.lowercased()) : nil
        }
        pairAlike(&pairing, base, head, isIn: isIn, words: (before, now))
    }

    private static func counts(of titles: [String]) -> [String: Int] {
        titles.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private static func pairAlike(
        _ pairing: inout Pairing, _ base: [Place], _ head: [Place], isIn: (base: [Bool], head: [Bool]),
        words: (base: [String], head: [String])
    ) {
        let gone = pairing.removed.filter { isIn.base[$0] }
        let new = pairing.added.filter { isIn.head[$0] }
        guard !gone.isEmpty, !new.isEmpty else { return }
        let stageOfHead = pairing
        let before = gone.reduce(into: [:]) { $0[$1] = MomentWords(base[$1].moment, words.base[$1]) }
        let now = new.reduce(into: [:]) { $0[$1] = MomentWords(head[$1].moment, words.head[$1]) }
        pairing.pairAlike(from: 0.5) { left, right in
            guard let one = before[left], let other = now[right] else { return 0 }
            let isNear = isBetweenTheSame(left, right, stageOfHead)
            return min(1, one.likeness(to: other) + (isNear ? 0.1 : 0))
        }
    }

    /// What stands before it, or behind it, is the same on both sides.
    private static func isBetweenTheSame(_ base: Int, _ head: Int, _ pairing: Pairing) -> Bool {
        let before = base > 0 && head > 0 && pairing.headOfBase[base - 1] == head - 1
        let (next, other) = (base + 1, head + 1)
        let behind =
            next < pairing.headOfBase.count && other < pairing.baseOfHead.count && pairing.headOfBase[next] == other
        return before || behind
    }

    // MARK: Findings

    private static func pairing(_ base: [PlacedFinding], _ head: [PlacedFinding], places: Pairing) -> Pairing {
        var pairing = Pairing(base.count, head.count)
        // Several in the same words are numbered as they stand: by a number none of them is known again.
        let twins = FindingTwin.shared(base).union(FindingTwin.shared(head))
        if !twins.isEmpty {
            func key(_ placed: PlacedFinding, at place: Int?) -> FindingTwin.Standing? {
                let twin = FindingTwin(placed.finding)
                return twins.contains(twin) ? FindingTwin.Standing(twin, placed.finding, place: place) : nil
            }
            pairing.pair(
                base: { key(base[$0], at: places.headOfBase[base[$0].place]) },
                head: { key(head[$0], at: head[$0].place) })
        }
        pairing.pair(base: { base[$0].finding.id }, head: { head[$0].finding.id })
        pairing.pair(base: { base[$0].finding.id.lowercased() }, head: { head[$0].finding.id.lowercased() })
        guard !pairing.removed.isEmpty, !pairing.added.isEmpty else { return pairing }
        let before = pairing.removed.reduce(into: [:]) { $0[$1] = Likeness(base[$1].finding.text.plain) }
        let now = pairing.added.reduce(into: [:]) { $0[$1] = Likeness(head[$1].finding.text.plain) }
        func likeness(_ left: Int, _ right: Int) -> Double {
            guard let one = before[left], let other = now[right] else { return 0 }
            return one.to(other)
        }
        pairing.pairAlike(from: 0.45) { left, right in
            guard base[left].finding.kind == head[right].finding.kind,
                places.headOfBase[base[left].place] == head[right].place
            else { return 0 }
            return likeness(left, right)
        }
        pairing.pairAlike(from: 0.75) { left, right in
            base[left].finding.kind == head[right].finding.kind ? likeness(left, right) : 0
        }
        pairing.pairAlike(from: 0.9, likeness: likeness)
        return pairing
    }
}
