import DateLiterals
import NetworkEditing
import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import Testing

@Suite("Merging two entries, and keeping them apart")
struct PeopleMergeTests {
    private let day = ("2026-03-01" as CalendarDay)

    private var network: ReferralNetwork {
        ReferralNetwork(
            seeker: "me",
            people: [
                Person(id: "me", name: "Mia Brand"),
                Person(
                    id: "ann", name: "Ann Hale", emails: ["ann@example.com"],
                    profileURL: "https://ann.example/me",
                    employments: [Employment(company: "acme", title: "Engineer", confirmed: day)],
                    observations: ["Likes boats"]),
                Person(id: "bob", name: "Bob Ortiz", distinctFrom: ["hale"]),
                Person(
                    id: "hale", name: "Ann Ortiz", otherNames: ["Annie"],
                    emails: ["ANN@example.com", "a@example.org"],
                    phones: ["+1 617 555-0115"], profileURL: "https://www.linkedin.com/in/ann",
                    timeZone: "UTC",
                    employments: [
                        Employment(company: "acme", title: "Lead", from: day + -900, confirmed: day + 9),
                        Employment(company: "acme", from: day + -2000, to: day + -1000),
                    ], isStar: true, observations: ["Likes boats", "Has a dog"], directReports: 3,
                    doNotContact: true,
                    signals: [Signal(kind: .reportLeaving, date: day)], distinctFrom: ["bob"]),
            ],
            companies: [Company(id: "acme", name: "Acme")],
            opportunities: [
                Opportunity(
                    id: "job", title: "Lead", company: "acme",
                    stages: [
                        StageEvent(stage: .interview, date: Timestamp(day), people: ["ann", "hale", "bob"])
                    ],
                    participants: [
                        Participant(person: "ann", role: .interviewer),
                        Participant(person: "hale", role: .interviewer),
                        Participant(person: "hale", role: .hiringManager),
                    ],
                    feedback: [Feedback(date: day, from: "hale", text: "Nice")])
            ],
            ties: [
                Tie(from: "me", to: "ann", how: "Studied together", since: day, isInferred: false),
                Tie(from: "hale", to: "me", strength: 0.5, how: "Guessed", since: day + -5, isInferred: true),
                Tie(from: "ann", to: "hale"), Tie(from: "hale", to: "bob", kind: .reportsTo),
                Tie(from: "bob", to: "ann"), Tie(from: "hale", to: "bob", lastContact: day),
            ],
            referrals: [
                Referral(from: "ann", to: "bob", given: day), Referral(from: "hale", to: "bob", given: day),
                Referral(from: "hale", to: "ann", given: day),
                Referral(from: "bob", to: "hale", given: day, interaction: "talk"),
            ],
            interactions: [
                Interaction(
                    id: "talk", date: Timestamp(day), people: ["hale", "bob", "ann"], channel: .call,
                    direction: .mutual)
            ])
    }

    @Test("Everything of the absorbed entry is the kept one's")
    func everything() throws {
        var network = network
        try mergePeople("ann", "hale", in: &network)
        #expect(network.issues() == [])
        #expect(network.people.map(\.id) == ["me", "ann", "bob"])
        let ann = network.people[1]
        #expect(ann.name == "Ann Hale" && ann.otherNames == ["Ann Ortiz", "Annie"])
        #expect(ann.emails == ["ann@example.com", "a@example.org"] && ann.phones == ["+1 617 555-0115"])
        #expect(ann.profileURL == "https://ann.example/me")
        #expect(ann.otherProfileURLs == ["https://www.linkedin.com/in/ann"])
        #expect(ann.timeZone == "UTC" && ann.isStar && ann.doNotContact && ann.directReports == 3)
        #expect(ann.observations == ["Likes boats", "Has a dog"] && ann.signals.count == 1)
        #expect(ann.distinctFrom == ["bob"] && network.people[2].distinctFrom == ["ann"])
        #expect(
            ann.employments == [
                Employment(company: "acme", title: "Lead", from: day + -900, confirmed: day + 9),
                Employment(company: "acme", from: day + -2000, to: day + -1000),
            ])
        let job = network.opportunities[0]
        #expect(job.stages[0].people == ["ann", "bob"] && job.feedback[0].from == "ann")
        #expect(job.participants.map(\.person) == ["ann", "ann"])
        #expect(job.participants.map(\.role) == [.interviewer, .hiringManager])
        #expect(network.interactions[0].people == ["ann", "bob"])
        #expect(
            network.ties == [
                Tie(from: "me", to: "ann", strength: 0.5, how: "Studied together", since: day + -5),
                Tie(from: "ann", to: "bob", kind: .reportsTo), Tie(from: "bob", to: "ann", lastContact: day),
            ])
        #expect(
            network.referrals == [
                Referral(from: "ann", to: "bob", given: day),
                Referral(from: "bob", to: "ann", given: day, interaction: "talk"),
            ])
    }

    private func error(_ kept: PersonID, _ absorbed: PersonID, in network: ReferralNetwork) -> MergeError? {
        var changed = network
        do throws(MergeError) {
            try mergePeople(kept, absorbed, in: &changed)
            return nil
        } catch {
            #expect(changed == network)
            return error
        }
    }

    @Test("What cannot be merged is left as it was")
    func refused() {
        #expect(error("ann", "nobody", in: network) == .personUnknown("nobody"))
        #expect(error("nobody", "ann", in: network) == .personUnknown("nobody"))
        #expect(error("ann", "ann", in: network) == .samePerson("ann"))
        #expect(error("ann", "me", in: network) == .seekerAbsorbed("me"))
        #expect(error("bob", "hale", in: network) == .keptApart("bob", "hale"))
        #expect(error("hale", "bob", in: network) == .keptApart("hale", "bob"))
        var circle = network
        circle.ties = [
            Tie(from: "ann", to: "bob", kind: .reportsTo), Tie(from: "bob", to: "hale", kind: .reportsTo),
        ]
        #expect(error("ann", "hale", in: circle) == .reportsToCycle("ann", "hale"))
    }

    @Test(
        "Every refusal says what to do",
        arguments: [
            MergeError.personUnknown("x"), .samePerson("x"), .seekerAbsorbed("x"), .keptApart("x", "y"),
            .reportsToCycle("x", "y"),
        ])
    func words(error: MergeError) {
        #expect(error.description.contains("\"x\"") && error.description.contains(";"))
    }

    @Test("The seeker's own card is merged into the seeker, and talks with oneself go")
    func ownCard() throws {
        var network = network
        network.interactions.append(
            Interaction(
                id: "self", date: Timestamp(day), people: ["ann"], channel: .email, direction: .outgoing))
        network.referrals.append(Referral(from: "bob", to: "ann", met: day, interaction: "self"))
        try mergePeople("me", "ann", in: &network)
        #expect(network.issues() == [])
        #expect(network.interactions.map(\.id) == ["talk"])
        #expect(network.interactions[0].people == ["hale", "bob"])
        #expect(network.referrals.allSatisfy { $0.interaction != "self" })
    }

    @Test("An address that stood in for a name gives way to the name")
    func standInName() throws {
        var network = emptyNetwork()
        network.people += [
            Person(id: "a", name: "ann@example.com", emails: ["ann@example.com"]),
            Person(id: "b", name: "Ann Hale"),
        ]
        try mergePeople("a", "b", in: &network)
        #expect(network.people[1].name == "Ann Hale" && network.people[1].otherNames == [])
    }

    @Test("Keeping apart is said on both sides, once, and cannot be overruled")
    func apart() throws {
        var network = network
        try keepApart("ann", "hale", in: &network)
        let once = network
        try keepApart("hale", "ann", in: &network)
        #expect(network == once)
        #expect(
            network.people[1].distinctFrom == ["hale"] && network.people[3].distinctFrom == ["bob", "ann"])
        #expect(error("ann", "hale", in: network) == .keptApart("ann", "hale"))
        #expect(throws: MergeError.samePerson("ann")) { try keepApart("ann", "ann", in: &network) }
    }

    @Test("Merging any two people leaves a valid network", arguments: 0..<150 as Range<UInt64>)
    func anyTwo(seed: UInt64) {
        var networks = RandomNetworks(seed: seed)
        var network = networks.network(size: 6)
        var random = SeededRandom(seed: seed)
        while network.people.count > 2 {
            let ids = network.people.map(\.id)
            let pair = (ids.randomElement(using: &random)!, ids.randomElement(using: &random)!)
            let before = network
            do throws(MergeError) {
                try mergePeople(pair.0, pair.1, in: &network)
            } catch {
                if random.unit() < 0.2 { break }
                continue
            }
            #expect(network.people.count == before.people.count - 1)
            #expect(network.issues().filter(\.isError) == [])
            let read = NetworkJSONReader.read(
                bytes: NetworkJSONWriter.bytes(of: network), file: "net.json", asOf: nil)
            #expect(read.diagnostics == [])
        }
    }
}
