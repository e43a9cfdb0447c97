public import GraphAlgorithms

/// What the value of a contact is made of; every array has one entry per node.
public struct ContactValueInputs: Equatable, Sendable {
    /// Who knows who: undirected, with the seeker among the nodes. Weights are not read.
    public let graph: CompactGraph
    /// The reach of everybody in `graph`.
    public let reach: ReachMeasures
    /// rho: the probability that a person answers the seeker, in [0, 1].
    public let replyProbabilities: [Double]
    /// sigma: the probability that a person who has answered writes an introduction, in [0, 1].
    public let introductionProbabilities: [Double]
    /// d: what meeting a person is worth by itself, at least 0.
    public let directValues: [Double]
    /// vbar: what meeting a stranger is worth on average, at least 0.
    public let strangerValue: Double

    /// Gathers the inputs. The entries of the seeker are not read.
    /// - Parameter introductionProbabilities: The same as rho unless given.
    /// - Precondition: The arrays have `graph.nodeCount` entries and their numbers the ranges said above.
    /// - Complexity: O(n).
    public init(
        graph: CompactGraph, reach: ReachMeasures, replyProbabilities: [Double],
        introductionProbabilities: [Double]? = nil, directValues: [Double], strangerValue: Double
    ) {
        let nodeCount = graph.nodeCount
        precondition(reach.reach.count == nodeCount, "reach was measured in this graph")
        precondition(replyProbabilities.count == nodeCount, "one reply probability per node")
        let introductionProbabilities = introductionProbabilities ?? replyProbabilities
        precondition(introductionProbabilities.count == nodeCount, "one introduction probability per node")
        precondition(introductionProbabilities.allSatisfy { (0...1).contains($0) }, "probabilities")
        precondition(directValues.count == nodeCount, "one direct value per node")
        precondition(replyProbabilities.allSatisfy { (0...1).contains($0) }, "probabilities")
        precondition(directValues.allSatisfy { $0 >= 0 && $0.isFinite }, "finite direct values of at least 0")
        precondition(strangerValue >= 0 && strangerValue.isFinite, "a finite value of at least 0")
        self.graph = graph
        self.reach = reach
        self.replyProbabilities = replyProbabilities
        self.introductionProbabilities = introductionProbabilities
        self.directValues = directValues
        self.strangerValue = strangerValue
    }

    /// vbar: the mean direct value of the people who are not contacts and whose direct value is known, or the
    /// constants' minimum where that is more.
    /// - Parameters:
    ///   - directValues: One entry per node; `nil` where nothing is known.
    ///   - reach: Whose contacts are left out, and the seeker with them.
    /// - Complexity: O(n).
    public static func strangerValue(
        ofKnown directValues: [Double?], reach: ReachMeasures, constants: DirectValueConstants = .standard
    ) -> Double {
        precondition(directValues.count == reach.isContact.count, "one entry per node")
        var sum = 0.0
        var count = 0
        for (person, value) in directValues.enumerated() {
            guard let value, !reach.isContact[person], person != Int(reach.seeker) else { continue }
            sum += value
            count += 1
        }
        return max(constants.minimumStrangerValue, count == 0 ? 0 : sum / Double(count))
    }
}
