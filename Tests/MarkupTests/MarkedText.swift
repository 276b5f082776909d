import Diagnostics

/// A text whose interesting places stand between ⟦ and ⟧, so that no test has to count columns.
struct MarkedText {
    let source: SourceText
    /// In the order of the file, as UTF-8 offsets into the text without its marks.
    let ranges: [TextRange]

    init(_ marked: String, path: String = "file.md") {
        var bytes: [UInt8] = []
        var starts: [Int] = []
        var ranges: [TextRange] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": starts.append(bytes.count)
            case "⟧": if let start = starts.popLast() { ranges.append(start..<bytes.count) }
            default: bytes += String(scalar).utf8
            }
        }
        source = SourceText(path: path, bytes: bytes)
        self.ranges = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    /// The only place that is marked.
    var range: TextRange { ranges.first ?? 0..<0 }

    var location: Location { Location(path: source.path, range: range) }
}
