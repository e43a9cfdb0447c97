internal import GRDB

extension StoreSchema {
    /// Something in a database's schema.
    private struct Item: Hashable {
        var kind: String
        var name: String
        /// The statement that made it; what it is made of for SQLite itself.
        var statement: String
    }

    /// Where the tables, triggers and views of a store are not those of this version, in words.
    ///
    /// A trigger of another program would run with every record, and a view could stand in for a table.
    func changes(in db: Database) throws -> [String] {
        try compared(in: db).map(\.words)
    }

    /// Those changes with which nothing should be recorded: foreign triggers, and anything of Rebound's own that is missing or
    /// another. A view, an index or a table that someone added does nothing by itself.
    func dangers(in db: Database) throws -> [String] {
        try compared(in: db).filter { !$0.isHarmless }.map(\.words)
    }

    private func compared(in db: Database) throws -> [(words: String, isHarmless: Bool)] {
        let own = try DatabaseQueue().inDatabase { own in
            try apply(to: own)
            return try Self.items(in: own)
        }
        let found = try Self.items(in: db)
        let names = Set(own.map(\.name))
        let foreign = found.subtracting(own).sorted { $0.name < $1.name }.map { item in
            names.contains(item.name)
                ? (words: "the \(item.kind) “\(item.name)” is another than Rebound’s", isHarmless: false)
                : (
                    words: "it has a \(item.kind) “\(item.name)” that is not Rebound’s; to take it away: "
                        + "DROP \(item.kind.uppercased()) \"\(item.name)\"",
                    isHarmless: item.kind != "trigger"
                )
        }
        let present = Set(found.map(\.name))
        let missing = own.filter { !present.contains($0.name) }.sorted { $0.name < $1.name }.map {
            (words: "the \($0.kind) “\($0.name)” is missing", isHarmless: false)
        }
        return foreign + missing
    }

    private static func items(in db: Database) throws -> Set<Item> {
        Set(
            try Row.fetchAll(
                db,
                sql:
                    "SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite#_%' ESCAPE '#'"
            ).map { Item(kind: $0[0], name: $0[1], statement: $0[2]) })
    }
}
