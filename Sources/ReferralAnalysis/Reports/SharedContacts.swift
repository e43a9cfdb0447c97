import GraphAlgorithms
import Playbook
import RankingModel
public import ReferralGraph

/// What one network brings to a coach’s run over many: where the seeker has no way in, and who they know where.
///
/// It holds no more than its ``sharing`` allows to be read: without names shared, no one’s name.
public struct SharedContacts: Sendable, Equatable, Codable {
    /// How far the seeker lets it be used; never ``ReferralGraph/Sharing/nothing``.
    public var sharing: Sharing
    /// The wanted companies at which the seeker knows no one who may be contacted, best first.
    public var wanted: [WantedCompany]
    /// The contacts who may be asked, a row for each employer, in the order of the network.
    public var known: [KnownContact]

    /// Makes it.
    public init(sharing: Sharing, wanted: [WantedCompany] = [], known: [KnownContact] = []) {
        (self.sharing, self.wanted, self.known) = (sharing, wanted, known)
    }

    /// A company that the seeker wants a way into.
    public struct WantedCompany: Sendable, Equatable, Codable {
        /// Its name, then other names.
        public var names: [String]
        /// How much the seeker wants to work there.
        public var priority: Company.Priority?
        /// The probability of the seeker’s own best introduction; `nil` without one.
        public var ownProbability: Double?

        /// Makes a company.
        public init(names: [String], priority: Company.Priority? = nil, ownProbability: Double? = nil) {
            (self.names, self.priority, self.ownProbability) = (names, priority, ownProbability)
        }
    }

    /// A contact at a company.
    public struct KnownContact: Sendable, Equatable, Codable {
        /// The company’s name, then other names.
        public var companies: [String]
        /// Whether they work there now.
        public var isCurrent: Bool
        /// Who; `nil` where names are not shared.
        public var details: Details?

        /// Makes a contact.
        public init(companies: [String], isCurrent: Bool, details: Details? = nil) {
            (self.companies, self.isCurrent, self.details) = (companies, isCurrent, details)
        }
    }

    /// Who a contact is, and how well the seeker knows them.
    public struct Details: Sendable, Equatable, Codable {
        /// The contact’s name.
        public var name: String
        /// Job title at the company.
        public var title: String?
        /// How likely the contact is to reply to the seeker, 0 to 1.
        public var replyProbability: Double
        /// The day of their last contact.
        public var lastContact: CalendarDay?

        /// Makes the details.
        public init(
            name: String, title: String? = nil, replyProbability: Double, lastContact: CalendarDay? = nil
        ) {
            (self.name, self.title) = (name, title)
            (self.replyProbability, self.lastContact) = (replyProbability, lastContact)
        }
    }
}

extension NetworkAnalysis {
    /// What the network brings to a coach’s run over many; `nil` when it shares nothing.
    ///
    /// Left out are people who are not to be contacted or asked not to be named, the seeker’s own colleagues, and those
    /// who turned the seeker down before an interview.
    /// - Complexity: O(people + ties + employments).
    public var sharedContacts: SharedContacts? {
        guard network.sharing != .nothing, let map = introductionMap else { return nil }
        let chains = map.chainsToEverybody()
        let staffNow = staffByCompany
        var shared = SharedContacts(sharing: network.sharing)
        shared.wanted = wantedCompanies.filter(\.company.isEmployer).compactMap { company, why in
            unreached(company, why, staffNow[company.id] ?? [], map, chains).map {
                SharedContacts.WantedCompany(
                    names: [company.name] + company.aliases, priority: company.priority,
                    ownProbability: $0.probability)
            }
        }
        let employers = network.companies.filter { $0.isEmployer && !$0.doNotContact }
        let staff = staff(of: Set(employers.map(\.id)))
        for company in employers {
            guard let found = staff[company.id] else { continue }
            for (people, isCurrent) in [(found.now, true), (found.before, false)] {
                for (node, job) in people where mayIntroduce(node, map) {
                    shared.known.append(
                        SharedContacts.KnownContact(
                            companies: [company.name] + company.aliases, isCurrent: isCurrent,
                            details: network.sharing == .named ? details(of: node, job) : nil))
                }
            }
        }
        return shared
    }

    private func mayIntroduce(_ node: NodeID, _ map: IntroductionMap) -> Bool {
        ranking.projection.isContact[Int(node)] && shows(situation.id(of: node))
            && !map.isClosed[Int(node)] && !map.isNoWay[Int(node)] && lastingHold(on: node) == nil
    }

    private func details(of node: NodeID, _ job: Employment) -> SharedContacts.Details {
        SharedContacts.Details(
            name: situation.person(node).name, title: job.title,
            replyProbability: ranking.replyProbability(of: node),
            lastContact: situation.history.lastTouch(with: node)?.day)
    }
}
