import Diagnostics
import Journeys
import Scoring
import Templates

/// The days on which reviews are due, for calendars (RFC 5545).
extension PublishedData {
    /// `reviews.ics`: one event of a whole day for every journey that counts and has been reviewed before.
    func writeReviewCalendar(into file: inout PageBuffer) {
        var calendar = CalendarWriter()
        calendar.line("BEGIN", "VCALENDAR")
        calendar.line("VERSION", "2.0")
        calendar.line("PRODID", "-//Waymark//\(WaymarkVersion.generator)//EN")
        calendar.line("CALSCALE", "GREGORIAN")
        calendar.text("X-WR-CALNAME", edition.settings.title)
        let stamp = Self.digits(of: edition.asOf) + "T000000Z"
        for index in journeys {
            guard let due = edition.agenda.reviews[index]?.due else { continue }
            writeReview(of: index, due: due, stamp: stamp, to: &calendar)
            calendar.move(to: &file)
            file.settle()
        }
        calendar.line("END", "VCALENDAR")
        calendar.move(to: &file)
    }

    private func writeReview(of index: Int, due: CivilDate, stamp: String, to calendar: inout CalendarWriter) {
        let journey = portfolio.journeys[index]
        let overdue = edition.asOf.days - due.days
        let date = edition.figures.date(due)
        let state =
            overdue > 0
            ? edition.words(.reviewOverdue, ["date": date, "days": edition.count(.days, overdue)])
            : edition.words(.reviewDue, ["date": date])
        calendar.line("BEGIN", "VEVENT")
        // The same from build to build, so that a calendar moves the event when the day moves.
        calendar.text("UID", "\(journey.id).review@waymark")
        calendar.line("DTSTAMP", stamp)
        calendar.line("DTSTART;VALUE=DATE", Self.digits(of: due))
        calendar.text("SUMMARY", "\(journey.title): \(state)")
        let people = [
            journey.record.owner.map { "\(edition.words[.owner]): \($0)" },
            journey.record.team.map { "\(edition.words[.team]): \($0)" },
        ].compactMap { $0 }
        calendar.text("DESCRIPTION", (people + [source(journey.path)]).joined(separator: "\n"))
        calendar.line("TRANSP", "TRANSPARENT")
        calendar.line("END", "VEVENT")
    }

    /// `20261118`
    private static func digits(of day: CivilDate) -> String {
        // By bytes: to go through the characters of a text takes some hundred instructions each.
        String(decoding: day.iso.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
    }
}

/// Writes the content lines of a calendar: CR LF behind each, folded where they are longer than 75 octets.
struct CalendarWriter {
    static let longestLine = 75

    private(set) var bytes: [UInt8] = []

    /// Hands on the lines that are written.
    mutating func move(to file: inout PageBuffer) {
        file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    /// A value that has nothing to escape.
    mutating func line(_ name: String, _ value: String) {
        let start = begin(name)
        append(value)
        fold(from: start)
    }

    /// A value of type TEXT: `\`, `;` and `,` are escaped, line ends are written as `\n`, and other control characters, which no
    /// calendar may hold, are left out.
    mutating func text(_ name: String, _ value: String) {
        let start = begin(name)
        if value.withBytes({ $0.contains(where: Self.isSpecial) }) { escape(value) } else { append(value) }
        fold(from: start)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: ";")
            || byte == UInt8(ascii: ",")
    }

    private mutating func escape(_ value: String) {
        var isBehindReturn = false
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "\n") where isBehindReturn: break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): bytes += "\\n".utf8
            case UInt8(ascii: "\t"): bytes.append(byte)
            case 0..<0x20, 0x7F: break
            default: bytes.append(byte)
            }
            isBehindReturn = byte == UInt8(ascii: "\r")
        }
    }

    /// Starts a line, and says where.
    private mutating func begin(_ name: String) -> Int {
        let start = bytes.count
        append(name)
        bytes.append(UInt8(ascii: ":"))
        return start
    }

    private mutating func append(_ text: String) { text.withBytes { bytes.append(contentsOf: $0) } }

    /// Ends the line that starts there. A folded line goes on behind a line end and a space; no character is cut in two.
    private mutating func fold(from start: Int) {
        if bytes.count - start > Self.longestLine {
            let content = Array(bytes[start...])
            bytes.removeSubrange(start...)
            var start = 0
            var room = Self.longestLine
            while content.count - start > room {
                var end = start + room
                while end > start, content[end] & 0xC0 == 0x80 { end -= 1 }
                bytes += content[start..<end]
                bytes += "\r\n ".utf8
                start = end
                room = Self.longestLine - 1
            }
            bytes += content[start...]
        }
        bytes.append(UInt8(ascii: "\r"))
        bytes.append(UInt8(ascii: "\n"))
    }
}
