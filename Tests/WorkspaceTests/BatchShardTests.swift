import ClientReports
import Foundation
import Foundations
import Graphviz
import ReboundTestSupport
import ReferralGraph
import Reporting
import Testing

@testable import Workspace

@Suite("Batch in parts and without drawings")
struct BatchShardTests {
    private static let worker = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "rebound").path(percentEncoded: false)

    private func run(
        _ folder: TemporaryFolder, to output: String, shard: String? = nil, draws: Bool = false,
        filter: TagFilter = TagFilter()
    ) async throws -> Batch.Outcome {
        let asOf = try #require(Timestamp("2026-04-10"))
        return try await Batch(
            BatchQuestion(asOf: asOf, showing: filter), of: folder("in"), to: folder(output), jobs: 2,
            limits: draws ? .batch : nil, shard: shard.map { try #require(BatchShard($0)) },
            sparing: ProtectedFiles(), renderWorker: draws ? Self.worker : "/nonexistent"
        ).run()
    }

    private func fill(_ folder: TemporaryFolder, count: Int) throws {
        for number in 0..<count {
            try folder.write(
                """
                {"format":"rebound-network","version":1,"seeker":"me","sharing":"named",
                 "people":[{"id":"me","name":"Mia"},{"id":"dan","name":"Dan \(number)","tags":["t\(number)"],
                  "employments":[{"company":"acme","title":"Lead"}]}],
                 "companies":[{"id":"acme","name":"Acme","priority":"A"}]}
                """, to: "in/\(number).json")
        }
        try folder.write("{", to: "in/bad.json")
    }

    @Test("Parts are read from words, and there is no part beyond the last")
    func words() {
        for text in [
            "", "1", "/", "1/", "/2", "0/2", "3/2", "-1/2", "1/0", "0/0", "1/2/3", "a/b", "1 / 2", "1/-2",
            "99999999999999999999/99999999999999999999",
        ] {
            #expect(BatchShard(text) == nil, "\(text)")
        }
        #expect(BatchShard("2/8").map { [$0.number, $0.count] } == [2, 8])
    }

    @Test("The parts have each element once, and differ by one at most")
    func parts() throws {
        for count in 1...7 {
            for size in 0...20 {
                let parts = try (1...count).map {
                    try #require(BatchShard("\($0)/\(count)")).part(of: Array(0..<size))
                }
                #expect(parts.flatMap(\.self).sorted() == Array(0..<size))
                #expect(parts.map(\.count).max()! - parts.map(\.count).min()! <= 1)
            }
        }
    }

    @Test(
        "Shards leave no summary; a run over all repeats nothing and leaves what a single run leaves",
        arguments: [false, true])
    func shards(draws: Bool) async throws {
        try await TemporaryFolder.with { folder in
            try fill(folder, count: 6)
            let whole = try await run(folder, to: "whole", draws: draws)
            #expect(whole.connectors != nil)
            var counts: [Int] = []
            for number in 1...3 {
                let part = try await run(folder, to: "out", shard: "\(number)/3", draws: draws)
                #expect(part.connectors == nil && part.unchangedCount == 0)
                counts.append(part.summary.entries.count)
            }
            #expect(counts == [3, 2, 2])
            let names = Set(folder.names(in: "out"))
            #expect(
                names.isDisjoint(with: [
                    "summary.csv", "summary.json", "index.html", "connectors.html", "connectors.csv",
                    ".runs.json",
                ]))
            #expect(try await run(folder, to: "out", draws: draws).unchangedCount == 7)
            #expect(try folder.files(in: "out") == folder.files(in: "whole"))
            // From folders of their own, copied together.
            for number in 1...3 {
                _ = try await run(folder, to: "part\(number)", shard: "\(number)/3", draws: draws)
                try FileManager.default.createDirectory(
                    atPath: folder("merged"), withIntermediateDirectories: true)
                for (name, bytes) in try folder.files(in: "part\(number)") {
                    try folder.write(Array(bytes), to: "merged/\(name)")
                }
            }
            #expect(try await run(folder, to: "merged", draws: draws).unchangedCount == 7)
            #expect(try folder.files(in: "merged") == folder.files(in: "whole"))
        }
    }

    @Test("A shard takes away the introductions of an earlier run, in which someone may have shared more")
    func forgetting() async throws {
        try await TemporaryFolder.with { folder in
            try fill(folder, count: 2)
            _ = try await run(folder, to: "out")
            #expect(folder.names(in: "out").contains("connectors.html"))
            _ = try await run(folder, to: "out", shard: "1/2")
            #expect(!folder.names(in: "out").contains("connectors.html"))
            #expect(!folder.names(in: "out").contains("connectors.csv"))
        }
    }

    @Test("A part without networks is no error; a tag is looked for in all of them")
    func empty() async throws {
        try await TemporaryFolder.with { folder in
            try fill(folder, count: 1)
            #expect(try await run(folder, to: "out", shard: "9/9").summary.entries.isEmpty)
            let filter = TagFilter(wanted: [[try #require(Tag("t0"))]], unwanted: [])
            _ = try await run(folder, to: "out", shard: "2/2", filter: filter)
        }
    }

    @Test("Without drawings no picture is made or missed, and asking for them again makes them")
    func withoutDrawings() async throws {
        try await TemporaryFolder.with { folder in
            try fill(folder, count: 2)
            let first = try await run(folder, to: "out")
            #expect(first.summary.undrawnCount == 0 && first.unchangedCount == 0)
            #expect(!folder.names(in: "out").contains { $0.hasSuffix(".svg") })
            #expect(first.summary.entries.allSatisfy { $0.drawing == nil && $0.drawingNotes.isEmpty })
            #expect(try await run(folder, to: "out").unchangedCount == 3)
            for name in ["0.html", "index.html"] {
                let page = try folder.text(of: "out/\(name)").replacing(
                    /<script>.*?<\/script>/.dotMatchesNewlines(), with: "")
                for word in [".svg", "<svg", "picture", "could not be drawn", "drawing"] {
                    #expect(!page.contains(word), "\(name): \(word)")
                }
            }
            let drawn = try await run(folder, to: "out", draws: true)
            #expect(drawn.unchangedCount == 0 && folder.names(in: "out").contains("0.svg"))
            // And the pictures of better days go.
            _ = try await run(folder, to: "out")
            #expect(!folder.names(in: "out").contains("0.svg"))
        }
    }
}
