public import GraphAlgorithms

/// The chain of introductions most likely to reach somebody.
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

    /// tau: how likely somebody is to introduce the seeker to somebody they know, in (0, 1].
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

    /// The best chain from the seeker to a target, of at most the constants' number of hops.
    ///
    /// Best-first search; of equally likely chains the one with fewer hops goes first, then the one whose node
    /// numbers come first.
    /// - Parameters:
    ///   - seeker: Where the chain starts.
    ///   - target: Whom it is to reach; the seeker themself is reached by a chain of one node.
    ///   - graph: Who knows whom.
    ///   - replyProbabilities: rho, one entry per node, in [0, 1]; read for the seeker's neighbours.
    ///   - tieProbabilities: tau, one entry per stored arc of `graph`, in [0, 1]; a tie of 0 is no way.
    /// - Returns: `nil` when no chain of that length exists.
    /// - Precondition: Both nodes are in the graph and the arrays have the lengths said above.
    /// - Complexity: O(h m log(h m)) for at most h hops.
    public func best(
        from seeker: NodeID, to target: NodeID, in graph: CompactGraph, replyProbabilities: [Double],
        tieProbabilities: [Double]
    ) -> IntroductionChain? {
        precondition(Int(seeker) < graph.nodeCount && Int(target) < graph.nodeCount, "nodes of the graph")
        precondition(replyProbabilities.count == graph.nodeCount, "one reply probability per node")
        precondition(tieProbabilities.count == graph.targets.count, "one tie probability per stored arc")
        let start = IntroductionChain(nodes: [seeker], hopProbabilities: [], probability: 1)
        var queue = BinaryHeap(start)
        var fewestHops = [Int](repeating: .max, count: graph.nodeCount)
        while let chain = queue.pop() {
            let node = chain.nodes[chain.hops]
            if node == target { return chain }
            // Whoever was reached before was reached better: a later chain helps only with fewer hops.
            guard chain.hops < fewestHops[Int(node)] else { continue }
            fewestHops[Int(node)] = chain.hops
            guard chain.hops < constants.maximumIntroductionHops else { continue }
            for arc in graph.arcs(of: node) {
                let next = graph.targets[arc]
                let step = node == seeker ? replyProbabilities[Int(next)] : tieProbabilities[arc]
                guard step > 0, chain.hops + 1 < fewestHops[Int(next)] else { continue }
                queue.push(chain.extended(to: next, step))
            }
        }
        return nil
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

    fileprivate func extended(to node: NodeID, _ step: Double) -> IntroductionChain {
        IntroductionChain(
            nodes: nodes + [node], hopProbabilities: hopProbabilities + [step],
            probability: probability * step)
    }
}

extension IntroductionChain: Prioritized {
    package func precedes(_ other: IntroductionChain) -> Bool {
        if probability != other.probability { return probability > other.probability }
        if hops != other.hops { return hops < other.hops }
        return nodes.lexicographicallyPrecedes(other.nodes)
    }
}
