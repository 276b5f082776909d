extension CheckReport {
    /// A report as test runners write it: a failed test for each thing that makes the check fail, and a passed one if there is none.
    ///
    /// Valid against the schema that most readers go by (https://github.com/windyroad/JUnit-Schema), which asks for a time and a host: they
    /// are the day of the portfolio and none in particular, so that the same content gives the same bytes.
    package var junit: String {
        let cases = testCases()
        let failed = diagnostics.count { threshold.fails(at: $0.severity) }
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
        text += "  <testsuite name=\"waymark check\" package=\"waymark\" id=\"0\" timestamp=\"\(day)T00:00:00\""
        text +=
            " hostname=\"localhost\" tests=\"\(max(1, cases.count))\" failures=\"\(failed)\" errors=\"0\""
        text += " skipped=\"\(known?.count ?? 0)\" time=\"0\">\n"
        text += "    <properties/>\n"
        text += cases.isEmpty ? Self.passed(name: "nothing is wrong", group: "waymark") : cases.joined()
        return text + "    <system-out/>\n    <system-err/>\n  </testsuite>\n</testsuites>\n"
    }

    private func testCases() -> [String] {
        var names: [String: Int] = [:]
        return (diagnostics + (known ?? [])).enumerated().map { index, diagnostic in
            let place = place(of: diagnostic.location)
            let group = place.path.isEmpty ? "waymark" : place.path
            // Without the line: a test is the same one after lines have moved. A second one of a name would be taken for the first.
            var name = "\(diagnostic.message) [\(diagnostic.code.rawValue)]"
            let count = names[group + "\n" + name, default: 0] + 1
            names[group + "\n" + name] = count
            if count > 1 { name += " (\(count))" }
            if index >= diagnostics.count {
                return Self.opening(name: name, group: group)
                    + "><skipped message=\"known from before\"/></testcase>\n"
            }
            guard threshold.fails(at: diagnostic.severity) else { return Self.passed(name: name, group: group) }
            let position = place.start.map { ":\($0.line):\($0.column)" } ?? ""
            let body =
                "\(place.path)\(position): \(diagnostic.severity.rawValue): \(diagnostic.messageWithHint)"
                + diagnostic.notes.map { "\n\(self.text(of: $0))" }.joined()
            return Self.opening(name: name, group: group) + ">\n"
                + "      <failure type=\"\(XMLText.escaped(diagnostic.code.rawValue))\" message=\"\(XMLText.escaped(diagnostic.message))\">"
                + XMLText.escaped(body) + "</failure>\n    </testcase>\n"
        }
    }

    private func text(of note: Diagnostic.Note) -> String {
        let place = place(of: note.location)
        return "\(place.path)\(place.start.map { ":\($0.line):\($0.column)" } ?? ""): note: \(note.message)"
    }

    private static func passed(name: String, group: String) -> String { opening(name: name, group: group) + "/>\n" }

    private static func opening(name: String, group: String) -> String {
        "    <testcase name=\"\(XMLText.escaped(name))\" classname=\"\(XMLText.escaped(group))\" time=\"0\""
    }
}

/// Texts as XML has them, between tags and in attributes alike.
private enum XMLText {
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            default: result.unicodeScalars.append(isCharacter(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return result
    }

    /// Char of XML 1.0, 2.2: some signs can't be written there, not even as numbers.
    private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
    }
}
