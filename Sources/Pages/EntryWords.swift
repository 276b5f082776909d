import Journeys

/// What findings, feelings and quotes say again and again, put into words once.
struct EntryWords: Sendable {
    private let figures: Figures
    /// From 1 to 5.
    private let severities: [String]
    /// By the percentage, from 0 to 100.
    private let reaches: [String]
    /// By tenths, from −2 to +2.
    private let feelings: [String]
    /// By the place of their type.
    private let insights: [String]

    init(_ words: Words, _ figures: Figures) {
        self.figures = figures
        severities = (1...5).map { words(.severityOf, ["severity": String($0)]) }
        reaches = (0...100).map { words(.reaches, ["share": figures.percent(Double($0) / 100)]) }
        insights = Finding.Kind.allCases.map { words(.insightOfKind, ["kind": words[$0.word]]) }
        feelings = (-Self.mostTenths...Self.mostTenths).map { figures.signed(Double($0) / 10) }
    }

    func insight(_ type: Finding.Kind) -> String {
        switch type {
        case .pain: insights[0]
        case .employeePain: insights[1]
        case .gain: insights[2]
        case .need: insights[3]
        }
    }

    private static let mostTenths = 20

    /// - Parameter severity: from 1 to 5.
    func severity(_ severity: Int) -> String { severities[severity - 1] }

    /// - Parameter reach: the share of customers, from 0 to 1.
    func reach(_ reach: Double) -> String { reaches[Int((reach * 100).rounded(.toNearestOrAwayFromZero))] }

    /// As `Figures.signed` writes it.
    func felt(_ value: Double) -> String {
        // A mean of several may lie between two tenths, and is rounded away from zero.
        let tenths = (abs(value) * 10).rounded(.toNearestOrAwayFromZero)
        guard tenths <= Double(Self.mostTenths) else { return figures.signed(value) }
        return feelings[Self.mostTenths + (value < 0 ? -Int(tenths) : Int(tenths))]
    }

    /// Several in order, as a transition.
    func felt(_ values: some RandomAccessCollection<Double>, _ words: Words) -> String {
        values.count == 1 ? felt(values[values.startIndex]) : words.transition(values.map { felt($0) })
    }
}
