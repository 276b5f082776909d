import Journeys

/// Findings of two journeys whose texts share 60% or more of their words.
///
/// Jaccard's index |A ∩ B| / |A ∪ B| over the distinct lower-cased runs of three and more letters, five at least in each;
/// insights take no part. Source: "Scores", section 8, j.
enum SharedWords {
    /// - Parameter texts: where it is known already which texts are alike, those of the portfolio and perhaps of others.
    static func find(in basis: PortfolioBasis, among texts: SimilarTexts? = nil) -> [Contradiction] {
        let own = basis.counting.flatMap { journey in
            basis.findingsOfJourney[journey].filter { !basis.findings[$0].isInsight }
        }
        let sets: [Int?]
        let (sizes, pairs): ([Int], [SimilarSets.Pair])
        if let texts {
            sets = own.map { texts.wordSet(of: basis.findings[$0].text) }
            (sizes, pairs) = (texts.sizes, texts.pairs)
        } else {
            var words = WordSets()
            sets = own.map { words.place(of: basis.findings[$0].text) }
            (sizes, pairs) = words.compared()
        }
        var findingsOfSet = [[Int]](repeating: [], count: sizes.count)
        for (index, set) in zip(own, sets) {
            if let set { findingsOfSet[set].append(index) }
        }

        var found: [Contradiction] = []
        func add(_ one: Int, _ other: Int, _ share: Share) {
            guard basis.findings[one].journey != basis.findings[other].journey else { return }
            let isInOrder = basis.name(of: one) < basis.name(of: other)
            let pair = isInOrder ? [one, other] : [other, one]
            found.append(Contradiction(.sameWordsTwice, pair.map { .finding($0) }, .sameWordsTwice(share)))
        }
        for (set, findings) in findingsOfSet.enumerated() where findings.count > 1 {
            let all = Share(sizes[set], of: sizes[set])
            for (place, one) in findings.enumerated() {
                for other in findings[(place + 1)...] { add(one, other, all) }
            }
        }
        for pair in pairs {
            for one in findingsOfSet[pair.first] {
                for other in findingsOfSet[pair.second] { add(one, other, pair.share) }
            }
        }
        return found
    }
}
