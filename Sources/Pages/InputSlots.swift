import Scoring

/// Where the inputs of one journey's scores have a place in a list.
///
/// A pain is an input of three contributions, and so is a metric: what is said of it stays the same, and is found again by its place.
struct InputSlots {
    private let moments: Range<Int>
    private let findings: Range<Int>
    private let metrics: IndexList

    init(of journey: Int, _ basis: PortfolioBasis) {
        moments = basis.momentsOfJourney[journey]
        findings = basis.findingsOfJourney[journey]
        metrics = basis.metricsOfJourney[journey]
    }

    var count: Int { moments.count + findings.count + metrics.count }

    /// Several feelings of one moment share a slot. Nothing for what is an input once, or is said differently each time.
    func slot(of subject: ScoreInput.Subject) -> Int? {
        switch subject {
        case .moment(let index), .emotion(let index, _):
            moments.contains(index) ? index - moments.lowerBound : nil
        case .finding(let index):
            findings.contains(index) ? moments.count + index - findings.lowerBound : nil
        case .metric(let index):
            metrics.firstIndex(of: index).map { moments.count + findings.count + $0 }
        case .journey, .opportunity, .solution: nil
        }
    }
}
