import Markup

extension ReferenceResolving {
    /// The anchor of just these words, or of nearly that name.
    mutating func anchorHint(for name: String, among anchors: [Anchor]) -> String? {
        guard comparisonsLeft > 0 else { return nil }
        let slug = HeadingAnchors.slug(of: name)
        if !slug.isEmpty,
            let same = anchors.first(where: { HeadingAnchors.slug(of: $0.text) == slug })
        {
            return "did you mean '\(same.id)'?"
        }
        return hint(for: name, among: anchors.map(\.id))
    }
}
