import Foundation
import GRDB
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ReferralStore

@Suite("Several at once") struct ConcurrencyTests {
    @Test("Four writers and two readers all succeed, and nothing is lost")
    func writersAndReaders() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder("data/network.db")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        // All of them may be the one that founds the store.
                        let store = try NetworkStore.openForWriting(path: path, founding: founding)
                        for number in 0..<15 { try store.add("w\(writer)-\(number)") }
                    }
                }
                for _ in 0..<2 {
                    group.addTask {
                        var count = 0
                        for _ in 0..<30 {
                            let found: Int
                            do throws(StoreError) {
                                found = try NetworkStore.openForReading(path: path).network().people.count
                            } catch .noSuchStore {
                                continue
                            }
                            #expect(found >= count)
                            count = found
                        }
                    }
                }
                try await group.waitForAll()
            }
            let store = try NetworkStore.openForReading(path: path)
            #expect(try store.network().people.count == 61)
            #expect(try store.history().map(\.id) == (1...61).reversed())
            #expect(try store.health().problems == [])
        }
    }

    @Test("Who waits too long for another writer hears that it is busy")
    func busyWriter() async throws {
        try await TemporaryFolder.with { folder in
            let path = StoreFile.resolved(folder("network.db"))
            let store = try NetworkStore.openForWriting(path: path, founding: founding)
            let impatient = try NetworkStore.openForWriting(
                path: path, founding: nil, schema: .current, patience: 3)
            _ = try store.record({ "slow" }, at: noon) { network in
                let error = #expect(throws: StoreError.self) { try impatient.add("Ben") }
                #expect(error == .busy(path: path))
                #expect(throws: StoreError.busy(path: path)) {
                    try NetworkStore.openForWriting(
                        path: path, founding: nil, schema: .current, patience: 3)
                }
                // Readers see the state before.
                let people = try NetworkStore.openForReading(path: path).network().people
                #expect(people.count == 1)
                network.people.append(Person(id: "Ann", name: "Ann"))
            }
            try impatient.add("Ben")
            #expect(try store.network().people.map(\.id) == ["founder", "Ann", "Ben"])
        }
    }

    @Test("Another program that writes to the file makes it busy, too")
    func foreignWriter() async throws {
        try await TemporaryFolder.with { folder in
            let path = StoreFile.resolved(folder("network.db"))
            let store = try NetworkStore.openForWriting(
                path: path, founding: founding, schema: .current, patience: 3)
            let other = try DatabaseQueue(path: path)
            try other.writeWithoutTransaction { db in
                try db.execute(sql: "BEGIN EXCLUSIVE")
                #expect(throws: StoreError.busy(path: path)) { try store.add("Ann") }
                #expect(throws: StoreError.busy(path: path)) { try store.network() }
                #expect(throws: StoreError.busy(path: path)) {
                    try NetworkStore.openForReading(path: path, schema: .current, patience: 3)
                }
                try db.execute(sql: "ROLLBACK")
            }
            try store.add("Ann")
        }
    }
}
