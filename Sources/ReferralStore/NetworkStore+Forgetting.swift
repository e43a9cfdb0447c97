internal import GRDB
public import ReferralGraph

extension NetworkStore {
    /// Reads the tables of forgotten people, which a record does not need, so that nothing is written where they are damaged.
    static func readForgotten(in db: Database) throws {
        for table in ["forgotten", "forgetting"] {
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)")
        }
    }

    /// People who were recorded once and are in the network no more, each as last recorded, without those merged into another.
    /// - Throws: ``StoreError``.
    /// - Complexity: O(history).
    public func formerPeople() throws(StoreError) -> [Person] {
        try read { db in
            let present = Set(try String.fetchAll(db, sql: "SELECT key FROM entity WHERE kind = 'person'"))
            let states = try Erasing(db, path: path).states { !present.contains($0) }
            return Array(Dictionary(states.map { ($0.id, $0) }, uniquingKeysWith: { $1 }).values)
                .sorted { $0.id < $1.id }
        }
    }

    /// What forgetting someone would take away; nothing is written.
    /// - Parameter id: Someone who is or was in the network.
    /// - Throws: ``StoreError``.
    /// - Complexity: O(size of the file).
    public func rehearseForgetting(_ id: PersonID) throws(StoreError) -> Forgetting {
        try read { try forgetting(id, blanksMentions: true, isRehearsal: true, in: $0) }
    }

    /// Takes someone out of the network and out of its history, for good: nothing in the file names them any more, nor in a
    /// copy beside it. There is no undo.
    ///
    /// What others did stays in the history, and can be undone. All of it happens, or nothing; only the tidying up of the file
    /// may be left to ``finishForgetting()``.
    /// - Parameters:
    ///   - id: Someone who is or was in the network; not the seeker.
    ///   - blanksMentions: Whether the name is taken out of notes about others, too.
    ///   - keys: By what to recognize the person in a source, made of what was found.
    /// - Throws: ``StoreError``.
    /// - Complexity: O(size of the file).
    public func forget(
        _ id: PersonID, blanksMentions: Bool, keys: (Forgetting) -> [String]
    ) throws(StoreError) -> Forgetting {
        try StoreError.translating(path) {
            try writingAlone { db in
                try db.execute(sql: "PRAGMA secure_delete = ON")
                var forgetting: Forgetting?
                try db.inTransaction(.immediate) {
                    try checkBeforeWriting(db)
                    forgetting = try self.forgetting(
                        id, blanksMentions: blanksMentions, isRehearsal: false, in: db)
                    try remember(keys(forgetting!), in: db)
                    // What does not read back, or does not follow from the journal, is not written.
                    _ = try StoredNetwork(from: db, path: path, checksKeys: true)
                    try checkJournal(db)
                    return .commit
                }
                try tidyUp(db)
                return forgetting!
            }
        }
    }

    /// Tidies the file up where a crash kept ``forget(_:blanksMentions:keys:)`` from it, as opening it does, and says what keeps
    /// it from that.
    /// - Throws: ``StoreError``.
    public func finishForgetting() throws(StoreError) {
        try StoreError.translating(path) {
            try writingAlone { try tidyUpAfterCheck($0) }
        }
    }

    /// Tidies a file up that is whole.
    func tidyUpAfterCheck(_ db: Database) throws {
        try checkBeforeWriting(db)
        if let said = try Self.saidLength(of: db), let bytes = StoreFile.length(of: path), bytes > said {
            try StoreFile.cutOff(path, after: said)
        }
        try db.execute(sql: "PRAGMA secure_delete = ON")
        try tidyUp(db)
    }

    /// Whether a crash interrupted ``forget(_:blanksMentions:keys:)``, when the tables that record it can be read.
    static func isForgettingInterrupted(_ db: Database) -> Bool { (try? isForgettingUnfinished(db)) ?? false }

    /// The people the user has forgotten.
    /// - Throws: ``StoreError``.
    public func forgottenPeople() throws(StoreError) -> ForgottenPeople {
        try read { db in
            guard let salt = try String.fetchOne(db, sql: "SELECT salt FROM forgetting") else { return .none }
            let rows = try Row.fetchAll(db, sql: "SELECT fingerprint, person FROM forgotten")
            return ForgottenPeople(
                people: Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 }), salt: salt)
        }
    }

    /// Lets sources bring some people again.
    /// - Parameter people: Their numbers, see ``ForgottenPeople/person(withKeys:)``.
    /// - Throws: ``StoreError``.
    public func recall(_ people: Set<Int>) throws(StoreError) {
        try StoreError.translating(path) {
            try write(latest: { _ in nil }) { db in
                for person in people {
                    try db.execute(sql: "DELETE FROM forgotten WHERE person = ?", arguments: [person])
                }
            }
        }
    }

    /// Whether the file still has to be tidied up.
    static func isForgettingUnfinished(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT unfinished FROM forgetting") ?? false
    }

    // MARK: Parts

    private func forgetting(
        _ id: PersonID, blanksMentions: Bool, isRehearsal: Bool, in db: Database
    ) throws -> Forgetting {
        let erasing = Erasing(db, path: path)
        let network = try StoredNetwork(from: db, path: path, checksKeys: true).network
        let keys = try erasing.keys(of: id)
        let states = try erasing.states(of: keys.contains)
        let ids = Set(states.map(\.id))
        guard id != network.seeker, let person = states.last(where: { $0.id == id }) ?? states.last else {
            throw StoreError.notStorable(reason: "there is no one with the id \(id) to forget")
        }
        let mention = Self.mention(of: states, ids, in: network)
        let talks = try erasing.talks(without: ids, mention)
        var erasure = PersonErasure(
            ids: ids, emptiedInteractions: talks.emptied, renamedInteractions: talks.renamed)
        let bare = try erasing.apply(erasure, isRehearsal: true) { words, _ in words }
        erasure.mention = mention
        let blanked = try erasing.apply(erasure, isRehearsal: true) { words, _ in words }
        if !isRehearsal {
            if !blanksMentions { erasure.mention = nil }
            let whole = PersonMention(
                names: states.flatMap { [$0.name] + $0.otherNames },
                details: states.flatMap(\.contactDetails) + ids.map(\.text), others: [])
            try withoutTriggers(in: db) {
                _ = try erasing.apply(erasure, isRehearsal: false) { words, isTouched in
                    (isTouched ? whole : mention).removed(from: words)
                }
            }
        }
        let withoutNotes = Set(bare.rows.map { "\($0.kind)\($0.before)\($0.after ?? "")" })
        let mentioning = blanked.rows.filter {
            $0.after != nil && !withoutNotes.contains("\($0.kind)\($0.before)\($0.after ?? "")")
        }
        return Forgetting(
            person: person, states: states,
            removed: counts(bare.rows.filter { $0.after == nil }),
            changed: counts(bare.rows.filter { $0.after != nil }), pastChanges: bare.pastChanges,
            mentions: mentioning.map { Self.mentioning($0.before, mention) },
            pastMentions: max(0, blanked.pastChanges - bare.pastChanges - mentioning.count),
            namesakes: network.companies.map(\.name).filter(mention.isFound)
                + network.opportunities.map(\.title).filter(mention.isFound),
            backups: backups)
    }

    private func counts(_ rows: [(kind: EntityKind, before: String, after: String?)]) -> [EntityKind: Int] {
        rows.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
    }

    /// The texts of a row that name someone.
    private static func mentioning(_ body: String, _ mention: PersonMention) -> String {
        let texts = body.split(separator: "\"").map(String.init).filter(mention.isFound)
        return texts.joined(separator: "; ")
    }

    /// How free text names someone. A word that is part of another's name, or of a company's, does not name them alone.
    private static func mention(
        of states: [Person], _ ids: Set<PersonID>, in network: ReferralNetwork
    ) -> PersonMention {
        let others =
            network.people.filter { !ids.contains($0.id) }.flatMap { [$0.name] + $0.otherNames }
            + network.companies.flatMap { [$0.name] + $0.aliases }
        return PersonMention(
            names: states.flatMap { [$0.name] + $0.otherNames }.uniqued(),
            details: (states.flatMap(\.contactDetails) + ids.map(\.text)).uniqued(), others: others)
    }

    /// Runs `body` while the journal may be rewritten; what follows the rows goes on following them.
    private func withoutTriggers(in db: Database, _ body: () throws -> Void) throws {
        let triggers = try Row.fetchAll(
            db,
            sql: """
                SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name <> 'entity' ORDER BY name
                """)
        for trigger in triggers { try db.execute(sql: "DROP TRIGGER \"\(trigger[0] as String)\"") }
        try body()
        for trigger in triggers { try db.execute(sql: trigger[1]) }
    }

    private func remember(_ keys: [String], in db: Database) throws {
        if try Int.fetchOne(db, sql: "SELECT count(*) FROM forgetting") == 0 {
            try db.execute(
                sql: "INSERT INTO forgetting VALUES (?, 1)", arguments: [ForgottenPeople.freshSalt()])
        }
        try db.execute(sql: "UPDATE forgetting SET unfinished = 1")
        let salt = try String.fetchOne(db, sql: "SELECT salt FROM forgetting") ?? ""
        let number = (try Int.fetchOne(db, sql: "SELECT max(person) FROM forgotten") ?? 0) + 1
        for key in keys {
            try db.execute(
                sql: "INSERT OR REPLACE INTO forgotten VALUES (?, ?)",
                arguments: [ForgottenPeople.fingerprint(of: key, salt: salt), number])
        }
    }

    /// Takes copies and free pages away, which may hold what was erased.
    private func tidyUp(_ db: Database) throws {
        for backup in backups {
            StoreFile.remove(backup)
            guard StoreFile.identity(of: backup) == nil else { throw StoreError.notPermitted(path: backup) }
        }
        try StoreFile.syncFolder(StoreFile.parts(of: path).folder)
        try db.execute(sql: "PRAGMA temp_store = MEMORY; VACUUM; UPDATE forgetting SET unfinished = 0")
    }

    /// The copies of the file that were made before it was brought to a newer version, finished or not.
    private var backups: [String] {
        let (folder, name) = StoreFile.parts(of: path)
        return StoreFile.names(in: folder).filter { other in
            guard other.hasPrefix("\(name).") else { return false }
            let rest = other.dropFirst(name.count + 1)
            return rest.hasPrefix("before-v") || rest.hasPrefix("new.part")
        }.sorted().map { "\(folder == "/" ? "" : folder)/\($0)" }
    }
}

extension Person {
    /// Everything by which the person can be reached or found.
    fileprivate var contactDetails: [String] {
        emails + phones + [profileURL].compactMap(\.self) + otherProfileURLs + cardUIDs
    }
}
