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

    /// What is read of the interactions with Ann.
    private func readOfAnn(_ store: NetworkStore) throws -> [Interaction] {
        try store.rehearse(reading: concern(["ann"])) { $0.interactions }.answer
    }

    @Test(
        "A part has the interactions in which an identifier is written in another way, or that have many people"
    )
    func identifiers() async throws {
        let names: [PersonID] = ["me", "ann", "bob", "e\u{301}va", "a\"b", "a\\b", "a[b]^c~", "eve"]
        var network = ReferralNetwork(seeker: "me", people: names.map { Person(id: $0, name: "Someone") })
        let groups: [[PersonID]] = [
            ["ann"], ["bob"], ["\u{E9}va"], ["a\"b"], ["a\\b"], ["a[b]^c~"], ["bob", "a\"b", "ann"],
            ["bob", "eve"], ["bob", "a[b]^c~"],
        ]
        network.interactions = groups.map {
            Interaction(date: noon, people: $0, channel: .call, direction: .mutual)
        }
        try await withStore { store in
            try store.replace(with: network)
            for name in names.dropFirst() {
                let read = try store.rehearse(reading: concern([name])) { $0.interactions }.answer
                let own = network.interactions.filter { $0.people.contains(name) }
                #expect(read.filter { $0.people.contains(name) } == own)
                #expect(read.count < network.interactions.count || name.text.utf8.contains { $0 > 0x7F })
            }
        }
    }

    @Test("What is read in part follows what is undone, brought back and forgotten")
    func indexesFollow() async throws {
        var network = ReferralNetwork(
            seeker: "me", people: ["me", "ann", "bob"].map { Person(id: $0, name: $0.text) })
        network.interactions = [["ann"], ["bob", "ann"], ["bob"]].map {
            Interaction(date: noon, people: $0, channel: .call, direction: .mutual)
        }
        try await withStore { store in
            try store.replace(with: network)
            _ = try store.record({ "" }, at: noon) { $0.interactions[2].people = ["ann"] }
            #expect(try readOfAnn(store).count == 3)
            _ = try store.undo(at: noon)
            #expect(try readOfAnn(store) == Array(network.interactions.prefix(2)))
            _ = try store.redo(at: noon)
            #expect(try readOfAnn(store).count == 3)
            _ = try store.forget("bob", blanksMentions: true) { _ in [] }
            #expect(try readOfAnn(store).map(\.people) == [["ann"], ["ann"], ["ann"]])
            #expect(try store.health().problems == [])
        }
    }

    @Test("An index that is not in step with the rows is found, and mended as doctor says")
    func damagedIndex() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder("network.db")
            let store = try NetworkStore.openForWriting(path: path, founding: founding)
            try store.add("ann")
            var network = try store.network()
            network.interactions = [
                Interaction(date: noon, people: ["ann"], channel: .call, direction: .mutual)
            ]
            try store.replace(with: network)
            for sql in ["DELETE FROM mention", "INSERT INTO mention VALUES ('person ann', 'other')"] {
                try tamper(with: path, sql)
                let problems = try store.health().problems
                #expect(problems.count == 1)
                #expect(problems[0].contains("index of interactions"))
                // As the problem says.
                try tamper(with: path, "DELETE FROM mention; UPDATE entity SET body = body")
                #expect(try store.health().problems == [])
                #expect(try readOfAnn(store) == network.interactions)
            }
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
