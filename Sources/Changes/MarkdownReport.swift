import Diagnostics

/// A comparison as a comment of a pull request: three lines first, what follows folded, never longer than code hosts take.
package enum MarkdownReport {
    /// The longest comment that GitHub takes has 65,536 characters; bytes are never fewer.
    package static let longest = 60_000

    package static func text(of report: ChangeReport) -> String {
        // The longest lists give way first: all are cut at one length, as long as it takes.
        var most = 400
        while most > 1 {
            let text = text(of: report, most: most)
            if text.utf8.count <= longest { return text }
            most = most * 2 / 3
        }
        let text = text(of: report, most: 1)
        if text.utf8.count <= longest { return text }
        let summary = summary(of: report)
        return summary.utf8.count <= longest ? summary : marker + "\n### This change is too long to be told here\n"
    }

    /// So that a bot can find its own comment again.
    package static let marker = "<!-- waymark diff -->"

    private static func summary(of report: ChangeReport) -> String {
        ([marker, "### What this changes for customers", ""] + report.summary.map { "- " + escaped($0) })
            .joined(separator: "\n") + "\n"
    }

    private static func text(of report: ChangeReport, most: Int) -> String {
        var text = summary(of: report)
        func add(_ title: String, _ body: String, count: Int) {
            text += "\n<details><summary>\(title) (\(count))</summary>\n\n\(body)\n\n</details>\n"
        }
        func add(_ title: String, _ entries: [String]) {
            guard !entries.isEmpty else { return }
            var lines = entries.prefix(most).map { "- " + escaped($0) }
            if entries.count > most { lines.append("- … and \(entries.count - most) more") }
            add(title, lines.joined(separator: "\n"), count: entries.count)
        }
        for section in ChangeReport.Section.allCases {
            add(
                section.rawValue,
                report.changes(in: section).map { change in
                    (change.journey.map { change.noun == .journey ? "" : "\($0): " } ?? "") + change.sentence
                })
        }
        addFelt(report.changes.felt, most: most, to: &text)
        if !report.changes.scores.isEmpty {
            add("Scores that moved", table(of: report.changes.scores, most: most), count: report.changes.scores.count)
        }
        add("Ranks of opportunities", report.changes.ranks.map(\.sentence))
        add("Contradictions and overlaps that came", report.changes.clashes.new.map(\.sentence))
        add("Contradictions and overlaps that went", report.changes.clashes.mended.map(\.sentence))
        add("New problems", report.newDiagnostics.map(\.line))
        add("Fixed problems", report.fixedDiagnostics.map(\.line))
        add("Whom it reaches", report.changes.affected.lines)
        add("Not compared", report.notes)
        return text
            + "\nCompared: \(escaped(report.base)) → \(escaped(report.head)), scored for \(report.changes.asOf.iso).\n"
    }

    private static func addFelt(_ felt: [PortfolioChanges.Felt], most: Int, to text: inout String) {
        let shown = felt.prefix(min(most, 20))
        guard !shown.isEmpty else { return }
        let drawings = shown.map { felt in
            let drawing = FeltDrawing(felt)
            // In a block of code nothing needs escaping but what would end it.
            let title = felt.title.split(whereSeparator: \.isNewline).joined(separator: " ")
            return "\(title)\n  before  \(drawing.base)\n  now     \(drawing.head)"
        }
        let fence = String(repeating: "`", count: 1 + max(2, drawings.map(longestRunOfTicks).max() ?? 0))
        text +=
            "\n<details><summary>How it is felt (\(felt.count))</summary>\n\n\(fence)text\n"
            + drawings.joined(separator: "\n") + "\n\(fence)\n\n</details>\n"
    }

    private static func longestRunOfTicks(_ text: String) -> Int {
        var (longest, run) = (0, 0)
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    private static func table(of moves: [ScoreMove], most: Int) -> String {
        var lines = ["| what | score | before → now | why |", "| --- | --- | --- | --- |"]
        lines += moves.prefix(most).map { move in
            let name = move.journey == nil ? "**Portfolio**" : escaped(move.title)
            let why = move.because.map { escaped($0) }.joined(separator: "<br>")
            return "| \(name) | \(move.kind.words) | \(escaped(move.way)) | \(why) |"
        }
        if moves.count > most { lines.append("| … and \(moves.count - most) more | | | |") }
        return lines.joined(separator: "\n")
    }
}

extension MarkdownReport {
    /// Text that stands for itself: no mark-up, no mention, no reference to an issue or a commit.
    static func escaped(_ text: String) -> String {
        let characters = Array(text)
        let names = commitNames(in: characters)
        var result = ""
        for (index, character) in characters.enumerated() {
            switch character {
            case "<": result += "&lt;"
            case "&": result += "&amp;"
            case "\\", "`", "*", "_", "{", "}", "[", "]", ">", "|", "~": result += "\\\(character)"
            // A joiner that nobody sees: `@name` would tell somebody, `#12`, `!12`, `$12` and `%12` would be links to issues, snippets
            // and milestones, `$x$` a formula.
            case "@", "#", "!", "$", "%": result += "\(character)\u{2060}"
            // `GH-12` is an issue as well, and `:eyes:` a picture.
            case "-" where result.hasSuffix("GH"): result += "-\u{2060}"
            case ":" where index + 1 < characters.count && !characters[index + 1].isWhitespace: result += ":\u{2060}"
            case let other where other.isNewline: result += " "
            default: result.append(character)
            }
            if names.contains(index) { result += "\u{2060}" }
        }
        return result
    }

    /// Where what may be the name of a commit starts: seven to forty signs of a number to the base of sixteen, as a word.
    private static func commitNames(in text: [Character]) -> Set<Int> {
        var starts: Set<Int> = []
        var start = 0
        for (index, character) in (text + [" "]).enumerated() where !character.isLetter && !character.isNumber {
            let word = text[start..<index]
            if (7...40).contains(word.count), word.allSatisfy(\.isHexDigit) { starts.insert(start) }
            start = index + 1
        }
        return starts
    }
}
