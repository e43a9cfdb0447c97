import Foundation
import ReboundTestSupport
import Synchronization
import Testing

@testable import GraphAlgorithms
@testable import GraphFiles

@Suite struct GraphFileTests {
    /// Graphs of all kinds of parts.
    static var samples: [LabelledGraph] {
        get throws {
            let names = Array("Grace,Ada,2\nAda,Émile\nBo,Ada,0.5\n".utf8)
            let numbers = Array("30 10\n4000000000 30\n10 7\n".utf8)
            return [
                LabelledGraph(try CompactGraph(nodeCount: 0, edges: [])),
                LabelledGraph(try CompactGraph(nodeCount: 3, edges: [])),
                LabelledGraph(try EdgeList.karateClub.compact),
                try EdgeListText(isDirected: true).graph(from: numbers),
                try EdgeListText(ordersByDegree: true).graph(from: numbers),
                try EdgeListText(labels: .names, separator: .comma).graph(from: names),
                try EdgeListText(
                    labels: .names, isDirected: true, ordersByDegree: true, separator: .comma
                ).graph(from: names),
                LabelledGraph(
                    try CompactGraph(
                        nodeCount: 9_000,
                        edges: HubEdges.random(
                            nodeCount: 9_000, count: 40_000, isWeighted: true, seed: 1))),
            ]
        }
    }

    @Test func whatIsWrittenComesBack() async throws {
        try await TemporaryFolder.with { temporary in
            let folder = temporary.path
            for (index, graph) in try Self.samples.enumerated() {
                let path = folder + "/graph\(index)"
                for threads in 1...3 {
                    try graph.write(toFile: path, control: RunControl(threads: threads))
                    let back = try LabelledGraph(mapping: path, control: RunControl(threads: threads))
                    #expect(back == graph)
                    #expect(
                        back.graph.nodes.map { back.labels[$0] } == graph.graph.nodes.map { graph.labels[$0] }
                    )
                }
            }
            #expect(temporary.names(in: "").count == 8)
        }
    }

    @Test func aMappedGraphOutlivesItsFile() async throws {
        try await TemporaryFolder.with { temporary in
            let folder = temporary.path
            let path = folder + "/graph"
            let graph = LabelledGraph(try EdgeList.karateClub.compact)
            try graph.write(toFile: path)
            let back = try LabelledGraph(mapping: path)
            try Self.samples[5].write(toFile: path)
            try FileManager.default.removeItem(atPath: path)
            #expect(PageRank().scores(in: back.graph) == PageRank().scores(in: graph.graph))
        }
    }

    /// Each byte of the parts and of the meaning part of the header, changed in two ways; and steps through the rest.
    @Test(arguments: [4, 6])
    func noByteChangesUnnoticed(sample: Int) async throws {
        try await TemporaryFolder.with { temporary in
            let folder = temporary.path
            let path = folder + "/graph"
            try Self.samples[sample].write(toFile: path)
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            let positions =
                Array(0..<256) + stride(from: 256, to: bytes.count, by: 41)
                + stride(from: 4_096, to: bytes.count, by: 4_096).flatMap { $0..<$0 + 64 } + [
                    4_095, bytes.count - 1,
                ]
            for position in positions {
                for change: UInt8 in [0x01, 0xFF] {
                    var altered = bytes
                    altered[position] ^= change
                    try Data(altered).write(to: URL(fileURLWithPath: path))
                    #expect(throws: GraphFileError.self, "byte \(position)") {
                        try LabelledGraph(mapping: path)
                    }
                }
            }
        }
    }

    @Test func errorsSayWhatIsWrong() async throws {
        try await TemporaryFolder.with { temporary in
            let folder = temporary.path
            let path = folder + "/graph"
            func load(_ bytes: [UInt8]) throws -> LabelledGraph {
                try Data(bytes).write(to: URL(fileURLWithPath: path))
                return try LabelledGraph(mapping: path)
            }
            try Self.samples[2].write(toFile: path)
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            let whole = try load(bytes)
            #expect(whole.graph == (try EdgeList.karateClub.compact))

            for text in ["", "source,target\n", "0 1\n1 2\n", "PK\u{3}\u{4}........................"] {
                #expect(throws: GraphFileError.notAGraphFile(path: path)) { try load(Array(text.utf8)) }
            }
            var other = bytes
            other[8] = 2
            #expect(throws: GraphFileError.unsupportedVersion(2, supported: 1)) { try load(other) }
            for count in [20, 4_000] {
                #expect(throws: GraphFileError.wrongLength(expected: 4_096, actual: UInt64(count))) {
                    try load(Array(bytes.prefix(count)))
                }
            }
            for count in [4_096, 4_097, bytes.count - 1] {
                #expect(
                    throws: GraphFileError.wrongLength(expected: UInt64(bytes.count), actual: UInt64(count))
                ) {
                    try load(Array(bytes.prefix(count)))
                }
            }
            #expect(
                throws: GraphFileError.wrongLength(
                    expected: UInt64(bytes.count), actual: UInt64(bytes.count) + 1)
            ) {
                try load(bytes + [0])
            }
            other = bytes
            other[16] ^= 1
            #expect(throws: GraphFileError.damaged(part: "header bytes")) { try load(other) }
            other = bytes
            other[2 * 4_096 + 5] ^= 1
            #expect(throws: GraphFileError.damaged(part: "arc targets")) { try load(other) }
            #expect(
                throws: GraphFileError.unreadable(path: folder + "/none", reason: "No such file or directory")
            ) {
                try LabelledGraph(mapping: folder + "/none")
            }
            #expect(throws: GraphFileError.unreadable(path: folder, reason: "it is no regular file")) {
                try LabelledGraph(mapping: folder)
            }
        }
    }

    @Test func messagesAreSentences() {
        #expect(
            GraphFileError.wrongLength(expected: 8_192, actual: 100).description
                == "the graph file has 100 bytes, but 8192 were written")
        #expect(
            GraphFileError.damaged(part: "weights").description
                == "the graph file is damaged: its weights do not match their checksum")
        #expect(
            GraphFileError.unsupportedVersion(2, supported: 1).description
                == "the graph file is of version 2; this program reads version 1")
    }

    @Test func cancellingStops() async throws {
        try await TemporaryFolder.with { temporary in
            let folder = temporary.path
            let graph = try Self.samples[7]
            let stop = RunControl(threads: 1, isCancelled: { true })
            #expect(throws: GraphFileError.cancelled) {
                try graph.savedBytes(control: stop)
            }
            try graph.write(toFile: folder + "/graph")
            #expect(throws: GraphFileError.cancelled) {
                try LabelledGraph(mapping: folder + "/graph", control: stop)
            }
        }
    }

    /// Files that are whole, with the right checksums, of arrays that are no graph.
    @Test func arraysThatAreNoGraphAreRefused() async throws {
        try await TemporaryFolder.with { (temporary: TemporaryFolder) async throws -> Void in
            func reason(_ offsets: [UInt32], _ targets: [NodeID], _ weights: [Double]? = nil) throws -> String
            {
                let rows = ArcRows(
                    offsets: GraphArray(offsets), targets: GraphArray(targets),
                    weights: weights.map { GraphArray($0) })
                let graph = LabelledGraph(CompactGraph(rows: rows, isDirected: true))
                try graph.write(toFile: temporary("graph"))
                do throws(GraphFileError) {
                    _ = try LabelledGraph(mapping: temporary("graph"))
                    return "none"
                } catch {
                    guard case .invalid(_, let reason) = error else { return "\(error)" }
                    return reason
                }
            }
            #expect(try reason([0, 1, 2], [1, 0]) == "none")
            #expect(try reason([0, 1, 2], [1, 2]) == "node 1 leads beyond the last node")
            #expect(try reason([0, 1, 2], [1, .max]) == "node 1 leads beyond the last node")
            #expect(try reason([0, 2, 2], [1, 1]) == "the row of node 0 is not ascending")
            #expect(try reason([0, 0, 1], [1]) == "node 1 has a loop")
            #expect(try reason([0, 2, 1, 1], [1]) == "the row of node 0 ends before it starts")
            #expect(try reason([0, 1, 0, 1], [1]) == "the row of node 1 ends before it starts")
            #expect(try reason([1, 1, 1], [1]) == "they do not lead from the first arc to the last")
            #expect(try reason([0, 1, 1], [1], [-2]) == "an arc of node 0 has the weight -2.0")
            #expect(try reason([0, 1, 1], [1], [.nan]) == "an arc of node 0 has the weight nan")
        }
    }

    /// Kernels look up the way back of each edge of an undirected graph, so it has to be there, with the same weight.
    @Test(arguments: UInt64(0)..<20)
    func anUndirectedGraphIsSymmetric(seed: UInt64) async throws {
        try await TemporaryFolder.with { (temporary: TemporaryFolder) async throws -> Void in
            var random = SeededRandom(seed: seed)
            let list = EdgeList.erdosRenyi(
                nodeCount: 60, edgeProbability: 0.1, isDirected: true, weights: .reals(0.1..<9), seed: seed)
            let directed = try list.compact
            func opens(_ graph: CompactGraph) throws -> Bool {
                try LabelledGraph(graph).write(toFile: temporary("graph"))
                do throws(GraphFileError) {
                    return try LabelledGraph(mapping: temporary("graph")).graph == graph
                } catch {
                    #expect("\(error)".contains("in one direction only"))
                    return false
                }
            }
            #expect(try opens(directed))
            #expect(try !opens(CompactGraph(rows: directed.rows, isDirected: false)))
            let undirected = directed.symmetrized()
            #expect(try opens(undirected))
            var weights = Array(try #require(undirected.weights))
            weights[Int.random(in: weights.indices, using: &random)] += 1
            let rows = ArcRows(
                offsets: undirected.offsets, targets: undirected.targets, weights: GraphArray(weights))
            #expect(try !opens(CompactGraph(rows: rows, isDirected: false)))
        }
    }

    /// A file whose bytes were changed and whose checksums were made to fit is refused, or a graph that kernels can measure.
    @Test(arguments: 0..<7)
    func tamperedFilesAreGraphsOrRefused(sample: Int) async throws {
        try await TemporaryFolder.with { (temporary: TemporaryFolder) async throws -> Void in
            let bytes = try Self.samples[sample].savedBytes()
            var random = SeededRandom(seed: UInt64(sample))
            var refused = 0
            for round in 0..<300 {
                var altered = bytes
                // The flags first, each of them, then numbers of the header and of the parts.
                let position =
                    switch round {
                    case 0..<32: 12
                    case 32..<120: Int.random(in: 12..<40, using: &random)
                    default: Int.random(in: 4_096..<max(bytes.count, 4_097), using: &random)
                    }
                guard position < altered.count else { continue }
                altered[position] ^=
                    round < 32 ? UInt8(round) : [1, 2, 16, 255].randomElement(using: &random)!
                Self.repairChecksums(&altered)
                try Data(altered).write(to: URL(fileURLWithPath: temporary("graph")))
                do {
                    let graph = try LabelledGraph(mapping: temporary("graph"))
                    _ = try graph.communities(Leiden())
                    _ = try Clustering().coefficients(in: graph.graph)
                    _ = BurtConstraint(usesWeights: true).scores(in: graph.graph)
                    _ = Betweenness().scores(in: graph.graph)
                    _ = graph.graph.nodes.map { graph.labels[$0] }
                } catch is GraphFileError {
                    refused += 1
                }
            }
            #expect(refused > 20)
        }
    }

    private static func repairChecksums(_ bytes: inout [UInt8]) {
        func number(at position: Int) -> UInt64 {
            (0..<8).reduce(0) { $0 | UInt64(bytes[position + $1]) << (8 * UInt64($1)) }
        }
        func put(_ number: UInt64, at position: Int) {
            for index in 0..<8 {
                bytes[position + index] = UInt8(truncatingIfNeeded: number >> (8 * UInt64(index)))
            }
        }
        var start = GraphFileHeader.pageBytes
        for part in GraphFileHeader.Part.allCases {
            let count = Int(number(at: 40 + 16 * part.rawValue))
            let end = start + count + PartChecksum.padding(count)
            let sum = bytes[start..<end].withUnsafeBytes { pages in
                try? PartChecksum(mapped: pages, byteCount: count).sum(
                    KernelRun(RunControl(threads: 1), work: 0), share: 0...1)
            }
            put(sum ?? 0, at: 48 + 16 * part.rawValue)
            start = end
        }
        put(Checksum.of(Array(bytes[..<(GraphFileHeader.pageBytes - 8)])), at: GraphFileHeader.pageBytes - 8)
    }

    /// Rows of many lengths with one number changed are refused if and only if they are no graph any more.
    @Test(arguments: UInt64(0)..<8)
    func oneWrongNumberIsFound(seed: UInt64) async throws {
        let graph = try EdgeList.barabasiAlbert(nodeCount: 400, edgesPerNode: 7, seed: seed).compact
        try await TemporaryFolder.with { (temporary: TemporaryFolder) async throws -> Void in
            var random = SeededRandom(seed: seed)
            var refused = 0
            for _ in 0..<60 {
                var offsets = Array(graph.offsets)
                var targets = Array(graph.targets)
                if Bool.random(using: &random) {
                    let arc = Int.random(in: targets.indices, using: &random)
                    targets[arc] = [0, 399, 400, .max, targets[arc] + 1, targets[arc] &- 1].randomElement(
                        using: &random)!
                } else {
                    offsets[Int.random(in: 1..<400, using: &random)] += UInt32.random(
                        in: 0..<3, using: &random)
                }
                let isSound = (0..<400).allSatisfy { node in
                    guard offsets[node] <= offsets[node + 1], offsets[node + 1] <= targets.count else {
                        return false
                    }
                    let row = targets[Int(offsets[node])..<Int(offsets[node + 1])]
                    return zip(row, row.dropFirst()).allSatisfy { $0 < $1 } && !row.contains(NodeID(node))
                        && row.allSatisfy { $0 < 400 }
                }
                let rows = ArcRows(
                    offsets: GraphArray(offsets), targets: GraphArray(targets), weights: nil)
                try LabelledGraph(CompactGraph(rows: rows, isDirected: true))
                    .write(toFile: temporary("graph"))
                do throws(GraphFileError) {
                    _ = try LabelledGraph(mapping: temporary("graph"))
                    #expect(isSound)
                } catch {
                    #expect(!isSound, "\(error)")
                    refused += 1
                }
            }
            #expect(refused > 10 && refused < 60)
        }
    }

    /// Who writes or loads hears how far it is.
    @Test func progressRisesToOne() async throws {
        try await TemporaryFolder.with { (temporary: TemporaryFolder) async throws -> Void in
            let heard = Mutex<[Double]>([])
            let control = RunControl(threads: 2, progress: { share in heard.withLock { $0.append(share) } })
            let graph = try Self.samples[7]
            try graph.write(toFile: temporary("graph"), control: control)
            let written = heard.withLock { $0 }
            _ = try LabelledGraph(mapping: temporary("graph"), control: control)
            let loaded = heard.withLock { $0.dropFirst(written.count) }
            for shares in [written, Array(loaded)] {
                #expect(shares == shares.sorted() && shares.count > 3 && shares.last == 1)
            }
        }
    }
}

extension LabelledGraph {
    /// Writes the file of a graph.
    func write(toFile path: String, control: RunControl = RunControl()) throws {
        try Data(savedBytes(control: control)).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}

extension LabelledGraph {
    /// The bytes of the graph's file.
    fileprivate func savedBytes(control: RunControl = RunControl()) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try write(control: control) { bytes += $0 }
        return bytes
    }
}
