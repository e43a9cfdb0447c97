internal import GRDB
public import ReferralGraph
internal import SystemInterface

/// A network in a file that keeps what was recorded, and how it came about.
///
/// The file is SQLite: a row for every entity, and a journal to which every act adds an entry. What a call of
/// ``record(_:as:at:_:)`` has returned survives the end of the process and of the machine. Several processes may use a
/// file at once; those that write do so one after the other.
public final class NetworkStore: Sendable {
    /// Where the file is, links resolved.
    public let path: String
    /// Whether nothing can be written through this value.
    public let isReadOnly: Bool
    let schema: StoreSchema
    let queue: DatabaseQueue
    private let patience: Int
    /// Which file it was that was opened under the path.
    private let identity: StoreFile.Identity?

    /// What a new store begins with.
    public struct Founding: Sendable, Equatable {
        /// The job seeker, the first person of the network.
        public var seeker: Person
        /// When the store is founded.
        public var date: Timestamp

        /// Makes a beginning.
        public init(seeker: Person, at date: Timestamp) {
            self.seeker = seeker
            self.date = date
        }

        /// The rows to begin with.
        fileprivate func rows() throws(StoreError) -> [EntityChange] {
            let network = ReferralNetwork(seeker: seeker.id, people: [seeker])
            let rows = NetworkDifference(from: nil, to: network).changes
            try StoredNetwork.checkReadable(rows, of: network)
            return rows
        }
    }

    private init(
        path: String, isReadOnly: Bool, schema: StoreSchema, queue: DatabaseQueue, patience: Int
    ) {
        self.path = path
        self.isReadOnly = isReadOnly
        self.schema = schema
        self.queue = queue
        self.patience = patience
        identity = StoreFile.identity(of: path)
    }

    /// Opens a store to look into it; its file stays as it is to the byte.
    ///
    /// The exceptions: a write that a crash interrupted is taken back first, a forgetting that it interrupted finished, and a file
    /// of an older version brought up to date, as ``openForWriting(path:founding:)`` does.
    /// - Throws: ``StoreError``.
    public static func openForReading(path: String) throws(StoreError) -> NetworkStore {
        try openForReading(path: path, schema: .current, patience: WriterLock.defaultPatience)
    }

    /// Opens a store to record in it.
    ///
    /// A file of an older version is brought up to date, after a copy was made beside it (`.before-v2.bak`).
    /// - Parameters:
    ///   - path: The file.
    ///   - founding: What to begin with when there is no file yet; folders that are missing are made, for their
    ///     owner only. `nil` when there has to be one.
    /// - Throws: ``StoreError``.
    public static func openForWriting(
        path: String, founding: Founding? = nil
    ) throws(StoreError) -> NetworkStore {
        try openForWriting(
            path: path, founding: founding, schema: .current, patience: WriterLock.defaultPatience)
    }

    static func openForReading(
        path: String, schema: StoreSchema, patience: Int
    ) throws(StoreError) -> NetworkStore {
        let path = StoreFile.resolved(path)
        guard try StoreFile.exists(path) else {
            throw StoreFile.isEmptied(path) ? .emptied(path: path) : .noSuchStore(path: path)
        }
        func openedAsItIs(evenUntidy: Bool) throws(StoreError) -> NetworkStore? {
            try self.openedAsItIs(path: path, schema: schema, patience: patience, evenUntidy: evenUntidy)
        }
        if let store = try openedAsItIs(evenUntidy: false) { return store }
        do {
            _ = try openForWriting(path: path, founding: nil, schema: schema, patience: patience)
        } catch {
            // What is only to be tidied up can be read all the same.
            if let store = try openedAsItIs(evenUntidy: true) { return store }
            if case .notPermitted = error { throw .needsWriting(path: path) }
            throw error
        }
        guard let store = try openedAsItIs(evenUntidy: true) else { throw .needsWriting(path: path) }
        return store
    }

    /// The store, opened for reading; `nil` when it has to be brought into order first.
    /// - Parameter evenUntidy: Whether it will do where a forgetting is unfinished.
    private static func openedAsItIs(
        path: String, schema: StoreSchema, patience: Int, evenUntidy: Bool
    ) throws(StoreError) -> NetworkStore? {
        do {
            return try StoreError.translating(path) {
                let queue = try DatabaseQueue(
                    path: SystemPath.nameForSQLite(path),
                    configuration: configuration(isReadOnly: true, patience: patience))
                let (version, isUntidy) = try queue.read { db in
                    let version = try schema.checkedVersion(of: db, path: path)
                    try checkLength(of: db, path: path)
                    return (version, version == schema.version && isForgettingInterrupted(db))
                }
                guard version > 0 else {
                    throw StoreFile.hasLock(path)
                        ? StoreError.emptied(path: path) : StoreError.noSuchStore(path: path)
                }
                guard version == schema.version, evenUntidy || !isUntidy else { return nil }
                return NetworkStore(
                    path: path, isReadOnly: true, schema: schema, queue: queue, patience: patience)
            }
        } catch .needsWriting {
            return nil
        }
    }

    static func openForWriting(
        path: String, founding: Founding?, schema: StoreSchema, patience: Int
    ) throws(StoreError) -> NetworkStore {
        if try !StoreFile.exists(path) {
            let real = StoreFile.resolved(path)
            guard !StoreFile.isEmptied(real) else { throw .emptied(path: real) }
            guard let founding else { throw .noSuchStore(path: real) }
            _ = try founding.rows()
            try StoreFile.makeFolder(StoreFile.parts(of: path).folder)
        }
        let path = StoreFile.resolved(path)
        // The lock stays beside a store for good: where it is, there was one.
        let hadStore = StoreFile.hasLock(path)
        let lock = try WriterLock(of: path, patience: patience)
        defer { extendLifetime(lock) }
        if try !StoreFile.exists(path) {
            guard !hadStore || StoreFile.identity(of: path) == nil else { throw .emptied(path: path) }
            guard let founding else { throw .noSuchStore(path: path) }
            try makeStore(at: path, founding, schema: schema)
        }
        try StoreFile.checkWritable(path)
        return try StoreError.translating(path) {
            let queue = try DatabaseQueue(
                path: SystemPath.nameForSQLite(path),
                configuration: configuration(isReadOnly: false, patience: patience))
            let version = try queue.writeWithoutTransaction { db in
                let version = try schema.checkedVersion(of: db, path: path)
                try setDurability(of: db)
                return version
            }
            if version == 0 {
                guard !hadStore else { throw StoreError.emptied(path: path) }
                guard let founding else { throw StoreError.noSuchStore(path: path) }
                try queue.writeWithoutTransaction { try found($0, founding, schema: schema) }
            } else if version < schema.version {
                try backUp(queue, path: path, to: "\(path).before-v\(schema.version).bak")
                try queue.writeWithoutTransaction { db in
                    try db.inTransaction(.immediate) {
                        try schema.apply(to: db)
                        return .commit
                    }
                }
            }
            let store = NetworkStore(
                path: path, isReadOnly: false, schema: schema, queue: queue, patience: patience)
            // Where it fails, the health of the store says so.
            try? queue.writeWithoutTransaction { db in
                if isForgettingInterrupted(db) { try store.tidyUpAfterCheck(db) }
            }
            return store
        }
    }

    private static func configuration(isReadOnly: Bool, patience: Int) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        // What stands in the file's schema, by whatever hand, may call nothing that does more than calculate.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
        // Readers and writers wait for each other as long as writers do among themselves.
        configuration.busyMode = .timeout(Double(patience) / 100)
        return configuration
    }

    /// Chooses how SQLite commits: with a rollback journal, synced to the end.
    ///
    /// A rollback journal keeps the store one file at rest, which a read-only folder or a plain copy does justice to,
    /// and stays clear of the WAL-reset defect of SQLite up to 3.51.2. Its commit is the removal of the journal;
    /// `FULL` does not sync that, and after a power loss the journal could be back and the transaction gone. `EXTRA`
    /// syncs the folder as well. To be called after opening: what is set while a connection is prepared may be set
    /// back by GRDB.
    private static func setDurability(of db: Database) throws {
        try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA")
    }

    /// Makes a store beside its place and puts it there, so that it is never there in part: an empty file is damage.
    private static func makeStore(
        at path: String, _ founding: Founding, schema: StoreSchema
    ) throws(StoreError) {
        let temporary = path + ".new.part"
        // What an interrupted attempt left.
        for suffix in ["", "-journal"] { StoreFile.remove(temporary + suffix) }
        do {
            try StoreFile.makeFile(temporary, isNew: true)
            try StoreError.translating(path) {
                let queue = try DatabaseQueue(
                    path: SystemPath.nameForSQLite(temporary),
                    configuration: configuration(isReadOnly: false, patience: 1))
                try queue.writeWithoutTransaction { db in
                    try setDurability(of: db)
                    try found(db, founding, schema: schema)
                }
                try queue.close()
            }
            try StoreFile.place(temporary, at: path)
        } catch {
            for suffix in ["", "-journal"] { StoreFile.remove(temporary + suffix) }
            throw error
        }
    }

    private static func found(_ db: Database, _ founding: Founding, schema: StoreSchema) throws {
        let rows = try founding.rows()
        try db.inTransaction(.immediate) {
            try schema.apply(to: db)
            try Journal(db).append(
                rows, kind: .create, summary: "a network for \(founding.seeker.name)", at: founding.date)
            return .commit
        }
    }

    private static func backUp(_ queue: DatabaseQueue, path: String, to backup: String) throws {
        let temporary = backup + ".part"
        // What an interrupted attempt left; its journal would be taken for one of the new file.
        for suffix in ["", "-journal"] { StoreFile.remove(temporary + suffix) }
        try StoreFile.makeFile(temporary, isNew: true)
        let copy = try DatabaseQueue(path: SystemPath.nameForSQLite(temporary))
        try queue.backup(to: copy)
        try copy.close()
        try StoreFile.place(temporary, at: backup)
    }

    /// Runs `body` in a transaction, while no other process writes.
    /// - Parameter latest: The last entry that `body` made, to tell whether it is there after a commit that failed.
    /// - Throws: ``StoreError``, or what `body` throws; nothing is written then, unless it is
    ///   ``StoreError/unconfirmed(path:entry:reason:)``.
    func write<Value>(
        latest: (Value) -> JournalEntry?, _ body: (Database) throws -> Value
    ) throws -> Value {
        var value: Value?
        var isComplete = false
        do {
            return try writingAlone { db in
                try db.inTransaction(.immediate) {
                    try checkBeforeWriting(db)
                    value = try body(db)
                    isComplete = true
                    return .commit
                }
                return value!
            }
        } catch let error as DatabaseError {
            if isComplete, let value, let entry = latest(value), isThere(entry) {
                throw StoreError.unconfirmed(path: path, entry: entry.id, reason: error.message ?? "")
            }
            throw StoreError(error, path: path)
        }
    }

    /// Runs `body` outside of a transaction, while no other process writes.
    func writingAlone<Value>(_ body: (Database) throws -> Value) throws -> Value {
        guard !isReadOnly else { throw StoreError.readOnly(path: path) }
        let lock = try WriterLock(of: path, patience: patience)
        defer { extendLifetime(lock) }
        // What is written to a file without a name is lost, however well it is synced.
        guard StoreFile.identity(of: path) == identity else { throw StoreError.replaced(path: path) }
        return try queue.writeWithoutTransaction(body)
    }

    /// Checks within a transaction that the file is one of this version, whole, and not changed by another program.
    func checkBeforeWriting(_ db: Database) throws {
        // A newer program may have brought the file up to date since it was opened.
        _ = try schema.checkedVersion(of: db, path: path)
        try Self.checkLength(of: db, path: path)
        if let change = try schema.dangers(in: db).first {
            throw StoreError.corrupted(path: path, reason: change)
        }
        if schema.version >= 3 { try Self.readForgotten(in: db) }
    }

    /// Goes through the index of interactions, which an edit of the whole network does not need otherwise.
    func checkIndexes(in db: Database) throws {
        if schema.version >= 4 { try InteractionMentions.read(in: db) }
    }

    /// Whether an entry is in the file, as another connection sees it.
    private func isThere(_ entry: JournalEntry) -> Bool {
        guard let other = try? Self.openForReading(path: path, schema: schema, patience: patience) else {
            return false
        }
        return (try? other.history(limit: 1).first) == entry
    }

    /// Checks that a file is as long as it says; what another hand cut off or put at its end is damage.
    ///
    /// Within a transaction, because a writer may change both.
    private static func checkLength(of db: Database, path: String) throws {
        guard try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal",
            let bytes = StoreFile.length(of: path), bytes > 0, let said = try saidLength(of: db),
            bytes != said
        else { return }
        // A file that was written anew is cut off last, which a crash can come before.
        if bytes > said, isForgettingInterrupted(db) { return }
        throw StoreError.corrupted(
            path: path, reason: "the file has \(bytes) bytes and says that it has \(said)")
    }

    /// How many bytes a file says that it has.
    static func saidLength(of db: Database) throws -> Int? {
        guard let pages = try Int.fetchOne(db, sql: "PRAGMA page_count"),
            let pageBytes = try Int.fetchOne(db, sql: "PRAGMA page_size")
        else { return nil }
        return pages * pageBytes
    }

    /// Runs `body` on one state of the file.
    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try StoreError.translating(path) { try queue.read(body) }
    }
}

/// Keeps a lock until the scope that defers this ends.
private func extendLifetime(_ lock: borrowing WriterLock) {}
