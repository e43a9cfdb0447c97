import ReferralGraph

/// A batch summary as a page to open from disk: thumbnails, who to contact first, what has stalled.
///
/// The page loads nothing but the drawings beside it and runs nothing; its policy forbids both.
public struct BatchPage {
    private let summary: BatchSummary

    /// Makes the page of a summary.
    public init(_ summary: BatchSummary) { self.summary = summary }

    /// The page, HTML.
    public func html() -> String {
        let done = summary.entries.count - summary.failedCount
        let due = summary.entries.reduce(0) { $0 + $1.dueCount }
        let failed = summary.failedCount == 0 ? "" : " · \(summary.failedCount) could not be read"
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
            <title>Rebound: \(Wording.count(done, "network"))</title>
            <style>\(HTML(verbatim: Self.style))</style>
            </head>
            <body>
            <header>
            <h1>\(Wording.count(done, "network")), \(Wording.count(due, "step")) due</h1>
            <p>As of \(summary.asOf.day.longWords)\(failed) · <a href="summary.csv">summary.csv</a> · <a href="summary.json">summary.json</a></p>
            </header>
            <main>
            \(summary.entries.map { card($0) })
            </main>
            </body>
            </html>

            """
        return page.text
    }

    private func card(_ entry: BatchEntry) -> HTML {
        if let failure = entry.failure {
            let lines: [HTML] = Wording.first(10, of: failure).map { "<li>\($0)</li>" }
            return """
                <article class="failed">
                <h2>\(entry.title)</h2>
                <p>\(entry.source) could not be read:</p>
                <ul>\(lines)</ul>
                </article>
                """
        }
        let picture: HTML =
            entry.drawing.map { file in
                let path = percentEncoded(file)
                let text =
                    "Drawing of \(entry.title): \(Wording.count(entry.size.people, "person", "people"))"
                return """
                    <a class="picture" href="\(path)"><img loading="lazy" src="\(path)" alt="\(text)"></a>
                    """
            } ?? "<p class=\"picture\">\(entry.drawingNotes.joined(separator: "; "))</p>"
        let first: [HTML] = entry.first.map { "<li><b>\($0.name)</b> \($0.what)</li>" }
        let stalled = [
            (entry.stalled.theyOwe, "they owe"), (entry.stalled.youOwe, "you owe"),
            (entry.stalled.promiseMissed, "missed promises"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " · ")
        let base = percentEncoded(entry.name)
        return """
            <article>
            \(picture)
            <h2>\(entry.title)</h2>
            <p>\(Wording.count(entry.size.people, "person", "people")), \(Wording.count(entry.size.companies, "company", "companies")) · \(entry.dueCount) due\(stalled.isEmpty ? "" : " · \(stalled)")</p>
            <ol>\(first)</ol>
            <p class="files"><a href="\(base).txt">call list</a> · <a href="\(base).json">JSON</a></p>
            </article>
            """
    }

    private static let style = """
        :root{color-scheme:light dark;--ink:#1f2933;--muted:#56616d;--paper:#fff;--ground:#f4f6f8;--line:#d5dce3;--alarm:#b5431a}
        @media (prefers-color-scheme:dark){:root{--ink:#e6ebf0;--muted:#a3afbb;--paper:#1b222a;--ground:#12171d;--line:#33404d;--alarm:#ef9a76}}
        body{margin:0;padding:2rem;background:var(--ground);color:var(--ink);font:15px/1.45 Inter,"Open Sans","Segoe UI","Helvetica Neue",Arial,sans-serif}
        h1{font-size:1.5rem;margin:0}h2{font-size:1.05rem;margin:.6rem 0 .1rem}header p,article p{margin:.1rem 0;color:var(--muted)}
        a{color:inherit}main{display:grid;gap:1rem;margin-top:1.5rem;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr))}
        article{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:1rem;overflow-wrap:anywhere}
        .picture{display:block;height:11rem;border-radius:8px;background:#fff;overflow:hidden;text-align:center}
        .picture img{width:100%;height:100%;object-fit:contain}
        ol,ul{margin:.4rem 0;padding-left:1.3rem}.failed{border-color:var(--alarm)}.failed p,.failed li{color:var(--alarm)}
        """
}
