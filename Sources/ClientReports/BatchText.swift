import ReferralAnalysis
public import Reporting

/// A batch summary in a few lines.
public struct BatchText: ReadableReport {
    private let summary: BatchSummary
    private let unchangedCount: Int
    private let page: String?

    /// Makes the text of a summary.
    /// - Parameters:
    ///   - summary: What the run has found.
    ///   - unchangedCount: How many networks had not changed since the last run.
    ///   - page: Where the page over all is; `nil` when none was written, which a run over all makes up for.
    public init(_ summary: BatchSummary, unchangedCount: Int, page: String?) {
        self.summary = summary
        self.unchangedCount = unchangedCount
        self.page = page
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        let entries = summary.entries
        let due = entries.reduce(0) { $0 + $1.dueCount }
        let stalled = entries.reduce(0) {
            $0 + $1.stalled.theyOwe + $1.stalled.youOwe + $1.stalled.promiseMissed
        }
        let done = entries.count - summary.failedCount
        let runs = [
            "\(done) done",
            summary.failedCount > 0 ? "\(summary.failedCount) could not be read" : nil,
            summary.undrawnCount > 0 ? "\(summary.undrawnCount) could not be drawn" : nil,
        ].compactMap(\.self)
        var block = TextBlock(style: style)
        let unchanged = unchangedCount > 0 ? " (\(unchangedCount) unchanged)" : ""
        block.wrapped(
            "\(Wording.count(entries.count, "network"))\(unchanged): \(runs.joined(separator: ", "))")
        block.wrapped(
            "\(Wording.count(due, "person", "people")) due, \(Wording.count(stalled, "thread")) stalled")
        if summary.attentionCount > 0 {
            let kinds = ClientAttention.Kind.allCases.compactMap { kind -> String? in
                let count = entries.count { $0.attention?.matters.first?.kind == kind }
                return count == 0 ? nil : "\(count) \(AttentionWords.title(kind).lowercased())"
            }
            let verb = summary.attentionCount == 1 ? "needs" : "need"
            block.wrapped(
                "\(Wording.count(summary.attentionCount, "client")) \(verb) you: \(kinds.joined(separator: ", "))"
            )
        }
        if let trend = summary.trend { block.wrapped(AttentionWords.trend(trend)) }
        block.wrapped(page ?? "A run without --shard writes the summary and the page over all networks")
        return block
    }

    /// What a stream of networks has come to, in words that a program can count on: `1000 networks: 998 analyzed, 2 errors`.
    public static func closing(analyzed: Int, errors: Int) -> String {
        "\(Wording.count(analyzed + errors, "network")): \(analyzed) analyzed, \(Wording.count(errors, "error"))"
    }
}
