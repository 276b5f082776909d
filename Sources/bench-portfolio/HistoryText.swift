/// What has been recorded of 24 months: a row for the portfolio and one for every journey each.
struct HistoryText {
    private static let lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    private static let months = 24

    private let plan: PortfolioPlan
    /// By journey, in hundredths: health, trust and progress.
    private var scores: [[Int]]
    private var numbers = SplitMix64(.journey, -2)

    init(_ plan: PortfolioPlan) {
        self.plan = plan
        scores = []
        for _ in 0..<plan.journeys { scores.append((0..<3).map { _ in numbers.number(in: 2000...8000) }) }
    }

    mutating func text() -> String {
        var text = "date,journey,health,trust,progress,maturity,status,measured,counting,untouched\n"
        // Read back in this order, so that it is the one in which the program writes them.
        let order = (0..<plan.journeys).map { ($0, plan.id(.journey, $0)) }
            .sorted { $0.1.utf8.lexicographicallyPrecedes($1.1.utf8) }
        for month in 0..<Self.months {
            // The oldest is 2024-11.
            let (year, number) = (2024 + (month + 10) / 12, (month + 10) % 12 + 1)
            let day = "\(year)-\(number.padded(2))-\(Self.lastDays[number - 1])"
            text += "\(day),,\(40 + month / 3).25,,,\(1 + month / 12),,\(plan.journeys),\(plan.journeys),\n"
            for (index, id) in order {
                for score in 0..<3 {
                    scores[index][score] = min(max(scores[index][score] + numbers.number(in: -200...220), 0), 10_000)
                }
                let figures = scores[index].map { "\($0 / 100).\(($0 % 100).padded(2))" }.joined(separator: ",")
                text += "\(day),\(id),\(figures),\(1 + scores[index][0] / 2500),active,,,\n"
            }
        }
        return text
    }
}
