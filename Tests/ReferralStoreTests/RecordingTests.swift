import Foundations
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ReferralStore

@Suite("Recording") struct RecordingTests {
    @Test("A recording answers, names its entry and shows what changed")
    func records() async throws {
        try await withStore { store in
            let recorded = try store.record({ "counted \($0)" }, at: noon) { network -> Int in
                network.people.append(Person(id: "dan", name: "Dan"))
                return network.people.count
            }
            #expect(recorded.answer == 2)
            #expect(
                recorded.entry
                    == JournalEntry(
                        id: 2, recordedAt: noon, kind: .record, summary: "counted 2", changeCount: 1))
            let row = EntityChange(
                kind: .person, key: "dan", before: nil,
                after: .init(body: #"{"id": "dan", "name": "Dan"}"#, position: 2 << 20))
            #expect(recorded.changes == [row])
            #expect(try store.changes(of: 2) == [row])
            #expect(throws: StoreError.noSuchEntry(id: 3)) { try store.changes(of: 3) }
        }
    }

    @Test("An edit that fails writes nothing and its error comes through")
    func failingEdit() async throws {
        struct Refusal: Error, Equatable {}
        try await withStore { store in
            #expect(throws: Refusal()) {
                try store.record({ "never" }, at: noon) { network in
                    network.people.append(Person(id: "dan", name: "Dan"))
                    throw Refusal()
                }
            }
            #expect(try store.history().count == 1)
            #expect(try store.network().people.count == 1)
            try store.add("Ann")
        }
    }

    @Test("A rehearsal shows what would change and writes nothing")
    func rehearsal() async throws {
        try await withStore { store in
            let reader = try NetworkStore.openForReading(path: store.path)
            let recorded = try reader.rehearse { $0.title = "Mine" }
            #expect(recorded.entry == nil)
            #expect(recorded.changes.map(\.kind) == [.network])
            #expect(recorded.network.title == "Mine")
            #expect(try store.network().title == nil)
            #expect(throws: StoreError.readOnly(path: store.path)) { try reader.add("Ann") }
            #expect(throws: StoreError.readOnly(path: store.path)) { try reader.undo(at: noon) }
        }
    }

    @Test("Only rows that differ are changed")
    func smallChanges() async throws {
        var networks = RandomNetworks(seed: 3)
        let network = networks.network(size: 20)
        try await withStore { store in
            try store.replace(with: network)
            let removed = try store.record({ "" }, at: noon) { $0.people[7].isStar.toggle() }
            #expect(removed.changes.count == 1)
            #expect(removed.changes.first?.before != nil && removed.changes.first?.after != nil)
            #expect(try store.record({ "" }, at: noon) { $0.ties.remove(at: 0) }.changes.count < 4)
            let inserted = try store.record({ "" }, at: noon) {
                $0.people.insert(Person(id: "x", name: "X"), at: 3)
            }
            #expect(inserted.changes.map(\.key) == ["x"])
            let moved = try store.record({ "" }, at: noon) { $0.people.swapAt(4, 5) }
            #expect(moved.changes.count == 1)
            #expect(moved.changes.allSatisfy { $0.before?.body == $0.after?.body })
        }
    }

    @Test("Positions rise, and stay where they can", arguments: 0..<200 as Range<UInt64>)
    func positions(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let count = Int.random(in: 0...12, using: &random)
        let old = (0..<count).map { _ in
            Bool.random(using: &random) ? Int.random(in: 1...20, using: &random) : nil
        }
        var kept = 0
        while kept < count, let position = old[kept], position > (kept > 0 ? old[kept - 1]! : 0) { kept += 1 }
        let new = NetworkDifference.positions(old, from: kept)
        #expect(new.count == old.count)
        #expect(zip(new, new.dropFirst()).allSatisfy { $0 < $1 })
        #expect(new.allSatisfy { $0 > 0 })
        #expect(Array(new.prefix(kept)) == old.prefix(kept).map { $0! })
    }

    @Test("A hundred insertions at one place find room")
    func crowdedPlace() async throws {
        try await withStore { store in
            try store.add("last")
            for number in 0..<60 {
                _ = try store.record({ "" }, at: noon) {
                    $0.people.insert(Person(id: PersonID("\(number)"), name: "N"), at: 1)
                }
            }
            let ids = try store.network().people.map(\.id.text)
            let inserted = (0..<60).reversed().map { "\($0)" }
            #expect(ids == ["founder"] + inserted + ["last"])
            try store.undo(steps: 60, at: noon)
            #expect(try store.network().people.map(\.id) == ["founder", "last"])
        }
    }

    @Test("Ten thousand rows with one key are stored in no time")
    func equalKeys() async throws {
        let tie = Tie(from: "a", to: "b")
        try await withStore { store in
            _ = try store.record({ "" }, at: noon) { network in
                network.people += [Person(id: "a", name: "A"), Person(id: "b", name: "B")]
                network.ties = [Tie](repeating: tie, count: 10_000)
            }
            #expect(try store.network().ties.count == 10_000)
        }
    }

    @Test("Hostile names and summaries stay as they are", arguments: HostileText.all)
    func hostileText(text: String) async throws {
        try await withStore { store in
            let recorded = try store.record({ text }, at: noon) { network in
                network.people.append(Person(id: "x", name: text + "x"))
            }
            #expect(try store.network().people.last?.name == recorded.network.people.last?.name)
            let summary = try #require(try store.history(limit: 1).first?.summary)
            #expect(summary == text.replacing("\0", with: "\u{FFFD}"))
            #expect(summary == recorded.entry?.summary)
        }
    }
}
