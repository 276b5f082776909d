import Diagnostics
import Markup

/// Gathers what stands under one heading of a journey: quotes, lanes and notes.
struct MomentReading {
    /// One lane's entries so far, in the order of the file.
    private struct OpenLane {
        let id: String
        let kind: Lane.Kind
        let finding: Finding.Kind?
        /// Of a lane that the taxonomy does not have.
        let ownLabel: String?
        /// Its place in the taxonomy; nothing for a lane that the taxonomy does not have.
        let order: Int?
        let range: TextRange
        /// Whether no lane has its label, which has been told: what its entries have is meant for another lane, and of no use here.
        let isUnknown: Bool
        var texts: [Prose] = []
        var feelings: [Feeling] = []
        var tags: [Tag] = []
        var findings: [Finding] = []
        var references: [Reference] = []
        var words: [Prose] = []

        init(lane: Lane, order: Int?, range: TextRange, isUnknown: Bool = false) {
            id = lane.id
            kind = lane.kind
            finding = lane.finding
            ownLabel = order == nil ? lane.label : nil
            self.order = order
            self.range = range
            self.isUnknown = isUnknown
        }

        var content: LaneContent {
            let value: LaneContent.Value =
                switch kind {
                case .text: .text(TextEntries(texts))
                case .emotion: .feelings(feelings)
                case .tags: .tags(tags)
                case .findings: .findings(findings)
                case .references: .references(references)
                }
            return LaneContent(lane: id, ownLabel: ownLabel, value: value, words: words, range: range)
        }
    }

    let document: MarkdownDocument
    let taxonomy: Taxonomy
    var diagnostics: [Diagnostic] = []
    /// Of the notes; known once the moment has been made.
    var anchors: [Anchor] = []
    private var quotes: [Quote] = []
    private var lanes: [OpenLane] = []
    private var notes: [MarkdownNode] = []
    /// Bullets among the notes that were meant as lanes: that their attributes are not read need not be told.
    var meantAsLanes: [TextRange] = []
    /// The lane whose label nothing stands behind or below: what follows may have been meant for it.
    var emptyLane: EmptyLane?
    /// Deeper headings whose words are the label of a lane.
    var laneHeadings: [(name: String, heading: MarkdownNode)] = []
    /// Behind a deeper heading everything belongs to the notes.
    private var isInNotes = false

    init(document: MarkdownDocument, taxonomy: Taxonomy) {
        self.document = document
        self.taxonomy = taxonomy
    }

    mutating func say(_ code: DiagnosticCode, _ range: TextRange, _ message: String, hint: String? = nil) {
        diagnostics.append(
            Diagnostic(code, at: Location(path: document.source.path, range: range), message, hint: hint))
    }

    mutating func take(_ block: MarkdownNode) {
        if block.kind == .heading {
            isInNotes = true
            noteLane(headedBy: block)
        }
        let emptyLane = emptyLane
        defer { if block.kind != .list || !block.isBulletList { self.emptyLane = nil } }
        if isInNotes {
            notes.append(block)
        } else if block.kind == .quote {
            quotes.append(quote(block))
        } else if block.kind == .list, block.isBulletList {
            takeList(block)
        } else {
            let told = diagnostics.count
            warnOfLanes(inNote: block)
            if let emptyLane, told == diagnostics.count { warnOfText(block, below: emptyLane) }
            notes.append(block)
        }
    }

    /// - Parameters:
    ///   - heading: of a stage without one, nothing.
    ///   - title: its words.
    ///   - naming: gives findings without an id one.
    mutating func moment(heading: MarkdownNode?, title: String, naming: inout FindingNaming) -> Moment {
        nameFindings(by: &naming)
        var attributes = AttributeReader(heading?.attributes, in: document.source)
        _ = attributes.id()
        let isMomentOfTruth = attributes.hasClass("moment-of-truth")
        attributes.finish(on: "a heading")
        if !isMomentOfTruth, let heading { warnOfMomentOfTruth(in: heading, titled: title) }
        warnOfLaneHeadings(upTo: notes.last)
        let prose = ProseAnchors(in: notes, of: document.source)
        if !prose.anchors.isEmpty { anchors += prose.anchors }
        if !attributes.diagnostics.isEmpty { diagnostics += attributes.diagnostics }
        for found in prose.diagnostics
        where !meantAsLanes.contains(where: { $0.contains(found.location.range.lowerBound) }) {
            diagnostics.append(found)
        }
        return Moment(
            anchor: heading?.anchorNames?.anchor ?? "", title: title, range: heading?.textRange ?? 0..<0,
            isMomentOfTruth: isMomentOfTruth, quotes: quotes, lanes: contents(), notes: document.prose(ofBlocks: notes))
    }

    /// In the order of the file, whatever the order of the lanes.
    private mutating func nameFindings(by naming: inout FindingNaming) {
        var unnamed: [(lane: Int, place: Int, start: Int)] = []
        for lane in lanes.indices {
            for place in lanes[lane].findings.indices where lanes[lane].findings[place].id.isEmpty {
                unnamed.append((lane, place, lanes[lane].findings[place].range.lowerBound))
            }
        }
        if unnamed.count > 1 { unnamed.sort { $0.start < $1.start } }
        for (lane, place, _) in unnamed {
            lanes[lane].findings[place] = naming.named(lanes[lane].findings[place])
        }
    }

    private func contents() -> [LaneContent] {
        func order(_ place: Int) -> Int { lanes[place].order ?? Int.max }
        var places = Array(lanes.indices)
        // Most authors write lanes in their order.
        if !places.dropLast().allSatisfy({ order($0) <= order($0 + 1) }) {
            places.sort { (order($0), $0) < (order($1), $1) }
        }
        // Each where it is: a copy of it would be one of all its lists.
        return places.map { lanes[$0].content }
    }

    // MARK: Quotes

    private mutating func quote(_ block: MarkdownNode) -> Quote {
        var attributes = AttributeReader(block.attributes, in: document.source)
        let id = attributes.id()
        let evidence = attributes.references("evidence")
        let persona = attributes.reference("persona")
        _ = attributes.hasClass(nil)
        attributes.finish(on: "a quote")
        diagnostics += attributes.diagnostics
        warnOfLanes(inQuote: block)
        refuseAttributes(in: block.children, of: "a quote")
        let range = block.firstChild?.textRange ?? block.range
        return Quote(
            id: id?.text, text: document.prose(ofBlocks: block.children), evidence: evidence, persona: persona,
            range: range)
    }

    // MARK: Lanes

    /// Keeps a block out of an item that is about to go.
    private mutating func note(_ block: MarkdownNode) {
        block.detach()
        notes.append(block)
    }

    /// Labelled bullets are lane entries; the others stay where they are, in the notes.
    private mutating func takeList(_ list: MarkdownNode) {
        let items = list.children
        for item in items {
            guard let paragraph = item.firstChild, paragraph.kind == .paragraph else {
                warnOfLanes(belowNote: item)
                continue
            }
            guard let label = Label(of: paragraph, known: taxonomy.labels) else {
                if warnOfLabel(in: paragraph) {
                    meantAsLanes.append(item.wholeRange)
                    emptyLane = nil
                } else {
                    warnOfEntry(item)
                    warnOfLanes(belowNote: item)
                }
                continue
            }
            let isEmpty = takeEntries(of: item, under: label, into: lane(labelled: label))
            emptyLane = isEmpty ? EmptyLane(label: label.name, isAlone: items.count == 1) : nil
            item.remove()
        }
        if list.firstChild != nil { notes.append(list) }
    }

    /// The open lane for a label; a lane of its own, and a warning, for a label that no lane has.
    private mutating func lane(labelled label: Label) -> Int {
        if let order = label.lane {
            if let open = lanes.firstIndex(where: { $0.order == order }) { return open }
            return open(OpenLane(lane: taxonomy.lanes[order], order: order, range: label.range))
        }
        let id = "own-" + HeadingAnchors.slug(of: LaneLabels.key(label.name))
        if let open = lanes.firstIndex(where: { $0.id == id }) { return open }
        // Where lanes of the portfolio could not be read, it may be one of those.
        if let hint = OtherNames.hint(forLabel: label.name, in: taxonomy) {
            let what = "'\(label.name)' is not a lane, so it is shown as a lane of text of its own"
            say(.unknownLane, label.range, what, hint: hint)
        }
        let own = Lane(id: id, label: label.name, kind: .text)
        return open(OpenLane(lane: own, order: nil, range: label.range, isUnknown: true))
    }

    private mutating func open(_ lane: OpenLane) -> Int {
        if lanes.isEmpty { lanes.reserveCapacity(12) }
        lanes.append(lane)
        return lanes.count - 1
    }

    /// Whether there are none.
    private mutating func takeEntries(of item: MarkdownNode, under label: Label, into lane: Int) -> Bool {
        guard let paragraph = item.firstChild else { return false }
        let attributes = item.attributes
        let isSingle = paragraph.next == nil
        let hasSwallowed = warnOfSwallowed(in: paragraph, by: label.name) || warnOfLanes(within: paragraph, of: label)
        if !hasSwallowed, label.lane != nil { warnOfSigns(in: paragraph, below: label, of: lanes[lane].kind) }
        label.removeFromText()
        // Before the words are taken out of the tree.
        let isBare = paragraph.firstChild == nil
        let isEmpty = isSingle && isBare && attributes == nil
        if isBare, let block = paragraph.next { warnOfNote(block, below: label) }
        if !isBare {
            let entry = Entry(
                paragraph: paragraph, further: [], attributes: attributes, isNested: false,
                isBehindColon: !label.isClosed)
            take(entry, into: lane, isOthers: hasSwallowed)
        } else if let attributes {
            say(.unknownAttribute, attributes.range, "attributes belong at the end of an entry, not of a label")
        }
        if !isSingle { takeBlocks(Array(item.children.dropFirst()), under: label, into: lane) }
        return isEmpty
    }

    /// What stands in an item below its first paragraph: lists of entries; all else is a note.
    private mutating func takeBlocks(_ blocks: [MarkdownNode], under label: Label, into lane: Int) {
        warnOfLanes(below: label, in: blocks)
        for block in blocks {
            guard block.kind == .list else {
                note(block)
                continue
            }
            for nested in block.children {
                guard let paragraph = nested.firstChild, paragraph.kind == .paragraph else {
                    warnOfBlock(nested, below: label)
                    nested.children.forEach { note($0) }
                    continue
                }
                let hasSwallowed = warnOfSwallowed(in: paragraph, by: label.name)
                let further = paragraph.next == nil ? [] : Array(nested.children.dropFirst())
                take(
                    Entry(paragraph: paragraph, further: further, attributes: nested.attributes, isNested: true),
                    into: lane, isOthers: hasSwallowed || isLane(paragraph))
            }
        }
    }

    /// - Parameter isOthers: whether the entry is, or has at its end, what was meant as another lane: that was told, and what it has is
    ///   not held against this one.
    private mutating func take(_ entry: Entry, into lane: Int, isOthers: Bool) {
        let kind = lanes[lane].kind
        if kind != .tags, !entry.further.isEmpty, !entry.isNested || !isLane(entry.paragraph) {
            refuseAttributes(in: entry.further, of: "an entry")
        }
        var reading = EntryReading(document: document, entry: entry)
        switch kind {
        case .text: lanes[lane].texts.append(reading.text(isOfUnknown: lanes[lane].isUnknown))
        case .emotion: lanes[lane].feelings.append(reading.feeling())
        case .tags:
            lanes[lane].tags.append(all: reading.tags())
            entry.further.forEach { note($0) }
        case .findings: lanes[lane].findings.append(reading.finding(of: lanes[lane].finding ?? .need))
        case .references:
            let found = reading.references(isProse: lanes[lane].id == "next")
            lanes[lane].references.append(
                all: isOthers ? found.references.filter { $0.form == .link } : found.references)
            lanes[lane].words.append(found.words)
        }
        if reading.diagnostics.isEmpty { return }
        let consequences: [DiagnosticCode] = isOthers ? [.unknownAttribute, .wordsWithoutEmotion] : []
        diagnostics += reading.diagnostics.filter { !consequences.contains($0.code) }
    }
}

extension Array {
    /// Adds the values of another list, which is kept as it is where this one has none yet.
    fileprivate mutating func append(all others: [Element]) {
        if isEmpty { self = others } else { append(contentsOf: others) }
    }
}
