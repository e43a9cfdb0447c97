public import ReferralGraph

/// What a user types to name an opportunity: an id, or words of its title, its company, its department and the names
/// of those who took part, such as `account acme` or `dan`.
public struct OpportunityQuery: Sendable {
    private let text: String

    /// Makes a query.
    public init(_ text: String) { self.text = text }

    /// Looks for the opportunity; of several the only one that is still open, if there is just one.
    /// - Complexity: O(opportunities x participants + people + companies).
    public func match(
        in network: ReferralNetwork, looseness: NameLooseness = .words
    ) -> NameMatch<Opportunity> {
        let companies = Dictionary(network.companies.map { ($0.id, [$0.name] + $0.aliases) }) { first, _ in
            first
        }
        let people = Dictionary(network.people.map { ($0.id, $0.name) }) { first, _ in first }
        let matcher = NameMatcher(
            candidates: network.opportunities.map { role in
                let others = [role.department] + role.participants.map { people[$0.person] }
                return .init(
                    entity: role, id: role.id, names: [role.title] + others.compactMap(\.self),
                    companies: companies[role.company] ?? [])
            })
        let match = matcher.match(text, looseness: looseness)
        guard case .several(let roles) = match else { return match }
        let open = roles.filter(\.isLive)
        return open.count == 1 ? .one(open[0].id) : match
    }
}
