import ClientReports
internal import FoundationEssentials
import Foundations
import ReferralAnalysis
import ReferralGraph
import Reporting
internal import SystemInterface

/// The counts of the last runs, kept in the output folder. A run is compared with the last one of an earlier day,
/// so that doing it again on the same day changes nothing.
struct BatchRuns: Codable {
    private var schema = Self.schema
    private var runs: [Run]

    private struct Run: Codable {
        var day: CalendarDay
        /// What was asked; other policies and tags give counts that cannot be compared.
        var question: String
        var clients: [String: ClientAttention.Tally]
    }

    private static let schema = "rebound-batch-runs/1"
    private static let fileName = ".runs.json"
    /// How many runs are kept.
    private static let mostRuns = 5

    /// Reads what a folder has; none is no error.
    /// - Throws: ``WorkspaceError`` when the file is damaged or from a later version.
    init(in folder: BatchFolder) throws(WorkspaceError) {
        runs = []
        guard folder.has(Self.fileName) else { return }
        let path = folder.path(of: Self.fileName)
        guard let bytes = try? FileBytes.read(path: path),
            let read = try? JSONDecoder().decode(Self.self, from: Data(bytes)), read.schema == Self.schema
        else {
            throw .output(
                "\(shownPath(path)): expected the counts of earlier runs (\(Self.schema)), found something else; to start over without trends: rm \(commandWord(path))"
            )
        }
        runs = read.runs
    }

    /// Puts into a summary what has changed since the last run of an earlier day, and takes its own counts in.
    /// - Parameter question: What was asked of the networks, besides the day.
    func compare(_ summary: inout BatchSummary, by question: String) -> Self {
        let today = summary.asOf.day
        var clients: [String: ClientAttention.Tally] = [:]
        for entry in summary.entries { clients[entry.name] = entry.attention?.tally }
        let earlier = runs.filter { $0.question == question && $0.day < today }.max { $0.day < $1.day }
        if let earlier {
            var sum = ClientAttention.Tally()
            for position in summary.entries.indices {
                let name = summary.entries[position].name
                guard let now = clients[name], let then = earlier.clients[name] else { continue }
                summary.entries[position].change = now - then
                sum = sum + (now - then)
            }
            func names(
                of some: [String: ClientAttention.Tally], missingIn others: [String: ClientAttention.Tally]
            )
                -> [String]
            {
                some.keys.filter { others[$0] == nil }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            }
            summary.trend = BatchTrend(
                since: earlier.day, change: sum, added: names(of: clients, missingIn: earlier.clients),
                removed: names(of: earlier.clients, missingIn: clients))
        }
        var next = self
        next.runs.removeAll { $0.day == today && $0.question == question }
        next.runs.append(Run(day: today, question: question, clients: clients))
        next.runs.sort { ($0.day, $0.question) < ($1.day, $1.question) }
        next.runs.removeFirst(max(0, next.runs.count - Self.mostRuns))
        return next
    }

    /// Keeps them in a folder.
    /// - Throws: ``WorkspaceError/unwritable(_:)``.
    func write(to folder: BatchFolder) throws(WorkspaceError) {
        let text: String
        do { text = try StableJSON.text(of: self) } catch {
            throw .output("the counts of this run cannot be written as JSON: \(error)")
        }
        try folder.write(text.utf8, as: Self.fileName)
    }
}
