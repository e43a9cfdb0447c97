internal import GRDB
internal import ReferralGraph

/// The journal of a store, within a transaction.
struct Journal {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// Changes rows and adds the entry that says so.
    /// - Throws: `DatabaseError`, or ``Mismatch`` when a row is not what the changes say it was.
    @discardableResult
    func append(
        _ changes: [EntityChange], kind: JournalEntry.Kind, summary: String, reverts: Int? = nil,
        at date: Timestamp
    ) throws -> JournalEntry {
        // The bindings of the SQLite library end a text at its first NUL.
        let summary = String(summary.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : Character($0) })
        try db.execute(
            sql: "INSERT INTO entry (recorded_at, kind, summary, reverts) VALUES (?, ?, ?, ?)",
            arguments: [date.description, kind.rawValue, summary, reverts])
        let entry = Int(db.lastInsertedRowID)
        let insertion = try db.cachedStatement(sql: "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        for (ordinal, change) in changes.enumerated() {
            try apply(change)
            try insertion.execute(arguments: [
                entry, ordinal, change.kind.rawValue, change.key, change.before?.body, change.after?.body,
                change.before?.position, change.after?.position,
            ])
        }
        return JournalEntry(
            id: entry, recordedAt: date, kind: kind, summary: summary, reverts: reverts,
            changeCount: changes.count)
    }

    /// A row is not what the journal says.
    struct Mismatch: Error {
        var kind: EntityKind
        var key: String
    }

    private func apply(_ change: EntityChange) throws {
        let row: [(any DatabaseValueConvertible)?] = [change.kind.rawValue, change.key]
        let old: [(any DatabaseValueConvertible)?] = [change.before?.position, change.before?.body]
        let new: [(any DatabaseValueConvertible)?] = [change.after?.position, change.after?.body]
        let place = "WHERE kind = ? AND key = ? AND position = ? AND body = ?"
        let (sql, arguments) =
            switch (change.before, change.after) {
            case (nil, nil): ("", row)
            case (nil, _): ("INSERT OR IGNORE INTO entity VALUES (?, ?, ?, ?)", row + new)
            case (_, nil): ("DELETE FROM entity \(place)", row + old)
            default: ("UPDATE entity SET position = ?, body = ? \(place)", new + row + old)
            }
        guard !sql.isEmpty else { return }
        try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
        guard db.changesCount == 1 else { throw Mismatch(kind: change.kind, key: change.key) }
    }

    /// Every entry, oldest first, and which of them an undo or a redo would take.
    /// - Throws: ``StoreError/corrupted(path:reason:)`` when the entries do not follow from each other.
    func entries(path: String) throws -> (entries: [JournalEntry], stack: UndoStack) {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, recorded_at, kind, summary, reverts,
                    (SELECT coalesce(max(ordinal) + 1, 0) FROM change WHERE entry = entry.id)
                FROM entry ORDER BY id
                """)
        guard let stack = UndoStack(entries: rows.map { ($0[0], $0[4]) }) else {
            throw StoreError.corrupted(path: path, reason: "its journal takes back what does not hold")
        }
        let effective = stack.effective
        let entries = try rows.map { row in
            let id: Int = row[0]
            guard let date = Timestamp(row[1] as String) else {
                throw StoreError.corrupted(path: path, reason: "entry \(id) has no date")
            }
            return JournalEntry(
                id: id, recordedAt: date, kind: .init(rawValue: row[2]), summary: row[3], reverts: row[4],
                changeCount: row[5], isEffective: effective.contains(id))
        }
        return (entries, stack)
    }

    /// The number of the last entry; 0 before the first.
    func latestID() throws -> Int { try Int.fetchOne(db, sql: "SELECT max(id) FROM entry") ?? 0 }

    /// Checks that nothing has been recorded since an entry. Founding the store does not count.
    func check(latest expected: Int?) throws {
        guard let expected else { return }
        let latest = try latestID()
        guard latest <= max(1, expected) else {
            throw StoreError.overtaken(expected: expected, latest: latest)
        }
    }

    /// Whether there is an entry of that number.
    func hasEntry(_ id: Int) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE id = ?)", arguments: [id])
            ?? false
    }

    /// The rows that an entry changed, in the order in which it did.
    func changes(of entry: Int, path: String) throws -> [EntityChange] {
        try Self.changes(in: db, "WHERE entry = ? ORDER BY ordinal", [entry], path: path)
    }

    /// Every row change there was, oldest first.
    func allChanges(path: String) throws -> [EntityChange] {
        try Self.changes(in: db, "ORDER BY entry, ordinal", [], path: path)
    }

    /// Makes the rows of another database what they were when an entry had been recorded.
    func replay(upTo entry: Int, into past: Database, path: String) throws {
        let past = Journal(past)
        let changes = try Self.changes(
            in: db, "WHERE entry <= ? ORDER BY entry, ordinal", [entry], path: path)
        for change in changes { try past.apply(change) }
    }

    private static func changes(
        in db: Database, _ selection: String, _ arguments: StatementArguments, path: String
    ) throws -> [EntityChange] {
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT kind, key, before_body, before_position, after_body, after_position FROM change \(selection)
                """,
            arguments: arguments)
        var changes: [EntityChange] = []
        while let row = try cursor.next() {
            guard let kind = EntityKind(rawValue: row[0]) else {
                throw StoreError.corrupted(path: path, reason: "its journal has an unknown kind of row")
            }
            func state(_ index: Int) -> EntityChange.State? {
                guard let body = row[index] as String?, let position = row[index + 1] as Int? else {
                    return nil
                }
                return .init(body: body, position: position)
            }
            changes.append(EntityChange(kind: kind, key: row[1], before: state(2), after: state(4)))
        }
        return changes
    }
}
