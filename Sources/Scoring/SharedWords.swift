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

        let waived = WaivedNames(basis)
        let pairing = PairsOfMany(
            side: { basis.findings[$0].journey },
            mayLead: { !waived.has(.sameWordsTwice, basis.name(of: $0)) })
        for set in findingsOfSet.indices where findingsOfSet[set].count > 1 {
            findingsOfSet[set] = basis.inOrderOfNames(findingsOfSet[set])
        }
        var found: [Contradiction] = []
        func add(_ alike: PairsOfMany<Int>.Found, _ share: Share) {
            for (one, other) in alike.pairs {
                let isInOrder = basis.name(of: one) < basis.name(of: other)
                let pair = isInOrder ? [one, other] : [other, one]
                found.append(
                    Contradiction(
                        .sameWordsTwice, pair.map { .finding($0) }, .sameWordsTwice(share), isOneOfMany: !alike.areAll))
            }
        }
        for (set, findings) in findingsOfSet.enumerated() where findings.count > 1 {
            add(pairing.among(findings), Share(sizes[set], of: sizes[set]))
        }
        for pair in pairs {
            add(pairing.between(findingsOfSet[pair.first], findingsOfSet[pair.second]), pair.share)
        }
        return found
    }
}

extension PortfolioBasis {
    /// Findings by what they are called, whatever the order of files.
    fileprivate func inOrderOfNames(_ findings: [Int]) -> [Int] {
        let named = findings.map { (name: name(of: $0), path: portfolio.journeys[self.findings[$0].journey].path, $0) }
        return named.sorted { ($0.name, $0.path, $0.2) < ($1.name, $1.path, $1.2) }.map(\.2)
    }
}
