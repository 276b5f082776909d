import Diagnostics
import Markup
import Testing

@testable import Journeys

@Suite("Reading a journey")
struct JourneyReadingTests {
    @Test("cuts the body into summary, stages and steps")
    func structure() {
        let read = TextPortfolio(
            journey: """
                Summary.

                ## One

                ### First

                ### Second

                ## Two

                Notes.
                """)
        let journey = read.journey("a")
        #expect(journey?.record.body.plain == "Summary.")
        #expect(journey?.stages.map(\.title) == ["One", "Two"])
        #expect(journey?.stages.map { $0.steps.map(\.title) } == [["First", "Second"], []])
        #expect(journey?.stages.last?.moment.notes.plain == "Notes.")
        #expect(read.diagnostics.isEmpty)
    }

    @Test("puts a step before the first stage into one without a name")
    func earlyStep() {
        let read = TextPortfolio(journey: "### «Early»\n\n## One\n")
        #expect(read.journey("a")?.stages.map(\.isUnnamed) == [true, false])
        #expect(read.journey("a")?.stages.first?.steps.map(\.title) == ["Early"])
        #expect(read.codes == [.earlyStep])
        #expect(read.places == read.marks)
    }

    @Test("knows the entries of lanes of references, with words around their links or without")
    func wordsOfReferences() throws {
        let read = TextPortfolio(
            journey: """
                ## One

                - **Next:** [Two](#two)
                - **Details:**
                  - [Two](#two)
                  - [*One*](#one)

                ## Two

                - **Next:**
                  - [One](#one)
                  - or [Two](#two), [One](#one)
                - **Details:** [One](#one), [Two](#two)
                - **Doing:** Words
                """)
        let lanes = read.moments.map(\.lanes)
        let html = lanes.map { $0.map { $0.words.map { String(decoding: $0.html, as: UTF8.self) } } }
        let (one, two) = ("<a href=\"\">One</a>", "<a href=\"\">Two</a>")
        #expect(
            html == [
                [[two, "<a href=\"\"><em>One</em></a>"], [two]],
                [[], ["\(one), \(two)"], [one, "or \(two), \(one)"]],
            ])
        #expect(
            lanes.map { $0.map(\.plainWords) } == [
                [["Two", "One"], ["Two"]], [[], ["One, Two"], ["One", "or Two, One"]],
            ])
        #expect(lanes.map { $0.map(\.isLinksAlone) } == [[false, true], [false, false, false]])
        let next = try #require(lanes.first?.last)
        #expect(
            next.words.map(\.links) == [
                [
                    Prose.Link(
                        offset: 9, destination: "#two", label: "Two", range: next.words[0].links[0].range,
                        isImage: false)
                ]
            ])
    }

    @Test("names headings as code hosts do, and findings by their words after all headings")
    func anchors() {
        let read = TextPortfolio(
            journey: """
                ## Step & *big* `words`

                - **Pains:**
                  - Same
                  - Same
                  - It's slow {#slow}
                  - ???

                ### Same

                ### Same

                ### Übergröße 2.0 {#big}
                """)
        let moments = read.moments
        #expect(moments.map(\.anchor) == ["step--big-words", "same", "same-1", "big"])
        #expect(moments.first?.findings.map(\.id) == ["same-2", "same-3", "slow", "pain"])
        let link = TextPortfolio(journey: "## Größe {#g}\n\n[by its id](#g), [as on a host](#größe-g)\n")
        #expect(link.diagnostics.isEmpty)
    }

    @Test("joins a lane that comes twice, and matches labels without case or number")
    func lanes() {
        let read = TextPortfolio(
            journey: """
                ## One

                - **DOING**: first
                - **customer action:** second
                - **Pain point:** a {severity=3}
                - **frustrations:**
                  - b

                    more

                  - c
                """)
        let lanes = read.moments.first?.lanes ?? []
        #expect(lanes.map(\.lane) == ["doing", "pains"])
        if case .text(let texts)? = lanes.first?.value {
            #expect(texts.map(\.plain) == ["first", "second"])
        } else {
            Issue.record("the lane has no texts")
        }
        #expect(read.moments.first?.findings.map(\.text.plain) == ["a", "b", "c"])
        #expect(read.moments.first?.findings.first?.severity == 3)
        #expect(read.diagnostics.isEmpty)
    }

    @Test("splits tags of a line at commas, those of a nested list not")
    func tags() {
        let read = TextPortfolio(
            journey:
                "## One\n\n- **Channels:** web,, phone ,\n- **Systems:** CRM\n  - Mail, in and out\n  - [Bill](x)ing\n")
        #expect(read.moments.first?.tags(in: "channels").map(\.name) == ["web", "phone"])
        #expect(read.moments.first?.tags(in: "systems").map(\.name) == ["CRM", "Mail, in and out", "Billing"])
    }

    @Test(
        "reads feelings",
        arguments: [
            ("-2", [-2], ""), ("+1.5 Glad", [1.5], "Glad"), ("−1 → 0 → +2 Up", [-1, 0, 2], "Up"),
            ("-2->-1 x", [-2, -1], "x"),
            ("0, then", [0], ", then"), ("-1 2 days late", [-1], "2 days late"), ("1 **bold**", [1], "bold"),
            ("**+1** Glad", [1], "Glad"), ("**-2** → `-1` x", [-2, -1], "x"),
        ] as [(String, [Double], String)])
    func feelings(written: String, values: [Double], words: String) {
        let read = TextPortfolio(journey: "## One\n\n- **Feeling:** \(written)\n")
        #expect(read.moments.first?.feelings.map { Array($0.values) } == [values])
        #expect(read.moments.first?.feelings.first?.words.plain == words)
        #expect(read.diagnostics.isEmpty)
    }

    @Test(
        "says where a feeling's number is wrong",
        arguments: [
            "«+3» Ecstatic", "«-1,5» Low", "-2 «→» happy", "-2 -> «+4» x", "«–1» dash", "-2 «to» +1 x", "-2 «=>» 1",
            "1«/»2",
            "«+ 1» x", "«.5» x", "-2«,» -1 x", "-1«..»2 x",
        ])
    func badFeelings(written: String) {
        let read = TextPortfolio(journey: "## One\n\n- **Feeling:** \(written)\n")
        #expect(read.codes == [.badEmotion])
        #expect(read.places == read.marks)
        #expect(read.moments.first?.feelings.first?.values.isEmpty == true)
    }

    @Test("keeps several feelings with their personas, and words without a number")
    func severalFeelings() {
        let read = TextPortfolio(
            journey: "## One\n\n- **Feeling:**\n  - -1 Lost {persona=p}\n  - «Angry»\n  - 2\n")
        #expect(read.moments.first?.feelings.map(\.value) == [-1, nil, 2])
        #expect(read.moments.first?.feelings.first?.persona?.written == "p")
        #expect(
            read.codes == [.wordsWithoutEmotion, .unknownTarget]
                || read.codes == [.unknownTarget, .wordsWithoutEmotion])
    }

    @Test("warns of what is nearly a label or a heading, at the mark")
    func nearly() {
        let read = TextPortfolio(
            journey: """
                ## One

                - **«Pains»** It hurts
                - **«Doign»:** x
                - «Thinking»: why
                - *«Doing»:* x

                «##»Two

                1. **«Doing»:** x
                """)
        #expect(read.codes == [.unreadLabel, .unknownLane, .unreadLabel, .unreadLabel, .unspacedHeading, .unreadLabel])
        #expect(read.places == read.marks)
        let prose = TextPortfolio(
            journey: "## One\n\n- **Important** point\n- Note: x\n- next steps\n\n#hashtag ##x\n\n#1 of 3\n")
        #expect(prose.diagnostics.isEmpty)
    }

    @Test(
        "marks a label inside its line, whatever room its signs take in print",
        arguments: ["- **Needs#:** x", "- **Needs#**: x"])
    func wideLabel(line: String) {
        // A byte that is no character, for which three stand in what is read.
        let label = line.replacing("#", with: String(repeating: "\0", count: 90))
        let bytes = Array("---\ntitle: A\n---\n\n## S\n\n\(label)".utf8)
        let read = ParsedItem.read(
            SourceText(path: "content/journeys/a.md", bytes: bytes), path: "journeys/a.md", kind: .journey,
            settings: PortfolioSettings())
        #expect(read.diagnostics.map(\.code) == [.unknownLane])
        for diagnostic in read.diagnostics { #expect(diagnostic.location.range.upperBound <= bytes.count) }
    }
}
