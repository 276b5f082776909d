extension DiagnosticGuide {
    static let ofGovernance: [DiagnosticCode: Entry] = [
        .severePainWithoutEvidence: Entry(
            "A severe pain rests on no evidence",
            "What hurts most is worked on first, so it should be known from somewhere. Open pains and employee pains of severity 4 and 5 are "
                + "looked at, and insights that are one.",
            example: "  - The form is lost {severity=5}",
            cure:
                "Name what it is known from: {severity=5 evidence=interviews}. If nobody knows yet, take the severity away."
        ),
        .momentOfTruthWithoutMetric: Entry(
            "No metric tells how a moment of truth goes",
            "Where a relationship is won or lost, somebody should see which of the two it is. A step is measured by a metric of its own or "
                + "of its stage, a stage by one of its own or of its steps. Off unless the portfolio asks for it.",
            example: "## Pay {.moment-of-truth}",
            cure: "Add a lane of '- **Metrics:**' with a link to one, there or at the stage."),
        .goalWithoutMetric: Entry(
            "A goal has no metric",
            "Nobody can tell whether it is reached. A wider goal is measured by those below it.",
            example: "title: Delight everyone",
            cure: "Add 'metric:' with the id of one, and 'target:' and 'by:' with it."),
        .opportunityWithoutValues: Entry(
            "An opportunity lacks what its priority is worked out from",
            "It has no place among the others. Which values that are says 'model' under 'scoring' in portfolio.yml; impact on customers may "
                + "also come from the severity of what is addressed. Closed ones, and those decided against, are not looked at.",
            example: "customer_impact: 4",
            cure: "Add the keys that the message names, or close it."),
        .shippedWithoutMetric: Entry(
            "A solution has shipped, and no metric is to tell what it moved",
            "Whether it was worth it is never found out.",
            example: "status: shipped",
            cure: "Add 'metrics:' with the ids of those that it should move."),
        .decisionWithoutReason: Entry(
            "An opportunity was decided on without a reason",
            "Whoever asks again in a year starts from nothing.",
            example: "decision: wont",
            cure: "Add 'because:' with a sentence."),
        .personalData: Entry(
            "A text tells who somebody is",
            "E-mail addresses, phone numbers, and numbers of bank accounts and cards are looked for in the bodies of journeys, insights, evidence "
                + "and personas. Pages are published, and who was quoted did not ask for it. Numbers of orders, dates and amounts are left alone, and "
                + "so are mailboxes such as info@ and addresses at example.com.",
            example: "> Write to jo.doe@mailbox.org or call +49 30 901820",
            cure:
                "Leave it out, and delete it from the history of the repository, too. A number that only looks like one can be written "
                + "without its spaces."),
        .manySteps: Entry(
            "A map has too many steps",
            "Nobody reads a map of sixty columns. More than 'max-steps' under 'checks' in portfolio.yml are warned about, 40 unless said; a stage "
                + "without steps counts as one.",
            example: "### By transfer",
            cure: "Let a journey of a lower level detail a stage, and keep its main steps here."),
        .noStage: Entry(
            "A journey has no stage",
            "There is nothing to draw, and nothing to score. Off unless the portfolio asks for it: a title is a fine start.",
            example: "title: Empty",
            cure: "Write '## …' for each part of what customers go through, or set 'status: draft'."),
    ]
}
