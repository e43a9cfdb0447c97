import ArgumentParser
import ReferralGraph
import Workspace

/// What the shell completes names with: the ids of the user's own network, which are names as one types them.
enum NameCompletion {
    static let people = completion { $0.people.map(\.id.text) }
    static let companies = completion { $0.companies.map(\.id.text) }
    static let tags = completion { $0.tagCounts.map(\.tag.text) }
    static let opportunities = completion { $0.opportunities.map(\.id.text) }
    static let peopleAndCompanies = completion { $0.people.map(\.id.text) + $0.companies.map(\.id.text) }

    static let all = completion {
        $0.people.map(\.id.text) + $0.companies.map(\.id.text) + $0.opportunities.map(\.id.text)
    }

    /// Nothing is completed, and nothing said, when there is no network to complete from.
    private static func completion(_ names: @escaping @Sendable (ReferralNetwork) -> [String])
        -> CompletionKind
    {
        .custom { words, _, _ in
            let database = words.firstIndex(of: "--db").flatMap { index in
                index + 1 < words.count ? words[index + 1] : nil
            }
            guard
                let source = try? NetworkSource(
                    file: nil, database: database, environment: Terminal.environment),
                let network = try? OpenedNetwork.network(of: source, asOf: Terminal.now())
            else { return [] }
            return names(network)
        }
    }
}
