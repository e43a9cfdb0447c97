import Foundation
import GraphAlgorithms

/// The edge lists of a folder of published networks, for the tests that run only where it exists.
public enum NetworkCorpus {
    private static var folder: String? {
        ProcessInfo.processInfo.environment["REBOUND_CORPORA"].map { $0 + "/networks/" }
    }

    /// Whether `REBOUND_CORPORA` names a folder that has networks.
    public static var isPresent: Bool {
        folder.map { FileManager.default.fileExists(atPath: $0) } ?? false
    }

    /// Where a file is.
    public static func path(_ name: String) -> String { (folder ?? "") + name }

    /// The edges of a file of number pairs, one a line, separated by anything that is no digit.
    ///
    /// Lines without two numbers (headers, comments) are passed over.
    /// - Parameters:
    ///   - name: The name of the file.
    ///   - headerLines: How many lines at the top are not edges although they hold numbers.
    ///   - isDirected: Whether edges lead one way only.
    /// - Returns: The graph; its nodes are the numbers in the file, renumbered from 0 in ascending order.
    public static func edgeList(
        _ name: String, headerLines: Int = 0, isDirected: Bool
    ) throws -> EdgeList {
        let data = try Data(contentsOf: URL(fileURLWithPath: path(name)))
        var pairs: [(Int, Int)] = []
        for line in data.split(separator: UInt8(ascii: "\n")).dropFirst(headerLines)
        where line.first != UInt8(ascii: "#") {
            let numbers = line.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
            if numbers.count == 2 { pairs.append((numbers[0], numbers[1])) }
        }
        let ids = Set(pairs.flatMap { [$0.0, $0.1] }).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(ids, NodeID(0)...))
        return EdgeList(
            nodeCount: ids.count, pairs.map { (numbers[$0.0]!, numbers[$0.1]!) }, isDirected: isDirected)
    }
}
