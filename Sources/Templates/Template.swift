/// A template that was checked against a type of view. Rendering can't fail.
package struct Template<V>: Sendable {
    let program: TemplateProgram
    /// The names of the sources it was made from: its own, and those of all partials in it.
    package let sources: Set<String>

    /// Appends the page as UTF-8.
    package func render(_ view: consuming V, into page: inout PageBuffer) {
        withUnsafeMutablePointer(to: &view) { program.render(ViewStore(inPlaceAt: $0), into: &page) }
    }
}
