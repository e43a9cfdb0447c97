import Playbook
import RankingModel
public import ReferralGraph

/// What the seeker looks for, what sources propose, and what has not been said.
public struct SearchGoal: Sendable, Equatable, Codable {
    /// The companies with a priority: by priority, then in the order of the network.
    public var companies: [WantedCompany]
    /// Titles.
    public var roles: [String]
    /// Parts of a company.
    public var departments: [String]
    /// Cities or regions.
    public var places: [String]
    /// What sources propose and the seeker has not decided on, in the order in which it came.
    public var proposals: [Proposal]

    /// A company that the seeker wants to work at.
    public struct WantedCompany: Sendable, Equatable, Codable {
        /// Which one.
        public var company: CompanyID
        /// Its name.
        public var name: String
        /// How much.
        public var priority: Company.Priority
        /// How many people of the network work there, the seeker left out.
        public var peopleCount: Int
        /// How many of them the seeker knows.
        public var contactCount: Int
        /// The names on the likeliest path to someone there, that person last; empty when no path is known.
        public var path: [String]
        /// How likely that path is; `nil` without one.
        public var probability: Double?
    }

    /// What a source proposes.
    public struct Proposal: Sendable, Equatable, Codable {
        /// What it is.
        public var kind: Target.Kind
        /// The company, role, department or place.
        public var name: String
        /// What makes it a proposal.
        public var source: String?
        /// The day of which the source speaks.
        public var date: CalendarDay?
    }

    /// Whether the seeker has not said where they want to work, as what, nor in which place.
    public var isBlank: Bool {
        companies.isEmpty && roles.isEmpty && departments.isEmpty && places.isEmpty
    }
}

extension NetworkAnalysis {
    /// The seeker's goal.
    /// - Complexity: O(people + ties + companies + targets).
    public var searchGoal: SearchGoal {
        guard let map = introductionMap else { preconditionFailure("validated when the analysis was made") }
        let staff = staffByCompany
        let chains = map.chainsToEverybody()
        let companies = network.companies.compactMap { company in
            company.priority.map { priority in
                let people = staff[company.id] ?? []
                let chain = chains.best(to: people.filter { !map.isClosed[Int($0)] }).map(map.chain)
                return SearchGoal.WantedCompany(
                    company: company.id, name: company.name, priority: priority, peopleCount: people.count,
                    contactCount: people.count { ranking.projection.isContact[Int($0)] },
                    path: chain?.nodes.dropFirst().map { situation.person($0).name } ?? [],
                    probability: chain?.probability)
            }
        }
        return SearchGoal(
            companies: companies.stablySorted { $0.priority.rawValue },
            roles: network.wanted(.role), departments: network.wanted(.department),
            places: network.wanted(.place),
            proposals: network.proposedTargets.map {
                SearchGoal.Proposal(kind: $0.kind, name: $0.name, source: $0.source, date: $0.date)
            })
    }
}
