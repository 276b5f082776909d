import Dispatch
import Pages
import Synchronization

/// Shows how far a long build is, on a terminal, once it has taken a second; never in a pipe.
final class ProgressLine: Sendable {
    private let terminal: Terminal
    private let stage = Mutex("reading")
    private let done = Atomic(0)
    private let total = Atomic(0)
    private let isShown = Atomic(false)
    private let isOver = Atomic(false)

    init?(on terminal: Terminal) {
        guard terminal.isInteractive else { return nil }
        self.terminal = terminal
        showLater(in: .seconds(1))
    }

    /// On a queue of its own: the threads that tasks run on are busy with the build.
    private func showLater(in time: DispatchTimeInterval) {
        DispatchQueue.global().asyncAfter(deadline: .now() + time) { [self] in
            guard !isOver.load(ordering: .acquiring) else { return }
            show()
            showLater(in: .milliseconds(100))
        }
    }

    func begin(_ name: String) {
        stage.withLock { $0 = name }
    }

    /// The same site, whose pages count themselves.
    func counting(_ site: Site) -> Site {
        total.store(site.pages.count, ordering: .relaxed)
        begin("writing pages")
        return Site(
            pages: site.pages.map { page in
                SitePage(path: page.path) { [self] output in
                    page.render(&output)
                    done.add(1, ordering: .relaxed)
                }
            }, copies: site.copies)
    }

    /// Takes the line off the terminal.
    func end() {
        guard !isOver.exchange(true, ordering: .acquiringAndReleasing) else { return }
        if isShown.load(ordering: .relaxed) { terminal.say("\r\u{1B}[K") }
    }

    private func show() {
        isShown.store(true, ordering: .relaxed)
        let count = total.load(ordering: .relaxed)
        let figures = count > 0 ? " \(done.load(ordering: .relaxed)) of \(count)" : ""
        terminal.say("\r\u{1B}[K\(stage.withLock { $0 })\(figures) …")
    }
}
