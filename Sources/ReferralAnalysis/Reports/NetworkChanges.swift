import GraphAlgorithms
import Playbook
public import ReferralGraph

/// What has changed between the seeker and people since an earlier day.
public struct NetworkChanges: Sendable, Hashable, Codable {
    /// The earlier day; what happened later counts.
    public var since: CalendarDay
    /// In the order of the network, at most one a person: the most telling.
    public var changes: [PersonChange]

    /// How many changes are of a kind.
    public func count(of kind: PersonChange.Kind) -> Int { changes.count { $0.kind == kind } }
}

/// What has changed between the seeker and one person.
public struct PersonChange: Sendable, Hashable, Codable {
    /// Who.
    public var person: PersonID
    /// What kind of change.
    public var kind: Kind
    /// The day of it.
    public var day: CalendarDay
    /// In words, without a full stop.
    public var words: String

    /// What can change, the most telling first.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// They made an offer.
        case offer
        /// They said no.
        case rejected
        /// They were not known to the seeker, or were out of reach.
        case new
        /// Their thread has stalled.
        case stalled
        /// They spoke.
        case warmer
    }
}

extension NetworkAnalysis {
    /// What has changed since the end of a day.
    ///
    /// - Parameter day: Before the day looked from.
    /// - Throws: ``AnalysisError``.
    /// - Complexity: That of an analysis, for the earlier day is analysed, too.
    public func changes(since day: CalendarDay) throws(AnalysisError) -> NetworkChanges {
        let earlier = try NetworkAnalysis(
            of: network, asOf: Timestamp(day), policy: policy, isQuiet: situation.isQuiet)
        let stalledBefore = Set(earlier.stalledThreads.threads.map(\.person))
        let stalledNow = Dictionary(
            stalledThreads.threads.filter { $0.kind != .closed && $0.step != nil }.map { ($0.person, $0) },
            uniquingKeysWith: { first, _ in first })
        var decisions: [PersonID: PersonChange] = [:]
        for opportunity in network.opportunities {
            for stage in opportunity.stages where stage.date.day > day {
                let kind: PersonChange.Kind? =
                    switch stage.stage {
                    case .offer, .accepted: .offer
                    case .rejected: .rejected
                    default: nil
                    }
                guard let kind else { continue }
                let managers = opportunity.participants.filter { $0.role == .hiringManager }.map(\.person)
                for person in stage.people.isEmpty ? managers : stage.people {
                    let words =
                        kind == .offer ? (stage.stage == .accepted ? "Offer accepted" : "Offer") : "No"
                    decisions[person] = PersonChange(
                        person: person, kind: kind, day: stage.date.day,
                        words: "\(words) for “\(opportunity.title)”")
                }
            }
        }
        let changes = network.people.compactMap { person -> PersonChange? in
            guard person.id != network.seeker, let node = situation.index.node(of: person.id) else {
                return nil
            }
            if let decision = decisions[person.id] { return decision }
            let isSilent = stalledNow[person.id] != nil
            if let change = arrival(of: person.id, node, since: day, earlier, isSilent: isSilent) {
                return change
            }
            if let thread = stalledNow[person.id], !stalledBefore.contains(person.id), let step = thread.step
            {
                return PersonChange(
                    person: person.id, kind: .stalled, day: step.due, words: step.action.what)
            }
            let touches = situation.history.touches(with: node).filter { $0.day > day }
            guard let word = touches.last(where: \.direction.hasTheirWord) ?? touches.last else { return nil }
            let verb =
                switch word.direction {
                case .mutual: "You talked"
                case .incoming: "They wrote"
                case .outgoing: "You wrote"
                }
            return PersonChange(person: person.id, kind: .warmer, day: word.day, words: verb)
        }
        return NetworkChanges(since: day, changes: changes)
    }

    /// How someone came in after a day.
    private func arrival(
        of person: PersonID, _ node: NodeID, since day: CalendarDay, _ earlier: NetworkAnalysis,
        isSilent: Bool
    ) -> PersonChange? {
        let referrals = situation.referrals(to: node)
        if !earlier.isContact(person), !referrals.contains(where: { $0.firstDate.map { $0 <= day } ?? true }),
            let referral = referrals.first(where: { $0.firstDate.map { $0 > day } ?? false }),
            let date = referral.firstDate
        {
            let referrer = situation.index.node(of: referral.from).map(situation.firstName)
            return PersonChange(
                person: person, kind: .new, day: date,
                words: (isSilent ? "Silent since " : "")
                    + "\(referrer ?? referral.from.text) pointed you to them")
        }
        guard isContact(person), !earlier.isContact(person), referrals.isEmpty,
            let first = situation.history.touches(with: node).first
        else { return nil }
        return PersonChange(
            person: person, kind: .new, day: first.day,
            words: isSilent ? "Silent since the first contact" : "First contact")
    }

    /// Everybody within so many acquaintances of a person, the person included, the seeker left out and not passed
    /// through; in the order of the network. Empty for someone not in the network.
    /// - Complexity: O(people + ties).
    public func people(within steps: Int, of person: PersonID) -> [PersonID] {
        guard let start = situation.index.node(of: person) else { return [] }
        let (graph, seeker) = (ranking.projection.graph, ranking.projection.seeker)
        var isReached = [Bool](repeating: false, count: graph.nodeCount)
        isReached[Int(start)] = true
        var border = [start]
        for _ in 0..<max(0, steps) {
            var next: [NodeID] = []
            for node in border {
                for other in graph.successors(of: node) where other != seeker && !isReached[Int(other)] {
                    isReached[Int(other)] = true
                    next.append(other)
                }
            }
            if next.isEmpty { break }
            border = next
        }
        return graph.nodes.filter { isReached[Int($0)] && $0 != seeker }.map(situation.id(of:))
    }
}
