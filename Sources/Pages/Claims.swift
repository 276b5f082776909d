import Journeys

/// What a journey claims, and how much of it rests on evidence: its findings, and its feelings with a number.
struct Claims: Hashable, Sendable {
    var total = 0
    var backed = 0

    init() {}

    init(_ journey: Journey) {
        for stage in journey.stages {
            add(stage.moment)
            for step in stage.steps { add(step) }
        }
    }

    private mutating func add(_ moment: Moment) {
        for content in moment.lanes {
            switch content.value {
            case .findings(let findings):
                for finding in findings { add(finding.evidence) }
            case .feelings(let feelings):
                for feeling in feelings where !feeling.values.isEmpty { add(feeling.evidence) }
            default: break
            }
        }
    }

    private mutating func add(_ evidence: [Reference]) {
        total += 1
        if evidence.contains(where: { $0.target != nil }) { backed += 1 }
    }

    static func + (left: Claims, right: Claims) -> Claims {
        var sum = left
        sum.total += right.total
        sum.backed += right.backed
        return sum
    }
}
