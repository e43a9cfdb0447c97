import Foundation
import GRDB
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ReferralStore

@Suite("Versions of the schema") struct MigrationTests {
    private struct Mishap: Error {}
    private let patience = WriterLock.defaultPatience
    private let known = StoreSchema.current.version
    private let newer = StoreSchema(
        steps: StoreSchema.current.steps + [{ try $0.execute(sql: "CREATE TABLE extra (x TEXT) STRICT") }])

    @Test("A newer version brings a store up to date, after a copy of it")
    func migration() async throws {
        try await TemporaryFolder.with { folder in
            let path = StoreFile.resolved(folder("network.db"))
            try NetworkStore.openForWriting(path: path, founding: founding).add("Ann")
            let before = try NetworkStore.openForReading(path: path).bytes()

            let store = try NetworkStore.openForWriting(
                path: path, founding: nil, schema: newer, patience: patience)
            #expect(try store.health().schemaVersion == known + 1)
            #expect(try store.bytes() == before)
            try store.add("Ben")

            let backup = path + ".before-v\(known + 1).bak"
            #expect(StoreFile.permissions(of: backup) == 0o600)
            #expect(
                folder.names(in: ".") == [
                    "network.db", "network.db.before-v\(known + 1).bak", "network.db.lock",
                ])
            let old = try NetworkStore.openForReading(path: backup)
            #expect(try old.health().problems == [])
            #expect(try old.health().schemaVersion == known)
            #expect(try old.bytes() == before)
        }
    }

    @Test(
        "A store of each earlier version is brought up to date with all that it holds",
        arguments: 1..<StoreSchema.current.version)
    func everyVersion(_ version: Int) async throws {
        let earlier = StoreSchema(steps: Array(StoreSchema.current.steps.prefix(version)))
        try await TemporaryFolder.with { folder in
            let path = folder("network.db")
            try NetworkStore.openForWriting(
                path: path, founding: founding, schema: earlier, patience: patience
            ).add("Ann")
            let before = try NetworkStore.openForReading(path: path, schema: earlier, patience: patience)
                .bytes()
            let store = try NetworkStore.openForWriting(path: path)
            #expect(try store.bytes() == before)
            #expect(try store.health().problems == [])
            #expect(try store.health().schemaVersion == known)
        }
    }

    @Test("A reader of a newer version brings a store up to date, too")
    func migrationByReader() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder("network.db")
            try NetworkStore.openForWriting(path: path, founding: founding).add("Ann")
            let reader = try NetworkStore.openForReading(path: path, schema: newer, patience: patience)
            #expect(reader.isReadOnly)
            #expect(try reader.network().people.count == 2)
            #expect(try reader.health().schemaVersion == known + 1)
        }
    }

    @Test("A store of a newer version is refused and stays as it is")
    func newerVersion() async throws {
        try await TemporaryFolder.with { folder in
            let path = StoreFile.resolved(folder("network.db"))
            _ = try NetworkStore.openForWriting(
                path: path, founding: founding, schema: newer, patience: patience)
            let before = try Data(contentsOf: URL(filePath: path))
            let error = StoreError.newerSchema(path: path, version: known + 1, known: known)
            #expect(throws: error) { try NetworkStore.openForReading(path: path) }
            #expect(throws: error) { try NetworkStore.openForWriting(path: path, founding: founding) }
            #expect(error.explanation.contains("newer version"))
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
    }

    @Test("An older version that has the store open stops writing to it")
    func newerVersionMeanwhile() async throws {
        try await TemporaryFolder.with { folder in
            let path = StoreFile.resolved(folder("network.db"))
            let old = try NetworkStore.openForWriting(path: path, founding: founding)
            _ = try NetworkStore.openForWriting(
                path: path, founding: nil, schema: newer, patience: patience)
            #expect(throws: StoreError.newerSchema(path: path, version: known + 1, known: known)) {
                try old.add("Ann")
            }
        }
    }

    @Test("A migration that fails leaves the store as it was")
    func failingMigration() async throws {
        let failing = StoreSchema(
            steps: StoreSchema.current.steps + [
                { db in
                    try db.execute(sql: "DROP TABLE entity")
                    throw Mishap()
                }
            ])
        try await TemporaryFolder.with { folder in
            let path = folder("network.db")
            try NetworkStore.openForWriting(path: path, founding: founding).add("Ann")
            for _ in 0..<2 {
                #expect(throws: StoreError.self) {
                    try NetworkStore.openForWriting(
                        path: path, founding: nil, schema: failing, patience: patience)
                }
            }
            let store = try NetworkStore.openForWriting(path: path)
            #expect(try store.health().problems == [])
            #expect(try store.network().people.count == 2)
        }
    }
}
