extension DiagnosticGuide {
    static let ofModels: [DiagnosticCode: Entry] = [
        .futureWithoutBaseline: Entry(
            "A future journey does not say what it starts from",
            "It is compared with the journey of today that its 'baseline' names.",
            example: "state: future",
            cure: "Add 'baseline:' with the id of the journey of today."),
        .targetOnWrongSide: Entry(
            "A target lies on the wrong side of its baseline",
            "A metric that is better when it goes up has a target above its baseline.",
            example: "direction: down\nbaseline: 10\ntarget: 12",
            cure: "Correct the direction, the target or the baseline."),
        .outsideScale: Entry(
            "A value lies outside the scale of its metric",
            "A scale names the ends that are possible, so one of the two is mistyped. The value is kept.",
            example: "scale: [1, 5]\ntarget: 45",
            cure: "Correct the value, or the scale."),
        .shippedWithoutDate: Entry(
            "A shipped solution has no date",
            "Whether it helped is measured from the day that it reached customers.",
            example: "status: shipped",
            cure: "Add 'shipped:' with that day."),
        .shippedInFuture: Entry(
            "A solution is shipped on a day to come",
            "What has not shipped yet can't be measured.",
            example: "shipped: 2026-12-24",
            cure: "Set the status to 'building' or 'planned', or correct the date."),
        .datedInFuture: Entry(
            "A review, a piece of evidence, a decision, a value or what was resolved is dated on a day to come",
            "Nobody has reviewed a journey tomorrow. Most often the year is wrong, or 'as_of' in portfolio.yml is old. Evidence of a day to come is not fresh, and values of such days are not shown yet.",
            example: "reviewed: 2027-05-01",
            cure: "Correct the date, or 'as_of'."),
        .shippedButNot: Entry(
            "A solution has a day on which it shipped, but another status",
            "Only one of the two can be right, so it is not counted as shipped.",
            example: "status: building\nshipped: 2026-01-01",
            cure: "Set the status to 'shipped', or delete the date."),
        .resolvedButOpen: Entry(
            "A finding or an insight has a day on which it was resolved, but is open",
            "Only one of the two can be right, so it counts as open.",
            example: "- Nobody calls back {severity=3 resolved=2026-02}",
            cure: "Add 'status=resolved', or delete the date."),
        .baselineButCurrent: Entry(
            "A journey of today has a baseline",
            "Only a future journey is compared with the one that it starts from. Most often 'state: future' is missing.",
            example: "state: current\nbaseline: b",
            cure: "Add 'state: future', or delete the line."),
        .decidedWithoutDecision: Entry(
            "A decision has a day or a reason, but is not told",
            "What was decided stands under 'decision'; without it the opportunity counts as undecided.",
            example: "decided: 2026-03-01\nbecause: Cheap",
            cure: "Add 'decision: will', 'later' or 'wont'."),
        .addressesWholeJourney: Entry(
            "An opportunity addresses a whole journey",
            "It addresses a finding, a stage or a step of a journey, or an insight: otherwise nobody could tell which pain it "
                + "mends.",
            example: "addresses: [move, bare, move#before]",
            cure: "Write the id, '#' and the anchor: move#before."),
        .overdueReview: Entry(
            "A journey is overdue for review",
            "The portfolio asks for this check under 'checks' in portfolio.yml.",
            example: "reviewed: 2026-08\nreview: monthly",
            cure: "Look through the journey, and set 'reviewed:' to that day."),
        .missingOwner: Entry(
            "A journey has no owner",
            "The portfolio asks for this check under 'checks' in portfolio.yml.",
            example: "title: Nobody",
            cure: "Add 'owner:' with the one person who is accountable."),
    ]

    static let ofLinks: [DiagnosticCode: Entry] = [
        .duplicateID: Entry(
            "Two files of a kind have one id",
            "A reference to it could mean either. Names that differ only in capitals count as one, since many computers can't tell "
                + "them apart.",
            example: "id: same",
            cure: "Rename one of the files, or give it another 'id:'."),
        .unknownTarget: Entry(
            "A reference leads to nothing",
            "Front matter and braces name other files by their id: the file's name without '.md'.",
            example: "parent: mov-home",
            cure: "Use the id in the hint, or add the file."),
        .unknownStage: Entry(
            "A journey has no such stage or step",
            "'parent: move-home#before' names a stage or a step by its anchor: the word behind '#' at its heading.",
            example: "parent: move-home#befor",
            cure: "Use the anchor in the hint."),
        .unknownAnchor: Entry(
            "A file has no such anchor",
            "What stands behind '#' is the id of a heading, a finding, a quote or an item in that file.",
            example: "- **Next:** [Two](#too), or [Three](#three)",
            cure: "Use the anchor in the hint, or give the place an id: {#too}."),
        .wrongTarget: Entry(
            "A reference leads to the wrong kind of thing",
            "The lane Insights holds insights, Details holds journeys, and so on; 'parent' names a stage or a step.",
            example: "- **Insights:** [E](../evidence/interviews.md)",
            cure: "Link to the right file, or use the lane for what it is."),
        .spacedPath: Entry(
            "A link has a space in its path",
            "In Markdown the path of a link ends at its first space, so the whole is shown as text.",
            example: "- **Doing:** Reads [the plan](../assets/my plan.txt)",
            cure: "Write the path between < and >, as in the hint, or rename the file."),
        .unreadLink: Entry(
            "What was meant as a link is shown as text, or not at all",
            "A link is [words](path), with nothing between the two, both closed and words that readers see. [words][name] needs a line of "
                + "'[name]: path'. Wikis write links otherwise.",
            example: "- **Doing:** reads [the interviews] (../evidence/e.md#said)",
            cure: "Write it as in the hint."),
        .unusedDefinition: Entry(
            "A line defines a link that nothing uses",
            "In Markdown '[name]: address' at the start of a line says where links named [name] lead, and is not shown itself.",
            example: "[Important]: read-this",
            cure: "Link to it with [words][name], put a backslash before the '[' to show the line, or delete it."),
        .deadFile: Entry(
            "A link leads to a file that is not there",
            "Links are seen from the folder of their own file: '../' goes up one folder.",
            example: "See [x](../personas/renter.md), [y](../../personas/rentr.md)",
            cure: "Copy the path from the hint. An address on the web starts with https://."),
        .unsafeScheme: Entry(
            "A link is of a kind that is not published",
            "Links that start with 'javascript:' and the like can harm readers.",
            example: "source: javascript:x",
            cure: "Use https:, http:, mailto: or tel:, or the path of a file."),
        .cycle: Entry(
            "Parents go round in a circle",
            "A journey can't stand in one that stands in it. To show it all the same, the circle is opened at one place.",
            example: "parent: a1",
            cure: "Correct one of the parents that the message names."),
        .contradiction: Entry(
            "A journey is placed at two different places",
            "Its own 'parent' says one place, a Details lane another.",
            example: "parent: life#two",
            cure: "Correct one of the two; if the journey recurs there, add the other place under 'also_in'."),
        .secondPlacement: Entry(
            "A journey is placed twice",
            "Two Details lanes name it, and it names no parent, or 'also_in' names its parent again. The first place holds, another is shown beside it.",
            example: "- **Details:** [F](f.md)",
            cure: "Name the place that holds as its 'parent', and the others under 'also_in'."),
        .levelOrder: Entry(
            "A journey stands in one of a lower level",
            "Levels go down: a journey stands in one of a higher level, or of its own.",
            example: "level: lifecycle",
            cure: "Correct the level, or the parent."),
        .skippedLevel: Entry(
            "A journey skips a level",
            "It stands directly in one that is two or more levels higher.",
            example: "level: micro",
            cure: "Correct the level, or put a journey of the level between above it."),
        .orphan: Entry(
            "A journey stands in no other",
            "Only journeys of the top level stand on their own.",
            example: "level: sub",
            cure: "Add 'parent:' with the journey that it details, or name it in a Details lane there."),
        .archivedParent: Entry(
            "An active journey stands in an archived one",
            "Readers would find it below something that is no longer in use.",
            example: "parent: old",
            cure: "Give it another parent, or archive it too."),
        .pathTaken: Entry(
            "Two things would be published at one address",
            "The pages would overwrite each other.",
            example: "journeys/move.md and assets/… of the same address",
            cure: "Rename one of the two."),
    ]
}
