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

    @Flag(help: "Say how long each stage took, how long all cores worked, and the most memory at once.")
    var timings = false

    @Flag(help: "How much to say: only errors, or what was written as well.")
    var talk: Talk?

    enum Talk: String, EnumerableFlag {
        case quiet, verbose
    }

    func run() async throws {
        try await Run.reporting { terminal in
            var watch = Stopwatch()
            let progress = talk == .quiet ? nil : ProgressLine(on: terminal)
            defer { progress?.end() }
            let folder = try reading.folder()
            let building = await SiteBuilding.prepare(
                folder, overrides: try overrides(), options: try reading.options(), workers: reading.workers,
                isStrict: reading.strict
            ) { watch.lap($0) }
            let diagnostics = building.diagnostics.settled(isStrict: reading.strict)
            let shown = talk == .quiet ? diagnostics.filter { $0.severity == .error } : diagnostics

            let isSound = diagnostics.errorCount == 0
            var published: PublishSummary?
            if isSound || keepGoing {
                published = try await publish(building, from: folder, progress: progress)
                watch.lap("publish")
            }
            progress?.end()
            terminal.show(shown, from: folder, and: building.templates)
            if talk != .quiet {
                let pages = building.site.pages.count
                terminal.say(
                    Summary.build(
                        building.reading, diagnostics: diagnostics, pages: pages, published: published,
                        duration: watch.total)
                        + "\n")
                if talk == .verbose { terminal.say("as of \(building.reading.asOf.iso), in '\(output)'\n") }
            }
            if timings { terminal.say(watch.report(pages: building.site.pages.count)) }
            Run.keepUntilExit(building)
            return isSound ? .success : .failure
        }
    }

    private func overrides() throws -> TemplateFolder? {
        guard let templates else { return nil }
        do {
            return try TemplateFolder(templates)
        } catch {
            throw Failure("\(error)", exitCode: error.exitCode)
        }
    }

    private func publish(_ building: SiteBuilding, from folder: ContentFolder, progress: ProgressLine?) async throws
        -> PublishSummary
    {
        let site = progress?.counting(building.site) ?? building.site
        do {
            return try await PublishedFolder(output).publish(
                site, from: folder, workers: reading.workers, foreignFiles: adopt ? .adopt : .refuse)
        } catch {
            throw Failure(error.description, exitCode: error.exitCode)
        }
    }
}
