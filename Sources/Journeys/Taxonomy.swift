/// The portfolio's own words: its levels, stage model, lanes and audiences.
package struct Taxonomy: Sendable {
    /// From the top to the lowest; at least one.
    package var levels = ["lifecycle", "sub", "micro"]
    /// A standard stage model to compare by; may be empty.
    package var stages: [String] = []
    /// In the order of the page.
    package var lanes = Lane.standard {
        didSet { labels = LaneLabels(lanes) }
    }
    /// What authors may write for each lane.
    package internal(set) var labels = LaneLabels(Lane.standard)
    /// From the widest to the narrowest; at least one.
    package var audiences = ["public", "internal", "restricted"]

    /// Keys that are given, but could not be read: what is written by them is no mistake of its own.
    package var unread: Set<String> = []

    package init() {}

    package func lane(withID id: String) -> Lane? {
        lanes.indices.first { lanes[$0].id == id }.map { lanes[$0] }
    }

    /// Content without `visibility` has the second audience, the first where there is only one.
    package var defaultAudience: Int { min(1, audiences.count - 1) }
}
