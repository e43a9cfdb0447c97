internal import GRDB

/// How the interactions with someone are found without reading all of them.
///
/// Most interactions have one person or two, whom an index has. The rest are few: those with more people, and those in which an
/// identifier is written in another way than in plain ASCII, so that other bytes can say the same. They have an index of their
/// own and are always read. SQLite keeps indexes in step with the rows, and its `integrity_check` compares them.
enum InteractionIndexes {
    /// Makes the indexes.
    /// - Throws: ``StoreError/corrupted(path:reason:)`` when a row is no JSON.
    static func make(in db: Database) throws {
        let damaged = try String.fetchOne(
            db, sql: "SELECT key FROM entity WHERE kind = 'interaction' AND NOT json_valid(body)")
        if let damaged {
            let path = try String.fetchOne(db, sql: "SELECT file FROM pragma_database_list") ?? ""
            throw StoreError.corrupted(path: path, reason: "the row interaction \(damaged) is no JSON")
        }
        try db.execute(
            sql: """
                CREATE INDEX interaction_by_first ON entity (\(first)) WHERE kind = 'interaction';

                CREATE INDEX interaction_by_second ON entity (\(second))
                WHERE kind = 'interaction' AND \(second) IS NOT NULL;

                CREATE INDEX interaction_by_opportunity ON entity (\(opportunity))
                WHERE kind = 'interaction' AND \(opportunity) IS NOT NULL;

                CREATE INDEX interaction_apart ON entity (key) WHERE kind = 'interaction' AND \(isApart);

                CREATE INDEX interaction_by_position ON entity (position) WHERE kind = 'interaction';
                """)
    }

    /// Selects the keys of the interactions with some people, about some opportunities, and of some keys, which are the
    /// parameters 2 to 4, as JSON lists; and of those that are always read.
    static let keys = """
        SELECT key FROM entity INDEXED BY interaction_by_first
        WHERE kind = 'interaction' AND \(first) IN (SELECT value FROM json_each(?2))
        UNION SELECT key FROM entity INDEXED BY interaction_by_second
        WHERE kind = 'interaction' AND \(second) IS NOT NULL AND \(second) IN (SELECT value FROM json_each(?2))
        UNION SELECT key FROM entity INDEXED BY interaction_by_opportunity
        WHERE kind = 'interaction' AND \(opportunity) IS NOT NULL
        AND \(opportunity) IN (SELECT value FROM json_each(?3))
        UNION SELECT value FROM json_each(?4)
        UNION SELECT entity.key FROM json_each(?4) AS wanted JOIN entity ON entity.kind = 'interaction'
        AND entity.key > wanted.value || '#' AND entity.key < wanted.value || '$'
        UNION SELECT key FROM entity INDEXED BY interaction_apart WHERE kind = 'interaction' AND \(isApart)
        """

    /// The greatest position of an interaction; 0 without any.
    static func lastPosition(in db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT max(position) FROM entity INDEXED BY interaction_by_position WHERE kind = 'interaction'
                """) ?? 0
    }

    private static let first = "json_extract(body, '$.people[0]')"
    private static let second = "json_extract(body, '$.people[1]')"
    private static let opportunity = "json_extract(body, '$.opportunity')"
    private static let isApart = """
        (json_array_length(body, '$.people') > 2
        OR json_extract(body, '$.people', '$.opportunity', '$.id') GLOB '*[^] -[^-~]*')
        """
}
