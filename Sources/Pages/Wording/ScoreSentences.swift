import Journeys
import Scoring

extension Wording {
    package func sentence(for score: Score) -> String { sentence(for: score.explanation) }

    /// Why a score, or a part of one, is what it is.
    package func sentence(for explanation: Explanation) -> String {
        switch explanation {
        case .health(let parts): health(parts)
        case .experience(let emotion, let relief): experience(emotion, relief)
        case .emotion(let low, let felt, let moments, let worst, let value):
            Self.joined([
                emotion(low: low, felt: felt, worst: worst, value: value), unfelt(moments - felt, of: moments),
            ])
        case .emotionNotMeasured(0): words(.emotionNoSteps)
        case .emotionNotMeasured(let moments): words.count(.emotionUnfelt, moments, ["n": word(moments)])
        case .relief(let isOfCustomers, let open, let severe, let unrated, let worst):
            relief(isOfCustomers, open, severe, unrated, worst)
        case .reliefNotMeasured(true): words(.painsNoneRated)
        case .reliefNotMeasured(false): words(.employeePainsNoneRated)
        case .outcomes(let perspective, let measured, let metrics, let lowest, let value):
            outcomes(perspective == .customer, measured, metrics, lowest, value)
        case .outcomesNotMeasured(let perspective, 0):
            words(perspective == .customer ? .customerMetricsNone : .businessMetricsNone)
        case .outcomesNotMeasured(let perspective, let metrics):
            words.count(
                perspective == .customer ? .customerMetricsUnmeasured : .businessMetricsUnmeasured, metrics,
                ["n": word(metrics)])
        case .trust(nil, let stewardship): words(.trustStewardship, ["stewardship": whole(stewardship)])
        case .trust(let evidence, let stewardship):
            words(.trustBoth, ["evidence": whole(evidence), "stewardship": whole(stewardship)])
        case .evidence(let backed, let claims, let fresh, let isQualitative, let isQuantitative):
            evidence(backed, claims, fresh, isQualitative, isQuantitative)
        case .evidenceNotMeasured: words(.evidenceNotMeasured)
        case .stewardship(let hasOwner, let reviewed, let described, let hasCurrentMetric, let isPlaced):
            stewardship(hasOwner, reviewed, described, hasCurrentMetric, isPlaced)
        case .progress(let pains, let untouched, let shipped): progress(pains, untouched, shipped)
        case .progressNotMeasured: words(.progressNotMeasured)
        }
    }

    // MARK: Health

    private func health(_ parts: [Explanation.Measured]) -> String {
        let measured = parts.filter { $0.value != nil }
        guard let best = measured.max(by: { ($0.value ?? 0) < ($1.value ?? 0) }),
            let worst = measured.min(by: { ($0.value ?? 0) < ($1.value ?? 0) })
        else { return words(.healthNone) }
        let missing = parts.filter { $0.value == nil }.map { words.inline($0.name.title(words)) }
        let open = missing.isEmpty ? "" : words(.healthOpen, ["parts": words.listed(missing)])
        let said =
            measured.count == 1
            ? words(.healthAlone, ["part": words.inline(best.name.title(words)), "value": whole(best.value)])
            : words(
                .healthSpan,
                [
                    "best": words.inline(best.name.title(words)), "high": whole(best.value),
                    "worst": words.inline(worst.name.title(words)),
                    "low": whole(worst.value),
                ])
        return Self.joined([said, open])
    }

    private func experience(_ emotion: Double?, _ relief: Double?) -> String {
        switch (emotion, relief) {
        case (let emotion?, let relief?):
            words(.experienceBoth, ["emotion": whole(emotion), "relief": whole(relief)])
        case (let emotion?, nil): words(.experienceEmotion, ["emotion": whole(emotion)])
        case (nil, let relief?): words(.experienceRelief, ["relief": whole(relief)])
        case (nil, nil): words(.experienceNone)
        }
    }

    private func emotion(low: Int, felt: Int, worst: String, value: Double) -> String {
        let worst = words.isolated(worst)
        if felt == 1 { return words(.emotionSingle, ["worst": worst, "value": signed(value)]) }
        if low == 0 {
            return words.count(
                .emotionNoneLow, felt,
                ["n": word(felt), "threshold": signed(-1), "worst": worst, "value": signed(value)])
        }
        return words.count(
            .emotionLow, low,
            [
                "n": word(low, of: felt), "of": word(felt), "threshold": signed(-1), "worst": worst,
                "value": signed(value),
            ])
    }

    private func unfelt(_ missing: Int, of moments: Int) -> String {
        guard missing > 0 else { return "" }
        return words.count(.emotionMissing, missing, ["n": word(missing, of: moments), "of": word(moments)])
    }

    private func relief(_ isOfCustomers: Bool, _ open: Int, _ severe: Int, _ unrated: Int, _ worst: String?) -> String {
        let rest =
            unrated == 0
            ? ""
            : words.count(isOfCustomers ? .painsUnrated : .employeePainsUnrated, unrated, ["n": word(unrated)])
        guard open > 0 else {
            return Self.joined([words(isOfCustomers ? .painsNoneOpen : .employeePainsNoneOpen), rest])
        }
        let pains = words.count(isOfCustomers ? .painsOpen : .employeePainsOpen, open, ["n": word(open)])
        // Of one that is open it is clear which one is severe.
        let grave = severe == 0 ? "" : words.count(.reliefSevere, open == 1 ? 0 : severe, ["n": word(severe)])
        let place = worst.map { words(.reliefPlace, ["moment": words.isolated($0)]) } ?? ""
        return Self.joined([words(.reliefOpen, ["pains": pains, "severe": grave, "place": place]), rest])
    }

    private func outcomes(
        _ isOfCustomers: Bool, _ measured: Int, _ metrics: Int, _ lowest: String, _ value: Double
    ) -> String {
        let lowest = words.isolated(lowest)
        if metrics == 1 {
            return words(
                isOfCustomers ? .customerMetricAlone : .businessMetricAlone,
                ["metric": lowest, "value": whole(value)])
        }
        let what =
            measured == metrics
            ? words.count(isOfCustomers ? .customerMetricsAll : .businessMetricsAll, metrics, ["n": word(metrics)])
            : words.count(
                isOfCustomers ? .customerMetricsSome : .businessMetricsSome, measured,
                ["n": word(measured, of: metrics), "of": word(metrics)])
        return Self.capitalised(
            words(.outcomesLowest, ["metrics": what, "metric": lowest, "value": whole(value)]))
    }

    // MARK: Trust and progress

    private func evidence(
        _ backed: Int, _ claims: Int, _ fresh: Double, _ isQualitative: Bool, _ isQuantitative: Bool
    ) -> String {
        let kinds: SentenceWord =
            switch (isQualitative, isQuantitative) {
            case (true, true): .kindsBoth
            case (true, false): .kindsQualitative
            case (false, true): .kindsQuantitative
            case (false, false): .kindsNone
            }
        let share =
            switch backed {
            case claims: words.count(.claimsAllBacked, claims, ["n": word(claims)])
            case 0: words.count(.claimsNoneBacked, claims, ["n": word(claims)])
            default:
                words.count(.claimsSomeBacked, backed, ["n": word(backed, of: claims), "of": word(claims)])
            }
        return Self.capitalised(
            words(
                .evidenceShare,
                ["claims": share, "fresh": figures.percent(fresh.nineDecimals), "kinds": words(kinds)]))
    }

    private func stewardship(
        _ hasOwner: Bool, _ reviewed: Double, _ described: Share, _ hasCurrentMetric: Bool, _ isPlaced: Bool
    ) -> String {
        var gaps: [String] = []
        if !hasOwner { gaps.append(words(.lacksOwner)) }
        if reviewed < 1 { gaps.append(words(.lacksReview)) }
        let open = described.whole - described.part
        if described.whole == 0 {
            gaps.append(words(.lacksSteps))
        } else if open == described.whole {
            gaps.append(words.count(.lacksDescriptionAll, open, [:]))
        } else if open > 0 {
            gaps.append(
                words.count(
                    .lacksDescription, described.whole,
                    ["n": word(open, of: described.whole), "of": word(described.whole)]))
        }
        if !hasCurrentMetric { gaps.append(words(.lacksMetric)) }
        if !isPlaced { gaps.append(words(.lacksPlace)) }
        return gaps.isEmpty ? words(.stewardshipFull) : words(.stewardshipLacks, ["gaps": list(gaps)])
    }

    private func progress(_ pains: Int, _ untouched: Int, _ shipped: Int) -> String {
        guard pains > 1 else {
            if untouched == 1 { return words(.progressOneUntouched) }
            return words(shipped == 1 ? .progressOneShipped : .progressOneWorkedOn)
        }
        return words.count(
            .progressOfMany, pains,
            [
                "n": word(pains),
                "done": words.count(.progressDone, shipped, ["n": word(shipped)]),
                "open": words.count(.progressUntouched, untouched, ["n": word(untouched)]),
            ])
    }
}
