/// Why a graph could not be built or a measure could not be taken.
public enum GraphError: Error, Equatable, Sendable {
    /// An edge names a node that is not in `0 ..< nodeCount`.
    case nodeOutOfRange(edge: Int, node: NodeID, nodeCount: Int)
    /// A weight is negative, infinite or not a number.
    case invalidWeight(edge: Int, weight: Double)
    /// More nodes or arcs than 32-bit numbers can count.
    case tooLarge(nodes: Int, arcs: Int)
    /// A hop limit is negative.
    case invalidMaximumHops(Int)
    /// A number of paths is negative.
    case invalidPathCount(Int)
    /// A damping factor is not in 0 ..< 1.
    case invalidDampingFactor(Double)
    /// A tolerance is negative, infinite or not a number.
    case invalidTolerance(Double)
    /// An iteration limit is below 1.
    case invalidMaximumIterations(Int)
    /// A personalisation does not have one entry for each node.
    case personalizationCount(expected: Int, actual: Int)
    /// An entry of a personalisation is negative, infinite or not a number.
    case invalidPersonalization(node: NodeID, value: Double)
    /// The entries of a personalisation sum to zero or to more than a `Double` holds.
    case invalidPersonalizationSum(Double)
    /// The caller asked the computation to stop.
    case cancelled
    /// A probability is not between 0 and 1.
    case invalidProbability(Double)
    /// A resolution is negative, infinite or not a number.
    case invalidResolution(Double)
    /// A budget is negative or not a number.
    case invalidBudget(Double)
    /// The cost of an item is not above 0, or infinite.
    case invalidCost(item: Int, cost: Double)
}
