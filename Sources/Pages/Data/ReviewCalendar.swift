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
        }
        calendar.line("END", "VCALENDAR")
        file.write(calendar.bytes)
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

    /// A value that has nothing to escape.
    mutating func line(_ name: String, _ value: String) {
        fold(Array("\(name):\(value)".utf8))
    }

    /// A value of type TEXT: `\`, `;` and `,` are escaped, line ends are written as `\n`, and other control characters, which no
    /// calendar may hold, are left out.
    mutating func text(_ name: String, _ value: String) {
        var content = Array("\(name):".utf8)
        var isBehindReturn = false
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): content += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n") where isBehindReturn: break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): content += Array("\\n".utf8)
            case UInt8(ascii: "\t"): content.append(byte)
            case 0..<0x20, 0x7F: break
            default: content.append(byte)
            }
            isBehindReturn = byte == UInt8(ascii: "\r")
        }
        fold(content)
    }

    /// A folded line goes on behind a line end and a space; no character is cut in two.
    private mutating func fold(_ content: [UInt8]) {
        var start = 0
        var room = Self.longestLine
        while content.count - start > room {
            var end = start + room
            while end > start, content[end] & 0xC0 == 0x80 { end -= 1 }
            bytes += content[start..<end]
            bytes += Array("\r\n ".utf8)
            start = end
            room = Self.longestLine - 1
        }
        bytes += content[start...]
        bytes += Array("\r\n".utf8)
    }
}
