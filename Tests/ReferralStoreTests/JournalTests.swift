import GRDB
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ReferralStore

@Suite("The journal") struct JournalTests {
    @Test(
        "No one changes what is written in it",
        arguments: [
            "DELETE FROM entry WHERE id = 2", "UPDATE entry SET summary = 'x'",
            "UPDATE entry SET id = 9 WHERE id = 2", "DELETE FROM change", "UPDATE change SET key = 'x'",
            "INSERT OR REPLACE INTO entry VALUES (2, '2026-01-01', 'record', 'x', NULL)",
            "INSERT INTO entry VALUES (0, '2026-01-01', 'record', 'x', NULL)",
            "INSERT OR REPLACE INTO change VALUES (2, 0, 'person', 'x', NULL, '{}', NULL, 1)",
            "INSERT INTO change VALUES (1, 99, 'person', 'x', NULL, '{}', NULL, 1)",
            "INSERT INTO change VALUES (99, 0, 'person', 'x', NULL, '{}', NULL, 1)",
        ])
    func appendOnly(sql: String) async throws {
        try await withStore { store in
            try store.add("Ann")
            try store.add("Ben")
            let error = #expect(throws: DatabaseError.self) { try tamper(with: store.path, sql) }
            #expect(error?.resultCode == .SQLITE_CONSTRAINT)
            #expect(error?.message?.contains("the journal") == true)
            #expect(try store.health().problems == [])
        }
    }

    @Test(
        "A look over the store finds what other hands changed",
        arguments: [
            ("DELETE FROM entity WHERE key = 'Ann'", "is missing"),
            ("UPDATE entity SET body = '{}' WHERE key = 'Ann'", "is another"),
            ("UPDATE entity SET position = 5 WHERE key = 'Ann'", "is another"),
            (
                "INSERT INTO entity VALUES ('person', 'x', 1, '{\"id\": \"x\", \"name\": \"X\"}')",
                "is another"
            ),
            ("INSERT INTO entity VALUES ('ghost', 'x', 1, '{}')", "is another"),
            ("INSERT INTO entry VALUES (3, '2026-01-01', 'undo', 'x', 1)", "takes back"),
            ("DELETE FROM entity WHERE kind = 'network'", "does not hold one network"),
            ("UPDATE entity SET body = body || ',' || body WHERE key = 'Ann'", "cannot be read"),
            ("UPDATE entity SET body = 'nonsense' WHERE key = 'Ann'", "cannot be read"),
            ("PRAGMA journal_mode = WAL; CREATE TABLE x (y)", "write-ahead"),
        ])
    func tampering(sql: String, finding: String) async throws {
        try await withStore { store in
            try store.add("Ann")
            try tamper(with: store.path, sql)
            let problems = try NetworkStore.openForReading(path: store.path).health().problems
            #expect(problems.contains { $0.contains(finding) }, "\(problems)")
        }
    }

    @Test("A row that other hands changed is not undone over")
    func undoOverTampering() async throws {
        try await withStore { store in
            try store.add("Ann")
            try tamper(
                with: store.path, "UPDATE entity SET body = replace(body, 'Ann', 'Zoe') WHERE key = 'Ann'")
            let error = #expect(throws: StoreError.self) { try store.undo(at: noon) }
            guard case .corrupted = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(try store.history().count == 2)
        }
    }

    @Test("The views show the network to sqlite3")
    func views() async throws {
        var networks = RandomNetworks(seed: 11)
        let network = networks.network(size: 8)
        try await withStore { store in
            try store.replace(with: network)
            try DatabaseQueue(path: store.path).inDatabase { db in
                let names = try String.fetchAll(db, sql: "SELECT id FROM person")
                #expect(names == network.people.map(\.id.text))
                for (view, count) in [
                    ("company", network.companies.count), ("opportunity", network.opportunities.count),
                    ("tie", network.ties.count), ("referral", network.referrals.count),
                    ("interaction", network.interactions.count), ("network", 1),
                ] {
                    #expect(try Row.fetchAll(db, sql: "SELECT * FROM \(view)").count == count)
                }
                #expect(
                    try String.fetchAll(db, sql: "SELECT kind FROM tie") == network.ties.map(\.kind.rawValue))
            }
        }
    }

    @Test("Which versions of SQLite have the write-ahead defect")
    func defectiveVersions() {
        #expect(["3.7.0", "3.40.1", "3.51.2"].allSatisfy(StoreHealth.hasWALResetDefect))
        #expect(!["3.6.23", "3.51.3", "3.52.0", "4.0.0", ""].contains(where: StoreHealth.hasWALResetDefect))
    }
}
