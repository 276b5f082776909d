import Journeys
import Scoring

/// The state of a month end as lines of text and back, to the last bit.
///
/// ```
/// health<tab>58.1<tab>11<tab>14
/// maturity<tab>2
/// journey<tab>move-home<tab>58.8<tab>74.3<tab>-<tab>3<tab>active
/// ```
/// or `broken<tab>3<tab>journeys/move-home.md: …`. What is not measured is `-`.
enum HistoryText {
    static func lines(of state: History.State) -> [String] {
        switch state {
        case .scored(let figures): lines(of: figures)
        case .broken(let errors, let first): [line("broken", String(errors), first)]
        case .noCommit, .cutOff, .noContent: []
        }
    }

    /// Nothing where the lines are none of these.
    static func state(from lines: [String]) -> History.State? {
        let records = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        guard let first = records.first else { return nil }
        if first.count == 3, first[0] == "broken", let errors = Int(first[1]) {
            return .broken(errors: errors, first: first[2])
        }
        guard records.count >= 2, first.count == 4, first[0] == "health", let health = score(first[1]),
            let measured = Int(first[2]), let counting = Int(first[3]),
            records[1].count == 2, records[1][0] == "maturity", let maturity = Int(records[1][1])
        else { return nil }
        var journeys: [History.JourneyFigures] = []
        for record in records.dropFirst(2) {
            guard record.count == 7, record[0] == "journey", let health = score(record[2]),
                let trust = score(record[3]), let progress = score(record[4]), let maturity = Int(record[5]),
                let status = Trend.Status(rawValue: record[6])
            else { return nil }
            journeys.append(
                History.JourneyFigures(
                    id: record[1],
                    figures: Trend.Figures(
                        health: health, trust: trust, progress: progress, maturity: maturity, status: status)))
        }
        return .scored(
            History.Figures(
                health: health, journeysMeasured: Share(measured, of: counting), maturity: maturity, journeys: journeys)
        )
    }

    private static func lines(of figures: History.Figures) -> [String] {
        let measured = figures.journeysMeasured
        let head = [
            line("health", text(figures.health), String(measured.part), String(measured.whole)),
            line("maturity", String(figures.maturity)),
        ]
        return head
            + figures.journeys.map { journey in
                let figures = journey.figures
                return line(
                    "journey", journey.id, text(figures.health), text(figures.trust), text(figures.progress),
                    figures.maturity.map(String.init) ?? "-", figures.status.rawValue)
            }
    }

    private static func line(_ fields: String...) -> String {
        fields.map { field in String(field.map { $0 == "\t" || $0.isNewline ? " " : $0 }) }.joined(separator: "\t")
    }

    /// The shortest digits that give the same number again.
    private static func text(_ score: Double?) -> String { score.map { "\($0)" } ?? "-" }

    /// Nothing for what is no score; a score of nothing for what is not measured.
    private static func score(_ text: String) -> Double?? {
        if text == "-" { return .some(nil) }
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }
}
