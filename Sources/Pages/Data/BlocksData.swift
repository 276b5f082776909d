import Diagnostics
import Journeys
import Scoring

extension PublishedData {
    /// `data/blocks.json`: what journeys rest on and lead to, with all that is written about it.
    func writeBlocks(_ json: inout JSONWriter) {
        json.object { json in
            writeHead(&json)
            json.list("personas", portfolio.personas.orderedByID) { json, index in
                json.object { writePersona(index, &$0) }
                json.settle()
            }
            json.list("goals", portfolio.goals.orderedByID) { json, index in
                json.object { writeGoal(index, &$0) }
                json.settle()
            }
            json.list("evidence", portfolio.evidence.orderedByID) { json, index in
                json.object { writeEvidence(index, &$0) }
                json.settle()
            }
            json.list("insights", portfolio.insights.orderedByID) { json, index in
                json.object { writeInsight(index, &$0) }
                json.settle()
            }
        }
    }

    private func writePersona(_ index: Int, _ json: inout JSONWriter) {
        let persona = portfolio.personas[index]
        write(persona.record, of: .persona, index, &json)
        json.text("role", persona.role)
        json.text("segment", persona.segment)
        json.texts("needs", persona.needs)
        json.text("quote", persona.quote)
        json.share("share", persona.share)
        json.text("image", persona.image?.written)
        json.texts("journeys", citingJourneys(.persona, index, as: [.persona]))
        json.text("body", persona.record.body.plain)
    }

    private func writeGoal(_ index: Int, _ json: inout JSONWriter) {
        let goal = portfolio.goals[index]
        write(goal.record, of: .goal, index, &json)
        json.text("metric", goal.metric?.target.map(name))
        json.exact("target", goal.target)
        json.text("by", goal.by?.iso)
        json.text("parent", goal.parent?.target.map(name))
        json.texts("journeys", citingJourneys(.goal, index, as: [.goal]))
        json.text("body", goal.record.body.plain)
    }

    private func writeEvidence(_ index: Int, _ json: inout JSONWriter) {
        let evidence = portfolio.evidence[index]
        write(evidence.record, of: .evidence, index, &json)
        json.text("method", evidence.method?.rawValue)
        json.text("date", evidence.date?.iso)
        json.text("sample", evidence.sample)
        json.text("source_link", evidence.source)
        json.text("researcher", evidence.researcher)
        json.flag("fresh", basis.evidence[index].isFresh)
        let passages = evidence.record.anchors.filter { $0.role == .quote || $0.role == .passage }
        json.list("passages", passages) { json, passage in
            json.object(.line) { json in
                json.text("id", passage.id)
                json.text("text", passage.text)
                json.count("line", evidence.record.lines.line(of: passage.range.lowerBound))
            }
        }
        json.texts("journeys", citingJourneys(.evidence, index, as: [.evidence]))
        json.text("body", evidence.record.body.plain)
    }

    private func writeInsight(_ index: Int, _ json: inout JSONWriter) {
        let insight = portfolio.insights[index]
        write(insight.record, of: .insight, index, &json)
        json.text("type", insight.type.rawValue)
        json.count("severity", insight.severity)
        json.share("reach", insight.reach)
        json.text("status", insight.status.rawValue)
        json.text("resolved", insight.resolved?.iso)
        write("evidence", insight.evidence, &json)
        write("personas", insight.personas, &json)
        // At which moments it counts, as a finding of theirs.
        let places = basis.findingsOfInsight[index].map { basis.name(ofMoment: basis.findings[$0].moment) }
        json.texts("counts_at", places.inByteOrder)
        json.texts(
            "opportunities",
            basis.addressing.opportunitiesOfInsight[index].map { edition.id(.opportunity, $0) }.inByteOrder)
        json.text("body", insight.record.body.plain)
    }

    // MARK: What all have in common

    private func write(_ record: Record, of kind: ContentKind, _ index: Int, _ json: inout JSONWriter) {
        json.text("id", record.id)
        json.text("title", record.title)
        json.text("owner", record.owner)
        json.text("team", record.team)
        json.texts("tags", record.tags)
        json.text("visibility", visibility(of: record))
        json.text("source", source(record.path))
        json.text("page", page(of: kind, index))
    }

    func visibility(of record: Record) -> String? {
        let audiences = taxonomy.audiences
        return audiences.indices.contains(record.visibility) ? audiences[record.visibility] : nil
    }

    private func citingJourneys(_ kind: ContentKind, _ index: Int, as roles: [Citation.Role]) -> [String] {
        ids(ofJourneys: edition.citing(Target(kind: kind, index: index), as: roles, kind: .journey).map(\.index))
    }
}
