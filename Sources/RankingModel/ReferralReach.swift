public import GraphAlgorithms

/// Who the seeker's contacts are likely to lead to.
///
/// Task I of the ranking model. The next new contact is someone two steps away, known to people the seeker has
/// spoken to lately; reach says which contact stands next to that person. New reach is where weak ties and
/// brokers count (Granovetter 1973, doi:10.1086/225469; Burt 1992).
public struct ReferralReach: Equatable, Sendable {
    /// The numbers of the model.
    public let constants: RankingConstants

    /// Makes the model.
    /// - Throws: ``RankingError`` when a constant is out of range.
    public init(constants: RankingConstants = .standard) throws(RankingError) {
        try constants.validate()
        self.constants = constants
    }

    /// Measures the reach of everybody in a network.
    /// - Parameters:
    ///   - graph: Who knows who: undirected, with the seeker among the nodes. Weights are not read.
    ///   - seeker: The seeker's node; its neighbours are the contacts.
    ///   - daysSinceContact: One entry per node, read for contacts only: days since the last word either way;
    ///     below 0 counts as 0, infinity says never.
    /// - Precondition: `graph` is undirected, `seeker` in it, `daysSinceContact.count == graph.nodeCount`.
    /// - Complexity: O(n + m).
    public func measures(
        in graph: CompactGraph, seeker: NodeID, daysSinceContact: [Double]
    ) -> ReachMeasures {
        precondition(!graph.isDirected, "acquaintance is mutual")
        precondition(Int(seeker) < graph.nodeCount, "the seeker is a node")
        precondition(daysSinceContact.count == graph.nodeCount, "one entry per node")
        let contacts = Array(graph.successors(of: seeker))
        var isContact = [Bool](repeating: false, count: graph.nodeCount)
        for contact in contacts { isContact[Int(contact)] = true }

        let newContactShares = newContactShares(
            in: graph, seeker: seeker, contacts: contacts, isContact: isContact, daysSinceContact)
        var familiarity = [Double](repeating: 0, count: graph.nodeCount)
        var reach = familiarity
        for person in graph.nodes where person != seeker && !contacts.isEmpty {
            var sharedContacts = 0
            var newContactShare = 0.0
            for neighbour in graph.successors(of: person) {
                if isContact[Int(neighbour)] { sharedContacts += 1 }
                newContactShare += newContactShares[Int(neighbour)]
            }
            let known = min(1, (Double(sharedContacts) + 0.5) / Double(contacts.count))
            familiarity[Int(person)] = known
            reach[Int(person)] =
                (1 - constants.familiarityShare) * newContactShare + constants.familiarityShare * known
        }
        return ReachMeasures(
            seeker: seeker, contacts: contacts, isContact: isContact, newContactShares: newContactShares,
            familiarity: familiarity, reach: reach)
    }

    /// lambda: deg(q)^DEG (EPS dbar^E + sum over contacts p who know q of exp(-silence(p) / TU) deg(p)^E), scaled to sum 1;
    /// dbar is the mean degree of the contacts.
    private func newContactShares(
        in graph: CompactGraph, seeker: NodeID, contacts: [NodeID], isContact: [Bool],
        _ daysSinceContact: [Double]
    ) -> [Double] {
        var shares = [Double](repeating: 0, count: graph.nodeCount)
        var isReached = [Bool](repeating: false, count: graph.nodeCount)
        for contact in contacts {
            let silence = max(0, daysSinceContact[Int(contact)])
            let activity =
                Elementary.exponential(-silence / constants.introductionFadeDays)
                * constants.introducerWeight(ofDegree: Double(graph.outDegree(of: contact)))
            for person in graph.successors(of: contact) where person != seeker && !isContact[Int(person)] {
                isReached[Int(person)] = true
                shares[Int(person)] += activity
            }
        }
        let meanDegree =
            Double(contacts.reduce(0) { $0 + graph.outDegree(of: $1) }) / Double(max(1, contacts.count))
        let floor = constants.reachFloor * constants.introducerWeight(ofDegree: meanDegree)
        var sum = 0.0
        for person in graph.nodes where isReached[Int(person)] {
            let degree = Double(graph.outDegree(of: person))
            shares[Int(person)] += floor
            shares[Int(person)] *= Elementary.power(degree, constants.reachDegreeExponent)
            sum += shares[Int(person)]
        }
        guard sum > 0 else { return [Double](repeating: 0, count: graph.nodeCount) }
        for person in shares.indices { shares[person] /= sum }
        return shares
    }
}

extension RankingConstants {
    /// What a contact's acquaintances count for by how many they are.
    /// - Parameter degree: At least 1 for a contact, who knows the seeker.
    package func introducerWeight(ofDegree degree: Double) -> Double {
        Elementary.power(max(1, degree), introducerDegreeExponent)
    }
}

/// What ``ReferralReach`` found, with one entry per node wherever an array is indexed by node.
public struct ReachMeasures: Equatable, Sendable {
    /// The seeker's node.
    public let seeker: NodeID
    /// The seeker's contacts, ascending.
    public let contacts: [NodeID]
    /// Whether a node is one of them.
    public let isContact: [Bool]
    /// lambda: the share of the seeker's next new contact that falls on a person two steps away, in [0, 1]; 0
    /// for everybody else. The shares sum to 1 unless no one is two steps away.
    public let newContactShares: [Double]
    /// m: how much of the seeker's circle a person knows, in [0, 1]; 0 for the seeker, and for all without
    /// contacts.
    public let familiarity: [Double]
    /// s: new contact shares of the people they know and familiarity, by ``RankingConstants/familiarityShare``, in [0, 1].
    public let reach: [Double]
}
