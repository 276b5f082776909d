#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Remembers a build, so that the same one, with nothing changed on either side since, need not be done again.
///
/// A build is the same where the program, its options, the day, and every file of the content, of the templates and of the published
/// folder are: files are told by names, sizes, identities and times, and are not read. Whoever changes a page, or lays a file beside it,
/// gets a whole build. What is remembered lies in the user's folder for caches; it may be deleted at any time, and what is damaged is as
/// good as not there.
package struct BuildMemory: Sendable {
    /// What was said of the build.
    package struct Remembered: Hashable, Sendable {
        /// `30 journeys, 280 pages, 0 errors, 3 warnings`
        package let summary: String
        /// How many files were published.
        package let files: Int
        /// The day that it was made for.
        package let day: String
        /// All that was printed above the summary.
        package let text: String

        package init(summary: String, files: Int, day: String, text: String) {
            self.summary = summary
            self.files = files
            self.day = day
            self.text = text
        }
    }

    let cache: UserCache
    private let name: String
    let key: String
    let output: String
    /// The first is that of the content.
    let inputs: [FolderState]
    let workers: Workers

    /// Looks at what the build is made from, before any of it is read.
    ///
    /// - Parameters:
    ///   - options: all that the build, and what is said of it, depends on besides files.
    ///   - inputs: the folders that it is made from.
    /// - Returns: nothing where a build can't be remembered: a folder can't be looked at, or was changed a moment ago.
    package init?(
        cache: UserCache?, options: [String], inputs: [String], output: String, workers: Workers
    ) async {
        guard let cache else { return nil }
        var states: [FolderState] = []
        var places: [String] = []
        for folder in inputs {
            guard let state = await FolderState.settled(of: folder, workers: workers, listing: .paths),
                let place = Self.resolved(folder)
            else { return nil }
            states.append(state)
            places.append(place)
        }
        let all = [cache.edition] + places + [Self.place(of: output)] + options
        // Line ends in a name would make two of one.
        key = all.map { $0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\u{0}") }
            .joined(separator: "\u{1}")
        var checksum = Checksum()
        checksum.add(key.utf8)
        name = "build-" + checksum.text
        self.cache = cache
        self.output = output
        self.workers = workers
        self.inputs = states
    }

    /// What was said when the same was built, if all is still as it was then.
    package func recall() async -> Remembered? {
        guard let last, last.inputs == states,
            let state = await FolderState(of: output, workers: workers), state.text == last.output
        else { return nil }
        return last.said
    }

    /// The last build that was remembered, and the states of what it was made from and of what came of it.
    var last: (inputs: String, output: String, said: Remembered)? {
        guard let lines = cache.lines(of: name), lines.count >= 7, lines[0] == key, let files = Int(lines[3]) else {
            return nil
        }
        let said = Remembered(
            summary: lines[4], files: files, day: lines[5], text: lines[6...].joined(separator: "\n"))
        return (lines[1], lines[2], said)
    }

    private var states: String { inputs.map(\.text).joined(separator: " ") }

    /// Keeps what was said of a build that is published.
    ///
    /// - Parameters:
    ///   - printed: what was noted when it was published. The folder itself is not looked at again: others may have published in it since.
    ///   - imprints: where on its pages the words of journeys stand.
    package func keep(_ remembered: Remembered, of printed: PrintedWords, imprints: KeptImprints?) {
        cache.removeUnfinished()
        guard let state = printed.published else { return }
        keep(remembered, imprints: imprints, of: state)
    }

    /// - Parameter state: that of the output folder.
    func keep(_ remembered: Remembered, imprints: KeptImprints?, of state: FolderState) {
        let lines = [
            key, states, state.text, String(remembered.files), remembered.summary, remembered.day,
        ]
        cache.write(
            lines + remembered.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), to: name)
        imprints?.keep(of: KeptImprints.Build(key: key, inputs: states, output: state.text))
    }

    /// What has been kept of the words of the last build.
    func imprints(of last: (inputs: String, output: String, said: Remembered)) -> KeptImprints? {
        KeptImprints(
            at: imprintsPlace, of: KeptImprints.Build(key: key, inputs: last.inputs, output: last.output))
    }

    /// Where the words of journeys stand in the site that has just been published.
    package func imprints(
        of building: SiteBuilding, from folder: ContentFolder, printed: PrintedWords
    ) async -> KeptImprints? {
        guard let content = inputs.first else { return nil }
        return await KeptImprints(
            of: building, from: folder, content: content, printed: printed, at: imprintsPlace, workers: workers)
    }

    private var imprintsPlace: KeptImprints.Place { KeptImprints.Place(cache: cache, name: name + "-words") }

    /// Where a folder is or will be made: from the root of the disk on, without links as far as it is there.
    private static func place(of path: String) -> String {
        var names = path.split(separator: "/", omittingEmptySubsequences: true)[...]
        var missing: [Substring] = []
        while true {
            let above = (path.hasPrefix("/") ? "/" : "") + names.joined(separator: "/")
            if let real = resolved(above.isEmpty ? "." : above) {
                return ([real] + missing.reversed().map(String.init)).joined(separator: "/")
            }
            guard let name = names.popLast() else { return path }
            missing.append(name)
        }
    }

    /// From the root of the disk on, without links.
    static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}
