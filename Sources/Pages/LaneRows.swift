import Journeys

/// A lane as the maps name it.
struct LaneName: Sendable {
    let id: String
    let label: String
    let referenceKind: ContentKind?

    /// Those of a taxonomy, in its order.
    static func all(of taxonomy: Taxonomy) -> [LaneName] {
        taxonomy.lanes.map { LaneName(id: $0.id, label: $0.label, referenceKind: $0.referenceKind) }
    }
}

/// The lanes of a journey's map: the taxonomy's that have something in them, then the author's own. Details stand at the head of
/// their moment, and have a row where more is said of them than which they are.
struct LaneRows: Sendable {
    /// By their places in the taxonomy.
    private let known: [Int]
    private let own: [LaneName]

    var count: Int { known.count + own.count }

    /// - Parameters:
    ///   - lanes: the taxonomy's.
    ///   - shared: those of other journeys, most of which have the same.
    init(_ journey: Journey, among lanes: [LaneName], sharing shared: inout Set<[Int]>) {
        var isUsed = [Bool](repeating: false, count: lanes.count)
        var own: [LaneName] = []
        func take(_ moment: Moment) {
            var reading = LaneReading(lanes)
            for content in moment.lanes {
                if let place = reading.place(of: content) {
                    if Self.hasRow(content) { isUsed[place] = true }
                } else if let label = content.ownLabel, !own.contains(where: { $0.id == content.lane }) {
                    own.append(LaneName(id: content.lane, label: label, referenceKind: nil))
                }
            }
        }
        for stage in journey.stages {
            take(stage.moment)
            for step in stage.steps { take(step) }
        }
        known = shared.insert(lanes.indices.filter { isUsed[$0] }).memberAfterInsert
        self.own = own
    }

    private static func hasRow(_ content: LaneContent) -> Bool {
        content.lane != Lane.details || !content.tellingEntries.isEmpty
    }

    func names(among lanes: [LaneName]) -> [LaneName] { known.map { lanes[$0] } + own }

    /// Visits what a moment holds, row by row; of two things in one row the first.
    ///
    /// - Parameter lanes: the taxonomy's.
    func visit(_ moment: Moment, among lanes: [LaneName], _ take: (_ row: Int, LaneContent) -> Void) {
        var reading = LaneReading(lanes)
        var next = 0
        for content in moment.lanes {
            guard let place = reading.place(of: content) else { continue }
            while next < known.count, known[next] < place { next += 1 }
            if next < known.count, known[next] == place {
                if Self.hasRow(content) { take(next, content) }
                next += 1
            }
        }
        for (index, lane) in own.enumerated() {
            guard let content = moment.lanes.first(where: { $0.lane == lane.id }) else { continue }
            take(known.count + index, content)
        }
    }
}

/// Finds the lanes of a moment in the taxonomy: they are in its order, the author's own behind them.
struct LaneReading {
    private let lanes: [LaneName]
    private var next = 0

    init(_ lanes: [LaneName]) { self.lanes = lanes }

    /// Nothing for an author's own.
    mutating func place(of content: LaneContent) -> Int? {
        guard content.ownLabel == nil else { return nil }
        while next < lanes.count, lanes[next].id != content.lane { next += 1 }
        return next < lanes.count ? next : nil
    }
}
