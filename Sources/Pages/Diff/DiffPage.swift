import Changes
import Diagnostics
import Templates

/// A comparison as a page of its own, in one file: for a reviewer who wants to see the curves.
package struct DiffPage: TemplateView {
    package static let fields = ViewFields<DiffPage>(
        "comparison",
        [
            .text("base", \.base),
            .text("head", \.head),
            .text("as-of", \.asOf),
            .texts("summary", \.summary),
            .list("sections", \.sections),
            .list("curves", \.curves),
            .flag("has-curves") { !$0.curves.isEmpty },
            .list("scores", \.scores),
            .flag("has-scores") { !$0.scores.isEmpty },
            .list("lists", \.lists),
        ])

    let base: String
    let head: String
    let asOf: String
    let summary: [String]
    let sections: [DiffSectionView]
    let curves: [DiffCurveView]
    let scores: [DiffScoreView]
    let lists: [DiffSectionView]

    init(_ report: ChangeReport) {
        base = report.base
        head = report.head
        asOf = report.changes.asOf.iso
        summary = report.summary
        sections = ChangeReport.Section.allCases.compactMap { section in
            let changes = report.changes(in: section)
            return changes.isEmpty
                ? nil
                : DiffSectionView(title: section.rawValue, lines: Self.lines(of: changes))
        }
        curves = report.changes.felt.map { felt in
            DiffCurveView(title: felt.title, drawing: OverlaidCurves(felt).svg)
        }
        scores = report.changes.scores.map(DiffScoreView.init)
        let lists: [(String, [String])] = [
            ("Ranks of opportunities", report.changes.ranks.map(\.sentence)),
            ("Contradictions and overlaps that came", report.changes.clashes.new.map(\.sentence)),
            ("Contradictions and overlaps that went", report.changes.clashes.mended.map(\.sentence)),
            ("New problems", report.newDiagnostics.map(\.line)),
            ("Fixed problems", report.fixedDiagnostics.map(\.line)),
            ("Whom it reaches", report.changes.affected.lines), ("Not compared", report.notes),
        ]
        self.lists = lists.filter { !$0.1.isEmpty }.map { title, lines in
            DiffSectionView(title: title, lines: lines.map { DiffLineView(place: "", text: $0) })
        }
    }

    /// What is in one journey stands under its name, once.
    private static func lines(of changes: [Change]) -> [DiffLineView] {
        var order: [String] = []
        var groups: [String: [Change]] = [:]
        for change in changes {
            let journey = change.journey ?? ""
            if groups[journey] == nil { order.append(journey) }
            groups[journey, default: []].append(change)
        }
        return order.flatMap { journey in
            groups[journey, default: []].enumerated().map { place, change in
                DiffLineView(place: place == 0 ? journey : "", text: change.sentence)
            }
        }
    }

    /// The whole file.
    package static func html(of report: ChangeReport, templates: TemplateSet) -> [UInt8] {
        var page = PageBuffer()
        templates.diff.render(DiffPage(report), into: &page)
        return page.bytes
    }
}

struct DiffSectionView: TemplateView {
    static let fields = ViewFields<DiffSectionView>(
        "part",
        [
            .text("title", \.title), .text("count") { String($0.lines.count) }, .list("lines", \.lines),
            .flag("is-long") { $0.lines.count > DiffSectionView.most },
        ])

    /// More lines are folded.
    private static let most = 40

    let title: String
    let lines: [DiffLineView]
}

struct DiffLineView: TemplateView {
    static let fields = ViewFields<DiffLineView>("line", [.text("place", \.place), .text("text", \.text)])

    /// The journey's id.
    let place: String
    let text: String
}

struct DiffCurveView: TemplateView {
    static let fields = ViewFields<DiffCurveView>(
        "curve", [.text("title", \.title), .html("drawing", \.drawing)])

    let title: String
    let drawing: [UInt8]
}

struct DiffScoreView: TemplateView {
    static let fields = ViewFields<DiffScoreView>(
        "score",
        [
            .text("name", \.name), .text("score", \.score), .text("way", \.way),
            .text("direction", \.direction), .texts("because", \.because),
        ])

    let name: String
    let score: String
    let way: String
    /// `up`, `down`, or nothing where it was not measured before or is not now.
    let direction: String
    let because: [String]

    init(_ move: ScoreMove) {
        name = move.journey == nil ? "Portfolio" : move.title
        score = move.kind.words
        way = move.way
        direction = move.difference.map { $0 < 0 ? "down" : "up" } ?? ""
        because = move.because
    }
}
