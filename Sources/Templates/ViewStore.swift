/// Views of one type at a fixed place in memory, so that a program can walk over them without knowing the type.
///
/// Generic code that isn't specialised copies a whole view, with a count for each string in it, whenever it touches one
/// through an array, and looks types up at run time; through an address it reads in place. That is more than a factor of two
/// in rendering, and the reason for pointers here, in `FieldReader`, in `TemplateRenderer` and in the `PageBuffer` it fills.
///
/// Keeps nothing alive: what is stored in a view is there as long as that, and the page that all are in as long as it is rendered.
@usableFromInline
struct ViewStore {
    let first: UnsafeMutableRawPointer
    let stride: Int
    let count: Int

    /// The elements of an array that is stored in a view; nothing where there are none.
    @inlinable
    init?<Element>(inPlace elements: inout [Element]) {
        let start = elements.withUnsafeBufferPointer { $0.isEmpty ? nil : UnsafeRawPointer($0.baseAddress) }
        guard let start else { return nil }
        self.init(UnsafeMutableRawPointer(mutating: start), stride: MemoryLayout<Element>.stride, count: elements.count)
    }

    /// One view.
    @inlinable
    init(inPlaceAt place: UnsafeMutableRawPointer) {
        self.init(place, stride: 0, count: 1)
    }

    @usableFromInline
    init(_ first: UnsafeMutableRawPointer, stride: Int, count: Int) {
        self.first = first
        self.stride = stride
        self.count = count
    }
}
