public import Playbook
public import ReferralGraph

/// Everything that a page about a network says: who to call and why, what has stalled, the plan of the week, what
/// each “no” led to, how far the applications came, which of them wait, and how many asks were answered.
public struct NetworkReport: Sendable, Equatable, Codable {
    /// The moment looked from.
    public var asOf: Timestamp
    /// The call list, or its beginning.
    public var next: NextContacts
    /// Why the first of the call list stand where they stand, in its order.
    public var grounds: [ContactGrounds]
    /// The threads that wait for someone.
    public var stalled: StalledThreads
    /// The calls of the coming days.
    public var plan: OutreachPlan
    /// What came of the rejections that led to someone.
    public var chains: [ReferralChain]
    /// How far the opportunities have come.
    public var funnel: OpportunityFunnel
    /// The applications that wait, and how all of them fared.
    public var applications: ApplicationRecord
    /// How many asks were answered.
    public var replies: ReplyRates
}

/// Why someone stands where they stand in the call list.
public struct ContactGrounds: Sendable, Equatable, Codable {
    /// Who.
    public var person: PersonID
    /// What a call is worth, part by part, largest first.
    public var value: [Reason]
    /// What the log-odds of an answer are made of.
    public var reply: [Reason]
    /// How much the odds of an answer rest on data, in words.
    public var replyBasis: String?
    /// How the person came into the network.
    public var lineage: Lineage
}

extension NetworkAnalysis {
    /// Everything that a page about the network says.
    /// - Parameters:
    ///   - budget: How much the plan may hold.
    ///   - contactsAtMost: How many rows of the call list to have.
    ///   - groundsAtMost: For how many of them to give the reasons.
    /// - Throws: ``AnalysisError/ranking(_:)`` when a length in the policy is not above 0.
    /// - Complexity: O(people) for each of the reasons asked for, beside what its parts cost.
    public func report(
        planning budget: OutreachBudget = .calls(5), contactsAtMost: Int = 100, groundsAtMost: Int = 30
    ) throws(AnalysisError) -> NetworkReport {
        let next = nextContacts(first: contactsAtMost)
        return NetworkReport(
            asOf: asOf, next: next, grounds: next.contacts.prefix(groundsAtMost).compactMap(grounds),
            stalled: stalledThreads, plan: try outreachPlan(budget), chains: chains.filter { $0.yield > 0 },
            funnel: funnel, applications: applications, replies: replyRates)
    }

    private func grounds(of contact: NextContact) -> ContactGrounds? {
        guard let node = situation.index.node(of: contact.person) else { return nil }
        let reasons = ReasonBuilder(
            situation: situation, ranking: ranking, node: node, acquaintance: evidence)
        return ContactGrounds(
            person: contact.person, value: reasons.valueReasons(contact.worth),
            reply: reasons.replyReasons(contact.worth), replyBasis: reasons.basis,
            lineage: lineage(of: contact.person))
    }
}
