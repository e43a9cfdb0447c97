import Foundations
import ReferralAnalysis
import ReferralGraph
import Reporting

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
            "attention", "why", "days", "last act", "contacts", "replies", "names", "since", "new contacts",
            "new replies", "new names", "due change", "stalled change", "due", "they owe", "you owe",
            "promises missed", "closed", "first contact", "first step",
            "drawing",
            "notes",
        ])
        for entry in summary.entries {
            let size = entry.size
            let sizes = [
                size.people, size.companies, size.opportunities, size.referrals, size.interactions,
            ]
            let numbers = [
                entry.dueCount,
                entry.stalled.theyOwe, entry.stalled.youOwe, entry.stalled.promiseMissed,
                entry.stalled.closed,
            ]
            let isDone = entry.failure == nil
            let notes = [entry.failure ?? [], entry.warnings, entry.drawingNotes].flatMap {
                Wording.first(Self.mostNotes, of: $0)
            }
            var row = [entry.name, entry.source, entry.title, isDone ? "done" : "failed"]
            row += sizes.map { isDone ? String($0) : "" }
            row += attention(of: entry)
            row += numbers.map { isDone ? String($0) : "" }
            row += [entry.first.first?.name ?? "", entry.first.first?.what ?? "", entry.drawing ?? ""]
            writer.row(row + [notes.joined(separator: "\n")])
        }
        return writer.bytes
    }

    /// The days are counted from the day looked from: below 0 for what has passed.
    private func attention(of entry: BatchEntry) -> [String] {
        let today = summary.asOf.day
        let attention = entry.attention
        let matters = attention?.matters ?? []
        var row = [matters.first?.kind.rawValue ?? ""]
        row.append(matters.map { AttentionWords.sentence($0, today: today) }.joined(separator: "\n"))
        let days: Int? = matters.first?.day.map { (day: CalendarDay) -> Int in day - today }
        row.append(days.map { String($0) } ?? "")
        row.append(attention?.lastAct?.description ?? "")
        if let tally = attention?.tally {
            row += [tally.contacts, tally.replies, tally.names].map { String($0) }
        } else {
            row += ["", "", ""]
        }
        if let change = entry.change, let since = summary.trend?.since {
            row.append(since.description)
            row += [change.contacts, change.replies, change.names, change.due, change.stalled].map {
                String($0)
            }
        } else {
            row += Array(repeating: "", count: 6)
        }
        return row
    }
}
