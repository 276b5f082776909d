#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

import Changes
import Diagnostics
import Journeys
import Pages
import Templates

/// What has been recorded of a portfolio's history in its content folder, so that nothing but `waymark history` needs git.
package struct HistoryRecord {
    package enum Outcome: Hashable, Sendable {
        case written, unchanged
        /// There is no month end to record.
        case nothing
    }

    private let folder: ContentFolder

    package init(in folder: ContentFolder) {
        self.folder = folder
    }

    /// How messages name a file of it.
    package func shownPath(of path: String) -> String { folder.shownPath(of: path) }

    /// All that is recorded of scores, of days to come as well; nothing where nothing is.
    package func read() -> Checked<Trend> { read(Trend.path, Trend.read) ?? Checked(.none) }

    /// The same of changes.
    package func readChanges() -> Checked<ChangeLog> { read(ChangeLog.path, ChangeLog.read) ?? Checked(.none) }

    private func read<Value>(_ path: String, _ read: (SourceText) -> Checked<Value>) -> Checked<Value>? {
        guard let file = folder.list().value.first(where: { $0.path == path }) else { return nil }
        let source = folder.read(file)
        var checked = read(source.value)
        // Of a file that could not be read there is nothing more to say.
        if !source.diagnostics.isEmpty { checked.diagnostics = source.diagnostics }
        return checked
    }

    package func write(_ trend: Trend) throws(HistoryError) -> Outcome {
        guard !trend.isEmpty else { return .nothing }
        var file = PageBuffer()
        HistoryTable.write(trend, for: .record, into: &file)
        return try write(file.bytes, to: Trend.path)
    }

    package func write(_ log: ChangeLog) throws(HistoryError) -> Outcome {
        let isThere = folder.list().value.contains { $0.path == ChangeLog.path }
        guard !log.isEmpty || isThere else { return .nothing }
        var file = PageBuffer()
        ChangeTable.write(log, for: .record, into: &file)
        return try write(file.bytes, to: ChangeLog.path)
    }

    /// In one step: whoever reads meanwhile, or after a kill, finds the old file or the new one, whole.
    private func write(_ bytes: [UInt8], to name: String) throws(HistoryError) -> Outcome {
        let before = folder.read(ContentFolder.File(path: name, size: bytes.count))
        if before.diagnostics.isEmpty, before.value.bytes == bytes { return .unchanged }
        let path = shownPath(of: name)
        let failure: (SystemError) -> HistoryError = { .unwritable(path, $0) }
        let location: OpenFolder
        do throws(SystemError) {
            location = try OpenFolder(folder.location)
        } catch {
            throw failure(error)
        }
        location.removeUnfinished(of: name)
        // Hidden, so that it is no content while it is there.
        try location.replaceFile(named: name, failure: failure) { (file) throws(HistoryError) in
            do throws(SystemError) {
                try file.write(bytes)
            } catch {
                throw failure(error)
            }
        }
        return .written
    }
}
