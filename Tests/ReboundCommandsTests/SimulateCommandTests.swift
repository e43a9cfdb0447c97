import Foundation
import ReboundTestSupport
import SearchSimulation
import Testing

@Suite("Searches played forward")
struct SimulateCommandTests {
    static let commands: [[String]] = [
        ["three-referrals.json", "--as-of", "2026-04-09"],
        ["linkedin-star.json", "--as-of", "2026-04-10", "--weeks", "120", "--strategies", "at-random"],
        ["ten-reports.json", "--as-of", "2026-04-10", "--weeks", "3", "--policy", "cadence-tiers"],
        ["thousand.json", "--as-of", "2026-04-10", "--calls-a-week", "20", "--seed", "99"],
    ]

    private func run(_ arguments: [String]) async throws -> ReboundProcess.Outcome {
        try await ReboundProcess.run(
            ["simulate"] + arguments + ["--runs", "30"], in: ReboundProcess.samples)
    }

    @Test(
        "The text fits 80 columns, the JSON is what its schema says, both say what they are not",
        arguments: commands)
    func output(of command: [String]) async throws {
        let text = try await run(command)
        #expect(text.code == 0)
        for line in text.output.lines { #expect(line.count <= 80, "\(line)") }
        #expect(
            text.output.lines[1] == "This is a simulation of the model's own assumptions, not a forecast.")
        let json = try await run(command + ["--json"])
        #expect(json.output == (try await run(command + ["--json"])).output)
        #expect(json.output.contains("not a forecast"))
        let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/simulate.schema.json")
        #expect(try schema.problems(of: Data(json.output.utf8)) == [])
    }

    @Test("The schema has exactly the words of the model")
    func words() throws {
        let data = try Data(contentsOf: URL(filePath: "\(ReboundProcess.samples)/simulate.schema.json"))
        let schema = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let definitions = try #require(schema?["$defs"] as? [String: [String: Any]])
        #expect(definitions["strategy"]?["enum"] as? [String] == CallStrategy.allCases.map(\.rawValue))
    }

    @Test("Another seed gives other runs, and strategies come in the order asked for")
    func seeds() async throws {
        let command = ["linkedin-star.json", "--as-of", "2026-04-10", "--strategies"]
        let one = try await run(command + ["at-random,as-advised"])
        #expect(one.output != (try await run(command + ["at-random,as-advised", "--seed", "8"])).output)
        #expect(one.output.contains("\nRun by run, at random\n  against as advised"))
    }

    @Test(
        "Wrong usage is refused",
        arguments: [
            ["--runs", "0"], ["--weeks", "521"], ["--calls-a-week", "0"],
            ["--strategies", "as-advised,best"],
            ["--strategies", ""], ["--strategies", "at-random,at-random"], ["--seed", "-1"],
        ])
    func usage(_ options: [String]) async throws {
        let outcome = try await ReboundProcess.run(
            ["simulate", "three-referrals.json"] + options, in: ReboundProcess.samples)
        #expect(outcome.code == 64)
        #expect(outcome.output == "")
        #expect(outcome.error != "")
    }
}
