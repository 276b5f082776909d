#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// How long each stage of a run takes.
package struct Stopwatch: Sendable {
    package struct Lap: Hashable, Sendable {
        package let name: String
        package let duration: Duration
    }

    package private(set) var laps: [Lap] = []
    private let start: ContinuousClock.Instant
    private var last: ContinuousClock.Instant

    package init() {
        start = ContinuousClock.now
        last = start
    }

    /// Ends a lap, which began where the one before it ended.
    package mutating func lap(_ name: String) {
        let now = ContinuousClock.now
        laps.append(Lap(name: name, duration: now - last))
        last = now
    }

    package var total: Duration { ContinuousClock.now - start }

    /// What `--timings` prints, and `script/bench` reads: a line a figure, `name value unit`.
    ///
    /// ```
    /// parse         212.4 ms
    /// total         751.0 ms
    /// cpu          1402.8 ms
    /// peak           78.2 MiB
    /// pages         20000
    /// ```
    package func report(pages: Int) -> String {
        var lines = laps.map { Self.line($0.name, Self.tenths(ofMilliseconds: $0.duration), "ms") }
        lines.append(Self.line("total", Self.tenths(ofMilliseconds: total), "ms"))
        lines.append(Self.line("cpu", Self.tenths(ProcessUse.microseconds / 100), "ms"))
        lines.append(Self.line("peak", Self.tenths(ProcessUse.peakMemory * 10 / (1 << 20)), "MiB"))
        lines.append(Self.line("pages", String(pages), nil))
        return lines.map { $0 + "\n" }.joined()
    }

    private static func line(_ name: String, _ value: String, _ unit: String?) -> String {
        let gap = String(repeating: " ", count: max(1, 20 - name.count - value.count))
        return name + gap + value + (unit.map { " " + $0 } ?? "")
    }

    private static func tenths(ofMilliseconds duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        return tenths(Int(seconds) * 10_000 + Int(attoseconds / 100_000_000_000_000))
    }

    private static func tenths(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
}

/// What this process has taken of the machine.
enum ProcessUse {
    /// The most memory at once, in bytes.
    static var peakMemory: Int {
        let most = usage.ru_maxrss
        #if canImport(Darwin)
        return most
        #else
        return most * 1024
        #endif
    }

    /// On all cores, the system's work for it among them.
    static var microseconds: Int {
        let usage = usage
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Int($1.tv_sec) * 1_000_000 + Int($1.tv_usec) }
    }

    private static var usage: rusage {
        var usage = rusage()
        #if canImport(Glibc)
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
        getrusage(RUSAGE_SELF, &usage)
        #endif
        return usage
    }
}
