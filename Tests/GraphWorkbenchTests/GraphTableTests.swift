import Foundation
import GraphAlgorithms
import ReboundTestSupport
import Synchronization
import Testing

@testable import GraphFiles
@testable import GraphWorkbench

@Suite("Measures of any graph")
struct GraphTableTests {
    private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Samples").path(percentEncoded: false)

    private static func club(weighted: Bool = false) throws -> OpenedGraph {
        var options = GraphFileOptions()
        options.readsWeights = weighted
        return try OpenedGraph(path: samples + "/karate.txt", options: options)
    }

    private static func numbers(_ table: GraphTable, _ measure: GraphMeasure) throws -> [Double?] {
        let values = try #require(table.columns.first { $0.measure == measure }).values
        return table.nodes.indices.map { values.number($0) }
    }

    @Test func theSampleIsTheClubOfTheTests() throws {
        let club = try Self.club(weighted: true)
        #expect(club.labelled.graph == (try EdgeList.karateClub.compact))
        #expect((0..<34).map { club.labelled.labels[$0] } == (1...34).map(String.init))
    }

    /// networkx 3.6.1 of nodes 1, 2, 3, 33 and 34, as in GraphAlgorithmsTests.
    @Test(
        "The karate club has the published values",
        arguments: [
            (
                .pageRank, false,
                [0.0969972853883, 0.0528769240611, 0.0570785094885, 0.0716932260058, 0.100919182333]
            ),
            (
                .pageRank, true,
                [0.088500315428, 0.0574123193629, 0.0627656238481, 0.0759344195808, 0.0969893628344]
            ),
            (
                .betweenness, false,
                [0.437635281385, 0.0539366883117, 0.143656806157, 0.145247113997, 0.30407497595]
            ),
            (
                .betweenness, true,
                [0.437635281385, 0.0539366883117, 0.143656806157, 0.145247113997, 0.30407497595]
            ),
            (.closeness, false, [0.568965517241, 0.485294117647, 0.559322033898, 0.515625, 0.55]),
            (.harmonic, false, [23.1666666667, 19.1666666667, 21.0, 20.9166666667, 23.25]),
            (
                .constraint, false,
                [0.155423297647, 0.279535108025, 0.18517663966, 0.249223362275, 0.156418685121]
            ),
            (
                .constraint, true,
                [0.190623489056, 0.340901983129, 0.255653839096, 0.258256140484, 0.186287285632]
            ),
            (.degree, true, [16, 9, 10, 12, 17]), (.components, false, [0, 0, 0, 0, 0]),
            (.core, false, [4, 4, 4, 4, 4]), (.articulation, false, [1, 0, 0, 0, 0]),
        ] as [(GraphMeasure, Bool, [Double])])
    func published(measure: GraphMeasure, weighted: Bool, values: [Double]) throws {
        let table = try GraphAnalysis([measure], usesWeights: weighted).table(
            of: Self.club(weighted: weighted))
        let found = try Self.numbers(table, measure)
        #expect(difference([0, 1, 2, 32, 33].map { found[$0] }, values) < 1e-7)
    }

    /// Brandes et al. 2008: the best modularity is that of four communities; and approximate scores are near exact ones.
    @Test func communitiesAndApproximation() throws {
        let exact = try GraphAnalysis([.leiden, .betweenness]).table(of: Self.club())
        #expect(Set(try Self.numbers(exact, .leiden)) == [0, 1, 2, 3])
        let near = try GraphAnalysis([.betweenness], maximumError: 0.05).table(of: Self.club())
        #expect(
            difference(try Self.numbers(near, .betweenness), try Self.numbers(exact, .betweenness)) < 0.05)
    }

    @Test func edgesThatArriveCountInTheDegree() async throws {
        try await TemporaryFolder.with { folder in
            var options = GraphFileOptions()
            options.isDirected = true
            let path = try folder.write("a b\nc b\nb a\n", to: "g.txt")
            let table = try GraphAnalysis([.degree]).table(of: OpenedGraph(path: path, options: options))
            #expect(table.csv() == Array("node,degree\na,2\nb,3\nc,1\n".utf8))
        }
    }

    @Test func anUndefinedMeasureIsAnEmptyCellAndLast() async throws {
        try await TemporaryFolder.with { folder in
            let path = try folder.write("1 1\n2 3\n", to: "g.txt")
            let table = try GraphAnalysis([.constraint, .core]).table(of: OpenedGraph(path: path))
            #expect(table.csv() == Array("node,constraint,core\n1,,0\n2,1.0,1\n3,1.0,1\n".utf8))
            #expect(table.top(9).nodes == ["2", "3", "1"])
            #expect(String(decoding: table.json(), as: UTF8.self).contains("{\"node\": \"1\", \"core\": 0}"))
        }
    }

    @Test func theTopIsSortedByTheFirstMeasureAndTiesByTheFile() throws {
        let table = try GraphAnalysis([.degree, .pageRank]).table(of: Self.club())
        #expect(table.top(6).nodes == ["34", "1", "33", "3", "2", "4"])
        #expect(table.top(6).columns.map(\.measure) == [.degree, .pageRank])
        let all = table.top(1_000)
        #expect(all.nodes.sorted() == table.nodes.sorted())
        let degrees = try Self.numbers(all, .degree).map { $0! }
        #expect(zip(degrees, degrees.dropFirst()).allSatisfy { $0 >= $1 })
    }

    @Test("Numbers read back exactly, and threads change no byte", arguments: UInt64(0)..<3)
    func exactness(seed: UInt64) async throws {
        try await TemporaryFolder.with { folder in
            let list = EdgeList.erdosRenyi(
                nodeCount: 120, edgeProbability: 0.04, weights: .reals(0.1..<9), seed: seed)
            let text = list.edges.map { "\($0.source) \($0.target) \($0.weight)\n" }.joined()
            var options = GraphFileOptions()
            options.readsWeights = true
            let graph = try OpenedGraph(path: try folder.write(text, to: "g.txt"), options: options)
            let analysis = GraphAnalysis(GraphMeasure.allCases, usesWeights: true)
            let table = try analysis.table(of: graph, run: GraphRun(threads: 1))
            for threads in [2, 5] {
                #expect(try analysis.table(of: graph, run: GraphRun(threads: threads)) == table)
            }
            let rows = String(decoding: table.csv(), as: UTF8.self).split(separator: "\n").dropFirst()
            for (row, line) in rows.enumerated() {
                let cells = line.split(separator: ",", omittingEmptySubsequences: false).dropFirst()
                for (column, cell) in zip(table.columns, cells) {
                    #expect(Double(cell) == column.values.number(row))
                }
            }
        }
    }

    @Test func progressRisesStepByStepAndARunCanBeStopped() throws {
        let told = Mutex<[String]>([])
        let run = GraphRun(
            threads: 1,
            progress: { step, percent in told.withLock { $0.append("\(step) \(percent)") } })
        _ = try GraphAnalysis([.core, .betweenness]).table(of: Self.club(), run: run)
        let steps = told.withLock { $0 }
        #expect(steps.first == "core 0" && steps.contains("core 100"))
        #expect(steps.last == "betweenness 100")
        #expect(Set(steps).count == steps.count)
        #expect(throws: GraphFailure.stopped) {
            try GraphAnalysis([.pageRank]).table(of: Self.club(), run: GraphRun(isCancelled: { true }))
        }
        #expect(
            throws: GraphFailure.request(
                "\(Self.samples)/karate.txt: cannot be measured so: invalidTolerance(2.0)")
        ) {
            try GraphAnalysis([.betweenness], maximumError: 2).table(of: Self.club())
        }
    }

    @Test(
        "A run can be stopped within each measure, which says when it is done",
        arguments: GraphMeasure.allCases.filter { $0 != .degree })
    func eachMeasureCanBeStopped(measure: GraphMeasure) throws {
        let asked = Atomic<Int>(0)
        // The first question comes before the measure.
        let run = GraphRun(isCancelled: { asked.wrappingAdd(1, ordering: .relaxed).newValue > 1 })
        #expect(throws: GraphFailure.stopped) {
            try GraphAnalysis([measure]).table(of: Self.club(), run: run)
        }
        let last = Mutex(0)
        let followed = GraphRun(progress: { _, percent in last.withLock { $0 = percent } })
        _ = try GraphAnalysis([measure]).table(of: Self.club(), run: followed)
        #expect(last.withLock { $0 } == 100)
    }

    @Test("Names stay what they are in CSV, and nothing in JSON is obeyed by a terminal")
    func hostileNames() async throws {
        try await TemporaryFolder.with { folder in
            // What ends a line or is no text ends a name, too.
            let names = HostileText.all.filter {
                !$0.isEmpty && !$0.utf8.contains(10) && !$0.utf8.contains(0)
            }
            let text = names.map { "\"\($0.replacing("\"", with: "\"\""))\" hub\n" }.joined()
            let graph = try OpenedGraph(path: try folder.write("hub hub\n" + text, to: "g.txt"))
            let table = try GraphAnalysis([.degree]).table(of: graph)
            #expect(Set(table.nodes) == Set(names + ["hub"]))
            let json = String(decoding: table.json(), as: UTF8.self)
            for scalar in json.unicodeScalars where scalar != "\n" {
                #expect(scalar.properties.generalCategory != .control && !scalar.properties.isBidiControl)
            }
            let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
            let nodes = object?["nodes"] as? [[String: Any]]
            #expect(nodes?.compactMap { $0["node"] as? String } == table.nodes)
        }
    }
}
