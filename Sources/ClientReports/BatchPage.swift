import ReferralAnalysis
import ReferralGraph
import Reporting

/// A batch summary as the page that a coach opens on Monday: the clients in one table, who needs the coach most first.
///
/// The page loads nothing. All of it can be read without its script, which sorts, searches and filters. On paper it is one
/// page with the first ten clients.
public struct BatchPage {
    private let summary: BatchSummary
    private let connectors: Connectors?
    private let isRedacted: Bool

    /// Makes the page of a summary.
    /// - Parameters:
    ///   - summary: What the run has found.
    ///   - connectors: What the clients share, which has a page beside this one; `nil` when none shares anything.
    ///   - isRedacted: Whether no client is named, and totals stand beside the page.
    public init(_ summary: BatchSummary, connectors: Connectors? = nil, isRedacted: Bool = false) {
        (self.summary, self.connectors, self.isRedacted) = (summary, connectors, isRedacted)
    }

    private var today: CalendarDay { summary.asOf.day }

    /// The page, HTML.
    public func html() -> String {
        let done = summary.entries.filter { $0.failure == nil }
        let failed = summary.entries.filter { $0.failure != nil }
        let attention = summary.attentionCount
        let title =
            isRedacted
            ? "Clients by number"
            : "\(Wording.count(done.count, "client")), \(attention) \(attention == 1 ? "needs" : "need") you"
        let (style, script) = (BatchPageAssets.style, BatchPageAssets.script)
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta http-equiv="Content-Security-Policy" content="\(ReportPage.policy(style: style, script: script))">
            <title>Rebound: \(title)</title>
            <style>\(HTML(verbatim: style))</style>
            </head>
            <body>
            <header>
            <h1>\(title)</h1>
            <p>As of \(today.longWords)\(failed.isEmpty || isRedacted ? "" : " · \(failed.count) could not be read")</p>
            \(connectors.html { "<p><a href=\"connectors.html\">\(ConnectorsPage.summary($0))</a></p>" })
            \(summary.trend.html { "<p>\(AttentionWords.trend($0).capitalizedFirst)</p>" })
            <ul class="kinds">
            \(figures)
            </ul>
            </header>
            <main>
            \(failures(failed))
            <div class="tools">
            <label>Find <input id="find" type="search" aria-describedby="status"></label>
            <label>Show <select id="kind">
            <option value="">Everyone</option>
            <option value="any">Who needs you</option>
            \(ClientAttention.Kind.allCases.map { "<option value=\"\($0.rawValue)\">\(AttentionWords.title($0))</option>" })
            </select></label>
            <p id="status" role="status"></p>
            </div>
            <p class="paper">\(done.count > 10 ? isRedacted ? "The first 10 clients" : "The first 10 of \(done.count) clients" : "")</p>
            \(done.isEmpty ? "<p>No network could be read.</p>" : table(done))
            </main>
            <footer>
            <p><a href="summary.csv">summary.csv</a> · <a href="summary.json">summary.json</a>\(isRedacted ? " · <a href=\"totals.csv\">totals.csv</a>" as HTML : .empty)</p>
            <p>Made by Rebound on this machine. The page loads nothing and sends nothing. \(isRedacted ? "It names no one; to hand figures on, take totals.csv alone." : "It names all clients: do not hand it on.")</p>
            </footer>
            <script>\(HTML(verbatim: script))</script>
            </body>
            </html>

            """
        return page.text
    }

    /// How many clients need the coach, and why; for a supervisor only what ``BatchTotals`` tells.
    private var figures: [HTML] {
        guard isRedacted else { return ClientAttention.Kind.allCases.map { figure($0) } }
        return BatchTotals(summary).groups.prefix(1 + ClientAttention.Kind.allCases.count).map {
            "<li><b>\(BatchTotals.words($0.atLeast))</b> \($0.name)</li>"
        }
    }

    private func figure(_ kind: ClientAttention.Kind) -> HTML {
        let count = summary.entries.count { entry in
            entry.attention?.matters.contains { $0.kind == kind } ?? false
        }
        return "<li><b>\(count)</b> \(AttentionWords.title(kind))</li>"
    }

    private func failures(_ failed: [BatchEntry]) -> HTML {
        guard !failed.isEmpty else { return .empty }
        let entries: [HTML] = failed.map { entry in
            let lines: [HTML] = Wording.first(10, of: entry.failure ?? []).map { "<li>\($0)</li>" }
            return "<h3>\(entry.source) could not be read</h3>\n<ul>\(lines)</ul>"
        }
        return """
            <section class="failed" aria-labelledby="failed">
            <h2 id="failed">\(isRedacted ? "Could not be read" : Wording.count(failed.count, "network") + " could not be read")</h2>
            \(entries)
            </section>
            """
    }

    // MARK: The table

    private func table(_ entries: [BatchEntry]) -> HTML {
        let columns =
            ["Order", "Client", "What needs you", "Last act", "Due", "Stalled"]
            + (summary.trend.map { ["Since \($0.since.words(relativeTo: today))"] } ?? [])
        let heads: [HTML] = columns.enumerated().map { position, name in
            "<th role=\"columnheader\" scope=\"col\"\(position == 0 ? " aria-sort=\"ascending\"" as HTML : .empty)>\(name)</th>"
        }
        return """
            <table role="table">
            <caption>Who needs you most comes first. A client’s name opens the client’s report.</caption>
            <thead role="rowgroup"><tr role="row">\(heads)</tr></thead>
            <tbody role="rowgroup">
            \(entries.enumerated().map { row($0.element, at: $0.offset + 1) })
            </tbody>
            </table>
            """
    }

    private func row(_ entry: BatchEntry, at position: Int) -> HTML {
        let attention = entry.attention ?? ClientAttention()
        let kinds = attention.matters.map(\.kind.rawValue).joined(separator: " ")
        let matters: [HTML] = attention.matters.map {
            "<li><b class=\"\($0.kind.rawValue)\">\(AttentionWords.title($0.kind))</b> \(AttentionWords.sentence($0, today: today))</li>"
        }
        let days = attention.lastAct.map { today - $0 }
        let stalled = attention.tally.stalled
        let change: HTML = summary.trend.html { _ in
            let words = entry.change.map(AttentionWords.change) ?? "new here"
            let sum = entry.change.map { $0.contacts + $0.replies + $0.names } ?? 0
            return cell(sum, "Changed", "\(words)")
        }
        let name: HTML = """
            <th role="rowheader" scope="row"><a href="\(percentEncoded(entry.name)).html">\(entry.title)</a></th>
            """
        let why: HTML = matters.isEmpty ? "—" : "<ul>\(matters)</ul>"
        let last = attention.lastAct?.words(relativeTo: today) ?? "never"
        let cells: [HTML] = [
            cell(position, "Order", "\(position)"), name, cell(position, "Needs you", why),
            cell(days ?? 100_000, "Last act", "\(last)"), cell(entry.dueCount, "Due", "\(entry.dueCount)"),
            cell(stalled, "Stalled", "\(stalled)"), change,
        ]
        return "<tr role=\"row\" data-kinds=\"\(kinds)\">\(cells)</tr>"
    }

    /// - Parameters:
    ///   - number: What the column is sorted by.
    ///   - name: The column's name, where a narrow screen puts cells below each other.
    private func cell(_ number: Int, _ name: HTML, _ content: HTML) -> HTML {
        "<td role=\"cell\" data-by=\"\(number)\" data-name=\"\(name)\">\(content)</td>"
    }
}
