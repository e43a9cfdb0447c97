import Foundation
import ReboundTestSupport
import Subprocess
import Testing

@Suite("Any graph")
struct AnalyzeCommandTests {
    private static let club = "Samples/karate.txt"
    static let measures = [
        "pagerank", "betweenness", "closeness", "harmonic", "degree", "components", "core", "clustering",
        "constraint", "effective-size", "articulation", "leiden",
    ]

    private func run(
        _ arguments: String..., input: String = "", in folder: String? = nil
    ) async throws -> ReboundProcess.Outcome {
        try await ReboundProcess.run(["analyze"] + arguments, input: Array(input.utf8), in: folder)
    }

    @Test func aTableHasARowANodeAndAColumnAMeasure() async throws {
        let outcome = try await run(Self.club, "--measure", "degree,pagerank,core")
        #expect(outcome.code == 0)
        let summary = "Samples/karate.txt: 34 nodes, 78 edges, undirected, weights not read"
        #expect(outcome.error.hasPrefix(summary), "\(outcome.error)")
        let lines = outcome.output.lines
        #expect(lines[0] == "node,degree,pagerank,core")
        #expect(lines.dropFirst().map { $0.prefix { $0 != "," } } == (1...34).map { "\($0)" })
        #expect(try await run(Self.club).output.lines[0] == "node,pagerank,degree")
        #expect(
            try await run(Self.club, "-m", "all").output.lines[0]
                == (["node"] + Self.measures).joined(separator: ","))
    }

    @Test func theTopIsByTheFirstMeasure() async throws {
        let outcome = try await run(Self.club, "--measure", "betweenness,degree", "--top", "3")
        #expect(outcome.output.lines.map { $0.prefix { $0 != "," } } == ["node", "1", "34", "33"])
    }

    @Test func standardInputAndAPipeAreGraphsToo() async throws {
        let text = try String(contentsOfFile: "\(ReboundProcess.package)/\(Self.club)", encoding: .utf8)
        let named = try await run(Self.club)
        #expect(try await run("-", input: text).output == named.output)
        #expect(try await run("/dev/stdin", input: text).output == named.output)
        let none = try await run("-")
        #expect(none.code == 65)
        #expect(none.error.contains("standard input: error: [file-empty] found no edges"))
    }

    @Test(
        "JSON is what its schema says",
        arguments: [["--weighted"], ["--directed"], ["--approximate", "0.1"]])
    func json(options: [String]) async throws {
        let outcome = try await ReboundProcess.run(
            ["analyze", Self.club, "--json", "--measure", "all", "--top", "9"] + options)
        #expect(outcome.code == 0)
        let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/analyze.schema.json")
        #expect(try schema.problems(of: Data(outcome.output.utf8)) == [])
        #expect(outcome.output.contains("\"schema\": \"rebound-analyze/1\""))
        #expect(outcome.output.contains("\"nodeCount\": 34"))
    }

    @Test("The schema has exactly the measures there are")
    func words() throws {
        let data = try Data(contentsOf: URL(filePath: "\(ReboundProcess.samples)/analyze.schema.json"))
        let schema = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let definitions = try #require(schema?["$defs"] as? [String: [String: Any]])
        #expect(definitions["measure"]?["enum"] as? [String] == Self.measures)
        let properties = definitions["node"]?["properties"] as? [String: Any]
        #expect(Set(properties?.keys.map { $0 } ?? []) == Set(Self.measures + ["node"]))
    }

    @Test func threadsChangeNoByteAndASavedGraphGivesTheSame() async throws {
        try await TemporaryFolder.with { folder in
            let graph = folder("club.graph")
            let text = try await run(
                Self.club, "--weighted", "--measure", "all", "--threads", "1", "--save", graph)
            #expect(text.code == 0)
            for threads in ["2", "7"] {
                let again = try await run(
                    Self.club, "--weighted", "--measure", "all", "--threads", threads)
                #expect(again.output == text.output)
            }
            let saved = try await run(graph, "--weighted", "--measure", "all", "--threads", "2")
            #expect(saved.output == text.output)
            let file = folder("table.csv")
            #expect(try await run(graph, "--weighted", "--measure", "all", "-o", file).output == "")
            #expect(try folder.text(of: "table.csv") == text.output)

            let bytes = [UInt8](try Data(contentsOf: URL(filePath: graph)))
            try folder.write(Array(bytes.dropLast(4_096)), to: "cut.graph")
            let cut = try await run("cut.graph", in: folder.path)
            #expect(cut.code == 65)
            #expect(cut.error.contains("cut.graph: the graph file has"))
            #expect(cut.output == "")
        }
    }

    @Test func savingAloneMeasuresNothing() async throws {
        try await TemporaryFolder.with { folder in
            let outcome = try await run(Self.club, "--save", folder("club.graph"))
            #expect(outcome.code == 0)
            #expect(outcome.output == "")
            #expect(outcome.error.contains("34 nodes, 78 edges"))
            #expect(try await run(folder("club.graph")).output == (try await run(Self.club).output))
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let code: Int32
        let message: String
        var testDescription: String { arguments.joined(separator: " ") }

        init(_ arguments: String..., code: Int32, _ message: String) {
            (self.arguments, self.code, self.message) = (arguments, code, message)
        }
    }

    /// Run in a folder that has the files below.
    static let mistakes = [
        Case("none.txt", code: 66, "rebound: none.txt: no such file or folder\n"),
        Case(".", code: 66, "rebound: .: a folder; expected a file\n"),
        Case("empty.txt", code: 65, "empty.txt: error: [file-empty] found no edges; expected an edge list"),
        Case(
            "bad.txt", code: 65,
            "bad.txt:3: error: [row-ragged] found \"lonely\"; expected two names or numbers"),
        Case(
            "weights.txt", "--weighted", code: 65,
            "weights.txt:2: error: [number-invalid] found \"2 3 heavy\""),
        Case(
            "good.txt", "--measure", "degree,pagrank", code: 64,
            "did you mean “pagerank”? There are pagerank,"),
        Case("good.txt", "--measure", "", code: 64, "“” is no measure"),
        Case("good.txt", "--top", "0", code: 64, "--top takes a whole number of at least 1, not 0."),
        Case("good.txt", "--threads", "0", code: 64, "--threads takes a number from 1 to 256, not 0."),
        Case("good.txt", "--heading", "-1", code: 64, "--heading"),
        Case("good.txt", "--approximate", "0.1", code: 64, "add --measure betweenness"),
        Case("good.txt", "--approximate", "1", "-m", "betweenness", code: 64, "above 0 and below 1"),
        Case("good.txt", "-o", "good.txt", code: 73, "that would overwrite what is being read"),
        Case("good.txt", "--save", "good.txt", code: 73, "that would overwrite what is being read"),
        Case("good.txt", "--save", "nowhere/x", code: 73, "nowhere/x: its folder does not exist"),
        Case("good.txt", "-o", "nowhere/x", code: 73, "nowhere/x: its folder does not exist"),
        Case("", code: 64, "The name of the graph's file is empty."),
        Case(code: 64, "Missing expected argument"),
    ]

    @Test("What goes wrong is said, with file and line and the documented exit code", arguments: mistakes)
    func mistake(_ mistake: Case) async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("1 2\n2 3\n", to: "good.txt")
            try folder.write("", to: "empty.txt")
            try folder.write("a b\nb c\nlonely\n", to: "bad.txt")
            try folder.write("1 2 4\n2 3 heavy\n", to: "weights.txt")
            let outcome = try await ReboundProcess.run(["analyze"] + mistake.arguments, in: folder.path)
            #expect(outcome.code == mistake.code)
            #expect(outcome.error.contains(mistake.message), "\(outcome.error)")
            #expect(outcome.output == "")
            #expect(try folder.text(of: "good.txt") == "1 2\n2 3\n")
        }
    }

    @Test func aHeadingIsPassedOverAndSaid() async throws {
        let outcome = try await run("-", "-m", "degree", input: "source,target\nada,ben\n")
        #expect(outcome.output == "node,degree\nada,1\nben,1\n")
        #expect(outcome.error.contains("“source,target” is read as a heading; --heading 0 reads it"))
        let plain = try await run("-", "-m", "degree", "--heading", "0", input: "source,target\nada,ben\n")
        #expect(plain.output.lines.count == 5)
        #expect(
            plain.error
                == "standard input: 4 nodes, 2 edges, undirected, no weights; first edge: source – target\n")
    }

    @Test("A terminal shows how far it is, then nothing of it is left")
    func progress() async throws {
        for name in ["xterm", "dumb"] {
            let terminal = try Pseudoterminal()
            let outcome = try await ReboundProcess.run(
                ["analyze", Self.club, "-m", "betweenness"], errorTo: terminal.descriptor,
                environment: ["TERM": name])
            #expect(outcome.output == (try await run(Self.club, "-m", "betweenness").output))
            let shown = terminal.text()
            #expect(shown.contains("100/100 % betweenness") == (name == "xterm"))
            #expect(shown.hasSuffix("\r\u{1B}[K") == (name == "xterm"))
        }
    }

    /// Betweenness of this ring takes far longer than any test, so only the signal can have ended it.
    @Test func controlCLeavesAtOnce() async throws {
        try await TemporaryFolder.with { folder in
            let ring = (0..<400_000).map { "\($0) \(($0 + 1) % 400_000)\n" }.joined()
            let path = try folder.write(ring, to: "ring.txt")
            let outcome = try await ReboundProcess.kill(
                ["analyze", path, "-m", "betweenness", "--threads", "2"], after: .seconds(2),
                with: .interrupt)
            #expect(outcome.code == 128 + SIGINT)
        }
    }

    @Test func namesInAnotherEncodingAreSaid() async throws {
        let latin =
            Array((0..<9_000).map { "a\($0) b\($0)\n" }.joined().utf8) + [0x5A, 0xEB, 0x20, 0x41, 0x0A]
        let outcome = try await ReboundProcess.run(["analyze", "-"], input: latin)
        #expect(outcome.code == 0)
        #expect(outcome.error.contains("some names are no UTF-8 text"))
    }
}
