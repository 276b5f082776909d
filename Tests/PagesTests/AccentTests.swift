import Journeys
import Testing

@testable import Pages

@Suite struct AccentTests {
    private let white = Accent(red: 255, green: 255, blue: 255)
    private let black = Accent(red: 0, green: 0, blue: 0)

    @Test func `contrast is that of WCAG`() {
        #expect(abs(white.contrast(to: black) - 21) < 0.01)
        let grey = Accent(red: 0x76, green: 0x76, blue: 0x76)
        #expect(abs(grey.contrast(to: white) - 4.54) < 0.01)
    }

    @Test(arguments: ["#ffff00", "#0b6e4f", "#000000", "#ffffff", "#ff8800"])
    func `any accent is made legible by day and by night`(text: String) throws {
        let accent = try #require(Accent(text))
        for ground in [white, Accent(red: 0x14, green: 0x17, blue: 0x1B)] {
            #expect(accent.legible(on: ground).contrast(to: ground) >= 5.2)
        }
    }

    @Test func `one that is legible stays what it is`() {
        #expect(Accent("#0b6e4f")?.legible(on: white).text == "#0b6e4f")
    }

    @Test(arguments: ["", "0b6e4f", "#0b6e4", "#0b6e4g", "#-b6e4f", "red"])
    func `what is no colour is none`(text: String) {
        #expect(Accent(text) == nil)
    }

    @Test func `the sheet has a row for every lane of the longest map`() {
        let css = Theme(PortfolioSettings(), laneCount: 2).css
        #expect(css.contains("repeat(2, auto)"))
        #expect(css.contains("  .row-2 { grid-row: 6; }\n"))
        #expect(!css.contains(".row-3"))
    }

    @Test func `the icon has the accent, as legible as on the pages`() {
        var settings = PortfolioSettings()
        settings.theme.accent = "#0b6e4f"
        #expect(Theme(settings, laneCount: 1).icon.contains("fill=\"#0b6e4f\""))
        settings.theme.accent = "#ffee00"
        let pale = Theme(settings, laneCount: 1).icon
        #expect(!pale.contains("#ffee00") && pale.contains("fill=\"#"))
    }
}
