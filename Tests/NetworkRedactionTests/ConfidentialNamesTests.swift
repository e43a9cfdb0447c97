import DateLiterals
import Foundation
import NetworkFiles
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import NetworkRedaction

@Suite("People who asked not to be named")
struct ConfidentialNamesTests {
    private func network(isConfidential: Bool) -> ReferralNetwork {
        ReferralNetwork(
            title: "Nora Keller and others", seeker: "me",
            people: [
                Person(id: "me", name: "Me"),
                Person(
                    id: "nora-keller", name: "Nora Keller", otherNames: ["Norchen"],
                    emails: ["nora@example.com"], phones: ["555-0142"],
                    profileURL: "https://example.com/nora-keller",
                    employments: [Employment(company: "acme", title: "Assistant to Keller")],
                    isConfidential: isConfidential),
                Person(id: "ben", name: "Ben Ito", observations: ["Knows Nora well"]),
            ],
            companies: [Company(id: "acme", name: "Acme")],
            opportunities: [
                Opportunity(
                    id: "lead", title: "Lead", company: "acme",
                    stages: [
                        StageEvent(
                            stage: .interview, date: "2026-03-02", people: ["nora-keller"], note: "with Nora")
                    ],
                    participants: [Participant(person: "nora-keller", role: .hiringManager)],
                    feedback: [Feedback(date: "2026-03-05", from: "nora-keller", text: "Keller said no")])
            ],
            ties: [Tie(from: "ben", to: "nora-keller", how: "Norchen’s neighbor")],
            referrals: [Referral(from: "ben", to: "nora-keller", given: "2026-02-20", note: "NORA KELLER")],
            interactions: [
                Interaction(
                    date: "2026-03-03", people: ["nora-keller", "ben"], channel: .email, direction: .outgoing,
                    thread: "nora", subject: "For Nora", note: "write to nora@example.com",
                    promise: Promise(by: .them, kind: .introduction, what: "Nora introduces Ben"))
            ])
    }

    @Test("no byte of the file has a word of their names, and the advice is the same")
    func words() throws {
        let hidden = network(isConfidential: true).withoutConfidentialNames()
        let text = String(decoding: NetworkJSONWriter.bytes(of: hidden), as: UTF8.self).lowercased()
        for word in ["nora", "keller", "norchen", "555-0142"] { #expect(!text.contains(word), "\(word)") }
        #expect(hidden.people.map(\.name) == ["Me", "Unnamed contact", "Ben Ito"])
        #expect(hidden.issues(asOf: "2026-04-01") == [])
        let before = try NetworkAnalysis(of: network(isConfidential: true), asOf: "2026-04-01")
        let after = try NetworkAnalysis(of: hidden, asOf: "2026-04-01")
        #expect(before.nextContacts.contacts.map(\.rules) == after.nextContacts.contacts.map(\.rules))
    }

    @Test("without such a person nothing changes")
    func nothing() {
        let network = network(isConfidential: false)
        #expect(network.withoutConfidentialNames() == network)
    }

    @Test("any network stays valid, and its people in their order", arguments: 0..<20 as Range<UInt64>)
    func validity(seed: UInt64) {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network()
        let hidden = network.withoutConfidentialNames()
        #expect(hidden.issues(asOf: nil).count == network.issues(asOf: nil).count)
        #expect(hidden.people.count == network.people.count)
        for (before, after) in zip(network.people, hidden.people)
        where before.isConfidential && before.id != network.seeker {
            #expect(after.name.hasPrefix("Unnamed contact") && after.id.text.hasPrefix("unnamed-"))
        }
    }
}
