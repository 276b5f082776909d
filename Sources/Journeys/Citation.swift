/// One place that names an item: the other end of a reference.
package struct Citation: Hashable, Sendable {
    package enum Role: Int, Sendable {
        /// A finding, feeling, quote or insight rests on it; or an Evidence lane lists it.
        case evidence
        /// An Insights, Opportunities, Solutions or Metrics lane shows it, or a journey's front matter does.
        case shows
        /// An opportunity addresses it.
        case addresses
        /// A solution is one for it.
        case solves
        /// A persona travels it, or a finding is of that persona.
        case persona
        /// A goal that is contributed to, or is wider.
        case goal
        /// A metric that a solution should move, an opportunity is about or a goal is measured by.
        case metric
        /// A future journey starts from it.
        case baseline
        /// A link in prose.
        case mention
    }

    /// Who names it; with the moment or finding where it is named, if it is a journey.
    package let from: Target
    /// What is named, with its anchor.
    package let to: Target
    package let role: Role

    package init(role: Role, from: Target, to: Target) {
        self.role = role
        self.from = from
        self.to = to
    }
}

/// Who names an item.
package struct CitationIndex: Sendable {
    /// By the order of kinds, then by item.
    private var lists: [[[Citation]]]

    /// - Parameters:
    ///   - portfolio: the one whose items are named.
    ///   - citations: of every item that names others, in the order of items.
    init(of portfolio: Portfolio, _ citations: some Collection<[Citation]>) {
        // Counted first, so that no list has to move while it grows.
        var counts = ContentKind.allCases.map { [Int](repeating: 0, count: portfolio.count(of: $0)) }
        for own in citations {
            for place in own.indices { counts[own[place].to.kind.order][own[place].to.index] += 1 }
        }
        lists = counts.map { kind in
            kind.map { count in
                var list: [Citation] = []
                list.reserveCapacity(count)
                return list
            }
        }
        for own in citations {
            for citation in own { lists[citation.to.kind.order][citation.to.index].append(citation) }
        }
        sort()
    }

    /// Ordered by role, then by who names it, then by the order of the file.
    package subscript(_ item: Target) -> [Citation] { lists[item.kind.order][item.index] }

    private mutating func sort() {
        for kind in lists.indices {
            for item in lists[kind].indices where lists[kind][item].count > 1 {
                lists[kind][item] = lists[kind][item].inOrder()
            }
        }
    }
}

extension [Citation] {
    private struct Key: Comparable {
        let role: Int
        let kind: Int
        let item: Int
        /// Among all, since a sort need not leave what is equal in its order.
        let place: Int

        init(_ citation: Citation, place: Int) {
            role = citation.role.rawValue
            kind = citation.from.kind.order
            item = citation.from.index
            self.place = place
        }

        static func < (left: Key, right: Key) -> Bool {
            (left.role, left.kind, left.item, left.place) < (right.role, right.kind, right.item, right.place)
        }
    }

    fileprivate func inOrder() -> [Citation] {
        // Keys are numbers alone, and mostly in order already.
        let keys = indices.map { Key(self[$0], place: $0) }
        let sorted = keys.sorted()
        return keys == sorted ? self : sorted.map { self[$0.place] }
    }
}
