internal import GRDB

/// The tables of a store, version by version.
///
/// The version is SQLite's `user_version`; `application_id` tells a store from other SQLite files.
struct StoreSchema: Sendable {
    /// What brings a file from one version to the next; the first step makes the tables of version 1.
    let steps: [@Sendable (Database) throws -> Void]

    /// The newest version.
    var version: Int { steps.count }

    /// The schema of this version of Rebound.
    static let current = StoreSchema(steps: [
        { db in try db.execute(sql: "\(tables)\(views(firstFields))") },
        { db in
            for kind in firstFields.keys.sorted() { try db.execute(sql: "DROP VIEW \(kind)") }
            try db.execute(sql: views(secondFields))
        },
        { db in
            for kind in secondFields.keys.sorted() { try db.execute(sql: "DROP VIEW \(kind)") }
            try db.execute(sql: views(thirdFields))
            try db.execute(sql: forgettingTables)
        },
        { db in try InteractionMentions.make(in: db) },
        { db in
            for kind in fifthFields.keys.sorted() { try db.execute(sql: "DROP VIEW \(kind)") }
            try db.execute(sql: views(fifthFields))
        },
    ])

    /// "Rbnd" in ASCII.
    static let applicationID = 0x5262_6E64

    /// Brings an empty or older database up to date; inside a transaction.
    func apply(to db: Database) throws {
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        for step in steps.dropFirst(found) { try step(db) }
        try db.execute(sql: "PRAGMA user_version = \(version); PRAGMA application_id = \(Self.applicationID)")
    }

    /// The version of a store; 0 for an empty database.
    /// - Throws: ``StoreError`` when it is another program's, or from a newer version.
    func checkedVersion(of db: Database, path: String) throws -> Int {
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard id == Self.applicationID else {
            let objects = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            guard id == 0, found == 0, objects == 0 else {
                throw StoreError.notAStore(path: path, reason: "an SQLite file of another program")
            }
            return 0
        }
        guard found <= version else {
            throw StoreError.newerSchema(path: path, version: found, known: version)
        }
        guard found > 0 else { throw StoreError.corrupted(path: path, reason: "it has no schema version") }
        let tables = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('entity', 'entry', 'change')
                """)
        guard tables == 3 else { throw StoreError.corrupted(path: path, reason: "its tables are missing") }
        return found
    }

    /// The rows of the network as it is, and the journal of how it became so.
    ///
    /// The journal's triggers refuse every change of what is written; the first two also stop `INSERT OR REPLACE`,
    /// which deletes without firing a trigger.
    private static let tables: String = """
        CREATE TABLE entity (
            kind TEXT NOT NULL,
            key TEXT NOT NULL,
            position INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (kind, key)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE entry (
            id INTEGER PRIMARY KEY,
            recorded_at TEXT NOT NULL,
            kind TEXT NOT NULL,
            summary TEXT NOT NULL,
            reverts INTEGER REFERENCES entry (id)
        ) STRICT;

        CREATE TABLE change (
            entry INTEGER NOT NULL REFERENCES entry (id),
            ordinal INTEGER NOT NULL,
            kind TEXT NOT NULL,
            key TEXT NOT NULL,
            before_body TEXT,
            after_body TEXT,
            before_position INTEGER,
            after_position INTEGER,
            PRIMARY KEY (entry, ordinal)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER entry_follows BEFORE INSERT ON entry
        WHEN EXISTS (SELECT 1 FROM entry WHERE id >= NEW.id AND NEW.id <> -1)
        BEGIN SELECT RAISE(ABORT, 'the journal only grows at its end'); END;

        CREATE TRIGGER change_follows BEFORE INSERT ON change
        WHEN NEW.entry IS NOT (SELECT max(id) FROM entry)
            OR EXISTS (SELECT 1 FROM change WHERE entry = NEW.entry AND ordinal >= NEW.ordinal)
        BEGIN SELECT RAISE(ABORT, 'the journal only grows at its end'); END;

        CREATE TRIGGER entry_stays BEFORE DELETE ON entry
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

        CREATE TRIGGER entry_is_final BEFORE UPDATE ON entry
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

        CREATE TRIGGER change_stays BEFORE DELETE ON change
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

        CREATE TRIGGER change_is_final BEFORE UPDATE ON change
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;


        """

    /// Salted digests by which forgotten people are recognized, and whether the file still has to be tidied up.
    private static let forgettingTables = """
        CREATE TABLE forgotten (
            fingerprint TEXT PRIMARY KEY,
            person INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE forgetting (
            salt TEXT NOT NULL,
            unfinished INTEGER NOT NULL
        ) STRICT;
        """

    /// The fields of the network file at the time of version 1; a step of a schema never changes.
    private static let firstFields = [
        "network": "title summary seeker holidays",
        "person": """
        id name emails phones profileURL timeZone employments star observations directReports \
        doNotContact signals
        """,
        "company": "id name priority referralProgramme signals",
        "opportunity": "id title company department stages participants feedback",
        "tie": "from to kind strength how since lastContact",
        "referral": "from to promised given used met declined opportunity interaction note",
        "interaction": """
        id date people channel direction purposes thread subject note opportunity promise \
        expectsReply closesThread
        """,
    ]

    /// The same at the time of version 2, which has targets.
    private static let secondFields = [
        "network": "title summary seeker holidays",
        "person": """
        id name otherNames emails phones profileURL otherProfileURLs timeZone place weekend employments star \
        observations directReports doNotContact notBefore avoids away confidential knowsOfSearch signals \
        distinctFrom
        """,
        "company": """
        id name aliases priority referralProgramme doNotContact notBefore avoids closed setting signals
        """,
        "opportunity": """
        id title company department stages participants feedback closes filled doNotContact notBefore
        """,
        "tie": "from to kind strength how since lastContact inferred",
        "referral": "from to promised given used met declined opportunity interaction note",
        "interaction": """
        id date people channel direction purposes thread subject note opportunity promise \
        expectsReply closesThread agreed missed
        """,
        "target": "kind name standing source date",
    ]

    /// The same at the time of version 3, in which people can be put off, sorted and left out.
    private static let thirdFields = secondFields.merging([
        "person": """
        id name otherNames emails phones profileURL otherProfileURLs cardUIDs timeZone place weekend employments \
        education star observations directReports doNotContact notBefore notBeforeReason reminderDays \
        skippedSteps tags acquaintance acquaintanceOn avoids away confidential knowsOfSearch signals distinctFrom
        """,
        "company": """
        id name aliases priority referralProgramme doNotContact notBefore notBeforeReason avoids closed setting \
        signals
        """,
        "opportunity": """
        id title company department stages participants feedback closes filled doNotContact notBefore \
        notBeforeReason
        """,
    ]) { $1 }

    /// Of the views that change with version 5, in which a network says how far it may help others.
    private static let fifthFields = ["network": "title summary seeker holidays sharing"]

    /// One view a list, for whoever looks into the file with `sqlite3`; lists within are JSON.
    private static func views(_ fieldsOfKind: [String: String]) -> String {
        fieldsOfKind.sorted { $0.key < $1.key }.map { kind, fields in
            let columns = fields.split(separator: " ").map {
                "json_extract(body, '$.\($0)') AS \"\($0)\""
            }
            return """
                CREATE VIEW \(kind) AS SELECT \(columns.joined(separator: ", "))
                FROM entity WHERE kind = '\(kind)' ORDER BY position;

                """
        }.joined()
    }
}
