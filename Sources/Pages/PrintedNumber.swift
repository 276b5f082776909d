import Templates

/// What a page notes the place of: free words of a journey, or a line of its file. Numbers of one journey are near each other.
struct PrintedNumber: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// See `Journey.numberedWords`.
        case words(Int)
        case line(Int)
        /// The page's description, which begins as the summary does.
        case description
    }

    /// An index into the portfolio's journeys.
    let journey: Int
    let kind: Kind

    private static let room = 1 << 24
    private static let kinds = 3

    init(_ kind: Kind, of journey: Int) {
        self.kind = kind
        self.journey = journey
    }

    init(_ number: Int) {
        journey = number / Self.room
        let rest = number % Self.room
        kind =
            switch rest % Self.kinds {
            case 0: .words(rest / Self.kinds)
            case 1: .line(rest / Self.kinds)
            default: .description
            }
    }

    /// As pages note it.
    var number: Int {
        let rest =
            switch kind {
            case .words(let number): number * Self.kinds
            case .line(let line): line * Self.kinds + 1
            case .description: 2
            }
        // More lines than that no file has that could be read.
        return journey * Self.room + min(rest, Self.room - Self.kinds)
    }

    static func words(_ number: Int, of journey: Int) -> Int { PrintedNumber(.words(number), of: journey).number }
    static func line(_ line: Int, of journey: Int) -> Int { PrintedNumber(.line(line), of: journey).number }
}

extension PrintedRun {
    /// The journey whose words or lines are printed.
    package var journey: Int { PrintedNumber(number).journey }
}
