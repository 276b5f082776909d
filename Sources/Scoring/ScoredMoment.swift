import Diagnostics
import Journeys

/// A moment as scores see it: a step; a stage without steps; or a stage with steps that has a Feeling or findings of its own.
///
/// Source: "Scores", terms.
package final class ScoredMoment: Sendable {
    /// An index into the portfolio's journeys.
    package let journey: Int
    /// Indices into the journey's stages, and into the steps of that stage.
    package let stage: Int
    package let step: Int?
    package let anchor: String
    package let title: String
    package let isMomentOfTruth: Bool
    /// The entries of its Feeling that have a number, in the order of the file. Each is a claim.
    package let emotions: [ScoredEmotion]
    /// What is felt here on the whole; nothing without an entry that has a number.
    package let emotion: EmotionFacts?
    /// Indices into the findings of the basis: those that count here.
    package let findings: Range<Int>
    /// The metrics that it names, each once, in the order of the file.
    package let metrics: [Int]
    /// Whether it has Doing, a Feeling with a number, and one of Touchpoints or Channels.
    package let isDescribed: Bool
    /// Where its heading stands in the journey's file.
    package let range: TextRange

    init(
        journey: Int, stage: Int, step: Int?, anchor: String, title: String, isMomentOfTruth: Bool,
        emotions: [ScoredEmotion], emotion: EmotionFacts?, findings: Range<Int>, metrics: [Int], isDescribed: Bool,
        range: TextRange
    ) {
        self.journey = journey
        self.stage = stage
        self.step = step
        self.anchor = anchor
        self.title = title
        self.isMomentOfTruth = isMomentOfTruth
        self.emotions = emotions
        self.emotion = emotion
        self.findings = findings
        self.metrics = metrics
        self.isDescribed = isDescribed
        self.range = range
    }

    /// It has an emotion or any finding.
    package var isAssessed: Bool { emotion != nil || !findings.isEmpty }
}

/// One entry of a Feeling that has a number.
package struct ScoredEmotion: Sendable {
    package let facts: EmotionFacts
    /// The pieces of evidence that it rests on and that are there.
    package let evidence: [Target]
    package let persona: Target?
    /// Where its words stand in the journey's file.
    package let range: TextRange
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

    package init?(_ numbers: [Double]) {
        guard let worst = numbers.min(), let end = numbers.last else { return nil }
        value = numbers.reduce(0, +) / Double(numbers.count)
        self.worst = worst
        self.end = end
    }

    package init?(meanOf entries: [EmotionFacts]) {
        guard !entries.isEmpty else { return nil }
        let count = Double(entries.count)
        value = entries.reduce(0) { $0 + $1.value } / count
        worst = entries.reduce(0) { $0 + $1.worst } / count
        end = entries.reduce(0) { $0 + $1.end } / count
    }
}
