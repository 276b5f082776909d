/// The interface's words that are needed to make views, by their keys in `words.yml`; templates use the rest.
package enum Word: String, CaseIterable, Sendable {
    // Numbers and dates
    case decimalMark = "decimal-mark"
    case groupMark = "group-mark"
    case minus, plus, percent, digits, arrow, months, date, dated
    case shortMonths = "short-months"
    case groupedFrom = "grouped-from"
    case monthOfYear = "month-of-year"
    case days, weeks
    case monthCount = "month-count"
    case countOf = "count-of"
    case andMore = "and-more"
    case fromTo = "from-to"
    case asOf = "as-of"
    case partOf = "part-of"
    case pageDescription = "page-description"

    // The frame of every page
    case notFound = "not-found"
    case flawedPage = "flawed-page"
    case flawedSite = "flawed-site"

    // Search
    case search, page, section
    case active

    // Sections of the site
    case portfolio, framework, journeys, opportunities, solutions, insights, evidence, metrics
    case goals, personas, touchpoints, teams, glossary, compare, contradictions, reviews

    // Things
    case journey, opportunity, solution, insight, metric, goal, persona, level
    case levelOfJourney = "level-of-journey"
    case state, status, stage, step, moment, moments, name, type, value, tags, role, segment
    case segments, products
    case shareOfCustomers = "share-of-customers"

    // Counts
    case claims
    case journeyCount = "journey-count"
    case opportunityCount = "opportunity-count"
    case solutionCount = "solution-count"
    case metricCount = "metric-count"
    case goalCount = "goal-count"
    case personaCount = "persona-count"
    case evidenceCount = "evidence-count"
    case insightCount = "insight-count"
    case momentCount = "moment-count"

    // The portfolio page
    case owned
    case reviewedInTime = "reviewed-in-time"
    case nextReview = "next-review"
    case claimsBacked = "claims-backed"
    case lifecycleTitle = "lifecycle-title"
    case lifecycleMissing = "lifecycle-missing"
    case overdueForReview = "overdue-for-review"
    case nothingOverdue = "nothing-overdue"
    case noGaps = "no-gaps"
    case gapOwner = "gap-owner"
    case gapMetrics = "gap-metrics"
    case gapTruths = "gap-truths"
    case gapPainsUnbacked = "gap-pains-unbacked"
    case gapPainsUnaddressed = "gap-pains-unaddressed"
    case gapParents = "gap-parents"

    // Lists
    case frameworkLead = "framework-lead"
    case journeysLead = "journeys-lead"
    case journeysMissing = "journeys-missing"
    case opportunitiesLead = "opportunities-lead"
    case opportunitiesMissing = "opportunities-missing"
    case solutionsLead = "solutions-lead"
    case solutionsMissing = "solutions-missing"
    case metricsLead = "metrics-lead"
    case metricsMissing = "metrics-missing"
    case goalsLead = "goals-lead"
    case goalsMissing = "goals-missing"
    case personasLead = "personas-lead"
    case personasMissing = "personas-missing"
    case evidenceLead = "evidence-lead"
    case evidenceMissing = "evidence-missing"
    case insightsLead = "insights-lead"
    case insightsMissing = "insights-missing"
    case touchpointsLead = "touchpoints-lead"
    case laneUnused = "lane-unused"
    case compareLead = "compare-lead"
    case compareMissing = "compare-missing"
    case compareWith = "compare-with"
    case pairOf = "pair-of"
    case pairAbout = "pair-about"
    case pairFutures = "pair-futures"
    case pairFuture = "pair-future"
    case pairSiblings = "pair-siblings"
    case ofToday = "of-today"
    case noOpenPains = "no-open-pains"
    case noOpenOpportunities = "no-open-opportunities"
    case reviewsLead = "reviews-lead"
    case reviewsMissing = "reviews-missing"
    case reviewCount = "review-count"
    case asTable = "as-table"
    case portfolioData = "portfolio-data"
    case reviewCalendar = "review-calendar"
    case changes
    case changesFeed = "changes-feed"
    case changeTable = "change-table"
    case clashCount = "clash-count"
    case teamsLead = "teams-lead"
    case ownersMissing = "owners-missing"
    case ownersHeading = "owners-heading"
    case teamsHeading = "teams-heading"
    case owners, overdue
    case diamondDiscover = "diamond-discover"
    case diamondDiscoverMissing = "diamond-discover-missing"
    case diamondFind = "diamond-find"
    case diamondDeliver = "diamond-deliver"

    // A journey
    case scorecard
    case scorecardOf = "scorecard-of"
    case future, draft, archived, owner, team, contributors, reviewed, rhythm, triggers, baseline
    case futureStates = "future-states"
    case ownerMissing = "owner-missing"
    case reviewNever = "review-never"
    case reviewDue = "review-due"
    case reviewOverdue = "review-overdue"
    case recursHere = "recurs-here"
    case unnamedStage = "unnamed-stage"
    case stageAsWhole = "stage-as-whole"
    case curveTitle = "curve-title"
    case curveMissing = "curve-missing"
    case curveGap = "curve-gap"
    case momentOfTruth = "moment-of-truth"

    // Findings, feelings and quotes
    case pain
    case employeePain = "employee-pain"
    case gain, need, doing, feeling, felt, contact, quote, passage, severity
    case severityOf = "severity-of"
    case reaches, resolved
    case resolvedOn = "resolved-on"
    case open
    case insightOfKind = "insight-of-kind"

    // A scorecard
    case evidenceSummary = "evidence-summary"
    case evidenceSummaryShared = "evidence-summary-shared"
    case coverage
    case coverageSummary = "coverage-summary"
    case there
    case notThere = "not-there"
    case journeyWithoutMetrics = "journey-without-metrics"
    case journeyWithoutClaims = "journey-without-claims"
    case journeyWithoutMoments = "journey-without-moments"
    case journeyWithoutOpportunities = "journey-without-opportunities"
    case opportunitiesWithoutSolution = "opportunities-without-solution"

    // Opportunities and solutions
    case discover, define, develop, deliver, measure, closed, decision
    case decidedOn = "decided-on"
    case will, later, wont, addresses
    case opportunityWithoutFindings = "opportunity-without-findings"
    case inputs, input
    case opportunityWithoutInputs = "opportunity-without-inputs"
    case opportunityWithoutSolution = "opportunity-without-solution"
    case customerImpact = "customer-impact"
    case businessImpact = "business-impact"
    case effort, reach, impact, confidence, ease
    case timeCriticality = "time-criticality"
    case riskReduction = "risk-reduction"
    case importance, satisfaction, idea, planned, building, shipped, rejected, delivery
    case metricsToMove = "metrics-to-move"
    case solutionWithoutOpportunity = "solution-without-opportunity"
    case solutionWithoutMetrics = "solution-without-metrics"

    // Metrics and goals
    case perspective, customer, business, better, higher, lower, method, target, noise, unit, scale
    case frequency, source, latest
    case latestValues = "latest-values"
    case bySegment = "by-segment"
    case segmentsMean = "segments-mean"
    case segmentsWeighted = "segments-weighted"
    case course, standing
    case targetMet = "target-met"
    case targetMissed = "target-missed"
    case targetExceeded = "target-exceeded"
    case noTarget = "no-target"
    case targetOf = "target-of"
    case baselineOf = "baseline-of"
    case sparklineCourse = "sparkline-course"
    case metricWithoutValues = "metric-without-values"
    case measuredIn = "measured-in"
    case metricUnused = "metric-unused"
    case nps, csat, ces, conversion, time, cost, volume, ratio, other
    case widerGoal = "wider-goal"
    case narrowerGoals = "narrower-goals"
    case by
    case goalReached = "goal-reached"
    case goalMissed = "goal-missed"
    case goalOpen = "goal-open"
    case goalDueDays = "goal-due-days"
    case goalDueMonths = "goal-due-months"
    case goalWithoutMetric = "goal-without-metric"
    case goalWithoutJourneys = "goal-without-journeys"

    // Personas, evidence and insights
    case personaWithoutJourneys = "persona-without-journeys"
    case interview, survey
    case usabilityTest = "usability-test"
    case analytics, tickets, observation, workshop, sample, researcher
    case restsOnIt = "rests-on-it"
    case restsSummary = "rests-summary"
    case evidenceUnused = "evidence-unused"
    case mentions
    case showsIn = "shows-in"
    case addressedBy = "addressed-by"
    case insightUnused = "insight-unused"
    case insightUnaddressed = "insight-unaddressed"

    // The glossary
    case glossaryLead = "glossary-lead"
    case levels
    case stageModel = "stage-model"
    case lanes, findings, audiences, terms
    case levelTop = "level-top"
    case levelBetween = "level-between"
    case levelLowest = "level-lowest"
    case stageOfModel = "stage-of-model"
    case audienceWidest = "audience-widest"
    case audience
    case audienceNarrowest = "audience-narrowest"
    case doingMeaning = "doing-meaning"
    case thinkingMeaning = "thinking-meaning"
    case touchpointsMeaning = "touchpoints-meaning"
    case channelsMeaning = "channels-meaning"
    case frontstageMeaning = "frontstage-meaning"
    case backstageMeaning = "backstage-meaning"
    case systemsMeaning = "systems-meaning"
    case detailsMeaning = "details-meaning"
    case nextMeaning = "next-meaning"
    case laneOfText = "lane-of-text"
    case laneOfTags = "lane-of-tags"
    case laneOfFindings = "lane-of-findings"
    case laneOfReferences = "lane-of-references"
    case painMeaning = "pain-meaning"
    case employeePainMeaning = "employee-pain-meaning"
    case gainMeaning = "gain-meaning"
    case needMeaning = "need-meaning"
    case journeyMeaning = "journey-meaning"
    case stageMeaning = "stage-meaning"
    case stepMeaning = "step-meaning"
    case momentOfTruthMeaning = "moment-of-truth-meaning"
    case feltMeaning = "felt-meaning"
    case severityMeaning = "severity-meaning"
    case evidenceMeaning = "evidence-meaning"
    case insightMeaning = "insight-meaning"
    case opportunityMeaning = "opportunity-meaning"
    case solutionMeaning = "solution-meaning"
    case metricMeaning = "metric-meaning"
    case goalMeaning = "goal-meaning"
    case personaMeaning = "persona-meaning"
}
