import Journeys
import Templates

/// A claim of a journey and how fresh what it rests on is.
struct ClaimView: TemplateView {
    static let fields = ViewFields<ClaimView>(
        "claim",
        [
            .view("entry", \.entry),
            .text("freshness", \.freshness),
        ])

    private(set) var entry: EntryView
    /// When the newest piece of its evidence is from.
    let freshness: String?

    static func all(of journey: Journey, at index: Int, links: PageLinks) -> [ClaimView] {
        let (edition, path) = (links.edition, journey.record.path)
        var claims: [ClaimView] = []
        claims.reserveCapacity(edition.claims[index].total)
        for place in journey.places {
            let moment = place.moment
            if moment.feelings.isEmpty, moment.findings.isEmpty { continue }
            let address = links.address(of: Target(kind: .journey, index: index, anchor: moment.anchor))
            let place = LinkView(text: moment.title, address: address)
            // Changed where it is: an entry is large.
            func add(_ claim: consuming ClaimView) {
                claim.entry.anchor = nil
                claim.entry.place = place
                claims.append(claim)
            }
            for feeling in moment.feelings where !feeling.values.isEmpty {
                let freshness = edition.freshness(of: feeling.evidence)
                add(ClaimView(entry: EntryView(feeling, from: path, links: links), freshness: freshness))
            }
            for finding in moment.findings {
                let freshness = edition.freshness(of: finding.evidence)
                add(ClaimView(entry: EntryView(finding, from: path, links: links), freshness: freshness))
            }
        }
        return claims
    }
}

/// When a piece of evidence is from.
struct EvidenceDate: Sendable {
    /// The last day that it may be from.
    let freshest: CivilDate
    /// As pages say it.
    let text: String
}

extension Edition {
    fileprivate func freshness(of evidence: [Reference]) -> String? {
        var newest: EvidenceDate?
        for place in evidence.indices {
            guard let target = evidence[place].target, target.kind == .evidence, let date = evidenceDates[target.index]
            else { continue }
            if newest.map({ $0.freshest < date.freshest }) ?? true { newest = date }
        }
        return newest?.text
    }
}
