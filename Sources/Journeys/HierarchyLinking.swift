import Diagnostics

/// Puts journeys below each other, from `parent`, `also_in` and Details.
struct HierarchyLinking {
    /// A link of a Details lane.
    private struct Detail {
        let parent: Int
        /// Of the stage or step that it stands at, and of the stage around that.
        let anchor: String
        let stage: String
        let range: TextRange
    }

    private typealias Placement = Hierarchy.Placement

    private let journeys: [Journey]
    private let levels: [String]
    private let root: String
    /// Journeys that a broken reference most likely meant, about which nothing more is said.
    private let suspects: Set<Target>

    private(set) var diagnostics: [Diagnostic] = []
    private var primary: [Placement?]
    private var further: [[Placement]]
    /// By journey: where the primary placement is written, in which file.
    private var placeOfPrimary: [(path: String, range: TextRange)?]

    init(_ journeys: [Journey], levels: [String], root: String, suspects: Set<Target>) {
        self.journeys = journeys
        self.levels = levels
        self.root = root
        self.suspects = suspects
        primary = Array(repeating: nil, count: journeys.count)
        further = Array(repeating: [], count: journeys.count)
        placeOfPrimary = Array(repeating: nil, count: journeys.count)
    }

    private mutating func say(
        _ code: DiagnosticCode, in path: String, _ range: TextRange, _ message: String, notes: [Diagnostic.Note] = [],
        hint: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(code, at: Location(path: root + path, range: range), message, notes: notes, hint: hint))
    }

    private func note(_ message: String, _ journey: Int, _ range: TextRange) -> Diagnostic.Note {
        Diagnostic.Note(message, at: Location(path: root + journeys[journey].path, range: range))
    }

    private func id(_ journey: Int) -> String { journeys[journey].id }

    /// The hierarchy, and the level of every journey.
    mutating func run() -> (hierarchy: Hierarchy, levels: [Int]) {
        let details = details()
        for journey in journeys.indices { place(journey, details: details[journey]) }
        breakCycles()
        let levels = inferLevels()
        for journey in journeys.indices { check(journey, levels: levels) }
        return (hierarchy(levels: levels), levels)
    }

    // MARK: Reading both ends

    /// By journey: the Details that name it; those of journeys that count first, then by path, then in order.
    private func details() -> [[Detail]] {
        var details = [[Detail]](repeating: [], count: journeys.count)
        let counting = journeys.indices.filter { journeys[$0].counts }
        let others = journeys.indices.filter { !journeys[$0].counts && journeys[$0].state != .future }
        for parent in counting + others {
            for place in journeys[parent].places {
                for reference in place.moment.references(in: "details") {
                    guard let target = reference.target, target.kind == .journey else { continue }
                    let detail = Detail(
                        parent: parent, anchor: place.moment.anchor, stage: journeys[parent].stages[place.stage].anchor,
                        range: reference.range)
                    let isAgain = details[target.index].contains { $0.parent == parent && $0.anchor == detail.anchor }
                    if !isAgain { details[target.index].append(detail) }
                }
            }
        }
        return details
    }

    private mutating func place(_ journey: Int, details: [Detail]) {
        var open = details
        if journeys[journey].parent != nil {
            // Without a parent it is one of the circles.
            for own in open where own.parent == journey {
                say(
                    .cycle, in: journeys[journey].path, own.range, "'\(id(journey))' is named as a part of itself",
                    hint: "link to the journey that has the details")
            }
            open.removeAll { $0.parent == journey }
        }
        for reference in journeys[journey].alsoIn {
            guard let target = reference.target else { continue }
            if target.index == journey {
                say(
                    .cycle, in: journeys[journey].path, reference.range,
                    "'\(id(journey))' is named as a part of itself",
                    hint: "name the journey that it recurs in")
                continue
            }
            let agreeing = open.filter { agrees($0, with: target) }
            open.removeAll { agrees($0, with: target) }
            add(Placement(journey: journey, parent: target.index, anchor: target.anchor ?? agreeing.first?.anchor))
        }
        if isPlacementUnread(journey) {
            // Where it stands can't be told: more about that would be a guess.
            for detail in open { add(Placement(journey: journey, parent: detail.parent, anchor: detail.anchor)) }
            open = []
        }
        if let parent = journeys[journey].parent {
            guard let target = parent.target else { return }
            placeOfPrimary[journey] = (journeys[journey].path, parent.range)
            place(journey, at: target, from: parent, details: open)
        } else if let first = open.first {
            primary[journey] = Placement(journey: journey, parent: first.parent, anchor: first.anchor)
            placeOfPrimary[journey] = (journeys[first.parent].path, first.range)
            for other in open.dropFirst() { addFurther(other, to: journey, besides: first) }
        }
    }

    /// Whether `parent` or `also_in` was given, but not all of it could be read or leads somewhere: that has been reported.
    private func isPlacementUnread(_ journey: Int) -> Bool {
        let item = journeys[journey]
        let isUnread =
            (item.given.contains(.parent) && item.parent == nil)
            || (item.given.contains(.alsoIn) && item.alsoIn.isEmpty)
        return isUnread || ([item.parent].compactMap { $0 } + item.alsoIn).contains { $0.target == nil }
    }

    /// Details at the very place, or at a step of the stage, that is named; any, if only the journey is.
    private func agrees(_ detail: Detail, with target: Target) -> Bool {
        guard detail.parent == target.index else { return false }
        guard let anchor = target.anchor else { return true }
        return detail.anchor == anchor || detail.stage == anchor
    }

    private mutating func place(_ journey: Int, at target: Target, from parent: Reference, details: [Detail]) {
        var anchor = target.anchor
        var first: Detail?
        for detail in details {
            if detail.parent == target.index, target.anchor == nil {
                // `parent` names the journey alone: the first Details there tells where in it.
                if let first {
                    addFurther(detail, to: journey, besides: first)
                } else {
                    first = detail
                    anchor = detail.anchor
                }
            } else if target.index != journey, !agrees(detail, with: target) {
                contradict(journey, parent: parent, detail: detail)
            }
        }
        primary[journey] = Placement(journey: journey, parent: target.index, anchor: anchor)
    }

    private mutating func contradict(_ journey: Int, parent: Reference, detail: Detail) {
        let place = "\(id(detail.parent))#\(detail.anchor)"
        say(
            .contradiction, in: journeys[journey].path, parent.range,
            "'\(id(journey))' is placed in '\(parent.written)' here, and in '\(place)' by a Details lane",
            notes: [note("it is placed here by Details", detail.parent, detail.range)],
            hint: "if it recurs there, add 'also_in: [\(place)]'; otherwise mend one of the two")
    }

    private mutating func addFurther(_ detail: Detail, to journey: Int, besides first: Detail) {
        add(Placement(journey: journey, parent: detail.parent, anchor: detail.anchor))
        say(
            .secondPlacement, in: journeys[detail.parent].path, detail.range,
            "'\(id(journey))' is placed a second time here: the first place holds",
            notes: [note("it is placed here first", first.parent, first.range)],
            hint: "name the place that holds as its 'parent', and the others under 'also_in'")
    }

    private mutating func add(_ placement: Placement) {
        if !further[placement.journey].contains(placement) { further[placement.journey].append(placement) }
    }

    // MARK: Cycles

    /// Reports every cycle once, as its path, and opens it at its first journey by path.
    private mutating func breakCycles() {
        for cycle in Cycles.find(in: primary.map { $0?.parent }) {
            let path = (cycle + [cycle[0]]).map(id).joined(separator: " → ")
            let what =
                cycle.count == 1 ? "'\(id(cycle[0]))' is its own parent" : "the parents go round in a circle: \(path)"
            let place = placeOfPrimary[cycle[0]] ?? (journeys[cycle[0]].path, 0..<0)
            let notes = cycle.dropFirst().compactMap { journey -> Diagnostic.Note? in
                guard let place = placeOfPrimary[journey], let parent = primary[journey]?.parent else { return nil }
                return Diagnostic.Note(
                    "'\(id(journey))' stands in '\(id(parent))'",
                    at: Location(path: root + place.path, range: place.range))
            }
            // Whose id is that of its parent stands in the other, which has been told.
            if cycle.count > 1 || journeys.count(where: { $0.id == id(cycle[0]) }) == 1 {
                say(.cycle, in: place.path, place.range, what, notes: notes)
            }
            inCycles.formUnion(cycle)
            primary[cycle[0]] = nil
        }
    }

    private var inCycles: Set<Int> = []

    // MARK: Levels

    /// A journey that names no level is one below its parent, or at the top.
    private func inferLevels() -> [Int] {
        var known: [Int?] = journeys.map { $0.levelRange == nil ? nil : $0.level }
        for journey in journeys.indices where known[journey] == nil {
            var path = [journey]
            while let parent = primary[path[path.count - 1]]?.parent, known[parent] == nil { path.append(parent) }
            for open in path.reversed() {
                let above = primary[open].flatMap { known[$0.parent] }
                known[open] = above.map { min($0 + 1, levels.count - 1) } ?? 0
            }
        }
        return known.map { $0 ?? 0 }
    }

    private mutating func check(_ journey: Int, levels: [Int]) {
        let item = journeys[journey]
        guard let placement = primary[journey], let place = placeOfPrimary[journey] else {
            let isExplained =
                item.given.contains(.parent) || inCycles.contains(journey)
                || suspects.contains(Target(kind: .journey, index: journey))
            if levels[journey] > 0, !isExplained, item.state == .current || item.baseline == nil {
                say(
                    .orphan, in: item.path, item.levelRange ?? item.record.idRange,
                    "'\(item.id)' stands in no other journey, but it is not of the level '\(self.levels[0])'",
                    hint: "add 'parent:' with the journey that it details, or name it in a Details lane")
            }
            return
        }
        guard !inCycles.contains(journey) else { return }
        let above = journeys[placement.parent]
        // Where its own place could not be read, nobody knows its level.
        if above.levelRange != nil || primary[placement.parent] != nil || !above.given.contains(.parent) {
            checkLevel(journey, under: placement.parent, at: place, levels: levels)
        }
        guard item.status == .active, above.status == .archived else { return }
        let what = "'\(item.id)' is active, but '\(above.id)', which it stands in, is archived"
        say(.archivedParent, in: place.path, place.range, what)
    }

    private mutating func checkLevel(
        _ journey: Int, under parent: Int, at place: (path: String, range: TextRange), levels: [Int]
    ) {
        let (own, above) = (levels[journey], levels[parent])
        let item = journeys[journey]
        let range = item.levelRange ?? item.record.idRange
        let placed = Diagnostic.Note(
            "it is placed here, in '\(id(parent))' of the level '\(self.levels[above])'",
            at: Location(path: root + place.path, range: place.range))
        if own < above {
            say(
                .levelOrder, in: item.path, range,
                "'\(item.id)' is of the level '\(self.levels[own])', above that of its parent: a journey stands in one of a higher level, or of its own",
                notes: [placed])
        } else if own > above + 1 {
            let skipped = self.levels[(above + 1)..<own].map { "'\($0)'" }.joined(separator: ", ")
            say(
                .skippedLevel, in: item.path, range,
                "'\(item.id)' is of the level '\(self.levels[own])': \(skipped) is skipped", notes: [placed])
        }
    }

    // MARK: The tree

    private func hierarchy(levels: [Int]) -> Hierarchy {
        var children = [[Placement]](repeating: [], count: journeys.count)
        var guests = [[Placement]](repeating: [], count: journeys.count)
        for placement in primary { if let placement { children[placement.parent].append(placement) } }
        for placement in further.joined() where placement.parent != placement.journey {
            guests[placement.parent].append(placement)
        }
        for parent in journeys.indices where children[parent].count + guests[parent].count > 1 {
            let order = anchorOrder(of: parent)
            children[parent].sort { Self.isBefore($0, $1, order: order) }
            guests[parent].sort { Self.isBefore($0, $1, order: order) }
        }
        let roots = journeys.indices.filter { primary[$0] == nil }.sorted { (levels[$0], $0) < (levels[$1], $1) }
        return Hierarchy(primary: primary, further: further, children: children, guests: guests, roots: roots)
    }

    private func anchorOrder(of parent: Int) -> [String: Int] {
        var order: [String: Int] = [:]
        for (index, place) in journeys[parent].places.enumerated() where order[place.moment.anchor] == nil {
            order[place.moment.anchor] = index
        }
        return order
    }

    private static func isBefore(_ left: Placement, _ right: Placement, order: [String: Int]) -> Bool {
        let places = [left, right].map { $0.anchor.flatMap { order[$0] } ?? Int.max }
        return places[0] != places[1] ? places[0] < places[1] : left.journey < right.journey
    }
}
