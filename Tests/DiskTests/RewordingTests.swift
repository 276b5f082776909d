import Foundation
import Journeys
import Pages
import Testing

@testable import Disk

/// What is published with other words alone is, to the byte, what would be made from nothing.
@Suite(.timeLimit(.minutes(5))) struct RewordingTests {
    private let folder: TestFolder
    private let journey = "content/journeys/b.md"
    private static let text = """
        ---
        title: Pay the bill
        level: sub
        parent: a
        owner: Ada Example
        team: Billing
        ---

        A bill comes every month, and is paid from the account that the customer has named.

        ## Getting it

        Before anything else a letter comes.

        - **Doing:** Opens the letter.
        - **Thinking:** Is that mine?
        - **Feeling:** -1 worried
        - **Frontstage:**
          - A letter.
          - An app that says the same thing.
        - **Pains:**
          - The sum is a surprise {#sum severity=4}
          - It comes late {severity=2}

        ### Paying it

        > It is always late.

        > Nobody answers. {#nobody}

        > Where does one ask? {evidence=calls}

        - **Doing:** Pays, see [the first](a.md).

        ### Waiting
        """

    init() throws {
        folder = try TestFolder()
        try folder.write("title: Example\nas_of: 2026-11-30\n", to: "content/portfolio.yml")
        try folder.write(
            "---\ntitle: A\nlevel: lifecycle\nowner: Ada\n---\n\n## One\n\n- **Doing:** Waits.\n",
            to: "content/journeys/a.md")
        try folder.write(Self.text + "\n", to: journey)
        try folder.write(
            "---\ntitle: Calls\nmethod: analytics\ndate: 2026-10-01\nsample: 9\n---\n\nCalls were read.\n",
            to: "content/evidence/calls.md")
        try folder.makeFolder("templates")
    }

    private enum Build: Equatable {
        case recalled, reworded, whole
    }

    /// Builds as the command does.
    private func build(options: [String] = []) async throws -> Build {
        let workers = Workers(jobs: 2)
        let memory = try #require(
            await BuildMemory(
                cache: UserCache(in: folder["cache"], edition: "test"), options: options,
                inputs: [folder["content"], folder["templates"]], output: folder["public"], workers: workers))
        if await memory.recall() != nil { return .recalled }
        let (content, output) = (try ContentFolder(folder["content"]), PublishedFolder(folder["public"], home: nil))
        if let reworded = await memory.reword(content, in: output) {
            #expect(reworded.said.summary == "said")
            #expect(reworded.published.written + reworded.published.unchanged == reworded.said.files)
            return .reworded
        }
        let (building, printed) = (try await prepared(content), PrintedWords())
        let published = try await output.publish(building.site, from: content, workers: workers, noting: printed)
        let said = BuildMemory.Remembered(
            summary: "said", files: published.written + published.unchanged, day: "2026-11-30", text: "")
        await memory.keep(
            said, of: printed, imprints: memory.imprints(of: building, from: content, printed: printed))
        return .whole
    }

    private func prepared(_ content: ContentFolder) async throws -> SiteBuilding {
        let day = try #require(CivilDate(iso: "2026-11-30"))
        return await SiteBuilding.prepare(
            content, overrides: try TemplateFolder(folder["templates"]), options: .init(asOf: day, today: day),
            workers: Workers(jobs: 2))
    }

    private func expectFresh(_ what: String) async throws {
        try? folder.remove("fresh")
        let content = try ContentFolder(folder["content"])
        _ = try await PublishedFolder(folder["fresh"], home: nil).publish(
            try await prepared(content).site, from: content)
        let (found, wanted) = (try folder.tree("public"), try folder.tree("fresh"))
        let wrong = Set(found.keys).union(wanted.keys).filter { found[$0] != wanted[$0] }.sorted()
        #expect(wrong.isEmpty, "\(what)")
    }

    private func change(_ old: String, to new: String) throws {
        let text = try #require(folder.text(journey))
        #expect(text.contains(old))
        try folder.write(text.replacing(old, with: new), to: journey)
    }

    @Test func `Free words are put in the place of others`() async throws {
        #expect(try await build() == .whole)
        for (old, new) in [
            ("from the account", "from an \"account\" <or> two & 料金\\n"), ("every month", "in *every* month"),
            ("a letter comes", "a letter, or two letters, come"), ("Opens the letter.", "Opens `it`."),
            ("Is that mine?", "é"), ("An app that", "An app, the website and the hotline that"),
            ("always late", "never late, & *cheap*"),
            ("that mine?", "that mine?") as (String, String),
        ] where folder.text(journey)?.contains(old) == true {
            try change(old, to: new)
            #expect(try await build() == .reworded, "\(new)")
            try await expectFresh(new)
            #expect(try await build() == .recalled, "\(new)")
        }
        try folder.write(Self.text + "\n\nNothing happens for a while.\n\nThen it does.\n", to: journey)
        #expect(try await build() == .whole, "the last step had nothing in it, and no column of the map")
        try folder.write(Self.text + "\n\nNothing happens for a while.\n", to: journey)
        #expect(try await build() == .reworded)
        try await expectFresh("fewer words at the end")
    }

    @Test func `Lines may move with the words`() async throws {
        // Messages show lines as they are, so there is none.
        try folder.write(Self.text.replacing("severity=4", with: "severity=2") + "\n", to: journey)
        #expect(try await build() == .whole)
        for (old, new) in [
            ("A bill comes", "A bill\ncomes"), ("\n## Getting it", "\nAnother paragraph.\n\n\n\n\n## Getting it"),
            ("> It is always late.", "> It is always\n>\n> late."),
            ("Opens the letter.", "Opens\n  the letter."), ("Before anything else a letter comes.\n", "Short.\n"),
            ("\nAnother paragraph.\n\n\n\n", ""), ("> It is", ">\n> It is"), ("> Nobody", "\n> Nobody"),
            ("- **Doing:** Pays", "\n\n- **Doing:** Pays"),
        ] {
            try change(old, to: new)
            #expect(try await build() == .reworded, "\(new)")
            try await expectFresh(new)
            #expect(try await build() == .recalled, "\(new)")
        }
    }

    @Test func `Two journeys may have other words at once, and a file none`() async throws {
        #expect(try await build() == .whole)
        try change("Opens the letter.", to: "Opens the envelope.")
        let first = try #require(folder.text("content/journeys/a.md"))
        try folder.write(first.replacing("Waits.", with: "Waits, and opens the envelope."), to: "content/journeys/a.md")
        #expect(try await build() == .reworded)
        try await expectFresh("two at once")
        try folder.write(try #require(folder.text(journey)), to: journey)
        #expect(try await build() == .reworded, "the file is another, and its words are the same")
        try await expectFresh("none")
    }

    @Test func `What was said of a journey is said again`() async throws {
        #expect(try await build() == .whole)
        let building = try await prepared(try ContentFolder(folder["content"]))
        #expect(building.diagnostics.map(\.code) == [.severePainWithoutEvidence])
        // The message shows the line, and where in it the pain stands.
        try change("  - The sum is", to: "  -  The sum is")
        #expect(try await build() == .whole)
        try change("Is that mine?", to: "Is that mine, ada@beispiel.de?")
        #expect(try await build() == .whole)
        try change("Opens the letter.", to: "Opens the envelope.")
        #expect(try await build() == .whole, "of what is said of words nothing is known")
    }

    @Test func `Whatever else changes has all pages made`() async throws {
        for (old, new) in [
            ("title: Pay", "title: Settle"), ("Ada Example", "Bea Example"), ("-1 worried", "-2 worried"),
            ("-1 worried", "-1 upset"), ("severity=4", "severity=3"), ("a surprise", "no surprise"),
            ("comes late", "comes too late"),
            ("Nobody answers", "Nobody is there"), ("does one ask", "may one ask"),
            ("late.\n", "late. {#late}\n"), ("late.\n", "late. {evidence=calls}\n"), (" {#nobody}", ""),
            (" {evidence=calls}", ""), ("always late", "[always](a.md) late"),
            ("- **Thinking:**", "- **Own lane:** This.\n- **Thinking:**"),
            ("**Thinking:**", "**Backstage:**"),
            ("see [the first]", "look at [the first]"), ("Opens the letter.", "Opens [it](a.md)."),
            ("Opens the letter.", "Opens it, as ada@beispiel.de said."), ("### Paying it", "### Paying"),
            ("- **Doing:** Opens", "\n- **Doing:** Opens"), ("  - A letter.\n", ""),
            ("\n> It", "\n- **Doing:** x\n\n> It"),
            ("A bill comes every month, and is paid from the account that the customer has named.", "Short."),
        ] {
            try folder.write(Self.text + "\n", to: journey)
            _ = try await build()
            try change(old, to: new)
            #expect(try await build() == .whole, "\(new)")
            try await expectFresh(new)
        }
    }

    @Test func `What is not as it was left has all pages made`() async throws {
        let changes: [(String, () throws -> Void)] = [
            ("a page", { try folder.write("<p>", to: "public/index.html") }),
            ("the journey's page", { try folder.write("<p>", to: "public/journeys/b.html") }),
            ("a page that is gone", { try folder.remove("public/search.html") }),
            ("another file of the content", { try folder.write("x", to: "content/notes.txt") }),
            ("a template", { try folder.write("<p>{{page.title}}</p>\n", to: "templates/404.mustache") }),
            ("what was kept", { try damageMemory() }),
        ]
        for (what, change) in changes {
            try folder.write(Self.text + "\n", to: journey)
            _ = try await build()
            try change()
            try self.change("Opens the letter.", to: "Opens the envelope, or \(what).")
            #expect(try await build() == .whole, "\(what)")
            try await expectFresh(what)
        }
    }

    private func damageMemory() throws {
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder["cache/test"]).first { $0.hasSuffix("-words") })
        let url = URL(fileURLWithPath: folder["cache/test/" + name])
        var bytes = try Data(contentsOf: url)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: url)
    }

    @Test func `A template that asks whether there are words has all pages made`() async throws {
        let own = "{{> partials/open}}{{#stages}}{{#moments}}{{#notes}}<p>noted</p>{{/notes}}{{/moments}}{{/stages}}"
        try folder.write(own, to: "templates/journey.mustache")
        #expect(try await build() == .whole)
        try change("Opens the letter.", to: "Opens the envelope.")
        #expect(try await build() == .whole)
        try await expectFresh("a template of its own")
        try folder.write(
            own.replacing("{{#notes}}<p>noted</p>{{/notes}}", with: "<p>{{{notes}}}</p><p>{{{notes}}}</p>"),
            to: "templates/journey.mustache")
        #expect(try await build() == .whole)
        try change("a letter comes", to: "an envelope comes")
        #expect(try await build() == .reworded)
        try await expectFresh("words that a page has twice")
    }

    @Test func `Every free word of the sample can be another`() async throws {
        let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("content").path
        let content = try ContentFolder(sample)
        let day = try #require(CivilDate(iso: "2026-11-30"))
        let building = await SiteBuilding.prepare(
            content, overrides: nil, options: .init(asOf: day, today: day), workers: Workers())
        let portfolio = building.reading.linked.portfolio
        for journey in portfolio.journeys {
            let source = content.read(ContentFolder.File(path: journey.path, size: 0)).value
            let parsed = ParsedItem.read(source, path: journey.path, kind: .journey, settings: portfolio.settings)
            guard case .journey(let read) = parsed.value else {
                Issue.record("\(journey.path) is no journey")
                continue
            }
            #expect(read.outline == journey.outline, "\(journey.id) is linked, and has the same outline")
            let words = journey.numberedWords
            #expect(words.count == journey.replacingWords(words).numberedWords.count)
            let numbers = zip(journey.places, journey.firstNumbers).map { $0.moment.numberOfNotes(from: $1) }
            #expect(numbers.map { words[$0] } == journey.places.map(\.moment.notes))
        }
    }
}
