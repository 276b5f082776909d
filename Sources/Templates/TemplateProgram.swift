/// A template as it is run: a flat list of operations that read views by register and reader.
///
/// A register holds the innermost view of one type. Which type a name belongs to is known when a template is compiled, and of
/// several views of one type only the innermost can be named; so a register is all that is left of the context stack.
struct TemplateProgram: Sendable {
    /// Where a value is.
    struct Field: Hashable, Sendable {
        var register: Int32
        /// Which of `readers` reads it from the view in the register.
        var reader: Int32
        /// Which of `hops` leads from the view in the register to the one that has the field: none for most.
        var hops: Int32 = Field.noHops

        static let noHops: Int32 = -1
        /// The current entry of a list of texts.
        static let entry = Field(register: entryRegister, reader: entryReader)
        static let entryRegister: Int32 = 0
        static let entryReader: Int32 = 0
    }

    /// What a recursive partial does with the indentation of the one that includes it.
    enum Indenting: Sendable {
        /// In the middle of a line there is none.
        case reset
        /// Alone on a line it grows by what the tag stands behind.
        case add
    }

    /// What a template is compiled to first, see `TemplateAssembly`.
    enum Operation: Sendable {
        /// Bytes of `literals`.
        case literal(start: Int32, count: Int32)
        case text(Field)
        case html(Field)
        case skipUnlessFilled(Field, to: Int32)
        case skipIfFilled(Field, to: Int32)
        /// Opens a list or view into a register, or goes on behind the section if there is nothing in it.
        case enter(Field, into: Int32, orSkipTo: Int32)
        /// Goes back for the next of a list, or gives the register its former view.
        case next(in: Int32, body: Int32)
        case jump(to: Int32)
        // Only partials that include themselves are called; all others are part of the text that includes them.
        case call(to: Int32, Indenting, start: Int32, count: Int32)
        case comeBack
        /// In partials that are called, at the start of a line.
        case indentation
    }

    var instructions: [TemplateInstruction] = []
    /// With some bytes of no meaning at the end.
    var literals: [UInt8] = []
    var readers: [FieldReader] = []
    /// Paths through views in views, as readers.
    var hops: [[Int32]] = []
    /// With the one for views at the ends of paths, which is the last.
    var registerCount = 0
    var rootRegister: Int32 = 0
}
