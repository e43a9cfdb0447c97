internal import GraphAlgorithms
public import GraphFiles

/// Measures to be taken of every node of a graph.
public struct GraphAnalysis: Equatable, Sendable {
    /// What to measure, a column each.
    public var measures: [GraphMeasure]
    /// Whether weights are how strong ties are, for PageRank, constraint, effective size and communities; ways are
    /// counted in steps in any case.
    public var usesWeights: Bool
    /// By how much betweenness may be off, above 0 and below 1; `nil` for exact betweenness.
    public var maximumError: Double?

    /// Makes an analysis.
    public init(_ measures: [GraphMeasure], usesWeights: Bool = false, maximumError: Double? = nil) {
        self.measures = measures
        self.usesWeights = usesWeights
        self.maximumError = maximumError
    }

    /// Takes the measures.
    ///
    /// The same graph gives the same table whatever the number of threads.
    /// - Throws: ``GraphFailure/stopped``, or ``GraphFailure/request(_:)`` when a number of the analysis is none
    ///   that a measure takes.
    /// - Complexity: O(nm) for exact betweenness, closeness and harmonic closeness; nearly O(n + m) for the others but
    ///   those that look at triangles, O(n + m · √m).
    public func table(of opened: OpenedGraph, run: GraphRun = GraphRun()) throws(GraphFailure) -> GraphTable {
        let graph = opened.labelled.graph
        var columns: [GraphTable.Column] = []
        do throws(GraphError) {
            for measure in measures {
                if run.isCancelled?() == true { throw .cancelled }
                let values = try values(of: measure, in: opened.labelled, run.control(measure.rawValue))
                columns.append(GraphTable.Column(measure: measure, values: values))
            }
        } catch {
            if error == .cancelled { throw .stopped }
            throw .request("\(opened.name): cannot be measured so: \(error)")
        }
        return GraphTable(
            title: opened.name, reading: opened.reading, isWeighted: usesWeights,
            maximumError: measures.contains(.betweenness) ? maximumError : nil,
            nodes: graph.nodes.map { opened.labelled.labels[$0] }, columns: columns)
    }

    private func values(
        of measure: GraphMeasure, in labelled: LabelledGraph, _ control: RunControl
    ) throws(GraphError) -> GraphTable.Values {
        let graph = labelled.graph
        switch measure {
        case .pageRank:
            return .finite(try PageRank(usesWeights: usesWeights).scores(in: graph, control: control).scores)
        case .betweenness:
            if let maximumError {
                let measure = try ApproximateBetweenness(maximumError: maximumError)
                return .finite(try measure.scores(in: graph, control: control).scores)
            }
            return .finite(try Betweenness().scores(in: graph, control: control))
        case .closeness: return .finite(try Closeness().scores(in: graph, control: control))
        case .harmonic: return .finite(try Closeness().harmonicScores(in: graph, control: control))
        case .degree: return .whole(Self.degrees(in: graph))
        case .components:
            return .whole(
                try ConnectedComponents().labels(in: graph, control: control).labels.map { Int($0) })
        case .core: return .whole(try CoreNumbers().numbers(in: graph, control: control).map { Int($0) })
        case .clustering:
            let found = try Clustering().coefficients(in: graph, control: control)
            return .finite(graph.nodes.map { found.coefficient(of: $0) })
        case .constraint:
            return .finite(try BurtConstraint(usesWeights: usesWeights).scores(in: graph, control: control))
        case .effectiveSize:
            return .finite(try EffectiveSize(usesWeights: usesWeights).scores(in: graph, control: control))
        case .articulation:
            var values = [Int](repeating: 0, count: graph.nodeCount)
            for node in try ArticulationPoints().nodes(in: graph, control: control) { values[Int(node)] = 1 }
            return .whole(values)
        case .leiden:
            let found = try labelled.communities(Leiden(usesWeights: usesWeights), control: control)
            return .whole(found.labels.map { Int($0) })
        }
    }

    /// Edges of each node, both those that leave and those that arrive.
    private static func degrees(in graph: CompactGraph) -> [Int] {
        var degrees = graph.nodes.map { graph.outDegree(of: $0) }
        if graph.isDirected { for target in graph.targets { degrees[Int(target)] += 1 } }
        return degrees
    }
}
