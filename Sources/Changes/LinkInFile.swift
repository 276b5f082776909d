/// A link as it is written in a file: where it leads depends on both.
struct LinkInFile {
    let destination: String
    /// The path of the file, relative to the content folder.
    let file: String

    init(_ destination: String, in file: String) {
        self.destination = destination
        self.file = file
    }
}
