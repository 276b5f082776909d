/// What a metric measures. Values are tenths, so that no floating point is printed.
struct MetricShape {
    struct Model {
        let name: String
        let type: String
        let unit: String
        let method: String
        let perspective: String
        let isUp: Bool
        /// Where baselines lie, in tenths.
        let range: ClosedRange<Int>
    }

    static let models = [
        Model(
            name: "Satisfaction", type: "csat", unit: "%", method: "top-2-box", perspective: "customer", isUp: true,
            range: 400...700),
        Model(
            name: "Recommendation", type: "nps", unit: "points", method: "net", perspective: "customer", isUp: true,
            range: -200...300),
        Model(
            name: "Effort", type: "ces", unit: "points", method: "mean", perspective: "customer", isUp: true,
            range: 30...50),
        Model(
            name: "Completion", type: "conversion", unit: "%", method: "ratio", perspective: "customer", isUp: true,
            range: 400...800),
        Model(
            name: "Duration", type: "time", unit: "minutes", method: "median", perspective: "customer", isUp: false,
            range: 100...400),
        Model(
            name: "Cost to serve", type: "cost", unit: "EUR", method: "mean", perspective: "business", isUp: false,
            range: 50...300),
        Model(
            name: "Calls", type: "volume", unit: "calls", method: "sum", perspective: "business", isUp: false,
            range: 500...5000),
        Model(
            name: "Churn", type: "ratio", unit: "%", method: "ratio", perspective: "business", isUp: false,
            range: 50...200),
    ]

    let model: Model
    let title: String
    let baseline: Int
    let target: Int

    init(_ index: Int) {
        var numbers = SplitMix64(.metric, index)
        model = Self.models[index % Self.models.count]
        title = model.name + " \(index + 1)"
        baseline = numbers.number(in: model.range)
        let step = max(5, (model.range.upperBound - model.range.lowerBound) / 4)
        target = model.isUp ? baseline + step : max(1, baseline - min(step, baseline / 2))
    }
}

enum MetricTexts {
    static func metric(_ index: Int, in plan: PortfolioPlan) -> String {
        let shape = MetricShape(index)
        // Apart from the numbers that the shape is made of.
        var numbers = SplitMix64(.metric, index + plan.metrics)
        return """
            ---
            title: \(shape.title)
            unit: "\(shape.model.unit)"
            type: \(shape.model.type)
            method: \(shape.model.method)
            perspective: \(shape.model.perspective)
            direction: \(shape.model.isUp ? "up" : "down")
            baseline: \(shape.baseline.tenths)
            target: \(shape.target.tenths)
            source: Data warehouse
            frequency: monthly
            owner: \(numbers.person(of: plan.people))
            ---

            \(numbers.paragraph(2))

            """
    }

    private static let lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    /// 24 months up to the portfolio's day, of which the oldest is 2024-12.
    static func series(_ index: Int) -> String {
        let shape = MetricShape(index)
        var numbers = SplitMix64(.metric, -index - 1)
        var text = "date,value,sample\n"
        var value = shape.baseline
        let swing = max(2, abs(shape.target - shape.baseline) / 4)
        for month in 0..<24 {
            let (year, number) = (2024 + (month + 11) / 12, (month + 11) % 12 + 1)
            value += numbers.number(in: -swing...swing) + (shape.target - value) / 12
            if shape.model.range.lowerBound >= 0 { value = max(0, value) }
            text +=
                "\(year)-\(number.padded(2))-\(lastDays[number - 1]),\(value.tenths),\(numbers.number(in: 80...900))\n"
        }
        return text
    }
}
