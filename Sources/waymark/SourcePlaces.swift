import Diagnostics
import Disk
import Journeys
import Scoring

/// Where things stand, as `content/journeys/move-home.md:41`.
final class SourcePlaces {
    private let folder: ContentFolder
    private let lookup: SourceLookup

    init(_ folder: ContentFolder) {
        self.folder = folder
        lookup = SourceLookup(folder)
    }

    func place(of source: ScoreSource) -> String {
        source.row.map { place(ofRow: $0, in: source.location.path) } ?? place(of: source.location)
    }

    func place(ofRow row: Int, in path: String) -> String { "\(shown(path)):\(row)" }

    /// - Parameter location: its path is relative to the content folder.
    func place(of location: Location) -> String {
        let path = folder.shownPath(of: location.path)
        guard let lines = lookup.lines(of: path) else { return TerminalText.printable(path) }
        return shown(location.path) + ":\(lines.position(of: location.range.lowerBound).line)"
    }

    func place(of record: Record) -> String { place(of: Location(path: record.path, range: record.idRange)) }

    /// Of an item, or of a place in it.
    func place(of target: Target, in portfolio: Portfolio) -> String {
        let record = portfolio.record(of: target)
        let anchor = target.anchor.flatMap { id in record.anchors.first { $0.id == id } }
        return place(of: Location(path: record.path, range: anchor?.range ?? record.idRange))
    }

    private func shown(_ path: String) -> String { TerminalText.printable(folder.shownPath(of: path)) }
}
