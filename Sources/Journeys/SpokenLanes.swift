/// What pages call the standard lanes in the languages that come with Waymark: authors write what they read there.
///
/// The words themselves stand among the templates, which are no part of a portfolio; a test holds the two together.
package enum SpokenLanes {
    /// By language, then by the id of the lane.
    package static let labels: [String: [String: String]] = [
        "ar": [
            "doing": "الفعل", "thinking": "التفكير", "feeling": "الشعور", "touchpoints": "نقاط الاتصال",
            "channels": "القنوات", "frontstage": "الواجهة", "backstage": "خلف الكواليس", "systems": "الأنظمة",
            "pains": "الآلام", "employee-pains": "آلام الموظفين", "gains": "المكاسب", "needs": "الحاجات",
            "evidence": "الأدلة", "insights": "الرؤى", "opportunities": "الفرص", "solutions": "الحلول",
            "metrics": "المؤشرات", "details": "التفاصيل", "next": "التالي",
        ],
        "de": [
            "doing": "Handlung", "thinking": "Gedanken", "feeling": "Gefühl", "touchpoints": "Touchpoints",
            "channels": "Kanäle", "frontstage": "Frontstage", "backstage": "Backstage", "systems": "Systeme",
            "pains": "Pain Points", "employee-pains": "Pain Points im Team", "gains": "Pluspunkte",
            "needs": "Bedürfnisse",
            "evidence": "Belege", "insights": "Erkenntnisse", "opportunities": "Chancen", "solutions": "Lösungen",
            "metrics": "Kennzahlen", "details": "Im Detail", "next": "Weiter",
        ],
    ]

    /// Of a lane by its name in a language that is not the portfolio's.
    static func hint(for label: String, in taxonomy: Taxonomy) -> String? {
        let key = LaneLabels.key(label)
        for (language, names) in labels.sorted(by: { $0.key < $1.key }) {
            guard let id = names.first(where: { LaneLabels.key($0.value) == key })?.key,
                let lane = taxonomy.lanes.first(where: { $0.id == id })
            else { continue }
            return "write '\(lane.label)', or set 'language: \(language)' in portfolio.yml"
        }
        return nil
    }
}

extension Taxonomy {
    /// Lets authors write lanes as the pages call them in a language. A name that the portfolio gave to another lane stays that lane's.
    mutating func addNames(in language: LanguageTag) {
        guard let spoken = SpokenLanes.labels[language.base] else { return }
        var taken: Set<String> = []
        for lane in lanes { taken.formUnion(([lane.label] + lane.names).map(LaneLabels.key)) }
        labels = LaneLabels(
            lanes.map { lane in
                var lane = lane
                if let name = spoken[lane.id], !taken.contains(LaneLabels.key(name)) { lane.names.append(name) }
                return lane
            })
    }
}
