// Writes one Swift file that holds the text of every file in a folder: `embed-templates <folder> <output.swift>`.
//
// Text only: string literals compile in no time, where array literals of bytes take minutes.

import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: embed-templates <folder> <output.swift>\n".utf8))
    exit(64)
}
let folder = URL(fileURLWithPath: arguments[1])
let root = folder.standardizedFileURL.path + "/"

var paths: [String] = []
let enumerator = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
for case let file as URL in enumerator ?? FileManager.DirectoryEnumerator() {
    guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
    let path = String(file.standardizedFileURL.path.dropFirst(root.count))
    if !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { paths.append(path) }
}
paths.sort()

var swift = "// Made from templates/ by embed-templates. Do not edit.\n\n"
swift += "/// The templates, words and assets that come with the binary, by path.\n"
swift += "package enum DefaultTemplates {\n    package static let files: [(path: String, text: StaticString)] = [\n"
for path in paths {
    let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    // More number signs than any run in the text: nothing in it can end the literal.
    var longest = 0
    var run = 0
    for byte in text.utf8 {
        run = byte == UInt8(ascii: "#") ? run + 1 : 0
        longest = max(longest, run)
    }
    let signs = String(repeating: "#", count: longest + 1)
    swift += "        (\n            \"\(path)\",\n\(signs)\"\"\"\n\(text)\n\"\"\"\(signs)\n        ),\n"
}
swift += "    ]\n}\n"
try Data(swift.utf8).write(to: URL(fileURLWithPath: arguments[2]))
