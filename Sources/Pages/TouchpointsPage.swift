import Journeys
import Templates

/// Touchpoints, channels and systems across all journeys, and how they are felt.
struct TouchpointsPage: TemplateView {
    static let fields = ViewFields<TouchpointsPage>(
        "touchpoints",
        [
            .view("page", \.page),
            .text("title", \.title),
            .text("lead", \.lead),
            .view("filter", \.filter),
            .list("sections", \.sections),
            .view("pager", \.pager),
        ])

    let page: PageFrame
    let title: String
    let lead: String
    let filter: FilterView?
    let sections: [SectionView]
    let pager: PagerView?

    init(part: Int, of index: TouchpointIndex, _ facets: Facets, _ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .touchpoints, part: part)
        let links = edition.links(on: path)
        let words = edition.words
        title = words[.touchpoints]
        page = chrome.frame(
            for: path,
            titled: part > 1 ? words(.partOf, ["title": title, "part": edition.figures.number(part)]) : title,
            section: .place(.touchpoints), about: words[.touchpointsLead])
        lead = words[.touchpointsLead]
        filter = FilterView(facets, script: index.script(facets)?.name)
        sections = Self.sections(part: part, of: index, facets, links: links)
        pager = PagerView(.touchpoints, part: part, of: index.parts, links: links)
    }

    fileprivate static func sections(
        part: Int, of index: TouchpointIndex, _ facets: Facets, links: PageLinks
    ) -> [SectionView] {
        let (edition, words) = (links.edition, links.edition.words)
        let start = min((part - 1) * PagerView.size, index.uses.count)
        let slice = start..<min(start + PagerView.size, index.uses.count)
        return edition.taxonomy.lanes.filter { $0.kind == .tags }.map { lane in
            SectionView(
                title: lane.label, missing: part == 1 ? words(.laneUnused, ["lane": words.isolated(lane.label)]) : nil,
                table: table(
                    slice.filter { index.uses[$0].lane == lane.id }, of: index, facets, caption: lane.label,
                    links: links))
        }.filter(\.isWorthShowing)
    }

    /// The first of them, and the others in a fold; of very many only some.
    private static func journeys(
        of use: TouchpointIndex.Use, folding limit: Int, links: PageLinks
    ) -> CellView {
        let (words, figures) = (links.edition.words, links.edition.figures)
        func count(_ number: Int) -> String { words(.andMore, ["n": figures.number(number)]) }
        let journeys = links.edition.byTitle(use.journeys)
        var cell = CellView.links(journeys.prefix(TouchpointIndex.shown).map { links.link(toJourney: $0) })
        let others = journeys.dropFirst(TouchpointIndex.shown)
        guard !others.isEmpty else { return cell }
        guard limit > 0 else {
            cell.links.append(LinkView(text: count(others.count)))
            return cell
        }
        cell.more = count(others.count)
        cell.rest = others.prefix(limit).map { links.link(toJourney: $0) }
        if others.count > limit { cell.rest.append(LinkView(text: count(others.count - limit))) }
        return cell
    }

    private static func table(
        _ places: [Int], of index: TouchpointIndex, _ facets: Facets, caption: String, links: PageLinks
    ) -> TableView? {
        let edition = links.edition
        let words = edition.words
        return TableView(
            caption,
            columns: [
                ColumnView(words[.name]), ColumnView(words[.moments], isNumber: true),
                ColumnView(words[.felt], isNumber: true), ColumnView(words[.journeys], .links),
            ],
            rows: places.map { place in
                let use = index.uses[place]
                return RowView(
                    head: LinkView(text: use.name),
                    cells: [
                        .number(edition.figures.number(use.moments)),
                        .number(use.felt.map { edition.figures.signed($0) }),
                        journeys(of: use, folding: index.folded, links: links),
                    ], facets: facets[place], anchor: "use-\(place + 1)")
            })
    }
}

/// Every tag of every tags lane, with the moments that it stands at.
struct TouchpointIndex: Sendable {
    struct Use: Sendable {
        let lane: String
        /// As the first journey writes it.
        let name: String
        private(set) var moments = 0
        private var journeyNumbers: [UInt32] = []
        /// Of the moments that it stands at, those whose emotion is known.
        private var feelings = (sum: 0.0, count: 0)

        init(lane: String, name: String) {
            self.lane = lane
            self.name = name
        }

        var journeys: [Int] { journeyNumbers.map { Int($0) } }
        var felt: Double? { feelings.count > 0 ? feelings.sum / Double(feelings.count) : nil }

        mutating func add(_ felt: Double?, of journey: Int) {
            moments += 1
            if journeyNumbers.last != UInt32(journey) { journeyNumbers.append(UInt32(journey)) }
            guard let felt else { return }
            feelings.sum += felt
            feelings.count += 1
        }
    }

    /// Journeys that a row names.
    static let shown = 6

    /// By lane in the taxonomy's order, then the most used first.
    let uses: [Use]

    /// Journeys that unfold in a row: a page of many rows has no room for as many in each.
    var folded: Int { min(50, 2000 / max(uses.count, 1)) }

    var parts: Int { max(1, (uses.count + PagerView.size - 1) / PagerView.size) }

    func facets(_ dimensions: FacetDimensions) -> Facets {
        dimensions.facets(
            ofGroups: uses.map(\.journeys), by: [.level, .personas, .products, .segments, .team, .tags])
    }

    /// What all of its parts are chosen from, where there are several.
    func script(_ facets: Facets) -> ListScript? {
        ListScript(.touchpoints, parts: parts, facets) {
            TouchpointsPage.sections(part: $0, of: self, facets, links: $1)
        }
    }

    init(_ portfolio: Portfolio) {
        var lanes: [LaneUses] = []
        var uses: [Use] = []
        for (index, journey) in portfolio.journeys.enumerated() where journey.counts {
            for place in journey.places {
                let felt = Felt(place.moment)?.value
                for content in place.moment.lanes {
                    guard case .tags(let tags) = content.value else { continue }
                    let lane = lanes.firstIndex { $0.lane == content.lane } ?? lanes.count
                    if lane == lanes.count { lanes.append(LaneUses(lane: content.lane)) }
                    for tag in tags {
                        let at = lanes[lane].place(of: tag, next: uses.count)
                        if at == uses.count { uses.append(Use(lane: content.lane, name: tag.name)) }
                        uses[at].add(felt, of: index)
                    }
                }
            }
        }
        let order = Dictionary(portfolio.settings.taxonomy.lanes.map(\.id).enumerated().map { ($1, $0) }) { first, _ in
            first
        }
        self.uses = uses.enumerated().sorted { left, right in
            let one = (order[left.element.lane] ?? 0, -left.element.moments, left.offset)
            let other = (order[right.element.lane] ?? 0, -right.element.moments, right.offset)
            return one < other
        }.map(\.element)
    }
}

/// Where the tags of one lane stand among all uses.
private struct LaneUses {
    let lane: String
    /// By the name as it is written, which is nearly always the same: to make keys of all would take longer than the rest.
    private var byName: [String: Int] = [:]
    private var byKey: [String: Int] = [:]

    init(lane: String) { self.lane = lane }

    /// - Parameter next: the place of a tag that is new.
    mutating func place(of tag: Tag, next: Int) -> Int {
        if let known = byName[tag.name] { return known }
        let place = byKey[tag.key] ?? next
        byKey[tag.key] = place
        byName[tag.name] = place
        return place
    }
}
