import Diagnostics

/// A folder of an author's own templates, words and assets, which stand in for those that come with the binary.
package struct TemplateFolder: Sendable {
    package struct File: Sendable {
        /// Relative to the folder: `journey.mustache`, `words.yml`, `assets/site.css`.
        package let path: String
        /// Its bytes, under the path that messages show. An asset need not be text.
        package let source: SourceText
    }

    private let folder: SourceFolder

    package init(_ location: String) throws(FolderError) {
        folder = try SourceFolder(location)
    }

    /// All files but hidden ones and `README.md`, by the bytes of their paths. Which of them mean something is for the templates
    /// to say.
    package func read() -> Checked<[File]> {
        var listed = folder.list { SourceFolder.isHidden($0) || SourceFolder.isReadMe($0) }
        var files: [File] = []
        for path in listed.value {
            let source = folder.read(path)
            listed.diagnostics += source.diagnostics
            if source.diagnostics.isEmpty { files.append(File(path: path, source: source.value)) }
        }
        return Checked(files, listed.diagnostics)
    }
}
