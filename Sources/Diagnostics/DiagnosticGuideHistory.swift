extension DiagnosticGuide {
    static let ofHistory: [DiagnosticCode: Entry] = [
        .historyHeader: Entry(
            "The first line of history.csv or changes.csv does not name its columns",
            "'waymark history --record' writes these files, and pages read from them how scores moved and what was changed. Without its columns "
                + "nothing of a file can be read.",
            example: "date,journey,helth,trust,progress,maturity",
            cure: "Correct the first line, or delete the file and record it again."),
        .historyColumn: Entry(
            "A column of history.csv or changes.csv is not known",
            "What stands in it is not read, and is lost when the history is recorded again.",
            example: "date,journey,health,trust,progress,maturity,grade",
            cure: "Delete the column; notes on a month have a better place on a page of your own."),
        .historyRow: Entry(
            "A row of history.csv or changes.csv has too many or too few fields",
            "The row is left out. Most often two branches recorded the same months, and a merge left its marks in the file.",
            example: "<<<<<<< HEAD",
            cure: "Keep the rows of either branch, or delete the file and record it again."),
        .historyDate: Entry(
            "A row of history.csv or changes.csv is not of a month end",
            "Both are recorded up to the last day of a month. The row is left out.",
            example: "2026-10-30,a,60,50,40,3",
            cure: "Write the last day of the month."),
        .historyValue: Entry(
            "A value in history.csv or changes.csv can't be read",
            "Scores lie from 0 to 100, with a point for the decimal, and nothing stands where nothing was measured. The row is "
                + "left out.",
            example: "2026-10-31,a,sixty,50,40,3",
            cure: "Write a value that the message names."),
        .historyDuplicate: Entry(
            "history.csv has a month end twice",
            "A journey has one row a month end, and so has the portfolio, whose row names no journey. The first is kept.",
            example: "2026-10-31,a,62,50,40,3",
            cure: "Delete one of the rows."),
    ]
}
