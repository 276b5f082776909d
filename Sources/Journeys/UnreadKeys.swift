import Markup

/// Keys that were given, and could not be read.
extension FieldReader {
    /// Whether the key was given, but mistyped or with a value that could not be read. Asked for last.
    func isUnread(_ key: String) -> Bool {
        mapping[key].map { $0.value.isBroken || $0.value.hasBroken } ?? (mistyped(key) != nil)
    }

    /// The text of a key that is mistyped.
    func mistypedText(_ key: String) -> String? {
        guard case .scalar(let text) = mistyped(key)?.value.kind else { return nil }
        return text
    }
}
