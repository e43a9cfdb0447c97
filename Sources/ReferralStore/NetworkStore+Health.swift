internal import GRDB

extension NetworkStore {
    /// Looks the store over: the file, the rows, the journal, the permissions.
    /// - Throws: ``StoreError`` when the file cannot even be looked at; what is wrong within is in the result.
    /// - Complexity: O(size of the file).
    public func health() throws(StoreError) -> StoreHealth {
        try read { db in
            StoreHealth(
                path: path,
                schemaVersion: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
                entryCount: try Int.fetchOne(db, sql: "SELECT count(*) FROM entry") ?? 0,
                entityCount: try Int.fetchOne(db, sql: "SELECT count(*) FROM entity") ?? 0,
                sqliteVersion: try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "",
                journalMode: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
                integrityErrors: try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" },
                schemaErrors: try schema.changes(in: db),
                foreignKeyErrors: try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count,
                mentionErrors: schema.version >= 4 ? try InteractionMentions.mistakes(in: db) : 0,
                journalError: complaint { try checkJournal(db) },
                networkError: complaint { _ = try StoredNetwork(from: db, path: path, checksKeys: true) },
                isForgettingUnfinished: try Self.isForgettingUnfinished(db),
                filePermissions: StoreFile.permissions(of: path) ?? 0,
                folderPermissions: StoreFile.permissions(of: StoreFile.parts(of: path).folder) ?? 0)
        }
    }

    /// Plays the journal from its beginning and compares what comes out with the rows.
    func checkJournal(_ db: Database) throws {
        func corrupted(_ reason: String) -> StoreError { .corrupted(path: path, reason: reason) }
        struct RowKey: Hashable {
            var kind: EntityKind
            // Bytes, because SQLite tells apart what Swift's strings take for equal.
            var key: [UInt8]
        }
        let journal = Journal(db)
        _ = try journal.entries(path: path)
        var replayed: [RowKey: EntityChange.State] = [:]
        for change in try journal.allChanges(path: path) {
            let row = RowKey(kind: change.kind, key: Array(change.key.utf8))
            guard replayed[row] == change.before else {
                throw corrupted("a change of \(change.kind) \(change.key) does not follow")
            }
            replayed[row] = change.after
        }
        let rows = try Row.fetchCursor(db, sql: "SELECT kind, key, body, position FROM entity")
        while let row = try rows.next() {
            let key: String = row[1]
            let kind = EntityKind(rawValue: row[0])
            let state = kind.flatMap { kind in
                replayed.removeValue(forKey: RowKey(kind: kind, key: Array(key.utf8)))
            }
            guard state == EntityChange.State(body: row[2], position: row[3]) else {
                throw corrupted("the row \(row[0] as String) \(key) is another")
            }
        }
        let left = replayed.keys.map { "\($0.kind) \(String(decoding: $0.key, as: UTF8.self))" }
        if let missing = left.min() {
            throw corrupted("the row \(missing) is missing")
        }
    }

    /// What is wrong according to `check`, in words.
    private func complaint(_ check: () throws -> Void) -> String? {
        do {
            try StoreError.translating(path, check)
            return nil
        } catch .corrupted(_, let reason) {
            return reason
        } catch {
            return error.explanation
        }
    }
}
