internal import Foundations

/// Why there is no picture.
public enum RenderError: Error, Equatable, Sendable {
    /// Graphviz could not read the document; the message is its own.
    case invalidDocument(message: String)
    /// Graphviz gave the layout up; the message is its own.
    case layoutFailed(message: String)
    /// The picture was not ready when its processor time was used up.
    case timedOut(seconds: Double)
    /// Graphviz crashed on this graph.
    case crashed(signal: Int32)
    /// Graphviz ended the process that drew this graph.
    case exited(status: Int32)
    /// The picture needed more memory than it may have.
    case outOfMemory(limitBytes: Int)
    /// The picture lacks these elements of the graph.
    case incomplete(missing: [SVGIdentifier])
    /// The libraries of Graphviz are not on this machine.
    case graphvizMissing
    /// A plug-in of Graphviz is not on this machine or does not load.
    case graphvizIncomplete
    /// No font is installed.
    case noFont
    /// The program may open too few files to draw.
    case tooFewDescriptors
    /// No worker could be started, or it died twice on the same picture.
    case workerUnavailable(reason: String)
    /// The task that asked for the picture was cancelled.
    case cancelled

    /// Whether another layout, a smaller graph or more time may succeed.
    public var concernsLayout: Bool {
        switch self {
        case .layoutFailed, .timedOut, .crashed, .exited, .outOfMemory, .incomplete: true
        case .invalidDocument, .graphvizMissing, .graphvizIncomplete, .noFont, .tooFewDescriptors,
            .workerUnavailable, .cancelled:
            false
        }
    }
}

extension RenderError: CustomStringConvertible {
    /// One sentence without a full stop.
    public var description: String {
        switch self {
        case .invalidDocument(let message): "Graphviz cannot read the drawing: \(message)"
        case .layoutFailed(let message): "Graphviz gave the layout up: \(message)"
        case .timedOut(let seconds): "the drawing was not ready after \(seconds.thousandths) s"
        case .crashed(let signal): "Graphviz crashed with signal \(signal)"
        case .exited(let status): "Graphviz ended with status \(status)"
        case .outOfMemory(let limit): "the drawing needs more than \(limit >> 20) MB of memory"
        case .incomplete(let missing):
            "the drawing lacks \(missing.count) of its elements, the first being \(missing.first?.rawValue ?? "")"
        case .graphvizMissing:
            "Graphviz is not installed, or is older than 2.42; on Debian: \(OptionalLibrary.graphviz.install)"
        case .graphvizIncomplete:
            "a plug-in of Graphviz is missing or does not load; on Debian: apt-get install --reinstall \(OptionalLibrary.graphviz.debianPackage)"
        case .noFont: "no font is installed; on Debian: apt-get install fonts-inter"
        case .tooFewDescriptors: "too few files may be open to draw; run: ulimit -n 256"
        case .workerUnavailable(let reason): "the drawing process is not available: \(reason)"
        case .cancelled: "the drawing was cancelled"
        }
    }
}
