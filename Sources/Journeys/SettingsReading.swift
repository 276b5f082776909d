import Diagnostics
import Markup

extension PortfolioSettings {
    /// Reads `portfolio.yml`.
    package static func read(_ source: SourceText) -> Checked<PortfolioSettings> {
        let written = source
        let (source, damage) = UTF8Repair.repaired(written)
        let settings = read(whole: source)
        let found = KeysInCapitals.told(with: settings.diagnostics, in: source) { read(whole: $0).diagnostics }
        return Checked(settings.value, FileDamage.told(with: found, damage: damage, in: written))
    }

    private static func read(whole source: SourceText) -> Checked<PortfolioSettings> {
        let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let mapping = YAMLMapping.read(source, in: start..<source.bytes.count)
        var fields = FieldReader(source: source, mapping: mapping.value)
        var settings = PortfolioSettings()

        if let title = fields.text("title") { settings.title = title }
        settings.readLanguage(from: &fields)
        settings.readAddress(from: &fields)
        settings.asOf = fields.fullDate("as_of")
        if let rhythm = fields.rhythm("review") { settings.rhythm = rhythm }
        settings.taxonomy.read(from: &fields)
        settings.taxonomy.addNames(in: settings.language)
        settings.readTrackers(from: &fields)
        settings.readHandles(from: &fields)
        fields.group("theme") { inner in
            settings.theme.accent = inner.colour("accent")
            settings.theme.logo = inner.picture("logo")
        }
        settings.readWaivers(from: &fields)
        settings.readChecks(from: &fields)
        if let node = fields.node("scoring") {
            let scoring = ScoringSettings.read(node, in: source)
            settings.scoring = scoring.value
            fields.add(scoring.diagnostics)
        }
        for key in ["levels", "audiences", "lanes"] where fields.isUnread(key) { settings.taxonomy.unread.insert(key) }
        // Without these, what journeys say of level and audience is lost, and is not told with each.
        let lost = ["levels", "audiences"].compactMap {
            fields.mapping[$0] == nil ? fields.mistyped($0)?.keyRange : nil
        }
        fields.finish(kind: "portfolio.yml")
        let told = fields.told(with: mapping.diagnostics).map { found in
            var found = found
            if found.code == .unknownKey, lost.contains(found.location.range) { found.severity = .error }
            return found
        }
        return Checked(settings, told)
    }

    private mutating func readLanguage(from fields: inout FieldReader) {
        guard let (text, node) = fields.scalar("language") else { return }
        if let tag = LanguageTag(text) {
            language = tag
            languageRange = node.range
        } else {
            fields.say(
                .wrongValue, node.range, "'\(text)' is not a language tag",
                hint: LanguageTag.named(text).map { "write \($0)" } ?? "write one such as en, de or pt-BR")
        }
    }

    private mutating func readAddress(from fields: inout FieldReader) {
        guard let (text, node) = fields.scalar("address") else { return }
        let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
        let rest = text.drop { $0 != ":" }.dropFirst(3)
        if isWeb, let first = rest.first, first != "/", !rest.contains(where: { "?#\"<> ".contains($0) }) {
            address = text.hasSuffix("/") ? text : text + "/"
        } else {
            fields.say(
                .wrongValue, node.range, "'\(text)' is not an address that a site stands at",
                hint: "write one such as https://journeys.example/portfolio/")
        }
    }

    private mutating func readTrackers(from fields: inout FieldReader) {
        guard let node = fields.node("trackers") else { return }
        guard case .mapping(let mapping) = node.kind else {
            return fields.say(
                .wrongKind, node.range, "'trackers' has a line for each prefix of its keys",
                hint: "write {HM: \"https://tracker.example/browse/{key}\"}")
        }
        for entry in mapping.entries {
            guard case .scalar(let address) = entry.value.kind else { continue }
            let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
            guard isWeb, address.contains("{key}") else {
                fields.say(
                    .wrongValue, entry.value.range,
                    "'\(address)' is not the address of a tracker: it starts with https:// and has {key} where the key belongs"
                )
                continue
            }
            trackers[entry.key] = address
        }
    }

    private mutating func readHandles(from fields: inout FieldReader) {
        guard let node = fields.node("handles") else { return }
        guard case .mapping(let mapping) = node.kind else {
            return fields.say(
                .wrongKind, node.range, "'handles' has a line for each owner or team",
                hint: "write {Priya Raman: \"@priya-raman\", Home Moves: \"@larkfield/home-moves\"}")
        }
        for entry in mapping.entries {
            guard case .scalar(let handle) = entry.value.kind else { continue }
            guard CodeOwner.isHandle(handle) else {
                fields.say(
                    .wrongValue, entry.value.range,
                    "'\(handle)' is not a handle: it starts with @, or is an e-mail address, and has no blank",
                    hint: "write one such as \"@larkfield/home-moves\", in quotes")
                continue
            }
            handles[entry.key] = handle
        }
    }

    /// The rules that can be waived: those of contradictions and overlaps, a to j.
    private static let waivableRules = "abcdefghij".map(String.init)

    private mutating func readWaivers(from fields: inout FieldReader) {
        for (node, item) in fields.mappings("waivers") {
            var inner = FieldReader(source: fields.source, mapping: item, opening: node.range)
            let rule = inner.scalar("rule")
            if let rule, !Self.waivableRules.contains(rule.text) {
                inner.wrongValue(rule.text, at: rule.node.range, of: "rule", expected: Self.waivableRules)
            }
            let subject = inner.text("subject")
            let because = inner.text("because")
            let until = inner.fullDate("until")
            inner.require(["rule", "subject", "because"], of: "a waiver")
            inner.finish(kind: "a waiver")
            fields.add(inner.diagnostics)
            guard let rule, let subject, Self.waivableRules.contains(rule.text) else { continue }
            waivers.append(
                Waiver(
                    rule: rule.text, subject: subject, because: because, until: until, range: node.range,
                    untilRange: inner.valueRange("until")))
        }
    }
}

extension FieldReader {
    /// A list of mappings.
    mutating func mappings(_ key: String) -> [(node: YAMLNode, mapping: YAMLMapping)] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let items) = node.kind else {
            var hint: String?
            if key == "lanes", case .mapping(let mapping) = node.kind, let first = mapping.entries.first {
                let label = if case .scalar(let text) = first.value.kind { ", label: \(text)" } else { "" }
                hint = "write '- {id: \(first.key)\(label)}', and so the others"
            }
            say(.wrongKind, node.range, "'\(key)' is a list: start each of its entries with '- '", hint: hint)
            return []
        }
        return items.compactMap { item in
            if case .mapping(let mapping) = item.kind { return (item, mapping) }
            if case .broken = item.kind { return nil }
            say(.wrongKind, item.range, "an entry of '\(key)' has keys of its own")
            return nil
        }
    }

    mutating func fullDate(_ key: String) -> CivilDate? {
        guard let (text, node) = scalar(key) else { return nil }
        if let date = CivilDate(iso: text) { return date }
        say(
            .badDate, node.range, "'\(text)' is not a full date: '\(key)' takes one such as 2026-11-30",
            hint: DateHint.hint(for: text, isFull: true))
        return nil
    }

    /// `#rrggbb` or `#rgb`, as the first.
    mutating func colour(_ key: String) -> String? {
        guard let (text, node) = scalar(key) else { return nil }
        let digits = text.dropFirst()
        guard text.hasPrefix("#"), digits.count == 6 || digits.count == 3,
            digits.allSatisfy({ $0.isASCII && $0.isHexDigit })
        else {
            say(
                .wrongValue, node.range, "'\(text)' is not a colour",
                hint: Self.hexadecimal(text).map { "write \"\($0)\", with its quotes" }
                    ?? "write one such as \"#0b6e4f\", with its quotes")
            return nil
        }
        let lowered = digits.lowercased()
        return "#" + (lowered.count == 3 ? lowered.map { "\($0)\($0)" }.joined() : lowered)
    }

    /// `0b6e4f`, and `rgb(11, 110, 79)` as browsers have it.
    private static func hexadecimal(_ text: String) -> String? {
        if text.count == 6, text.allSatisfy({ $0.isASCII && $0.isHexDigit }) { return "#" + text.lowercased() }
        guard text.lowercased().hasPrefix("rgb("), text.hasSuffix(")") else { return nil }
        let parts = text.dropFirst(4).dropLast().split { $0 == "," || $0 == " " }
        let numbers = parts.compactMap { Int($0) }.filter { (0...255).contains($0) }
        guard parts.count == 3, numbers.count == 3 else { return nil }
        return "#" + numbers.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
