public import ReferralGraph

extension ReferralNetwork {
    /// What stands where a note is not shown.
    public static var hiddenNote: String { "[note hidden]" }

    /// The network without what the seeker noted.
    ///
    /// Observations and feedback become ``hiddenNote``, because whether there are any decides what is due; all other notes
    /// go. Names, titles, subjects, and what was promised stay.
    /// - Complexity: O(size of the network).
    public func withoutNotes() -> ReferralNetwork {
        var network = self
        network.summary = nil
        for index in network.people.indices {
            if !network.people[index].observations.isEmpty {
                network.people[index].observations = [Self.hiddenNote]
            }
            network.people[index].notBeforeReason = nil
            network.people[index].away.removeNotes()
            network.people[index].signals.removeNotes()
        }
        for index in network.companies.indices {
            network.companies[index].notBeforeReason = nil
            network.companies[index].closed.removeNotes()
            network.companies[index].signals.removeNotes()
        }
        for index in network.opportunities.indices {
            network.opportunities[index].notBeforeReason = nil
            for place in network.opportunities[index].stages.indices {
                network.opportunities[index].stages[place].note = nil
            }
            for place in network.opportunities[index].feedback.indices {
                network.opportunities[index].feedback[place].text = Self.hiddenNote
            }
        }
        for index in network.ties.indices { network.ties[index].how = nil }
        for index in network.referrals.indices { network.referrals[index].note = nil }
        for index in network.interactions.indices { network.interactions[index].note = nil }
        return network
    }

    /// The network with only some of its people, the seeker among them, and without the names of the others in any text.
    ///
    /// Companies stay where one of those people is or was, where the seeker has a role, and where the seeker wants to be.
    /// - Complexity: O(size of the network x names of the others).
    public func keeping(_ kept: Set<PersonID>) -> ReferralNetwork {
        var network = self
        let shown = kept.union([seeker])
        for index in network.people.indices where !shown.contains(network.people[index].id) {
            network.people[index].isConfidential = true
        }
        // Who asked not to be named and is kept, is named here.
        for index in network.people.indices where shown.contains(network.people[index].id) {
            network.people[index].isConfidential = false
        }
        network = network.withoutConfidentialNames()
        let ids = Set(zip(people, network.people).filter { !shown.contains($0.0.id) }.map(\.1.id))
        for (index, original) in people.enumerated() where shown.contains(original.id) {
            network.people[index].isConfidential = original.isConfidential
        }
        let erasure = PersonErasure(ids: ids)
        network.people = network.people.compactMap(erasure.erased)
        network.opportunities = network.opportunities.map(erasure.erased)
        network.ties = network.ties.compactMap(erasure.erased)
        network.referrals = network.referrals.compactMap(erasure.erased)
        network.interactions = network.interactions.compactMap(erasure.erased)
        let wanted = Set(
            network.targets.lazy.filter { $0.kind == .company && $0.standing == .wanted }
                .map { CompanyName($0.name).key })
        let companies = Set(network.people.flatMap(\.employments).map(\.company))
            .union(network.opportunities.map(\.company))
        network.companies.removeAll { company in
            !companies.contains(company.id) && company.priority == nil
                && !wanted.contains(CompanyName(company.name).key)
        }
        return network
    }
}

extension [Absence] {
    fileprivate mutating func removeNotes() { for index in indices { self[index].note = nil } }
}

extension [Signal] {
    fileprivate mutating func removeNotes() { for index in indices { self[index].note = nil } }
}
