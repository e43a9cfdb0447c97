import ReboundTestSupport
import ReferralGraph
import Testing

@testable import Foundations
@testable import NetworkFiles

@Suite("Graphs in their formats")
struct GraphWriterTests {
    private static let pair = ReferralNetwork(
        title: "A \"&\" B", seeker: "me",
        people: [Person(id: "me", name: "Mia <b>"), Person(id: "dan", name: "Dan\\N\n& Co", isStar: true)],
        ties: [Tie(from: "me", to: "dan", strength: 0.5, how: "it's \"so\"")])

    private func text(_ format: ExportFormat, _ network: ReferralNetwork = pair) throws -> String {
        String(decoding: try #require(format.bytes(of: GraphExport(network))), as: UTF8.self)
    }

    @Test("GraphML declares typed keys and escapes what it says")
    func graphML() throws {
        let text = try text(.graphML)
        for line in [
            "<key id=\"g0\" for=\"graph\" attr.name=\"title\" attr.type=\"string\"/>",
            "<key id=\"n4\" for=\"node\" attr.name=\"star\" attr.type=\"boolean\"/>",
            "<key id=\"n6\" for=\"node\" attr.name=\"signals\" attr.type=\"int\"/>",
            "<key id=\"e2\" for=\"edge\" attr.name=\"strength\" attr.type=\"double\"/>",
            "<graph id=\"network\" edgedefault=\"directed\">",
            "<data key=\"g0\">A &quot;&amp;&quot; B</data><data key=\"g1\">person:me</data>",
            "<node id=\"person:me\"><data key=\"n0\">person</data><data key=\"n1\">Mia &lt;b&gt;</data>",
            "<data key=\"n1\">Dan\\N&#10;&amp; Co</data>",
            "<edge id=\"e1\" source=\"person:me\" target=\"person:dan\"><data key=\"e0\">knows</data>",
            "<data key=\"e2\">0.5</data><data key=\"e3\">it&apos;s &quot;so&quot;</data>",
        ] {
            #expect(text.contains(line), "\(line)")
        }
    }

    @Test("GEXF has labels of its own and an edge's kind")
    func gexf() throws {
        let text = try text(.gexf)
        for line in [
            "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\"",
            "<graph mode=\"static\" defaultedgetype=\"directed\" idtype=\"string\">",
            "<attribute id=\"0\" title=\"kind\" type=\"string\"/>",
            "<node id=\"person:dan\" label=\"Dan\\N&#10;&amp; Co\"><attvalues>",
            "<edge id=\"e1\" source=\"person:me\" target=\"person:dan\" kind=\"knows\">",
            "<attvalue for=\"2\" value=\"0.5\"/>",
        ] {
            #expect(text.contains(line), "\(line)")
        }
    }

    @Test("JSON Graph has nodes by identifier, and knowing has no direction")
    func jsonGraph() throws {
        #expect(
            try text(.jsonGraph) == #"""
                {
                  "graph": {
                    "type": "referral-network",
                    "label": "A \"&\" B",
                    "directed": true,
                    "metadata": {
                      "title": "A \"&\" B",
                      "seeker": "person:me"
                    },
                    "nodes": {
                      "person:me": {"label": "Mia <b>", "metadata": {"kind": "person", "ref": "me", "seeker": true, "star": false, "doNotContact": false, "signals": 0, "interactions": 0}},
                      "person:dan": {"label": "Dan\\N\n& Co", "metadata": {"kind": "person", "ref": "dan", "seeker": false, "star": true, "doNotContact": false, "signals": 0, "interactions": 0}}
                    },
                    "edges": [
                      {"id": "e1", "source": "person:me", "target": "person:dan", "relation": "knows", "directed": false, "metadata": {"mutual": true, "strength": 0.5, "how": "it's \"so\""}}
                    ]
                  }
                }

                """#)
    }

    @Test("Node-link JSON is what NetworkX writes for a directed multigraph")
    func nodeLink() throws {
        let text = try text(.nodeLink)
        #expect(text.hasPrefix("{\n  \"directed\": true,\n  \"multigraph\": true,\n  \"graph\": {"))
        #expect(text.contains("{\"id\": \"person:me\", \"kind\": \"person\", \"label\": \"Mia <b>\","))
        #expect(
            text.contains(
                "{\"source\": \"person:me\", \"target\": \"person:dan\", \"key\": \"e1\", \"kind\": \"knows\","
            ))
    }

    @Test("DOT keeps quotes, backslashes and line breaks inside their strings")
    func dot() throws {
        #expect(
            try text(.dot) == #"""
                digraph network {
                  graph [title="A \"&\" B", seeker="person:me"]
                  "person:me" [label="Mia <b>", kind="person", ref="me", seeker="true", star="false", doNotContact="false", signals="0", interactions="0"]
                  "person:dan" [label="Dan\\N\n&amp; Co", kind="person", ref="dan", seeker="false", star="true", doNotContact="false", signals="0", interactions="0"]
                  "person:me" -> "person:dan" [label="knows", kind="knows", mutual="true", strength="0.5", how="it's \"so\"", dir=none]
                }

                """#)
    }

    @Test("The same network gives the same bytes", arguments: ExportFormat.allCases)
    func sameBytes(format: ExportFormat) {
        var networks = RandomNetworks(seed: 7)
        let network = networks.network(size: 30)
        #expect(format.bytes(of: GraphExport(network)) == format.bytes(of: GraphExport(network)))
    }

    @Test("An empty network is a graph without nodes", arguments: ExportFormat.allCases)
    func emptyNetwork(format: ExportFormat) throws {
        let empty = GraphExport(ReferralNetwork(seeker: "me", people: []))
        guard let bytes = format.bytes(of: empty) else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("<node ") && !text.contains("->") && text.hasSuffix("\n"))
    }

    // MARK: Hostile text

    /// Networks with every hostile text in every text field, and random ones.
    private static let hostile: [ReferralNetwork] =
        HostileText.all.map(saying)
        + (0..<20 as Range<UInt64>).map { seed in
            var networks = RandomNetworks(seed: seed)
            return networks.network()
        }

    private static func saying(_ text: String) -> ReferralNetwork {
        let day = CalendarDay(number: 20_500)
        return ReferralNetwork(
            title: text, summary: text, seeker: PersonID(text),
            people: [
                Person(id: PersonID(text), name: text, profileURL: text, timeZone: text),
                Person(
                    id: PersonID(text + "2"), name: text,
                    employments: [Employment(company: CompanyID(text), title: text, department: text)]),
            ],
            companies: [Company(id: CompanyID(text), name: text)],
            opportunities: [
                Opportunity(
                    id: OpportunityID(text), title: text, company: CompanyID(text), department: text)
            ],
            ties: [Tie(from: PersonID(text), to: PersonID(text + "2"), how: text)],
            referrals: [
                Referral(
                    from: PersonID(text + "2"), to: PersonID(text), given: day,
                    opportunity: OpportunityID(text), note: text)
            ])
    }

    @Test("xmllint finds hostile text well-formed", .enabled(if: Tool.path("xmllint") != nil))
    func wellFormedXML() async throws {
        try await TemporaryFolder.with { folder in
            var files: [String] = []
            for (index, network) in Self.hostile.enumerated() {
                for format in [ExportFormat.graphML, .gexf] {
                    files.append(
                        try folder.write(try text(format, network), to: "\(index).\(format.rawValue)"))
                }
            }
            let run = try Tool.run(#require(Tool.path("xmllint")), ["--noout"] + files)
            #expect(run.status == 0 && run.output.isEmpty, "\(run.output.prefix(2000))")
        }
    }

    @Test("Graphviz reads hostile text, and as many nodes and edges", .enabled(if: Tool.path("gc") != nil))
    func dotIsRead() async throws {
        try await TemporaryFolder.with { folder in
            var files: [String] = []
            var expected: [[Int]] = []
            for (index, network) in Self.hostile.enumerated() {
                let graph = GraphExport(network)
                expected.append([graph.nodes.count, graph.edges.count])
                files.append(try folder.write(DotExport.bytes(of: graph), to: "\(index).dot"))
            }
            let run = try Tool.run(#require(Tool.path("gc")), ["-n", "-e"] + files)
            #expect(run.status == 0, "\(run.output.prefix(2000))")
            let found = run.output.split(separator: "\n").map { line in
                line.split(separator: " ").prefix(2).compactMap { Int($0) }
            }
            // The last line is the sum.
            #expect(found.dropLast() == expected[...])
        }
    }

    @Test(
        "Strings longer than Graphviz's scanner takes are joined again",
        .enabled(if: Tool.path("gvpr") != nil))
    func longStrings() async throws {
        let note = String(repeating: "né\"\\&", count: 9_000)
        let network = ReferralNetwork(
            seeker: "me", people: [Person(id: "me", name: "Mia"), Person(id: "dan", name: "Dan")],
            ties: [Tie(from: "me", to: "dan", how: note)])
        try await TemporaryFolder.with { folder in
            let file = try folder.write(try text(.dot, network), to: "long.dot")
            let run = try Tool.run(#require(Tool.path("gvpr")), ["E { print($.how) }", file])
            #expect(run.output == note.replacing("\\", with: "\\\\") + "\n")
        }
    }

    @Test("Hostile text gives JSON that reads back, with every label as cleaned")
    func validJSON() throws {
        for network in Self.hostile {
            let graph = GraphExport(network)
            let nodeLink = try JSONDocument(NodeLinkWriter.bytes(of: graph))
            let nodes = try #require(nodeLink.value(of: "nodes", in: 0))
            let labels = nodeLink.children(of: nodes).compactMap { nodeLink.value(of: "label", in: $0) }
            #expect(labels.map { nodeLink.string(of: $0) } == graph.nodes.map(\.label))
            let jgf = try JSONDocument(JSONGraphWriter.bytes(of: graph))
            let body = try #require(jgf.value(of: "graph", in: 0))
            let edges = try #require(jgf.value(of: "edges", in: body))
            #expect(Array(jgf.children(of: edges)).count == graph.edges.count)
        }
    }
}

@Suite("Export formats by name")
struct ExportFormatTests {
    @Test("A file's name says the format, the longer ending first")
    func fileNames() {
        #expect(ExportFormat(fileName: "a.json") == .json)
        #expect(ExportFormat(fileName: "a.jgf.json") == .jsonGraph)
        #expect(ExportFormat(fileName: "A.NODE-LINK.JSON") == .nodeLink)
        #expect(ExportFormat(fileName: "b.graphml") == .graphML)
        #expect(ExportFormat(fileName: "b.vcf") == .vCard)
        #expect(ExportFormat(fileName: "folder") == nil)
        #expect(ExportFormat(fileName: "json") == nil)
    }

    @Test("Every format has a name, a summary and, but for the folder, an extension of its own")
    func formats() {
        #expect(
            ExportFormat.allCases.map(\.rawValue) == [
                "json", "csv", "dot", "graphml", "gexf", "jgf", "node-link", "vcard", "ics",
            ])
        #expect(ExportFormat.allCases.filter { $0.fileExtension == nil } == [.csv])
        #expect(Set(ExportFormat.allCases.map(\.fileExtension)).count == ExportFormat.allCases.count)
        #expect(Set(ExportFormat.allCases.map(\.summary)).count == ExportFormat.allCases.count)
    }
}
