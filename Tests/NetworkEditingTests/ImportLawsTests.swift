import NetworkEditing
import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

@Suite("Laws of imports")
struct ImportLawsTests {
    private func bytes(_ network: ReferralNetwork) -> [UInt8] { NetworkJSONWriter.bytes(of: network) }

    /// A random network into which something was imported before, at times.
    private func start(_ seed: UInt64) -> ReferralNetwork {
        if seed % 3 == 0 {
            var networks = RandomNetworks(seed: seed)
            return networks.network(size: 5)
        }
        var network = emptyNetwork()
        if seed % 3 == 1 {
            var earlier = RandomRecords(seed: seed &+ 7777)
            NetworkImport.apply(earlier.records(), to: &network, today: today)
        }
        return network
    }

    @Test("The same records again change nothing", arguments: 0..<400 as Range<UInt64>)
    func idempotent(seed: UInt64) {
        var random = RandomRecords(seed: seed)
        random.isHostile = seed % 2 == 0
        let records = random.records(size: 12)
        var network = start(seed)
        NetworkImport.apply(records, to: &network, today: today)
        let once = bytes(network)
        let report = NetworkImport.apply(records, to: &network, today: today)
        #expect(bytes(network) == once)
        #expect(!report.hasChanges)
    }

    @Test(
        "Whatever is read, the network stays valid and can be written and read",
        arguments: 0..<200 as Range<UInt64>)
    func valid(seed: UInt64) {
        var random = RandomRecords(seed: seed)
        random.isHostile = true
        var network = start(seed)
        for _ in 0..<3 { NetworkImport.apply(random.records(size: 10), to: &network, today: today) }
        #expect(network.issues().filter(\.isError) == [])
        let read = NetworkJSONReader.read(bytes: bytes(network), file: "net.json", asOf: nil)
        #expect(read.diagnostics == [])
        #expect(read.network.map(bytes) == bytes(network))
    }

    @Test("Nothing that was in the network is lost", arguments: 0..<100 as Range<UInt64>)
    func monotone(seed: UInt64) {
        var random = RandomRecords(seed: seed)
        let before = start(seed)
        var network = before
        NetworkImport.apply(random.records(size: 10), to: &network, today: today)
        #expect(network.people.count >= before.people.count)
        for (old, new) in zip(before.people, network.people) {
            #expect(old.id == new.id)
            #expect(Set(old.emails).isSubset(of: new.emails) && Set(old.phones).isSubset(of: new.phones))
            #expect(old.isStar == new.isStar && old.doNotContact == new.doNotContact)
            #expect(old.employments.count <= new.employments.count)
        }
        #expect(Array(network.interactions.prefix(before.interactions.count)) == before.interactions)
        #expect(network.referrals == before.referrals)
        for (old, new) in zip(before.ties, network.ties) {
            #expect(old.strength == nil || old.strength == new.strength)
            #expect(old.isInferred || !new.isInferred)
        }
    }

    /// Three sources of one world, and the network made of them.
    private func world(_ seed: UInt64) -> (sources: [SourceRecords], network: ReferralNetwork) {
        var world = RandomWorld(seed: seed)
        let sources = (0..<3).map { number in
            world.source(asOf: CalendarDay(number: 20_000 + world.below(150)), hasPages: number != 1)
        }
        var network = emptyNetwork()
        for source in sources { NetworkImport.apply(source, to: &network, today: today) }
        return (sources, network)
    }

    @Test(
        "Two people are never taken for one, nor are records with a page", arguments: 0..<200 as Range<UInt64>
    )
    func truth(seed: UInt64) {
        let (_, network) = world(seed)
        for person in network.people { #expect(RandomWorld.numbers(of: person).count <= 1, "\(person)") }
        let pages = network.people.compactMap(\.profileURL).map { $0.prefix { $0 != "?" } }
        #expect(Set(pages).count == pages.count)
        let numbers = network.people.flatMap { RandomWorld.numbers(of: $0) }
        // Whoever stands there twice is listed.
        let pairs = IdentityResolver.doubtfulPairs(in: network)
        for number in Set(numbers) {
            let entries = network.people.filter { RandomWorld.numbers(of: $0).contains(number) }
            for (first, second) in zip(entries, entries.dropFirst()) {
                #expect(pairs.contains { $0.first == first.id && $0.second == second.id })
            }
        }
    }

    @Test(
        "After a person's entries are merged, the sources change nothing", arguments: 0..<200 as Range<UInt64>
    )
    func merged(seed: UInt64) throws {
        var (sources, network) = world(seed)
        for pair in IdentityResolver.doubtfulPairs(in: network) {
            guard let first = network.people.first(where: { $0.id == pair.first }),
                let second = network.people.first(where: { $0.id == pair.second }),
                RandomWorld.numbers(of: first) == RandomWorld.numbers(of: second)
            else { continue }
            let isTurned = seed % 2 == 0
            try mergePeople(
                isTurned ? second.id : first.id, isTurned ? first.id : second.id, in: &network)
        }
        #expect(network.issues().filter(\.isError) == [])
        let numbers = network.people.flatMap { RandomWorld.numbers(of: $0) }
        #expect(Set(numbers).count == numbers.count)
        let before = network
        for source in sources + sources.reversed() {
            let report = NetworkImport.apply(source, to: &network, today: today)
            #expect(!report.hasChanges)
        }
        #expect(network.people == before.people)
        #expect(bytes(network) == bytes(before))
    }

    @Test("People who are kept apart stay apart", arguments: 0..<100 as Range<UInt64>)
    func keptApart(seed: UInt64) throws {
        var (sources, network) = world(seed)
        for pair in IdentityResolver.doubtfulPairs(in: network) {
            try keepApart(pair.first, pair.second, in: &network)
        }
        #expect(IdentityResolver.doubtfulPairs(in: network) == [])
        let before = bytes(network)
        for source in sources { NetworkImport.apply(source, to: &network, today: today) }
        #expect(bytes(network) == before)
    }

    @Test("Sources whose people have pages may come in any order", arguments: 0..<100 as Range<UInt64>)
    func anyOrder(seed: UInt64) {
        var random = RandomRecords(seed: seed)
        let days = [random.day(), random.day()]
        let sources = days.map { day in
            var records = random.records(size: 6, asOf: day)
            records.owner = nil
            records.contacts = unique(records.contacts.map { _ in random.below(6) }).map { number in
                NetworkEditingTests.contact(
                    "Ann \(["Hale", "Ortiz"][number % 2])", "ann-\(number)",
                    email: random.chance(2) ? "ann\(number)@example.com" : nil)
            }
            records.talks = records.talks.map { talk in
                var talk = talk
                talk.sender = nil
                talk.others = records.contacts.isEmpty ? [] : [0]
                talk.id += records.contacts.first?.profileURLs.first ?? ""
                return talk
            }
            records.acquaintances = []
            return records
        }
        func imported(_ sources: [SourceRecords]) -> [String] {
            var network = emptyNetwork()
            for source in sources { NetworkImport.apply(source, to: &network, today: today) }
            let pageOfID = Dictionary(
                uniqueKeysWithValues: network.people.map { ($0.id, $0.profileURL ?? "") })
            return network.people.map { "\($0.profileURL ?? "") \($0.name) \($0.emails.sorted())" }.sorted()
                + network.interactions.map { "\($0.id!) \($0.date) \($0.people.map { pageOfID[$0]! })" }
                .sorted()
                + network.opportunities.map { "\($0.company) \($0.stages)" }.sorted()
        }
        // Of one talk in both sources the first one counts.
        let known = Set(sources[0].talks.map(\.id))
        var sources2 = sources
        sources2[1].talks.removeAll { known.contains($0.id) }
        sources2[1].applications = []
        #expect(imported(sources2) == imported(sources2.reversed()))
    }
}

private func unique(_ numbers: [Int]) -> [Int] { Set(numbers).sorted() }
