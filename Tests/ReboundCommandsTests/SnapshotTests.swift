import Foundation
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

/// What the commands say about the stories in Samples, word for word.
///
/// With `REBOUND_RECORD=1` in the environment the expected texts are written anew.
@Suite("What the stories say")
struct SnapshotTests {
    struct Story: Sendable, CustomTestStringConvertible {
        let sample: String
        let day: String
        let people: [String]

        var testDescription: String { sample }
    }

    static let stories = [
        Story(sample: "three-referrals", day: "2026-04-09", people: ["Dan Whitfield", "marcus", "julie"]),
        Story(sample: "two-silences", day: "2026-03-25", people: ["tomasz", "carol"]),
        Story(sample: "stars-and-next-opening", day: "2026-04-10", people: ["graham", "Mei-Lin"]),
        Story(sample: "jennifer-undecided", day: "2026-04-10", people: ["gloria", "henrik"]),
        Story(sample: "julia-second-chance", day: "2026-03-06", people: ["margaret", "ben"]),
        Story(sample: "ten-reports", day: "2026-04-10", people: ["beatriz", "you"]),
        Story(sample: "monthly-reminder", day: "2026-04-13", people: ["nadia", "howard"]),
        Story(sample: "linkedin-star", day: "2026-04-10", people: ["adwoa-frimpong"]),
    ]

    @Test("The transcript is the recorded one", arguments: stories)
    func transcript(of story: Story) async throws {
        let file = "\(story.sample).json"
        let commands =
            [["next", file], ["stalled", file]] + story.people.map { ["why", $0, file] } + [["check", file]]
        var transcript = ""
        for command in commands {
            let arguments = command + ["--as-of", story.day]
            let outcome = try await ReboundProcess.run(arguments, in: ReboundProcess.samples)
            #expect(outcome.code == 0)
            #expect(outcome.error == "")
            transcript +=
                "$ rebound \(arguments.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " "))\n"
            transcript += outcome.output + "\n"
        }
        for line in transcript.lines { #expect(line.count <= 80, "\(line)") }
        let fixture = "\(ReboundProcess.package)/Tests/ReboundCommandsTests/Fixtures/\(story.sample).txt"
        if ProcessInfo.processInfo.environment["REBOUND_RECORD"] == "1" {
            try transcript.write(toFile: fixture, atomically: true, encoding: .utf8)
        }
        let recorded = try String(contentsOfFile: fixture, encoding: .utf8)
        let difference = transcript.lines.difference(from: recorded.lines).map { change in
            switch change {
            case .insert(let line, let text, _): "\(line + 1) + \(text)"
            case .remove(let line, let text, _): "\(line + 1) - \(text)"
            }
        }
        #expect(transcript == recorded, "\(difference.joined(separator: "\n"))")
    }

    @Test("The JSON is what its schema in Samples says", arguments: stories)
    func schemas(of story: Story) async throws {
        let file = "\(story.sample).json"
        let commands = [["next", file], ["stalled", file]] + story.people.map { ["why", $0, file] }
        for command in commands {
            let arguments = command + ["--as-of", story.day, "--json"]
            let outcome = try await ReboundProcess.run(arguments, in: ReboundProcess.samples)
            let again = try await ReboundProcess.run(arguments, in: ReboundProcess.samples)
            #expect(outcome.output == again.output)
            let schema = try JSONSchema(
                contentsOf: "\(ReboundProcess.samples)/\(command[0]).schema.json")
            #expect(try schema.problems(of: Data(outcome.output.utf8)) == [])
        }
    }

    @Test("The schemas have exactly the words of the model", arguments: ["next", "stalled", "why"])
    func schemaWords(of command: String) throws {
        let data = try Data(contentsOf: URL(filePath: "\(ReboundProcess.samples)/\(command).schema.json"))
        let schema = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let definitions = try #require(schema?["$defs"] as? [String: [String: Any]])
        #expect(definitions["rule"]?["enum"] as? [String] == Rule.allCases.map(\.rawValue))
        #expect(definitions["channel"]?["enum"] as? [String] == Interaction.Channel.allCases.map(\.rawValue))
        if let thread = definitions["thread"]?["properties"] as? [String: [String: Any]] {
            #expect(thread["kind"]?["enum"] as? [String] == StalledThread.Kind.allCases.map(\.rawValue))
        }
    }

    @Test("The check of schemas finds what is wrong")
    func schemaCheck() throws {
        let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/stalled.schema.json")
        func problems(_ report: String) throws -> Int {
            let report = report.replacing("{\"threads\"", with: "{\"cooledDownCount\":0,\"threads\"")
            let json =
                #"{"schema":"rebound-stalled/1","network":"n","asOf":"2026-04-09","report":\#(report)}"#
            return try schema.problems(of: Data(json.utf8)).count
        }
        let thread =
            #""kind":"closed","person":"a","since":"2026-04-09","silentDays":0,"silentBusinessDays":0"#
        #expect(try problems(#"{"threads":[]}"#) == 0)
        #expect(try problems(#"{"threads":[{\#(thread),"closure":"no"}]}"#) == 0)
        #expect(try problems(#"{"threads":[{\#(thread)}]}"#) == 1)
        #expect(try problems(#"{"threads":[{\#(thread),"closure":1}]}"#) == 1)
        #expect(try problems(#"{"threads":[{\#(thread),"closure":"no","more":1}]}"#) == 1)
        #expect(try problems(#"{"threads":{}}"#) == 1)
        #expect(try problems("{}") == 2)
    }
}
