/// The version of the tool.
enum ReboundVersion {
    /// As `rebound --version` prints it.
    static let current = "0.1.0"
}
