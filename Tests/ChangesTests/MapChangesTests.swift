import Testing

@testable import Changes

/// What changes in a map come out as: what they are, and nothing else.
@Suite struct MapChangesTests {
    private static let map = """
        The way in.

        ## Before

        ### Tell us

        - **Doing:** Fills in eleven fields of a form, on the phone
        - **Feeling:** -1 Unsure
        - **Pains:**
          - The form wants a serial number that nobody has {#serial severity=2}
          - It asks for the same address three times over {severity=3}

        ### Wait for a letter

        - **Doing:** Looks into the letter box every morning for a week
        - **Feeling:** -0.5

        ## After

        ### Read the meter

        - **Doing:** Photographs the meter in the cellar
        - **Feeling:** +1

        ### Pay the first bill

        - **Doing:** Opens the bill and pays it at once
        """

    private func told(_ edits: (String, String)...) -> [String] {
        var head = Self.map
        for (old, new) in edits {
            #expect(head.contains(old), "nothing to edit: \(old)")
            head = head.replacing(old, with: new)
        }
        return TwoStates(journey: Self.map, head).told
    }

    private static func block(_ title: String) -> String {
        let start = map.firstRange(of: "### \(title)")?.lowerBound ?? map.startIndex
        let rest = map[start...].dropFirst(3)
        let end = rest.firstRange(of: "\n#")?.lowerBound ?? rest.endIndex
        return String(map[start..<end])
    }

    @Test func `The same text is no change`() {
        let changes = TwoStates(journey: Self.map, Self.map).changes
        #expect(changes.isEmpty)
        #expect(changes.felt.isEmpty)
    }

    @Test func `White space, wrapping and line ends are no change`() {
        #expect(told(("eleven fields of a form, on the phone", "eleven fields\n  of a form,   on the phone")) == [])
        #expect(told(("The way in.\n", "The way in.  \n\n\n")) == [])
        let crlf = Self.map.replacing("\n", with: "\r\n")
        #expect(TwoStates(journey: Self.map, crlf).told == [])
    }

    @Test func `The order of keys and of names in a list is no change`() {
        let base = ["journeys/a.md": "---\ntitle: A\nowner: Ada\ntags: [x, y]\n---\nText\n"]
        let head = ["journeys/a.md": "---\ntags:\n  - y\n  - x\nowner: \"Ada\"\ntitle: A\n---\n\nText\n"]
        #expect(TwoStates(base, head).told == [])
    }

    @Test func `A step that changed places with the next has moved, and only one has`() {
        let (first, second) = (Self.block("Tell us"), Self.block("Wait for a letter"))
        let head = Self.map.replacing(first, with: "@").replacing(second, with: first).replacing("@", with: second)
        let told = TwoStates(journey: Self.map, head).told
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("step-moved ") == true)
    }

    @Test func `A step in another stage has moved there`() {
        let step = Self.block("Wait for a letter")
        let head = Self.map.replacing(step + "\n", with: "") + "\n\n" + step
        #expect(TwoStates(journey: Self.map, head).told == ["step-moved wait-for-a-letter Before>After"])
    }

    @Test func `Stages that changed places have moved`() throws {
        let start = try #require(Self.map.firstRange(of: "## Before")?.lowerBound)
        let middle = try #require(Self.map.firstRange(of: "## After")?.lowerBound)
        let head = Self.map[..<start] + Self.map[middle...] + "\n\n" + Self.map[start..<middle]
        let told = TwoStates(journey: Self.map, String(head)).told
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("stage-moved ") == true)
    }

    @Test func `A step with another title is the same step`() {
        #expect(told(("### Tell us", "### Tell them")) == ["step-renamed tell-them Tell us>Tell them ?"])
        #expect(told(("## Before", "## At first")) == ["stage-renamed at-first Before>At first ?"])
    }

    @Test func `A step with an anchor of its own is surely the same`() {
        let base = Self.map.replacing("### Tell us", with: "### Tell us {#tell}")
        let head = Self.map.replacing("### Tell us", with: "### A wholly other heading {#tell}")
        #expect(TwoStates(journey: base, head).told == ["step-renamed tell Tell us>A wholly other heading"])
    }

    @Test func `Steps come and go`() {
        #expect(told((Self.block("Pay the first bill"), "")) == ["step-removed pay-the-first-bill After>-"])
        #expect(
            told(("## After\n", "## After\n\n### Ring the neighbours\n\n- **Doing:** Says hello\n"))
                == ["step-added ring-the-neighbours ->After"])
    }

    @Test func `Of steps with one title the words tell which is which`() {
        let base =
            "## S\n\n### Wait\n\n- **Doing:** For the post\n\n### Call\n\n- **Doing:** Rings\n\n### Wait\n\n- **Doing:** In a queue\n"
        let head = "## S\n\n### Call\n\n- **Doing:** Rings\n\n### Wait\n\n- **Doing:** In a queue\n"
        #expect(TwoStates(journey: base, head).told == ["step-removed wait S>-"])
    }

    @Test func `Findings are told in the terms in which they are managed`() {
        #expect(told(("{#serial severity=2}", "{#serial severity=4}")) == ["pain-worsened serial 2>4"])
        #expect(told(("{#serial severity=2}", "{#serial severity=1}")) == ["pain-eased serial 2>1"])
        #expect(
            told(("{#serial severity=2}", "{#serial severity=2 status=resolved resolved=2026-11-01}"))
                == ["pain-resolved serial ->2026-11-01"])
        #expect(told(("{#serial severity=2}", "{#serial severity=2 reach=0.5}")) == ["reach-changed serial ->0.5"])
        #expect(
            told(("- **Feeling:** +1", "- **Feeling:** +1\n- **Pains:**\n  - The cellar is dark {#dark severity=4}"))
                == ["pain-opened dark ->4"])
        #expect(
            told(("  - The form wants a serial number that nobody has {#serial severity=2}\n", ""))
                == ["pain-removed serial 2>-"])
        #expect(
            told(("a serial number that nobody has", "the serial number, which nobody has"))
                == [
                    "pain-reworded serial The form wants a serial number that nobody has>The form wants the serial number, which nobody has"
                ])
    }

    @Test func `A finding without an id is known by its words`() {
        let words = ("same address three times over", "same address four times over")
        #expect(told(words).map { $0.prefix(13) } == ["pain-reworded"])
        #expect(told(words).first?.hasSuffix(" ?") == true)
    }

    @Test func `A finding at another step has moved`() {
        let pain = "  - The form wants a serial number that nobody has {#serial severity=2}\n"
        #expect(
            told((pain, ""), ("- **Feeling:** +1\n", "- **Feeling:** +1\n- **Pains:**\n" + pain))
                == ["pain-moved serial Tell us>Read the meter"])
    }

    @Test func `Feelings are told by their numbers`() {
        #expect(told(("-1 Unsure", "-1 → +0.5 Unsure")) == ["emotion-changed tell-us -1>-1 → +0.5"])
        #expect(told(("-1 Unsure", "-1 Not sure")) == ["feeling-words-changed tell-us Unsure>Not sure"])
        #expect(told(("### Tell us", "### Tell us {.moment-of-truth}")) == ["moment-of-truth-changed tell-us ->yes"])
    }

    @Test func `How it is felt is drawn with what is one under itself`() throws {
        let head = Self.map.replacing("-1 Unsure", with: "+2 Sure")
        let felt = try #require(TwoStates(journey: Self.map, head).changes.felt.first)
        let drawing = FeltDrawing(felt)
        #expect(drawing.base == "▃▄▆·")
        #expect(drawing.head == "█▄▆·")
    }
}
