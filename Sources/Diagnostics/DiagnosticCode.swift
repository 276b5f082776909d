/// Everything that Waymark can find wrong, as `<stage>/<rule>`. `DiagnosticGuide` explains each to authors.
package enum DiagnosticCode: String, CaseIterable, Hashable, Sendable {
    // Reading files and folders
    case unreadable = "read/unreadable"
    case notUTF8 = "read/not-utf8"
    case unknownFolder = "read/unknown-folder"
    case unknownFile = "read/unknown-file"
    case symbolicLink = "read/symbolic-link"
    case mergeConflict = "read/merge-conflict"

    // Front matter and portfolio.yml
    case frontMatterMissing = "front-matter/missing"
    case frontMatterUnclosed = "front-matter/unclosed"
    case yamlSyntax = "front-matter/syntax"
    case yamlRefused = "front-matter/refused"
    case duplicateKey = "front-matter/duplicate-key"
    case unknownKey = "front-matter/unknown-key"
    case missingKey = "front-matter/missing-key"
    case wrongKind = "front-matter/wrong-kind"
    case repeatedValue = "front-matter/repeated-value"
    case wrongValue = "front-matter/wrong-value"
    case badNumber = "front-matter/bad-number"
    case badDate = "front-matter/bad-date"
    case badID = "front-matter/bad-id"
    case severalOwners = "front-matter/several-owners"

    // The body of a journey
    case headingOne = "journey/heading-one"
    case earlyStep = "journey/early-step"
    case setextHeading = "journey/setext-heading"
    case emptyHeading = "journey/empty-heading"
    case linkInHeading = "journey/link-in-heading"
    case linkInName = "journey/link-in-name"
    case emptyEntry = "journey/empty-entry"
    case unspacedHeading = "journey/unspaced-heading"
    case unknownLane = "journey/unknown-lane"
    case unreadLabel = "journey/unread-label"
    case unindentedEntry = "journey/unindented-entry"
    case listSeparator = "journey/list-separator"
    case unclosedBlock = "journey/unclosed-block"
    case wordsWithoutEmotion = "journey/words-without-emotion"
    case badEmotion = "journey/bad-emotion"
    case bareReference = "journey/bare-reference"
    case unknownAttribute = "journey/unknown-attribute"
    case unknownClass = "journey/unknown-class"
    case unreadAttributes = "journey/unread-attributes"
    case unreadMark = "journey/unread-mark"
    case badAttribute = "journey/bad-attribute"
    case duplicateAnchor = "journey/duplicate-anchor"

    // Time series
    case seriesMissing = "series/missing"
    case seriesHeader = "series/header"
    case seriesColumn = "series/unknown-column"
    case seriesSeparator = "series/separator"
    case seriesRow = "series/row"
    case seriesDate = "series/date"
    case seriesNumber = "series/number"
    case seriesDuplicate = "series/duplicate"
    case seriesSegment = "series/segment"

    // The recorded history
    case historyHeader = "history/header"
    case historyColumn = "history/unknown-column"
    case historyRow = "history/row"
    case historyDate = "history/date"
    case historyValue = "history/value"
    case historyDuplicate = "history/duplicate"

    // What the parts of one file say about each other
    case futureWithoutBaseline = "model/future-without-baseline"
    case targetOnWrongSide = "model/target-on-wrong-side"
    case outsideScale = "model/outside-scale"
    case shippedWithoutDate = "model/shipped-without-date"
    case shippedInFuture = "model/shipped-in-future"
    case datedInFuture = "model/dated-in-future"
    case shippedButNot = "model/shipped-but-not"
    case resolvedButOpen = "model/resolved-but-open"
    case baselineButCurrent = "model/baseline-but-current"
    case decidedWithoutDecision = "model/decided-without-decision"
    case addressesWholeJourney = "model/addresses-whole-journey"
    case overdueReview = "model/overdue-review"
    case missingOwner = "model/missing-owner"

    // How a portfolio is looked after
    case severePainWithoutEvidence = "governance/severe-pain-without-evidence"
    case momentOfTruthWithoutMetric = "governance/moment-of-truth-without-metric"
    case goalWithoutMetric = "governance/goal-without-metric"
    case opportunityWithoutValues = "governance/opportunity-without-values"
    case shippedWithoutMetric = "governance/shipped-without-metric"
    case decisionWithoutReason = "governance/decision-without-reason"
    case personalData = "governance/personal-data"
    case manySteps = "governance/many-steps"
    case noStage = "governance/no-stage"

    // How files hang together
    case duplicateID = "link/duplicate-id"
    case unknownTarget = "link/unknown-target"
    case unknownStage = "link/unknown-stage"
    case unknownAnchor = "link/unknown-anchor"
    case wrongTarget = "link/wrong-target"
    case spacedPath = "link/spaced-path"
    case unreadLink = "link/unread-link"
    case unusedDefinition = "link/unused-definition"
    case deadFile = "link/dead-file"
    case unsafeScheme = "link/unsafe-scheme"
    case cycle = "link/cycle"
    case contradiction = "link/contradiction"
    case secondPlacement = "link/second-placement"
    case levelOrder = "link/level-order"
    case skippedLevel = "link/skipped-level"
    case orphan = "link/orphan"
    case archivedParent = "link/archived-parent"
    case pathTaken = "link/path-taken"

    // Scores
    case expiredWaiver = "score/expired-waiver"
    case idleWaiver = "score/idle-waiver"

    // Baselines
    case baselineHeader = "baseline/header"
    case baselineLine = "baseline/line"

    // Templates
    case templateSyntax = "template/syntax"
    case unknownName = "template/unknown-name"
    case unknownPartial = "template/unknown-partial"
    case wrongNameKind = "template/wrong-kind"
    case unknownTemplate = "template/unknown-file"
    case templateNesting = "template/nesting"
    case missingWords = "template/missing-words"

    /// What loses or changes an author's meaning is an error; what is only unknown or doubtful is a warning.
    package var severity: Diagnostic.Severity {
        switch self {
        case .unknownFolder, .unknownFile, .symbolicLink, .unknownKey, .severalOwners, .headingOne, .earlyStep,
            .setextHeading, .unspacedHeading, .unknownLane, .unreadLabel, .wordsWithoutEmotion, .unknownAttribute,
            .unknownClass, .unreadAttributes, .unreadMark, .seriesColumn, .seriesSegment, .historyColumn,
            .shippedInFuture, .datedInFuture, .emptyHeading, .linkInHeading, .linkInName, .emptyEntry, .shippedButNot,
            .repeatedValue, .outsideScale, .unusedDefinition,
            .resolvedButOpen,
            .unindentedEntry, .listSeparator, .baselineButCurrent, .decidedWithoutDecision,
            .overdueReview, .missingOwner, .secondPlacement,
            .skippedLevel, .orphan,
            .severePainWithoutEvidence, .momentOfTruthWithoutMetric, .goalWithoutMetric, .opportunityWithoutValues,
            .shippedWithoutMetric, .decisionWithoutReason, .personalData, .manySteps, .noStage,
            .archivedParent, .idleWaiver, .unknownTemplate, .missingWords:
            .warning
        default:
            .error
        }
    }
}
