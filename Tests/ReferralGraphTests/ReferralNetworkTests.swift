import ReboundTestSupport
import ReferralGraph
import Testing

@Suite struct ReferralNetworkTests {
    private let limit = Timestamp(CalendarDay("2026-03-10")!)
    private let before = CalendarDay("2026-03-10")!
    private let after = CalendarDay("2026-03-11")!

    @Test func knowsNothingOfWhatCameLater() {
        func interaction(_ id: InteractionID, _ date: CalendarDay, kept: CalendarDay?) -> Interaction {
            Interaction(
                id: id, date: Timestamp(date), people: ["dan"], channel: .email, direction: .mutual,
                promise: Promise(by: .them, kind: .other, what: "call", kept: kept))
        }
        func network(_ days: [CalendarDay], _ steps: CalendarDay?, _ talks: [Interaction]) -> ReferralNetwork
        {
            ReferralNetwork(
                seeker: "me",
                people: [
                    Person(id: "me", name: "Mia"),
                    Person(
                        id: "dan", name: "Dan",
                        employments: [Employment(company: "acme", from: before, to: after)],
                        signals: days.map { Signal(kind: .growth, date: $0) }),
                ],
                companies: [
                    Company(id: "acme", name: "Acme", signals: days.map { Signal(kind: .layoffs, date: $0) })
                ],
                opportunities: [
                    Opportunity(
                        id: "job", title: "Lead", company: "acme",
                        stages: days.map { StageEvent(stage: .applied, date: Timestamp($0)) },
                        feedback: days.map { Feedback(date: $0, text: "x") })
                ],
                ties: [Tie(from: "me", to: "dan", since: nil, lastContact: steps)]
                    + days.map { Tie(from: "me", to: "dan", since: $0) },
                referrals: [
                    Referral(from: "dan", to: "me", promised: before, given: steps, used: steps, met: steps)
                ],
                interactions: talks, holidays: [before, after])
        }
        let all = network(
            [before, after], after,
            [
                interaction("a", before, kept: before), interaction("b", before, kept: after),
                interaction("c", after, kept: nil),
            ])
        let known = network(
            [before], nil, [interaction("a", before, kept: before), interaction("b", before, kept: nil)])
        #expect(all.known(at: limit) == known)
        #expect(all.known(at: Timestamp(after)) == all)
    }

    @Test func referralsWithoutAnyStepYetAreUnknown() {
        var network = ReferralNetwork(seeker: "me", people: [])
        network.referrals = [Referral(from: "a", to: "b", given: after, declined: after)]
        #expect(network.known(at: limit).referrals.isEmpty)
    }

    @Test func aReferralForgetsTheTalkThatIsNotKnownYet() {
        var network = ReferralNetwork(seeker: "me", people: [])
        network.interactions = [
            Interaction(id: "talk", date: Timestamp(after), people: ["a"], channel: .call, direction: .mutual)
        ]
        network.referrals = [Referral(from: "a", to: "b", given: before, interaction: "talk")]
        #expect(network.known(at: limit).referrals.map(\.interaction) == [nil])
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func whatIsKnownIsValidAndDoesNotGrow(seed: UInt64) {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network()
        let limit = Timestamp(CalendarDay(number: 18_000 + Int(seed) * 50))
        let known = network.known(at: limit)
        #expect(network.issues().isEmpty)
        #expect(known.issues(asOf: limit).isEmpty)
        #expect(known.known(at: limit) == known)
        #expect(network.known(at: Timestamp(CalendarDay(number: 30_000))) == network)
    }
}
