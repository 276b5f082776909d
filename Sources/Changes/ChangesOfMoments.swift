import Journeys

/// The changes at each moment of each journey, in a few words: what moved a score is told by them.
struct ChangesOfMoments {
    private struct Place: Hashable {
        let journey: String
        let moment: String
    }

    private var atMoment: [Place: [Change]] = [:]
    private var ofFinding: [Place: [Change]] = [:]
    private var ofMetric: [String: [Change]] = [:]

    init(_ changes: [Change], sides: Sides) {
        for change in changes {
            if let journey = change.journey, let moment = change.moment {
                atMoment[Place(journey: journey, moment: moment), default: []].append(change)
                ofFinding[Place(journey: journey, moment: change.subject), default: []].append(change)
            } else if change.noun == .metric {
                ofMetric[change.subject, default: []].append(change)
            }
        }
        addMoves(changes, sides)
    }

    /// What stands in another journey now is a reason there, where it stood, as well.
    private mutating func addMoves(_ changes: [Change], _ sides: Sides) {
        let moved = changes.filter(\.isMoveToOtherJourney)
        for move in sides.momentMoves.all {
            let journeys = (
                sides.base.portfolio.journeys[move.journeys.base], sides.head.portfolio.journeys[move.journeys.head]
            )
            let told = moved.filter { $0.journey == journeys.1.id && $0.subject == move.map.head[0].moment.anchor }
            let former = CommonNames(sides: sides, isBase: true).id(
                of: Target(kind: .journey, index: move.journeys.base))
            let map = move.map
            add(
                told, at: former,
                map.places.pairs.map { map.base[$0.base].moment.anchor }
                    + map.findings.pairs.map { map.baseFindings[$0.base].finding.id })
            // What moved stands at its own place already.
            add(
                told, at: journeys.1.id,
                map.places.pairs.dropFirst().map { map.head[$0.head].moment.anchor }
                    + map.findings.pairs.map { map.headFindings[$0.head].finding.id })
        }
        let names = CommonNames(sides: sides, isBase: true)
        for move in sides.findingMoves.all {
            let now = sides.head.portfolio.journeys[move.head.journey].id
            let id = move.head.placed.finding.id
            let told = changes.filter {
                $0.noun.isFinding && $0.act == .moved && $0.journey == now && $0.subject == id
            }
            let target = Target(kind: .journey, index: move.base.journey)
            let journey = names.id(of: target)
            let moment = names.anchor(move.base.place.moment.anchor, of: target)
            atMoment[Place(journey: journey, moment: moment), default: []] += told
            ofFinding[Place(journey: journey, moment: move.base.placed.finding.id), default: []] += told
        }
    }

    /// - Parameter anchors: of moments and of findings.
    private mutating func add(_ changes: [Change], at journey: String, _ anchors: [String]) {
        for anchor in anchors {
            atMoment[Place(journey: journey, moment: anchor), default: []] += changes
            ofFinding[Place(journey: journey, moment: anchor), default: []] += changes
        }
    }

    func pain(_ anchor: String, _ kind: Finding.Kind, in journey: String) -> String? {
        words(
            atMoment[Place(journey: journey, moment: anchor)]?.filter { change in
                change.isMoveToOtherJourney
                    || change.noun == Change.Noun(kind) && ![.backed, .unbacked, .reworded].contains(change.act)
                        && change.field != "evidence"
            })
    }

    func emotion(_ anchor: String, in journey: String) -> String? {
        words(
            atMoment[Place(journey: journey, moment: anchor)]?.filter { change in
                change.field == "emotion" || change.field == "moment-of-truth" || change.isMoveToOtherJourney
                    || [.stage, .step].contains(change.noun) && [.added, .removed].contains(change.act)
            })
    }

    func claim(_ id: String, in journey: String) -> String? {
        let place = Place(journey: journey, moment: id)
        return words(
            (ofFinding[place] ?? []).filter {
                [.backed, .unbacked, .opened, .added, .removed, .moved].contains($0.act) || $0.field == "emotion"
            })
    }

    /// What else of a metric changed has no part in what it says of outcomes.
    func metric(_ id: String) -> String? {
        words(ofMetric[id]?.filter { $0.act != .changed || Self.measured.contains($0.field ?? "") })
    }

    private static let measured: Set<String> = [
        "data", "target", "baseline", "direction", "scale", "perspective", "frequency",
    ]

    private func words(_ changes: [Change]?) -> String? {
        guard let changes, !changes.isEmpty else { return nil }
        var seen: Set<String> = []
        return changes.map(\.brief).filter { seen.insert($0).inserted }.joined(separator: ", ")
    }
}

extension Change {
    /// `pain 'serial' severity 2 → 4`
    package var brief: String {
        if isMoveToOtherJourney { return "\(noun.words) '\(TermParts.short(title))' moved" }
        let name = "\(noun.words) '\(TermParts.short(noun.isFinding || noun == .metric ? subject : title))'"
        let way = [from, to].allSatisfy { $0 == nil } ? "" : " \(from ?? "none") → \(to ?? "none")"
        switch act {
        case .worsened, .eased: return "\(name) severity\(way)"
        // Data that did not move the latest value moved what it is held against.
        case .changed:
            return field == "data" && from != to ? "\(name)\(way)" : "\(name) \(field ?? "")\(from == to ? "" : way)"
        case .renamed, .moved, .reworded, .added, .removed, .opened, .resolved, .reopened, .backed, .unbacked:
            return "\(name) \(act.rawValue)"
        }
    }
}

extension Change.Noun {
    package var words: String {
        switch self {
        case .employeePain: "employee pain"
        case .settings: "portfolio"
        default: rawValue
        }
    }

    package var isFinding: Bool {
        switch self {
        case .pain, .employeePain, .gain, .need: true
        default: false
        }
    }
}
