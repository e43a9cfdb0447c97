internal import GRDB

/// Who and what each interaction mentions, so that those with someone are found without reading all.
///
/// Triggers keep the table `mention` in step with the rows, in the same transaction, whatever changes them; they call nothing but
/// `json_each`. An identifier that is not plain ASCII could be written in other bytes that say the same: an interaction with one
/// is filed under no name, and always read.
enum InteractionMentions {
    /// Makes the table and fills it.
    /// - Throws: ``StoreError/corrupted(path:reason:)`` when a row is not JSON.
    static func make(in db: Database) throws {
        let damaged = try String.fetchOne(
            db, sql: "SELECT key FROM entity WHERE kind = 'interaction' AND NOT json_valid(body)")
        if let damaged {
            let path = try String.fetchOne(db, sql: "SELECT file FROM pragma_database_list") ?? ""
            throw StoreError.corrupted(path: path, reason: "the row interaction \(damaged) is not JSON")
        }
        try db.execute(
            sql: """
                CREATE TABLE mention (
                    name TEXT NOT NULL,
                    key TEXT NOT NULL,
                    PRIMARY KEY (name, key)
                ) STRICT, WITHOUT ROWID;

                CREATE INDEX mention_by_key ON mention (key);

                CREATE INDEX interaction_by_position ON entity (position) WHERE kind = 'interaction';

                CREATE TRIGGER interaction_added AFTER INSERT ON entity WHEN NEW.kind = 'interaction'
                BEGIN
                \(insertions)
                END;

                CREATE TRIGGER interaction_changed AFTER UPDATE ON entity
                WHEN NEW.kind = 'interaction' OR OLD.kind = 'interaction'
                BEGIN
                DELETE FROM mention WHERE key = OLD.key AND OLD.kind = 'interaction';
                \(insertions)
                END;

                CREATE TRIGGER interaction_removed AFTER DELETE ON entity WHEN OLD.kind = 'interaction'
                BEGIN DELETE FROM mention WHERE key = OLD.key; END;

                INSERT OR IGNORE INTO mention \(names);
                """)
    }

    /// Selects the keys of the interactions that mention one of the names in a JSON list, which is the parameter 2, and of those
    /// that are always read.
    static let keys = "SELECT key FROM mention WHERE name = '' OR name IN (SELECT value FROM json_each(?2))"

    /// The names under which the interactions of a scope are filed.
    static func names(of scope: InteractionScope) -> [String] {
        scope.people.map { "person \($0)" } + scope.opportunities.map { "role \($0)" }
            + scope.interactions.map { "talk \($0)" }
    }

    /// The greatest position of an interaction; 0 without any.
    static func lastPosition(in db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT max(position) FROM entity INDEXED BY interaction_by_position WHERE kind = 'interaction'
                """) ?? 0
    }

    /// Goes through the table and the indexes, so that nothing is written where one of them cannot be read.
    static func read(in db: Database) throws {
        // Without a condition, SQLite counts by whichever of them it likes.
        for source in [
            "mention WHERE name >= ''", "mention INDEXED BY mention_by_key WHERE key >= ''",
            "entity INDEXED BY interaction_by_position WHERE kind = 'interaction'",
        ] { _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(source)") }
    }

    /// How many mentions are missing or superfluous.
    static func mistakes(in db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                WITH wanted AS (\(names))
                SELECT (SELECT count(*) FROM (SELECT name, key FROM mention EXCEPT SELECT * FROM wanted))
                    + (SELECT count(*) FROM (SELECT * FROM wanted EXCEPT SELECT name, key FROM mention))
                """) ?? 0
    }

    /// The fields that mention something, and what that is.
    private static let fields = [("people", "person"), ("opportunity", "role"), ("id", "talk")]

    private static let insertions = fields.map { field, noun in
        """
        INSERT OR IGNORE INTO mention SELECT \(name(noun)), NEW.key FROM json_each(NEW.body, '$.\(field)')
        WHERE NEW.kind = 'interaction';
        """
    }.joined(separator: "\n")

    private static let names = fields.map { field, noun in
        """
        SELECT \(name(noun)) AS name, entity.key AS key FROM entity, json_each(entity.body, '$.\(field)') AS part
        WHERE entity.kind = 'interaction'
        """.replacing("value", with: "part.value")
    }.joined(separator: " UNION ")

    private static func name(_ noun: String) -> String {
        "CASE WHEN value GLOB '*[^ -~]*' THEN '' ELSE '\(noun) ' || value END"
    }
}
