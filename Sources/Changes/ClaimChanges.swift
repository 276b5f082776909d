import Journeys

/// A finding or an insight, as far as both are told in the same terms.
struct ComparedClaim {
    let severity: Int?
    let isOpen: Bool
    let resolved: CalendarPeriod?
    /// By the names that both sides share.
    let evidence: [String]
    let key: String
    let words: String
}

extension ComparedClaim {
    /// What happened to it, in the terms in which it is managed.
    static func changes(
        _ base: ComparedClaim, _ head: ComparedClaim, _ noun: Change.Noun, of subject: Change.Subject
    ) -> [Change] {
        let severity = max(base.severity ?? 0, head.severity ?? 0)
        func change(
            _ act: Change.Act, field: String? = nil, from: String? = nil, to: String? = nil, added: [String] = [],
            removed: [String] = []
        ) -> Change {
            Change(
                noun, act, of: subject, field: field, from: from, to: to, added: added, removed: removed,
                severity: severity)
        }
        var changes: [Change] = []
        if base.isOpen != head.isOpen {
            changes.append(head.isOpen ? change(.reopened) : change(.resolved, to: head.resolved?.iso))
        }
        if base.severity != head.severity {
            let texts = (base.severity.map(String.init), head.severity.map(String.init))
            if let before = base.severity, let now = head.severity {
                changes.append(change(now > before ? .worsened : .eased, from: texts.0, to: texts.1))
            } else {
                // Of what is not assessed nobody knows how bad it is: it is neither better nor worse than before.
                changes.append(change(.changed, field: Change.severity, from: texts.0, to: texts.1))
            }
        }
        let (before, now) = (Set(base.evidence), Set(head.evidence))
        if before != now {
            let (added, removed) = (now.subtracting(before).sorted(), before.subtracting(now).sorted())
            let act: Change.Act = before.isEmpty ? .backed : now.isEmpty ? .unbacked : .changed
            changes.append(
                change(act, field: act == .changed ? "evidence" : nil, added: added, removed: removed))
        }
        if base.key != head.key { changes.append(change(.reworded, from: base.words, to: head.words)) }
        return changes
    }
}
