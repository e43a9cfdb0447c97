public import Foundations
public import Graphviz
public import MessageDrafts
public import NetworkDrawing
public import NetworkEditing
import RankingModel
public import ReferralAnalysis
public import ReferralGraph
public import ReferralStore
public import SourceReaders
internal import SystemInterface

/// Why a command could not do its work, with the exit code that says so.
public enum WorkspaceError: Error, Equatable, Sendable {
    /// The input could not be read at all.
    case unreadable(ReadError)
    /// The input was read and has errors.
    case invalid([Diagnostic])
    /// The network could not be analysed.
    case analysis(AnalysisError)
    /// The store could not do it.
    case store(StoreError)
    /// An edit was refused.
    case edit(EditError)
    /// Two people could not be merged or kept apart.
    case merge(MergeError)
    /// A table has to be explained before it can be read.
    case mappingNeeded(path: String, guess: ColumnMapping)
    /// A file could not be written.
    case unwritable(WriteError)
    /// The drawing failed.
    case drawing(RenderError)
    /// There is nothing that the view asked for could show.
    case nothingToDraw(DrawingError)
    /// There is no draft, on this day.
    case draft(DraftError, today: CalendarDay)
    /// The draft cannot be given to a mail program.
    case mail(MailProblem)
    /// What is asked of an input contradicts what it is, in words.
    case request(String)
    /// The input is not what the command takes, in words.
    case input(String)
    /// Someone else writes to the same place, in words.
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
        case .store(.noSuchStore(let path)):
            "\(shownPath(path)): no network has been recorded there yet; start one with `rebound import` or `rebound add`, or name a network file"
        case .store(let error): error.explanation
        case .edit(.namesake(let kind, let name, let existing)):
            "there is already \(kind == .opportunity ? "an" : "a") \(kind.rawValue) called \(name) (\(existing)); --namesake adds another one, `rebound add \(kind.rawValue) \(existing) --more` says more about this one"
        case .edit(let error): error.explanation
        case .merge(let error): error.description
        case .mappingNeeded(let path, let guess) where guess.namesSomebody:
            "\(shownPath(path)): here is a guess at what its columns mean:\n\(guess)\nif it is right, say so: \(guess.option)"
        case .mappingNeeded(let path, _):
            "\(shownPath(path)): no column looks like a name or an address; say which is which: --map 'name=Full name,company=Firm'"
        case .unwritable(let error): error.description
        case .drawing(let error): "the drawing failed: \(error)"
        case .nothingToDraw(let error): error.explanation
        case .draft(let error, let today): error.explanation(today: today)
        case .mail(let problem): problem.explanation
        case .request(let reason), .input(let reason), .busy(let reason), .output(let reason): reason
        }
    }

    /// The exit code.
    public var exitCode: Int32 {
        switch self {
        case .unreadable(.noSuchFile), .unreadable(.notPermitted), .unreadable(.isFolder), .input:
            ExitCodes.noInput
        case .unreadable(.tooLarge), .invalid, .analysis: ExitCodes.badData
        case .unreadable(.failed): ExitCodes.inputOutput
        case .busy, .store(.busy), .store(.replaced): ExitCodes.busy
        case .store(.noSuchStore): ExitCodes.noInput
        case .store(.notPermitted): ExitCodes.noPermission
        case .store(.homeMissing): ExitCodes.configuration
        case .store(.notAStore), .store(.newerSchema), .store(.corrupted), .store(.emptied),
            .store(.invalidNetwork),
            .store(.notStorable):
            ExitCodes.badData
        case .store(.readOnly), .store(.needsWriting): ExitCodes.cannotCreate
        case .store(.failed), .store(.unconfirmed): ExitCodes.inputOutput
        case .edit(.noMatch): ExitCodes.findings
        case .draft(.nothingDue, _), .draft(.missing, _), .draft(.refused, _), .draft(.tooLong, _),
            .mail(.noAddress):
            ExitCodes.findings
        case .mail(.unusableAddress), .mail(.linkTooLong): ExitCodes.badData
        case .store, .edit, .merge, .mappingNeeded, .request, .draft, .mail: ExitCodes.usage
        case .unwritable(.failed): ExitCodes.inputOutput
        case .unwritable, .output: ExitCodes.cannotCreate
        case .drawing(.tooFewDescriptors): ExitCodes.inputOutput
        case .drawing: ExitCodes.internalError
        case .nothingToDraw(let error): error.concernsRequest ? ExitCodes.usage : ExitCodes.noInput
        }
    }
}
