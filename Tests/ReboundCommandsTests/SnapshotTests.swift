import Foundation
import Playbook
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import SourceReaders
import Testing

/// What the commands say about the stories in Samples, word for word.
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
        try Transcript.expect(transcript, recordedAs: story.sample)
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

    @Test(
        "The JSON of the day, the cards and the search is what its schema says",
        arguments: stories.prefix(4))
    func furtherSchemas(of story: Story) async throws {
        let file = "\(story.sample).json"
        let data = try Data(contentsOf: URL(filePath: "\(ReboundProcess.samples)/\(file)"))
        let network = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let companies = network?["companies"] as? [[String: Any]] ?? []
        let company = try #require(companies.first?["id"] as? String)
        var commands = story.people.map { ("person", ["show", $0, file]) }
        commands += [
            ("today", ["today", file]), ("company", ["show", "--company", company, file]),
            ("find", ["find", "a", file]),
        ]
        for (schema, command) in commands {
            let outcome = try await ReboundProcess.run(
                command + ["--as-of", story.day, "--json"], in: ReboundProcess.samples)
            #expect(outcome.code == 0)
            let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/\(schema).schema.json")
            #expect(try schema.problems(of: Data(outcome.output.utf8)) == [])
        }
    }

    @Test(
        "The schemas have exactly the words of the model",
        arguments: ["next", "stalled", "why", "today", "person"])
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

    @Test("The schemas of the cards, the search and the import have exactly the words of the model")
    func furtherSchemaWords() throws {
        func words(_ schema: String, _ definition: String, _ property: String? = nil) throws -> [String]? {
            let data = try Data(contentsOf: URL(filePath: "\(ReboundProcess.samples)/\(schema).schema.json"))
            let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            var node = (root?["$defs"] as? [String: [String: Any]])?[definition]
            if let property { node = (node?["properties"] as? [String: [String: Any]])?[property] }
            return node?["enum"] as? [String]
        }
        #expect(try words("today", "entry", "part") == TodayEntry.Part.allCases.map(\.rawValue))
        let turns = StalledThread.Kind.allCases.filter { $0 != .closed }
        #expect(try words("today", "turn", "kind") == turns.map(\.rawValue))
        for card in ["person", "company"] {
            #expect(try words(card, "stage") == Stage.allCases.map(\.rawValue))
            #expect(try words(card, "role") == Participant.Role.allCases.map(\.rawValue))
            #expect(try words(card, "signalKind") == Signal.Kind.allCases.map(\.rawValue))
        }
        #expect(try words("person", "purpose") == Interaction.Purpose.allCases.map(\.rawValue))
        #expect(
            try words("person", "recentContact", "direction")
                == Interaction.Direction.allCases.map(\.rawValue))
        #expect(try words("person", "promise", "by") == Promise.Side.allCases.map(\.rawValue))
        #expect(try words("find", "hit", "kind") == SearchHit.Kind.allCases.map(\.rawValue))
        #expect(
            Set(try words("import", "source", "format") ?? []) == Set(SourceReader.all.map(\.format.rawValue))
        )
    }

    @Test("The check of schemas finds what is wrong")
    func schemaCheck() throws {
        let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/stalled.schema.json")
        func problems(_ report: String) throws -> Int {
            let counts = #""cooledDownAfterDays":180,"cooledDownCount":0"#
            let report = report.replacing("{\"threads\"", with: "{\(counts),\"threads\"")
            let json =
                #"{"schema":"rebound-stalled/1","network":"n","asOf":"2026-04-09","policy":{"name":"p"},"report":\#(report)}"#
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
        #expect(try problems("{}") == 1)
    }
}
