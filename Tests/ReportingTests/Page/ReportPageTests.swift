import Foundation
import Foundations
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import SystemInterface
import Testing

@testable import Reporting

@Suite("The page of a report")
struct ReportPageTests {
    static let palette = PagePalette(light: [("ink", "#1f2933")], dark: [("ink", "#e8edf2")])

    /// A network in which something of everything happened, and every text is one text.
    static func network(_ text: String) throws -> ReferralNetwork {
        func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }
        let asked = try day("2026-03-02")
        return ReferralNetwork(
            title: text, summary: text, seeker: "me",
            people: ["me", "dan", "ruth", "julie"].map { id in
                Person(
                    id: id, name: text, emails: ["x@example.com"], phones: ["1"],
                    profileURL: "https://example.com",
                    employments: [Employment(company: "acme", title: text, department: text)],
                    isStar: id == "dan", observations: [text])
            },
            companies: [Company(id: "acme", name: text)],
            opportunities: [
                Opportunity(
                    id: "lead", title: text, company: "acme",
                    stages: [
                        StageEvent(stage: .applied, date: Timestamp(try day("2026-02-02"))),
                        StageEvent(stage: .rejected, date: Timestamp(asked), people: ["dan"], note: text),
                    ], participants: [Participant(person: "dan", role: .hiringManager)],
                    feedback: [Feedback(date: asked, from: "dan", text: text)])
            ],
            ties: [Tie(from: "dan", to: "julie", how: text)],
            referrals: [Referral(from: "dan", to: "ruth", given: asked + 1, note: text)],
            interactions: [
                Interaction(
                    date: Timestamp(asked), people: ["ruth"], channel: .email, direction: .outgoing,
                    thread: text, subject: text, note: text),
                Interaction(
                    date: Timestamp(asked), people: ["dan"], channel: .call, direction: .mutual,
                    subject: text,
                    promise: Promise(by: .them, kind: .other, what: text, due: Timestamp(asked + 3))),
            ])
    }

    static func analysis(_ text: String) throws -> NetworkAnalysis {
        try NetworkAnalysis(of: network(text), asOf: #require(Timestamp("2026-04-09")))
    }

    private func page(
        _ text: String, drawing: PageDrawing? = nil, chain: PageDrawing? = nil
    ) throws -> String {
        let analysis = try Self.analysis(text)
        return ReportPage(
            try analysis.report(), in: analysis.network, title: text, drawing: drawing, drawingNote: text,
            chain: chain, palette: Self.palette
        ).html()
    }

    private static let svg = """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg role="graphics-document" aria-label="A &lt;picture&gt;" width="100pt" height="50pt"
         viewBox="0.00 0.00 100.00 50.00" xmlns="http://www.w3.org/2000/svg">
        <g id="e_you_dan" class="edge referral">
        <path fill="none" stroke="var(--ink)" d="M61,-258C79.2,-258 146.47,-372.95 171.57,-389.12"/>
        </g>
        <g id="p_dan" class="node person">
        <path fill="#ffffff" stroke="none" d="M190,-362.5C190,-362.5 419,-362.5 419,-362.5 425,-362.5 431,-368.5 431,-374.5 431,-374.5 431,-407.5 431,-407.5 431,-413.5 425,-419.5 419,-419.5 419,-419.5 190,-419.5 190,-419.5 184,-419.5 178,-413.5 178,-407.5 178,-407.5 178,-374.5 178,-374.5 178,-368.5 184,-362.5 190,-362.5"/>
        <text text-anchor="start" x="194" y="-388.4" font-family="Inter,Arial" font-size="12.00">font-family=Inter</text>
        </g>
        </svg>

        """

    private static let drawing = PageDrawing(
        svg: Array(svg.utf8), identifiers: ["dan": "p_dan"], connections: [("e_you_dan", "p_you", "p_dan")])

    @Test("Nothing in a text becomes markup, whichever field it stands in")
    func hostile() throws {
        let harmless = Elements(html: try page("harmless"))
        #expect(harmless.isWellFormed)
        for text in HostileText.all {
            let page = try page(text)
            let elements = Elements(html: page)
            #expect(elements.isWellFormed, "\(text)")
            #expect(elements.names == harmless.names, "\(text)")
            #expect(elements.attributeNames == harmless.attributeNames, "\(text)")
            #expect(elements.links.allSatisfy { $0.hasPrefix("#") }, "\(text)")
            #expect(
                !removingIsolates(page).unicodeScalars.contains { $0 != "\n" && $0.isObeyedByTerminals },
                "\(text)")
        }
    }

    @Test("The chain stands in its section, and no two elements share an id")
    func chain() throws {
        let chain = PageDrawing(
            svg: Array(Self.svg.utf8), name: "chain", identifiers: [:], connections: [])
        let page = try page("x", drawing: Self.drawing, chain: chain)
        let section = try #require(page.firstRange(of: "<section id=\"chains\"")).lowerBound
        let place = try #require(page.firstRange(of: "<svg id=\"chain\"")).lowerBound
        let end = try #require(page[section...].firstRange(of: "</section>")).lowerBound
        #expect(section < place && place < end)
        let identifiers = page.matches(of: /\ id="([^"]+)"/).map(\.1)
        #expect(Set(identifiers).count == identifiers.count)
        #expect(identifiers.contains("p_dan") && identifiers.contains("chain-p_dan"))
        #expect(try !self.page("x", drawing: Self.drawing).contains("class=\"chain\""))
    }

    @Test("The policy names the digests of the one style and the one script, and allows nothing else")
    func policy() throws {
        let page = try page("x", drawing: Self.drawing)
        func between(_ start: String, _ end: String) throws -> String {
            let from = try #require(page.firstRange(of: start)).upperBound
            return String(page[from..<(try #require(page[from...].firstRange(of: end))).lowerBound])
        }
        let style = SHA256(try between("<style>", "</style>").utf8).base64
        let script = SHA256(try between("<script>", "</script>").utf8).base64
        #expect(
            try between("Content-Security-Policy\" content=\"", "\"").hasPrefix(
                "default-src &#39;none&#39;; style-src &#39;sha256-\(style)&#39;; script-src &#39;sha256-\(script)&#39;;"
            ))
        #expect(!page.contains(" style=") && !page.contains("http:") && !page.contains("https:"))
        #expect(page.firstMatch(of: /\ on[a-z]+=/) == nil)
        #expect(page.matches(of: /<script/).count == 1 && page.matches(of: /<style/).count == 1)
    }

    @Test("A picture is taken in without its prologue, fonts and needless curves")
    func picture() throws {
        let page = try page("x", drawing: Self.drawing)
        #expect(Elements(html: page).isWellFormed)
        #expect(
            page.contains(
                "<svg id=\"net\" role=\"graphics-document\" aria-label=\"A &lt;picture&gt;\" viewBox=\"0.00 0.00 100.00 50.00\" width=\"100\" height=\"50\">"
            ))
        #expect(
            page.contains(
                "<rect fill=\"#ffffff\" x=\"178\" y=\"-419.5\" width=\"253\" height=\"57\" rx=\"12\"/>"))
        #expect(page.contains("<text x=\"194\" y=\"-388.4\" font-size=\"12\">font-family=Inter</text>"))
        #expect(page.contains("<path fill=\"none\" stroke=\"var(--ink)\" d=\"M61,"))
        #expect(page.contains("data-lines=\"e_you_dan p_you p_dan\""))
        #expect(page.contains("data-layer=\"referral\"") && !page.contains("data-layer=\"offer\""))
        #expect(page.contains("data-show=\"p_dan\"") && !page.contains("data-show=\"p_ruth\""))
    }

    @Test("A page without a picture says why, and has no tools for one")
    func withoutPicture() throws {
        let page = try page("no picture today")
        #expect(page.contains("</section>\n<p class=\"muted\">no picture today</p>\n<section id=\"stalled\""))
        #expect(!page.contains("id=\"find\"") && !page.contains("#picture"))
        #expect(!page.contains("data-lines=\""))
    }

    @Test("Identifiers are used once, and every link within the page leads somewhere")
    func identifiers() throws {
        let page = try page("x", drawing: Self.drawing)
        let ids = page.matches(of: /\ id="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        for link in Elements(html: page).links { #expect(ids.contains(String(link.dropFirst())), "\(link)") }
        for label in page.matches(of: /aria-labelledby="([^"]*)"/) {
            #expect(ids.contains(String(label.output.1)))
        }
    }

    @Test("The same network gives the same bytes")
    func isDeterministic() throws { #expect(try page("Ada") == page("Ada")) }

    @Test("Rounded rectangles are recognised, other paths are not")
    func rectangles() throws {
        #expect(RoundedRectangle(path: "M61,-258C79.2,-258 146.47,-372.95 171.57,-389.12".utf8) == nil)
        #expect(RoundedRectangle(path: "".utf8) == nil)
        let skew =
            "M190,0C190,0 419,0 419,0 425,0 431,6 431,12 431,12 431,40 431,40 431,46 425,52 419,52 "
            + "419,52 190,52 190,52 184,52 178,46 178,40 178,40 178,12 178,12 178,6 184,1 190,0"
        #expect(RoundedRectangle(path: skew.utf8) == nil)
    }
}

@Suite("A report as Markdown")
struct ReportMarkdownTests {
    private func text(_ text: String) throws -> String {
        let analysis = try ReportPageTests.analysis(text)
        return ReportMarkdown(try analysis.report(), in: analysis.network, title: text).text()
    }

    @Test("It has the page's parts, in the page's words")
    func parts() throws {
        let markdown = try text("Ada")
        let headings = markdown.split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(
            headings.prefix(6) == [
                "## Who to contact next", "## Stalled threads", "## The plan", "## What each no led to",
                "## Applications", "## Replies",
            ])
        #expect(markdown.contains("- **Ada** · Ada: Ada’s no led to 1 person · no on 2 Mar"))
        #expect(markdown.contains("| Applied | 1 |"))
        #expect(markdown.contains("What a call is worth: "))
    }

    @Test("A text opens no element, link, code, list or heading")
    func hostile() throws {
        let harmless = try text("harmless").split(separator: "\n")
        for hostile in HostileText.all {
            let lines = try text(hostile).split(separator: "\n")
            #expect(lines.count == harmless.count, "\(hostile)")
            for (line, shape) in zip(lines, harmless) {
                // The marks that a line begins with are those of any other network's.
                #expect(line.hasPrefix(shape.prefix { " -#|".contains($0) }), "\(line)")
                #expect(line.firstMatch(of: /(^|[^\\])(\\\\)*[<`\[]/) == nil, "\(line)")
            }
        }
    }

    @Test(
        "What would begin a list, a heading or a rule does not",
        arguments: [
            ("1. April", "1\\. April"), ("2026) x", "2026\\) x"), ("0.5", "0.5"), ("+0.3", "+0.3"),
            ("- x", "\\- x"), ("--- x", "\\--- x"), ("# x", "\\# x"), ("a_b*c", "a\\_b\\*c"),
        ])
    func beginnings(title: String, expected: String) throws {
        #expect(try text(title).hasPrefix("# \(expected)\n"))
    }
}
