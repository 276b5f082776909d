import Journeys

/// The reasons of scores in plain English: the one place that a translation would replace.
enum EnglishSentences {
    static func sentence(for explanation: Explanation) -> String {
        switch explanation {
        case .health(let parts): health(parts)
        case .experience(let emotion, let relief): experience(emotion, relief)
        case .emotion(let low, let felt, let moments, let worst, let value):
            emotion(low: low, felt: felt, moments: moments, worst: worst, value: value)
        case .emotionNotMeasured(0): "It has no steps yet."
        case .emotionNotMeasured(let moments): "None of its \(count(moments, "step")) says what is felt there."
        case .relief(let isOfCustomers, let open, let severe, let unrated, let worst):
            relief(isOfCustomers ? "pain" : "employee pain", open, severe, unrated, worst)
        case .reliefNotMeasured(let isOfCustomers):
            "No \(isOfCustomers ? "pain" : "employee pain") has a severity."
        case .outcomes(let perspective, let measured, let metrics, let lowest, let value):
            outcomes(perspective, measured, metrics, lowest, value)
        case .outcomesNotMeasured(let perspective, 0): "It has no \(perspective.rawValue) metric."
        case .outcomesNotMeasured(let perspective, let metrics):
            metrics == 1
                ? "Its one \(perspective.rawValue) metric has no target or no value yet."
                : "None of its \(word(metrics)) \(perspective.rawValue) metrics has both a target and a value."
        case .trust(let evidence, let stewardship): trust(evidence, stewardship)
        case .evidence(let backed, let claims, let fresh, let isQualitative, let isQuantitative):
            evidence(backed, claims, fresh, isQualitative, isQuantitative)
        case .evidenceNotMeasured: "It claims nothing yet: no findings, and no feelings with a number."
        case .stewardship(let hasOwner, let reviewed, let described, let hasCurrentMetric, let isPlaced):
            stewardship(hasOwner, reviewed, described, hasCurrentMetric, isPlaced)
        case .progress(let pains, let untouched, let shipped): progress(pains, untouched, shipped)
        case .progressNotMeasured: "It has no pain of severity 3 or more that still counts."
        }
    }

    // MARK: Health

    private static func health(_ parts: [Explanation.Measured]) -> String {
        let measured = parts.filter { $0.value != nil }
        guard let best = measured.max(by: { ($0.value ?? 0) < ($1.value ?? 0) }),
            let worst = measured.min(by: { ($0.value ?? 0) < ($1.value ?? 0) })
        else { return "Nothing of it is measured yet." }
        let missing = parts.filter { $0.value == nil }.map { name($0.name) }
        let open = missing.isEmpty ? "" : " Not measured: \(missing.joined(separator: ", "))."
        if measured.count == 1 {
            return "It rests on \(name(best.name)) alone, at \(whole(best.value)).\(open)"
        }
        let top = "The highest part is \(name(best.name)), at \(whole(best.value))"
        return "\(top); the lowest is \(name(worst.name)), at \(whole(worst.value)).\(open)"
    }

    private static func name(_ part: Contribution.Name) -> String {
        part.rawValue.split(separator: "_").joined(separator: " ")
    }

    private static func experience(_ emotion: Double?, _ relief: Double?) -> String {
        switch (emotion, relief) {
        case (let emotion?, let relief?):
            "What is felt comes to \(whole(emotion)), and relief from pain to \(whole(relief))."
        case (let emotion?, nil): "What is felt comes to \(whole(emotion)); no pain has a severity."
        case (nil, let relief?): "Relief from pain comes to \(whole(relief)); no step says what is felt there."
        case (nil, nil): "Neither feelings nor severities of pain are recorded."
        }
    }

    private static func emotion(low: Int, felt: Int, moments: Int, worst: String, value: Double) -> String {
        let unfelt = moments - felt
        let have = unfelt == 1 ? "has" : "have"
        let open =
            unfelt == 0 ? "" : " \(outOf(unfelt, moments)) of \(count(moments, "step")) \(have) no number."
        let place = "the worst is '\(worst)', at \(signed(value))"
        if felt == 1 { return "One step is felt: '\(worst)', at \(signed(value)).\(open)" }
        let first =
            low == 0
            ? "None of \(word(felt)) steps is felt below -1"
            : "\(outOf(low, felt)) of \(word(felt)) steps \(low == 1 ? "is" : "are") felt below -1"
        return "\(first); \(place).\(open)"
    }

    private static func relief(_ noun: String, _ open: Int, _ severe: Int, _ unrated: Int, _ worst: String?) -> String {
        let have = unrated == 1 ? "has" : "have"
        let rest = unrated == 0 ? "" : " \(capitalised(count(unrated, noun))) \(have) no severity."
        guard open > 0 else { return "No \(noun) is open.\(rest)" }
        let verb = open == 1 ? "is" : "are"
        let grave = severe == 0 ? "" : ", \(open == 1 ? "" : "\(word(severe)) ")of severity 4 or 5"
        let place = worst.map { "; it hurts most at '\($0)'" } ?? ""
        return "\(capitalised(count(open, noun))) \(verb) open\(grave)\(place).\(rest)"
    }

    private static func outcomes(
        _ perspective: Metric.Perspective, _ measured: Int, _ metrics: Int, _ lowest: String, _ value: Double
    ) -> String {
        let kind = perspective.rawValue
        if metrics == 1 { return "Its one \(kind) metric, '\(lowest)', stands at \(whole(value)) of 100." }
        let what =
            measured == metrics
            ? "\(metrics == 2 ? "Both" : "All \(word(metrics))") \(kind) metrics are measured"
            : "\(capitalised(word(measured))) of \(word(metrics)) \(kind) metrics \(measured == 1 ? "is" : "are") measured"
        return "\(what); the lowest is '\(lowest)', at \(whole(value)) of 100."
    }

    // MARK: Trust and progress

    private static func trust(_ evidence: Double?, _ stewardship: Double?) -> String {
        guard let evidence else { return "It claims nothing yet; stewardship comes to \(whole(stewardship))." }
        return "Evidence comes to \(whole(evidence)), and stewardship to \(whole(stewardship))."
    }

    private static func evidence(
        _ backed: Int, _ claims: Int, _ fresh: Double, _ isQualitative: Bool, _ isQuantitative: Bool
    ) -> String {
        let kinds =
            switch (isQualitative, isQuantitative) {
            case (true, true): "both qualitative and quantitative evidence is at hand"
            case (true, false): "all evidence is qualitative"
            case (false, true): "all evidence is quantitative"
            case (false, false): "no evidence is at hand"
            }
        let share =
            backed == claims && claims > 1
            ? "\(claims == 2 ? "Both" : "All \(word(claims))") claims are"
            : "\(backed == 0 ? "None" : outOf(backed, claims)) of \(count(claims, "claim")) \(backed > 1 ? "are" : "is")"
        return "\(share) backed, \(whole(fresh * 100)) percent by weight with fresh evidence; \(kinds)."
    }

    private static func stewardship(
        _ hasOwner: Bool, _ reviewed: Double, _ described: Share, _ hasCurrentMetric: Bool, _ isPlaced: Bool
    ) -> String {
        var gaps: [String] = []
        if !hasOwner { gaps.append("an owner") }
        if reviewed < 1 { gaps.append("a review in time") }
        if described.part < described.whole || described.whole == 0 {
            let open = "\(word(described.whole - described.part)) of \(count(described.whole, "step"))"
            gaps.append(described.whole == 0 ? "steps" : "a full description of \(open)")
        }
        if !hasCurrentMetric { gaps.append("a metric with current data") }
        if !isPlaced { gaps.append("a place in the hierarchy") }
        guard let last = gaps.popLast() else { return "It is owned, reviewed, described, measured and placed." }
        return "It lacks \(gaps.isEmpty ? last : gaps.joined(separator: ", ") + " and " + last)."
    }

    private static func progress(_ pains: Int, _ untouched: Int, _ shipped: Int) -> String {
        guard pains > 1 else {
            if untouched == 1 { return "Nothing is done about its one pain of severity 3 or more." }
            return shipped == 1
                ? "Its one pain of severity 3 or more has a shipped solution or is resolved."
                : "Its one pain of severity 3 or more is being worked on."
        }
        let lack = untouched == 1 ? "has" : "have"
        let open = untouched == 0 ? "none is without an opportunity" : "\(word(untouched)) \(lack) no opportunity"
        let done =
            switch shipped {
            case 0: "none has a shipped solution"
            case 1: "one has a shipped solution or is resolved"
            default: "\(word(shipped)) have a shipped solution or are resolved"
            }
        return "Of \(word(pains)) pains of severity 3 or more, \(done), and \(open)."
    }

    // MARK: Words

    private static let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

    /// Small numbers in words, as in running text.
    static func word(_ number: Int) -> String { words.indices.contains(number) ? words[number] : String(number) }

    static func count(_ number: Int, _ noun: String) -> String { "\(word(number)) \(noun)\(number == 1 ? "" : "s")" }

    /// How the first number of "Eight of nine", or of "8 of 12", is written.
    private static func outOf(_ part: Int, _ whole: Int) -> String {
        words.indices.contains(whole) ? capitalised(word(part)) : String(part)
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private static func whole(_ value: Double?) -> String {
        value.map { ($0.nineDecimals.rounded() + 0).plain } ?? "not measured"
    }

    private static func signed(_ value: Double) -> String { (value.nineDecimals > 0 ? "+" : "") + value.plain }
}
