extension DiagnosticGuide {
    static let ofJourneys: [DiagnosticCode: Entry] = [
        .headingOne: Entry(
            "A heading of one '#' stands in a journey",
            "The title stands in the front matter; '##' is a stage and '###' a step. A heading of one '#' is shown as a note.",
            example: "# One",
            cure: "Write '## One' for a stage, or delete the line."),
        .earlyStep: Entry(
            "A step stands before the first stage",
            "Steps ('###') belong to a stage ('##'). This one is put into a stage without a name.",
            example: "### Early {#early}",
            cure: "Put a line of '## …' above it."),
        .setextHeading: Entry(
            "A line of '---' or '===' makes a heading",
            "Right below a text it does not draw a line: it turns the text into a heading, and so into a stage.",
            example: "Text right below\n---",
            cure: "Leave a blank line between the text and the line, or write '## …'."),
        .emptyHeading: Entry(
            "A heading has no words",
            "It makes a stage or a step without a name, which nobody can speak of or link to.",
            example: "## {#one}",
            cure: "Write a name behind the '#', or delete the line."),
        .linkInHeading: Entry(
            "A heading has a link or an image in it",
            "The heading is the name of a stage or a step, which maps, lists and other pages show: the words stay, the link does not.",
            example: "## See [the offer](https://example.com/offer)",
            cure: "Take the link out of the heading, and write it below, in an entry or a note."),
        .linkInName: Entry(
            "A name has a link or an image in it",
            "Names of touchpoints, channels and systems are counted over all journeys, and link to where they are: the words stay, the link does not.",
            example: "- **Channels:** Phone, [Shop](https://shop.example/)",
            cure: "Take the link out of the name, and write it below the lanes, in a note."),
        .emptyEntry: Entry(
            "An entry says that there is nothing to say",
            "It is counted and shown like any other: 'n/a' as a pain that nobody has, or as a touchpoint that journeys share.",
            example: "- **Touchpoints:** n/a",
            cure: "Delete the entry, and the lane if it has no other."),
        .unspacedHeading: Entry(
            "A heading lacks the space behind its '#'",
            "'##Stage' is a text; only '## Stage' is a heading.",
            example: "##Three",
            cure: "Put a space behind the last '#'."),
        .unknownLane: Entry(
            "A label is none of the portfolio's lanes",
            "It is shown as a lane of its own, and counts for nothing else. Most often it is a typo.",
            example: "- **Doign:** Looks",
            cure: "Use the label in the hint, or add the lane under 'lanes' in portfolio.yml."),
        .unreadLabel: Entry(
            "A lane's label is not written as one",
            "A lane starts with '- ', its label in bold and a colon. Without these the line is a note.",
            example: "- **Pains** It hurts",
            cure: "Write - **Pains:** It hurts."),
        .unindentedEntry: Entry(
            "An entry of a lane is not set in below its label",
            "What starts in the same column as the label stands beside it: the lane stays empty, and the line is a note.",
            example: "- **Pains:**\n- Nobody calls back",
            cure: "Put two spaces before the '-' of each entry."),
        .listSeparator: Entry(
            "Names have another sign between them than a comma",
            "'Web; App' is one name, which no other journey has, and so is 'App and Mail' in 'Web, App and Mail'.",
            example: "- **Touchpoints:** Web; App",
            cure: "Write commas: Web, App."),
        .unclosedBlock: Entry(
            "Code or a comment is never closed",
            "Markdown ends it with the file: the stages and lanes below are shown as code, or not at all.",
            example: "<!-- to be checked",
            cure: "Close it: code with a line of ```, a comment with '-->'."),
        .wordsWithoutEmotion: Entry(
            "A feeling has no number",
            "The curve of emotions is drawn through numbers from -2 (very bad) to +2 (very good). The words are kept.",
            example: "- **Feeling:** Angry",
            cure: "Put the number first: - **Feeling:** -2 Angry."),
        .badEmotion: Entry(
            "The number of a feeling can't be read",
            "It lies between -2 and +2, with a point for the decimal, and a transition has an arrow: -2 → +1.",
            example: "- **Feeling:** +3 Ecstatic",
            cure: "Write - **Feeling:** +2 Ecstatic."),
        .bareReference: Entry(
            "A name stands where a link belongs",
            "These lanes hold links, so that they lead somewhere on a code host too.",
            example: "- **Opportunities:** prefill-meter",
            cure: "Copy the link from the hint."),
        .unknownAttribute: Entry(
            "A word in braces means nothing at this place",
            "Findings take severity, evidence, reach, status, resolved, persona and segment; feelings and quotes take evidence "
                + "and persona.",
            example: "  - One {serverity=4}",
            cure: "Use the word in the hint, or delete it."),
        .unknownClass: Entry(
            "A class means nothing at this place",
            "There is one: .moment-of-truth, at a stage or a step.",
            example: "## One {#one .moment-of-thruth}",
            cure: "Correct it, or delete it."),
        .unreadAttributes: Entry(
            "Braces can't be read",
            "Attributes stand in one pair of braces at the end of an entry, with '=' and without spaces around it. Otherwise they "
                + "are shown as text, and a severity is lost.",
            example: "  - Two {severity: 4}",
            cure: "Write {severity=4}; several are separated by spaces."),
        .unreadMark: Entry(
            "A mark of another program is not read",
            "Comments between '%%', words between '==' or '~~', '^id' at the end of a line, definitions behind ':', boxes such as "
                + "'[!note]', '[TOC]', formulas between '$', and 'h2. ' and '{panel}' of wikis are no Markdown, so readers see them with "
                + "their signs. So are tags of HTML. Of each kind the first in a file is told.",
            example: "Looks for the ==full== sailings",
            cure: "Write what the hint shows. A backslash before the sign shows it for certain."),
        .badAttribute: Entry(
            "A value in braces can't be read",
            "Severity is a whole number from 1 (minor) to 5 (blocks the customer), reach a share from 0 to 1.",
            example: "  - One {severity=6}",
            cure: "Write a value that the message names."),
        .duplicateAnchor: Entry(
            "An id is used twice in a file",
            "A link to it could mean either.",
            example: "### Two {#one}",
            cure: "Give one of the two another id, and look at the links to it."),
    ]

    static let ofSeries: [DiagnosticCode: Entry] = [
        .seriesMissing: Entry(
            "The data of a metric is not there",
            "'data' names a CSV file, seen from the metric's own folder. Figures in the metric's text are not read, which is a warning.",
            example: "data: csat-2026.csv",
            cure: "Correct the name, or delete the line if the CSV has the name of the metric."),
        .seriesHeader: Entry(
            "The first line of a CSV does not name its columns",
            "It is 'date,value', and may have 'segment' and 'sample'.",
            example: "date,vlaue",
            cure: "Write date,value."),
        .seriesColumn: Entry(
            "A column of a CSV is not known",
            "What stands in it is not read.",
            example: "date,value,segmnt,note",
            cure: "Use the name in the hint, or delete the column."),
        .seriesSeparator: Entry(
            "A CSV is not separated by commas, or has a comma for the decimal",
            "Spreadsheets in many languages save semicolons and decimal commas; here the columns have commas, and numbers a point.",
            example: "date;value",
            cure: "Save the file with commas between the columns and a point in the numbers."),
        .seriesRow: Entry(
            "A row of a CSV has too many or too few fields",
            "The row is left out.",
            example: "2026-04-30,63,renters",
            cure: "Give it as many fields as the first line has; quote a text that has a comma."),
        .seriesDate: Entry(
            "A row of a CSV has no full date",
            "A value belongs to a day. The row is left out.",
            example: "31/01/2026,61,renters,10",
            cure: "Write 2026-01-31."),
        .seriesNumber: Entry(
            "A row of a CSV has no number",
            "The row is left out. A day without a value needs no row.",
            example: "2026-03-31,n/a,renters,10",
            cure: "Write the number alone, or delete the row."),
        .seriesDuplicate: Entry(
            "A day is given twice",
            "A day has one value, or one for each segment. The first is kept.",
            example: "2026-01-31,62",
            cure: "Delete one of the rows, or say which segments they are of."),
        .seriesSegment: Entry(
            "Two segments differ in case alone, or one is the whole",
            "'Renters' and 'renters' are two segments, each with a part of the values. Beside others, 'Total' would be one of the parts.",
            example: "2026-09-30,5,renters",
            cure: "Write both in the same way, and leave the segment empty in rows of the whole."),
    ]
}
