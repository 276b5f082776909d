import Changes
import Diagnostics
import Journeys
import Pages
import Scoring

/// A small portfolio, written as authors write it.
struct SamplePortfolio: Equatable {
    var files: [String: String]
    var asOf = CivilDate(days: 20_772)  // 15 November 2026

    static let small = SamplePortfolio(files: [
        "portfolio.yml": """
        title: Larkfield
        theme: {accent: "#0b6e4f"}
        trackers: {HM: "https://tracker.example/browse/{key}"}
        """,
        "journeys/life.md": """
        ---
        title: Life with us
        level: lifecycle
        owner: Ruth Kessler
        reviewed: 2026-10-01
        ---
        All of it.

        ## Joining

        - **Feeling:** +1 Hopeful

        ## Moving
        """,
        "journeys/move.md": """
        ---
        title: Move home
        level: sub
        parent: life#moving
        owner: Priya Raman
        team: Moves
        reviewed: 2026-01-10
        personas: [nadia]
        goals: [stay]
        metrics: [csat]
        ---
        From the [first call](../pages/how.md) on.

        ## Before

        ### Tell us {#tell-us .moment-of-truth}

        > Nobody asked me. {evidence=talks#q1}

        - **Doing:** Looks for the form
        - **Feeling:** -2 → -1 Cross {evidence=talks}
        - **Touchpoints:** Form, Phone
        - **Pains:**
          - It wants a serial number {#serial severity=4 evidence=talks#q1}
          - It times out {severity=2}
        - **Insights:** [Meters are unknown](../insights/meters.md)
        - **Metrics:** [Happy movers](../metrics/csat.md)
        - **Next:** back to [Wait](#wait) if it fails

        ### Wait

        - **Doing:** Waits

        A note with *emphasis*.

        ### Arrive

        - **Feeling:** +1.5 Home
        """,
        "journeys/read.md": """
        ---
        title: Read the meter
        level: micro
        parent: move#wait
        ---

        ## Read it
        """,
        "pages/how.md": "---\ntitle: How we work\n---\nSlowly, and see [the move](../journeys/move.md#tell-us).\n",
        "personas/nadia.md": "---\ntitle: Nadia\nrole: Renter\nshare: 0.2\nneeds: [A quick answer]\n---\nRents.\n",
        "goals/stay.md": "---\ntitle: Keep movers\nmetric: csat\ntarget: 80\nby: 2027-06-30\n---\n",
        "metrics/csat.md": """
        ---
        title: Happy movers
        unit: "%"
        perspective: customer
        baseline: 60
        target: 80
        ---
        """,
        "metrics/csat.csv": "date,value\n2026-08-31,61\n2026-09-30,64.5\n2026-10-31,70\n",
        "evidence/talks.md": """
        ---
        title: Nine talks
        method: interview
        date: 2026-05-20
        sample: 9
        ---
        > Nobody asked me. {#q1}
        """,
        "insights/meters.md": "---\ntitle: Meters are unknown\ntype: pain\nseverity: 3\nevidence: [talks]\n---\n",
        "opportunities/prefill.md": """
        ---
        title: Prefill the meter
        addresses: [move#serial, meters]
        customer_impact: 4
        stage: develop
        decision: will
        because: It is cheap
        decided: 2026-09-01
        metrics: [csat]
        goals: [stay]
        ---
        """,
        "solutions/lookup.md": """
        ---
        title: Look it up
        opportunities: [prefill]
        status: building
        delivery: [HM-12]
        metrics: [csat]
        ---
        """,
    ])

    static let empty = SamplePortfolio(files: [:])

    /// One file put in place of another, or added.
    func with(_ path: String, _ text: String) -> SamplePortfolio {
        var copy = self
        copy.files[path] = text
        return copy
    }

    func linked() -> Checked<LinkedPortfolio> {
        func source(_ path: String) -> SourceText {
            SourceText(path: "content/" + path, text: files[path, default: ""])
        }
        let listing = ContentListing.read(files.keys.sorted(), root: "content/").value
        let settings =
            listing.hasSettings ? PortfolioSettings.read(source(PortfolioSettings.path)) : Checked(PortfolioSettings())
        var diagnostics = settings.diagnostics
        let items = listing.items.map { item in
            let read = ParsedItem.read(source(item.path), path: item.path, kind: item.kind, settings: settings.value)
            diagnostics += read.diagnostics
            return read.value
        }
        let series = Dictionary(uniqueKeysWithValues: listing.series.map { ($0, Series.read(source($0), path: $0)) })
        let recorded = listing.hasHistory ? Trend.read(source(Trend.path)) : Checked(Trend.none)
        diagnostics += recorded.diagnostics
        let linking = PortfolioLinking(items, settings: settings.value, files: listing.files, root: "content/")
        var linked = linking.finish(
            items.indices.map { linking.link($0) }, series: series, trend: recorded.value.known(on: asOf))
        linked.diagnostics += diagnostics
        return linked
    }

    func scored() -> ScoredPortfolio { ScoredPortfolio.score(linked().value, asOf: asOf).value }

    /// Every page as text, by its path.
    /// What is recorded of its changes.
    var log: ChangeLog {
        files[ChangeLog.path].map { ChangeLog.read(SourceText(path: ChangeLog.path, text: $0)).value.known(on: asOf) }
            ?? .none
    }

    func pages(overrides: [TemplateFile] = [], language: LanguageTag = .english) -> [String: String] {
        let set = TemplateSet.compiled(overrides: overrides, language: language)
        let site = SiteRendering.site(for: scored(), log: log, templates: set.value)
        return Dictionary(
            uniqueKeysWithValues: site.value.pages.map { page in
                (page.path.text, String(decoding: page.bytes, as: UTF8.self))
            })
    }
}

extension String {
    /// Every value of an attribute, with its entities undone.
    func values(of attribute: String) -> [String] {
        let start = " \(attribute)=\""
        var values: [String] = []
        var rest = self[...]
        while let match = rest.firstRange(of: start) {
            rest = rest[match.upperBound...]
            guard let end = rest.firstIndex(of: "\"") else { break }
            values.append(
                String(rest[..<end]).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
                    "&quot;", with: "\""
                )
                .replacing("&#39;", with: "'").replacing("&amp;", with: "&"))
            rest = rest[end...]
        }
        return values
    }

    /// With `%41` undone.
    var withoutPercentEncoding: String {
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else {
                bytes.append(byte)
                continue
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
