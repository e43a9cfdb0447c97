import Foundation
import ReboundTestSupport
import Testing

@testable import Graphviz

enum HostileText {
    static let injections = [
        #"\N \G \E \T \H \L \n \l \r"#, "&copy; &#38; &amp; &", "<TABLE><TR><TD>x</TD></TR></TABLE>",
        "]]> --> <!-- <![CDATA[", #""; image="/etc/passwd"; x=""#, "</text><script>alert(1)</script>",
        "javascript:alert(1)", "> > < <", "\u{FFFE}\u{0}\u{1B}[31m", "'\"\\", "\\\"", "\\", " ", "",
        "\u{200B}",
        "a\u{301}\u{202E}b", "%n%s", "${HOME}", "\u{2028}", "<B>bold</B>", "stroke=\"transparent\"",
        String(repeating: "W", count: 5_000), String(repeating: "&\"", count: 9_000),
        #"<g id="p_you" class="node">"#,
    ]

    /// The Big List of Naughty Strings, when the corpora are at hand.
    static let naughtyStrings: [String] = {
        guard let corpora = ProcessInfo.processInfo.environment["REBOUND_CORPORA"],
            let json = FileManager.default.contents(atPath: corpora + "/torture/blns/blns.json"),
            let strings = try? JSONDecoder().decode([String].self, from: json)
        else { return [] }
        return strings
    }()
}

@Suite("Hostile text and many nets")
struct NaughtyStringTests {
    /// A graph with each of `texts` in every place that takes text.
    private func graph(of texts: [String]) -> DotGraph {
        func cell(_ text: String, bold: Bool) -> HTMLCell {
            HTMLCell(.text(HTMLText(text, pointSize: 10, color: DotColor(0), isBold: bold)))
        }
        let caption = HTMLTable(rows: texts.map { [cell($0, bold: false)] })
        var graph = DotGraph(
            .init(SVGIdentifier(texts.joined()), classes: texts, tooltip: texts.first ?? ""),
            style: GraphStyle(caption: caption))
        for text in texts {
            let table = HTMLTable(rows: [[cell(text, bold: true), cell(text, bold: false)]], border: 1)
            let cluster = graph.addCluster(
                .init(SVGIdentifier("c" + text), classes: [text], tooltip: text), label: table)
            let tail = graph.addNode(
                .init(SVGIdentifier("n" + text), tooltip: text, link: DotLink("https://a.example/" + text)),
                label: .table(table), in: cluster)
            let head = graph.addNode(.init(SVGIdentifier(text), tooltip: text), label: .text(text))
            graph.addEdge(
                .init(SVGIdentifier(text), classes: [text], tooltip: text), from: tail, .east, to: head,
                .west,
                label: .text(text))
            graph.addEdge(.init(SVGIdentifier(text)), from: head, to: tail, label: .table(table))
        }
        return graph
    }

    /// Draws `texts` and expects them back, as they are after cleaning, from a strict XML parser.
    private func expectFaithful(_ texts: [String], on rung: LayoutRung, in pool: RenderPool) async throws {
        let graph = graph(of: texts)
        let svg = ParsedSVG(try await pool.render(graph, as: .svg, limits: .batch, ladder: [rung]).bytes)
        #expect(svg.isWellFormed, "\(texts)")
        #expect(
            Set(svg.elements).isSubset(of: ["svg", "g", "title", "a", "path", "polygon", "ellipse", "text"]))
        for (name, value) in svg.attributes where name == "xlink:href" {
            #expect(value.hasPrefix("https://"))
        }
        for node in graph.nodes {
            let tooltip = DotText(node.identity.tooltip).cleaned
            #expect(svg.titles[node.identity.id.rawValue] ?? "" == tooltip)
        }
        let drawn = Set(svg.texts.map { $0.trimmingCharacters(in: .whitespaces) })
        for text in texts {
            let cleaned = DotText(text).cleaned.trimmingCharacters(in: .whitespaces)
            let collapsed = cleaned.replacing("\u{A0}", with: " ")
            if !collapsed.isEmpty { #expect(drawn.contains(collapsed), "\(text.debugDescription)") }
        }
    }

    @Test("Injections are text in every place", arguments: [LayoutRung.labelled, .headLabelled, .springs])
    func injections(rung: LayoutRung) async throws {
        try await TestPool.with { pool in
            for text in HostileText.injections {
                if rung == .springs {
                    _ = try await pool.render(graph(of: [text]), as: .svg, ladder: [rung])
                } else {
                    try await expectFaithful([text], on: rung, in: pool)
                }
            }
        }
    }

    @Test(
        "The Big List of Naughty Strings is text in every place",
        .enabled(if: !HostileText.naughtyStrings.isEmpty))
    func naughtyStrings() async throws {
        try await TestPool.with(workerCount: 2) { pool in
            for start in stride(from: 0, to: HostileText.naughtyStrings.count, by: 8) {
                let texts = Array(
                    HostileText.naughtyStrings[start..<min(start + 8, HostileText.naughtyStrings.count)])
                try await expectFaithful(texts, on: .headLabelled, in: pool)
            }
        }
    }

    @Test("200 nets of 15 to 80 people are complete and well-formed on the first rung")
    func manyNets() async throws {
        var random = SeededRandom(seed: 2_020)
        let graphs = (0..<200).map { _ in
            SampleDrawings.network(
                peopleCount: Int.random(in: 15...80, using: &random), seed: random.next())
        }
        try await TestPool.with(workerCount: 2) { pool in
            try await withThrowingTaskGroup(of: Rendering.self) { group in
                for graph in graphs {
                    group.addTask { try await pool.render(graph, as: .svg, limits: .batch) }
                }
                for try await rendering in group {
                    #expect(rendering.setbacks.isEmpty)
                    #expect(ParsedSVG(rendering.bytes).isWellFormed)
                }
            }
        }
    }
}
