import Foundation
import GRDB
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ReferralStore

@Suite("Stores that other hands changed") struct DamageTests {
    /// Gives `body` the path of a store with two people, and its bytes.
    private func withFile(_ body: (String, Data) throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            let path = StoreFile.resolved(folder("network.db"))
            try NetworkStore.openForWriting(path: path, founding: founding).add("Ann")
            try body(path, try Data(contentsOf: URL(filePath: path)))
        }
    }

    private func write(_ bytes: Data, to path: String) throws {
        try bytes.write(to: URL(filePath: path))
    }

    /// What writing says, which must leave the file as it is.
    private func refusal(_ path: String) throws -> StoreError? {
        let before = try Data(contentsOf: URL(filePath: path))
        for act in [
            { try NetworkStore.openForWriting(path: path, founding: founding).add("Ben") as Any? },
            { try NetworkStore.openForWriting(path: path).undo(at: noon) as Any? },
        ] {
            do {
                _ = try act()
                return nil
            } catch let error as StoreError {
                #expect(try Data(contentsOf: URL(filePath: path)) == before)
                guard case .corrupted = error else { return error }
            }
        }
        return .corrupted(path: path, reason: "")
    }

    @Test("An emptied store is damaged, not missing, and no other one is begun in it")
    func emptied() async throws {
        try await withFile { path, bytes in
            try write(Data(count: 4096), to: path)
            #expect(try refusal(path) == .notAStore(path: path, reason: "not an SQLite file"))
            try tamper(with: path + ".other", "PRAGMA user_version = 0; VACUUM")
            for content in [Data(), try Data(contentsOf: URL(filePath: path + ".other"))] {
                try write(content, to: path)
                #expect(throws: StoreError.emptied(path: path)) {
                    try NetworkStore.openForReading(path: path)
                }
                #expect(try refusal(path) == .emptied(path: path))
            }
            let words = StoreError.emptied(path: path).explanation
            #expect(words.contains("damaged") && words.contains(path + ".lock"))
            // Taken away, there is none; and a file that was always empty is none either.
            try FileManager.default.removeItem(atPath: path)
            #expect(throws: StoreError.noSuchStore(path: path)) {
                try NetworkStore.openForReading(path: path)
            }
            #expect(try NetworkStore.openForWriting(path: path, founding: founding).history().count == 1)
        }
    }

    @Test("A store is founded in full or not at all")
    func founded() async throws {
        try await TemporaryFolder.with { folder in
            let path = StoreFile.resolved(folder("network.db"))
            // What an interrupted attempt left.
            try folder.write("rubbish", to: "network.db.new.part")
            try folder.write("rubbish", to: "network.db.new.part-journal")
            let store = try NetworkStore.openForWriting(path: path, founding: founding)
            #expect(try store.health().problems == [])
            #expect(folder.names(in: "") == ["network.db", "network.db.lock"])
        }
    }

    @Test(
        "Tables and rows that are gone are found, and nothing is written",
        arguments: [
            "DROP TRIGGER entry_stays; DROP TRIGGER change_stays; PRAGMA foreign_keys = OFF; "
                + "DROP TABLE change; DROP TABLE entry; DROP TABLE entity",
            "DROP TRIGGER entry_stays; DROP TRIGGER change_stays; DELETE FROM entity; DELETE FROM change; "
                + "DELETE FROM entry",
            "DELETE FROM entity",
            "UPDATE entity SET key = 'zoe' WHERE key = 'Ann'",
        ])
    func gone(sql: String) async throws {
        try await withFile { path, _ in
            try tamper(with: path, sql)
            #expect(try refusal(path) == .corrupted(path: path, reason: ""))
            let problems = (try? NetworkStore.openForReading(path: path).health())?.problems
            #expect(problems?.isEmpty != true)
        }
    }

    @Test("A row that holds something else than its key says is found, in step with the journal or not")
    func misplaced() async throws {
        try await withFile { path, _ in
            try tamper(
                with: path,
                """
                DROP TRIGGER change_is_final; UPDATE entity SET key = 'zoe' WHERE key = 'Ann';
                UPDATE change SET key = 'zoe' WHERE key = 'Ann';
                """)
            let health = try NetworkStore.openForReading(path: path).health()
            #expect(health.networkError == "the row person zoe holds something else")
            #expect(try refusal(path) == .corrupted(path: path, reason: ""))
        }
    }

    @Test("A file that is longer or shorter than it says is found")
    func length() async throws {
        try await withFile { path, bytes in
            for changed in [
                bytes + Data(count: 4096), bytes + Data([0]), bytes.dropLast(4096), bytes.dropLast(1),
            ] {
                try write(changed, to: path)
                #expect(throws: StoreError.self) { try NetworkStore.openForReading(path: path).network() }
                #expect(try refusal(path) == .corrupted(path: path, reason: ""))
            }
            try write(bytes, to: path)
            #expect(try NetworkStore.openForReading(path: path).health().problems == [])
        }
    }

    @Test("A foreign trigger is found and not run; a foreign view is found and does no harm")
    func foreign() async throws {
        try await withFile { path, bytes in
            try tamper(
                with: path,
                "CREATE TRIGGER mine AFTER INSERT ON entry BEGIN DELETE FROM entity WHERE kind = 'person'; END"
            )
            let problems = try NetworkStore.openForReading(path: path).health().problems
            #expect(problems.count == 1)
            #expect(problems[0].contains("a trigger “mine” that is not Rebound’s"))
            #expect(problems[0].contains("DROP TRIGGER \"mine\""))
            #expect(try refusal(path) == .corrupted(path: path, reason: ""))
            #expect(try NetworkStore.openForReading(path: path).network().people.count == 2)

            try write(bytes, to: path)
            try tamper(with: path, "CREATE VIEW mine AS SELECT * FROM entity")
            #expect(try NetworkStore.openForReading(path: path).health().problems.count == 1)
            try NetworkStore.openForWriting(path: path).add("Ben")

            for sql in [
                "DROP TRIGGER change_stays", "ALTER TABLE entity ADD COLUMN more TEXT",
                "ALTER TABLE entity RENAME TO other; CREATE VIEW entity AS SELECT * FROM other",
            ] {
                try write(bytes, to: path)
                try tamper(with: path, sql)
                #expect(try refusal(path) == .corrupted(path: path, reason: ""))
            }
        }
    }

    @Test("Functions that a schema might call are kept to calculating")
    func schemaIsNotTrusted() async throws {
        try await withStore { store in
            let isTrusted = try store.queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA trusted_schema") }
            #expect(isTrusted == 0)
        }
    }

    @Test("A store whose path is no UTF-8 text is at that path")
    func strangePath() async throws {
        try await TemporaryFolder.with { folder in
            let path = StoreFile.resolved(folder("caf\u{10F7E9}/net \u{10F7FF}?#%41.db"))
            try NetworkStore.openForWriting(path: path, founding: founding).add("Ann")
            #expect(try NetworkStore.openForReading(path: path).network().people.count == 2)
            #expect(try NetworkStore.openForReading(path: path).health().problems == [])
            #expect(StoreFile.length(of: path) ?? 0 > 0)
        }
    }
}
