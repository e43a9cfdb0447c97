import DateLiterals
import ReferralGraph
import Testing

@testable import NetworkRedaction

@Suite("As much of a network as someone may see")
struct LimitedNetworkTests {
    private let network = ReferralNetwork(
        title: "Search", summary: "secret", seeker: "me",
        people: [
            Person(id: "me", name: "Mia Lund"),
            Person(
                id: "ann", name: "Ann Berg", employments: [Employment(company: "acme")],
                observations: ["secret", "secret"], notBefore: "2026-05-01", notBeforeReason: "secret",
                tags: ["mentor"], away: [Absence(from: "2026-05-01", to: "2026-05-02", note: "secret")]),
            Person(id: "bo", name: "Bo Quist", employments: [Employment(company: "mill")]),
        ],
        companies: [
            Company(id: "acme", name: "Acme"), Company(id: "mill", name: "Mill"),
            Company(id: "tarn", name: "Tarn", priority: .a),
        ],
        ties: [
            Tie(from: "ann", to: "bo", how: "secret"), Tie(from: "me", to: "ann", how: "secret"),
        ],
        referrals: [Referral(from: "ann", to: "bo", given: "2026-04-01", note: "secret")],
        interactions: [
            Interaction(
                date: "2026-04-01", people: ["ann", "bo"], channel: .call, direction: .mutual,
                subject: "Lunch with Bo Quist", note: "secret"),
            Interaction(date: "2026-04-02", people: ["bo"], channel: .call, direction: .mutual),
        ])

    @Test("Notes go, and that there are any stays where a rule asks for it")
    func notes() {
        let shown = network.withoutNotes()
        #expect(!"\(shown)".contains("secret"))
        #expect(shown.people[1].observations == [ReferralNetwork.hiddenNote])
        #expect(shown.people[1].notBefore == network.people[1].notBefore)
        #expect(shown.people[2].observations == [])
        #expect(shown.interactions[0].subject == "Lunch with Bo Quist")
    }

    @Test("A redacted network has as many steps to write down")
    func redacted() {
        #expect(network.redacted().people.map(\.observations) == [[], ["left out"], []])
    }

    @Test("Who is not kept is nowhere, not in texts either; what concerns others stays")
    func people() {
        let shown = network.keeping(["ann"])
        #expect(shown.people.map(\.id) == ["me", "ann"])
        #expect(shown.companies.map(\.id) == ["acme", "tarn"])
        #expect(shown.ties.map(\.to) == ["ann"])
        #expect(shown.referrals == [])
        #expect(shown.interactions.map(\.people) == [["ann"]])
        #expect(!"\(shown)".contains("Quist"))
        #expect(shown.people.map(\.isConfidential) == [false, false])
        #expect(network.keeping(["ann", "bo"]).people == network.people)
    }
}
