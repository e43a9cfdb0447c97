/// How to read a graph from lines of text, one edge a line: the files of SNAP, KONECT and NetworKit, and plain CSV.
///
/// A line holds two labels and possibly a weight, separated by spaces, tabs, commas or semicolons; further columns
/// are passed over. Blank lines and those that start with `#` or `%` are comments. Loops are dropped, and of parallel
/// edges the first is kept. A name that holds a separator stands in double quotes, in which `""` is a quote.
public struct EdgeListText: Equatable, Sendable {
    /// What the labels of nodes are.
    public enum Labels: Equatable, Sendable {
        /// The node numbers themselves: the graph has all nodes from 0 to the greatest number.
        case nodeNumbers
        /// Any whole numbers below 2^32; the nodes are those that occur, in ascending order.
        case numbers
        /// Any text; the nodes are numbered in the order in which they first occur.
        case names
    }

    /// What the labels of nodes are.
    public var labels: Labels
    /// Whether an edge leads from the first label to the second only.
    public var isDirected: Bool
    /// Whether a third column is a weight; otherwise it is passed over.
    public var readsWeights: Bool
    /// Whether nodes are numbered by falling number of edges, which makes kernels faster on large graphs.
    public var ordersByDegree: Bool
    /// How many lines at the top hold no edges, as the heading of a CSV file.
    public var headingLines: Int

    /// Describes a file.
    public init(
        labels: Labels = .numbers, isDirected: Bool = false, readsWeights: Bool = true,
        ordersByDegree: Bool = false, headingLines: Int = 0
    ) {
        self.labels = labels
        self.isDirected = isDirected
        self.readsWeights = readsWeights
        self.ordersByDegree = ordersByDegree
        self.headingLines = headingLines
    }

    /// Reads the edges of a file, several pieces of it at a time.
    /// - Throws: ``EdgeListError``.
    /// - Complexity: O(size of the file); at most about 17 bytes of memory for each edge beside the labels.
    public func graph(
        fromFile path: String, control: RunControl = RunControl()
    ) throws(EdgeListError) -> LabelledGraph {
        try graph(from: try TextSource(path: path), control)
    }

    /// Reads the edges of a text.
    /// - Throws: ``EdgeListError``.
    /// - Complexity: O(size of the text).
    public func graph(
        from text: [UInt8], control: RunControl = RunControl()
    ) throws(EdgeListError) -> LabelledGraph {
        try graph(from: TextSource(bytes: text), control)
    }

    func graph(from source: TextSource, _ control: RunControl) throws(EdgeListError) -> LabelledGraph {
        let run = KernelRun(control, work: source.byteCount)
        let parsed = try EdgeListReading(text: self, source: source, run: run).edges()
        do throws(GraphError) {
            var labels = parsed.labels
            guard labels.count < Int(UInt32.max) else { throw .tooLarge(nodes: labels.count, arcs: 0) }
            if ordersByDegree {
                let order = try parsed.edges.degreeOrder(nodeCount: labels.count, run: run)
                try parsed.edges.renumber(order.positions, run: run)
                labels = labels.reordered(by: order)
            }
            run.report(0.5)
            let rows = try RowBuilder(
                parsed.edges, nodeCount: labels.count, isDirected: isDirected, run: run
            ).rows(share: 0.5...1)
            return LabelledGraph(graph: CompactGraph(rows: rows, isDirected: isDirected), labels: labels)
        } catch {
            throw .graph(error)
        }
    }
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
