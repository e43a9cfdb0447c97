public import Foundations
internal import GraphAlgorithms
public import GraphFiles
internal import SystemInterface

/// A graph that was read: from an edge list or a file of another format, or from one that Rebound saved.
public struct OpenedGraph: Sendable {
    /// The file as the user named it; `-` is standard input.
    public let path: String
    /// What was read, and what was passed over.
    public let reading: GraphReading
    let labelled: LabelledGraph

    /// Whether edges have a direction.
    public var isDirected: Bool { labelled.graph.isDirected }
    /// What to call the input in messages.
    public var name: String { path == "-" ? "standard input" : shownPath(path) }

    /// Reads a graph.
    ///
    /// The page about reading graphs in this catalogue says which formats are read. A file that ``save(to:run:)`` made is
    /// known by its first bytes.
    /// - Throws: ``GraphFailure``; ``GraphFailure/invalid(_:)`` with the line that is no edge, or where the file is
    ///   of another format or could be read in two ways.
    /// - Complexity: O(bytes).
    public init(
        path: String, options: GraphFileOptions = GraphFileOptions(), run: GraphRun = GraphRun()
    ) throws(GraphFailure) {
        self.path = path
        let reader = GraphFileReader(path: path, options: options, control: run.control("reading"))
        (labelled, reading) = try reader.read()
    }

    /// Writes the graph to a file that opens at once, for ``init(path:options:run:)``.
    /// - Parameter spared: What is not to be overwritten.
    /// - Throws: ``GraphFailure``.
    /// - Complexity: O(bytes).
    public func save(
        to file: String, sparing spared: ProtectedFiles, run: GraphRun = GraphRun()
    ) throws(GraphFailure) {
        do {
            try AtomicFile.write(to: file, sparing: spared) { pieces in
                try labelled.write(control: run.control("saving")) { try pieces.append($0) }
            }
        } catch let error as WriteError {
            throw .unwritable(error)
        } catch {
            throw .stopped
        }
    }
}
