/// Why a graph file could not be loaded.
public enum GraphFileError: Error, Equatable, Sendable {
    /// The file cannot be opened or read: its name and what the system says.
    case unreadable(path: String, reason: String)
    /// The file does not begin as a graph file does.
    case notAGraphFile(path: String)
    /// The file is of another version of the format: what it says, and what this program reads.
    case unsupportedVersion(UInt32, supported: UInt32)
    /// The file is shorter or longer than it says: in bytes.
    case wrongLength(expected: UInt64, actual: UInt64)
    /// A part of the file was altered since it was written.
    case damaged(part: String)
    /// The file holds what is no graph: which part, and what is wrong there.
    case invalid(part: String, reason: String)
    /// The caller asked to stop.
    case cancelled
}

extension GraphFileError: CustomStringConvertible {
    /// One sentence for the user.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .notAGraphFile(let path): "\(path) is no graph file"
        case .unsupportedVersion(let version, let supported):
            "the graph file is of version \(version); this program reads version \(supported)"
        case .wrongLength(let expected, let actual):
            "the graph file has \(actual) bytes, but \(expected) were written"
        case .damaged(let part): "the graph file is damaged: its \(part) do not match their checksum"
        case .invalid(let part, let reason): "the graph file holds no graph: in its \(part), \(reason)"
        case .cancelled: "stopped"
        }
    }
}
