/// How the whole drawing is laid out and what stands around it. Values outside the ranges are clamped.
public struct GraphStyle: Hashable, Sendable {
    /// The shape of the edges.
    public enum EdgeRouting: String, Hashable, Sendable {
        case curves = "true"
        case straightLines = "line"
    }

    /// The least space between neighbours of one rank, in inches, 0.02 to 5.
    public var nodeSeparationInches: Double
    /// The least space between ranks, in inches, 0.02 to 10.
    public var rankSeparationInches: Double
    /// The colour of the paper; `nil` leaves it to Graphviz.
    public var background: DotColor?
    /// The shape of the edges.
    public var edgeRouting: EdgeRouting
    /// Whether nodes are drawn over edges.
    public var drawsEdgesFirst: Bool
    /// Whether the heads of a node's edges stand in the order in which the edges were added, the first on top or to
    /// the left; else crossings decide.
    public var keepsEdgeOrder = false
    /// The legend, title and subtitle, at the bottom left.
    public var caption: HTMLTable?

    /// Makes a style; the defaults are those of the visual grammar.
    public init(
        nodeSeparationInches: Double = 0.28, rankSeparationInches: Double = 0.62,
        background: DotColor? = DotColor(0xFFFFFF), edgeRouting: EdgeRouting = .curves,
        drawsEdgesFirst: Bool = true, caption: HTMLTable? = nil
    ) {
        self.nodeSeparationInches = nodeSeparationInches
        self.rankSeparationInches = rankSeparationInches
        self.background = background
        self.edgeRouting = edgeRouting
        self.drawsEdgesFirst = drawsEdgesFirst
        self.caption = caption
    }
}

/// A place in a picture, in points, y downwards, -100,000 to 100,000.
public struct DotPoint: Hashable, Sendable {
    /// The distance from the left.
    public var x: Double
    /// The distance from the top.
    public var y: Double

    /// Makes a place.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// How a node looks; `nil` means the graph's default. Values outside the ranges are clamped.
public struct NodeStyle: Hashable, Sendable {
    /// The outline of a node.
    public enum Shape: String, Hashable, Sendable {
        case plain
        case circle
        case box
        case point
        case diamond
        /// A triangle that stands on its base.
        case triangle
        /// A triangle that stands on its tip.
        case invertedTriangle = "invtriangle"
    }

    /// The outline; `plain` is the label's own.
    public var shape: Shape?
    /// The colour inside the outline.
    public var fill: DotColor?
    /// The colour of the outline.
    public var stroke: DotColor?
    /// The width of the outline in points, 0 to 20.
    public var penWidth: Double?
    /// Whether the corners are round.
    public var isRounded: Bool
    /// Whether the outline is dashed.
    public var isDashed: Bool
    /// The colour of a plain label.
    public var fontColor: DotColor?
    /// The size of a plain label in points, 1 to 200.
    public var fontSize: Double?
    /// The width in inches, 0.01 to 50.
    public var widthInches: Double?
    /// The height in inches, 0.01 to 50.
    public var heightInches: Double?
    /// Whether the label leaves the size as it is.
    public var hasFixedSize: Bool
    /// Where its middle is; of use in a graph whose arrangement is pinned.
    public var position: DotPoint?

    /// Makes a style.
    public init(
        shape: Shape? = nil, fill: DotColor? = nil, stroke: DotColor? = nil, penWidth: Double? = nil,
        isRounded: Bool = false, isDashed: Bool = false, fontColor: DotColor? = nil, fontSize: Double? = nil,
        widthInches: Double? = nil, heightInches: Double? = nil, hasFixedSize: Bool = false,
        position: DotPoint? = nil
    ) {
        self.shape = shape
        self.fill = fill
        self.stroke = stroke
        self.penWidth = penWidth
        self.isRounded = isRounded
        self.isDashed = isDashed
        self.fontColor = fontColor
        self.fontSize = fontSize
        self.widthInches = widthInches
        self.heightInches = heightInches
        self.hasFixedSize = hasFixedSize
        self.position = position
    }
}

/// How an edge looks; `nil` means the graph's default. Values outside the ranges are clamped.
public struct EdgeStyle: Hashable, Sendable {
    /// The line of an edge.
    public enum Line: String, Hashable, Sendable {
        case solid
        case dashed
        case dotted
        case invisible = "invis"
    }

    /// The mark at the end of an edge.
    public enum ArrowHead: String, Hashable, Sendable {
        case normal
        case tee
        case vee
        case empty
        case none
    }

    /// The colour of the line and its mark.
    public var stroke: DotColor?
    /// The width of the line in points, 0 to 20.
    public var penWidth: Double?
    /// The line.
    public var line: Line?
    /// The mark at the head.
    public var arrowHead: ArrowHead?
    /// The size of the mark, 0 to 5.
    public var arrowSize: Double?
    /// The colour of a plain label.
    public var fontColor: DotColor?
    /// The size of a plain label in points, 1 to 200.
    public var fontSize: Double?
    /// How much the layout tries to keep the edge short and straight, 0 to 100.
    public var weight: Int?
    /// The least number of ranks between the ends, 0 to 20.
    public var leastRanks: Int?
    /// The Bézier curve it follows: its beginning, then for each piece two control points and an end, the last of
    /// them the tip of its mark; of use in a graph whose arrangement is pinned. Any other number of points, or
    /// none, leaves the way to Graphviz.
    public var route: [DotPoint]
    /// The colour between the two lines of an edge drawn double; `nil` draws it single.
    public var gap: DotColor?

    /// Makes a style.
    public init(
        stroke: DotColor? = nil, penWidth: Double? = nil, line: Line? = nil, arrowHead: ArrowHead? = nil,
        arrowSize: Double? = nil, fontColor: DotColor? = nil, fontSize: Double? = nil, weight: Int? = nil,
        leastRanks: Int? = nil, route: [DotPoint] = []
    ) {
        self.stroke = stroke
        self.penWidth = penWidth
        self.line = line
        self.arrowHead = arrowHead
        self.arrowSize = arrowSize
        self.fontColor = fontColor
        self.fontSize = fontSize
        self.weight = weight
        self.leastRanks = leastRanks
        self.route = route
    }
}

/// How a cluster looks.
public struct ClusterStyle: Hashable, Sendable {
    /// The colour of the ground.
    public var fill: DotColor?
    /// The colour of the border.
    public var stroke: DotColor?

    /// Makes a style.
    public init(fill: DotColor? = nil, stroke: DotColor? = nil) {
        self.fill = fill
        self.stroke = stroke
    }
}
