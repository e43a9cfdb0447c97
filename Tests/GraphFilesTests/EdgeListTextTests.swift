import ReboundTestSupport
import Testing

@testable import GraphAlgorithms
@testable import GraphFiles

@Suite struct EdgeListTextTests {
    static func read(_ text: String, _ format: EdgeListText = EdgeListText()) throws(EdgeListError)
        -> LabelledGraph
    {
        try format.graph(from: Array(text.utf8))
    }

    @Test func separatorsCommentsAndLineEnds() throws {
        let expected = try CompactGraph(nodeCount: 4, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 3)])
        for (text, separator) in [
            ("0 1\n1 2\n2 3\n", .blanks), ("0 1\r\n1 2\r\n2 3", .blanks), ("0,1\n1,2\n2,3\n", .comma),
            ("0;1\n1;2\n2;3", .semicolon), ("# from to\n0\t1\n\n1\t2\n2\t3\n", .blanks),
            ("0\t1\n1\t 2\n2\t3\t\n", .tab), ("0|1|9\n1 | 2 |\n2|3\r\n", .bar),
            ("\u{FEFF}% sym unweighted\n 0 , 1 \n1 ,2\n  \n2\t,3\n3,3\n", .comma),
            ("0 1 1 1082040961\n1 2 1 0\n2 3 1 7\n", .blanks),
        ] as [(String, FieldSeparator)] {
            let read = try Self.read(text, EdgeListText(readsWeights: false, separator: separator))
            #expect(read.graph == expected, "\(text)")
            #expect(read.graph.nodes.map { read.labels[$0] } == ["0", "1", "2", "3"])
        }
    }

    @Test func nodeNumbersKeepIsolatedNodes() throws {
        let read = try Self.read("7 2\n2 4\n", EdgeListText(labels: .nodeNumbers))
        #expect(read.graph.nodeCount == 8)
        #expect(read.graph.successors(of: 2) == [4, 7])
        #expect(read.labels.number(of: 7) == 7)
        #expect(read.labels.node(named: "5") == 5)
        #expect(read.labels.node(named: "8") == nil)
    }

    @Test func numbersAreCompacted() throws {
        for top in ["40", "4000000000", "4294967294"] {
            let read = try Self.read("30 10\n\(top) 30 0.5\n", EdgeListText(isDirected: true))
            #expect(
                read.graph
                    == (try CompactGraph(
                        nodeCount: 3, edges: [Edge(1, 0), Edge(2, 1, weight: 0.5)], isDirected: true)))
            #expect(read.graph.nodes.map { read.labels[$0] } == ["10", "30", top])
            #expect(read.labels.node(named: "30") == 1)
            #expect(read.labels.node(named: top) == 2)
            #expect(read.labels.node(named: "11") == nil)
            #expect(read.labels.node(named: "4294967295") == nil)
        }
    }

    @Test func namesAreNumberedAsTheyCome() throws {
        let text = "source,target,weight\nGrace,Ada,2\nAda,\"Émile, \"\"the\"\" other\"\nGrace,\"Ada\",9\n"
        let read = try Self.read(text, EdgeListText(labels: .names, headingLines: 1, separator: .comma))
        #expect(read.graph == (try CompactGraph(nodeCount: 3, edges: [Edge(0, 1, weight: 2), Edge(1, 2)])))
        #expect(read.graph.nodes.map { read.labels[$0] } == ["Grace", "Ada", "Émile, \"the\" other"])
        #expect(read.labels.node(named: "Ada") == 1)
        #expect(read.labels.node(named: "Émile, \"the\" other") == 2)
        #expect(read.labels.node(named: "Bob") == nil)
        #expect(read.labels.number(of: 0) == nil)
        #expect(read.labels.node(named: "0") == nil)
    }

    @Test func weightsAreReadOrPassedOver() throws {
        let text = "0 1\n1 2 2.5\n2 3 1e-3 x\n3 0 1\n0 2 1234567890123456789\n"
        #expect(try Self.read(text).graph.weight(from: 3, to: 2) == 0.001)
        #expect(try Self.read(text).graph.weight(from: 0, to: 1) == 1)
        #expect(try Self.read(text).graph.weight(from: 0, to: 2) == 1_234_567_890_123_456_768)
        #expect(try Self.read(text, EdgeListText(readsWeights: false)).graph.weights == nil)
    }

    @Test(arguments: [
        ("0 1\n5\n", 2, "5"), ("0 x\n", 1, "0 x"), ("1 -2\n", 1, "1 -2"),
        ("0 1\n1 2\n\n# c\n3 4294967295\n", 5, "3 4294967295"),
        ("0 99999999999999999999999\n", 1, "0 99999999999999999999999"), ("0 1.5\n", 1, "0 1.5"),
        ("0 1\r\n1", 2, "1"),
    ])
    func aMalformedLineIsNamed(text: String, line: Int, excerpt: String) {
        #expect(
            throws: EdgeListError.malformedLine(
                line, text: excerpt, expected: "two whole numbers below 4294967295")
        ) { try Self.read(text) }
    }

    @Test(arguments: ["-1", "nan", "inf", "1e999", "heavy", "0x"])
    func aMalformedWeightIsNamed(weight: String) {
        #expect(
            throws: EdgeListError.malformedLine(
                2, text: "1 2 \(weight)", expected: "a finite weight of at least 0 in the third column")
        ) { try Self.read("0 1 3\n1 2 \(weight)\n") }
    }

    @Test func aNameThatStaysOpenIsNamed() {
        let error = EdgeListError.malformedLine(
            1, text: "a,\"b", expected: "quotes that close at the end of a cell")
        for text in ["a,\"b\nc,d\"\n", "a,\"b\n\"x\" y,d\n"] {
            #expect(throws: error) { try Self.read(text, EdgeListText(labels: .names, separator: .comma)) }
        }
        #expect(
            error.description
                == "line 1: expected quotes that close at the end of a cell, found 'a,\"b'")
    }

    @Test func columnsAndDecimalCommas() throws {
        let text = EdgeListText(
            labels: .names, separator: .semicolon, columns: .init(source: 3, target: 1, weight: 0))
        let read = try Self.read("0,5;b;x;a\n \"1,5\" ; c ;; \"b\"\n", text)
        #expect(read.graph.nodes.map { read.labels[$0] } == ["b", "a", "c"])
        #expect(read.graph.weight(from: 0, to: 1) == 0.5)
        #expect(read.graph.weight(from: 0, to: 2) == 1.5)
        #expect(throws: EdgeListError.self) { try Self.read("1;;x;a\n", text) }
        #expect(throws: EdgeListError.self) { try Self.read("1;b\n", text) }
    }

    @Test(arguments: [
        (EdgeListText.Marks.comments, ["a", "b"]), (.names, ["#x", "y", "a", "b"]),
    ])
    func markedLines(marks: EdgeListText.Marks, names: [String]) throws {
        var text = EdgeListText(labels: .names)
        text.marks = marks
        let contents = try text.contents(of: Array("#x y\n# x y\n#\n%%\na b\nb b\nb a\n".utf8))
        #expect(contents.graph.graph.nodes.map { contents.graph.labels[$0] } == names)
        #expect(contents.comments == (marks == .comments ? 4 : 3))
        #expect(contents.loops == 1 && contents.repetitions == 1)
        text.marks = .unclear
        #expect(throws: EdgeListError.self) { try text.contents(of: Array("a b\n#x y\n".utf8)) }
        #expect(try text.contents(of: Array("a b\n#x y z\n".utf8)).comments == 1)
    }

    @Test func setsAndCountedNodes() throws {
        let counted = try Self.read("1 2\n3 1\n", EdgeListText(labels: .counted(5)))
        #expect(counted.graph.nodes.map { counted.labels[$0] } == ["1", "2", "3", "4", "5"])
        #expect(counted.graph.outDegree(of: 4) == 0)
        for line in ["0 1\n", "1 6\n"] {
            #expect(throws: EdgeListError.self) { try Self.read(line, EdgeListText(labels: .counted(5))) }
        }
        let open = EdgeListText.TwoSets(firstPrefix: "a", secondPrefix: "b", sizes: nil)
        let two = try Self.read("1 1\n7 1\n7 900000\n", EdgeListText(labels: .twoSets(open)))
        #expect(two.graph.nodes.map { two.labels[$0] } == ["a1", "a7", "b1", "b900000"])
        #expect(two.graph.successors(of: 1) == [2, 3])
        let sized = EdgeListText.TwoSets(
            firstPrefix: "r", secondPrefix: "c", sizes: .init(first: 3, second: 2))
        let matrix = try Self.read("1 1\n2 1\n2 2\n", EdgeListText(labels: .twoSets(sized)))
        #expect(matrix.graph.nodes.map { matrix.labels[$0] } == ["r1", "r2", "r3", "c1", "c2"])
        #expect(matrix.graph.successors(of: 1) == [3, 4])
        #expect(throws: EdgeListError.self) { try Self.read("1 3\n", EdgeListText(labels: .twoSets(sized))) }
    }

    @Test func degenerateTexts() throws {
        for labels in [EdgeListText.Labels.nodeNumbers, .numbers, .names] {
            for text in ["", "\n", "# nothing\n", "\u{FEFF}"] {
                #expect(
                    try Self.read(text, EdgeListText(labels: labels, ordersByDegree: true)).graph.nodeCount
                        == 0)
            }
        }
        #expect(try Self.read("3 3\n").graph.nodeCount == 1)
    }

    @Test func aMissingFileIsNamed() {
        #expect(throws: EdgeListError.unreadable(path: "/no/such/file", reason: "No such file or directory"))
        {
            try EdgeListText().graph(fromFile: "/no/such/file")
        }
        #expect(throws: EdgeListError.unreadable(path: "/", reason: "it is no regular file")) {
            try EdgeListText().graph(fromFile: "/")
        }
    }

    /// More than two pieces of text, lines across their bounds, and errors counted over all of them.
    @Test(arguments: [false, true])
    func largeTextsInPieces(ordersByDegree: Bool) throws {
        let edges = HubEdges.random(nodeCount: 3_000, count: 12_000, isWeighted: true, seed: 2)
        var text: [UInt8] = []
        for edge in edges { text += "\(edge.source) \(edge.target) \(Int(edge.weight))\n".utf8 }
        let expected = try CompactGraph(nodeCount: 3_000, edges: edges)
        for threads in 1...3 {
            let control = RunControl(threads: threads)
            let read = try EdgeListText(labels: .nodeNumbers, ordersByDegree: ordersByDegree)
                .contents(of: TextSource(bytes: text, pieceBytes: 5_000), control).graph
            if ordersByDegree {
                let numbers = read.graph.nodes.map { read.labels.number(of: $0)! }
                let nodes = Dictionary(uniqueKeysWithValues: zip(numbers, read.graph.nodes))
                let renumbered = edges.map { Edge(nodes[$0.source]!, nodes[$0.target]!, weight: $0.weight) }
                #expect(try CompactGraph(nodeCount: 3_000, edges: renumbered) == read.graph)
            } else {
                #expect(read.graph == expected)
            }
        }
        for threads in [1, 2] {
            let error = EdgeListError.malformedLine(
                12_001, text: "oops", expected: "two whole numbers below 4294967295")
            #expect(throws: error) {
                try EdgeListText().contents(
                    of: TextSource(bytes: text + Array("oops\n".utf8), pieceBytes: 7_000),
                    RunControl(threads: threads))
            }
        }
    }

    @Test func namesInPiecesAreTheSameOnAnyNumberOfThreads() throws {
        let edges = HubEdges.random(nodeCount: 500, count: 9_000, isWeighted: false, seed: 4)
        var text: [UInt8] = []
        for edge in edges { text += "person-\(edge.source),person-\(edge.target)\n".utf8 }
        let format = EdgeListText(labels: .names, isDirected: true, separator: .comma)
        let one = try format.contents(of: TextSource(bytes: text, pieceBytes: 5_000), RunControl(threads: 1))
            .graph
        #expect(
            one
                == (try format.contents(
                    of: TextSource(bytes: text, pieceBytes: 3_000), RunControl(threads: 3)
                ).graph)
        )
        #expect(one.labels[0] == "person-\(edges[0].source)")
        #expect(one.graph.edgeCount == Set(edges.filter { $0.source != $0.target }).count)
    }

    @Test(arguments: UInt64(0)..<40)
    func hostileTextIsReadOrRefused(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let bytes = (0..<200).map { _ in
            random.unit() < 0.7
                ? Array("0123 \n,\"#.e-\t".utf8).randomElement(using: &random)!
                : UInt8(truncatingIfNeeded: random.next())
        }
        for labels in [EdgeListText.Labels.numbers, .names] {
            _ = try? EdgeListText(labels: labels).graph(from: bytes)
        }
    }

    @Test func cancellingStopsTheReading() {
        #expect(throws: EdgeListError.graph(.cancelled)) {
            try EdgeListText().graph(
                from: Array("0 1\n".utf8), control: RunControl(threads: 1, isCancelled: { true }))
        }
    }

    @Test(.enabled(if: NetworkCorpus.isPresent))
    func publishedFiles() throws {
        let wiki = try EdgeListText(isDirected: true).graph(fromFile: NetworkCorpus.path("wiki-Vote.txt"))
        #expect(wiki.graph == (try NetworkCorpus.edgeList("wiki-Vote.txt", isDirected: true).compact))
        #expect(wiki.graph.edgeCount == 103_689)
    }
}
