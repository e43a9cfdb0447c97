public import ReferralGraph

/// Whose interactions an edit reads.
public struct InteractionScope: Sendable, Equatable {
    /// Those with one of these.
    public var people: Set<PersonID>
    /// Those about one of these.
    public var opportunities: Set<OpportunityID>
    /// These themselves.
    var interactions: Set<InteractionID> = []

    /// Makes a scope.
    public init(people: Set<PersonID>, opportunities: Set<OpportunityID>) {
        self.people = people
        self.opportunities = opportunities
    }

    /// The scope with the interactions that referrals refer to; `nil` where an identifier could be written in other bytes that
    /// say the same: then all interactions are read.
    func complete(in network: ReferralNetwork) -> InteractionScope? {
        var scope = self
        scope.interactions = Set(network.referrals.compactMap(\.interaction))
        let texts = [people.map(\.text), opportunities.map(\.text), scope.interactions.map(\.text)]
        return texts.joined().allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } } ? scope : nil
    }

    /// Whether it takes in all that another one does.
    public func covers(_ other: InteractionScope) -> Bool {
        other.people.isSubset(of: people) && other.opportunities.isSubset(of: opportunities)
    }
}

/// What an edit reads of the interactions, when it need not be all.
public struct EditConcern<Answer> {
    /// Told by the network without its interactions; `nil` when all are needed.
    let before: (ReferralNetwork) throws -> InteractionScope?
    /// The scope the edit turned out to need. If that is more than was read, the edit is made again with the whole network.
    let after: (Answer, ReferralNetwork) -> InteractionScope?

    /// Makes a concern.
    public init(
        before: @escaping (ReferralNetwork) throws -> InteractionScope?,
        after: @escaping (Answer, ReferralNetwork) -> InteractionScope?
    ) {
        self.before = before
        self.after = after
    }

    /// Whether what was read of the interactions was enough for an edit.
    ///
    /// The interactions that were not read lie between the ones that were. So a new one must come after all of them, replace
    /// none, and have no identifier, which one of them may already have.
    func isMet(by recorded: Recorded<Answer>, in scope: InteractionScope, of stored: StoredNetwork) -> Bool {
        guard let needed = after(recorded.answer, recorded.network), scope.covers(needed) else {
            return false
        }
        let known = Set(stored.network.interactions.compactMap(\.id))
        for interaction in recorded.network.interactions {
            if let id = interaction.id, !known.contains(id) { return false }
        }
        var (isAdded, isRemoved) = (false, false)
        for change in recorded.changes where change.kind == .interaction {
            switch (change.before, change.after) {
            case (nil, let after?):
                if after.position <= stored.lastInteraction { return false }
                isAdded = true
            case (_?, nil): isRemoved = true
            case (let before?, let after?): if after.position != before.position { return false }
            case (nil, nil): break
            }
        }
        return !(isAdded && isRemoved)
    }
}
