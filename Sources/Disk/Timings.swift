/// How long a run took, stage by stage, and what it took of the machine.
package struct Timings: Hashable, Sendable {
    package let laps: [Stopwatch.Lap]
    package let total: Duration
    /// On all cores together.
    package let user: Duration
    /// The system's work for it, on all cores together.
    package let system: Duration
    /// The most memory at once, in bytes.
    package let peakMemory: Int
    package let pages: Int

    package init(
        laps: [Stopwatch.Lap], total: Duration, user: Duration, system: Duration, peakMemory: Int, pages: Int
    ) {
        self.laps = laps
        self.total = total
        self.user = user
        self.system = system
        self.peakMemory = peakMemory
        self.pages = pages
    }

    /// For people: a line a figure. Behind the time of a stage stands what all cores worked in it.
    ///
    /// ```
    /// parse         212.4 ms     398.1 ms of work
    /// total         751.0 ms
    /// user         1202.8 ms
    /// system        200.0 ms
    /// peak           78.2 MiB
    /// pages         20000
    /// ```
    package var table: String {
        var lines = laps.map { lap in
            let work = Self.tenths(ofMilliseconds: lap.work)
            return Self.line(lap.name, Self.tenths(ofMilliseconds: lap.duration), "ms")
                + String(repeating: " ", count: max(1, 10 - work.count)) + work + " ms of work"
        }
        lines.append(Self.line("total", Self.tenths(ofMilliseconds: total), "ms"))
        lines.append(Self.line("user", Self.tenths(ofMilliseconds: user), "ms"))
        lines.append(Self.line("system", Self.tenths(ofMilliseconds: system), "ms"))
        lines.append(Self.line("peak", Self.tenths(peakMemory * 10 / (1 << 20)), "MiB"))
        lines.append(Self.line("pages", String(pages), nil))
        return lines.map { $0 + "\n" }.joined()
    }

    /// For machines: an object on one line.
    ///
    /// ```
    /// {"stages": [{"name": "parse", "ms": 212.4, "work_ms": 398.1}], "total_ms": 751.0, "user_ms": 1202.8, "system_ms": 200.0,
    ///  "peak_mib": 78.2, "pages": 20000}
    /// ```
    package var json: String {
        let stages = laps.map { lap in
            let (time, work) = (Self.tenths(ofMilliseconds: lap.duration), Self.tenths(ofMilliseconds: lap.work))
            return "{\"name\": \"\(lap.name)\", \"ms\": \(time), \"work_ms\": \(work)}"
        }
        let figures = [
            "\"stages\": [\(stages.joined(separator: ", "))]",
            "\"total_ms\": \(Self.tenths(ofMilliseconds: total))",
            "\"user_ms\": \(Self.tenths(ofMilliseconds: user))",
            "\"system_ms\": \(Self.tenths(ofMilliseconds: system))",
            "\"peak_mib\": \(Self.tenths(peakMemory * 10 / (1 << 20)))", "\"pages\": \(pages)",
        ]
        return "{\(figures.joined(separator: ", "))}\n"
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
