import GraphAlgorithms
import ReboundTestSupport
import Testing

@testable import GraphFiles
@testable import GraphWorkbench

@Suite("Formats of graphs")
struct GraphFormatsTests {
    private static func opened(
        _ text: String, _ options: GraphFileOptions = .init(), name: String = "graph"
    ) async throws -> OpenedGraph {
        try await TemporaryFolder.with {
            try OpenedGraph(path: try $0.write(text, to: name), options: options)
        }
    }

    /// Edges by the names of their nodes, sorted.
    private static func edges(_ graph: OpenedGraph) -> [String] {
        let labels = graph.labelled.labels
        return graph.labelled.graph.nodes.flatMap { node in
            graph.labelled.graph.successors(of: node).filter { graph.isDirected || $0 > node }.map {
                "\(labels[node])-\(labels[$0])"
            }
        }.sorted()
    }

    private static func fails(_ text: String, _ options: GraphFileOptions = .init()) async throws -> String {
        do {
            _ = try await opened(text, options)
            return "it was read"
        } catch let error as GraphFailure {
            return error.explanation
        }
    }

    @Test(
        "Pajek: labels, arcs, edges and lists",
        arguments: [
            ("*Vertices 3\n1 \"Ann Lee\" 0.1 0.2\n2 Bob\n3 \"Cid\"\n*Edges\n1 2 5\n", false, ["Ann Lee-Bob"]),
            (
                "% c\n*Network x\n*VERTICES 3\n*arcs :1 \"r\"\n1 2\n*edges\n2 3\n", true,
                ["1-2", "2-3", "3-2"]
            ),
            ("*Vertices 3\n*Arcslist\n1 2 3\n", true, ["1-2", "1-3"]),
            ("*Vertices 3\n1 \"x\"\n2 \"x\"\n3 \"y\"\n*Edgeslist\n2 1 3\n", false, ["1-2", "2-3"]),
        ])
    func pajek(text: String, isDirected: Bool, edges: [String]) async throws {
        let graph = try await Self.opened(text)
        #expect(graph.reading.format == "Pajek")
        #expect(graph.reading.nodeCount == 3)
        #expect(graph.isDirected == isDirected)
        #expect(Self.edges(graph) == edges)
    }

    @Test func gml() async throws {
        let text = """
            # by hand
            Creator "x [ y"
            graph [ directed 1
              node [ id 7 label "Zo&#235; &amp; Co" graphics [ fill "#fff" a [ b 1 ] ] ]
              node [ id 8 label "Bob" ]
              node [ id 9 label "Cid" ]
              edge [ source 7 target 8 weight 2.5 ]
              edge [ source 8 target 8 ]
            ]
            """
        var options = GraphFileOptions()
        options.readsWeights = true
        let graph = try await Self.opened(text, options)
        #expect(Self.edges(graph) == ["Zoë & Co-Bob"])
        #expect(graph.reading.nodeCount == 3)
        #expect(graph.reading.loops == 1)
        #expect(graph.labelled.graph.weight(from: 0, to: 1) == 2.5)
        #expect(graph.isDirected)
        options.isDirected = false
        #expect(try await !Self.opened(text, options).isDirected)
    }

    @Test func graphML() async throws {
        let text = """
            <?xml version="1.0"?><!-- a > b --><g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns">
            <g:key id="d1" for="edge" attr.name="weight" attr.type="double"><g:default>4</g:default></g:key>
            <g:graph edgedefault='undirected'><g:node id="a &lt; b"><g:data key="x"><![CDATA[</node>]]></g:data></g:node>
            <g:node id="c"/><g:node id="d"/><g:edge source="a &lt; b" target="c"><g:data key="d1"> 0.5 </g:data></g:edge>
            <g:edge source="c" target="d"/></g:graph></g:graphml>
            """
        var options = GraphFileOptions()
        options.readsWeights = true
        let graph = try await Self.opened(text, options)
        #expect(Self.edges(graph) == ["a < b-c", "c-d"])
        #expect(graph.labelled.graph.weight(from: 0, to: 1) == 0.5)
        #expect(graph.labelled.graph.weight(from: 1, to: 2) == 4)
        #expect(!graph.isDirected)
        options.isDirected = true
        #expect(try await Self.fails(text, options).contains("no direction"))
    }

    @Test(
        "What is damaged is refused with its line",
        arguments: [
            (
                "<graphml><graph edgedefault=\"directed\">\n<node id=\"a\"></graph></graphml>", ":2",
                "</graph>"
            ),
            (
                "<graphml>\n<graph edgedefault=\"directed\"><node id=\"&nbsp;\"/></graph></graphml>", ":2",
                "entity"
            ),
            ("<!DOCTYPE x [<!ENTITY a SYSTEM \"/etc/hostname\">]>\n<graphml/>", ":1", "document type"),
            (
                "<graphml><graph edgedefault=\"directed\"><node id=\"a\"/>\n<edge source=\"a\" target=\"b\"/></graph></graphml>",
                ":2", "\"b\""
            ),
            ("<graphml><graph edgedefault=\"directed\"><node id=\"a\"/>", ":1", "the end"),
            ("<graphml><graph edgedefault=\"directed\"><hyperedge/></graph></graphml>", ":1", "hyperedge"),
            ("graph [\n node [ id 1 ]\n edge [ source 1 target 2 ]\n]", ":3", "from 1 to 2"),
            ("graph [\n node [ id 1", ":2", "the end"), ("*Vertices 2\n*Arcs\n1 3\n", ":3", "1 to 2"),
            ("*Vertices 2\n*Matrix\n0 1\n1 0\n", ":2", "*Matrix"),
        ])
    func damage(text: String, line: String, words: String) async throws {
        let message = try await Self.fails(text)
        #expect(message.contains("graph\(line): error:"), "\(message)")
        #expect(message.contains(words), "\(message)")
    }

    @Test(
        "Columns by their names, wherever they are",
        arguments: [
            ("id,source,target\n0,5,7\n1,7,9\n", ["5-7", "7-9"]), (",source,target\n0,5,7\n", ["5-7"]),
            ("sep=;\nWeight;Target;Source\n1;b;a\n", ["b-a"]),
            ("source\ttarget\nJon Arryn\tNed Stark\n", ["Jon Arryn-Ned Stark"]),
            ("1, 2\n2, 3\n", ["1-2", "2-3"]), ("when|from_user|to_user\n1|a|b\n", ["a-b"]),
            ("\"from\" \"to\"\n\"1\" \"a\" \"b\"\n\"2\" \"b\" \"c\"\n", ["a-b", "b-c"]),
            ("# FromNodeId\tToNodeId\n1\t2\n", ["1-2"]), ("Source,Target,Type\na,b,Directed\n", ["a-b"]),
        ])
    func columns(text: String, edges: [String]) async throws {
        #expect(try await Self.edges(Self.opened(text)) == edges)
    }

    @Test func whatTheUserSaysOfColumnsCounts() async throws {
        var options = GraphFileOptions()
        options.columns = .init(source: 2, target: 4, weight: 1)
        options.readsWeights = true
        let graph = try await Self.opened("0,5;a;x;b\n2;b;x;c\n", options)
        #expect(Self.edges(graph) == ["a-b", "b-c"])
        #expect(graph.labelled.graph.weight(from: 0, to: 1) == 0.5)
        #expect(GraphFileOptions.Columns(source: 1, target: 1) == nil)
        #expect(GraphFileOptions.Columns(source: 0, target: 1) == nil)
    }

    @Test(
        "In doubt there is a question",
        arguments: [
            ("giver,taker\n1,2\n", "--heading 1"), ("a;b,c\nd;e,f\n", "--separator"),
            ("ann bob\n#bob cid\n", "comment"), ("source,target,weight\n1,,2\n", ":2"),
            ("Source,Target,Type\na,b,Directed\nb,c,Undirected\n", "with and without"),
            ("source,target\na,b,c\n", ":2"), ("source,relation,type\na,b,c\n", "--columns"),
            ("Id,Label\n1,Ann\n", "table of nodes"), ("node,pagerank\nann,3\n", "table of nodes"),
        ])
    func doubts(text: String, words: String) async throws {
        let message = try await Self.fails(text)
        #expect(message.contains(words), "\(message)")
    }

    /// The same edges in any order of lines, by name, give the same groups.
    @Test(arguments: UInt64(1)..<6)
    func leidenDoesNotDependOnTheOrderOfLines(seed: UInt64) async throws {
        let list = EdgeList.erdosRenyi(nodeCount: 90, edgeProbability: 0.06, seed: 5)
        func groups(_ lines: [String]) async throws -> Set<Set<String>> {
            let table = try GraphAnalysis([.leiden]).table(of: await Self.opened(lines.joined()))
            var groups: [Double: Set<String>] = [:]
            for (row, node) in table.nodes.enumerated() {
                groups[try #require(table.columns[0].values.number(row)), default: []].insert(node)
            }
            return Set(groups.values)
        }
        var random = SeededRandom(seed: seed)
        for prefix in ["p", ""] {
            let lines = list.edges.map { "\(prefix)\($0.source) \(prefix)\($0.target)\n" }
            #expect(try await groups(lines) == groups(lines.shuffled(using: &random)))
        }
    }
}
