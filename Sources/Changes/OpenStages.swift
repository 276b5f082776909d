/// The moments that have no match, by the stage that they are in.
struct OpenStages {
    private struct Key: Hashable {
        let journey: Int
        let stage: Int
    }

    private var steps: [Key: [Int]] = [:]

    init(_ moments: [OpenMoment]) {
        for (index, moment) in moments.enumerated() where moment.place.step != nil {
            steps[Key(journey: moment.journey, stage: moment.place.stage), default: []].append(index)
        }
    }

    /// The places of a stage and of its steps, by that of the stage.
    func part(_ stage: Int, of moments: [OpenMoment]) -> [Int] {
        let moment = moments[stage]
        return [stage] + steps[Key(journey: moment.journey, stage: moment.place.stage), default: []]
    }
}
