import Diagnostics
import Markup

extension Persona {
    static func read(_ source: SourceText, path: String, settings: PortfolioSettings) -> Checked<Persona> {
        var reading = RecordReading(source, path: path, kind: kind, settings: settings)
        let record = reading.freeRecord()
        let persona = Persona(
            record: record, role: reading.fields.text("role"), segment: reading.fields.text("segment"),
            needs: reading.fields.texts("needs"), quote: reading.fields.text("quote"),
            share: reading.fields.number("share", in: 0...1), image: reading.fields.picture("image"))
        return Checked(persona, reading.finish())
    }
}

extension Goal {
    static func read(_ source: SourceText, path: String, settings: PortfolioSettings) -> Checked<Goal> {
        var reading = RecordReading(source, path: path, kind: kind, settings: settings)
        let record = reading.freeRecord()
        var goal = Goal(
            record: record, metric: reading.fields.reference("metric"), target: reading.fields.number("target"),
            by: reading.fields.date("by"), parent: reading.fields.reference("parent"))
        goal.given = reading.meant([.metric])
        return Checked(goal, reading.finish())
    }
}

extension Evidence {
    static func read(_ source: SourceText, path: String, settings: PortfolioSettings) -> Checked<Evidence> {
        var reading = RecordReading(source, path: path, kind: kind, settings: settings)
        let record = reading.freeRecord()
        let link = reading.fields.scalar("source")
        let evidence = Evidence(
            record: record, method: reading.fields.choice("method", Method.self), date: reading.fields.date("date"),
            dateRange: reading.fields.valueRange("date"), sample: reading.fields.text("sample"), source: link?.text,
            sourceRange: link?.node.range,
            researcher: reading.fields.text("researcher"))
        return Checked(evidence, reading.finish())
    }
}

extension Insight {
    /// The kinds of finding that an insight can be.
    private enum Kind: String, CaseIterable {
        case pain, gain, need
    }

    static func read(_ source: SourceText, path: String, settings: PortfolioSettings) -> Checked<Insight> {
        var reading = RecordReading(source, path: path, kind: kind, settings: settings)
        let record = reading.freeRecord()
        let type = reading.fields.choice("type", Kind.self)
        let severity = reading.fields.number("severity", in: 1...5, isWhole: true)
        var insight = Insight(
            record: record, type: type.flatMap { Finding.Kind(rawValue: $0.rawValue) } ?? .pain,
            severity: severity.map { Int($0) }, evidence: reading.fields.references("evidence"),
            reach: reading.fields.number("reach", in: 0...1), personas: reading.fields.references("personas"),
            status: reading.fields.choice("status", Finding.Status.self) ?? .open,
            resolved: reading.fields.date("resolved"), resolvedRange: reading.fields.valueRange("resolved"))
        if insight.resolved != nil, insight.status == .open,
            !reading.fields.isMeant("status") || reading.fields.text("status") == Finding.Status.open.rawValue
        {
            reading.say(
                .resolvedButOpen, reading.fields.valueRange("resolved") ?? 0..<0,
                "the insight has a day on which it was resolved, but is open",
                hint: "add 'status: resolved', or delete the date")
        }
        reading.require("type")
        insight.given = reading.meant([.evidence])
        return Checked(insight, reading.finish())
    }
}

extension FreePage {
    static func read(_ source: SourceText, path: String, settings: PortfolioSettings) -> Checked<FreePage> {
        var reading = RecordReading(source, path: path, kind: kind, settings: settings)
        return Checked(FreePage(record: reading.freeRecord()), reading.finish())
    }
}

extension RecordReading {
    /// The record of a file whose body is free Markdown.
    mutating func freeRecord() -> Record {
        checkAnchors(document.explicitIDs)
        let body = freeBody()
        return record(title: body.title, body: body.body, anchors: body.anchors)
    }
}
