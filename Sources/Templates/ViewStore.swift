/// Views of one type at a fixed place in memory, so that a program can walk over them without knowing the type.
///
/// Generic code that isn't specialised copies a whole view, with a count for each string in it, whenever it touches one
/// through an array, and looks types up at run time; through an address it reads in place. That is more than a factor of two
/// in rendering, and the reason for pointers here, in `FieldReader`, in `TemplateRenderer` and in the `PageBuffer` it fills.
@usableFromInline
struct ViewStore {
    let first: UnsafeMutableRawPointer
    let stride: Int
    let count: Int
    /// The array: its elements stay where they are for as long as somebody holds it and nobody changes it.
    private let owner: any Sendable

    /// Nothing for no views.
    @inlinable
    init?<Element: Sendable>(_ elements: [Element]) {
        let start = elements.withUnsafeBufferPointer { $0.isEmpty ? nil : UnsafeRawPointer($0.baseAddress) }
        guard let start else { return nil }
        self.init(
            UnsafeMutableRawPointer(mutating: start), stride: MemoryLayout<Element>.stride, count: elements.count,
            in: elements)
    }

    @usableFromInline
    init(_ first: UnsafeMutableRawPointer, stride: Int, count: Int, in owner: any Sendable) {
        self.first = first
        self.stride = stride
        self.count = count
        self.owner = owner
    }
}
