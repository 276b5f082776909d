/// Which Waymark this is: for `--version`, and for what it writes.
package enum WaymarkVersion {
    package static let current = "0.1.0"
    /// As data files name it.
    package static let generator = "waymark \(current)"
}
