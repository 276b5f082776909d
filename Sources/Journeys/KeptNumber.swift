/// A number or none in the room of a number, for what is kept by the dozen for every journey.
package struct KeptNumber: Hashable, Sendable {
    /// Below any that there can be, where there is none.
    @usableFromInline let kept: Double

    @inlinable package init(_ number: Double?) { kept = number ?? -.infinity }

    @inlinable package var number: Double? { kept == -.infinity ? nil : kept }
}
