public import GraphAlgorithms

/// The chain of introductions most likely to reach someone.
///
/// A chain succeeds with probability rho(first) times tau of each tie after it. Chains are kept short: messages
/// decay at about .36 a hop (Dodds, Muhamad and Watts 2003, doi:10.1126/science.1081058).
public struct IntroductionPath: Equatable, Sendable {
    /// The numbers of the model.
    public let constants: RankingConstants

    /// Makes a search.
    /// - Throws: ``RankingError`` when a constant is out of range.
    public init(constants: RankingConstants = .standard) throws(RankingError) {
        try constants.validate()
        self.constants = constants
    }

    /// tau: how likely someone is to introduce the seeker to someone they know, in (0, 1].
    /// - Parameters:
    ///   - recordedStrength: The recorded strength of their tie, in [0, 1]; it goes before everything else.
    ///   - daysSinceContact: Days since the two were in touch, where that is recorded; below 0 counts as 0.
    ///   - isInferred: Whether an import guessed the tie; halves what is not recorded by default.
    public func tieProbability(
        recordedStrength: Double? = nil, daysSinceContact: Double? = nil, isInferred: Bool = false
    ) -> Double {
        if let recordedStrength { return min(1, max(constants.minimumTieProbability, recordedStrength)) }
        let certainty = isInferred ? constants.inferredTieFactor : 1
        guard let daysSinceContact else { return certainty * constants.unknownTieProbability }
        let recency = Elementary.exponential(-max(0, daysSinceContact) / constants.tieFadeDays)
        return certainty * (constants.tieRecencyFloor + recency) / (constants.tieRecencyFloor + 1)
    }
}

/// A chain of introductions.
public struct IntroductionChain: Equatable, Sendable {
    /// The seeker, everybody between, and the target.
    public let nodes: [NodeID]
    /// The probability of each hop: rho of the first contact, then tau of each tie; one fewer than the nodes.
    public let hopProbabilities: [Double]
    /// The probability that the whole chain succeeds: the product of the hops.
    public let probability: Double

    package init(nodes: [NodeID], hopProbabilities: [Double], probability: Double) {
        self.nodes = nodes
        self.hopProbabilities = hopProbabilities
        self.probability = probability
    }

    /// The number of introductions and calls.
    public var hops: Int { hopProbabilities.count }

    /// The position in ``hopProbabilities`` of the weakest hop, the first of several; `nil` without hops.
    public var weakestHop: Int? {
        hopProbabilities.indices.min { hopProbabilities[$0] < hopProbabilities[$1] }
    }

    /// Whether this chain goes first: it is likelier, else shorter, else its node numbers come first.
    package func precedes(_ other: IntroductionChain) -> Bool {
        if probability != other.probability { return probability > other.probability }
        if hops != other.hops { return hops < other.hops }
        return nodes.lexicographicallyPrecedes(other.nodes)
    }
}
