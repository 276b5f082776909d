import Foundation
import PackagePlugin

/// Runs `embed-templates` over `templates/` whenever a file there has changed.
@main
struct EmbedTemplates: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "templates")
        let output = context.pluginWorkDirectoryURL.appending(path: "DefaultTemplates.swift")
        let keys: [URLResourceKey] = [.isRegularFileKey]
        var inputs: [URL] = []
        if let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys) {
            for case let file as URL in files
            where try file.resourceValues(forKeys: Set(keys)).isRegularFile == true { inputs.append(file) }
        }
        return [
            .buildCommand(
                displayName: "Embed templates",
                executable: try context.tool(named: "embed-templates").url,
                arguments: [folder.path, output.path],
                inputFiles: inputs.sorted { $0.path < $1.path },
                outputFiles: [output])
        ]
    }
}
