public import ReferralGraph

/// What a user types to name a company: an id, a name, or a part of a name, as for ``PersonQuery``.
public struct CompanyQuery: Sendable {
    private let text: String

    /// Makes a query.
    public init(_ text: String) { self.text = text }

    /// Looks for the company.
    /// - Complexity: O(companies).
    public func match(in network: ReferralNetwork) -> NameMatch<Company> {
        match(in: network, looseness: .anyPart)
    }

    func match(in network: ReferralNetwork, looseness: NameLooseness) -> NameMatch<Company> {
        NameMatcher(candidates: network.companies.map { .init(entity: $0, id: $0.id, names: [$0.name]) })
            .match(text, looseness: looseness)
    }
}
