internal import Foundations
public import ReferralAnalysis
public import ReferralGraph

/// A report as one file to open from disk: it loads nothing, its policy forbids it to, and runs one script, whose
/// digest the policy names.
public struct ReportPage: Sendable {
    private let content: ReportContent
    private let drawing: PageDrawing?
    private let drawingNote: String?
    private let chain: PageDrawing?
    private let palette: PagePalette
    private let parent: String?

    /// Makes the page of a report.
    /// - Parameters:
    ///   - report: What to say.
    ///   - network: The network it is of.
    ///   - title: What the network is called.
    ///   - drawing: The picture of it; `nil` for none.
    ///   - drawingNote: What there is to know about the picture: that it leaves people out, or why there is none.
    ///   - chain: The picture of what the no led to that led to most, whose name is not that of `drawing`.
    ///   - palette: The colours.
    ///   - avoidsCalls: Whether the seeker makes no calls.
    ///   - isQuiet: Whether rejections are not spoken of.
    ///   - parent: The file of the page over all clients, beside this one; `nil` for none.
    public init(
        _ report: NetworkReport, in network: ReferralNetwork, title: String, drawing: PageDrawing?,
        drawingNote: String? = nil, chain: PageDrawing? = nil, palette: PagePalette,
        avoidsCalls: Bool = false, isQuiet: Bool = false, parent: String? = nil
    ) {
        content =
            ReportWords(
                report, in: network, title: title, avoidsCalls: avoidsCalls, isQuiet: isQuiet
            ).content
        self.drawing = drawing
        self.drawingNote = drawingNote
        self.chain = chain
        self.palette = palette
        self.parent = parent
    }

    /// The page. The same report and picture give the same text.
    /// - Complexity: O(size of the page).
    public func html() -> String {
        let style = palette.style + PageStyle.text
        let script = PageScript.text
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(Self.policy(style: style, script: script))">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>\(content.title)</title>
            <style>\(HTML(verbatim: style))</style>
            </head>
            <body>
            <a class="skip" href="#next">Skip to who to contact next</a>
            <header>
            \(parent.html { "<p><a href=\"\($0)\">All clients</a></p>\n" })<h1>\(content.title)</h1>
            <p class="muted">\(content.subtitle)</p>
            \(figures)
            </header>
            <nav aria-label="Parts of the report"><ul>
            \(content.sections.prefix(1).map { link(to: $0) })
            \(drawing.html { _ in "<li><a href=\"#picture\">The picture</a></li>" })
            \(content.sections.dropFirst().map { link(to: $0) })
            <li class="js-only"><button id="theme" type="button" aria-pressed="false">Dark</button></li>
            </ul></nav>
            <main>
            \(sections)
            </main>
            <footer>
            \(notes)
            <p class="muted">Made by Rebound on this machine. The page loads nothing and sends nothing.</p>
            </footer>
            <script>\(HTML(verbatim: script))</script>
            </body>
            </html>

            """
        return page.text
    }

    /// Nothing but our own style and script, and no text may become markup by script either.
    package static func policy(style: String, script: String) -> String {
        "default-src 'none'; style-src 'sha256-\(SHA256(style.utf8).base64)'; "
            + "script-src 'sha256-\(SHA256(script.utf8).base64)'; base-uri 'none'; form-action 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'"
    }

    /// What the report says, to stand in a page that has a title, a style sheet and a script.
    package var parts: HTML { "\(figures)\n\(sections)\n\(notes)" }

    private var figures: HTML {
        """
        <ul class="figures">
        \(content.figures.map { "<li><b>\($0.number)</b><span>\($0.words)</span></li>" })
        </ul>
        """
    }

    private var sections: HTML {
        """
        \(content.sections.prefix(1).map { section($0) })
        \(picture)
        \(content.sections.dropFirst().map { section($0) })
        """
    }

    private var notes: HTML {
        guard !content.notes.isEmpty else { return .empty }
        return "<h2>Notes</h2>\n<ul>\n\(content.notes.map { "<li>\($0.capitalizedFirst)</li>" })\n</ul>"
    }

    // MARK: The picture

    private var picture: HTML {
        guard let drawing else { return drawingNote.html { "<p class=\"muted\">\($0)</p>" } }
        return drawing.figure(
            heading: "The picture", note: drawingNote,
            hint:
                "Hover or press a card for its lines; arrow keys go from card to card, + and − zoom, Escape lets go."
        )
    }

    // MARK: Sections

    private func link(to section: ReportContent.Section) -> HTML {
        "<li><a href=\"#\(section.id)\">\(section.title)</a></li>"
    }

    private func section(_ section: ReportContent.Section) -> HTML {
        """
        <section id="\(section.id)" aria-labelledby="\(section.id)-title">
        <h2 id="\(section.id)-title">\(section.title)</h2>
        \(section.introduction.html { "<p class=\"muted\">\($0)</p>" })
        \(section.id == "chains" ? chainPicture : .empty)
        \(section.groups.map { group($0) })
        \(section.charts.isEmpty ? .empty : "<div class=\"charts\">\n\(section.charts.map { chart($0) })\n</div>")
        </section>
        """
    }

    private var chainPicture: HTML {
        chain.html {
            """
            <div class="chain" tabindex="0" role="region" aria-label="The chain that led to most; scrolls">
            \($0.markup)
            </div>
            """
        }
    }

    private func group(_ group: ReportContent.Group) -> HTML {
        """
        \(group.heading.html { "<h3>\($0)</h3>" })
        <ol>
        \(group.entries.map { entry($0) })
        </ol>
        \(group.rest.html { "<p class=\"muted\">\($0)</p>" })
        """
    }

    private func entry(_ entry: ReportContent.Entry) -> HTML {
        let line: HTML = """
            <span class="mark">\(entry.mark ?? Self.sign(of: entry.tone))</span><span class="who"><b>\(entry.name)</b>\(entry.role.isEmpty ? .empty : " <span>\(entry.role)</span>")</span> <span class="gist">\(entry.gist)\(entry.when.isEmpty ? .empty : " <small>\(entry.when)</small>")</span>
            """
        guard !entry.facts.isEmpty else {
            return "<li class=\"entry flat \(entry.tone.rawValue)\">\(line)</li>"
        }
        // The script adds a button that shows the card.
        let card = entry.person.flatMap { drawing?.identifiers[$0] }.html { " data-show=\"\($0)\"" }
        return """
            <li class="entry \(entry.tone.rawValue)"><details\(card)><summary>\(line)</summary>
            <div class="more"><dl>\(entry.facts.map { "<div><dt>\($0.label)</dt><dd>\($0.text)</dd></div>" })</dl>
            \(entry.sums.map { sum($0) })</div></details></li>
            """
    }

    private static func sign(of tone: ReportContent.Tone) -> String {
        switch tone {
        case .plain: "·"
        case .due: "!"
        case .waiting: "…"
        case .refused: "✕"
        case .offer: "✓"
        }
    }

    private func sum(_ sum: ReportContent.Sum) -> HTML {
        """
        <table class="sum"><caption>\(sum.title)</caption><tbody>
        \(sum.parts.map { part in
        "<tr><th scope=\"row\">\(part.label)\(part.grounds.isEmpty ? .empty : "<small>\(part.grounds)</small>")</th><td>\(part.number)</td><td class=\"\(Self.size(of: part.share))\"></td></tr>"
        })
        </tbody></table>
        \(sum.notes.map { "<p><small>\($0)</small></p>" })
        """
    }

    private func chart(_ chart: ReportContent.Chart) -> HTML {
        """
        <div><table><caption>\(chart.title)</caption><thead><tr><th scope="col">\(chart.columns.label)</th><th scope="col">\(chart.columns.words)</th><td></td></tr></thead><tbody>
        \(chart.bars.map { bar in
        "<tr><th scope=\"row\">\(bar.label)</th><td>\(bar.words)</td><td class=\"bar\">\(Self.bar(bar.share))</td></tr>"
        })
        </tbody></table>\(chart.note.html { "<p><small>\($0)</small></p>" })</div>
        """
    }

    /// The class of a bar of a sum; its number stands beside it.
    private static func size(of share: Double) -> String {
        let steps = Int((abs(share) * 20).rounded())
        return (steps > 0 ? "b\(steps)" : "bar") + (share < 0 ? " less" : "")
    }

    /// The bar of a chart; its number stands beside it.
    private static func bar(_ share: Double) -> HTML {
        """
        <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="\(Wording.fixed(share * 100, 1))" height="8"/></svg>
        """
    }
}
