import Synchronization
import Testing

@testable import Disk

@Suite struct WorkersTests {
    struct Odd: Error, Equatable {
        let index: Int
    }

    @Test(arguments: [1, 2, 3, 8, 100]) func `Results stand in the order of their indices`(jobs: Int) async {
        let squares = await Workers(jobs: jobs).map(5..<1000) { $0 * $0 }
        #expect(squares == (5..<1000).map { $0 * $0 })
    }

    @Test func `No indices are no work`() async {
        let results = await Workers(jobs: 4).map(7..<7) { $0 }
        #expect(results.isEmpty)
    }

    @Test(arguments: [1, 2, 8]) func `The first failure of all is thrown`(jobs: Int) async {
        for first in [0, 1, 15, 16, 17, 250, 999] {
            await #expect(throws: Odd(index: first)) {
                try await Workers(jobs: jobs).forEach(0..<1000) { (index) throws(Odd) in
                    if index >= first { throw Odd(index: index) }
                }
            }
        }
    }

    @Test func `After a failure little more is started`() async {
        let started = Atomic(0)
        await #expect(throws: Odd.self) {
            try await Workers(jobs: 2).forEach(0..<100_000) { (index) throws(Odd) in
                started.add(1, ordering: .relaxed)
                throw Odd(index: index)
            }
        }
        #expect(started.load(ordering: .relaxed) <= 2)
    }

    @Test func `Each worker makes one scratch and keeps it`() async {
        let made = Atomic(0)
        let sizes = await Workers(jobs: 3, chunk: 4).map(
            0..<400,
            scratch: {
                made.add(1, ordering: .relaxed)
                return [Int]()
            },
            { (scratch: inout [Int], index: Int) -> Int in
                scratch.append(index)
                return scratch.count
            })
        #expect(made.load(ordering: .relaxed) <= 3)
        #expect(sizes.count { $0 == 1 } <= 3)
        #expect(sizes[0] >= 1)
    }

    @Test func `There is always one worker`() {
        #expect(Workers(jobs: 0).count == 1)
        #expect(Workers(jobs: -3).count == 1)
        #expect(Workers().count == Workers.coreCount)
    }
}
