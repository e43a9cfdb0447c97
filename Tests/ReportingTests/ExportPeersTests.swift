import Foundation
import NetworkFiles
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import Reporting

/// Runs where the environment names a Python with the readers: `REBOUND_PEERS=.build/peers-exports/bin/python`.
@Suite("Exports in the hands of the tools that read them")
struct ExportPeersTests {
    private static let python = ProcessInfo.processInfo.environment["REBOUND_PEERS"]
    private static let root = String(#filePath.dropLast("Tests/ReportingTests/ExportPeersTests.swift".count))

    @Test(
        "NetworkX, igraph, icalendar and vobject read the exports of every sample",
        .enabled(if: python != nil))
    func samples() async throws {
        let names = try ["", "cohort/"].flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: "\(Self.root)Samples/\(folder)")
                .map { folder + $0 }
        }
        let networks = try names.filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }.sorted()
            .map {
                try #require(
                    try NetworkReader.read(path: "\(Self.root)Samples/\($0)", asOf: nil).network, "\($0)")
            }
        #expect(networks.count > 10)
        try await check(networks, asOf: #require(Timestamp("2026-04-10T10:00Z")))
    }

    @Test("They read the exports of networks with hostile text in every field", .enabled(if: python != nil))
    func hostileNetworks() async throws {
        let networks = (0..<40 as Range<UInt64>).map { seed in
            var networks = RandomNetworks(seed: seed)
            return networks.network()
        }
        try await check(networks, asOf: #require(Timestamp("2027-01-01")))
    }

    private func check(_ networks: [ReferralNetwork], asOf: Timestamp) async throws {
        try await TemporaryFolder.with { folder in
            for (index, network) in networks.enumerated() {
                try write(network, asOf: asOf, to: folder, "\(index)")
            }
            let run = try Tool.run(
                #require(Self.python),
                ["\(Self.root)Scripts/check-exports"] + networks.indices.map { folder("\($0)") })
            #expect(run.status == 0, "\(run.output)")
        }
    }

    /// Every export of a network, by the names that the script knows.
    private func write(
        _ network: ReferralNetwork, asOf: Timestamp, to folder: TemporaryFolder, _ name: String
    ) throws {
        try folder.write(NetworkJSONWriter.bytes(of: network), to: "\(name)/network.json")
        let graph = GraphExport(network)
        for format in ExportFormat.allCases {
            if let bytes = format.bytes(of: graph) {
                try folder.write(bytes, to: "\(name)/network.\(try #require(format.fileExtension))")
            }
        }
        for (file, bytes) in NetworkCSVWriter.tables(of: network) {
            try folder.write(bytes, to: "\(name)/tables/\(file)")
        }
        let calendar = DueStepCalendar(try NetworkAnalysis(of: network, asOf: asOf))
        try folder.write(calendar.bytes(), to: "\(name)/steps.ics")
        try folder.write(calendar.bytes(todo: true), to: "\(name)/todo.ics")
    }
}
