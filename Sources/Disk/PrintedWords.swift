import Pages
import Synchronization
import Templates

/// Collects where pages print what is noted, while they are written by several workers.
package final class PrintedWords: Sendable {
    private let runs = Mutex<[String: [PrintedRun]]>([:])

    package init() {}

    /// Of pages that depend on what they print in other ways nothing is noted.
    func note(_ path: SitePath, _ page: borrowing PageBuffer) {
        guard !page.runs.isEmpty, !page.isConditional else { return }
        let found = page.runs
        runs.withLock { $0[path.text] = found }
    }

    func callAsFunction(_ path: SitePath) -> [PrintedRun]? { runs.withLock { $0[path.text] } }
}
