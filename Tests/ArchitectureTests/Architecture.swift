/// The rules that the compiler does not check.
enum Architecture {
    /// An import may only lead up this list.
    static let targets = [
        "CMark", "CYAML", "Allocation", "Diagnostics", "Markup", "Templates", "Journeys", "Scoring", "Changes", "Pages",
        "Disk",
        "Preview",
        "waymark",
    ]

    /// What may be imported besides targets above, if not everything above.
    static let imports: [String: Set<String>] = [
        "CMark": [], "CYAML": [], "Allocation": [], "Diagnostics": [], "Markup": ["Diagnostics", "CMark", "CYAML"],
        "Templates": ["Diagnostics"],
        "Journeys": ["Diagnostics", "Markup"], "Scoring": ["Diagnostics", "Journeys"],
        "Changes": ["Diagnostics", "Markup", "Journeys", "Scoring"],
    ]

    /// Programs of the build and of the measurements, and what is linked without being imported: not in the list, and on none of it.
    static let tools: Set<String> = [
        "EmbedTemplates", "embed-templates", "bench-portfolio", "bench-floor", "CJemalloc",
    ]

    struct Ban {
        let name: String
        /// Words of code: one of these is enough.
        let calls: [[String]]
        let reason: String
        /// Where it is at home.
        var allowedIn: Set<String> = []
    }

    static let bans = [
        Ban(
            name: "fatalError", calls: [["fatalError"]],
            reason: "a mistake of an author's is a diagnostic, never a crash"),
        Ban(
            name: "preconditionFailure", calls: [["preconditionFailure"]],
            reason: "a mistake is a diagnostic, never a crash"),
        Ban(name: "try!", calls: [["try", "!"]], reason: "errors of the outside world are told, not crashed on"),
        Ban(name: "as!", calls: [["as", "!"]], reason: "types are known, or asked for with as?"),
        Ban(name: "DispatchSemaphore", calls: [["DispatchSemaphore"]], reason: "it blocks a thread that tasks need"),
        Ban(
            name: "@unchecked Sendable", calls: [["@", "unchecked", "Sendable"]],
            reason: "the compiler no longer finds data races"),
        Ban(
            name: "nonisolated(unsafe)", calls: [["nonisolated", "(", "unsafe", ")"]],
            reason: "the compiler no longer finds data races"),
        Ban(
            name: "unowned(unsafe)", calls: [["unowned", "(", "unsafe", ")"]],
            reason: "a dangling reference is undefined behaviour"),
        Ban(
            name: "print", calls: [["print", "("]],
            reason: "stdout is the command's, for data, and Run.write says where it can't be written"),
        Ban(
            name: "clock",
            calls: [
                ["Date", "(", ")"], ["Date", ".", "now"], ["ContinuousClock"], ["SuspendingClock"], ["clock_gettime"],
                ["gettimeofday"],
            ],
            reason: "the same content gives the same site: the day enters as an argument", allowedIn: ["Disk"]),
        Ban(
            name: "environment", calls: [["getenv"], ["ProcessInfo"], ["FileManager"], ["fopen"], ["URLSession"]],
            reason: "files, the environment and the network enter at the ends",
            allowedIn: ["Disk", "Preview", "waymark"]),
        Ban(
            name: "random",
            calls: [
                ["Int", ".", "random"], ["Double", ".", "random"], ["SystemRandomNumberGenerator"], ["UUID", "("],
                ["Hasher", "("],
            ], reason: "the same content gives the same site"),
        Ban(
            name: "free words",
            calls: [
                ["case", ".", "text", "(", "let"], ["moment", ".", "notes"], ["place", ".", "moment", ".", "notes"],
                ["journey", ".", "record", ".", "body"], ["quote", ".", "text"],
            ],
            reason: "they are published anew without making all pages: Rewording has to know who shows or judges them",
            allowedIn: Set(targets).subtracting(["Scoring", "Pages"])),
    ]

    static let longestFile = 300

    struct File {
        /// From the root of the repository on.
        let path: String
        let text: String

        /// The folder in `Sources`, which is the target's name; nothing for other files.
        var target: String? {
            let parts = path.split(separator: "/")
            return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
        }
    }

    /// Everything in a file that is against the rules.
    static func problems(in file: File) -> [String] {
        let text = SwiftText(file.text)
        var problems = lengthProblems(in: file, text)
        guard let target = file.target else { return problems }
        guard targets.contains(target) || tools.contains(target) else {
            return problems + ["\(file.path): the target '\(target)' is not in the list of the architecture"]
        }
        for (index, bytes) in text.code.enumerated() where !bytes.isEmpty {
            let place = "\(file.path):\(index + 1)"
            let line = CodeLine(bytes)
            if let module = importedModule(in: line.words) {
                if mayImport(module, in: target) { continue }
                problems.append("\(place): \(target) may not import \(module): an arrow may only point up the list")
            } else if let name = declaredType(in: line.words), targets.contains(name) {
                problems.append(
                    "\(place): the type \(name) has the name of a module, so nothing in it can be named in full")
            }
            guard !tools.contains(target) else { continue }
            for ban in bans where !ban.allowedIn.contains(target) && ban.calls.contains(where: line.has) {
                if text.exempts(ban.name) { continue }
                problems.append("\(place): \(ban.name) is banned: \(ban.reason)")
            }
        }
        return problems
    }

    private static func lengthProblems(in file: File, _ text: SwiftText) -> [String] {
        let count = text.code.count - (file.text.hasSuffix("\n") ? 1 : 0)
        let isExplained = text.comments.prefix(10).contains { $0.contains("This file is long because ") }
        guard count > longestFile, !isExplained else { return [] }
        return [
            "\(file.path): \(count) lines: a file has at most \(longestFile), or says 'This file is long because …' at its top"
        ]
    }

    private static func mayImport(_ module: String, in target: String) -> Bool {
        if tools.contains(target) { return !targets.contains(module) }
        guard let place = targets.firstIndex(of: module) else { return !tools.contains(module) }
        if let allowed = imports[target] { return allowed.contains(module) }
        return place < targets.firstIndex(of: target) ?? 0
    }

    private static let kinds: Set<String> = [
        "struct", "class", "enum", "protocol", "actor", "typealias", "func", "let", "var",
    ]
    private static let accesses: Set<String> = ["package", "public", "internal", "private", "fileprivate"]

    /// `@testable import struct Scoring.Score`: Scoring.
    private static func importedModule(in words: [String]) -> String? {
        var words = words[...]
        if words.first == "@" { words = words.dropFirst(2) }
        if let first = words.first, accesses.contains(first) { words = words.dropFirst() }
        guard words.first == "import" else { return nil }
        return words.dropFirst().first { !kinds.contains($0) }
    }

    private static func declaredType(in words: [String]) -> String? {
        let declaring = kinds.subtracting(["func", "let", "var"])
        return zip(words, words.dropFirst()).first { declaring.contains($0.0) }?.1
    }
}
