#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The only place that asks what day it is.
package enum Clock {
    /// Today in UTC, in days since 1970-01-01.
    package static func today() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return day(ofSecond: Int(now.tv_sec))
    }

    /// The day that `SOURCE_DATE_EPOCH` gives, in days since 1970-01-01; nothing if it is not set.
    ///
    /// Its value is the number of seconds since then, in decimal digits
    /// (https://reproducible-builds.org/specs/source-date-epoch/).
    package static func sourceDateEpoch(in environment: [String: String]) throws(SourceDateEpochError) -> Int? {
        guard let text = environment["SOURCE_DATE_EPOCH"] else { return nil }
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let second = Int(text), second <= lastSecond
        else { throw SourceDateEpochError(value: text) }
        return day(ofSecond: second)
    }

    private static let secondsADay = 86_400
    /// Of the year 9999: what comes after it can't be written as an ISO date.
    private static let lastSecond = 253_402_300_799

    private static func day(ofSecond second: Int) -> Int {
        second >= 0 ? second / secondsADay : (second - secondsADay + 1) / secondsADay
    }
}

package struct SourceDateEpochError: Error, Hashable, Sendable, CustomStringConvertible {
    package let value: String

    package var description: String {
        "SOURCE_DATE_EPOCH is '\(value)', but it must be a whole number of seconds since 1970-01-01, such as 1764460800: "
            + "set it so, or unset it"
    }
}
