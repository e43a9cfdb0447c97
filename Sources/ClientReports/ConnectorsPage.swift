internal import Foundations
import ReferralAnalysis
internal import ReferralGraph
import Reporting

/// Who among a coach’s clients could open a door for another one: a page for the coach alone, and the same as a table.
///
/// The page loads nothing and runs nothing; its policy forbids both.
public struct ConnectorsPage {
    private let connectors: Connectors

    /// Makes the page of a run.
    public init(_ connectors: Connectors) { self.connectors = connectors }

    /// The page, HTML.
    public func html() -> String {
        let sections: [HTML] = Self.runs(connectors.lines, of: \.client).map { lines in
            let companies = Self.runs(lines, of: \.company).map(Self.company)
            return
                "<section>\n<h2>\(lines[0].client ?? "Clients who share without names")</h2>\n\(companies)\n</section>"
        }
        let found: HTML =
            sections.isEmpty
            ? "<p>None of the clients who share knows anyone at a company that another one wants a way into.</p>"
            : "\(sections)"
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Rebound: introductions between clients</title>
            <style>\(HTML(verbatim: Self.style))</style>
            </head>
            <body>
            <header>
            <p><a href="index.html">All clients</a> · <a href="connectors.csv">connectors.csv</a></p>
            <h1>Introductions between clients</h1>
            <p>For you alone: names here stand for clients who agreed to that, and only between two who both did. Ask the
            client whose contact it is before you pass a name on.</p>
            </header>
            <main>
            \(found)
            </main>
            </body>
            </html>

            """
        return page.text
    }

    /// The table, UTF-8; cells that a spreadsheet would take for a formula are guarded.
    public func csv() -> [UInt8] {
        var writer = CSVWriter()
        writer.row([
            "client", "wants", "priority", "own introduction", "ask client", "contact", "title", "there now",
            "reply", "last contact",
        ])
        for line in connectors.lines {
            let details = line.contact?.details
            writer.row([
                line.client ?? "", line.company, line.priority?.rawValue ?? "",
                line.ownProbability.map { Wording.percent($0) } ?? "", line.contact?.client ?? "",
                details?.name ?? "", details?.title ?? "", line.isCurrent ? "yes" : "no",
                details.map { Wording.percent($0.replyProbability) } ?? "",
                details?.lastContact?.description ?? "",
            ])
        }
        return writer.bytes
    }

    /// How many ways to help there are, in words.
    public static func summary(_ connectors: Connectors) -> String {
        Wording.count(connectors.lines.count, "introduction") + " between clients"
    }

    /// How many contacts at one company are written out; the table has them all.
    private static let mostContacts = 3

    /// What there is to know of one company, for one client.
    private static func company(_ lines: [Connectors.Line]) -> HTML {
        let first = lines[0]
        let priority = first.priority.map { " (\($0.rawValue))" } ?? ""
        let own: HTML =
            first.client == nil
            ? .empty
            : "<p>\(first.ownProbability.map { "Best introduction of their own: \(Wording.percent($0))" } ?? "No introduction of their own")</p>\n"
        var items: [HTML] = lines.prefix(mostContacts).map(item)
        if lines.count > mostContacts {
            items.append("<li>\(lines.count - mostContacts) more in connectors.csv</li>")
        }
        return "<h3>\(first.company)\(priority)</h3>\n\(own)<ul>\n\(items)\n</ul>"
    }

    private static func item(_ line: Connectors.Line) -> HTML {
        guard let contact = line.contact else {
            let who = line.client == nil ? "One of your clients wants it, and another" : "One of your clients"
            return
                "<li>\(who) knows \(line.isCurrent ? "someone there" : "someone who used to work there")</li>"
        }
        let details = contact.details
        let job = details.title.map { ", \($0)" } ?? ""
        let last = details.lastContact.map { ", last in touch \($0.longWords)" } ?? ""
        let facts = "\(Wording.percent(details.replyProbability)) likely to reply to them\(last)"
        return
            "<li><b>\(details.name)</b>\(job)\(line.isCurrent ? "" : " (used to work there)"): ask \(contact.client); \(facts)</li>"
    }

    /// The lines that follow each other and have the same value.
    private static func runs<Value: Equatable>(
        _ lines: [Connectors.Line], of value: (Connectors.Line) -> Value
    ) -> [[Connectors.Line]] {
        var runs: [[Connectors.Line]] = []
        for line in lines {
            if let last = runs.last, value(last[0]) == value(line) {
                runs[runs.count - 1].append(line)
            } else {
                runs.append([line])
            }
        }
        return runs
    }

    private static let style = """
        :root{color-scheme:light dark;--ink:#1f2933;--muted:#56616d;--paper:#fff;--ground:#f4f6f8;--line:#d5dce3}
        @media (prefers-color-scheme:dark){:root{--ink:#e6ebf0;--muted:#a3afbb;--paper:#1b222a;--ground:#12171d;--line:#33404d}}
        body{margin:0 auto;max-width:52rem;padding:1.5rem;background:var(--ground);color:var(--ink);font:15px/1.5 Inter,"Open Sans","Segoe UI","Helvetica Neue",Arial,sans-serif}
        h1{font-size:1.5rem;margin:.3rem 0}h2{font-size:1.05rem;margin:0 0 .3rem}header p{margin:.2rem 0;color:var(--muted)}a{color:inherit}
        section{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:1rem;margin-top:1rem;overflow-wrap:anywhere}
        h3{font-size:1rem;margin:.8rem 0 0}section p{margin:0;color:var(--muted)}ul{margin:0;padding-left:1.2rem}li{margin:.25rem 0}
        @media print{body{background:#fff;color:#000;max-width:none;padding:0}section{break-inside:avoid}}
        """
}
