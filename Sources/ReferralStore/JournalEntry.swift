public import ReferralGraph

/// One act in the history of a store: something recorded, taken back or brought back.
public struct JournalEntry: Sendable, Equatable, Identifiable {
    /// Its number, from 1, rising.
    public var id: Int
    /// When it happened, as the caller of the store said.
    public var recordedAt: Timestamp
    /// What sort of act it was.
    public var kind: Kind
    /// What happened, in words.
    public var summary: String
    /// The entry that this one took back: for an undo what had been recorded, for a redo the undo.
    public var reverts: Int?
    /// How many rows it changed.
    public var changeCount: Int
    /// Whether it still holds; `false` when a later entry took it back.
    public var isEffective: Bool

    /// What sort of act an entry is; callers may have sorts of their own.
    public struct Kind: RawRepresentable, Sendable, Hashable {
        /// The word in the journal.
        public var rawValue: String

        /// Makes a sort of act from its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The store was founded; cannot be taken back.
        public static let create = Kind(rawValue: "create")
        /// The user recorded something.
        public static let record = Kind(rawValue: "record")
        /// A file was taken in.
        public static let `import` = Kind(rawValue: "import")
        /// Two entities became one.
        public static let merge = Kind(rawValue: "merge")
        /// An earlier entry was taken back.
        public static let undo = Kind(rawValue: "undo")
        /// An undo was taken back.
        public static let redo = Kind(rawValue: "redo")
    }

    /// Makes an entry.
    public init(
        id: Int, recordedAt: Timestamp, kind: Kind, summary: String, reverts: Int? = nil, changeCount: Int,
        isEffective: Bool = true
    ) {
        self.id = id
        self.recordedAt = recordedAt
        self.kind = kind
        self.summary = summary
        self.reverts = reverts
        self.changeCount = changeCount
        self.isEffective = isEffective
    }
}

/// A history, and which recordings of it an undo or a redo would take.
public struct RevertibleHistory: Sendable, Equatable {
    /// Newest first.
    public var entries: [JournalEntry]
    /// The recordings that an undo takes back, next first.
    public var undoable: [JournalEntry.ID]
    /// The recordings that a redo brings back, next first.
    public var redoable: [JournalEntry.ID]

    /// Makes a history.
    public init(
        entries: [JournalEntry] = [], undoable: [JournalEntry.ID] = [], redoable: [JournalEntry.ID] = []
    ) {
        self.entries = entries
        self.undoable = undoable
        self.redoable = redoable
    }
}
