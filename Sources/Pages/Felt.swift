import Journeys

/// How a moment is felt, or a stage, or a journey: figures on the scale from -2 to +2.
struct Felt: Hashable, Sendable {
    /// The mean over the entries, each of which is the mean of its transition; none without a number.
    let value: Double
    /// The numbers in order: several where one entry tells of a transition.
    let path: [Double]

    init?(_ moment: Moment) {
        var (sum, count) = (0.0, 0)
        var last: Feeling?
        for feeling in moment.feelings {
            guard let mean = feeling.value else { continue }
            sum += mean
            count += 1
            last = feeling
        }
        guard let last else { return nil }
        value = sum / Double(count)
        path = count == 1 ? Array(last.values) : [value]
    }

    static func mean(of values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    /// Over what is felt in a stage, moments of truth counting twice.
    static func mean(of stage: Stage) -> Double? {
        var sum = 0.0
        var weight = 0.0
        func add(_ moment: Moment) {
            guard let felt = Felt(moment) else { return }
            let share = moment.isMomentOfTruth ? 2.0 : 1.0
            sum += felt.value * share
            weight += share
        }
        add(stage.moment)
        for step in stage.steps { add(step) }
        return weight > 0 ? sum / weight : nil
    }

    /// Over what is felt in a journey, moments of truth counting twice.
    static func mean(of journey: Journey) -> Double? {
        var sum = 0.0
        var weight = 0.0
        for place in journey.places {
            guard let felt = Felt(place.moment) else { continue }
            let share = place.moment.isMomentOfTruth ? 2.0 : 1.0
            sum += felt.value * share
            weight += share
        }
        return weight > 0 ? sum / weight : nil
    }

    /// The scale in five classes, for colour: never without the figure beside it.
    static func shade(of value: Double) -> String { shades[place(of: value)] }

    /// The class of a dot or a diamond on a curve.
    static func station(of value: Double, isMomentOfTruth: Bool) -> String {
        isMomentOfTruth ? truths[place(of: value)] : stations[place(of: value)]
    }

    private static let shades = ["felt-low-2", "felt-low-1", "felt-even", "felt-high-1", "felt-high-2"]
    private static let stations = shades.map { "station " + $0 }
    private static let truths = shades.map { "station truth " + $0 }

    private static func place(of value: Double) -> Int {
        switch value {
        case ..<(-1.25): 0
        case ..<(-0.25): 1
        case ...0.25: 2
        case ...1.25: 3
        default: 4
        }
    }
}
