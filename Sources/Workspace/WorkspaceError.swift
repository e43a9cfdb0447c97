public import ReferralAnalysis
public import ReferralFormats

/// Why a command could not do its work, with the exit code that says so.
public enum WorkspaceError: Error, Equatable, Sendable {
    /// The input could not be read at all.
    case unreadable(ReadError)
    /// The input was read and has errors.
    case invalid([Diagnostic])
    /// The network could not be analysed.
    case analysis(AnalysisError)
    /// A file could not be written.
    case unwritable(WriteError)
    /// The drawing failed, in words.
    case drawing(String)
    /// The input is not what the command takes, in words.
    case input(String)
    /// Somebody else writes to the same place, in words.
    case busy(String)
    /// The output folder stands in the way of something, in words.
    case output(String)

    /// What happened and what to do; one line, or one a diagnostic.
    public var explanation: String {
        switch self {
        case .unreadable(let error): error.description
        case .invalid(let diagnostics): diagnostics.map(\.description).joined(separator: "\n")
        case .analysis(.seekerMissing(let seeker)): "the seeker \"\(seeker)\" is not among the people"
        case .analysis(.graph(let error)): "the network does not fit a graph: \(error)"
        case .analysis(.ranking(.invalidConstant(let name, let value, let requirement))):
            "the policy's \(name) is \(value); expected a number \(requirement)"
        case .analysis(.ranking(let error)): "the ranking failed: \(error)"
        case .unwritable(let error): error.description
        case .drawing(let reason): "the drawing failed: \(reason)"
        case .input(let reason), .busy(let reason), .output(let reason): reason
        }
    }

    /// The exit code.
    public var exitCode: Int32 {
        switch self {
        case .unreadable(.noSuchFile), .unreadable(.notPermitted), .unreadable(.isFolder), .input:
            ExitCodes.noInput
        case .unreadable(.tooLarge), .invalid, .analysis: ExitCodes.badData
        case .unreadable(.failed): ExitCodes.inputOutput
        case .busy: ExitCodes.busy
        case .unwritable(.failed): ExitCodes.inputOutput
        case .unwritable, .output: ExitCodes.cannotCreate
        case .drawing: ExitCodes.internalError
        }
    }
}
