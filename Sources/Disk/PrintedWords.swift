import Diagnostics
import Pages
import Synchronization
import Templates

/// Collects where pages print what is noted, while they are written by several workers, and what the folder was when they were.
package final class PrintedWords: Sendable {
    /// What was noted on a page.
    private struct Page {
        /// The runs as bytes: there are hundreds.
        let runs: [UInt8]
        let isConditional: Bool
        /// The journey that all are of; nothing where they are of several.
        let journey: Int?
    }

    private let noted = Mutex<[String: Page]>([:])
    private let left = Mutex<[UInt64]>([])
    private let folder = Mutex<FolderState?>(nil)

    package init() {}

    /// The state of the published folder before anybody else could publish in it; nothing where somebody has changed it all the same.
    var published: FolderState? {
        get { folder.withLock { $0 } }
        set { folder.withLock { $0 = newValue } }
    }

    /// Notes how a file was left.
    ///
    /// - Parameter prefix: the path of its folder with a `/` at its end; empty for the root.
    func leave(_ name: String, in prefix: String, _ folder: OpenFolder) {
        // Of one that is gone already nothing is found again.
        let sum = folder.stamp(of: name).map { FolderState.sum(of: name, in: prefix, $0) } ?? 0
        left.withLock { $0.append(sum) }
    }

    /// Looks at the folder when all is published: each file must still be what it was left as. What others have done to it meanwhile, as who
    /// clears the folder while a build goes on, is not the site that was made.
    func look(at root: OpenFolder, workers: Workers) async {
        let state = await FolderState.settled(of: root, workers: workers, listing: .sums)
        published = state.flatMap { state in left.withLock { state.holds($0) } ? state : nil }
    }

    func note(_ path: SitePath, _ page: borrowing PageBuffer) {
        guard !page.runs.isEmpty || page.isConditional else { return }
        let first = page.runs.first?.journey
        let isOfOne = page.runs.allSatisfy { $0.journey == first }
        let page = Page(runs: Self.bytes(page.runs), isConditional: page.isConditional, journey: isOfOne ? first : nil)
        noted.withLock { $0[path.text] = page }
    }

    /// Nothing for a page that depends on what it prints in other ways as well.
    func bytes(of path: String) -> [UInt8]? { noted.withLock { $0[path] }.flatMap { $0.isConditional ? nil : $0.runs } }

    /// The journeys that a page depends on, besides printing what is one's own.
    func others(on path: String, than own: Int? = nil) -> Set<Int> {
        guard let page = noted.withLock({ $0[path] }) else { return [] }
        if !page.isConditional, let own, page.journey == own { return [] }
        let journeys = Set(Self.runs(page.runs).map(\.journey))
        return own.map { page.isConditional ? journeys : journeys.subtracting([$0]) } ?? journeys
    }

    /// The pages that something was noted of.
    var paths: Set<String> { noted.withLock { Set($0.keys) } }

    static func bytes(_ runs: [PrintedRun]) -> [UInt8] {
        var pack = PackWriter(capacity: 8 * runs.count)
        pack.runs(runs)
        return pack.bytes
    }

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
