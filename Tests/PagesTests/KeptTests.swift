import Journeys
import Testing

@testable import Pages

@Suite struct KeptTests {
    private final class Value: Sendable {}

    @Test func `all who ask at once are given the same value`() async {
        let kept = Kept<Value>(count: 2)
        let given = await withTaskGroup { group in
            for _ in 0..<64 { group.addTask { ObjectIdentifier(kept.value(at: 1) { Value() }) } }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(given == [ObjectIdentifier(kept.value(at: 1) { Value() })])
        #expect(kept.value(at: 0) { Value() } !== kept.value(at: 1) { Value() })
    }

    @Test func `a value is made once, and let go with all of them`() {
        var made = 0
        weak var value: Value?
        do {
            let kept = Kept<Value>(count: 1)
            for _ in 0..<3 {
                value = kept.value(at: 0) {
                    made += 1
                    return Value()
                }
            }
            #expect(value != nil)
        }
        #expect(made == 1)
        #expect(value == nil)
    }

    @Test func `what has no place is made each time`() {
        let kept = Kept<Value>(count: 1)
        for place in [-1, 1, Int.max] {
            #expect(kept.value(at: place) { Value() } !== kept.value(at: place) { Value() })
        }
    }

    @Test(arguments: [-200_000, 7304, 7305, 20_000, 23_688, 23_689, 900_000])
    func `a day has its own text, within the years that are kept and outside of them`(days: Int) {
        let kept = KeptByDay()
        let day = CivilDate(days: days)
        #expect(kept.text(of: day) { "first" } == "first")
        #expect(kept.text(of: day.advanced(by: 1)) { "next" } == "next")
        #expect(kept.text(of: day) { "again" } == ((7305...23_688).contains(days) ? "first" : "again"))
    }
}
