public import ReferralGraph

/// What a user types to name a company: an id, its name, an alias, or whole words of one of them in order.
///
/// Legal forms and punctuation do not count; a part of a word never does: see ``ReferralGraph/CompanyName``.
public struct CompanyQuery: Sendable {
    private let text: String

    /// Makes a query.
    public init(_ text: String) { self.text = text }

    /// Looks for the company.
    /// - Complexity: O(companies).
    public func match(
        in network: ReferralNetwork, looseness: NameLooseness = .words
    ) -> NameMatch<Company> {
        Self.matches([text], in: network, looseness: looseness)[0]
    }

    /// Looks for the companies that many texts name, as for each alone.
    /// - Complexity: O(companies), and for each text O(companies that share a word with it); where there are none, O(companies).
    public static func matches(
        _ texts: [String], in network: ReferralNetwork, looseness: NameLooseness = .words
    ) -> [NameMatch<Company>] {
        NameMatcher(
            candidates: network.companies.map {
                .init(entity: $0, id: $0.id, companies: [$0.name] + $0.aliases)
            }
        ).matches(texts, looseness: looseness)
    }
}
