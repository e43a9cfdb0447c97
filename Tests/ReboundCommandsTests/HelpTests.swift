import Foundation
import ReboundTestSupport
import Testing

@Suite("Help")
struct HelpTests {
    static let commands = ["next", "stalled", "why", "draw", "check", "batch", "plan", "path", "gaps"]

    @Test("Help fits 80 columns, goes to standard output, and has examples", arguments: [nil] + commands)
    func help(of command: String?) async throws {
        let outcome = try await ReboundProcess.run(
            [command, "--help"].compactMap(\.self), environment: ["COLUMNS": "80"])
        #expect(outcome.code == 0)
        #expect(outcome.error == "")
        for line in outcome.output.lines { #expect(line.count <= 80, "\(line)") }
        #expect(outcome.output.contains("\nEXAMPLES\n"))
        // A paragraph that was wrapped twice has short lines in the middle.
        #expect(!outcome.output.contains("from a\nJSON"))
    }

    @Test("Every example of the help works", arguments: [nil] + commands)
    func examples(of command: String?) async throws {
        let help = try await ReboundProcess.run(
            [command, "--help"].compactMap(\.self), environment: ["COLUMNS": "80"])
        let examples = help.output.lines.drop { $0 != "EXAMPLES" }.dropFirst().prefix { !$0.isEmpty }
        #expect(examples.count >= 2)
        try await TemporaryFolder.with { folder in
            // The examples' own places, made true.
            let files = FileManager.default
            try files.copyItem(atPath: ReboundProcess.samples, toPath: folder("Samples"))
            try files.copyItem(atPath: folder("Samples/two-silences.json"), toPath: folder("my-network.json"))
            try folder.write("id,name,seeker\nme,Mia,yes\n", to: "my-tables/people.csv")
            try folder.write("id,name,seeker\nme,Mia,yes\n", to: "clients/mia/people.csv")
            for name in folder.names(in: "Samples/cohort").dropFirst(2) {
                try files.removeItem(atPath: folder("Samples/cohort/\(name)"))
            }
            for example in examples {
                var words = Self.words(of: example.trimmingCharacters(in: .whitespaces))
                #expect(words.removeFirst() == "rebound")
                if let stop = words.firstIndex(where: { ["|", ">", "&&"].contains($0) }) {
                    words.removeSubrange(stop...)
                }
                // The day decides what stalls and what the warnings are.
                if !words.contains("--as-of") { words += ["--as-of", "2026-04-10"] }
                let outcome = try await ReboundProcess.run(words, in: folder.path)
                #expect(
                    outcome.code == (words.contains("--exit-code") ? 1 : 0), "\(example): \(outcome.error)")
            }
        }
    }

    @Test func versionIsOneLine() async throws {
        let outcome = try await ReboundProcess.run(["--version"])
        #expect(outcome.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
        #expect(outcome.code == 0)
    }

    /// Words as a shell has them, as far as the examples need it.
    private static func words(of line: String) -> [String] {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
            index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
    }
}
