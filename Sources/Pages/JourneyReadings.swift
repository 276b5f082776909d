import Journeys
import Scoring

/// What pages say of each journey by itself, from what stands at its moments.
struct JourneyReadings: Sendable {
    /// All by journey.
    let reviews: [Review]
    let claims: [Claims]
    /// Its mean feeling.
    let felt: [Double?]
    /// The lanes that its map has.
    let laneRows: [LaneRows]

    /// - Parameter lanes: the taxonomy's.
    init(of journeys: [Journey], asOf: CivilDate, among lanes: [LaneName]) {
        var reviews: [Review] = []
        var claims: [Claims] = []
        var felt: [Double?] = []
        var laneRows: [LaneRows] = []
        reviews.reserveCapacity(journeys.count)
        claims.reserveCapacity(journeys.count)
        felt.reserveCapacity(journeys.count)
        laneRows.reserveCapacity(journeys.count)
        var lanesOfRows: Set<[Int]> = []
        // All of one journey before the next: its moments lie far from each other, and have to be fetched once.
        for journey in journeys {
            reviews.append(Review(journey, asOf: asOf))
            claims.append(Claims(journey))
            felt.append(Felt.mean(of: journey))
            laneRows.append(LaneRows(journey, among: lanes, sharing: &lanesOfRows))
        }
        (self.reviews, self.claims, self.felt, self.laneRows) = (reviews, claims, felt, laneRows)
    }

    /// Of a portfolio whose pages have these words.
    init(of scored: ScoredPortfolio, in words: Words) {
        let taxonomy = scored.portfolio.settings.taxonomy.spoken(in: words)
        self.init(of: scored.portfolio.journeys, asOf: scored.asOf, among: LaneName.all(of: taxonomy))
    }
}
