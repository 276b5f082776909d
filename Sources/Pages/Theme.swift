import Journeys

/// The portfolio's own part of the looks: its accent and the rows that its lanes take in a map, as a style sheet, and an icon.
///
/// A sheet and not an attribute: the pages' Content-Security-Policy allows no inline style.
struct Theme: Sendable {
    private static let paper = Accent(red: 0xFB, green: 0xFB, blue: 0xF9)
    private static let night = Accent(red: 0x14, green: 0x17, blue: 0x1B)
    private static let standard = Accent(red: 0x1D, green: 0x4F, blue: 0x91)

    private let accent: Accent
    private let laneCount: Int

    /// - Parameter laneCount: the most that any map has.
    init(_ settings: PortfolioSettings, laneCount: Int) {
        accent = settings.theme.accent.flatMap { Accent($0) } ?? Self.standard
        self.laneCount = max(laneCount, 1)
    }

    var css: String {
        let day = accent.legible(on: Self.paper)
        let dark = accent.legible(on: Self.night)
        var css = """
            :root { --accent: \(day.text); --accent-wash: \(day.mixed(with: Self.paper, share: 0.9).text); }
            @media (prefers-color-scheme: dark) {
              :root { --accent: \(dark.text); --accent-wash: \(dark.mixed(with: Self.night, share: 0.84).text); }
            }
            @media screen and (min-width: 45rem), print {
              .map { grid-template-rows: repeat(4, auto) repeat(\(laneCount), auto) auto; }

            """
        for row in 1...laneCount { css += "  .row-\(row) { grid-row: \(row + 4); }\n" }
        // On a screen a step has a grid of its own for its lanes; on paper they all stand in that of the map.
        css += "}\n@media screen and (min-width: 45rem) {\n"
        for row in 1...laneCount { css += "  .lane.row-\(row) { grid-row: \(row); }\n" }
        return css + "}\n"
    }

    /// For tabs and bookmarks: a route with a station on it, in the accent. SVG, of one size for all screens.
    var icon: String {
        let (ground, line) = (accent.legible(on: Self.paper).text, Self.paper.text)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
            <rect width="32" height="32" rx="7" fill="\(ground)"/>
            <path d="M0 23C9 23 9 11 16 11S24 19 32 15" fill="none" stroke="\(line)" stroke-width="3.5"/>
            <circle cx="16" cy="11" r="4.5" fill="\(ground)" stroke="\(line)" stroke-width="3"/>
            </svg>

            """
    }
}
