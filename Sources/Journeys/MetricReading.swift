import Diagnostics
import Markup

extension Metric {
    static func read(_ source: SourceText, path: String, settings: PortfolioSettings) -> Checked<Metric> {
        var reading = RecordReading(source, path: path, kind: kind, settings: settings)
        let record = reading.freeRecord()
        let link = reading.fields.scalar("source")
        let perspective = reading.fields.choice("perspective", Perspective.self)
        let direction = reading.fields.choice("direction", Direction.self) ?? .up
        let metric = Metric(
            record: record, unit: reading.fields.text("unit"), type: reading.fields.choice("type", Kind.self) ?? .other,
            method: reading.fields.text("method"), perspective: perspective ?? .customer, direction: direction,
            scale: readScale(with: &reading), baseline: reading.fields.number("baseline"),
            target: reading.fields.number("target"), noise: reading.fields.number("noise", in: 0...Double.infinity),
            data: reading.fields.file("data"), source: link?.text, sourceRange: link?.node.range,
            frequency: reading.fields.rhythm("frequency") ?? .monthly)
        metric.checkTarget(with: &reading)
        reading.require("perspective")
        return Checked(metric, reading.finish())
    }

    /// `[low, high]`
    private static func readScale(with reading: inout RecordReading) -> ClosedRange<Double>? {
        guard let node = reading.fields.node("scale") else { return nil }
        guard case .sequence(let ends) = node.kind, ends.count == 2 else {
            reading.say(.wrongValue, node.range, "'scale' takes its two ends", hint: "write scale: [0, 10]")
            return nil
        }
        var numbers: [Double] = []
        for end in ends {
            guard case .scalar(let text) = end.kind, let number = ExactNumber.read(text) else {
                reading.say(.badNumber, end.range, "an end of 'scale' is a number", hint: "write scale: [0, 10]")
                continue
            }
            numbers.append(number)
        }
        guard numbers.count == 2 else { return nil }
        guard numbers[0] < numbers[1] else {
            reading.say(
                .wrongValue, node.range, "the low end of 'scale' comes first, and the high end must be above it",
                hint: "write scale: [0, 10]")
            return nil
        }
        return numbers[0]...numbers[1]
    }

    private func checkTarget(with reading: inout RecordReading) {
        guard let baseline, let target, baseline != target, (target > baseline) != (direction == .up),
            let range = reading.fields.valueRange("target")
        else { return }
        let better = direction == .up ? "up" : "down"
        let side = direction == .up ? "below" : "above"
        reading.say(
            .targetOnWrongSide, range,
            "the target is \(side) the baseline, but the metric is better when it goes \(better)",
            hint: "is its direction '\(direction == .up ? "down" : "up")'?")
    }
}

extension FieldReader {
    /// A file, relative to the one that names it.
    mutating func file(_ key: String) -> Reference? {
        scalar(key).map { Reference(form: .link, written: $0.text, range: $0.node.range) }
    }
}
