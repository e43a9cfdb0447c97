/// What a look over a store found.
public struct StoreHealth: Sendable, Equatable {
    /// The file.
    public var path: String
    /// The version of its tables.
    public var schemaVersion: Int
    /// How many entries its journal has.
    public var entryCount: Int
    /// How many rows the network has.
    public var entityCount: Int
    /// The version of the SQLite library, such as `3.40.1`.
    public var sqliteVersion: String
    /// How SQLite commits to the file: `delete` as Rebound sets it, or what someone else chose.
    public var journalMode: String
    /// What SQLite's `integrity_check` complains of; empty when all is well.
    public var integrityErrors: [String]
    /// Where the file's tables, triggers and views are not those of its version.
    public var schemaErrors: [String]
    /// How many rows refer to nothing.
    public var foreignKeyErrors: Int
    /// How many entries of the index of interactions are missing or superfluous.
    public var mentionErrors: Int
    /// Where the network's rows are not what the journal, played from its beginning, makes them; `nil` when they are.
    public var journalError: String?
    /// Why the rows make no valid network; `nil` when they do.
    public var networkError: String?
    /// Whether someone was forgotten and the file not tidied up to the end, so that it may still hold what was erased.
    public var isForgettingUnfinished: Bool
    /// The permission bits of the file.
    public var filePermissions: Int
    /// The permission bits of its folder.
    public var folderPermissions: Int

    /// Whether this SQLite can damage files in write-ahead mode: two connections that write and check-point at the
    /// same time (versions 3.7.0 to 3.51.2). Stores do not use that mode.
    public var hasWALResetDefect: Bool { Self.hasWALResetDefect(sqliteVersion) }

    /// Whether other users of the machine may read or write the file.
    public var isOpenToOthers: Bool { filePermissions & 0o077 != 0 }

    /// What is wrong, one line each; empty when all is well.
    public var problems: [String] {
        var problems = integrityErrors.map { "the file is damaged: \($0)" }
        if mentionErrors > 0 {
            problems.append(
                "the index of interactions is not in step with them; this mends it: sqlite3 \"\(path)\" "
                    + "\"DELETE FROM mention; UPDATE entity SET body = body\"")
        }
        problems += schemaErrors.map { "the file was changed by another program: \($0)" }
        if foreignKeyErrors > 0 { problems.append("\(foreignKeyErrors) rows refer to nothing") }
        if let journalError { problems.append("the network is not what the history says: \(journalError)") }
        if let networkError { problems.append("the network cannot be read: \(networkError)") }
        if isForgettingUnfinished {
            problems.append(
                "someone was forgotten, but the file was not tidied up to the end; `rebound forget --finish` does it"
            )
        }
        if isOpenToOthers {
            problems.append(
                "other users may read or write the file (mode \(Self.octal(filePermissions))); chmod 600")
        }
        if journalMode == "wal" && hasWALResetDefect {
            problems.append(
                "the file was switched to write-ahead mode, which SQLite \(sqliteVersion) can damage; the next "
                    + "recording switches it back")
        }
        return problems
    }

    static func hasWALResetDefect(_ version: String) -> Bool {
        let numbers = version.split(separator: ".").compactMap { Int($0) }
        guard numbers.count >= 2 else { return false }
        let patch = numbers.count > 2 ? numbers[2] : 0
        let number = (numbers[0] * 1000 + numbers[1]) * 1000 + patch
        return (3_007_000...3_051_002).contains(number)
    }

    private static func octal(_ mode: Int) -> String { "0" + String(mode, radix: 8) }
}
