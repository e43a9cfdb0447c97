internal import GraphAlgorithms
internal import ReferralFormats

/// A graph that was read: from an edge list, or from a file that Rebound saved.
public struct OpenedGraph: Sendable {
    /// How to read an edge list.
    public struct Options: Equatable, Sendable {
        /// Whether an edge leads from its first node to its second only; a saved graph knows that itself.
        public var isDirected = false
        /// Whether the third column is how strong a tie is; it is passed over otherwise.
        public var readsWeights = false
        /// How many lines at the top hold no edges; `nil` to find out.
        public var headingLines: Int?

        /// Makes options for undirected edges without weights.
        public init() {}
    }

    /// The file as the user named it; `-` is standard input.
    public let path: String
    /// The line at the top that was taken for a heading; `nil` where there is none or the user told.
    public let heading: String?
    let labelled: LabelledGraph

    /// The number of nodes.
    public var nodeCount: Int { labelled.graph.nodeCount }
    /// The number of edges, loops and repetitions left out.
    public var edgeCount: Int { labelled.graph.edgeCount }
    /// Whether edges have a direction.
    public var isDirected: Bool { labelled.graph.isDirected }
    /// What to call the input in messages.
    public var name: String { Self.name(of: path) }

    /// Reads a graph.
    ///
    /// An edge list is text, an edge a line: two nodes, by number or name, between spaces, tabs, commas or semicolons, and
    /// possibly a weight; see `EdgeListText` of GraphAlgorithms. A file that ``save(to:run:)`` made is known by its
    /// first bytes.
    /// - Throws: ``WorkspaceError``; ``WorkspaceError/invalid(_:)`` with the line that is no edge.
    /// - Complexity: O(bytes).
    public init(
        path: String, options: Options = Options(), run: GraphRun = GraphRun()
    ) throws(WorkspaceError) {
        self.path = path
        let control = run.control("reading")
        let text: [UInt8]?
        let start: [UInt8]
        do throws(ReadError) {
            if path != "-", let bytes = try FileBytes.start(ofFile: path, count: Self.startCount) {
                (text, start) = (nil, bytes)
            } else {
                let bytes =
                    path == "-"
                    ? try FileBytes.readStandardInput(limit: .max)
                    : try FileBytes.read(path: path, limit: .max)
                (text, start) = (bytes, Array(bytes.prefix(Self.startCount)))
            }
        } catch {
            throw .unreadable(error)
        }
        if start.starts(with: Self.savedGraphMagic) {
            guard text == nil else {
                throw .graph(
                    path: Self.name(of: path), reason: "a saved graph has to be a file, so name it instead")
            }
            heading = nil
            labelled = try Self.saved(at: path, options, control)
            return
        }
        if let problem = EdgeListProblem.found(in: start, file: Self.name(of: path)) {
            throw .invalid([problem])
        }
        let outline = EdgeListOutline(start, isWhole: start.count < Self.startCount)
        heading = options.headingLines == nil ? outline.heading : nil
        labelled = try Self.read(text, at: path, outline, options, control)
        if labelled.graph.nodeCount == 0 {
            throw .invalid([EdgeListProblem.nothing(in: Self.name(of: path))])
        }
    }

    /// Writes the graph to a file that opens at once, for ``init(path:options:run:)``.
    /// - Throws: ``WorkspaceError``, also when the graph was read from that very file.
    /// - Complexity: O(bytes).
    public func save(to file: String, run: GraphRun = GraphRun()) throws(WorkspaceError) {
        try checkApart(from: file)
        do {
            try labelled.write(toFile: file, control: run.control("saving"))
        } catch .unwritable(_, let reason) {
            throw .output("\(file): cannot be written: \(reason)")
        } catch {
            throw .stopped
        }
    }

    /// Refuses to write where the graph was read.
    /// - Throws: ``WorkspaceError/output(_:)``.
    public func checkApart(from file: String) throws(WorkspaceError) {
        guard path == "-" || resolvedPath(file) != resolvedPath(path) else {
            throw .output("\(file): that would overwrite the graph; choose another file")
        }
    }

    /// How many bytes are looked at to find out what a file is.
    private static let startCount = 1 << 16
    /// How a file begins that `LabelledGraph.write(toFile:)` made.
    private static let savedGraphMagic: [UInt8] = [0x89, 0x52, 0x47, 0x52]

    static func name(of path: String) -> String { path == "-" ? "standard input" : path }

    private static func saved(
        at path: String, _ options: Options, _ control: RunControl
    ) throws(WorkspaceError) -> LabelledGraph {
        let graph: LabelledGraph
        do {
            graph = try LabelledGraph(mapping: path, control: control)
        } catch .unreadable(_, let reason) {
            throw .unreadable(.failed(path: path, reason: reason))
        } catch .cancelled {
            throw .stopped
        } catch {
            throw .graph(path: path, reason: "\(error); make it again from the edge list with --save")
        }
        if options.isDirected, !graph.graph.isDirected {
            throw .request("\(path): was saved without directions; save it again with --directed")
        }
        if options.readsWeights, graph.graph.weights == nil {
            throw .request("\(path): was saved without weights; save it again with --weighted")
        }
        return graph
    }

    private static func read(
        _ text: [UInt8]?, at path: String, _ outline: EdgeListOutline, _ options: Options,
        _ control: RunControl
    ) throws(WorkspaceError) -> LabelledGraph {
        var reading = EdgeListText(
            labels: outline.hasNumbers ? .numbers : .names, isDirected: options.isDirected,
            readsWeights: options.readsWeights, headingLines: options.headingLines ?? outline.headingLines)
        while true {
            do {
                if let text { return try reading.graph(from: text, control: control) }
                return try reading.graph(fromFile: path, control: control)
            } catch .malformedLine where reading.labels == .numbers {
                // What comes after the lines that were looked at has names.
                reading.labels = .names
            } catch .malformedLine(let line, let text, let expected) {
                throw .invalid([
                    EdgeListProblem.malformed(
                        line, text: text, expected: expected, file: name(of: path))
                ])
            } catch .unreadable(_, let reason) {
                throw .unreadable(.failed(path: path, reason: reason))
            } catch .graph(.cancelled) {
                throw .stopped
            } catch .graph(.tooLarge(let nodes, let arcs)) {
                throw .graph(
                    path: name(of: path),
                    reason: "\(nodes) nodes and \(arcs) edges are more than 32-bit numbers count")
            } catch {
                throw .graph(path: name(of: path), reason: "\(error)")
            }
        }
    }
}
