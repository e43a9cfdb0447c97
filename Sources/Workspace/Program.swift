/// What this program is.
public enum Program {
    /// The version, as `rebound --version` prints it; results of another version are made again.
    public static let version = "0.3.0"
}
