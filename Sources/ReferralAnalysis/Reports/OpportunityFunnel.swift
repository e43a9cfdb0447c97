public import ReferralGraph

/// How far the opportunities of a network have come.
public struct OpportunityFunnel: Sendable, Equatable, Codable {
    /// How many there are.
    public var total: Int
    /// The stages of an application in their order, each with those that came at least so far.
    public var steps: [Count]
    /// Where they stand now, in the order of ``ReferralGraph/Stage``; stages at which none stands are left out.
    public var standing: [Count]

    /// How many opportunities there are at a stage.
    public struct Count: Sendable, Equatable, Codable {
        /// The stage.
        public var stage: Stage
        /// How many.
        public var opportunities: Int
    }

    /// What an application goes through; the other stages only end or delay it.
    private static let path: [Stage] = [.applied, .screening, .interview, .finalist, .offer, .accepted]

    /// Counts the opportunities of a network. One that skipped a stage has come past it.
    /// - Complexity: O(opportunities and their stages).
    init(_ opportunities: [Opportunity]) {
        let furthest = opportunities.compactMap { opportunity in
            opportunity.stages.compactMap { Self.path.firstIndex(of: $0.stage) }.max()
        }
        let current = opportunities.compactMap(\.currentStage?.stage)
        total = opportunities.count
        steps = Self.path.enumerated().map { place, stage in
            Count(stage: stage, opportunities: furthest.count { $0 >= place })
        }
        standing = Stage.allCases.map { stage in
            Count(stage: stage, opportunities: current.count { $0 == stage })
        }
        .filter { $0.opportunities > 0 }
    }
}

extension NetworkAnalysis {
    /// How far the opportunities have come.
    public var funnel: OpportunityFunnel { OpportunityFunnel(network.opportunities) }
}
