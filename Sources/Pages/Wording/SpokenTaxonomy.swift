import Journeys

extension Taxonomy {
    /// Names that the portfolio did not choose, in the language of the site; what authors write for them stays.
    func spoken(in words: Words) -> Taxonomy {
        let standard = Taxonomy()
        func spoken(_ names: [String], of standardNames: [String], key: String) -> [String] {
            guard names == standardNames else { return names }
            return names.map { words.texts["\(key)-\($0)"] ?? $0 }
        }
        var taxonomy = self
        taxonomy.levels = spoken(levels, of: standard.levels, key: "level")
        taxonomy.audiences = spoken(audiences, of: standard.audiences, key: "audience")
        taxonomy.lanes = lanes.map { lane in
            guard standard.lane(withID: lane.id)?.label == lane.label, let label = words.texts["lane-\(lane.id)"],
                label != lane.label
            else { return lane }
            var lane = lane
            lane.names.insert(lane.label, at: 0)
            lane.label = label
            return lane
        }
        return taxonomy
    }
}
