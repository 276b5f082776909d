/// A number or none in the room of a number, for what is kept by the dozen for every journey.
struct KeptNumber: Hashable, Sendable {
    /// Below any that there can be, where there is none.
    private let kept: Double

    init(_ number: Double?) { kept = number ?? -.infinity }

    var number: Double? { kept == -.infinity ? nil : kept }
}
