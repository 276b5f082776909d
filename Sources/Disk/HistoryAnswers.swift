import Changes
import Diagnostics
import Journeys
import Pages
import Templates

/// What is kept of commits.
extension UserCache {
    /// What a tree of content comes to on a day.
    func state(ofTree tree: String, on day: CivilDate) -> History.State? {
        lines(of: "\(tree)-\(day.iso)").flatMap(HistoryText.state)
    }

    func keep(_ state: History.State, ofTree tree: String, on day: CivilDate) {
        write(HistoryText.lines(of: state), to: "\(tree)-\(day.iso)")
    }

    /// The files at the head of a history of which, up to a day, the review date alone moved in a year.
    func untouched(atHead head: String, of tree: String, on day: CivilDate) -> [UntouchedReviews.File]? {
        lines(of: "untouched-\(head)-\(tree)-\(day.iso)")?.map { line in
            let tab = line.firstIndex(of: "\t") ?? line.endIndex
            return UntouchedReviews.File(path: String(line[tab...].dropFirst()), checksum: String(line[..<tab]))
        }
    }

    func keep(untouched files: [UntouchedReviews.File], atHead head: String, of tree: String, on day: CivilDate) {
        write(files.map { "\($0.checksum)\t\($0.path)" }, to: "untouched-\(head)-\(tree)-\(day.iso)")
    }

    /// What was changed between two commits.
    func changes(named name: String) -> [ChangeLog.Entry]? {
        guard let lines = lines(of: name) else { return nil }
        let text = lines.joined(separator: "\n") + "\n"
        let log = ChangeLog.read(SourceText(path: ChangeLog.path, text: text))
        return log.diagnostics.isEmpty ? Array(log.value.entries) : nil
    }

    func keep(changes: [ChangeLog.Entry], named name: String) {
        var file = PageBuffer()
        ChangeTable.write(ChangeLog(changes), for: .record, into: &file)
        write(file.bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }, to: name)
    }
}
