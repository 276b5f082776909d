import Diagnostics

/// A source in which ⟦ and ⟧ mark the places where something is to be reported, so that no test counts columns.
struct MarkedSource {
    let text: String
    let marks: [TextRange]

    init(_ marked: String) {
        var text: [UInt8] = []
        var starts: [Int] = []
        var marks: [TextRange] = []
        for character in marked {
            switch character {
            case "⟦": starts.append(text.count)
            case "⟧": marks.append((starts.popLast() ?? 0)..<text.count)
            default: text += Array(String(character).utf8)
            }
        }
        self.text = String(decoding: text, as: UTF8.self)
        self.marks = marks.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }
}
