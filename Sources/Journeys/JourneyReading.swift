import Diagnostics
import Markup

extension Journey {
    /// Reads a journey from its file.
    ///
    /// ```
    /// journey = front matter, summary, { stage }
    /// stage   = "##" title, moment, { step }
    /// step    = "###" title, moment
    /// moment  = { quote | labelled bullet | note }
    /// ```
    static func read(_ source: SourceText, path: String, settings: PortfolioSettings) -> Checked<Journey> {
        var record = RecordReading(source, path: path, kind: .journey, settings: settings)
        var body = JourneyBodyReading(
            record.document, taxonomy: settings.taxonomy, takesTitle: record.fields.mapping.entries.isEmpty)
        body.read()
        record.checkAnchors(record.document.explicitIDs)
        let stages = body.stages()
        let summary = body.summaryProse()
        record.add(body.diagnostics)
        let common = record.record(title: body.title, body: summary, anchors: body.anchors)
        let journey = journey(with: &record, common: common, stages: stages, settings: settings)
        return Checked(journey, record.finish())
    }

    private static func journey(
        with record: inout RecordReading, common: Record, stages: [Stage], settings: PortfolioSettings
    ) -> Journey {
        let level = readLevel(with: &record, levels: settings.taxonomy.levels)
        let told = record.fields.choice("state", State.self)
        let state = told ?? .current
        let baseline = record.fields.reference("baseline")
        let parent = record.fields.reference("parent")
        let alsoIn = record.fields.references("also_in")
        let personas = record.fields.references("personas")
        let goals = record.fields.references("goals")
        let metrics = record.fields.references("metrics")
        let journey = Journey(
            record: common, level: level.index, levelRange: level.range,
            contributors: record.fields.people("contributors"), state: state,
            status: record.fields.choice("status", Status.self) ?? .active,
            weight: record.fields.number("weight", in: 0...Double.infinity) ?? 1,
            products: record.fields.words("products"), segments: record.fields.words("segments"),
            reviewed: record.fields.date("reviewed"),
            reviewedRange: record.fields.valueRange("reviewed"),
            rhythm: record.fields.rhythm("review") ?? settings.rhythm, triggers: record.fields.texts("triggers"),
            given: GivenKeys([.parent, .alsoIn, .owner, .reviewed]) { record.isUnread || record.fields.isMeant($0) },
            named: Journey.Named(
                parent: parent, alsoIn: alsoIn, baseline: baseline, personas: personas, goals: goals, metrics: metrics),
            stages: stages)
        record.require("title")
        if state == .future, !record.fields.has("baseline") {
            let needs = "a future journey needs 'baseline': the journey of today that it starts from"
            let kind = Self.kind.withArticle
            if !record.fields.sayMistyped("baseline", of: kind, needs, code: .futureWithoutBaseline) {
                record.say(.futureWithoutBaseline, record.fields.valueRange("state") ?? 0..<0, needs)
            }
        }
        let isCurrent = told == .current || told == nil && !record.fields.isMeant("state")
        if baseline != nil, isCurrent, let place = record.fields.keyRange("baseline") {
            record.say(
                .baselineButCurrent, place, "only a future journey starts from a 'baseline', and this is one of today",
                hint: "add 'state: future', or delete the line")
        }
        return journey
    }
}

/// Cuts the body of a journey at its headings.
private struct JourneyBodyReading {
    private struct OpenMoment {
        let heading: MarkdownNode?
        let title: String
        var reading: MomentReading
    }

    private struct OpenStage {
        var own: OpenMoment
        var steps: [OpenMoment] = []
    }

    private let document: MarkdownDocument
    private let taxonomy: Taxonomy
    private(set) var diagnostics: [Diagnostic] = []
    private var summary: [MarkdownNode] = []
    /// Lists of the summary that were meant as lanes: that their attributes are not read need not be told.
    private var meantAsLanes: [TextRange] = []
    private var open: [OpenStage] = []
    /// Of the summary, the stages and steps, and all that stands in them.
    private(set) var anchors: [Anchor] = []
    private let takesTitle: Bool
    private(set) var title: String?

    /// - Parameter takesTitle: whether a first `#` heading stands in for a title that there is no front matter for.
    init(_ document: MarkdownDocument, taxonomy: Taxonomy, takesTitle: Bool) {
        self.document = document
        self.taxonomy = taxonomy
        self.takesTitle = takesTitle
    }

    private mutating func say(_ code: DiagnosticCode, _ range: TextRange, _ message: String, hint: String? = nil) {
        diagnostics.append(
            Diagnostic(code, at: Location(path: document.source.path, range: range), message, hint: hint))
    }

    mutating func read() {
        for block in document.blocks {
            guard block.kind == .heading, block.headingLevel <= 3 else {
                append(block)
                continue
            }
            if block.isSetextHeading, !isOpenFrontMatter(block) {
                say(
                    .setextHeading, block.textRange, "a line of '---' or '===' under a text makes it a heading",
                    hint: block.headingLevel == 2
                        ? "write '## …' for a stage, or leave a blank line above a ruled line"
                        : "write '## …' for a stage")
            }
            if block.headingLevel > 1 {
                warnOfEmptyHeading(block)
                warnOfLinks(in: block)
            }
            switch block.headingLevel {
            case 1: appendTopHeading(block)
            case 2:
                let index = open.count
                open.append(OpenStage(own: moment(under: block)))
                note(open[index].own, as: .stage(index))
            default:
                if open.isEmpty {
                    // A stage that lacks the space behind its signs, or one of them, has been told.
                    if !diagnostics.contains(where: { $0.code == .unspacedHeading || $0.code == .headingOne }) {
                        say(
                            .earlyStep, block.textRange, "a step ('###') stands before the first stage ('##')",
                            hint: "it is read as a step of a stage without a name")
                    }
                    open.append(OpenStage(own: moment(under: nil)))
                }
                let stage = open.count - 1
                let step = open[stage].steps.count
                open[stage].steps.append(moment(under: block))
                note(open[stage].steps[step], as: .step(stage: stage, step: step))
            }
        }
    }

    /// Keys above a line of `---` that none opens: that there is no front matter has been told.
    private func isOpenFrontMatter(_ heading: MarkdownNode) -> Bool {
        takesTitle && document.lineStart(of: heading.start) == document.lineStart(of: 0)
    }

    private mutating func note(_ moment: OpenMoment, as role: Anchor.Role) {
        guard let heading = moment.heading, let names = heading.anchorNames else { return }
        anchors.append(
            Anchor(
                id: names.anchor, hostID: names.onCodeHosts, role: role, text: moment.title, range: heading.textRange))
    }

    private func moment(under heading: MarkdownNode?) -> OpenMoment {
        OpenMoment(
            heading: heading, title: heading?.shownText ?? "",
            reading: MomentReading(document: document, taxonomy: taxonomy))
    }

    private mutating func appendTopHeading(_ block: MarkdownNode) {
        if takesTitle, title == nil {
            // Its place was pointed out with the front matter that is missing.
            title = block.shownText
            return
        }
        if !block.isSetextHeading {
            say(
                .headingOne, block.textRange,
                "a heading of one '#' is the title's level: the title stands in the front matter",
                hint: "stages start with '##'")
        }
        block.setHeadingLevel(2)
        append(block)
    }

    private mutating func warnOfEmptyHeading(_ heading: MarkdownNode) {
        // Nearly every name starts with a letter.
        if let first = heading.firstChild, first.withLiteral({ ($0.first ?? 0) > 0x20 && $0[0] < 0x80 }) { return }
        guard heading.firstChild == nil || heading.plainText.allSatisfy(\.isWhitespace) else { return }
        let range = heading.range
        let what = heading.headingLevel == 2 ? "a stage" : "a step"
        say(
            .emptyHeading, range.lowerBound..<min(range.lowerBound + heading.headingLevel, range.upperBound),
            "\(what) has no name", hint: "write its name behind the '#', or delete the line")
    }

    /// A heading is a name, in lists and in links to it: of a link in it only the words are left.
    private mutating func warnOfLinks(in heading: MarkdownNode) {
        if heading.isWordsAlone { return }
        for node in heading.linksAndImages {
            let (destination, whole) = (node.destinationRange, heading.textRange)
            say(
                .linkInHeading, whole.contains(destination.lowerBound) ? destination : whole,
                "a heading is shown as its words alone, without the \(node.kind == .link ? "link" : "image") in it",
                hint: "write it below the heading, in an entry or a note")
        }
    }

    private mutating func append(_ block: MarkdownNode) {
        warnOfStrays(in: block)
        guard !open.isEmpty else { return summary.append(block) }
        let stage = open.count - 1
        if open[stage].steps.isEmpty {
            open[stage].own.reading.take(block)
        } else {
            open[stage].steps[open[stage].steps.count - 1].reading.take(block)
        }
    }

    /// Nearly all blocks of a journey are lists of lanes.
    private mutating func warnOfStrays(in block: MarkdownNode) {
        if !open.isEmpty, block.kind == .list || block.kind == .quote { return }
        let stray = StrayBlocks(document: document, labels: taxonomy.labels)
        if block.kind == .paragraph { diagnostics += stray.headings(in: block) }
        if block.kind == .codeBlock || block.kind == .htmlBlock { diagnostics += stray.lines(of: block) }
        if open.isEmpty { warnOfEarlyLanes(in: block, by: stray) }
    }

    /// Says that lanes stand before the first stage; of several the first is enough to tell. Of a stage that is not written as one enough was
    /// said.
    private mutating func warnOfEarlyLanes(in block: MarkdownNode, by stray: StrayBlocks) {
        if block.kind == .custom, let lanes = TabledLanes(in: block, of: document, taxonomy: taxonomy) {
            say(
                .unreadLabel, lanes.range, "'\(lanes.name)' stands in a table, so it is read as a part of the summary",
                hint: lanes.hint(level: "##"))
        }
        guard block.kind == .list, let label = stray.firstLane(in: block) else { return }
        meantAsLanes.append(block.wholeRange)
        let causes: [DiagnosticCode] = [.unspacedHeading, .headingOne, .unreadLabel]
        if diagnostics.contains(where: { causes.contains($0.code) }) { return }
        say(
            .unreadLabel, label.range,
            "'\(label.name)' stands before the first stage ('##'), so it is read as a part of the summary",
            hint: "put a line of '## …' with the name of a stage above it")
    }

    mutating func summaryProse() -> Prose {
        let found = ProseAnchors(in: summary, of: document.source)
        anchors += found.anchors
        diagnostics += found.diagnostics.filter { found in
            !meantAsLanes.contains { $0.contains(found.location.range.lowerBound) }
        }
        return document.prose(ofBlocks: summary)
    }

    /// The stages; findings without an id are named here, after all headings.
    mutating func stages() -> [Stage] {
        var naming = FindingNaming(taken: document.takenAnchors)
        var stages: [Stage] = []
        // Taken out, so that each is finished where it is: of a copy all lists would be copied, too.
        var read: [OpenStage] = []
        swap(&read, &open)
        for index in read.indices {
            let own = finish(&read[index].own, naming: &naming, stage: index, step: nil)
            var steps: [Moment] = []
            steps.reserveCapacity(read[index].steps.count)
            for position in read[index].steps.indices {
                steps.append(finish(&read[index].steps[position], naming: &naming, stage: index, step: position))
            }
            stages.append(Stage(moment: own, steps: steps, isUnnamed: read[index].own.heading == nil))
        }
        return stages
    }

    private mutating func finish(
        _ one: inout OpenMoment, naming: inout FindingNaming, stage: Int, step: Int?
    ) -> Moment {
        let moment = one.reading.moment(heading: one.heading, title: one.title, naming: &naming)
        let found = FindingNaming.anchors(in: moment, stage: stage, step: step)
        if !found.isEmpty { anchors += found }
        if !one.reading.anchors.isEmpty { anchors += one.reading.anchors }
        if !one.reading.diagnostics.isEmpty { diagnostics += one.reading.diagnostics }
        return moment
    }
}
