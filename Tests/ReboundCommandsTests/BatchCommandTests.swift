import Foundation
import ReboundTestSupport
import Testing

@Suite("rebound batch")
struct BatchCommandTests {
    private static let asOf = ["--as-of", "2026-04-10"]

    /// A folder `in` with some networks of the cohort.
    private func fill(_ folder: TemporaryFolder, count: Int = 6) throws {
        let cohort = ReboundProcess.samples + "/cohort"
        let bySize = try FileManager.default.contentsOfDirectory(atPath: cohort).map { name in
            (name, try FileManager.default.attributesOfItem(atPath: "\(cohort)/\(name)")[.size] as? Int ?? 0)
        }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        try FileManager.default.createDirectory(atPath: folder("in"), withIntermediateDirectories: true)
        for (name, _) in bySize.prefix(count) {
            try FileManager.default.copyItem(atPath: "\(cohort)/\(name)", toPath: folder("in/\(name)"))
        }
    }

    private func run(_ folder: TemporaryFolder, _ more: String...) async throws -> ReboundProcess.Outcome {
        try await ReboundProcess.run(["batch", folder("in"), "-o", folder("out")] + Self.asOf + more)
    }

    @Test("The summary is what its schema says, and every file it names is there")
    func summary() async throws {
        try await TemporaryFolder.with { folder in
            try fill(folder)
            try folder.write("{", to: "in/zz-bad.json")
            let outcome = try await run(folder)
            #expect(outcome.code == 65)
            #expect(outcome.output.lines[0] == "7 networks: 6 done, 1 could not be read")
            #expect(outcome.error.lines.count == 1)
            let json = Data(try folder.text(of: "out/summary.json").utf8)
            let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/batch.schema.json")
            #expect(try schema.problems(of: json) == [])
            for link in try folder.text(of: "out/index.html").matches(of: /(?:href|src)="([^"]*)"/) {
                #expect(
                    FileManager.default.fileExists(atPath: folder("out/\(link.output.1)")), "\(link.output.1)"
                )
            }
            #expect(try folder.text(of: "out/index.html").contains("zz-bad.json could not be read"))
            #expect(try folder.text(of: "out/summary.csv").contains("zz-bad,zz-bad.json,zz-bad,failed"))
            let call = try folder.text(of: "out/\(folder.names(in: "in")[0].dropLast(5)).txt")
            for line in call.lines { #expect(line.count <= 80) }
        }
    }

    @Test(
        "With a tag the results are about those who have it; a tag that no one has is an error before anything is written"
    )
    func tags() async throws {
        try await TemporaryFolder.with { folder in
            for (name, tag) in [("one", "mentor"), ("two", "friend")] {
                try folder.write(
                    "id,name,seeker,tags\nme,Mia,yes,\nann,Ann Moss,,\(tag)\nbob,Bob Hale,,\n",
                    to: "in/\(name)/people.csv")
            }
            let wrong = try await run(folder, "--tag", "mentr")
            #expect(wrong.code == 64 && wrong.error.contains("did you mean mentor?"))
            #expect(!FileManager.default.fileExists(atPath: folder("out")))
            let outcome = try await run(folder, "--tag", "mentor")
            #expect(outcome.code == 0)
            let one = try folder.text(of: "out/one.txt")
            #expect(one.contains("tagged mentor") && one.contains("Ann Moss") && !one.contains("Bob Hale"))
            #expect(try folder.text(of: "out/two.txt").contains("There is no one to contact now."))
            // Without the tag it is another run.
            #expect(try await run(folder).output.hasPrefix("2 networks: 2 done"))
            #expect(try folder.text(of: "out/one.txt").contains("Bob Hale"))
        }
    }

    @Test("The bytes do not depend on the number of jobs or the run")
    func repeatable() async throws {
        try await TemporaryFolder.with { folder in
            try fill(folder)
            _ = try await run(folder, "--jobs", "1")
            let first = try folder.files(in: "out")
            let second = try await run(folder, "--jobs", "4")
            #expect(second.output.hasPrefix("6 networks (6 unchanged): 6 done\n"))
            #expect(try folder.files(in: "out") == first)
            try FileManager.default.removeItem(atPath: folder("out"))
            _ = try await run(folder, "--jobs", "4")
            #expect(try folder.files(in: "out") == first)
        }
    }

    @Test("Killed at any moment it leaves no half-written file, and the next run completes", arguments: 0..<6)
    func killed(round: Int) async throws {
        try await TemporaryFolder.with { folder in
            try fill(folder, count: 8)
            _ = try await ReboundProcess.run(["batch", folder("in"), "-o", folder("whole")] + Self.asOf)
            let whole = try folder.files(in: "whole")
            var random = SeededRandom(seed: UInt64(round))
            for _ in 0..<3 {
                let delay = Duration.milliseconds(Int.random(in: 10...900, using: &random))
                let arguments = ["batch", folder("in"), "-o", folder("out"), "--jobs", "2"] + Self.asOf
                _ = try await ReboundProcess.kill(arguments, after: delay)
                for (name, bytes) in try folder.files(in: "out")
                where !name.hasSuffix(".part")
                    && !["summary.csv", "summary.json", "index.html"].contains(name)
                {
                    #expect(bytes == whole[name], "\(name)")
                }
            }
            let last = try await run(folder)
            #expect(last.code == 0, "\(last.error)")
            let files = try folder.files(in: "out")
            #expect(files.keys.sorted() == whole.keys.sorted())
            for (name, bytes) in whole { #expect(files[name] == bytes, "\(name)") }
        }
    }

    @Test("Of two runs into one folder the second gives way")
    func busy() async throws {
        try await TemporaryFolder.with { folder in
            try fill(folder, count: 2)
            _ = try await run(folder)
            let before = try folder.files(in: "out")
            let lock = open(folder("out/.lock"), O_RDWR | O_CLOEXEC)
            #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
            let outcome = try await ReboundProcess.run(
                ["batch", folder("in"), "-o", folder("out"), "--as-of", "2026-01-01"])
            #expect(outcome.code == 75)
            #expect(
                outcome.error.hasSuffix(
                    "out: another batch is writing there, and a folder takes one at a time, shards too; wait until it has finished, or choose another place with -o\n"
                ))
            #expect(outcome.output == "")
            #expect(try folder.files(in: "out") == before)
            close(lock)
            #expect(try await run(folder).code == 0)
        }
    }

    @Test("Two runs at once: one works, the other works or gives way, and the result is whole")
    func race() async throws {
        try await TemporaryFolder.with { folder in
            try fill(folder, count: 4)
            async let first = run(folder)
            async let second = run(folder)
            let codes = try await [first.code, second.code]
            #expect(codes.contains(0))
            #expect(codes.allSatisfy { $0 == 0 || $0 == 75 })
            let raced = try folder.files(in: "out")
            try FileManager.default.removeItem(atPath: folder("out"))
            _ = try await run(folder)
            #expect(try folder.files(in: "out") == raced)
        }
    }

    @Test("The progress bar is for terminals")
    func progress() async throws {
        try await TemporaryFolder.with { folder in
            try fill(folder, count: 2)
            try folder.write("{", to: "in/王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王王.json")
            let terminal = try Pseudoterminal(columns: 60)
            let arguments = ["batch", folder("in"), "-o", folder("out")] + Self.asOf
            let outcome = try await ReboundProcess.run(arguments, errorTo: terminal.descriptor)
            #expect(outcome.code == 65)
            let shown = terminal.text()
            #expect(shown.contains("█ 3/3 "))
            #expect(shown.contains("\r\u{1B}[K王"))
            for bar in shown.split(separator: "\r\u{1B}[K").filter({ $0.contains("/3 ") }) {
                #expect(bar.prefix { $0 != "\n" }.reduce(0) { $0 + ($1 == "王" ? 2 : 1) } == 59, "\(bar)")
            }
            #expect(!outcome.output.contains("█"))

            let dumb = try Pseudoterminal()
            _ = try await ReboundProcess.run(
                arguments, errorTo: dumb.descriptor, environment: ["TERM": "dumb"])
            #expect(!dumb.text().contains("█"))
            #expect(try await !run(folder).error.contains("█"))
        }
    }
}
