import Diagnostics
import Markup

extension Taxonomy {
    mutating func read(from fields: inout FieldReader) {
        if let names = Self.names("levels", from: &fields) { levels = names }
        stages = Self.names("stages", from: &fields) ?? []
        if let names = Self.names("audiences", from: &fields) { audiences = names }
        readLanes(from: &fields)
    }

    /// A list of different names; nothing where there is none. Those that differ in case alone would be taken for each other.
    private static func names(_ key: String, from fields: inout FieldReader) -> [String]? {
        var names: [String] = []
        for (text, node) in fields.names(key, isRow: true) {
            if names.contains(text) {
                fields.say(.wrongValue, node.range, "'\(text)' stands in '\(key)' twice")
            } else if let other = names.first(where: { $0.lowercased() == text.lowercased() }) {
                fields.say(
                    .wrongValue, node.range, "'\(text)' differs from '\(other)' in case alone",
                    hint: "delete one of the two, or give it another name")
                names.append(text)
            } else {
                names.append(text)
            }
        }
        return names.isEmpty ? nil : names
    }

    /// The lanes that `portfolio.yml` names come first, in its order; the other standard ones follow in theirs.
    private mutating func readLanes(from fields: inout FieldReader) {
        var named: [Lane] = []
        for (node, item) in fields.mappings("lanes") {
            var inner = FieldReader(source: fields.source, mapping: item, opening: node.range)
            if var lane = Self.lane(from: &inner) {
                // A name that was refused stays with the lane that has it: what journeys write under it is no mistake of theirs.
                let refused = Self.refuseNames(of: lane, takenBy: named, from: &inner)
                lane.names.removeAll { refused.contains(LaneLabels.key($0)) }
                if refused.contains(LaneLabels.key(lane.label)) { lane.label = lane.id }
                if named.contains(where: { $0.id == lane.id }) {
                    inner.say(
                        .wrongValue, inner.valueRange("id") ?? node.range,
                        "the lane '\(lane.id)' is given twice: the first is kept")
                } else {
                    named.append(lane)
                }
            }
            inner.require("id", of: "a lane")
            inner.finish(kind: "a lane")
            fields.add(inner.diagnostics)
        }
        guard !named.isEmpty else { return }
        lanes = named + Lane.standard.filter { standard in !named.contains { $0.id == standard.id } }
    }

    /// A name by which two lanes could be meant: one of those above, or the label of a standard lane.
    ///
    /// - Returns: those, as they are compared.
    private static func refuseNames(of lane: Lane, takenBy named: [Lane], from fields: inout FieldReader) -> Set<String>
    {
        var refused: Set<String> = []
        // What is wrong with the values themselves has been told.
        var again = fields
        var written = again.names("aliases")
        if let label = again.scalar("label") { written.insert(label, at: 0) }
        for (text, node) in written {
            let key = LaneLabels.key(text)
            let above = named.first { other in
                other.id != lane.id && ([other.label] + other.names).contains { LaneLabels.key($0) == key }
            }
            let standard = Lane.standard.first { $0.id != lane.id && LaneLabels.key($0.label) == key }
            guard let other = above ?? standard else { continue }
            refused.insert(key)
            fields.say(
                .wrongValue, node.range, "'\(text)' is a name of the lane '\(other.id)': no two lanes can share one",
                hint: above == nil && !Lane.standard.contains { $0.id == lane.id }
                    ? "write 'id: \(other.id)' to change that lane, or choose another name" : "choose another name")
        }
        return refused
    }

    /// Without a colon at its end, which pages put there themselves.
    private static func label(from fields: inout FieldReader) -> String? {
        guard let text = fields.text("label") else { return nil }
        guard text.hasSuffix(":"), text.utf8.count > 1, let range = fields.valueRange("label") else { return text }
        let plain = String(text.dropLast())
        fields.say(
            .wrongValue, range, "the colon behind a label is not a part of it", hint: "write label: \(plain)")
        return plain
    }

    private static func lane(from fields: inout FieldReader) -> Lane? {
        let id = fields.scalar("id")
        let label = Self.label(from: &fields)
        var aliases = fields.names("aliases").map(\.text)
        let told = fields.choice("kind", Lane.Kind.self)
        var kind = told
        let finding = fields.choice("finding", Finding.Kind.self)
        // What journeys write by a label or a kind that is mistyped is no mistake of theirs.
        if label == nil, let meant = fields.mistypedText("label") { aliases.append(meant) }
        if kind == nil, let written = fields.text("kind") {
            let near = NearestName.nearest(to: written, among: Lane.Kind.allCases.map(\.rawValue))
            kind = finding != nil ? .findings : near.flatMap { Lane.Kind(rawValue: $0) }
        }
        guard let id else { return nil }
        if var standard = Lane.standard.first(where: { $0.id == id.text }) {
            if let told, told != standard.kind, let range = fields.valueRange("kind") {
                fields.say(
                    .wrongValue, range,
                    "the lane '\(id.text)' is of kind '\(standard.kind.rawValue)', which can't be changed")
            }
            if let finding, finding != standard.finding, let range = fields.valueRange("finding") {
                let what = standard.finding.map { "holds '\($0.rawValue)', which can't be changed" }
                fields.say(
                    .wrongValue, range,
                    "the lane '\(id.text)' \(what ?? "is of kind '\(standard.kind.rawValue)', and holds no findings")")
            }
            standard.names = [standard.label] + standard.names + aliases
            standard.label = label ?? standard.label
            return standard
        }
        let standard =
            LaneLabels(Lane.standard).lane(labelled: id.text).map { Lane.standard[$0].id }
            ?? NearestName.nearest(to: id.text, among: Lane.standard.map(\.id))
        if let standard, !fields.isMeant("kind") {
            fields.say(
                .wrongValue, id.node.range, "no lane has the id '\(id.text)', so this makes a new one",
                hint: "did you mean '\(standard)'? A new one says its 'kind'")
        }
        if kind == .findings, told != nil, finding == nil, !fields.has("finding") {
            fields.say(
                .missingKey, id.node.range,
                "the lane '\(id.text)' is of kind findings: it needs 'finding', which it holds",
                hint: "one of \(Finding.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        if finding != nil, kind != .findings, let range = fields.valueRange("finding"),
            kind != nil || !fields.has("kind")
        {
            fields.say(
                .wrongValue, range,
                "the lane '\(id.text)' is of kind '\((kind ?? .text).rawValue)', so it holds no findings",
                hint: "write 'kind: findings', or delete 'finding'")
        }
        return Lane(
            id: id.text, label: label ?? id.text, kind: kind ?? .text,
            finding: kind == .findings ? finding ?? .pain : nil, names: aliases)
    }
}
