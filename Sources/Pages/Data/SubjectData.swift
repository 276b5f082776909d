import Journeys
import Scoring
import Templates

/// One thing with its scores and what they were made of, as data: a journey in the shape of its own file, anything else in that of
/// `data/portfolio.json`.
package struct SubjectData: Sendable {
    private let data: PublishedData

    /// Nothing where the site has no paths.
    ///
    /// - Parameter root: what stands before a path of the content folder, such as `content/`.
    package init?(_ scored: ScoredPortfolio, root: String) {
        guard let map = SiteMap(scored.linked.portfolio) else { return nil }
        let words = TemplateSet.compiled().value.words
        data = PublishedData(Edition(scored, map: map, words: words, root: root), root: root)
    }

    package func write(_ subject: Target, into file: inout PageBuffer) {
        JSONWriter.write(into: &file) { json in
            switch subject.kind {
            case .journey: data.writeJourney(subject.index, &json)
            case .opportunity:
                write("opportunity", &json) {
                    data.writeOpportunity(subject.index, &$0)
                } rest: { json in
                    data.writeInputs(ofOpportunity: subject.index, &json)
                }
            case .solution: write("solution", &json) { data.writeSolution(subject.index, &$0) }
            case .metric: write("metric", &json) { data.writeMetric(subject.index, &$0) }
            case .persona, .goal, .evidence, .insight, .page: json.null()
            }
        }
    }

    private func write(
        _ key: StaticString, _ json: inout JSONWriter, _ members: (inout JSONWriter) -> Void,
        rest: (inout JSONWriter) -> Void = { _ in }
    ) {
        json.object { json in
            data.writeHead(&json)
            json.object(key, .lines, members)
            rest(&json)
        }
    }
}

extension PublishedData {
    /// What a priority was made of; a severity may stand in for an input.
    fileprivate func writeInputs(ofOpportunity index: Int, _ json: inout JSONWriter) {
        let priority = edition.ranking.priorities[index]
        json.list("inputs", priority.given) { json, given in
            let part = priority.parts.first { $0.input == given.input }
            json.object(.line) { json in
                json.text("input", given.input.rawValue)
                json.exact("value", given.value)
                json.share("weight", part?.weight)
                json.score("points", part?.points)
                switch given.source {
                case .opportunity: json.null("severity_of")
                case .severity(.own(let finding)): json.text("severity_of", basis.name(of: finding))
                case .severity(.insight(let insight)): json.text("severity_of", portfolio.insights[insight].record.id)
                }
            }
        }
    }
}
