import Journeys
import Scoring

/// What journeys are compared by besides their scores.
struct JourneyFact {
    let name: String
    let text: String?
    /// That somebody ought to act on it.
    var isWarning = false

    /// The same facts in the same order for every journey.
    static func all(of index: Int, _ edition: Edition) -> [JourneyFact] {
        let words = edition.words
        let journey = edition.portfolio.journeys[index]
        let review = edition.reviews[index]
        return [
            JourneyFact(name: words[.level], text: edition.level(of: journey)),
            JourneyFact(
                name: words[.state],
                text: words.listed((journey.state == .current ? [words[.ofToday]] : []) + edition.marks(of: journey))),
            JourneyFact(
                name: words[.owner], text: journey.record.owner ?? words[.ownerMissing],
                isWarning: journey.record.owner == nil && journey.counts),
            JourneyFact(
                name: words[.nextReview], text: edition.reviewText(ofJourney: index), isWarning: review.isLate),
            JourneyFact(
                name: words[.maturity], text: edition.name(ofLevel: edition.scores[index].maturity.level)),
        ]
    }
}

/// A score that journeys are compared by.
struct ComparedScore {
    let name: ScoreWord
    let value: Double?
    /// Where the score is a health: its letter, its range, and how sure it is.
    var health: Health?
    /// The scores behind it are its parts.
    var isWhole = false

    /// Those that the heat map has columns for, beside health.
    static let perspectives: [ScoreWord] = [
        .experience, .customerOutcomes, .businessOutcomes, .operations, .evidenceScore, .stewardshipScore,
        .progressScore,
    ]

    /// Each whole, then its parts: the same in the same order for every journey.
    static func all(of scores: JourneyScores) -> [ComparedScore] {
        let (health, trust) = (scores.health, scores.trust)
        return [
            ComparedScore(name: .health, value: health.value, health: health, isWhole: true),
            ComparedScore(name: .experience, value: health.experience.value),
            ComparedScore(name: .customerOutcomes, value: health.customerOutcomes.value),
            ComparedScore(name: .businessOutcomes, value: health.businessOutcomes.value),
            ComparedScore(name: .operations, value: health.operations.value),
            ComparedScore(name: .trust, value: trust.value, isWhole: true),
            ComparedScore(name: .evidenceScore, value: trust.evidence.value),
            ComparedScore(name: .stewardshipScore, value: trust.stewardship.value),
            ComparedScore(name: .progressScore, value: scores.progress.value, isWhole: true),
        ]
    }

    func view(_ edition: Edition) -> ScoreView { health.map { ScoreView($0, edition) } ?? ScoreView(value, edition) }

    /// Its colour in a heat map, as a class; nothing where it is not measured.
    func heat(_ edition: Edition) -> String? { value.map { ScoreView.shade(of: edition.grade(of: $0)) } }
}
