public import GraphAlgorithms
public import ReferralGraph

/// From identifiers to positions: person `i` of the network is node `i` of every graph made of it.
public struct NetworkIndex: Sendable {
    private let people: [PersonID: NodeID]
    private let companies: [CompanyID: Int]
    private let opportunities: [OpportunityID: Int]

    /// Indexes a network; of entities with the same identifier the first counts.
    /// - Complexity: O(number of entities).
    public init(_ network: ReferralNetwork) {
        people = Dictionary(
            zip(network.people.map(\.id), NodeID(0)...), uniquingKeysWith: { first, _ in first })
        companies = Dictionary(
            zip(network.companies.map(\.id), 0...), uniquingKeysWith: { first, _ in first })
        opportunities = Dictionary(
            zip(network.opportunities.map(\.id), 0...), uniquingKeysWith: { first, _ in first })
    }

    /// The node number of a person.
    public func node(of person: PersonID) -> NodeID? { people[person] }

    /// The position of a company.
    public func position(of company: CompanyID) -> Int? { companies[company] }

    /// The position of an opportunity.
    public func position(of opportunity: OpportunityID) -> Int? { opportunities[opportunity] }
}
