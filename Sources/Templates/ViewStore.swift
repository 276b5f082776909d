/// Views of one type at a fixed place in memory, so that a program can walk over them without knowing the type.
///
/// Generic code that isn't specialised copies a whole view, with a count for each string in it, whenever it touches one
/// through an array, and looks types up at run time; through an address it reads in place. That is more than a factor of two
/// in rendering, and the reason for pointers here, in `FieldReader`, in `TemplateRenderer` and in the `PageBuffer` it fills.
final class ViewStore {
    let first: UnsafeMutableRawPointer
    let stride: Int
    let count: Int
    /// Knows the type, and so how to end the life of the views.
    private let reader: FieldReader

    /// - Parameter memory: allocated by the reader, and initialised for `count` views.
    init(_ memory: UnsafeMutableRawPointer, stride: Int, count: Int, filledBy reader: FieldReader) {
        first = memory
        self.stride = stride
        self.count = count
        self.reader = reader
    }

    deinit {
        reader.empty(first, count: count)
    }
}
