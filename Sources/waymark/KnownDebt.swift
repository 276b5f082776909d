import Diagnostics
import Disk
import Journeys

/// What a check is told to take for known, and what comes of it.
struct KnownDebt {
    /// What a check found, sorted into new and known.
    struct Outcome {
        var comparison: Baseline.Comparison
        /// What else is to be said to people.
        var notes: [String] = []
    }

    let file: String?
    let written: String?
    let revision: String?
    /// What is wrong with the file.
    let flaws: [Diagnostic]
    /// The file, for those who print what is wrong with it.
    let sources: [String: SourceText]
    private let baseline: Baseline

    /// - Parameters:
    ///   - file: a baseline that is there.
    ///   - written: the file that one is to be written to.
    init(file: String?, written: String?, revision: String?) throws {
        (self.file, self.written, self.revision) = (file, written, revision)
        guard let file else {
            (baseline, flaws, sources) = (Baseline(), [], [:])
            return
        }
        // What is about to be written need not be there yet, nor be whole.
        if file == written {
            (baseline, flaws, sources) = (Baseline(), [], [:])
            return
        }
        do throws(BaselineFile.Failure) {
            let source = try BaselineFile(file).read()
            let read = Baseline.read(source)
            (baseline, flaws, sources) = (read.value, read.diagnostics, [source.path: source])
        } catch {
            throw Failure(error.description, exitCode: error.exitCode)
        }
    }

    /// Whether there is anything to compare to.
    var isAsked: Bool { file != nil || written != nil || revision != nil }

    func compare(
        _ diagnostics: [Diagnostic], of folder: ContentFolder, day: CivilDate, allowed: Set<DiagnosticCode>,
        workers: Workers, lines: (String) -> SourceLines?
    ) async throws -> Outcome {
        let root = folder.shownPath(of: "")
        guard isAsked else { return Outcome(comparison: Baseline.Comparison(new: diagnostics)) }
        var notes: [String] = []
        var earlier = Baseline()
        if let revision {
            do throws(RevisionFindings.Failure) {
                let found = try await RevisionFindings.baseline(
                    of: folder, at: revision, day: day, git: Git(), workers: workers)
                if let found {
                    earlier = found
                } else {
                    notes.append("'\(folder.location)' is not in '\(revision)': all of it is new")
                }
            } catch {
                throw Failure(error.description, exitCode: error.exitCode)
            }
        }
        var known = baseline
        if let written {
            known = Baseline(of: diagnostics, root: root, lines: lines)
            notes.append(try Self.write(known, to: written))
        }
        let comparison = Baseline.Comparison(
            of: diagnostics, to: known, revision: earlier, allowed: allowed, root: root, lines: lines)
        if comparison.mended > 0 {
            let entries = comparison.mended == 1 ? "an entry" : "\(comparison.mended) entries"
            notes.append("\(entries) of the baseline \(comparison.mended == 1 ? "is" : "are") mended: write it again")
        }
        return Outcome(comparison: comparison, notes: notes)
    }

    private static func write(_ baseline: Baseline, to path: String) throws -> String {
        do throws(BaselineFile.Failure) {
            let outcome = try BaselineFile(path).write(baseline.text)
            let count = baseline.count == 1 ? "1 entry" : "\(baseline.count) entries"
            return "'\(path)' \(outcome == .unchanged ? "still has" : "has") \(count)"
        } catch {
            throw Failure(error.description, exitCode: error.exitCode)
        }
    }
}

extension Summary {
    /// `30 journeys, 1 error, 0 warnings; 12 known from the baseline (8 link/orphan, 4 model/missing-owner); 3 allowed`
    static func check(
        _ reading: PortfolioReading, _ outcome: KnownDebt.Outcome, debt: KnownDebt, allowed: Int
    ) -> String {
        let comparison = outcome.comparison
        var text = check(reading, diagnostics: comparison.new)
        if debt.file != nil || debt.written != nil {
            text += "; \(comparison.known.count) known from the baseline" + byCode(comparison.known)
        }
        if let revision = debt.revision {
            text += "; \(comparison.revision.count) known since '\(revision)'" + byCode(comparison.revision)
        }
        return allowed > 0 ? text + "; \(allowed) allowed" : text
    }

    private static func byCode(_ diagnostics: [Diagnostic]) -> String {
        guard !diagnostics.isEmpty else { return "" }
        let counts = Dictionary(grouping: diagnostics, by: \.code.rawValue).mapValues(\.count)
        let parts = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        return " (\(parts.joined(separator: ", ")))"
    }
}
