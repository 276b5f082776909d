import Diagnostics
import Testing

@testable import Journeys

@Suite("Linking")
struct LinkingTests {
    private static let life = """
        ---
        title: Life
        ---

        ## One {#one}

        - **Details:** [A](a.md)

        ### Step

        - **Details:** [B](b.md)

        ## Two

        - **Details:** [A](a.md)
        """

    private static func sub(_ lines: String = "") -> String { "---\ntitle: X\nlevel: sub\n\(lines)\n---\n" }

    @Test("takes a place from Details, and makes of a second one a further placement")
    func details() {
        let read = TextPortfolio([
            "journeys/life.md": Self.life, "journeys/a.md": Self.sub(), "journeys/b.md": Self.sub(),
        ])
        #expect(read.placements(of: "a") == ["life#one", "life#two"])
        #expect(read.placements(of: "b") == ["life#step"])
        #expect(read.codes == [.secondPlacement])
    }

    @Test(
        "holds nothing against references to what can't be read",
        arguments: [
            ["journeys/life.md", "metrics"], ["journeys", "metrics/m.md"], ["journeys/life.md", "metrics/m.md"],
        ])
    func unread(paths: [String]) {
        let files = [
            "journeys/a.md": Self.sub("parent: life#one\nmetrics: [m]") + "\n## One\n\n[Life](life.md#two)\n",
            "opportunities/o.md": "---\ntitle: O\naddresses: [life#hurt]\nstage: closed\n---\n",
        ]
        #expect(TextPortfolio(files, unread: Set(paths)).codes.filter { $0 != .orphan } == [])
        // A file whose text can't be read is there all the same.
        let empty = files.merging(["journeys/life.md": "---\ntitle: Life\n---\n"]) { first, _ in first }
        #expect(TextPortfolio(empty, unread: Set(paths + ["journeys/life.md"])).diagnostics.isEmpty)
        #expect(TextPortfolio(files, unread: ["evidence"]).codes.contains(.unknownTarget))
    }

    @Test("lets parent and also_in agree with Details")
    func agreement() {
        let read = TextPortfolio([
            "journeys/life.md": Self.life, "journeys/a.md": Self.sub("parent: life#two\nalso_in: life#one"),
            "journeys/b.md": Self.sub("parent: life#one"),
        ])
        #expect(read.placements(of: "a") == ["life#two", "life#one"])
        #expect(read.placements(of: "b").first?.hasPrefix("life#") == true)
        #expect(read.diagnostics.isEmpty)
    }

    @Test("takes the place of a parent without an anchor from Details there")
    func parentAlone() {
        let read = TextPortfolio([
            "journeys/life.md": Self.life, "journeys/a.md": Self.sub("parent: life\nalso_in: [life#two]"),
            "journeys/b.md": Self.sub("parent: life"),
        ])
        #expect(read.placements(of: "a") == ["life#one", "life#two"])
        #expect(read.placements(of: "b") == ["life#step"])
        #expect(read.diagnostics.isEmpty)
    }

    @Test("says a contradiction once, at the parent, with the other end")
    func contradiction() {
        let read = TextPortfolio([
            "journeys/life.md": Self.life, "journeys/a.md": Self.sub("parent: life#two\nalso_in: life#one"),
            "journeys/b.md": Self.sub("parent: «life#two»"),
        ])
        #expect(read.codes == [.contradiction])
        #expect(read.places == read.marks)
        #expect(read.diagnostics.first?.notes.map(\.location.path) == ["journeys/life.md"])
        #expect(read.placements(of: "b") == ["life#two"])
    }

    @Test(
        "says only what is wrong with a broken placement",
        arguments: [
            ("parent: «lif»#two", .unknownTarget), ("parent: life#«too»", .unknownStage),
            ("«parnt»: life#two", .unknownKey),
            ("parent: «[life#two]»", .wrongKind), ("parent: life#two\nalso_in: [«lif»#step]", .unknownTarget),
        ] as [(String, DiagnosticCode)])
    func broken(lines: String, code: DiagnosticCode) {
        let read = TextPortfolio([
            "journeys/life.md": Self.life.replacing("- **Details:** [A](a.md)", with: ""),
            "journeys/b.md": Self.sub(lines),
        ])
        #expect(read.codes == [code])
        #expect(read.places == read.marks)
    }

    @Test("reports a circle once and opens it at its first journey by path")
    func cycle() {
        let read = TextPortfolio([
            "journeys/a.md": "---\ntitle: A\nparent: «b»\n---\n", "journeys/b.md": "---\ntitle: B\nparent: c\n---\n",
            "journeys/c.md": "---\ntitle: C\nparent: a\n---\n",
        ])
        #expect(read.codes == [.cycle])
        #expect(read.places == read.marks)
        #expect(read.placements(of: "a").isEmpty)
        #expect(read.placements(of: "b") == ["c"])
    }

    @Test("finds levels of any names and number, and infers those that are not named")
    func levels() {
        let read = TextPortfolio([
            "portfolio.yml": "levels: [L0, L1, L2, L3]\n", "journeys/a.md": "---\ntitle: A\nlevel: L0\n---\n",
            "journeys/b.md": "---\ntitle: B\nparent: a\n---\n",
            "journeys/c.md": "---\ntitle: C\nlevel: L3\nparent: b\n---\n",
            "journeys/d.md": "---\ntitle: D\nparent: c\n---\n",
        ])
        #expect(read.portfolio.journeys.map(\.level) == [0, 1, 3, 3])
        #expect(read.codes == [.skippedLevel])
    }

    @Test("follows every form of link")
    func links() {
        let read = TextPortfolio([
            "journeys/x/a b.md": """
            ---
            title: A
            ---

            ## One {#one}

            - **Next:** [two](#two), or on to [b](<../b.md> "Title") and [again][r] when it rains
            - **Metrics:** [M](../../metrics/m.md)

            ## Two

            [r]: ../b.md#größe
            """,
            "journeys/b.md":
                "---\ntitle: B\n---\n\n## Größe\n\n[a](x/a%20b.md#one) [h](#größe) [e](#gr%C3%B6%C3%9Fe)\n",
            "metrics/m.md": "---\ntitle: M\nperspective: customer\n---\n",
        ])
        #expect(read.diagnostics.isEmpty)
        let next = read.journey("a b")?.stages.first?.moment.references(in: "next") ?? []
        #expect(next.map(\.target?.anchor) == ["two", nil, "größe"])
    }

    @Test("marks the wrong part of a link, or the words that should be one")
    func wrongLinks() {
        let read = TextPortfolio([
            "journeys/a.md": """
            ---
            title: A
            ---

            [x](«nowhere.md»#a) [y](b.md#«none») [z](«javascript:x»)

            ## One

            - **Insights:** «i»
            - **Next:** [b](b.md#«too»)
            - **Pains:**
              - Slow {severity=«9» evidence="e, «f»"}
            """,
            "journeys/b.md": "---\ntitle: B\n---\n\n## Two\n",
            "insights/i.md": "---\ntitle: I\ntype: pain\n---\n", "evidence/e.md": "---\ntitle: E\n---\n",
        ])
        #expect(read.places == read.marks)
        #expect(
            read.codes == [
                .deadFile, .unknownAnchor, .unsafeScheme, .bareReference, .unknownAnchor, .badAttribute, .unknownTarget,
            ])
    }

    @Test("finds the file that was meant: of its kind before others, then in its folder")
    func meantFiles() {
        let journey = "---\ntitle: X\n---\n"
        let read = TextPortfolio([
            "journeys/a.md": """
            ---
            title: A
            ---

            [moved](north/depot.md) [near](south/paymnt.md) [folder](north/paymnts.md) [far](elsewhere/paymentz.md)
            [page](south/depot.html) [gone](zzz.md) [picture](../assets/mpa.svg)

            ## One

            - **Metrics:** [kind](south/payment.md)
            """,
            "journeys/south/depot.md": journey, "journeys/south/payments.md": journey,
            "journeys/north/paymant.md": journey, "journeys/north-sea/paymnta.md": journey,
            "metrics/payment.md": "---\ntitle: M\n---\n", "assets/map.svg": "",
        ])
        let hints = read.diagnostics.filter { $0.code == .deadFile }.map { $0.hint ?? "" }
        #expect(
            hints
                == [
                    "south/depot.md", "south/payments.md", "north/paymant.md", "../metrics/payment.md",
                    "south/depot.md", "",
                    "../assets/map.svg", "../metrics/payment.md",
                ].map { $0.isEmpty ? "" : "did you mean '\($0)'?" })
    }

    @Test("does not take longer for thousands of broken references than it helps")
    func manyBroken() {
        var files: [String: String] = [:]
        for index in 0..<1000 {
            files["journeys/journey-\(index).md"] = "---\ntitle: J\nparent: jurney-number-\(index)\n---\n"
        }
        let clock = ContinuousClock()
        var count = 0
        let time = clock.measure { count = TextPortfolio(files).diagnostics.count }
        #expect(count == 1000)
        #expect(time < .seconds(60))
    }
}
