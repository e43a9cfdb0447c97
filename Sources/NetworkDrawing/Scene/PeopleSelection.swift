import ReferralAnalysis
import ReferralGraph

/// Who is shown in a picture that cannot show everybody.
struct PeopleSelection {
    /// In the order of the network; the seeker is not among them.
    let shown: [PersonID]
    /// The others, in the order of the network.
    let folded: [PersonID]

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
        guard everybody.count > options.everybodyUpTo else {
            shown = everybody
            folded = []
            return
        }
        let limit = options.narrowsTo
        let byValue = network.people.filter { $0.id != network.seeker }
            .map { (id: $0.id, isStar: $0.isStar, value: analysis.value(of: $0.id)) }
            .enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }.map(
                \.element)
        let order: [PersonID] =
            analysis.nextContacts(first: max(options.badgesAtMost, limit / 3)).contacts.map(\.person)
            + byValue.filter { standings[$0.id]?.offer != nil || standings[$0.id]?.rejection != nil }.map(
                \.id)
            + byValue.filter { stalled[$0.id] != nil }.map(\.id)
            + byValue.filter { ways.referral(to: $0.id) != nil }.map(\.id)
            + byValue.filter(\.isStar).map(\.id) + byValue.map(\.id)
        var chosen: Set<PersonID> = []
        for person in order where !chosen.contains(person) {
            let group = ([person] + ways.ancestors(of: person)).filter { !chosen.contains($0) }
            if chosen.count + group.count <= limit { chosen.formUnion(group) }
            if chosen.count >= limit { break }
        }
        shown = everybody.filter(chosen.contains)
        folded = everybody.filter { !chosen.contains($0) }
    }
}
