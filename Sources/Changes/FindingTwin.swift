import Journeys

/// What findings of a journey have in common that nobody gave an id and that say the same: all but the number behind it.
struct FindingTwin: Hashable {
    let kind: Finding.Kind
    let words: String
    let stem: String

    init(_ finding: Finding) {
        kind = finding.kind
        words = finding.text.plain.onOneLine
        var stem = finding.id[...]
        while let last = stem.last, last.isASCII, last.isNumber { stem.removeLast() }
        // A number that stands alone behind a hyphen.
        self.stem = stem.count < finding.id.count && stem.hasSuffix("-") ? String(stem.dropLast()) : finding.id
    }

    /// Those that more than one of some findings have.
    static func shared(_ findings: [MapPairing.PlacedFinding]) -> Set<FindingTwin> {
        var (seen, shared): (Set<FindingTwin>, Set<FindingTwin>) = ([], [])
        for placed in findings where !seen.insert(FindingTwin(placed.finding)).inserted {
            shared.insert(FindingTwin(placed.finding))
        }
        return shared
    }

    /// What tells one of them from another.
    struct Standing: Hashable {
        let twin: FindingTwin
        let place: Int?
        let severity: Int?
        let status: Finding.Status

        init(_ twin: FindingTwin, _ finding: Finding, place: Int?) {
            self.twin = twin
            self.place = place
            severity = finding.severity
            status = finding.status
        }
    }
}
