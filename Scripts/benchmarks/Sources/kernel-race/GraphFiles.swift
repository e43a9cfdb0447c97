import FoundationEssentials
import Glibc
import GraphAlgorithms
import GraphFiles

/// The folder of a graph: what ours and the peers read.
///
/// - `edges.txt`: an edge a line, two node numbers with a space between them.
/// - `edges.i32`: the same as pairs of 32-bit numbers.
/// - `weights.u8`: a weight in 1 ... 255 for each of them.
/// - `graph.rebound`: our own file of it.
/// - `about.json`: how many nodes and edges, and some nodes to start from. It is written last.
struct GraphFiles {
    let folder: String

    private struct About: Encodable {
        let nodes: Int
        let edges: Int
        /// Nodes of the largest component, drawn at random, no one twice.
        let sources: [UInt32]
        let hub: UInt32
    }

    private static let sourceCount = 64

    func path(_ name: String) -> String { folder + "/" + name }

    /// Writes all files of a graph whose nodes are 0 up to the greatest number of an edge.
    func write(_ edges: [(UInt32, UInt32)], seed: UInt64) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try writeText(edges)
        try write("edges.i32", edges)
        var random = SplitMix64(seed: seed ^ 0x77)
        try write("weights.u8", edges.map { _ in UInt8(1 + random.next(below: 255)) })

        let nodes = Int(edges.reduce(0) { max($0, max($1.0, $1.1)) }) + (edges.isEmpty ? 0 : 1)
        let graph = try CompactGraph(nodeCount: nodes, edges: edges.map { Edge($0, $1) })
        var file = Data()
        try LabelledGraph(graph).write { file.append(contentsOf: $0) }
        try file.write(to: URL(filePath: path("graph.rebound")), options: .atomic)
        let components = ConnectedComponents().labels(in: graph)
        var sources = components.largest.map { components.nodes(of: $0) } ?? []
        RandomGraph.shuffle(&sources, &random)
        let about = About(
            nodes: nodes, edges: edges.count, sources: Array(sources.prefix(Self.sourceCount)),
            hub: graph.nodes.max { graph.outDegree(of: $0) < graph.outDegree(of: $1) } ?? 0)
        try JSONEncoder().encode(about).write(to: URL(filePath: path("about.json")))
    }

    /// The graph of the binary files, its nodes in the order of their degrees.
    func graph(isWeighted: Bool) throws -> LabelledGraph {
        let pairs: [(UInt32, UInt32)] = try read("edges.i32")
        let weights: [UInt8]? = isWeighted ? try read("weights.u8") : nil
        let edges = pairs.indices.map { index in
            Edge(pairs[index].0, pairs[index].1, weight: weights.map { Double($0[index]) } ?? 1)
        }
        let nodes = pairs.reduce(0) { max($0, Int(max($1.0, $1.1)) + 1) }
        return try LabelledGraph(CompactGraph(nodeCount: nodes, edges: edges)).orderedByDegree()
    }

    private func writeText(_ edges: [(UInt32, UInt32)]) throws {
        var text: [UInt8] = []
        text.reserveCapacity(edges.count * 16)
        for (source, target) in edges {
            Self.append(source, to: &text)
            text.append(UInt8(ascii: " "))
            Self.append(target, to: &text)
            text.append(UInt8(ascii: "\n"))
        }
        try write("edges.txt", text)
    }

    private static func append(_ number: UInt32, to text: inout [UInt8]) {
        let start = text.count
        var rest = number
        repeat {
            text.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        text[start...].reverse()
    }

    /// Writes the numbers of an array as they lie in memory.
    func write<Element: BitwiseCopyable>(_ name: String, _ elements: [Element]) throws {
        try Self.write(elements, toFile: path(name))
    }

    static func write<Element: BitwiseCopyable>(_ elements: [Element], toFile path: String) throws {
        guard let file = fopen(path, "wb") else { throw RaceError.unwritable(path) }
        let written = elements.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
        guard fclose(file) == 0, written == elements.count * MemoryLayout<Element>.stride else {
            throw RaceError.unwritable(path)
        }
    }

    private func read<Element: BitwiseCopyable>(_ name: String) throws -> [Element] {
        let data = try Data(contentsOf: URL(filePath: path(name)))
        return data.withUnsafeBytes { Array($0.bindMemory(to: Element.self)) }
    }
}

/// Why a request cannot be answered.
enum RaceError: Error, CustomStringConvertible {
    case missing(String)
    case unknown(String)
    case unwritable(String)

    var description: String {
        switch self {
        case .missing(let name): "the request has no \(name)"
        case .unknown(let task): "no such task: \(task)"
        case .unwritable(let path): "\(path) cannot be written"
        }
    }
}
