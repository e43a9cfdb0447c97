internal import GRDB
internal import NetworkFiles
internal import ReferralGraph

/// Rewrites the rows and the journal of a store without a person, within a transaction.
struct Erasing {
    private let db: Database
    private let path: String

    init(_ db: Database, path: String) {
        self.db = db
        self.path = path
    }

    /// Every state of the people that the journal has held under some identifiers, the latest last.
    func states(of isWanted: (String) -> Bool) throws -> [Person] {
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT key, coalesce(after_body, before_body) FROM change WHERE kind = 'person'
                ORDER BY entry, ordinal
                """)
        var states: [Person] = []
        var seen: Set<String> = []
        while let row = try cursor.next() {
            let body: String = row[1]
            guard isWanted(row[0]), seen.insert(body).inserted else { continue }
            states += try part(.person, body).people
        }
        return states
    }

    /// The keys of the rows in which someone was known: their own, and those of people who were merged into them.
    func keys(of person: PersonID) throws -> Set<String> {
        let present = Set(try String.fetchAll(db, sql: "SELECT key FROM entity WHERE kind = 'person'"))
        var ids = [Person(id: person, name: "").key]
        var next = 0
        while next < ids.count {
            ids += try String.fetchAll(
                db,
                sql: """
                    SELECT gone.key FROM change AS kept JOIN change AS gone ON gone.entry = kept.entry
                    JOIN entry ON entry.id = kept.entry
                    WHERE kept.kind = 'person' AND kept.key = ? AND kept.after_body IS NOT NULL
                    AND gone.kind = 'person' AND gone.after_body IS NULL AND entry.kind = 'merge'
                    """, arguments: [ids[next]]
            ).filter { !present.contains($0) && !ids.contains($0) }
            next += 1
        }
        return Set(ids)
    }

    /// The talks the person took part in: the ones with no one left, and new identifiers for the ones named after them.
    func talks(without ids: Set<PersonID>, _ mention: PersonMention) throws -> (
        emptied: Set<InteractionID>, renamed: [InteractionID: InteractionID]
    ) {
        var emptied: Set<InteractionID> = []
        var all: Set<String> = []
        var naming: [InteractionID] = []
        for body in try bodies(of: .interaction) {
            for talk in try part(.interaction, body).interactions {
                guard let id = talk.id else { continue }
                if all.insert(id.text).inserted {
                    let words = id.text.replacing("-", with: " ")
                    if ids.contains(where: { id.text.contains($0.text) }) || mention.isFound(in: words) {
                        naming.append(id)
                    }
                }
                if talk.people.allSatisfy(ids.contains) { emptied.insert(id) }
            }
        }
        var renamed: [InteractionID: InteractionID] = [:]
        var number = 1
        for id in naming.sorted() {
            while !all.insert("talk-\(number)").inserted { number += 1 }
            renamed[id] = InteractionID("talk-\(number)")
        }
        return (emptied, renamed)
    }

    private func bodies(of kind: EntityKind) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT body FROM entity WHERE kind = ?1 UNION SELECT before_body FROM change
                WHERE kind = ?1 AND before_body IS NOT NULL UNION SELECT after_body FROM change
                WHERE kind = ?1 AND after_body IS NOT NULL
                """, arguments: [kind.rawValue])
    }

    // MARK: Rewriting

    /// A row of the past or the present.
    private struct Version: Hashable {
        var kind: EntityKind
        var key: String
        var body: String
    }

    /// What a row becomes: the same, another, or none.
    private enum Fate {
        case same
        case other(key: String, body: String)
        case gone
    }

    /// Where rows change, each place once.
    struct Found {
        /// The rows of the network that change or go, by kind.
        var rows: [(kind: EntityKind, before: String, after: String?)] = []
        /// How many changes of the past are rewritten.
        var pastChanges = 0
    }

    /// Finds what an erasure changes, and unless it is a rehearsal changes it.
    /// - Parameter summary: What becomes of an entry's words; told whether the entry changed something of the person.
    /// - Complexity: O(size of the file).
    func apply(
        _ erasure: PersonErasure, isRehearsal: Bool, summary: (String, _ isTouched: Bool) -> String
    ) throws -> Found {
        var fates: [Version: Fate] = [:]
        let used = Set(
            try String.fetchAll(
                db,
                sql: """
                    SELECT key FROM entity WHERE kind = 'interaction' UNION SELECT key FROM change
                    WHERE kind = 'interaction'
                    """))
        var keys = FreshKeys()
        var newKeys: [String: String] = [:]
        func fate(_ version: Version) throws -> Fate {
            if let known = fates[version] { return known }
            let fate = try self.fate(of: version, erasure, used, &keys, &newKeys)
            fates[version] = fate
            return fate
        }
        var found = Found()
        let rows = try Row.fetchAll(db, sql: "SELECT kind, key, position, body FROM entity")
        let writing = try db.cachedStatement(sql: "INSERT INTO entity VALUES (?, ?, ?, ?)")
        let removing = try db.cachedStatement(sql: "DELETE FROM entity WHERE kind = ? AND key = ?")
        for row in rows {
            let version = Version(kind: try kind(row[0]), key: row[1], body: row[3])
            let fate = try fate(version)
            if case .same = fate { continue }
            var after: String?
            if case .other(_, let body) = fate { after = body }
            found.rows.append((version.kind, version.body, after))
            if isRehearsal { continue }
            try removing.execute(arguments: [version.kind.rawValue, version.key])
            if case .other(let key, let body) = fate {
                try writing.execute(arguments: [version.kind.rawValue, key, row[2] as Int, body])
            }
        }
        for (entry, words) in try Row.fetchAll(db, sql: "SELECT id, summary FROM entry").map({
            ($0[0] as Int, $0[1] as String)
        }) {
            let count = try rewrite(entry: entry, isRehearsal: isRehearsal, fate)
            found.pastChanges += count
            let new = summary(words, count > 0)
            if !isRehearsal, new != words {
                try db.execute(sql: "UPDATE entry SET summary = ? WHERE id = ?", arguments: [new, entry])
            }
        }
        return found
    }

    /// Rewrites the changes of an entry.
    /// - Returns: How many of them change.
    private func rewrite(
        entry: Int, isRehearsal: Bool, _ fate: (Version) throws -> Fate
    ) throws -> Int {
        let old = try Journal(db).changes(of: entry, path: path)
        var count = 0
        var new: [EntityChange] = []
        for change in old {
            var isSame = true
            var key = change.key
            func state(_ state: EntityChange.State?) throws -> EntityChange.State? {
                guard let state else { return nil }
                switch try fate(Version(kind: change.kind, key: change.key, body: state.body)) {
                case .same: return state
                case .gone:
                    isSame = false
                    return nil
                case .other(let other, let body):
                    isSame = false
                    key = other
                    return .init(body: body, position: state.position)
                }
            }
            let before = try state(change.before)
            let after = try state(change.after)
            if !isSame { count += 1 }
            if isSame || before != after {
                new.append(.init(kind: change.kind, key: key, before: before, after: after))
            }
        }
        guard count > 0, !isRehearsal else { return count }
        try db.execute(sql: "DELETE FROM change WHERE entry = ?", arguments: [entry])
        let insertion = try db.cachedStatement(sql: "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        for (ordinal, change) in new.enumerated() {
            try insertion.execute(arguments: [
                entry, ordinal, change.kind.rawValue, change.key, change.before?.body, change.after?.body,
                change.before?.position, change.after?.position,
            ])
        }
        return count
    }

    private func kind(_ word: String) throws -> EntityKind {
        guard let kind = EntityKind(rawValue: word) else {
            throw StoreError.corrupted(path: path, reason: "it has an unknown kind of row")
        }
        return kind
    }

    private func fate(
        of version: Version, _ erasure: PersonErasure, _ used: Set<String>, _ keys: inout FreshKeys,
        _ newKeys: inout [String: String]
    ) throws -> Fate {
        // A row that is written without escapes says in plain text who it is about.
        let concerns =
            version.kind == .referral || version.body.contains("\\")
            || erasure.ids.contains { version.body.contains("\"\($0.text)\"") }
            || version.kind == .interaction
                && erasure.renamedInteractions.keys.contains { version.body.contains("\"\($0.text)\"") }
            || erasure.mention?.isFound(in: version.body) == true
        guard concerns else { return .same }
        let part = try part(version.kind, version.body)
        switch version.kind {
        case .network:
            var settings = part
            settings.title = settings.title.map { erasure.mention?.removed(from: $0) ?? $0 }
            settings.summary = settings.summary.map { erasure.mention?.removed(from: $0) ?? $0 }
            return settings == part
                ? .same : .other(key: version.key, body: NetworkSettings(of: settings).body)
        case .person: return fate(part.people, erasure.erased, version.key)
        case .company: return fate(part.companies, erasure.erased, version.key)
        case .opportunity: return fate(part.opportunities, erasure.erased, version.key)
        case .tie: return fate(part.ties, erasure.erased, version.key)
        case .referral: return fate(part.referrals, erasure.erased, version.key)
        case .target: return fate(part.targets, erasure.erased, version.key)
        case .interaction:
            guard let old = part.interactions.first else { return .same }
            guard let new = erasure.erased(old) else { return .gone }
            guard new != old else { return .same }
            guard new.key != old.key else { return .other(key: version.key, body: new.body) }
            let key = newKeys[version.key] ?? keys.key(new.key, unless: used.contains)
            newKeys[version.key] = key
            return .other(key: key, body: new.body)
        }
    }

    private func fate<Entity: StoredEntity>(
        _ entities: [Entity], _ erased: (Entity) -> Entity?, _ key: String
    ) -> Fate {
        guard let old = entities.first else { return .same }
        guard let new = erased(old) else { return .gone }
        return new == old ? .same : .other(key: key, body: new.body)
    }

    /// A network with nothing but one row.
    private func part(_ kind: EntityKind, _ body: String) throws -> ReferralNetwork {
        var text = body
        if kind != .network {
            let settings = NetworkJSONWriter.settingsLine(of: ReferralNetwork(seeker: "seeker", people: []))
            text = settings.dropLast() + ", \"\(kind.list.rawValue)\": [\(body)]"
            if kind != .person { text += ", \"people\": []" }
            text += "}"
        } else {
            text = body.dropLast() + ", \"people\": []}"
        }
        let result = NetworkJSONReader.read(
            bytes: Array(text.utf8), file: path, asOf: nil, checksReferences: false, isRecorded: true)
        guard let network = result.network else {
            throw StoreError.corrupted(path: path, reason: "a row of kind \(kind) cannot be read")
        }
        return network
    }
}
