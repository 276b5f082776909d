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
        "language": ["lang", "locale"],
        "metrics": ["kpis", "kpi", "measures"],
        "metric": ["kpi", "measure"],
        "owner": ["author", "accountable", "responsible", "lead"],
        "parent": ["part_of", "belongs_to", "in", "within"],
        "perspective": ["view", "viewpoint", "side"],
        "reviewed": ["last_reviewed", "review_date", "updated", "last_updated"],
        "review": ["review_cycle", "rhythm"],
        "sample": ["n", "size", "respondents", "participants"],
        "share": ["percentage", "percent"],
        "shipped": ["released", "launched", "delivered"],
        "source": ["url", "link", "href"],
        "tags": ["labels", "keywords", "categories"],
        "title": ["name", "heading", "label"],
        "type": ["kind", "category"],
        "visibility": ["audience", "access"],
    ]

    /// Whether `written` is another name for `key`.
    static func name(_ written: String, means key: String) -> Bool {
        names[key, default: []].contains(normalised(written))
    }

    /// The key among `keys` that `written` is another name for.
    static func key(for written: String, among keys: [String]) -> String? {
        keys.sorted().first { name(written, means: $0) }
    }

    private static func normalised(_ written: String) -> String { written.lowercased().replacing("-", with: "_") }
}
