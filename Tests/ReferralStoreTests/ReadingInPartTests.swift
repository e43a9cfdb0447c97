import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ReferralStore

@Suite("Reading a part of the interactions") struct ReadingInPartTests {
    /// What an edit reads that concerns these people.
    private func concern<Answer>(_ people: Set<PersonID>) -> EditConcern<Answer> {
        EditConcern { _ in
            InteractionScope(people: people, opportunities: [])
        } after: { _, _ in
            InteractionScope(people: people, opportunities: [])
        }
    }

    @Test(
        "All interactions with the people asked for are read, whatever their names",
        arguments: 0..<40 as Range<UInt64>)
    func readsAll(seed: UInt64) async throws {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network(size: 15)
        try await withStore { store in
            try store.replace(with: network)
            for person in network.people.map(\.id) {
                let read = try store.rehearse(reading: concern([person])) { $0.interactions }.answer
                #expect(
                    read.filter { $0.people.contains(person) }
                        == network.interactions.filter { $0.people.contains(person) })
                #expect(read.allSatisfy(network.interactions.contains))
            }
        }
    }

    @Test("Interactions with others are not read, but those that a referral refers to")
    func leavesOut() async throws {
        var network = ReferralNetwork(
            seeker: "me", people: ["me", "ann", "bob", "eve"].map { Person(id: $0, name: $0.text) })
        network.interactions = [
            Interaction(date: noon, people: ["ann"], channel: .call, direction: .mutual),
            Interaction(
                date: noon, people: ["bob"], channel: .call, direction: .mutual, note: "\"people\": [\"ann\"]"
            ),
            Interaction(id: "told", date: noon, people: ["eve"], channel: .call, direction: .mutual),
            Interaction(id: "other", date: noon, people: ["eve"], channel: .call, direction: .mutual),
            Interaction(date: noon, people: ["eve", "ann"], channel: .call, direction: .mutual),
        ]
        network.referrals = [Referral(from: "eve", to: "bob", given: noon.day, interaction: "told")]
        try await withStore { store in
            try store.replace(with: network)
            let read = try store.rehearse(reading: concern(["ann"])) { $0.interactions }.answer
            #expect(read == [network.interactions[0], network.interactions[2], network.interactions[4]])
        }
    }

    @Test("What does not fit into a part is recorded from the whole")
    func wholeWhereNeeded() async throws {
        var network = ReferralNetwork(
            seeker: "me", people: ["me", "ann", "bob"].map { Person(id: $0, name: $0.text) })
        for number in 0..<6 {
            let date = Timestamp(noon.day + (number - 9))
            let person: PersonID = number.isMultiple(of: 2) ? "ann" : "bob"
            network.interactions.append(
                Interaction(
                    id: number == 3 ? "taken" : nil, date: date, people: [person], channel: .call,
                    direction: .mutual))
        }
        let new = Interaction(date: noon, people: ["ann"], channel: .email, direction: .outgoing)
        var named = new
        named.id = "taken"
        try await withStore { store in
            try store.replace(with: network)
            // In the middle, and by a name that an interaction has that was not read.
            _ = try store.record({ "" }, at: noon, reading: concern(["ann"])) {
                $0.interactions.insert(new, at: 1)
            }
            network.interactions.insert(new, at: 1)
            #expect(try store.network() == network)
            #expect(throws: StoreError.self) {
                try store.record({ "" }, at: noon, reading: concern(["ann"])) {
                    $0.interactions.append(named)
                }
            }
            // At the end it is told apart from one of the same key.
            let added = try store.record({ "" }, at: noon, reading: concern(["ann"])) {
                $0.interactions.append(new)
            }
            network.interactions.append(new)
            #expect(added.network.interactions.count < network.interactions.count)
            #expect(try store.network() == network)
            #expect(try store.health().problems == [])
        }
    }

    @Test("Tens of thousands of rows come back in their order")
    func manyPages() async throws {
        var random = SeededRandom(seed: 11)
        var network = ReferralNetwork(
            seeker: "me", people: [Person(id: "me", name: "Me"), Person(id: "ann", name: "Ann")])
        for number in 0..<30_000 {
            let day = noon.day + -Int.random(in: 0..<3000, using: &random)
            let prefix = Int.random(in: 0..<1_000_000, using: &random)
            network.interactions.append(
                Interaction(
                    id: number.isMultiple(of: 3) ? InteractionID("i\(prefix)-\(number)") : nil,
                    date: Timestamp(day), people: ["ann"], channel: .call, direction: .mutual,
                    subject: "number \(number)"))
        }
        try await withStore { store in
            try store.replace(with: network)
            #expect(try store.network() == network)
            network.interactions.shuffle(using: &random)
            try store.replace(with: network)
            #expect(try store.network() == network)
            #expect(try store.health().problems == [])
        }
    }
}
