import Changes
import Diagnostics
import Disk

/// A comparison as JSON, as `data.md` in the guide describes it.
enum DiffJSON {
    static func json(of report: ChangeReport, base: DiffReading.Side, head: DiffReading.Side) -> JSONText {
        let changes = report.changes
        return .object([
            ("base", .text(base.commit ?? base.name)), ("head", .text(head.commit ?? head.name)),
            ("as_of", .text(changes.asOf.iso)), ("summary", .list(report.summary.map { .text($0) })),
            ("changes", .list(changes.changes.map(json))), ("scores", .list(changes.scores.map(json))),
            ("ranks", .list(changes.ranks.map(json))),
            (
                "contradictions",
                .object([
                    ("new", .list(changes.clashes.new.map(json))), ("mended", .list(changes.clashes.mended.map(json))),
                ])
            ),
            (
                "affected",
                .object([
                    ("journeys", texts(changes.affected.journeys)), ("owners", texts(changes.affected.owners)),
                    ("teams", texts(changes.affected.teams)), ("goals", texts(changes.affected.goals)),
                ])
            ),
            (
                "diagnostics",
                .object([
                    ("new", .list(report.newDiagnostics.map(json))),
                    ("fixed", .list(report.fixedDiagnostics.map(json))),
                ])
            ),
            ("notes", texts(report.notes)),
        ])
    }

    private static func texts(_ texts: [String]) -> JSONText { .list(texts.map { .text($0) }) }

    private static func json(of change: Change) -> JSONText {
        .object([
            ("kind", .text(change.kind)), ("on", .text(change.noun.rawValue)), ("act", .text(change.act.rawValue)),
            ("field", .text(change.field)), ("journey", .text(change.journey)), ("subject", .text(change.subject)),
            ("title", .text(change.title)), ("moment", .text(change.moment)), ("from", .text(change.from)),
            ("to", .text(change.to)), ("added", texts(change.added)), ("removed", texts(change.removed)),
            ("along", .text(change.along)), ("guessed", .bool(change.likeness != nil)),
            ("likeness", .share(change.likeness)),
            ("because", texts(change.because)), ("sentence", .text(change.sentence)),
        ])
    }

    private static func json(of move: ScoreMove) -> JSONText {
        .object([
            ("journey", .text(move.journey)), ("score", .text(move.kind.rawValue)), ("from", figure(move.from)),
            ("to", figure(move.to)), ("difference", figure(move.difference)),
            (
                "terms",
                .list(
                    move.terms.map { term in
                        .object([
                            ("name", .text(term.name)), ("own", figure(term.own)), ("points", figure(term.points)),
                            (
                                "parts",
                                .list(
                                    term.parts.map {
                                        .object([("name", .text($0.name)), ("points", figure($0.points))])
                                    })
                            ), ("inputs", texts(term.inputs)),
                        ])
                    })
            ), ("because", texts(move.because)),
        ])
    }

    /// With nine decimals at most, so that what adds up does so here, too.
    private static func figure(_ value: Double?) -> JSONText { value.map { .number(Figure.plain($0, 9)) } ?? .null }

    private static func json(of move: PortfolioChanges.RankMove) -> JSONText {
        .object([
            ("opportunity", .text(move.opportunity)), ("from", .whole(move.from)), ("to", .whole(move.to)),
            (
                "priority",
                .object([("from", figure(move.priority.from)), ("to", figure(move.priority.to))])
            ),
        ])
    }

    private static func json(of clash: PortfolioChanges.Clash) -> JSONText {
        .object([("rule", .text(clash.rule.rawValue)), ("subjects", texts(clash.subjects))])
    }

    private static func json(of diagnostic: Diagnostic) -> JSONText {
        .object([
            ("code", .text(diagnostic.code.rawValue)), ("severity", .text(diagnostic.severity.rawValue)),
            ("path", .text(diagnostic.location.path)), ("message", .text(diagnostic.message)),
            ("hint", .text(diagnostic.hint)),
        ])
    }
}
