import GraphAlgorithms
import Playbook
public import ReferralGraph

/// Everything known about one company: who is there, who of them is reached, what may open, and what is missing.
public struct CompanyProfile: Sendable, Equatable, Codable {
    /// Which one.
    public var company: CompanyID
    /// Its name.
    public var name: String
    /// How much the seeker wants to work there.
    public var priority: Company.Priority?
    /// Whether a referrer earns a bonus; `nil` when unknown.
    public var hasReferralProgramme: Bool?
    /// Who works there now: those the seeker is in touch with first, then by what a call is worth.
    public var people: [Colleague]
    /// Who used to work there, in the order of the network.
    public var formerPeople: [Colleague]
    /// The opportunities there, the latest first.
    public var opportunities: [RecordedOpportunity]
    /// News about the company, newest first.
    public var signals: [RecordedSignal]
    /// What stands between the seeker and the company, in words.
    public var gaps: [String]

    /// Someone who works at the company.
    public struct Colleague: Sendable, Equatable, Codable {
        /// Who.
        public var person: PersonID
        /// The person's name.
        public var name: String
        /// Job title.
        public var title: String?
        /// The part of the company.
        public var department: String?
        /// Rapport was best with this one.
        public var isStar: Bool
        /// Whether the seeker is in touch with them.
        public var isContact: Bool
        /// The day of the last contact.
        public var lastContact: CalendarDay?
        /// The rank in the call list.
        public var rank: Int?
        /// What a call is worth.
        public var value: Double
        /// For someone the seeker is not in touch with: the contacts who know them.
        public var knownBy: [PersonID]
    }
}

extension NetworkAnalysis {
    /// Everything known about one company; `nil` for one not in the network.
    /// - Complexity: O(people + ties of those at the company).
    public func profile(of company: CompanyID) -> CompanyProfile? {
        guard let position = situation.index.position(of: company) else { return nil }
        let record = network.companies[position]
        let ranks = Dictionary(nextContacts.contacts.map { ($0.person, $0.rank) }) { first, _ in first }
        let staff = staff(of: [company])[company] ?? Staff()
        let people = staff.now.map { colleague($0.node, $0.job, ranks) }
        var profile = CompanyProfile(
            company: company, name: record.name, priority: record.priority,
            hasReferralProgramme: record.hasReferralProgramme,
            people: people.enumerated().sorted { left, right in
                let (a, b) = (left.element, right.element)
                if a.isContact != b.isContact { return a.isContact }
                return a.value != b.value ? a.value > b.value : left.offset < right.offset
            }.map(\.element),
            formerPeople: staff.before.map { colleague($0.node, $0.job, ranks) },
            opportunities: network.opportunities.filter { $0.company == company }.map { recorded($0) }
                .latestFirst(\.since),
            signals: record.signals.map(RecordedSignal.init).latestFirst(\.date), gaps: [])
        profile.gaps = gaps(in: profile)
        return profile
    }

    private func colleague(
        _ node: NodeID, _ job: Employment, _ ranks: [PersonID: Int]
    ) -> CompanyProfile.Colleague {
        let person = situation.person(node)
        let isContact = ranking.projection.isContact[Int(node)]
        let introducers =
            isContact
            ? []
            : ranking.projection.graph.successors(of: node).filter {
                ranking.projection.isContact[Int($0)] && $0 != ranking.projection.seeker
            }
        return CompanyProfile.Colleague(
            person: person.id, name: person.name, title: job.title, department: job.department,
            isStar: person.isStar, isContact: isContact,
            lastContact: situation.history.lastTouch(with: node)?.day, rank: ranks[person.id],
            value: value(of: person.id), knownBy: introducers.map { situation.id(of: $0) })
    }

    /// What is missing, the gravest first.
    private func gaps(in profile: CompanyProfile) -> [String] {
        var gaps: [String] = []
        let reached = profile.people.filter(\.isContact)
        if profile.people.isEmpty {
            gaps.append("no one there is in your network")
        } else if reached.isEmpty {
            let canBeAsked = profile.people.contains { !$0.knownBy.isEmpty }
            gaps.append(
                "you are in touch with no one there"
                    + (canBeAsked ? "; someone you know can introduce you" : ", and no one you know is"))
        } else if !reached.contains(where: \.isStar) {
            gaps.append("no star there")
        }
        let openings = profile.signals.filter { signal in
            signal.kind == .openingPosted && asOf.day - signal.date <= policy.playbook.openingIsNewsForDays
        }
        for opening in openings {
            guard let department = opening.department,
                !reached.contains(where: { $0.department == department })
            else { continue }
            gaps.append(
                "no one you are in touch with works in \(department), where "
                    + (opening.title.map { "“\($0)”" } ?? "a role") + " is open")
        }
        if profile.priority == nil { gaps.append("no priority set") }
        if profile.hasReferralProgramme == nil, !profile.people.isEmpty {
            gaps.append("not known whether it pays referrers")
        }
        return gaps
    }
}
