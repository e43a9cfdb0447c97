public import GraphAlgorithms

/// How to read a graph from lines of text, one edge a line: the files of SNAP, KONECT and NetworKit, and plain CSV.
///
/// A line holds fields between one ``FieldSeparator``: two labels and possibly a weight, by default the first three; other
/// fields are passed over. Blank lines are passed over, as are comments, lines that begin with `#` or `%`. Loops are
/// dropped, and of parallel edges the first is kept. A name that holds a separator stands in double quotes, in which
/// `""` is a quote.
public struct EdgeListText: Equatable, Sendable {
    /// Where the fields of an edge are, counted from 0.
    public struct Columns: Equatable, Sendable {
        /// The first node's.
        public var source: Int
        /// The second node's.
        public var target: Int
        /// The weight's; `nil` where there is none.
        public var weight: Int?
        /// The one that has to hold one of the ``EdgeListText/directionWords``; `nil` where there is none.
        public var direction: Int?

        /// Names columns.
        public init(source: Int = 0, target: Int = 1, weight: Int? = 2, direction: Int? = nil) {
            self.source = source
            self.target = target
            self.weight = weight
            self.direction = direction
        }
    }

    /// What lines are that begin with `#` or `%`.
    public enum Marks: Equatable, Sendable {
        /// Comments.
        case comments
        /// Edges, where the mark begins a word and at least two fields are there; comments otherwise.
        case names
        /// Mistakes, where the mark begins a word and the line has the usual number of fields; comments otherwise.
        case unclear
    }

    /// The labels of nodes.
    public var labels: Labels
    /// Whether an edge leads from the first label to the second only.
    public var isDirected: Bool
    /// Whether the column of weights is read; otherwise it is passed over.
    public var readsWeights: Bool
    /// Whether nodes are numbered by falling number of edges, which makes kernels faster on large graphs.
    public var ordersByDegree: Bool
    /// How many lines at the top hold no edges, as the heading of a CSV file.
    public var headingLines: Int
    /// What parts the fields.
    public var separator: FieldSeparator
    /// Where the fields of an edge are.
    public var columns: Columns
    /// What lines are that begin with `#` or `%`.
    public var marks = Marks.comments
    /// How many fields most lines have; for ``Marks/unclear``.
    public var usualFields = 2
    /// How many fields a line may have; `nil` for any number.
    public var mostFields: Int?
    /// What may stand in the column of directions, in lower case.
    public var directionWords: [[UInt8]] = []

    /// Describes a file.
    public init(
        labels: Labels = .numbers, isDirected: Bool = false, readsWeights: Bool = true,
        ordersByDegree: Bool = false, headingLines: Int = 0, separator: FieldSeparator = .blanks,
        columns: Columns = Columns()
    ) {
        self.labels = labels
        self.isDirected = isDirected
        self.readsWeights = readsWeights
        self.ordersByDegree = ordersByDegree
        self.headingLines = headingLines
        self.separator = separator
        self.columns = columns
    }

    /// Whether lines are two numbers and possibly a weight, with nothing else to look at.
    var isPlain: Bool {
        labels != .names && columns.source == 0 && columns.target == 1 && columns.direction == nil
            && mostFields == nil && (!readsWeights || columns.weight == 2)
    }

    /// Reads the edges of a file, several pieces of it at a time.
    /// - Throws: ``EdgeListError``.
    /// - Complexity: O(size of the file); at most about 17 bytes of memory for each edge beside the labels.
    public func contents(
        ofFile path: String, control: RunControl = RunControl()
    ) throws(EdgeListError) -> EdgeListContents {
        try contents(of: try TextSource(path: path), control)
    }

    /// Reads the edges of a text.
    /// - Throws: ``EdgeListError``.
    /// - Complexity: O(size of the text).
    public func contents(
        of text: [UInt8], control: RunControl = RunControl()
    ) throws(EdgeListError) -> EdgeListContents {
        try contents(of: TextSource(bytes: text), control)
    }

    func contents(of source: TextSource, _ control: RunControl) throws(EdgeListError) -> EdgeListContents {
        let run = KernelRun(control, work: source.byteCount)
        let parsed = try EdgeListReading(text: self, source: source, run: run).edges()
        do throws(GraphError) {
            var labels = parsed.labels
            guard labels.count < Int(UInt32.max) else { throw .tooLarge(nodes: labels.count, arcs: 0) }
            let lineCount = parsed.edges.edgeCount
            if ordersByDegree {
                let order = try parsed.edges.degreeOrder(nodeCount: labels.count, run: run)
                try parsed.edges.renumber(order.positions, run: run)
                labels = labels.reordered(by: order)
            }
            let first = parsed.edges.first
            run.report(0.5)
            let rows = try RowBuilder(
                parsed.edges, nodeCount: labels.count, isDirected: isDirected, run: run
            ).rows(share: 0.5...1)
            let graph = CompactGraph(rows: rows, isDirected: isDirected)
            return EdgeListContents(
                graph: LabelledGraph(graph: graph, labels: labels), edgeLines: lineCount,
                comments: parsed.comments, loops: parsed.loops, firstEdge: first)
        } catch {
            throw .graph(error)
        }
    }
}

extension EdgeListText {
    /// The graph of a file, see ``contents(ofFile:control:)``.
    /// - Throws: ``EdgeListError``.
    public func graph(
        fromFile path: String, control: RunControl = RunControl()
    ) throws(EdgeListError) -> LabelledGraph { try contents(ofFile: path, control: control).graph }

    /// The graph of a text, see ``contents(of:control:)``.
    /// - Throws: ``EdgeListError``.
    public func graph(
        from text: [UInt8], control: RunControl = RunControl()
    ) throws(EdgeListError) -> LabelledGraph { try contents(of: text, control: control).graph }
}

/// A graph that was read from text, and what was passed over on the way.
public struct EdgeListContents: Sendable {
    /// The graph.
    public let graph: LabelledGraph
    /// The lines that held an edge, loops and repetitions among them.
    public let edgeLines: Int
    /// The lines that were comments.
    public let comments: Int
    /// The edges from a node to itself, which were dropped.
    public let loops: Int
    /// The first edge that is no loop; `nil` where there is none.
    public let firstEdge: Edge?
    /// The edges that were there before, which were dropped.
    public var repetitions: Int { edgeLines - loops - graph.graph.edgeCount }
}

/// Why a graph could not be read from text.
public enum EdgeListError: Error, Equatable, Sendable {
    /// The file cannot be opened or read: its name and what the system says.
    case unreadable(path: String, reason: String)
    /// A line is no edge: its number from 1, how it begins, and what was expected.
    case malformedLine(Int, text: String, expected: String)
    /// The edges make no graph, or the caller asked to stop.
    case graph(GraphError)
}

extension EdgeListError: CustomStringConvertible {
    /// One sentence for the user.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .malformedLine(let line, let text, let expected):
            "line \(line): expected \(expected), found '\(text)'"
        case .graph(let error): "\(error)"
        }
    }
}
