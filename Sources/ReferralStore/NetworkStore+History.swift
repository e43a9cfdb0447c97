internal import GRDB
public import ReferralGraph

extension NetworkStore {
    /// What was recorded, taken back and brought back, newest first.
    /// - Parameter limit: How many entries at most; `nil` for all.
    /// - Throws: ``StoreError``.
    /// - Complexity: O(entries of the journal).
    public func history(limit: Int? = nil) throws(StoreError) -> [JournalEntry] {
        let entries = try read { try Journal($0).entries(path: path).entries }
        return Array(entries.suffix(max(0, limit ?? entries.count)).reversed())
    }

    /// The whole history, newest first, with what could be taken back and brought back, next first.
    /// - Throws: ``StoreError``.
    /// - Complexity: O(entries of the journal).
    public func revertibleHistory() throws(StoreError) -> RevertibleHistory {
        let (entries, stack) = try read { try Journal($0).entries(path: path) }
        return RevertibleHistory(
            entries: entries.reversed(), undoable: stack.done.reversed().map(\.recording),
            redoable: stack.undone.reversed().map(\.recording))
    }

    /// The rows that an entry of the history changed.
    /// - Throws: ``StoreError``.
    public func changes(of entry: JournalEntry.ID) throws(StoreError) -> [EntityChange] {
        try read { db in
            guard try Journal(db).hasEntry(entry) else { throw StoreError.noSuchEntry(id: entry) }
            return try Journal(db).changes(of: entry, path: path)
        }
    }

    /// Takes the latest recordings back that still hold, all of them or none.
    ///
    /// An undo is no recording: undoing twice takes back two. ``redo(steps:at:)`` undoes an undo.
    /// - Parameters:
    ///   - steps: How many, at least 1.
    ///   - expected: The entry that has to be the last one still.
    /// - Returns: The new entries, oldest first.
    /// - Throws: ``StoreError``.
    @discardableResult
    public func undo(
        steps: Int = 1, at date: Timestamp, after expected: JournalEntry.ID? = nil
    ) throws(StoreError) -> [JournalEntry] {
        try revert(at: date, as: .undo, after: expected) { stack throws(StoreError) in
            guard steps <= stack.done.count else {
                throw .nothingToUndo(wanted: steps, available: stack.done.count)
            }
            return stack.done.suffix(max(0, steps)).reversed().map { ($0.recording, reverts: $0.recording) }
        }
    }

    /// Brings back what was undone last, all steps or none; only until something new is recorded.
    /// - Parameters:
    ///   - steps: How many, at least 1.
    ///   - expected: The entry that has to be the last one still.
    /// - Returns: The new entries, oldest first.
    /// - Throws: ``StoreError``.
    @discardableResult
    public func redo(
        steps: Int = 1, at date: Timestamp, after expected: JournalEntry.ID? = nil
    ) throws(StoreError) -> [JournalEntry] {
        try revert(at: date, as: .redo, after: expected) { stack throws(StoreError) in
            guard steps <= stack.undone.count else {
                if stack.undone.isEmpty, let entry = stack.overtakenBy { throw .redoOvertaken(by: entry) }
                throw .nothingToRedo(wanted: steps, available: stack.undone.count)
            }
            return stack.undone.suffix(max(0, steps)).reversed().map { ($0.recording, reverts: $0.cause) }
        }
    }

    private func revert(
        at date: Timestamp, as kind: JournalEntry.Kind, after expected: JournalEntry.ID?,
        _ choose: (UndoStack) throws(StoreError) -> [(recording: Int, reverts: Int)]
    ) throws(StoreError) -> [JournalEntry] {
        try StoreError.translating(path) {
            try write(latest: \.last) { db in
                // What does not read back is not written to, and what would not read back is not written.
                try checkIndexes(in: db)
                _ = try StoredNetwork(from: db, path: path, checksKeys: true)
                let journal = Journal(db)
                try journal.check(latest: expected)
                let (entries, stack) = try journal.entries(path: path)
                let reverted = try choose(stack).map { recording, reverts in
                    let inverse = try journal.changes(of: reverts, path: path).reversed().map(\.inverse)
                    let summary = entries.first { $0.id == recording }?.summary ?? ""
                    return try appending {
                        try journal.append(
                            inverse, kind: kind, summary: summary, reverts: reverts, at: date)
                    }
                }
                _ = try StoredNetwork(from: db, path: path, checksKeys: true)
                return reverted
            }
        }
    }
}

extension NetworkStore {
    /// The network as it was when an entry of the history had been recorded; 0 is before the first one.
    /// - Throws: ``StoreError``; there is no network before the store was founded.
    /// - Complexity: O(size of the journal).
    public func network(afterEntry entry: JournalEntry.ID) throws(StoreError) -> ReferralNetwork {
        try read { db in
            let journal = Journal(db)
            guard try journal.hasEntry(entry) else { throw StoreError.noSuchEntry(id: entry) }
            let past = try DatabaseQueue()
            return try past.write { past in
                try StoreSchema.current.apply(to: past)
                try journal.replay(upTo: entry, into: past, path: path)
                return try StoredNetwork(from: past, path: path).network
            }
        }
    }
}
