extension DiagnosticGuide {
    static let ofReading: [DiagnosticCode: Entry] = [
        .unreadable: Entry(
            "A file or folder can't be read",
            "The computer refuses to open it, so what it says would be missing from the site.",
            example: "journeys/secret.md, which only its owner may read",
            cure: "Allow the account that runs Waymark to read it, or move it out of the content folder."),
        .notUTF8: Entry(
            "A file is not saved as UTF-8",
            "Letters such as 'é' are stored in several ways; UTF-8 is the one that works everywhere. The marked byte is shown "
                + "as '?'.",
            example: "title: Caf\u{FFFD}",
            cure: "Save the file again with the encoding UTF-8; in a spreadsheet, as \"CSV UTF-8\"."),
        .unknownFolder: Entry(
            "A folder is none of a portfolio's",
            "The first folder decides what a file is: journeys, personas, goals, metrics, evidence, insights, opportunities, "
                + "solutions, pages or assets. Files elsewhere are not read. Where others refer to one of them, this is an error.",
            example: "jouneys/a.md",
            cure: "Rename the folder, or move its files. A folder whose name starts with '_' or '.' is left alone."),
        .unknownFile: Entry(
            "A file is not read",
            "Content ends in '.md' and stands in one of the folders; settings stand in 'portfolio.yml'; a CSV is read when a "
                + "metric has its name or names it. Where others refer to what is in it, this is an error.",
            example: "portfolio.yaml",
            cure: "Rename or move the file as the hint says. A file whose name starts with '_' or '.' is left alone."),
        .symbolicLink: Entry(
            "A link to another place on the disk is left out",
            "Links are not followed, so that nothing from outside the content folder is published by accident.",
            example: "assets/logo.svg, a link to /home/priya/logo.svg",
            cure: "Put the file itself there."),
        .mergeConflict: Entry(
            "A merge was not finished in a file",
            "git leaves both versions of a place that two branches have changed, between lines that no program can read as content. "
                + "Nothing else is said of the file until they are gone.",
            example: "<<<<<<< HEAD\nowner: Priya Nair\n=======\nowner: Tom Baker\n>>>>>>> owners",
            cure: "Keep what is right of the two, and delete the three lines of marks."),
    ]

    static let ofScores: [DiagnosticCode: Entry] = [
        .expiredWaiver: Entry(
            "A waiver has ended",
            "A waiver puts off what does not add up, until a day. That day has passed, so it is shown again.",
            example: "- {rule: a, subject: move-home#serial, because: known, until: 2026-01-31}",
            cure: "Settle what it put off and delete it, or say until when it holds."),
        .idleWaiver: Entry(
            "A waiver waives nothing",
            "The rule finds nothing at that place any more, or the place is mistyped.",
            example: "- {rule: a, subject: move-home#serail, because: known}",
            cure: "Delete it, or correct its subject."),
    ]

    static let ofTemplates: [DiagnosticCode: Entry] = [
        .templateSyntax: Entry(
            "A tag of a template can't be read",
            "A template is HTML with tags such as {{title}}. One that is not closed would change the whole page.",
            example: "<h1>{{title</h1>",
            cure: "Close the tag: {{title}}."),
        .unknownName: Entry(
            "A template asks for something that its page does not have",
            "Every page offers certain names; the message lists the nearest.",
            example: "{{tilte}}",
            cure: "Use one of the page's names."),
        .unknownPartial: Entry(
            "A template includes one that is not there",
            "{{> name}} stands for the template 'name'.",
            example: "{{> hedaer}}",
            cure: "Use the name of a template that exists, or add it."),
        .wrongNameKind: Entry(
            "A template uses a name as what it is not",
            "A list is repeated with {{#steps}} … {{/steps}}; a text is printed with {{title}}.",
            example: "{{steps}}",
            cure: "Print a text, repeat a list."),
        .unknownTemplate: Entry(
            "A file among the templates replaces none",
            "A file in the template folder replaces the built-in one of the same name; another name has no effect.",
            example: "templates/jouney.mustache",
            cure: "Give it the name of the template that it should replace."),
        .templateNesting: Entry(
            "Templates include each other in a circle, or too deeply",
            "A page that contains itself would never end.",
            example: "{{> page}} in page.mustache",
            cure: "Take one of the inclusions out."),
        .missingWords: Entry(
            "The interface can't speak all of the portfolio's language",
            "Words come from 'words.yml' and 'words.de.yml', one file a language; English stands in for what is missing.",
            example: "language: fr",
            cure: "Add 'words.fr.yml' to the template folder, with a line for each word; see \"Templates\"."),
    ]
}
