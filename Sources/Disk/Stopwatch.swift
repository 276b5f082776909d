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
        /// What all cores worked in it, and the system for them.
        package let work: Duration
    }

    package private(set) var laps: [Lap] = []
    private let start: ContinuousClock.Instant
    private var last: ContinuousClock.Instant
    private var worked: Duration

    package init() {
        start = ContinuousClock.now
        last = start
        worked = ProcessUse.user + ProcessUse.system
    }

    /// Ends a lap, which began where the one before it ended.
    package mutating func lap(_ name: String) {
        let now = ContinuousClock.now
        let worked = ProcessUse.user + ProcessUse.system
        laps.append(Lap(name: name, duration: now - last, work: worked - self.worked))
        last = now
        self.worked = worked
    }

    package var total: Duration { ContinuousClock.now - start }

    /// All laps, and what the process has taken of the machine up to now.
    package func timings(pages: Int) -> Timings {
        Timings(
            laps: laps, total: total, user: ProcessUse.user, system: ProcessUse.system,
            peakMemory: ProcessUse.peakMemory, pages: pages)
    }
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

    /// What all cores did, without the system's work for it.
    static var user: Duration { duration(usage.ru_utime) }

    /// The system's work for it: files, memory, threads.
    static var system: Duration { duration(usage.ru_stime) }

    private static func duration(_ time: timeval) -> Duration {
        .seconds(Int64(time.tv_sec)) + .microseconds(Int64(time.tv_usec))
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
