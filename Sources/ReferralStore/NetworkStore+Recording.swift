internal import GRDB
public import ReferralGraph

/// What came of an edit.
public struct Recorded<Answer> {
    /// What the edit returned.
    public var answer: Answer
    /// The network after it; of the interactions only those that were read.
    public var network: ReferralNetwork
    /// The entry of the journal; `nil` when nothing changed, or nothing was to be written.
    public var entry: JournalEntry?
    /// The rows that changed, or would.
    public var changes: [EntityChange]

    /// Makes the result of an edit.
    public init(answer: Answer, network: ReferralNetwork, entry: JournalEntry?, changes: [EntityChange]) {
        self.answer = answer
        self.network = network
        self.entry = entry
        self.changes = changes
    }
}

extension Recorded: Sendable where Answer: Sendable {}

extension NetworkStore {
    /// The network as it is.
    /// - Throws: ``StoreError``.
    /// - Complexity: O(size of the network).
    public func network() throws(StoreError) -> ReferralNetwork {
        try read { try StoredNetwork(from: $0, path: path).network }
    }

    /// The network as it is, and the number of the journal's last entry.
    /// - Throws: ``StoreError``.
    /// - Complexity: O(size of the network).
    public func current() throws(StoreError) -> (network: ReferralNetwork, entry: JournalEntry.ID) {
        try read { (try StoredNetwork(from: $0, path: path).network, try Journal($0).latestID()) }
    }

    /// The number of the journal's last entry.
    /// - Throws: ``StoreError``.
    /// - Complexity: O(1).
    public func latestEntry() throws(StoreError) -> JournalEntry.ID {
        try read { try Journal($0).latestID() }
    }

    /// Edits the network and records what changed.
    ///
    /// When this returns, the change is on the disk. Others that want to write wait meanwhile, for some seconds: the
    /// edit should not wait for the user.
    /// - Parameters:
    ///   - summary: What to call it in the history.
    ///   - kind: What sort of act it is.
    ///   - date: When it happens.
    ///   - expected: The entry that has to be the last one still, where the edit was thought out by it.
    ///   - concern: Which interactions the edit reads.
    ///   - edit: Changes the network; must not use the store itself, and may be called twice.
    /// - Throws: ``StoreError``, or what `edit` throws; nothing was written then.
    /// - Complexity: O(size of the network) with a small constant for what the edit does not read.
    public func record<Answer>(
        _ summary: (Answer) -> String, as kind: JournalEntry.Kind = .record, at date: Timestamp,
        after expected: JournalEntry.ID? = nil, reading concern: EditConcern<Answer>? = nil,
        _ edit: (inout ReferralNetwork) throws -> Answer
    ) throws -> Recorded<Answer> {
        try write(latest: \.entry) { db in
            try Journal(db).check(latest: expected)
            var recorded = try rehearsed(db, checksKeys: true, concern, edit)
            guard !recorded.changes.isEmpty else { return recorded }
            recorded.entry = try appending {
                try Journal(db).append(
                    recorded.changes, kind: kind, summary: summary(recorded.answer), at: date)
            }
            return recorded
        }
    }

    /// Edits the network as ``record(_:as:at:reading:_:)`` would, and writes nothing.
    /// - Throws: ``StoreError``, or what `edit` throws.
    public func rehearse<Answer>(
        reading concern: EditConcern<Answer>? = nil, _ edit: (inout ReferralNetwork) throws -> Answer
    ) throws -> Recorded<Answer> {
        var result: Result<Recorded<Answer>, any Error>?
        try read { db in
            do {
                result = .success(try rehearsed(db, concern, edit))
            } catch let error as DatabaseError {
                throw error
            } catch {
                // What the edit throws is not for the store to translate.
                result = .failure(error)
            }
        }
        return try result!.get()
    }

    private func rehearsed<Answer>(
        _ db: Database, checksKeys: Bool = false, _ concern: EditConcern<Answer>?,
        _ edit: (inout ReferralNetwork) throws -> Answer
    ) throws -> Recorded<Answer> {
        if let concern {
            let part = try StoredNetwork(
                from: db, path: path, checksKeys: checksKeys, scope: concern.before)
            guard let scope = part.scope else { return try rehearsed(part, edit) }
            // What a part refuses, the whole may accept, or refuse in other words.
            if let recorded = try? rehearsed(part, edit), concern.isMet(by: recorded, in: scope, of: part) {
                return recorded
            }
        }
        if checksKeys { try checkIndexes(in: db) }
        return try rehearsed(StoredNetwork(from: db, path: path, checksKeys: checksKeys), edit)
    }

    private func rehearsed<Answer>(
        _ stored: StoredNetwork, _ edit: (inout ReferralNetwork) throws -> Answer
    ) throws -> Recorded<Answer> {
        var network = stored.network
        let answer = try edit(&network)
        let issues = network.issues(asOf: nil).filter(\.isError)
        guard issues.isEmpty else { throw StoreError.invalidNetwork(issues) }
        guard network.ties.allSatisfy({ $0.strength?.isFinite ?? true }) else {
            throw StoreError.notStorable(reason: "the strength of a tie is not a number")
        }
        let changes = NetworkDifference(from: stored, to: network).changes
        try StoredNetwork.checkReadable(changes, of: network)
        return Recorded(answer: answer, network: network, entry: nil, changes: changes)
    }

    /// Turns the journal's complaint about a row into one about the file.
    func appending<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let mismatch as Journal.Mismatch {
            throw StoreError.corrupted(
                path: path, reason: "the row \(mismatch.kind) \(mismatch.key) is not what the journal says")
        }
    }
}
