import Foundation
import Foundations
import GraphAlgorithms
import ReboundTestSupport
import Testing

@testable import GraphFiles
@testable import GraphWorkbench

@Suite("Opening any graph")
struct OpenedGraphTests {
    /// Edges by the names of their nodes, in the order of the file.
    private static func edges(_ graph: OpenedGraph) -> [[String]] {
        graph.labelled.graph.nodes.flatMap { node in
            graph.labelled.graph.successors(of: node).filter { graph.isDirected || $0 > node }.map {
                [graph.labelled.labels[node], graph.labelled.labels[$0]]
            }
        }
    }

    private static func opened(
        _ text: some Sequence<UInt8>, _ options: GraphFileOptions = .init()
    ) async throws -> OpenedGraph {
        try await TemporaryFolder.with { folder in
            try OpenedGraph(path: try folder.write(Array(text), to: "graph.txt"), options: options)
        }
    }

    private static func failure(
        _ text: some Sequence<UInt8>, _ options: GraphFileOptions = .init()
    ) async throws -> GraphFailure? {
        do {
            _ = try await opened(text, options)
            return nil
        } catch let error as GraphFailure {
            return error
        }
    }

    @Test(
        "Numbers and names, any separator, comments, and ids that are more than numbers",
        arguments: [
            ("1 2\n2 3\n", [["1", "2"], ["2", "3"]]),
            ("# SNAP\n% KONECT\n\n7\t5\r\n5\t9\r\n", [["5", "7"], ["5", "9"]]),
            ("ada,ben\nben,cleo\n", [["ada", "ben"], ["ben", "cleo"]]),
            ("ada;ben;1,5\nben;cleo;2,5\n", [["ada", "ben"], ["ben", "cleo"]]),
            ("Ada Moss\tBen, Jr.\nBen, Jr.\tCleo\n", [["Ada Moss", "Ben, Jr."], ["Ben, Jr.", "Cleo"]]),
            ("a;b http://x/?q=1,2\nc d\n", [["a;b", "http://x/?q=1,2"], ["c", "d"]]),
            ("\"Moss, Ada\",ben\n", [["Moss, Ada", "ben"]]),
            ("[deleted] <b>\ngraph *x\n", [["[deleted]", "<b>"], ["graph", "*x"]]),
            ("\u{FEFF}1 2", [["1", "2"]]),
            // Leading zeros and numbers beyond 32 bits are names, so that they are printed as they were written.
            ("007 1\n1 010\n", [["007", "1"], ["1", "010"]]),
            ("99999999999 1\n", [["99999999999", "1"]]), ("-1 4\n", [["-1", "4"]]),
            // Loops go, of repetitions the first stays, further columns are passed over.
            ("1 1\n1 2 5 x y\n2 1\n", [["1", "2"]]),
        ])
    func forms(text: String, edges: [[String]]) async throws {
        let graph = try await Self.opened(text.utf8)
        #expect(Self.edges(graph) == edges)
        #expect(graph.reading.heading == nil)
        #expect(graph.reading.edgeCount == edges.count)
    }

    @Test func namesAfterAThousandNumbersAreNames() async throws {
        let numbers = (0..<30_000).map { "\($0) \($0 + 1)\n" }.joined()
        let graph = try await Self.opened((numbers + "x 0\n").utf8)
        #expect(graph.reading.nodeCount == 30_002)
        #expect(graph.labelled.labels.node(named: "x") != nil)
    }

    @Test(
        "A heading is found by its words, or as the only line without numbers",
        arguments: [
            ("source,target\nada,ben\n", "source,target"),
            ("FromNodeId ToNodeId\n1 2\n", "FromNodeId ToNodeId"),
            ("\"from\",\"to\",\"weight\"\na,b,1\n", "\"from\",\"to\",\"weight\""),
            ("# by hand\nPerson A;Person B\n1;2\n3;4\n", "Person A;Person B"), ("a,b,w\nx,y,2\n", "a,b,w"),
            ("ada ben\nben cleo\n", nil), ("ada 1\n2 3\n", nil), ("ada ben\n", nil),
            ("ada ben x\ncleo dan y\n", nil),
        ] as [(String, String?)])
    func headings(text: String, heading: String?) async throws {
        let graph = try await Self.opened(text.utf8)
        #expect(graph.reading.heading == heading)
        for word in heading?.split(whereSeparator: { " ,;".contains($0) }).filter({ Int($0) == nil }) ?? [] {
            #expect(graph.labelled.labels.node(named: String(word)) == nil)
        }
    }

    @Test func whatTheUserSaysOfHeadingsCounts() async throws {
        var options = GraphFileOptions()
        options.headingLines = 0
        #expect(try await Self.opened("from to\na b\n".utf8, options).reading.edgeCount == 2)
        options.headingLines = 2
        let graph = try await Self.opened("x\ny\na b\n".utf8, options)
        #expect(Self.edges(graph) == [["a", "b"]])
        #expect(graph.reading.heading == nil)
    }

    @Test func directionsAndWeightsAreReadWhenAskedFor() async throws {
        let text = "1 2 3.5\n2 1\n3 1 0\n".utf8
        var options = GraphFileOptions()
        #expect(try await Self.opened(text).labelled.graph.weights == nil)
        options.readsWeights = true
        options.isDirected = true
        let graph = try await Self.opened(text, options)
        #expect(graph.reading.edgeCount == 3)
        #expect(graph.labelled.graph.weight(from: 0, to: 1) == 3.5)
        #expect(graph.labelled.graph.weight(from: 1, to: 0) == 1)
        #expect(graph.labelled.graph.weight(from: 2, to: 0) == 0)
    }

    @Test(
        "A line that is no edge is named, with what to do",
        arguments: [
            ("1 2\n3\n", 2, "expected two names or numbers; hint: a line that is no edge begins with #"),
            ("# c\n\na b\nlonely\n", 4, "[row-ragged] found \"lonely\""),
            ("a \"b\n", 1, "[quote-unterminated]"),
        ])
    func badLines(text: String, line: Int, words: String) async throws {
        guard case .invalid(let diagnostics)? = try await Self.failure(text.utf8) else {
            Issue.record("it was read")
            return
        }
        #expect(diagnostics.count == 1)
        #expect(diagnostics[0].line == line)
        #expect(diagnostics[0].description.contains(words), "\(diagnostics[0])")
    }

    @Test(
        "A weight that is none is named", arguments: ["x", "-1", "nan", "inf", "1e999"])
    func badWeights(weight: String) async throws {
        var options = GraphFileOptions()
        options.readsWeights = true
        guard case .invalid(let diagnostics)? = try await Self.failure("1 2 1\n2 3 \(weight)\n".utf8, options)
        else {
            Issue.record("it was read")
            return
        }
        #expect(diagnostics[0].line == 2)
        #expect(diagnostics[0].identifier == .numberInvalid)
        #expect(diagnostics[0].hint.contains("without --weighted"))
    }

    @Test(
        "What is no edge list is said to be none",
        arguments: [
            ("", .fileEmpty), ("\n\n# nothing\n", .fileEmpty), ("{\"format\": 1}", .formatUnknown),
            ("[\n", .formatUnknown), ("[[1, 2], [2, 3]]", .formatUnknown), ("graph [\n", .formatUnknown),
            ("<?xml version=\"1.0\"?>\n<a/>", .formatUnknown),
            ("<graphml>\n", .formatUnknown), ("*Vertices 34\n1 \"a\"\n*Arcs\n1 35\n", .formatUnknown),
            ("graph {\n a -- b\n}\n", .formatUnknown), ("// c\ndigraph\n{\n a -> b\n}\n", .formatUnknown),
            ("1 2\r2 3\r", .formatUnknown),
            ("a\u{0}b c\n", .encodingInvalid), ("ada,ben\nben;cleo\n", .rowRagged),
            ("0 1 1\n1 0 1\n1 1 0\n", .formatUnknown), (";a;b\na;0;1\nb;1;0\n", .formatUnknown),
            ("1 2 3\n2 3\n3\n", .formatUnknown), ("p edge 2 1\ne 1 2\n", .formatUnknown),
            ("1 a\n2 b\n#\n1 2 x\n", .formatUnknown), ("a pp b\nb pd c\n", .formatUnknown),
            ("a -> b\nb -> c\n", .formatUnknown), ("# a\nb 1.0\n# b\nc 0.5\n", .formatUnknown),
            ("3 2\n2\n1 3\n2\n", .formatUnknown), ("4 3\n1 2\n2 3\n3 4\n", .formatUnknown),
            ("dl n=2\ndata:\n1 2\n", .formatUnknown), ("flowchart LR\na-->b\n", .formatUnknown),
        ] as [(String, Diagnostic.Kind)])
    func otherFormats(text: String, kind: Diagnostic.Kind) async throws {
        let error = try await Self.failure(text.utf8)
        guard case .invalid(let diagnostics)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(diagnostics.map(\.identifier) == [kind])
        #expect(error?.isBadData == true)
    }

    @Test func packedAndLatinTextIsSaidToBeSo() async throws {
        let packed = try await Self.failure([0x1F, 0x8B, 8, 0])
        #expect(packed?.explanation.contains("[archive-invalid]") == true)
        let latin = try await Self.failure(Array("Zo".utf8) + [0xEB] + Array(" Ada\n".utf8))
        #expect(latin?.explanation.contains("iconv") == true)
    }

    @Test func whatIsNotThereOrNoFileIsSaid() async throws {
        try await TemporaryFolder.with { folder in
            #expect(throws: GraphFailure.unreadable(.noSuchFile(path: folder("none")))) {
                try OpenedGraph(path: folder("none"))
            }
            #expect(throws: GraphFailure.unreadable(.isFolder(path: folder.path))) {
                try OpenedGraph(path: folder.path)
            }
        }
    }

    @Test("A saved graph is the same graph, with names, directions and weights", arguments: [false, true])
    func saving(isDirected: Bool) async throws {
        try await TemporaryFolder.with { folder in
            var options = GraphFileOptions()
            options.isDirected = isDirected
            options.readsWeights = true
            let text = try folder.write("ada ben 2\nben cleo 0.1\n\"Moss, D\" ada 7\n", to: "graph.txt")
            let graph = try OpenedGraph(path: text, options: options)
            try graph.save(to: folder("graph"), sparing: ProtectedFiles())
            let again = try OpenedGraph(path: folder("graph"))
            #expect(again.labelled == graph.labelled)
            #expect(again.isDirected == isDirected)
            #expect(throws: GraphFailure.self) {
                try again.save(
                    to: folder("graph"), sparing: ProtectedFiles(inputs: [folder("graph")]))
            }
            #expect(throws: GraphFailure.self) {
                try graph.save(to: text, sparing: ProtectedFiles(inputs: [text]))
            }
        }
    }

    @Test func aDamagedSavedGraphIsBadData() async throws {
        try await TemporaryFolder.with { folder in
            let text = try folder.write("1 2\n2 3\n", to: "graph.txt")
            try OpenedGraph(path: text).save(to: folder("graph"), sparing: ProtectedFiles())
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder("graph"))))
            var altered = bytes
            altered[4_200] ^= 1
            for damaged in [Array(bytes.dropLast(1)), Array(bytes.prefix(100)), bytes + [0], altered] {
                let path = try folder.write(damaged, to: "damaged")
                let error = #expect(throws: GraphFailure.self) { try OpenedGraph(path: path) }
                #expect(error?.isBadData == true)
                #expect(error?.explanation.contains("make it again") == true, "\(error?.explanation ?? "")")
            }
            var options = GraphFileOptions()
            options.readsWeights = true
            let error = #expect(throws: GraphFailure.self) {
                try OpenedGraph(path: folder("graph"), options: options)
            }
            #expect(error?.isRequest == true)
        }
    }
}

extension GraphFailure {
    /// Whether the file is to blame, for which `analyze` has exit code 65.
    fileprivate var isBadData: Bool {
        switch self {
        case .invalid, .unfit: true
        default: false
        }
    }

    /// Whether what was asked for is to blame, for which `analyze` has exit code 64.
    fileprivate var isRequest: Bool { if case .request = self { true } else { false } }
}
