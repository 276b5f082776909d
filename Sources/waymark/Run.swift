import Allocation
import ArgumentParser
import Diagnostics
import Disk

/// Runs a command's work and turns how it ends into an exit code: 0 clean, 1 diagnostics, 64 usage, others by `sysexits`.
enum Run {
    static func reporting(_ work: (Terminal) async throws -> ExitCode) async throws {
        ProcessMemory.takeInLargePieces()
        allocation_use_large_pages(false)
        let terminal = Terminal()
        let code: ExitCode
        do {
            code = try await work(terminal)
        } catch let failure as Failure {
            terminal.say("waymark: \(failure.message)\n")
            code = ExitCode(failure.exitCode)
        }
        if code != .success { throw code }
    }

    /// Writes data to standard output, all of it or with a failure: a report that is cut off reads like a whole one.
    static func write(_ text: String) throws {
        do throws(StandardOutput.Failure) {
            try StandardOutput.write(text)
        } catch {
            throw Failure(error.description, exitCode: error.exitCode)
        }
    }

    /// Never frees a value: right before the end, to free millions of small ones would be time spent on nothing.
    static func keepUntilExit(_ value: any Sendable) {
        _ = Unmanaged.passRetained(Kept(value))
    }

    private final class Kept: Sendable {
        let value: any Sendable

        init(_ value: any Sendable) { self.value = value }
    }
}

/// The one line that a run ends with.
enum Summary {
    static func check(_ reading: PortfolioReading, diagnostics: [Diagnostic]) -> String {
        counted(reading.linked.portfolio.journeys.count, "journey", "journeys") + ", " + problems(diagnostics)
    }

    /// What a build found: `30 journeys, 280 pages, 0 errors, 3 warnings`
    static func found(_ reading: PortfolioReading, diagnostics: [Diagnostic], pages: Int) -> String {
        [
            counted(reading.linked.portfolio.journeys.count, "journey", "journeys"), counted(pages, "page", "pages"),
            problems(diagnostics),
        ].joined(separator: ", ")
    }

    /// - Parameter found: what it found, in words.
    static func build(_ found: String, published: PublishSummary?, duration: Duration) -> String {
        var parts = [found]
        if let published {
            var changes = "\(published.written) written, \(published.unchanged) unchanged"
            if published.removed > 0 { changes += ", \(published.removed) removed" }
            parts.append(changes)
        } else {
            parts.append("nothing was published")
        }
        return parts.joined(separator: ", ") + ", in \(seconds(duration))"
    }

    private static func problems(_ diagnostics: [Diagnostic]) -> String {
        counted(diagnostics.errorCount, "error", "errors") + ", "
            + counted(diagnostics.warningCount, "warning", "warnings")
    }

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }

    private static func seconds(_ duration: Duration) -> String {
        let hundredths =
            Int(duration.components.seconds) * 100 + Int(duration.components.attoseconds / 10_000_000_000_000_000)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
    }
}

extension [Diagnostic] {
    /// With warnings as errors, if that was asked for.
    func settled(isStrict: Bool) -> [Diagnostic] {
        guard isStrict else { return self }
        return map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.severity = .error
            return diagnostic
        }
    }
}
