/// What authors call keys that have another name here: used to offer the right one, never to read a value.
enum OtherNames {
    private static let names: [String: [String]] = [
        "address": ["url", "base", "base_url", "site", "homepage"],
        "also_in": ["also", "recurs_in", "used_in"],
        "accent": ["color", "colour", "primary"],
        "because": ["reason", "why", "rationale"],
        "by": ["due", "deadline", "until", "date"],
        "contributors": ["team_members", "co_owners"],
        "customer_impact": ["impact"],
        "data": ["csv", "file", "series"],
        "date": ["when", "conducted", "published"],
        "delivery": ["tickets", "ticket", "tracker", "issues"],
        "evidence": ["research", "sources"],
        "goals": ["objectives", "outcomes"],
        "aliases": ["alias", "synonyms", "also"], "kind": ["type", "art"], "label": ["name", "title"],
        "language": ["lang", "locale", "sprache"],
        "level": ["ebene", "stufe", "niveau"],
        "metrics": ["kpis", "kpi", "measures"],
        "metric": ["kpi", "measure"],
        "needs": ["bedürfnisse", "erwartungen", "expectations"],
        "owner": [
            "author", "accountable", "responsible", "lead", "verantwortlich", "besitzer", "propriétaire", "responsable",
            "担当者", "責任者", "المالك",
        ],
        "parent": ["part_of", "belongs_to", "in", "within"],
        "perspective": ["view", "viewpoint", "side", "perspektive", "sicht"],
        "quote": ["zitat", "verbatim", "citation"],
        "reviewed": ["last_reviewed", "review_date", "updated", "last_updated", "geprüft", "überprüft"],
        "review": ["review_cycle", "rhythm"],
        "sample": ["n", "size", "respondents", "participants"],
        "share": ["percentage", "percent", "anteil"],
        "shipped": ["released", "launched", "delivered"],
        "source": ["url", "link", "href", "quelle"],
        "tags": ["labels", "keywords", "categories"],
        "title": ["name", "heading", "label", "タイトル", "标题", "العنوان", "bezeichnung", "nom"],
        "target": ["ziel", "zielwert", "objective"],
        "type": ["kind", "category", "art", "typ"],
        "unit": ["einheit"],
        "visibility": ["audience", "access"],
    ]

    /// What to write for a label that no lane has; nothing where it may be that of a lane that could not be read.
    static func hint(forLabel label: String, in taxonomy: Taxonomy) -> String? {
        if let whose = hint(forLabelOfOne: label, in: taxonomy) { return whose }
        if let near = taxonomy.labels.hint(for: label) { return near }
        if taxonomy.unread.contains("lanes") { return nil }
        return hint(forLane: label) ?? SpokenLanes.hint(for: label, in: taxonomy)
            ?? "add it to 'lanes' in portfolio.yml, or take the bold off a bullet that is a note"
    }

    /// `Feeling (Renter)`: a lane of one persona.
    private static func hint(forLabelOfOne label: String, in taxonomy: Taxonomy) -> String? {
        guard label.hasSuffix(")"), let opening = label.lastIndex(of: "("),
            let lane = taxonomy.labels.lane(labelled: String(label[..<opening]))
        else { return nil }
        let inner = label[opening...].dropFirst().dropLast()
        if inner.allSatisfy(\.isNumber) { return "write '\(taxonomy.lanes[lane].label)' alone" }
        guard [.emotion, .findings].contains(taxonomy.lanes[lane].kind)
        else { return nil }
        return "write '\(taxonomy.lanes[lane].label)', and whose it is in braces behind each entry: {persona=…}"
    }

    /// Of what other maps have as a lane, and is written otherwise here.
    static func hint(forLane label: String) -> String? {
        switch LaneLabels.key(label) {
        case "quote", "verbatim", "customer quote", "customer voice", "voice of the customer":
            "what customers said stands behind '> ', in lines of its own"
        case "moment of truth", "moments of truth": "add {.moment-of-truth} to the end of the heading"
        case "mood", "sentiment", "emotional state", "emotional journey", "emotional curve", "experience curve":
            "write 'Feeling', and a number from -2 to +2 before the words"
        case "kpi", "key metric", "measurement": "write 'Metrics', and a link to the file of each"
        case "idea", "improvement", "improvement idea", "quick win":
            "write 'Opportunities', and a link to the file of each"
        case "severity", "impact", "schweregrad": "it stands in braces behind each pain: {severity=4}"
        case "owner", "responsible", "accountable", "verantwortlich":
            "one for the whole journey stands in the front matter: owner: …"
        case "persona": "those of the whole journey stand in the front matter: personas: […]"
        case let key: lanes.first { $0.value.contains(key) }.map { "did you mean '\($0.key)'?" }
        }
    }

    /// What other maps call lanes, as labels are compared.
    private static let lanes: [String: Set<String>] = [
        "Doing": ["do", "activity", "activities", "customer activity", "user action", "handlungen", "aktivitäten"],
        "Thinking": ["think", "mindset", "question", "denken"],
        "Touchpoints": ["contact point", "interaction", "kontaktpunkte", "berührungspunkte", "kontaktpunkt"],
        "Backstage": ["internal process", "support process", "hintergrund"],
        "Systems": ["application", "it system", "software"],
        "Pains": ["problem", "issue", "challenge", "barrier", "low", "schmerzpunkte", "hürden", "probleme"],
        "Gains": ["positive", "highlight", "high", "freuden"],
        "Needs": [
            "expectation", "user need", "customer need", "job to be done", "customer goal", "user goal", "erwartungen",
        ],
    ]

    private static let attributes: [String: [String]] = [
        "evidence": ["source", "sources", "research", "proof", "quelle"],
        "persona": ["who", "user", "actor"], "reach": ["share", "frequency", "affects", "reichweite"],
        "resolved": ["date", "since", "closed", "fixed"], "segment": ["group"],
        "severity": ["sev", "impact", "prio", "priority", "level", "score", "rating", "schwere", "schweregrad"],
    ]

    /// The attribute among some that `written` is another name for.
    static func attribute(for written: String, among keys: [String]) -> String? {
        keys.first { attributes[$0, default: []].contains(written.lowercased()) }
    }

    /// Of what a file says elsewhere than in its front matter.
    static func hint(forKey key: String, of kind: String) -> String? {
        switch normalised(key) {
        case "description", "summary", "abstract", "notes", "body", "content":
            "write it below the front matter, behind its second line of '---'"
        case "doing", "thinking", "feeling", "touchpoints", "channels", "frontstage", "backstage", "systems", "pains",
            "gains", "needs":
            kind == ContentKind.journey.withArticle
                ? "it is a lane: write '- **\(key.prefix(1).uppercased() + key.dropFirst()):** …' below a stage or a step"
                : nil
        default: nil
        }
    }

    /// Whether `written` is another name for `key`.
    static func name(_ written: String, means key: String) -> Bool {
        names[key, default: []].contains(normalised(written))
    }

    /// The key among `keys` that `written` is another name for.
    static func key(for written: String, among keys: [String]) -> String? {
        keys.sorted().first { name(written, means: $0) }
    }

    /// What authors call values that have another name here.
    private static let values: [String: [String]] = [
        "active": ["live", "published", "done", "approved"],
        "archived": ["retired", "deprecated", "obsolete", "old", "archiviert"], "draft": ["entwurf"],
        "business": ["company", "unternehmen", "geschäft"],
        "building": ["in progress", "doing", "wip", "in development", "started", "in arbeit", "in umsetzung"],
        "closed": ["done", "finished", "resolved"],
        "current": ["as-is", "as is", "today", "ist"], "future": ["to-be", "to be", "target", "soll"],
        "down": [
            "lower", "decrease", "decreasing", "lower is better", "less", "low", "↓", "runter", "niedriger", "weniger",
            "sinkend",
            "nach unten", "fallend",
        ],
        "up": [
            "higher", "increase", "increasing", "higher is better", "more", "high", "↑", "hoch", "höher", "mehr",
            "steigend",
            "nach oben",
        ],
        "error": ["fehler", "fatal", "critical", "fail"],
        "later": ["maybe", "not now", "postponed", "deferred"],
        "off": ["false", "none", "no", "disabled", "ignore", "aus", "nein"],
        "planned": ["todo", "backlog", "scheduled", "geplant"],
        "resolved": ["closed", "fixed", "done", "solved", "erledigt", "behoben"],
        "shipped": ["live", "done", "released", "launched", "deployed", "delivered", "umgesetzt"],
        "warning": ["warn", "true", "on", "yes", "enabled", "ja", "warnung"],
        "deliver": ["rollout", "shipping"], "develop": ["in progress", "in development", "building", "doing", "wip"],
        "discover": ["idea", "new", "backlog", "open"], "measure": ["live", "shipped"],
        "will": ["yes", "go", "approved", "ja"],
        "wont": ["no", "rejected", "no go", "no-go", "won't", "won\u{2019}t", "will not", "never", "declined", "nein"],
        "rejected": ["wont", "won't", "cancelled", "dropped"], "csat": ["satisfaction", "customer satisfaction"],
        "nps": ["net promoter score"],
        "ces": ["customer effort score", "effort score", "effort"], "cost": ["money"],
        "time": ["duration"], "volume": ["count", "number"], "ratio": ["percentage", "share", "rate"],
        "customer": ["cx", "user", "kunde", "kunden"], "restricted": ["private", "secret", "confidential"],
    ]

    /// The value among some that `written` is another name for, or that is one of its words.
    static func value(for written: String, among values: [String]) -> String? {
        let lowered = written.lowercased()
        if let meant = values.first(where: { self.values[$0, default: []].contains(lowered) }) { return meant }
        let words = lowered.split { !$0.isLetter }.map(String.init)
        let named = values.filter { words.contains($0.lowercased()) }
        if words.count > 1, named.count == 1 { return named[0] }
        // `1` of `Level 1`.
        let having = values.filter { $0.lowercased().split(separator: " ").dropFirst().contains { $0 == lowered } }
        return having.count == 1 ? having[0] : nil
    }

    private static func normalised(_ written: String) -> String { written.lowercased().replacing("-", with: "_") }
}
