internal import ReferralGraph
public import ReferralStore

/// The history of a network, for reading: a line an entry, newest first.
public struct HistoryText: ReadableReport {
    private let entries: [JournalEntry]
    private let limit: Int

    /// Makes the text of a history.
    /// - Parameters:
    ///   - entries: Newest first.
    ///   - limit: How many to show at the most.
    public init(_ entries: [JournalEntry], limit: Int = .max) {
        self.entries = entries
        self.limit = limit
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        let width = entries.map { String($0.id).count }.max() ?? 1
        for entry in entries.prefix(limit) {
            let number = String(entry.id)
            let margin = String(repeating: " ", count: width - number.count) + number + "  "
            block.wrapped(Self.words(entry), after: margin, paint: entry.isEffective ? .plain : .dim)
        }
        if entries.count > limit {
            block.wrapped("\(entries.count - limit) more: --top shows more", paint: .dim)
        }
        return block
    }

    /// An entry in one line, without its number.
    package static func words(_ entry: JournalEntry) -> String {
        "\(entry.recordedAt.day) \(entry.kind.rawValue) · \(entry.summary)"
            + (entry.reverts.map { " · of \($0)" } ?? "") + (entry.isEffective ? "" : " · taken back")
    }
}

/// What one entry of a history changed, for reading: the rows before and after, as they stand in a network file.
public struct ChangesText: ReadableReport {
    private let changes: [EntityChange]

    /// Makes the text of the changes of an entry.
    public init(_ changes: [EntityChange]) { self.changes = changes }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        for change in changes {
            block.wrapped("\(change.kind.rawValue) \(change.key)", paint: .bold)
            if let before = change.before { block.wrapped(before.body, after: "  - ", paint: .dim) }
            if let after = change.after { block.wrapped(after.body, after: "  + ") }
        }
        return block
    }
}
