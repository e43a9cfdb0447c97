public import GraphAlgorithms
public import RankingModel
public import ReferralGraph

/// Why a network could not be analysed.
public enum AnalysisError: Error, Equatable, Sendable {
    /// The network's seeker is not among its people.
    case seekerMissing(PersonID)
    /// The network is too large for the graph, or its identifiers are not unique.
    case graph(GraphError)
    /// A constant of the policy is out of range.
    case ranking(RankingError)
}
