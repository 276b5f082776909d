import Diagnostics
import Journeys

/// A journey's file as it is or was, told by all of it but its review date.
struct JourneyVersion {
    let id: String
    let reviewed: CalendarPeriod?
    /// Of the file without line ends, which a working tree may have others of, and without the line of its review date.
    let checksum: String

    /// Nothing where it is no journey.
    init?(_ bytes: [UInt8], at path: String) {
        let source = SourceText(path: path, bytes: bytes)
        let item = ParsedItem.read(source, path: path, kind: .journey, settings: PortfolioSettings()).value
        guard case .journey(let journey) = item else { return nil }
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if let range = journey.reviewedRange,
            let line = lines.firstIndex(where: { $0.startIndex <= range.lowerBound && range.lowerBound < $0.endIndex }),
            lines[line].starts(with: Array("reviewed".utf8))
        {
            lines.remove(at: line)
        }
        var checksum = Checksum()
        for line in lines { checksum.add(line.last == 0x0D ? line.dropLast() : line) }
        id = journey.id
        reviewed = journey.reviewed
        self.checksum = checksum.text
    }
}
