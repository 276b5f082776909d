extension DiagnosticGuide {
    static let ofBaselines: [DiagnosticCode: Entry] = [
        .baselineHeader: Entry(
            "A file is no baseline",
            "'waymark check --baseline' was given another file, or one of another version of Waymark. Nothing is checked then: all that "
                + "is known would look new.",
            example: "waymark basline 1",
            cure: "Name the right file, or write it anew with --write-baseline."),
        .baselineLine: Entry(
            "A line of a baseline can't be read",
            "Each has four fields with a tab between them: file, code, checksum of the line, message. Most often two branches wrote the "
                + "file, and a merge left its marks, or an editor has turned tabs into spaces.",
            example: "<<<<<<< HEAD",
            cure: "Mend the line, delete it, or write the file anew with --write-baseline."),
    ]
}
