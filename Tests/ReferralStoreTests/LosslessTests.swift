import Foundation
import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import ReferralStore
import Testing

@Suite("A store gives back what it was given") struct LosslessTests {
    @Test("Random networks come back the same to the byte", arguments: 0..<40 as Range<UInt64>)
    func randomNetworks(seed: UInt64) async throws {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network()
        try await withStore { store in
            try store.replace(with: network)
            #expect(try store.network() == network)
            #expect(try store.bytes() == NetworkJSONWriter.bytes(of: network))
            #expect(try store.health().problems == [])
        }
    }

    @Test("The samples come back the same to the byte")
    func samples() async throws {
        let samples = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Samples")
        var count = 0
        for folder in [samples, samples.appending(path: "cohort")] {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            for name in names where name.hasSuffix(".json") && !name.hasSuffix(".schema.json") {
                let path = folder.appending(path: name).path
                let network = try #require(try NetworkReader.read(path: path, asOf: nil).network)
                try await withStore { store in
                    try store.replace(with: network)
                    #expect(try store.bytes() == NetworkJSONWriter.bytes(of: network), "\(name)")
                }
                count += 1
            }
        }
        #expect(count > 20)
    }

    @Test("A network that comes in a second time changes nothing")
    func importsOnce() async throws {
        var networks = RandomNetworks(seed: 5)
        let network = networks.network()
        try await withStore { store in
            let first = try store.replace(with: network)
            #expect(first != nil)
            #expect(try store.replace(with: network) == nil)
            #expect(try store.history().count == 2)
        }
    }

    @Test("Identifiers that look like keys of other rows keep apart")
    func confusableIdentifiers() async throws {
        let day = CalendarDay(number: 20_000)
        func interaction(_ id: InteractionID?) -> Interaction {
            Interaction(
                id: id, date: Timestamp(day), people: ["dan"], channel: .call, direction: .mutual)
        }
        let key = "[\"\(day)\", \"dan\"]"
        let network = ReferralNetwork(
            seeker: "me", people: [Person(id: "me", name: "Mia"), Person(id: "dan", name: "Dan")],
            interactions: [
                interaction(nil), interaction(InteractionID(key)), interaction(InteractionID("\(key)#2")),
                interaction(nil), interaction(InteractionID("\"\(key)\"")), interaction(nil),
            ])
        try await withStore { store in
            try store.replace(with: network)
            #expect(try store.bytes() == NetworkJSONWriter.bytes(of: network))
        }
    }

    @Test("What could not be read back is refused, and nothing is written")
    func refusesWhatCannotBeRead() async throws {
        try await withStore { store in
            let before = try store.bytes()
            let edits: [(inout ReferralNetwork) -> Void] = [
                { $0.people.append(Person(id: "x", name: "")) },
                { $0.people.append(Person(id: "a\u{0}b", name: "Nul")) },
                { $0.people[0].directReports = -1 },
                {
                    $0.people.append(Person(id: "y", name: "Y"))
                    $0.ties = [Tie(from: "y", to: "founder", strength: .infinity)]
                },
                { $0.title = "" },
            ]
            for edit in edits {
                let error = #expect(throws: StoreError.self) { try store.record({ "bad" }, at: noon, edit) }
                guard case .notStorable = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
            let dangling = #expect(throws: StoreError.self) {
                try store.record({ "bad" }, at: noon) { $0.seeker = "nobody" }
            }
            #expect(
                dangling?.explanation.hasPrefix("cannot be recorded: network.seeker is \"nobody\"") == true)
            #expect(try store.bytes() == before)
            #expect(try store.history().count == 1)
        }
    }
}
