extension DiagnosticGuide {
    static let ofFrontMatter: [DiagnosticCode: Entry] = [
        .frontMatterMissing: Entry(
            "A file has no front matter, or its keys stand elsewhere",
            "Front matter is the part between two lines of '---' at the very top, with lines such as 'title: Move home'. Journeys, "
                + "metrics and insights need it. Lines such as 'Owner: Ines Holm' below it are text, and a second one is none.",
            example: "# Move home",
            cure: "Start the file with a line of '---', the line 'title: Move home', and a line of '---'."),
        .frontMatterUnclosed: Entry(
            "Front matter is never closed",
            "Without its second line of '---' nobody can tell where the keys end and the text starts.",
            example: "---\ntitle: A\n--",
            cure: "Put a line of exactly three hyphens below the last key."),
        .yamlSyntax: Entry(
            "A line of front matter can't be read",
            "Lines are 'key: value', with a space behind the colon. Some signs mean something else there: a second ': ', a '#' "
                + "behind a space, and '@', '`', '%', '[', '{', quotes, '|' or '>' at the start of a value.",
            example: "title: Move: the home",
            cure: "Put quotes around the value: title: \"Move: the home\"."),
        .yamlRefused: Entry(
            "Anchors, aliases, tags and deep nesting are not read",
            "YAML can refer from one value to another with '&' and '*' and name types with '!'. Here a value is what is written.",
            example: "owner: *me",
            cure: "Write the value out, or put quotes around a text that starts with such a sign."),
        .duplicateKey: Entry(
            "A key is given twice",
            "Only one of the two values can hold: the first is kept.",
            example: "title: Again",
            cure: "Delete one of the two lines."),
        .unknownKey: Entry(
            "A key is not known",
            "What stands behind an unknown key is not read, most often because of a typo.",
            example: "ower: Priya",
            cure: "Use the name in the hint, or delete the line."),
        .missingKey: Entry(
            "A key is missing",
            "A journey needs a title, an insight its type, a metric its perspective.",
            example: "titel: A",
            cure: "Add the line; if it is mistyped, correct it."),
        .wrongKind: Entry(
            "A list stands where one value belongs, or the other way round",
            "A journey has one owner and one level, so these take one value; others, such as tags, take a list.",
            example: "title: [A, B]",
            cure: "Write one value without brackets, or a list in brackets: [one, two]."),
        .repeatedValue: Entry(
            "A list has a value twice",
            "It counts once. Most often another one was meant.",
            example: "personas: [renter, renter]",
            cure: "Delete one of the two, or write the one that was meant."),
        .wrongValue: Entry(
            "A value is none of those that its key takes",
            "The message lists the values that are. Case matters: 'sub', not 'Sub'.",
            example: "status: actve",
            cure: "Use one of the values in the message."),
        .badNumber: Entry(
            "A value is not a number, or out of range",
            "Numbers have digits and a point for the decimal, without a unit; shares run from 0 to 1.",
            example: "share: 35%",
            cure: "Write the number alone: share: 0.35."),
        .badDate: Entry(
            "A value is not a date of the calendar",
            "Dates are year, month and day, so that they mean the same everywhere: 2026-08-18. Most may also be a month or a "
                + "year.",
            example: "reviewed: 31/12/2026",
            cure: "Write reviewed: 2026-12-31."),
        .badID: Entry(
            "An id has a sign that an id can't have",
            "A file is known by its name without '.md', or by its 'id:'. Ids have letters, digits, '-', '_', '.' and spaces.",
            example: "id: a/b",
            cure: "Rename the file, or write another id."),
        .severalOwners: Entry(
            "An owner looks like several",
            "One person is accountable for a journey; where two are, nobody is.",
            example: "owner: Priya and Tom",
            cure: "Name one, and put the others under 'contributors'."),
    ]
}
