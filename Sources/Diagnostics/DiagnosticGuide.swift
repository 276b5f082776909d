/// Explains every diagnostic to authors: what it means, why it matters, and what to do.
///
/// `docs/diagnostics.md` is made from this. The texts stand by stage in the files beside this one.
package enum DiagnosticGuide {
    package struct Entry: Sendable {
        /// What is wrong, in a few words.
        package let title: String
        /// The rule, and what comes of breaking it.
        package let reason: String
        /// A line or two that break it.
        package let example: String
        /// What to do about it.
        package let cure: String

        init(_ title: String, _ reason: String, example: String, cure: String) {
            self.title = title
            self.reason = reason
            self.example = example
            self.cure = cure
        }
    }

    /// Nothing would be a gap: a test looks for it.
    package static func entry(for code: DiagnosticCode) -> Entry? { entries[code] }

    private static let entries: [DiagnosticCode: Entry] = [
        ofReading, ofFrontMatter, ofJourneys, ofSeries, ofHistory, ofModels, ofGovernance, ofLinks, ofScores,
        ofBaselines,
        ofTemplates,
    ].reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }
}

extension DiagnosticCode {
    /// What stands before the `/`.
    package var stage: Substring { rawValue.prefix { $0 != "/" } }
}
