import Diagnostics
import Markup

extension Metric {
    static func read(_ source: SourceText, path: String, settings: PortfolioSettings) -> Checked<Metric> {
        var reading = RecordReading(source, path: path, kind: kind, settings: settings)
        let figures = reading.document.tabledFigures
        let record = reading.freeRecord()
        let link = reading.fields.scalar("source")
        let perspective = reading.fields.choice("perspective", Perspective.self)
        let direction = reading.fields.choice("direction", Direction.self) ?? .up
        let metric = Metric(
            record: record, unit: reading.fields.text("unit"), type: reading.fields.choice("type", Kind.self) ?? .other,
            method: reading.fields.text("method"), perspective: perspective ?? .customer, direction: direction,
            scale: readScale(with: &reading), baseline: reading.fields.number("baseline"),
            target: reading.fields.number("target"),
            noise: reading.fields.number("noise", in: 0...Double.infinity, unit: .points),
            data: reading.fields.file("data"), source: link?.text, sourceRange: link?.node.range,
            frequency: reading.fields.rhythm("frequency") ?? .monthly, tabledFigures: figures)
        metric.checkTarget(with: &reading)
        metric.checkScale(with: &reading)
        reading.require("perspective")
        return Checked(metric, reading.finish())
    }

    /// `[low, high]`
    private static func readScale(with reading: inout RecordReading) -> ClosedRange<Double>? {
        guard let node = reading.fields.node("scale") else { return nil }
        let hint = "write scale: \(ends(of: String(decoding: reading.source.bytes[node.range], as: UTF8.self)))"
        guard case .sequence(let ends) = node.kind, ends.count == 2 else {
            reading.say(.wrongValue, node.range, "'scale' takes its two ends", hint: hint)
            return nil
        }
        var numbers: [Double] = []
        for end in ends {
            guard case .scalar(let text) = end.kind, let number = ExactNumber.read(text) else {
                reading.say(.badNumber, end.range, "an end of 'scale' is a number", hint: hint)
                return nil
            }
            numbers.append(number)
        }
        guard numbers[0] < numbers[1] else {
            reading.say(
                .wrongValue, node.range, "the low end of 'scale' comes first, and the high end must be above it",
                hint: hint)
            return nil
        }
        return numbers[0]...numbers[1]
    }

    /// The lowest and the highest number in what stands for a scale; an example, where there are not two.
    private static func ends(of written: String) -> String {
        // A hyphen behind a digit stands between two numbers.
        let hyphens: [Character] = ["-", "\u{2212}"]
        var numbers: [String] = [""]
        var last: Character = " "
        for character in written {
            if character.isASCII, character.isNumber || character == "." && last.isNumber {
                numbers[numbers.count - 1].append(character)
            } else {
                let isMinus = hyphens.contains(character) && !last.isNumber
                numbers.append(isMinus ? "-" : "")
            }
            last = character
        }
        let values = numbers.compactMap { ExactNumber.read($0.hasSuffix(".") ? $0.dropLast() : $0[...]) }
        guard let low = values.min(), let high = values.max(), low < high else { return "[0, 10]" }
        func text(_ number: Double) -> String { number == number.rounded() ? String(Int(number)) : String(number) }
        return "[\(text(low)), \(text(high))]"
    }

    /// `0 to 10`
    var scaleEnds: String? {
        scale.map { "\(ExactNumber.text(of: $0.lowerBound)) to \(ExactNumber.text(of: $0.upperBound))" }
    }

    private func checkScale(with reading: inout RecordReading) {
        guard let scale, let scaleEnds else { return }
        for (key, value) in [("baseline", baseline), ("target", target)] {
            guard let value, !scale.contains(value), let range = reading.fields.valueRange(key) else { continue }
            reading.say(
                .outsideScale, range,
                "the \(key) lies outside the metric's scale, which is from \(scaleEnds)",
                hint: "correct the \(key), or the scale")
        }
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

    /// A file that pages show. They ask no other host, so one that is elsewhere would not be seen.
    mutating func picture(_ key: String) -> Reference? {
        guard let file = file(key) else { return nil }
        let written = file.written.lowercased()
        guard ["https:", "http:", "//"].contains(where: written.hasPrefix) else { return file }
        say(
            .wrongValue, file.range,
            "'\(file.written)' is on another host, which pages never ask: '\(key)' takes a file",
            hint: "save it below 'assets/', and name that file")
        return nil
    }
}
