import Foundation
import Testing

@Suite("The architecture")
struct ArchitectureTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func files(in folder: String) throws -> [Architecture.File] {
        let start = root.appending(path: folder)
        let found =
            FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return try found.filter { $0.pathExtension == "swift" }.map { url in
            let path = url.standardizedFileURL.path.dropFirst(root.standardizedFileURL.path.count)
            return Architecture.File(
                path: String(path.drop { $0 == "/" }), text: try String(contentsOf: url, encoding: .utf8))
        }.sorted { $0.path < $1.path }
    }

    @Test("of the sources is kept", arguments: ["Sources", "Tests"])
    func kept(folder: String) throws {
        let files = try Self.files(in: folder)
        #expect(files.count > 30, "the files were not found")
        for problem in files.flatMap(Architecture.problems(in:)) { Issue.record("\(problem)") }
    }

    @Test("every folder of the sources is in the list")
    func folders() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
        let known = Architecture.tools.union(Architecture.targets)
        #expect(folders.filter { !$0.hasPrefix(".") && !known.contains($0) }.isEmpty)
    }

    @Test("every rule of imports keeps to the list")
    func order() {
        for (target, allowed) in Architecture.imports {
            for module in allowed {
                let (from, to) = (
                    Architecture.targets.firstIndex(of: target), Architecture.targets.firstIndex(of: module)
                )
                if let from, let to {
                    #expect(to < from)
                } else {
                    Issue.record("\(target) and \(module) are not in the list")
                }
            }
        }
    }
}

/// A check that can't fail is worthless.
@Suite("The check of the architecture")
struct ArchitectureCheckTests {
    private func problems(_ text: String, in path: String = "Sources/Journeys/Stage.swift") -> [String] {
        Architecture.problems(in: Architecture.File(path: path, text: text))
    }

    @Test(
        "finds what is wrong",
        arguments: [
            ("Sources/Journeys/A.swift", "import Pages\n", "A.swift:1: Journeys may not import Pages"),
            (
                "Sources/Journeys/A.swift", "\n@testable import struct Scoring.Score",
                "A.swift:2: Journeys may not import Scoring"
            ),
            ("Sources/Journeys/A.swift", "package import Templates", "may not import Templates"),
            ("Sources/Diagnostics/A.swift", "import Markup", "may not import Markup"),
            ("Sources/Scoring/A.swift", "import Markup", "may not import Markup"),
            ("Sources/Pages/A.swift", "import Disk", "may not import Disk"),
            ("Sources/embed-templates/main.swift", "import Templates", "may not import Templates"),
            ("Sources/Extras/A.swift", "let a = 1", "'Extras' is not in the list"),
            ("Sources/Journeys/A.swift", "struct Journeys {}", "the type Journeys has the name of a module"),
            ("Sources/Pages/A.swift", "package enum Scoring: Int {", "has the name of a module"),
            ("Sources/Journeys/A.swift", "    fatalError(\"no\")", "fatalError is banned"),
            ("Sources/Journeys/A.swift", "let a = try! b()", "try! is banned"),
            ("Sources/Journeys/A.swift", "a as! B", "as! is banned"),
            ("Sources/Journeys/A.swift", "default: preconditionFailure()", "preconditionFailure is banned"),
            ("Sources/Disk/A.swift", "DispatchSemaphore(value: 0)", "DispatchSemaphore is banned"),
            ("Sources/Disk/A.swift", "final class A: @unchecked Sendable {", "@unchecked Sendable is banned"),
            ("Sources/Disk/A.swift", "nonisolated(unsafe) var a = 1", "nonisolated(unsafe) is banned"),
            ("Sources/Disk/A.swift", "unowned(unsafe) let a: B", "unowned(unsafe) is banned"),
            ("Sources/Disk/A.swift", "print(a)", "print is banned"),
            ("Sources/waymark/A.swift", "print(a)", "print is banned"),
            ("Sources/Pages/A.swift", "let a = Date()", "clock is banned"),
            ("Sources/Pages/A.swift", "let a = ContinuousClock.now", "clock is banned"),
            ("Sources/Pages/A.swift", "getenv(\"HOME\")", "environment is banned"),
            ("Sources/Pages/A.swift", "Int.random(in: a)", "random is banned"),
            ("Sources/Pages/A.swift", "if case .text(let words) = content.value {}", "free words is banned"),
            ("Sources/Scoring/A.swift", "let isLong = place.moment.notes.plain", "free words is banned"),
            ("Sources/Pages/A.swift", "title = journey.record.body.plain", "free words is banned"),
            ("Sources/Pages/A.swift", "// exempt: try!, because\nlet a = try! b()", "try! is banned"),
            (
                "Sources/Pages/A.swift", "// exempt: as!, because it is known to hold\nlet a = try! b()",
                "try! is banned"
            ),
            ("Sources/Pages/A.swift", "let a = \"// \"; fatalError()", "fatalError is banned"),
            (
                "Sources/Pages/A.swift", "let a = \"\"\"\n  // \"x\n  \"\"\"\nfatalError()",
                "A.swift:4: fatalError is banned"
            ),
            ("Sources/Pages/A.swift", "/* a /* b */ */ try! c()", "try! is banned"),
            ("Tests/PagesTests/A.swift", String(repeating: "\n", count: 301), "301 lines"),
        ])
    func finds(path: String, text: String, problem: String) {
        let found = problems(text, in: path)
        #expect(found.count == 1 && found[0].contains(problem), "\(found)")
    }

    @Test(
        "leaves alone what is right",
        arguments: [
            ("Sources/Journeys/A.swift", "import Diagnostics\nimport Markup\n"),
            ("Sources/waymark/A.swift", "import Disk\nimport ArgumentParser\ntry Run.write(a)"),
            ("Sources/Disk/A.swift", "let a = ContinuousClock.now; getenv(\"A\")"),
            ("Sources/Journeys/A.swift", "/// fatalError and try! are banned\nlet a = \"fatalError() as! B\"\n"),
            ("Sources/Journeys/A.swift", "let a = \"\"\"\n    print(try! b)\n    \"\"\""),
            ("Sources/Journeys/A.swift", "case print(A)\ncase .print(let a): add(.print(a))"),
            (
                "Sources/Disk/A.swift",
                "// exempt: @unchecked Sendable, because a lock guards all of it\nfinal class A: @unchecked Sendable {"
            ), ("Sources/embed-templates/main.swift", "import Foundation\nprint(a)\nexit(1)"),
            ("Sources/Journeys/A.swift", "struct Journey {}\nlet journeys: Journeys.Type"),
            ("Sources/Journeys/A.swift", String(repeating: "\n", count: 300)), ("Tests/A/A.swift", "let a = try! b()"),
            (
                "Sources/Journeys/A.swift",
                "// This file is long because it is a table.\n" + String(repeating: "\n", count: 400)
            ),
        ])
    func leaves(path: String, text: String) {
        #expect(problems(text, in: path) == [])
    }
}
