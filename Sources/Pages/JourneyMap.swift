import Journeys

/// The columns and lanes of a journey's map.
struct JourneyMap {
    struct Column {
        let stage: Int
        /// Nothing for what stands under the stage itself.
        let step: Int?
        let moment: Moment
        /// That of the first of its words, see `Journey.numberedWords`.
        let firstNumber: Int
        /// A step; a stage without steps; or a stage with steps that has a feeling or findings of its own.
        let isMoment: Bool
    }

    let columns: [Column]
    /// From the top down: the row of a lane is its place here.
    let lanes: [LaneName]
    /// What the lanes are of.
    let rows: LaneRows

    init(_ index: Int, _ edition: Edition) {
        columns = Self.columns(of: edition.portfolio.journeys[index])
        rows = edition.laneRows[index]
        lanes = rows.names(among: edition.lanes)
    }

    private static func columns(of journey: Journey) -> [Column] {
        let places = journey.places
        var columns: [Column] = []
        columns.reserveCapacity(places.count)
        for (place, firstNumber) in zip(places, journey.firstNumbers) {
            let isMoment = journey.isMoment(place.moment, stage: place.stage, step: place.step)
            guard isMoment || place.moment.hasContent else { continue }
            columns.append(
                Column(
                    stage: place.stage, step: place.step, moment: place.moment, firstNumber: firstNumber,
                    isMoment: isMoment))
        }
        return columns
    }

    /// What the emotion curve above the map is drawn through.
    var curveColumns: [EmotionCurve.Column] {
        columns.map { EmotionCurve.Column($0.moment, isMoment: $0.isMoment) }
    }

    /// The same, without the map.
    static func curveColumns(of journey: Journey) -> [EmotionCurve.Column] {
        var columns: [EmotionCurve.Column] = []
        columns.reserveCapacity(journey.places.count)
        for place in journey.places {
            let isMoment = journey.isMoment(place.moment, stage: place.stage, step: place.step)
            guard isMoment || place.moment.hasContent else { continue }
            columns.append(EmotionCurve.Column(place.moment, isMoment: isMoment))
        }
        return columns
    }

    /// The stages of the curve's columns, in their order.
    func curveStages(of journey: Journey, unnamed: String) -> [EmotionCurve.Stage] {
        var stages: [(stage: Int, shown: EmotionCurve.Stage)] = []
        for column in columns {
            if let last = stages.last, last.stage == column.stage {
                stages[stages.count - 1].shown.columns += 1
            } else {
                let stage = journey.stages[column.stage]
                let title = stage.isUnnamed ? unnamed : stage.title
                stages.append((column.stage, EmotionCurve.Stage(title: title, columns: 1)))
            }
        }
        return stages.map(\.shown)
    }
}

extension EmotionCurve.Column {
    fileprivate init(_ moment: Moment, isMoment: Bool) {
        self.init(
            title: moment.title, values: Felt(moment)?.path ?? [], isMomentOfTruth: moment.isMomentOfTruth,
            isMoment: isMoment)
    }
}

extension Lane {
    /// The lanes of references that are drawn, not listed.
    static let details = "details"
    static let next = "next"
}

extension Journey {
    /// A step; a stage without steps; or a stage with steps that has a feeling or findings of its own.
    func isMoment(_ moment: Moment, stage: Int, step: Int?) -> Bool {
        step != nil || stages[stage].steps.isEmpty || !moment.feelings.isEmpty || !moment.findings.isEmpty
    }
}
