import Allocation
import ArgumentParser
import Diagnostics
import Disk

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Make a site of a portfolio.",
        discussion: "Writes only what differs, and leaves the last site as it was if anything is wrong.")

    @OptionGroup var reading: ReadingOptions

    @Option(help: "The folder to publish in.", completion: .directory)
    var output = "public"

    @Option(
        help: "A folder with templates, words or assets of your own, which stand in for the default ones.",
        completion: .directory)
    var templates: String?

    @Flag(help: "Publish what is sound in spite of errors, and mark what is not.")
    var keepGoing = false

    @Flag(help: "Take a folder that holds files from elsewhere, and leave those alone.")
    var adopt = false

    @Flag(
        help: """
            Say how long each stage took, how long all cores worked, and the most memory at once: as a table for people, \
            or as JSON on standard output.
            """)
    var timings: TimingsForm?

    @Flag(help: "Do all of it, even if nothing has changed since the last time, and remember nothing.")
    var noCache = false

    @Flag(help: "How much to say: only errors, or what was written as well.")
    var talk: Talk?

    enum Talk: String, EnumerableFlag {
        case quiet, verbose
    }

    enum TimingsForm: String, EnumerableFlag {
        case timings, timingsJSON

        static func name(for value: TimingsForm) -> NameSpecification {
            switch value {
            case .timings: .customLong("timings")
            case .timingsJSON: .customLong("timings-json")
            }
        }
    }

    func run() async throws {
        try await Run.reporting { terminal in
            var watch = Stopwatch()
            let progress = talk == .quiet ? nil : ProgressLine(on: terminal)
            defer { progress?.end() }
            let folder = try reading.folder()
            let options = try noCache ? reading.run.options() : reading.options()
            let memory = await memory(of: options, from: folder, printingOn: terminal)
            if let known = await memory?.recall() {
                let summary = PublishSummary(written: 0, unchanged: known.files, removed: 0)
                say(known, summary, after: watch.total, to: terminal)
                return .success
            }
            if let reworded = await memory?.reword(folder, in: PublishedFolder(output)) {
                say(reworded.said, reworded.published, after: watch.total, to: terminal)
                if talk == .verbose { terminal.say("nothing but words of journeys had changed\n") }
                return .success
            }
            // All of it is read many times from now on.
            allocation_use_large_pages(true)
            let printed = memory == nil ? nil : PrintedWords()
            let building = await SiteBuilding.prepare(
                folder, overrides: try overrides(), options: options, workers: reading.workers,
                isStrict: reading.strict
            ) { watch.lap($0) }
            let diagnostics = building.diagnostics.settled(isStrict: reading.strict)
            let shown = talk == .quiet ? diagnostics.filter { $0.severity == .error } : diagnostics

            let isSound = diagnostics.errorCount == 0
            var published: PublishSummary?
            if isSound || keepGoing {
                published = try await publish(
                    building, from: folder, noting: isSound ? printed : nil, progress: progress)
                watch.lap("publish")
            }
            progress?.end()
            let text = terminal.text(of: shown, from: folder, and: building.templates)
            terminal.say(text)
            let pages = building.site.pages.count
            let summary = Summary.found(building.reading, diagnostics: diagnostics, pages: pages)
            if talk != .quiet {
                terminal.say(Summary.build(summary, published: published, duration: watch.total) + "\n")
                sayMore(asOf: building.reading.asOf.iso, to: terminal)
            }
            try say(watch.timings(pages: pages), to: terminal)
            if isSound, let memory, let published, let printed {
                let said = BuildMemory.Remembered(
                    summary: summary, files: published.written + published.unchanged, day: building.reading.asOf.iso,
                    text: text)
                await memory.keep(
                    said, of: printed, imprints: memory.imprints(of: building, from: folder, printed: printed))
            }
            Run.keepUntilExit(building)
            return isSound ? .success : .failure
        }
    }

    /// Says of a build what was said of the one before.
    private func say(
        _ known: BuildMemory.Remembered, _ published: PublishSummary, after duration: Duration, to terminal: Terminal
    ) {
        terminal.say(known.text)
        guard talk != .quiet else { return }
        terminal.say(Summary.build(known.summary, published: published, duration: duration) + "\n")
        sayMore(asOf: known.day, to: terminal)
    }

    private func say(_ taken: Timings, to terminal: Terminal) throws {
        switch timings {
        case .timings: terminal.say(taken.table)
        case .timingsJSON: try Run.write(taken.json)
        case nil: break
        }
    }

    private func sayMore(asOf day: String, to terminal: Terminal) {
        if talk == .verbose { terminal.say("as of \(day), in '\(output)'\n") }
    }

    /// Nothing where all is to be done again: whoever measures a build wants one.
    private func memory(
        of options: PortfolioReading.Options, from folder: ContentFolder, printingOn terminal: Terminal
    ) async -> BuildMemory? {
        guard !noCache, timings == nil else { return nil }
        return await BuildMemory(
            cache: .ofThisProgram(kind: "builds"),
            options: [
                options.key, reading.content, folder.publishedPrefix, output, templates ?? "", String(describing: talk),
                "\(reading.strict) \(keepGoing) \(adopt) \(terminal.isColoured)",
            ], inputs: [reading.content] + (templates.map { [$0] } ?? []), output: output,
            workers: reading.workers)
    }

    func overrides() throws -> TemplateFolder? {
        guard let templates else { return nil }
        do {
            return try TemplateFolder(templates)
        } catch {
            let isMissing = if case .missing = error { true } else { false }
            let text = isMissing ? "there is no folder '\(templates)' to take templates from" : "\(error)"
            throw Failure(text, exitCode: error.exitCode)
        }
    }

    private func publish(
        _ building: SiteBuilding, from folder: ContentFolder, noting printed: PrintedWords?, progress: ProgressLine?
    ) async throws -> PublishSummary {
        let whole = keepGoing ? building.site.withoutConflicts() : building.site
        let site = progress?.counting(whole) ?? whole
        do {
            return try await PublishedFolder(output).publish(
                site, from: folder, workers: reading.workers, foreignFiles: adopt ? .adopt : .refuse,
                noting: printed)
        } catch {
            throw Failure(error.description, exitCode: error.exitCode)
        }
    }
}
