import Diagnostics
import Journeys

/// A moment as scores see it: a step; a stage without steps; or a stage with steps that has a Feeling or findings of its own.
///
/// What scores ask of it over and over lies here; all else is asked of what is written.
///
/// Source: "Scores", terms.
package struct ScoredMoment: Sendable {
    private let written: Moment
    private let keptJourney: UInt32
    private let keptStage: UInt32
    /// Below zero: the stage's own.
    private let keptStep: Int32
    private let firstFinding: UInt32
    private let endOfFindings: UInt32
    package let isMomentOfTruth: Bool
    /// Whether it has Doing, a Feeling with a number, and one of Touchpoints or Channels.
    let isDescribed: Bool
    /// What is felt here on the whole; nothing without an entry that has a number.
    package let emotion: EmotionFacts?

    init(
        _ moment: Moment, journey: Int, stage: Int, step: Int?, emotion: EmotionFacts?, findings: Range<Int>,
        isDescribed: Bool
    ) {
        written = moment
        keptJourney = UInt32(journey)
        keptStage = UInt32(stage)
        keptStep = Int32(step ?? -1)
        firstFinding = UInt32(findings.lowerBound)
        endOfFindings = UInt32(findings.upperBound)
        isMomentOfTruth = moment.isMomentOfTruth
        self.emotion = emotion
        self.isDescribed = isDescribed
    }

    /// An index into the portfolio's journeys.
    package var journey: Int { Int(keptJourney) }
    /// Indices into the journey's stages, and into the steps of that stage.
    package var stage: Int { Int(keptStage) }
    package var step: Int? { keptStep < 0 ? nil : Int(keptStep) }
    /// Indices into the findings of the basis: those that count here.
    package var findings: Range<Int> { Int(firstFinding)..<Int(endOfFindings) }
    /// It has an emotion or any finding.
    package var isAssessed: Bool { emotion != nil || firstFinding < endOfFindings }

    // MARK: As it is written

    package var anchor: String { written.anchor }
    package var title: String { written.title }
    /// Where its heading stands in the journey's file.
    package var range: TextRange { written.range }

    /// The entries of its Feeling that have a number, in the order of the file. Each is a claim.
    package var emotions: [Feeling] {
        let feelings = written.feelings
        return feelings.allSatisfy { !$0.values.isEmpty } ? feelings : feelings.filter { !$0.values.isEmpty }
    }

    /// The findings that are recorded here, in the order in which anchors number them.
    var recorded: [Finding] { written.findings }

    var touchpoints: [Tag] { written.tags(in: "touchpoints") }

    /// The metrics that it names, each once, in the order of the file.
    package var metrics: [Int] { MomentGathering.items(.metric, in: written.references(in: "metrics")).eachOnce() }
}

/// What is felt at a moment, each from -2 to +2.
///
/// Of a number: the number, three times. Of a transition: its mean, its lowest, its last.
/// Of several entries: the means of these.
///
/// Source: "Scores", section 1, experience.
package struct EmotionFacts: Hashable, Sendable {
    package let value: Double
    package let worst: Double
    package let end: Double

    init?(_ numbers: some RandomAccessCollection<Double>) {
        guard let worst = numbers.min(), let end = numbers.last else { return nil }
        value = numbers.reduce(0, +) / Double(numbers.count)
        self.worst = worst
        self.end = end
    }

    init?(of feelings: [Feeling]) {
        var (value, worst, end, count) = (0.0, 0.0, 0.0, 0.0)
        for feeling in feelings {
            guard let entry = EmotionFacts(feeling.values) else { continue }
            value += entry.value
            worst += entry.worst
            end += entry.end
            count += 1
        }
        guard count > 0 else { return nil }
        self.value = value / count
        self.worst = worst / count
        self.end = end / count
    }
}
