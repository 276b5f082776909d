import Diagnostics
import Markup

/// Lanes that are lost because their labels stand where none is read, or are not written as labels.
extension MomentReading {
    mutating func warnOfLanes(inNote block: MarkdownNode) {
        switch block.kind {
        case .list: warnOfLabels(in: block, isOrdered: true)
        case .paragraph: warnOfLines(in: block)
        case .custom:
            guard let lanes = TabledLanes(in: block, of: document, taxonomy: taxonomy) else { return }
            say(
                .unreadLabel, lanes.range, "'\(lanes.name)' stands in a table, so it is read as a note",
                hint: lanes.hint(level: "###"))
        default: break
        }
    }

    mutating func warnOfLabels(in list: MarkdownNode, isOrdered: Bool) {
        for item in list.children {
            guard let paragraph = item.firstChild, paragraph.kind == .paragraph else { continue }
            let isLane =
                isOrdered && warnOfLabel(in: paragraph, why: "stands in a numbered list, so it is read as a note")
            if isLane || warnOfLabel(in: paragraph) { meantAsLanes.append(item.wholeRange) }
        }
    }

    /// Says that a lane's label stands where none is read.
    @discardableResult mutating func warnOfLabel(
        in paragraph: MarkdownNode, why: @autoclosure () -> String, hint: String = "start the lane with '- '"
    ) -> Bool {
        guard let label = Label(of: paragraph, known: taxonomy.labels), label.lane != nil else { return false }
        say(.unreadLabel, label.range, "'\(label.name)' \(why())", hint: hint)
        return true
    }

    /// Says that lanes which are set in too far are read as words of the entry above them, and attributes not at all.
    mutating func warnOfLanes(below label: Label, in blocks: [MarkdownNode]) {
        for block in blocks {
            for item in block.anchoredDescendants where item.kind == .item {
                guard let paragraph = item.firstChild, paragraph.kind == .paragraph else { continue }
                warnOfLabel(
                    in: paragraph, why: "is set in, so it is read as a part of '\(label.name)'",
                    hint: "start its line with '- ', without spaces before it")
            }
        }
    }

    /// Says that lanes are set in below a bullet which is none; of several the first is enough to tell.
    mutating func warnOfLanes(belowNote item: MarkdownNode) {
        if item.firstChild?.kind == .paragraph, item.firstChild?.next == nil { return }
        for inner in item.anchoredDescendants.dropFirst() where inner.kind == .item {
            guard let paragraph = inner.firstChild, paragraph.kind == .paragraph else { continue }
            let isLane = warnOfLabel(
                in: paragraph, why: "is set in below a note, so it is read as a part of it",
                hint: "start its line with '- ', without spaces before it")
            if isLane { return meantAsLanes.append(item.wholeRange) }
        }
    }

    /// Says that an entry starts with something else than words: `- 1. Nobody calls back` is a list in a list.
    mutating func warnOfBlock(_ item: MarkdownNode, below label: Label) {
        guard let block = item.firstChild, block.kind != .htmlBlock else { return }
        let words = block.kind == .list ? block.firstChild?.firstChild : nil
        if let words, isLane(words) { return }
        let (what, hint): (String, String) =
            switch block.kind {
            case .list:
                ("a list", "write '- \(words.map(\.plainText) ?? "…")', without a number or another sign before it")
            case .quote: ("a quote", "write it without '>', or above the lanes")
            case .heading: ("a heading", "write it without '#'")
            case .codeBlock: ("code", "start it with words, one space behind '-'")
            default: ("no words", "start it with words")
            }
        say(
            .unindentedEntry, block.range,
            "this starts with \(what), so it is read as a note, and not as an entry of '\(label.name)'", hint: hint)
    }

    /// Says that what stands below a label, and not behind it, is no entry of its lane.
    mutating func warnOfNote(_ block: MarkdownNode, below label: Label) {
        guard [.paragraph, .quote, .custom].contains(block.kind) else { return }
        let place = block.kind == .custom ? label.range : block.range
        let what =
            block.kind == .custom ? "the table below '\(label.name)'" : "this stands below '\(label.name)', so it"
        say(
            .unindentedEntry, place, "\(what) is a note and no entry",
            hint: block.kind == .paragraph
                ? "write it behind the colon, in the line of the label"
                : "write it behind the colon, or as a list below it")
    }

    /// Says that attributes within an entry or a quote, and not at its end, mean nothing. Of a lane that is set in too far enough is said.
    mutating func refuseAttributes(in blocks: [MarkdownNode], of what: String) {
        if blocks.isEmpty { return }
        let found = ProseAnchors(within: blocks, of: what, in: document.source) { isLane($0.firstChild) }
        anchors += found.anchors
        diagnostics += found.diagnostics
    }

    /// `## Pay ⭐ Moment of truth` and `## Moment of truth: Pay`, which say in words what a class says. A stage may well be the first one.
    mutating func warnOfMomentOfTruth(in heading: MarkdownNode, titled title: String) {
        guard title.utf8.count > 16, title.hasBytes(of: "ruth"),
            let place = title.lowercased().firstRange(of: "moment of truth")
        else { return }
        let lowered = title.lowercased()
        let before = lowered[..<place.lowerBound].last { $0 != " " }
        let after = lowered[place.upperBound...].first { $0 != " " }
        let isApart: (Character?) -> Bool = { $0.map { !$0.isLetter && !$0.isNumber && $0 != "'" } ?? true }
        guard before != nil || after != nil, isApart(before), isApart(after) else { return }
        say(
            .unreadAttributes, heading.textRange, "that this is a moment of truth is read as a part of its name",
            hint: "write {.moment-of-truth} at the end of the line instead")
    }

    /// Says that another lane goes on in the line of one: `- **Doing:** Looks **Pains:** Nothing there`.
    mutating func warnOfLanes(within paragraph: MarkdownNode, of label: Label) -> Bool {
        if paragraph.firstChild?.next?.next == nil { return false }
        for strong in paragraph.children.dropFirst() where strong.kind == .strong {
            guard let other = Label(strong, in: paragraph, known: taxonomy.labels), other.lane != nil else { continue }
            say(
                .unreadLabel, other.range,
                "'\(other.name)' stands within a line, so it is read as a part of '\(label.name)'",
                hint: "start a line of its own with '- **\(other.name):**'")
            return true
        }
        return false
    }

    func isLane(_ block: MarkdownNode?) -> Bool {
        guard let block, block.kind == .paragraph else { return false }
        return Label(of: block, known: taxonomy.labels)?.lane != nil
    }

    /// Says that a lane's label is not written as one: without its colon, or not bold.
    mutating func warnOfLabel(in paragraph: MarkdownNode) -> Bool {
        // `- Pains` above a list of its entries.
        if paragraph.isWordsAlone, let list = paragraph.next, list.kind == .list, list.isBulletList,
            case let name = paragraph.plainText, taxonomy.labels.lane(labelled: name) != nil
        {
            say(
                .unreadLabel, paragraph.textRange, "'\(name)' is a lane, but not written as one: it is read as a note",
                hint: "write '- **\(name):**'")
            return true
        }
        if let loose = LooseLabel(of: paragraph, known: taxonomy.labels) {
            say(loose, hint: "write '- **\(loose.name):** …'" + (loose.hasWideColon ? ", with a colon of ASCII" : ""))
            return true
        }
        guard let start = paragraph.firstChild?.start,
            let pasted = PastedLabel(at: start, in: document.source, known: taxonomy.labels), pasted.cause != .plain
        else { return false }
        say(pasted, readAs: "a note")
        return true
    }

    private mutating func say(_ label: PastedLabel, readAs what: String) {
        say(
            .unreadLabel, label.range, "'\(label.name)' is a lane, but not written as one: it is read as \(what)",
            hint: label.hint)
    }

    /// Says which lines of a paragraph among the notes were meant as lanes.
    mutating func warnOfLines(in paragraph: MarkdownNode) {
        // A label in bold of which only the bullet is missing, or that alone above a list.
        let isBare =
            warnOfLabel(aloneIn: paragraph)
            || warnOfLabel(in: paragraph, why: "is not a bullet, so it is read as a note")
        let labels = PastedLabel.labels(in: paragraph, of: document.source, known: taxonomy.labels)
        // One may well start a sentence.
        let plain = labels.filter { $0.cause == .plain && !$0.isWholeLine }
        if let first = plain.first, plain.contains(where: { $0.name != first.name }) {
            say(
                .unreadLabel, first.range, "'\(first.name)' is a lane, but not written as one: it is read as a note",
                hint: "write '- **\(first.name):** …', and so the lines below it")
        }
        for label in labels where !isBare || !paragraph.range.contains(label.range.lowerBound) {
            guard label.cause == .plain else {
                say(label, readAs: "a note")
                continue
            }
            guard label.isWholeLine, paragraph.isOneLine, let list = paragraph.next,
                list.kind == .list, list.isBulletList
            else { continue }
            meantAsLanes.append(list.wholeRange)
            say(
                .unreadLabel, label.range, "'\(label.name)' is a lane, but not written as one: it is read as a note",
                hint: "write '- **\(label.name):**', and set the list below it in by two spaces")
        }
    }

    /// Says that a label in bold, with its colon or without, stands alone above what was meant as its entries.
    private mutating func warnOfLabel(aloneIn paragraph: MarkdownNode) -> Bool {
        guard let strong = paragraph.firstChild, strong.kind == .strong,
            let loose = LooseLabel(of: paragraph, known: taxonomy.labels)
        else { return false }
        let rest = strong.next
        if let rest, rest.kind == .softBreak || rest.kind == .lineBreak, !loose.hasColon {
            // A sentence may well be wrapped behind its first word.
            if rest.next?.literal.first?.isLowercase == true { return false }
            say(loose, hint: "write '- **\(loose.name):** …' in one line")
            return true
        }
        let isAlone =
            rest == nil
            || rest?.next == nil && rest?.kind == .text && rest?.literal.allSatisfy { ": ".contains($0) } == true
        guard isAlone, let list = paragraph.next, list.kind == .list else { return false }
        meantAsLanes.append(list.wholeRange)
        say(loose, hint: "write '- **\(loose.name):**', and set the list below it in by two spaces")
        return true
    }

    private mutating func say(_ label: LooseLabel, hint: String) {
        say(
            .unreadLabel, label.range, "'\(label.name)' is a lane, but not written as one: it is read as a note",
            hint: hint)
    }

    /// Says which lines behind the first of an entry were meant as lanes: Markdown takes them for more of the same text.
    mutating func warnOfSwallowed(in paragraph: MarkdownNode, by lane: String) -> Bool {
        if paragraph.isOneLine { return false }
        let labels = PastedLabel.labels(
            in: paragraph, of: document.source, known: taxonomy.labels, isFirstLeftOut: true)
        let lost = labels.filter { $0.cause != .plain }
        for label in lost { say(label, readAs: "a part of '\(lane)'") }
        return !lost.isEmpty
    }

    /// Says that lanes stand in a quote; of several the first is enough to tell.
    mutating func warnOfLanes(inQuote quote: MarkdownNode) {
        let stray = StrayBlocks(document: document, labels: taxonomy.labels)
        let lists = quote.children.lazy.filter { $0.kind == .list }
        guard let label = lists.compactMap(stray.firstLane).first else { return }
        say(
            .unreadLabel, label.range, "'\(label.name)' stands in a quote, so it is read as a part of it",
            hint: "start its line with '- ', without '>'")
    }

    mutating func noteLane(headedBy heading: MarkdownNode) {
        let words = heading.plainText
        if taxonomy.labels.lane(labelled: words) != nil { laneHeadings.append((words, heading)) }
    }

    /// Says that headings were meant as lanes. One may well head notes; several under one step are a map in another form.
    mutating func warnOfLaneHeadings(upTo end: MarkdownNode?) {
        guard laneHeadings.count > 1, let first = laneHeadings.first, let end else { return }
        let start = first.heading.range.lowerBound
        meantAsLanes.append(start..<max(start, end.wholeRange.upperBound))
        say(
            .unreadLabel, first.heading.textRange,
            "'\(first.name)' is a heading, so what stands below it is read as notes",
            hint: "write '- **\(first.name):** …', and so for the other lanes here")
    }
}
