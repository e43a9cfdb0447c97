import Playbook
import ReferralAnalysis
import ReferralGraph

/// Who is shown in a picture that cannot show everybody.
struct PeopleSelection {
    /// In the order of the network; the seeker is not among them.
    let shown: [PersonID]
    /// The others, in the order of the network.
    let folded: [PersonID]
    /// How many of the people the picture is about are left out.
    let omittedCount: Int

    /// Takes people by how much they matter now, each with the chain that leads to them, until the picture is full.
    ///
    /// First the head of the call list, then stalled threads, then those who decided about an opportunity, then
    /// both ends of referrals, then stars, then the rest by value.
    init(
        _ analysis: NetworkAnalysis, ways: WaysIn, standings: [PersonID: OpportunityStanding],
        stalled: [PersonID: StalledThread], options: DrawingOptions
    ) {
        let network = analysis.network
        let everybody = network.people.map(\.id).filter { $0 != network.seeker }
        let pool = Self.pool(analysis, ways: ways, standings: standings, stalled: stalled, options.scope)
        guard everybody.count > options.everybodyUpTo || pool != nil else {
            shown = everybody
            folded = []
            omittedCount = 0
            return
        }
        let byValue = network.people.filter { $0.id != network.seeker }
            .map { (id: $0.id, isStar: $0.isStar, value: analysis.value(of: $0.id)) }
            .enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }.map(
                \.element)
        let order: [PersonID] =
            analysis.nextContacts(first: max(options.badgesAtMost, options.narrowsTo / 3)).contacts.map(
                \.person)
            + byValue.filter { standings[$0.id]?.offer != nil || standings[$0.id]?.rejection != nil }.map(
                \.id)
            + byValue.filter { stalled[$0.id] != nil }.map(\.id)
            + byValue.filter { ways.referral(to: $0.id) != nil }.map(\.id)
            + byValue.filter(\.isStar).map(\.id) + byValue.map(\.id)
        var chosen: Set<PersonID> = []
        let limit = max(options.narrowsTo, pool == nil ? 0 : min(options.everybodyUpTo, everybody.count))
        for person in order where !chosen.contains(person) && pool?.contains(person) ?? true {
            let group = ([person] + ways.ancestors(of: person)).filter { !chosen.contains($0) }
            if chosen.count + group.count <= limit { chosen.formUnion(group) }
            if chosen.count >= limit { break }
        }
        shown = everybody.filter(chosen.contains)
        folded = everybody.filter { !chosen.contains($0) }
        omittedCount = pool.map { $0.subtracting(chosen).count } ?? folded.count
    }

    /// The people the picture is about; `nil` for everybody.
    private static func pool(
        _ analysis: NetworkAnalysis, ways: WaysIn, standings: [PersonID: OpportunityStanding],
        stalled: [PersonID: StalledThread], _ scope: DrawingOptions.Scope
    ) -> Set<PersonID>? {
        switch scope {
        case .everybody: return nil
        case .people(let people): return people
        case .around(let person, let steps): return Set(analysis.people(within: steps, of: person))
        case .top(let count): return Set(analysis.nextContacts(first: max(1, count)).contacts.map(\.person))
        case .only(let traits):
            var pool: Set<PersonID> = []
            let network = analysis.network
            if traits.contains(.due) {
                pool.formUnion(analysis.nextContacts.contacts.filter(\.isDue).map(\.person))
            }
            if traits.contains(.stalled) { pool.formUnion(stalled.keys) }
            if traits.contains(.referral) { pool.formUnion(network.referrals.flatMap { [$0.from, $0.to] }) }
            for (person, standing) in standings {
                if traits.contains(.offer), standing.offer != nil { pool.insert(person) }
                if traits.contains(.rejected), standing.rejection != nil { pool.insert(person) }
            }
            if traits.contains(.star) { pool.formUnion(network.people.filter(\.isStar).map(\.id)) }
            return pool
        }
    }
}
