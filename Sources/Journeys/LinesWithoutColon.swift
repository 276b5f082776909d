import Diagnostics
import Markup

extension FieldReader {
    /// All that was found, with what YAML says of the lines: of `title T`, which has no colon, the line that was meant. That its key is
    /// mistyped as well is the same mistake. Asked for last, when all keys are known.
    func told(with problems: [Diagnostic]) -> [Diagnostic] {
        guard problems.contains(where: { $0.hint == YAMLMapping.formHint }) else { return problems + diagnostics }
        var starts: Set<Int> = []
        let hinted = problems.map { problem in
            let start = problem.location.range.lowerBound
            guard problem.hint == YAMLMapping.formHint,
                let line = mapping.entries.first(where: { $0.value.isBroken && $0.keyRange.lowerBound == start }),
                line.keyRange.upperBound <= problem.location.range.upperBound,
                let key = meantKey(by: line.key)
            else { return problem }
            starts.insert(start)
            let rest = source.bytes[line.keyRange.upperBound..<problem.location.range.upperBound]
            let value = String(decoding: rest, as: UTF8.self).drop { " \t=".contains($0) }
            return Diagnostic(
                problem.code, at: problem.location, problem.message,
                hint: "write '\(key): \(value.isEmpty ? "…" : value)'", severity: problem.severity)
        }
        return hinted + diagnostics.filter { !starts.contains($0.location.range.lowerBound) }
    }

    private func meantKey(by word: String) -> String? {
        known.contains(word)
            ? word : NearestName.nearest(to: word, among: known) ?? OtherNames.key(for: word, among: known)
    }
}
