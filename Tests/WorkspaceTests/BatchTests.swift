import ClientReports
import Foundation
import Foundations
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Reporting
import Synchronization
import Testing

@testable import Workspace

@Suite("Batch")
struct BatchTests {
    private static let worker = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "rebound").path(percentEncoded: false)

    private func run(
        _ folder: TemporaryFolder, asOf: String = "2026-04-10", jobs: Int = 2, output: String = "out",
        worker: String = worker, progress: @Sendable (Int, Int, String) -> Void = { _, _, _ in }
    ) async throws -> Batch.Outcome {
        let batch = Batch(
            BatchQuestion(asOf: try #require(Timestamp(asOf))), of: folder("in"), to: folder(output),
            jobs: jobs,
            sparing: ProtectedFiles(), renderWorker: worker)
        return try await batch.run(progress: progress)
    }

    private func network(_ name: String, title: String? = nil) -> String {
        let title = title.map { #""title":"\#($0)","# } ?? ""
        return """
            {"format":"rebound-network","version":1,\(title)"seeker":"me",
             "people":[{"id":"me","name":"Mia"},{"id":"dan","name":"\(name)"}]}
            """
    }

    @Test("Each network gets its files, a bad one its errors, and the summaries name them all")
    func outputs() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(network("Dan"), to: "in/a.json")
            try folder.write("id,name,seeker\nme,Mia,yes\ndan,Dan,\n", to: "in/b/people.csv")
            try folder.write("{", to: "in/c.json")
            let calls = Mutex<[String]>([])
            let outcome = try await run(folder) { done, total, name in
                calls.withLock { $0.append("\(done)/\(total) \(name)") }
            }
            #expect(
                folder.names(in: "out") == [
                    ".lock", ".runs.json", "a.html", "a.json", "a.svg", "a.txt", "b.html", "b.json", "b.svg",
                    "b.txt", "c.json", "index.html", "summary.csv", "summary.json",
                ])
            let entries = outcome.summary.entries
            #expect(entries.map(\.name) == ["a", "b", "c"])
            #expect(entries.map(\.title) == ["a", "b", "c"])
            #expect(outcome.summary.failedCount == 1)
            #expect(entries[2].failure?.first?.hasPrefix("c.json:1:2: error: [json-syntax]") == true)
            #expect(outcome.unchangedCount == 0 && outcome.summary.undrawnCount == 0)
            #expect(calls.withLock { $0.map { $0.split(separator: " ")[0] } } == ["1/3", "2/3", "3/3"])
            #expect(Set(calls.withLock { $0.map { $0.split(separator: " ")[1] } }) == ["a", "b", "c"])
        }
    }

    @Test("The same bytes, whatever the number of jobs and wherever the folder is called from")
    func repeatable() async throws {
        try await TemporaryFolder.with { folder in
            for number in 0..<6 { try folder.write(network("Dan \(number)"), to: "in/\(number).json") }
            try folder.write("id,name,seeker\nme,Mia,yes\nme,Dan,\n", to: "in/bad/people.csv")
            _ = try await run(folder, jobs: 1, output: "one")
            _ = try await run(folder, jobs: 5, output: "five")
            let previous = try folder.files(in: "one")
            #expect(try folder.files(in: "five") == previous)
            try FileManager.default.createDirectory(
                atPath: folder("moved"), withIntermediateDirectories: true)
            try FileManager.default.moveItem(atPath: folder("in"), toPath: folder("moved/in"))
            let asOf = try #require(Timestamp("2026-04-10"))
            _ = try await Batch(
                BatchQuestion(asOf: asOf), of: folder("moved/in"), to: folder("again"), jobs: 2,
                sparing: ProtectedFiles(), renderWorker: Self.worker
            ).run()
            #expect(try folder.files(in: "again") == previous)
        }
    }

    @Test("A second run makes exactly what has changed")
    func changes() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(network("Dan"), to: "in/a.json")
            try folder.write("id,name,seeker\nme,Mia,yes\ndan,Dan,\n", to: "in/b/people.csv")
            try folder.write("{", to: "in/c.json")
            #expect(try await run(folder).unchangedCount == 0)
            let first = try folder.files(in: "out")
            #expect(try await run(folder).unchangedCount == 3)
            #expect(try folder.files(in: "out") == first)

            try folder.write("from,to,kind\n", to: "in/b/ties.csv")
            #expect(try await run(folder).unchangedCount == 2)
            for file in ["a.svg", "a.txt", "a.json", "b.svg", "c.json"] {
                try FileManager.default.removeItem(atPath: folder("out/\(file)"))
                #expect(try await run(folder).unchangedCount == 2, "\(file)")
                #expect(FileManager.default.fileExists(atPath: folder("out/\(file)")))
            }
            #expect(try await run(folder, asOf: "2026-04-11").unchangedCount == 0)
            #expect(try await run(folder, asOf: "2026-04-11").unchangedCount == 3)
            try folder.write("not JSON", to: "out/a.json")
            #expect(try await run(folder, asOf: "2026-04-11").unchangedCount == 2)
        }
    }

    @Test("A network that breaks loses the files of better days, and one that is mended gets them back")
    func breaks() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(network("Dan"), to: "in/a.json")
            _ = try await run(folder)
            let first = try folder.files(in: "out")
            try folder.write("{", to: "in/a.json")
            #expect(try await run(folder).summary.failedCount == 1)
            #expect(
                folder.names(in: "out") == [
                    ".lock", ".runs.json", "a.json", "index.html", "summary.csv", "summary.json",
                ])
            try folder.write(network("Dan"), to: "in/a.json")
            _ = try await run(folder)
            #expect(try folder.files(in: "out") == first)
        }
    }

    @Test("A run that ended between two files of a network is found out, even when its input is as before")
    func endedBetweenFiles() async throws {
        try await TemporaryFolder.with { folder in
            let files = FileManager.default
            try folder.write(network("Dan"), to: "in/a.json")
            _ = try await run(folder)
            let first = try folder.files(in: "out")

            // The text is written, the drawing cannot be.
            try files.moveItem(atPath: folder("out/a.svg"), toPath: folder("a.svg"))
            try folder.write("x", to: "out/a.svg/in-the-way")
            try folder.write(network("Eve"), to: "in/a.json")
            await #expect(throws: WorkspaceError.unwritable(.notAFile(path: folder("out/a.svg")))) {
                _ = try await run(folder)
            }
            #expect(try folder.text(of: "out/a.txt").contains("Eve"))
            #expect(try folder.text(of: "out/a.svg/in-the-way") == "x")

            try files.removeItem(atPath: folder("out/a.svg"))
            try files.moveItem(atPath: folder("a.svg"), toPath: folder("out/a.svg"))
            try folder.write("half", to: "out/a.svg.123-0.part")
            try folder.write(network("Dan"), to: "in/a.json")
            #expect(try await run(folder).unchangedCount == 0)
            #expect(try folder.files(in: "out") == first)
        }
    }

    @Test("Only one batch at a time writes to a folder")
    func busy() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(network("Dan"), to: "in/a.json")
            _ = try await run(folder)
            let lock = try BatchLock(folder: folder("out"))
            await #expect(throws: WorkspaceError.self) { _ = try await run(folder) }
            do {
                _ = try await run(folder)
            } catch let error as WorkspaceError {
                #expect(error.exitCode == 75)
                #expect(error.explanation.contains("another batch"))
            }
            lock.release()
            #expect(try await run(folder).unchangedCount == 1)
        }
    }

    @Test("Places where results must not go are refused and stay as they are")
    func refusals() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(network("Dan"), to: "in/a.json")
            try folder.write("id,name,seeker\nme,Mia,yes\n", to: "in/tables/people.csv")
            try folder.write("mine", to: "notes/a.txt")
            try folder.write("x", to: "file")
            try FileManager.default.createSymbolicLink(
                atPath: folder("link"), withDestinationPath: folder("in"))
            for output in ["in", "in/", "in/../in", "link", "in/tables", "notes", "file", "file/below"] {
                do {
                    _ = try await run(folder, output: output)
                    Issue.record("wrote to \(output)")
                } catch let error as WorkspaceError {
                    #expect(error.exitCode == 73, "\(output): \(error)")
                }
            }
            #expect(folder.names(in: "in") == ["a.json", "tables"])
            #expect(folder.names(in: "in/tables") == ["people.csv"])
            #expect(folder.names(in: "notes") == ["a.txt"])
        }
    }

    @Test func anEmptyFolderIsAnErrorAndNothingIsMade() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("x", to: "in/notes.txt")
            await #expect(throws: WorkspaceError.self) { _ = try await run(folder) }
            #expect(folder.names(in: "").isEmpty || !folder.names(in: "").contains("out"))
        }
    }

    @Test("Without a process that draws the rest is there, and the next run draws")
    func withoutWorker() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(network("Dan"), to: "in/a.json")
            let outcome = try await run(folder, worker: "/nonexistent")
            #expect(outcome.summary.undrawnCount == 1)
            #expect(outcome.summary.entries[0].drawingNotes[0].hasPrefix("the drawing failed: "))
            #expect(folder.names(in: "out").contains("a.txt") && !folder.names(in: "out").contains("a.svg"))
            let next = try await run(folder)
            #expect(next.unchangedCount == 0 && next.summary.undrawnCount == 0)
        }
    }

    @Test("Names that look like paths, markup or switches stay names")
    func hostileNames() async throws {
        try await TemporaryFolder.with { folder in
            let names = [
                "-rf", "a b", "a\nb", "…", "%2e%2e", "<script>", "'\"", "\u{1B}[31m", "\u{202E}x", "#?&",
            ]
            for name in names {
                try folder.write(network(name.count > 3 ? "Dan" : "Eve"), to: "in/\(name).json")
            }
            let outcome = try await run(folder)
            #expect(outcome.summary.failedCount == 0)
            for name in names { #expect(folder.names(in: "out").contains("\(name).svg"), "\(name)") }
        }
    }

    @Test("A run is compared with the last one of an earlier day, however often it is repeated")
    func trends() async throws {
        try await TemporaryFolder.with { folder in
            func dated(_ days: [String]) -> String {
                let words = days.map {
                    #"{"date":"\#($0)","people":["dan"],"channel":"email","direction":"outgoing"}"#
                }
                return """
                    {"format":"rebound-network","version":1,"seeker":"me",
                     "people":[{"id":"me","name":"Mia"},{"id":"dan","name":"Dan"}],
                     "interactions":[\(words.joined(separator: ","))]}
                    """
            }
            try folder.write(dated(["2026-04-01", "2026-04-08", "2026-04-09"]), to: "in/a.json")
            try folder.write(dated(["2026-04-01"]), to: "in/gone.json")
            let first = try await run(folder, asOf: "2026-04-03").summary
            #expect(first.trend == nil && first.entries.allSatisfy { $0.change == nil })
            try FileManager.default.removeItem(atPath: folder("in/gone.json"))
            try folder.write(dated(["2026-04-02"]), to: "in/new.json")
            let second = try await run(folder).summary
            let trend = try #require(second.trend)
            #expect(trend.since == CalendarDay("2026-04-03") && trend.change.contacts == 2)
            #expect(trend.added == ["new"] && trend.removed == ["gone"])
            #expect(second.entries.first { $0.name == "new" }?.change == nil)
            let files = try folder.files(in: "out")
            #expect(try await run(folder).summary == second)
            #expect(try folder.files(in: "out") == files)
            let third = try await run(folder, asOf: "2026-04-17").summary
            #expect(third.trend?.since == CalendarDay("2026-04-10") && third.trend?.change.contacts == 0)
            let between = try await run(folder, asOf: "2026-04-08").summary
            #expect(between.trend?.since == CalendarDay("2026-04-03"))
            #expect(between.trend?.change.contacts == 1)
            try folder.write("{", to: "out/.runs.json")
            await #expect(throws: WorkspaceError.self) { try await run(folder) }
        }
    }
}
