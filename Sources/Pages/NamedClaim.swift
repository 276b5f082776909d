import Journeys

/// What names an item: a finding, an insight, or at a moment the feeling or the quote that does.
struct NamedClaim: Hashable, Sendable {
    let from: Target
    /// Which one of the moment's quotes and feelings that name the item; nothing where it is no such.
    let place: Int?
}

extension Edition {
    /// Everything that names an item, once each: an entry that names two passages of it is two citations.
    func claims(naming item: Target, as role: Citation.Role) -> [NamedClaim] {
        let citations = linked.citations(of: item, as: role)
        var places: [Target: Int] = [:]
        var found: [(from: Target, count: Int)] = []
        places.reserveCapacity(citations.count)
        found.reserveCapacity(citations.count)
        for citation in citations {
            if let place = places.updateValue(found.count, forKey: citation.from) {
                places[citation.from] = place
                found[place].count += 1
            } else {
                found.append((citation.from, 1))
            }
        }
        var claims: [NamedClaim] = []
        claims.reserveCapacity(found.count)
        for (from, count) in found {
            guard let moment = moment(at: from) else {
                claims.append(NamedClaim(from: from, place: nil))
                continue
            }
            let told = moment.claims(naming: item)
            claims += told.indices.map { NamedClaim(from: from, place: $0) }
            // What is left over stands in a lane of references.
            let isNamedItself = count > told.reduce(0) { $0 + $1.count }
            if isNamedItself { claims.append(NamedClaim(from: from, place: nil)) }
        }
        return claims
    }

    fileprivate func moment(at target: Target) -> Moment? {
        guard target.kind == .journey, let anchor = target.anchor,
            case .moment(let moment, _) = NamedPlace(anchor, in: portfolio.journeys[target.index])
        else { return nil }
        return moment
    }
}

extension PageLinks {
    func entry(for claim: NamedClaim, naming item: Target) -> EntryView {
        guard let place = claim.place, let moment = edition.moment(at: claim.from) else {
            return entry(for: claim.from)
        }
        let told = moment.claims(naming: item)
        guard told.indices.contains(place) else { return entry(for: claim.from) }
        let journey = edition.portfolio.journeys[claim.from.index]
        let link = link(to: moment, at: claim.from, of: journey)
        return switch told[place].claim {
        case .quote(let quote): EntryView(quote, from: journey.record.path, links: self, place: link)
        case .feeling(let feeling): EntryView(feeling, from: journey.record.path, links: self, place: link)
        }
    }
}

extension Moment {
    fileprivate enum Told {
        case quote(Quote)
        case feeling(Feeling)
    }

    /// The quotes and the feelings that name an item, and how often each does.
    fileprivate func claims(naming item: Target) -> [(claim: Told, count: Int)] {
        func isNamed(by target: Target?) -> Bool { target?.kind == item.kind && target?.index == item.index }
        func count(_ evidence: [Reference], _ persona: Reference?) -> Int {
            evidence.indices.count { isNamed(by: evidence[$0].target) } + (isNamed(by: persona?.target) ? 1 : 0)
        }
        // Most name something else, and are not copied to find out.
        var told: [(claim: Told, count: Int)] = []
        for quote in quotes {
            let count = count(quote.evidence, quote.persona)
            if count > 0 { told.append((.quote(quote), count)) }
        }
        for feeling in feelings {
            let count = count(feeling.evidence, feeling.persona)
            if count > 0 { told.append((.feeling(feeling), count)) }
        }
        return told
    }
}
