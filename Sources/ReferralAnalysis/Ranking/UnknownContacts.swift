import GraphAlgorithms
public import Playbook
public import ReferralGraph

/// People who could be called, and who are known by name and work only: never in touch, nothing in
/// common, no tie beyond a connection.
///
/// Lists for reading name the first of them in one line, so that they do not push out people the seeker knows.
public struct UnknownContacts: Sendable, Equatable, Codable {
    /// How many there are, at least 2.
    public var count: Int
    /// How many of them work at a company with a priority.
    public var wantedCount: Int
    /// The first of them in the call list, two at the most.
    public var first: [Contact]
    /// What to do about each of the first, where it is the same.
    public var action: DueStep.Action?

    /// One of them.
    public struct Contact: Sendable, Equatable, Codable {
        /// Who.
        public var person: PersonID
        /// The person's name.
        public var name: String
        /// The current employer's name.
        public var company: String?
    }
}

/// Tells who is known by name and work only.
struct UnknownPeople: Sendable {
    private let situation: Situation
    private let ranking: ContactRanking
    /// Who the seeker is tied to by more than a connection.
    private let isClose: Set<PersonID>

    /// - Complexity: O(ties).
    init(_ situation: Situation, _ ranking: ContactRanking) {
        self.situation = situation
        self.ranking = ranking
        let seeker = situation.network.seeker
        isClose = Set(
            situation.network.ties.lazy.filter { tie in
                (tie.from == seeker || tie.to == seeker) && !tie.isInferred
                    && (tie.strength != nil || tie.how != nil || tie.lastContact != nil)
            }.map { $0.from == seeker ? $0.to : $0.from })
    }

    func contains(_ node: NodeID) -> Bool {
        let people = situation.network.people
        return !people[Int(node)].isStar && people[Int(node)].acquaintance == nil
            && people[Int(node)].observations.isEmpty && situation.history.byNode[Int(node)].isEmpty
            && ranking.sharedPasts[Int(node)].isEmpty
            && situation.opportunitiesByNode[Int(node)].isEmpty && situation.referralsTo[Int(node)].isEmpty
            && situation.referrals(from: node).isEmpty && !isClose.contains(people[Int(node)].id)
    }

    /// Whether someone works at a company with a priority.
    func isWanted(_ node: NodeID) -> Bool { situation.company(of: node)?.priority != nil }
}

extension CallList {
    /// The first rows with something due, and the first others the seeker knows something about.
    /// - Parameters:
    ///   - limit: How many rows of each at the most.
    ///   - total: How many rows at the most.
    /// - Complexity: O(people + rows log degree + steps).
    func shortReport(first limit: Int, total: Int) -> NextContacts {
        let unknown = Set(unknownPositions)
        let rows = shownRows
        let (due, others) = (rows.prefix(dueCount), rows.dropFirst(dueCount))
        return report(
            Array(
                (Array(due.prefix(limit)) + others.lazy.filter { !unknown.contains($0) }.prefix(limit))
                    .prefix(total)))
    }

    /// How many rows are there because a step is due; they come first.
    var dueCount: Int { shownRows.prefix { candidates[$0].due != nil }.count }

    /// The rows of people known by name and work only; none unless there are several.
    private var unknownPositions: [Int] {
        let positions = shownRows.dropFirst(dueCount).filter {
            unknownPeople.contains(candidates[$0].node)
        }
        return positions.count > 1 ? positions : []
    }

    var unknownContacts: UnknownContacts? {
        let positions = unknownPositions
        guard !positions.isEmpty else { return nil }
        let first = positions.prefix(2).map(contact(at:))
        return UnknownContacts(
            count: positions.count,
            wantedCount: positions.count { unknownPeople.isWanted(candidates[$0].node) },
            first: first.map { .init(person: $0.person, name: $0.name, company: $0.company) },
            action: first.allSatisfy { $0.action == first[0].action } ? first[0].action : nil)
    }
}
