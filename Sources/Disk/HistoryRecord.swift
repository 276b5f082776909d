#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

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

    /// How messages name the file.
    package var shownPath: String { folder.shownPath(of: Trend.path) }

    /// All that is recorded, of days to come as well; nothing where nothing is.
    package func read() -> Checked<Trend> {
        guard let file = folder.list().value.first(where: { $0.path == Trend.path }) else { return Checked(.none) }
        let source = folder.read(file)
        return source.diagnostics.isEmpty ? Trend.read(source.value) : Checked(.none, source.diagnostics)
    }

    /// In one step: whoever reads meanwhile, or after a kill, finds the old file or the new one, whole.
    package func write(_ trend: Trend) throws(HistoryError) -> Outcome {
        guard !trend.isEmpty else { return .nothing }
        var file = PageBuffer()
        HistoryTable.write(trend, for: .record, into: &file)
        let bytes = file.bytes
        let before = folder.read(ContentFolder.File(path: Trend.path, size: bytes.count))
        if before.diagnostics.isEmpty, before.value.bytes == bytes { return .unchanged }
        let path = shownPath
        let failure: (SystemError) -> HistoryError = { .unwritable(path, $0) }
        let location: OpenFolder
        do throws(SystemError) {
            location = try OpenFolder(folder.location)
        } catch {
            throw failure(error)
        }
        // Hidden, so that it is no content while it is there.
        try location.replaceFile(named: Trend.path, temporary: ".\(getpid())-\(Trend.path)", failure: failure) {
            (file) throws(HistoryError) in
            do throws(SystemError) {
                try file.write(bytes)
            } catch {
                throw failure(error)
            }
        }
        return .written
    }
}
