import Changes
import Templates

/// What was changed, as a table: a row a change, the oldest month first.
package enum ChangeTable {
    package static func write(_ log: ChangeLog, for purpose: HistoryTable.Purpose, into file: inout PageBuffer) {
        CSVWriter.write(into: &file, columns: ChangeLogColumn.allCases.map(\.rawValue)) { table in
            for entry in log.entries {
                table.row { row in
                    for column in ChangeLogColumn.allCases {
                        let text = Self.text(of: column, entry)
                        switch purpose {
                        case .record: row.name(text)
                        case .publication: row.text(text)
                        }
                    }
                }
            }
        }
    }

    private static func text(of column: ChangeLogColumn, _ entry: ChangeLog.Entry) -> String {
        let change = entry.change
        let text: String? =
            switch column {
            case .date: entry.month.iso
            case .journey: change.journey
            case .on: change.noun.rawValue
            case .act: change.act.rawValue
            case .field: change.field
            case .subject: change.subject
            case .title: change.title
            case .moment: change.moment
            case .place: change.place
            case .from: change.from
            case .to: change.to
            case .added: NameList.text(of: change.added)
            case .removed: NameList.text(of: change.removed)
            case .likeness: change.likeness.map(Self.share)
            case .because: NameList.text(of: change.because)
            case .day: entry.day?.iso
            case .by: NameList.text(of: entry.people)
            }
        // A row is a line.
        return (text ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// With two decimals: nothing is worked out of it.
    private static func share(_ likeness: Double) -> String {
        let hundredths = Int((min(max(likeness, 0), 1) * 100).rounded())
        return hundredths == 100 ? "1" : "0." + (hundredths < 10 ? "0" : "") + String(hundredths)
    }
}
