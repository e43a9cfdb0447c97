/// The layout program of Graphviz.
public enum LayoutEngine: String, Hashable, Sendable, CaseIterable {
    /// Ranks: hops become columns, clusters become lanes.
    case dot
    /// Springs, for large graphs; draws no clusters.
    case sfdp
    /// Leaves every node where ``NodeStyle/position`` puts it, and every edge with an ``EdgeStyle/route`` on it;
    /// draws no clusters.
    case nop
}

/// Where the text of an edge stands.
public enum EdgeLabelPlacement: String, Hashable, Sendable {
    /// In the middle of the edge, with room made for it.
    case label
    /// At the edge's head.
    case headLabel = "headlabel"
    /// Nowhere.
    case none
}

/// One way of laying a graph out: a rung of the ladder that is climbed down when a layout fails.
public struct LayoutRung: Hashable, Sendable {
    /// The layout program.
    public var engine: LayoutEngine
    /// Where the text of edges stands.
    public var edgeLabels: EdgeLabelPlacement
    /// Whether dot ranks all clusters together, so that a hop is the same column in every one.
    public var ranksGlobally: Bool
    /// Whether dot's network simplex stops early; the picture is rougher and comes in time.
    public var limitsSimplex: Bool

    /// Makes a rung.
    public init(
        engine: LayoutEngine, edgeLabels: EdgeLabelPlacement, ranksGlobally: Bool = true,
        limitsSimplex: Bool = false
    ) {
        self.engine = engine
        self.edgeLabels = edgeLabels
        self.ranksGlobally = ranksGlobally
        self.limitsSimplex = limitsSimplex
    }

    /// Whether the engine draws clusters.
    public var drawsClusters: Bool { engine == .dot }

    /// Lanes and columns, with room for the text of every edge.
    public static let labelled = LayoutRung(engine: .dot, edgeLabels: .label)

    /// Lanes and columns, the text of edges at their heads.
    public static let headLabelled = LayoutRung(engine: .dot, edgeLabels: .headLabel)

    /// Lanes that are each ranked by themselves, so that columns may differ; far quicker on large graphs.
    public static let lanewise = LayoutRung(engine: .dot, edgeLabels: .headLabel, ranksGlobally: false)

    /// Lanes ranked by themselves, without the text of edges: dot at its quickest.
    public static let unlabelled = LayoutRung(
        engine: .dot, edgeLabels: .none, ranksGlobally: false, limitsSimplex: true)

    /// Springs, without lanes and without the text of edges.
    public static let springs = LayoutRung(engine: .sfdp, edgeLabels: .none)

    /// Every node where the graph puts it.
    public static let pinned = LayoutRung(engine: .nop, edgeLabels: .label)

    /// Above this many edges, making room for text takes minutes and the ladder begins at ``headLabelled``.
    public static let mostLabelledEdges = 300

    /// Above this many edges, columns shared by all lanes take too long and the ladder begins at ``lanewise``.
    public static let mostGloballyRankedEdges = 1_000

    /// The ladder for a graph: the best picture first, the surest last.
    public static func ladder(for graph: DotGraph) -> [LayoutRung] {
        if graph.arrangement == .pinned { return [.pinned] }
        return switch graph.edgeCount {
        case ...mostLabelledEdges: [.labelled, .headLabelled, .unlabelled, .springs]
        case ...mostGloballyRankedEdges: [.headLabelled, .unlabelled, .springs]
        default: [.lanewise, .unlabelled, .springs]
        }
    }
}
