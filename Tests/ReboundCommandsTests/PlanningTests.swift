import Foundation
import Playbook
import ReboundTestSupport
import ReferralGraph
import Testing

/// `plan`, `path` and `gaps` on the stories in Samples.
@Suite("Plans, paths and gaps")
struct PlanningTests {
    static let commands: [[String]] = [
        ["plan", "three-referrals.json", "--as-of", "2026-04-09"],
        ["plan", "two-silences.json", "--minutes", "30", "--as-of", "2026-03-25"],
        ["plan", "thousand.json", "--calls", "8", "--explore", "--as-of", "2026-04-10"],
        ["path", "--to", "marcus", "three-referrals.json", "--as-of", "2026-04-09"],
        ["path", "--to", "fortune-500", "--company", "three-referrals.json", "--as-of", "2026-04-09"],
        ["path", "--to", "Greyfen Paper", "thousand.json", "--as-of", "2026-04-10"],
        ["gaps", "three-referrals.json", "--as-of", "2026-04-09"],
        ["gaps", "ten-reports.json", "--as-of", "2026-04-10"],
    ]

    @Test("The text fits 80 columns, and the JSON is what its schema says", arguments: commands)
    func output(of command: [String]) async throws {
        let text = try await ReboundProcess.run(command, in: ReboundProcess.samples)
        #expect(text.code == 0)
        for line in text.output.lines { #expect(line.count <= 80, "\(line)") }
        let json = try await ReboundProcess.run(command + ["--json"], in: ReboundProcess.samples)
        let again = try await ReboundProcess.run(command + ["--json"], in: ReboundProcess.samples)
        #expect(json.output == again.output)
        let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/\(command[0]).schema.json")
        #expect(try schema.problems(of: Data(json.output.utf8)) == [])
    }

    @Test("The schema of plans has exactly the words of the model")
    func words() throws {
        let data = try Data(contentsOf: URL(filePath: "\(ReboundProcess.samples)/plan.schema.json"))
        let schema = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let definitions = try #require(schema?["$defs"] as? [String: [String: Any]])
        #expect(definitions["rule"]?["enum"] as? [String] == Rule.allCases.map(\.rawValue))
        #expect(definitions["channel"]?["enum"] as? [String] == Interaction.Channel.allCases.map(\.rawValue))
    }

    @Test("A company out of reach: none, said plainly")
    func none() async throws {
        let outcome = try await ReboundProcess.run(
            ["path", "--to", "Greyfen Paper", "thousand.json", "--as-of", "2026-04-10"],
            in: ReboundProcess.samples)
        #expect(outcome.output.contains("None: no chain of 4 introductions or fewer reaches Greyfen Paper."))
    }

    @Test("The calendar holds every call of the plan, and never replaces the network")
    func calendar() async throws {
        try await TemporaryFolder.with { folder in
            try FileManager.default.copyItem(
                atPath: "\(ReboundProcess.samples)/three-referrals.json", toPath: folder("net.json"))
            let arguments = ["plan", "net.json", "--as-of", "2026-04-09"]
            let outcome = try await ReboundProcess.run(arguments + ["--ics", "week.ics"], in: folder.path)
            #expect(outcome.code == 0)
            let calendar = try String(contentsOfFile: folder("week.ics"), encoding: .utf8)
            #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == 5)
            // Half past eight in Denver.
            #expect(calendar.contains("DTSTART:20260409T143000Z\r\nDTEND:20260409T144500Z"))
            #expect(!calendar.contains("@northgate") && !calendar.contains("555-"))
            let refused = try await ReboundProcess.run(arguments + ["--ics", "net.json"], in: folder.path)
            #expect(refused.code == 73)
        }
    }

    @Test(
        "Wrong usage is refused",
        arguments: [
            ["plan", "three-referrals.json", "--calls", "3", "--minutes", "30"],
            ["plan", "three-referrals.json", "--calls", "0"],
            ["path", "--to", "you", "three-referrals.json"],
            ["path", "three-referrals.json"],
            ["gaps", "three-referrals.json", "--top", "0"],
        ])
    func usage(_ command: [String]) async throws {
        let outcome = try await ReboundProcess.run(command, in: ReboundProcess.samples)
        #expect(outcome.code == 64)
        #expect(outcome.output == "")
        #expect(outcome.error != "")
    }
}
