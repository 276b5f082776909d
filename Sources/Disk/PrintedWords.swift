import Diagnostics
import Pages
import Synchronization
import Templates

/// Collects where pages print what is noted, while they are written by several workers.
package final class PrintedWords: Sendable {
    /// By path, as bytes: there are hundreds on a page.
    private let runs = Mutex<[String: [UInt8]]>([:])

    package init() {}

    /// Of pages that depend on what they print in other ways nothing is noted.
    func note(_ path: SitePath, _ page: borrowing PageBuffer) {
        guard !page.runs.isEmpty, !page.isConditional else { return }
        var pack = PackWriter()
        pack.runs(page.runs)
        let found = pack.bytes
        runs.withLock { $0[path.text] = found }
    }

    func callAsFunction(_ path: String) -> [UInt8]? { runs.withLock { $0[path] } }

    /// The pages that something was noted of.
    var paths: Set<String> { runs.withLock { Set($0.keys) } }

    static func runs(_ bytes: [UInt8]) -> [PrintedRun] {
        var pack = PackReader(bytes)
        return pack.runs()
    }
}

extension PackWriter {
    /// As distances, which are small numbers.
    mutating func runs(_ runs: [PrintedRun]) {
        var (place, number) = (0, 0)
        list(runs) { pack, run in
            pack.number(run.number - number)
            pack.number(run.range.lowerBound - place)
            pack.number(run.range.count)
            (place, number) = (run.range.upperBound, run.number)
        }
    }
}

extension PackReader {
    mutating func runs() -> [PrintedRun] {
        var (place, number) = (0, 0)
        return list { pack in
            let (step, distance, count) = (pack.number(), pack.number(), pack.number())
            number &+= step
            guard distance >= 0, count >= 0, number >= 0, max(place, distance, count) < 1 << 40 else {
                pack.fail()
                return PrintedRun(number: 0, range: 0..<0)
            }
            let start = place + distance
            place = start + count
            return PrintedRun(number: number, range: start..<place)
        }
    }
}
