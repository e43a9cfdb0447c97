import Foundations

/// A batch summary as a table for spreadsheets.
public struct BatchCSV {
    private let summary: BatchSummary

    /// Makes the table of a summary.
    public init(_ summary: BatchSummary) { self.summary = summary }

    /// How many errors or warnings of one network are written out; `summary.json` has them all.
    private static let mostNotes = 3

    /// The table, UTF-8; cells that a spreadsheet would take for a formula are guarded.
    public func bytes() -> [UInt8] {
        var writer = CSVWriter()
        writer.row([
            "name", "source", "title", "status", "people", "companies", "opportunities", "referrals",
            "interactions",
            "due", "they owe", "you owe", "promises missed", "closed", "first contact", "first step",
            "drawing",
            "notes",
        ])
        for entry in summary.entries {
            let size = entry.size
            let numbers = [
                size.people, size.companies, size.opportunities, size.referrals, size.interactions,
                entry.dueCount,
                entry.stalled.theyOwe, entry.stalled.youOwe, entry.stalled.promiseMissed,
                entry.stalled.closed,
            ]
            let isDone = entry.failure == nil
            let notes = [entry.failure ?? [], entry.warnings, entry.drawingNotes].flatMap {
                Wording.first(Self.mostNotes, of: $0)
            }
            var row = [entry.name, entry.source, entry.title, isDone ? "done" : "failed"]
            row += numbers.map { isDone ? String($0) : "" }
            row += [entry.first.first?.name ?? "", entry.first.first?.what ?? "", entry.drawing ?? ""]
            writer.row(row + [notes.joined(separator: "\n")])
        }
        return writer.bytes
    }
}
