public import Foundations
internal import SystemInterface

/// Why a graph could not be read, measured or saved.
public enum GraphFailure: Error, Equatable, Sendable {
    /// The input could not be read at all.
    case unreadable(ReadError)
    /// The input was read and has errors.
    case invalid([Diagnostic])
    /// A file holds no graph that can be measured, in words.
    case unfit(path: String, reason: String)
    /// What is asked of a graph contradicts what it is, in words.
    case request(String)
    /// A file could not be written.
    case unwritable(WriteError)
    /// The caller asked to stop.
    case stopped

    /// What happened and what to do; one line, or one a diagnostic.
    public var explanation: String {
        switch self {
        case .unreadable(let error): error.description
        case .invalid(let diagnostics): diagnostics.map(\.description).joined(separator: "\n")
        case .unfit(let path, let reason): "\(shownPath(path)): \(reason)"
        case .request(let reason): reason
        case .unwritable(let error): error.description
        case .stopped: "stopped"
        }
    }
}
