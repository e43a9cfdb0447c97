import Foundation
import ReboundTestSupport
import Testing

@Suite("Policies on the command line")
struct PolicyCommandTests {
    private let sample = "Samples/two-silences.json"

    @Test("a shown policy can be checked, and used without changing anything")
    func showAndCheck() async throws {
        try await TemporaryFolder.with { folder in
            let shown = try await ReboundProcess.run(["policy", "show"])
            #expect(shown.code == 0 && shown.error == "")
            try folder.write(shown.output, to: "my-policy.json")
            let check = try await ReboundProcess.run(["policy", "check", "my-policy.json"], in: folder.path)
            #expect(check.code == 0 && check.output == "my-policy.json: no problems\n")
            let again = try await ReboundProcess.run(["policy", "show", "my-policy.json"], in: folder.path)
            #expect(again.output == shown.output)
            for command in [
                ["next"], ["stalled"], ["today"], ["why", "tomasz"], ["show", "tomasz"], ["draw"],
            ] {
                let arguments = command + [sample, "--as-of", "2026-03-25"]
                let plain = try await ReboundProcess.run(arguments)
                let copied = try await ReboundProcess.run(
                    arguments + ["--policy", folder("my-policy.json")])
                #expect(plain.code == 0 && copied.code == 0, "\(plain.error)\(copied.error)")
                #expect(plain.output == copied.output)
            }
        }
    }

    @Test("an edited policy changes what is due")
    func edited() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(
                #"{"format": "rebound-policy", "version": 1, "playbook": {"firstMessageAfterBusinessDays": 10}}"#,
                to: "p.json")
            let arguments = ["stalled", sample, "--as-of", "2026-03-25"]
            let plain = try await ReboundProcess.run(arguments)
            let patient = try await ReboundProcess.run(arguments + ["--policy", folder("p.json")])
            #expect(plain.output.contains("Tomasz Wierzbicki"))
            #expect(patient.code == 0 && !patient.output.contains("Tomasz Wierzbicki"))
        }
    }

    @Test("mistakes in a policy have their exit codes and say where they are")
    func mistakes() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(
                "{\"format\": \"rebound-policy\", \"version\": 1,\n\"playbook\": {\"warmForDay\": 3,\n\"callAtMinute\": -1}}",
                to: "p.json")
            let check = try await ReboundProcess.run(["policy", "check", "p.json"], in: folder.path)
            #expect(check.code == 65 && check.error == "")
            #expect(check.output.lines.count == 3)
            #expect(check.output.contains("p.json:2:14: error: [field-unknown] playbook.warmForDay"))
            #expect(check.output.contains("did you mean \"warmForDays\"?"))
            #expect(check.output.contains("p.json:3:17: error: [number-out-of-range] playbook.callAtMinute"))
            let next = try await ReboundProcess.run(["next", sample, "--policy", folder("p.json")])
            #expect(next.code == 65 && next.output == "")
            #expect(next.error.contains("p.json has 2 errors and cannot be used"))
            for (arguments, code, message) in [
                (["policy", "check", "none.json"], 66, "none.json: neither a file nor the name of a policy"),
                (["policy", "show", "standrad"], 66, "did you mean “standard”?"),
                (["next", "p.json", "--policy", ""], 64, "The name of the policy is empty."),
                (["stalled", "p.json", "--against", "standard"], 64, "give --replay too"),
                (["stalled", "p.json", "--replay", "2026-03-01"], 64, "--replay"),
                (["stalled", "p.json", "--replay", "2026-03-02..2026-03-01"], 64, "--replay"),
                (
                    ["stalled", "p.json", "--replay", "2026-03-01..2026-03-02", "--exit-code"], 64,
                    "contradict"
                ),
            ] as [([String], Int32, String)] {
                let outcome = try await ReboundProcess.run(arguments, in: folder.path)
                #expect(outcome.code == code && outcome.output == "", "\(arguments)")
                #expect(outcome.error.contains(message), "\(outcome.error)")
            }
        }
    }

    @Test("a replay says when each silence was flagged, alone and beside another policy")
    func replay() async throws {
        let arguments = ["stalled", sample, "--replay", "2026-03-01..2026-04-10", "--as-of", "2026-04-10"]
        let text = try await ReboundProcess.run(arguments)
        #expect(text.code == 0 && text.error == "")
        #expect(text.output.contains("Tomasz Wierzbicki"))
        #expect(text.output.contains("R2.first-message: flagged 25 Mar"))
        let both = try await ReboundProcess.run(arguments + ["--against", "cadence-tiers"])
        #expect(both.output.contains("cadence-tiers: "))
        for line in (text.output + both.output).lines { #expect(line.count <= 80, "\(line)") }
        let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/replay.schema.json")
        for extra in [[], ["--against", "cadence-tiers"]] {
            let json = try await ReboundProcess.run(arguments + extra + ["--json"])
            #expect(try schema.problems(of: Data(json.output.utf8)) == [])
            let again = try await ReboundProcess.run(arguments + extra + ["--json"])
            #expect(json.output == again.output)
        }
    }

    @Test("the JSON says by which policy it came about")
    func named() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(
                #"{"format": "rebound-policy", "version": 1, "name": "Patient"}"#, to: "p.json")
            for command in [["next"], ["stalled"], ["why", "tomasz"], ["plan"]] {
                let schema = try JSONSchema(
                    contentsOf: "\(ReboundProcess.samples)/\(command[0]).schema.json")
                for (policy, expected) in [
                    (nil, ["name": "standard"]), ("3b7", ["name": "3b7"]),
                    (folder("p.json"), ["name": "Patient", "file": folder("p.json")]),
                ] as [(String?, [String: String])] {
                    let outcome = try await ReboundProcess.run(
                        command + [sample, "--as-of", "2026-03-25", "--json"]
                            + (policy.map { ["--policy", $0] } ?? []))
                    let json = Data(outcome.output.utf8)
                    #expect(try schema.problems(of: json) == [])
                    let envelope = try JSONSerialization.jsonObject(with: json) as? [String: Any]
                    #expect(envelope?["policy"] as? [String: String] == expected)
                }
            }
        }
    }

    @Test("3b7 can be shown, copied and replayed against the standard policy")
    func threeB7() async throws {
        let shown = try await ReboundProcess.run(["policy", "show", "3b7"])
        #expect(shown.output.contains("\"name\": \"3b7\""))
        #expect(shown.output.contains("\"asksOnePersonPerCompany\": true"))
        #expect(shown.output.contains("\"secondPersonAfterBusinessDays\": 3"))
        #expect(shown.output.contains("\"returnToFirstAfterBusinessDays\": 7"))
        let replay = try await ReboundProcess.run([
            "stalled", sample, "--replay", "2026-03-01..2026-04-10", "--policy", "3b7", "--against",
            "standard",
        ])
        #expect(replay.code == 0 && replay.error == "")
        #expect(replay.output.contains("R4.return-to-first") && replay.output.contains("R2.first-message"))
        for line in replay.output.lines { #expect(line.count <= 80, "\(line)") }
    }

    @Test("the JSON of a back-test is what its schema says, of a network and of a list of messages")
    func evaluate() async throws {
        let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/evaluate.schema.json")
        try await TemporaryFolder.with { folder in
            var lines = ["seconds,from,to"]
            for index in 0..<900 {
                let (a, b) = ("p\(index * index % 13)", "p\((index * 7 + 3) % 13)")
                if a != b { lines.append("\(index * 9000),\(a),\(b)") }
            }
            try folder.write(lines.joined(separator: "\n"), to: "m.csv")
            for arguments in [
                [folder("m.csv"), "--without", "all", "--policy", "reference"],
                [sample, "--as-of", "2026-03-25"],
            ] {
                let outcome = try await ReboundProcess.run(
                    ["evaluate", "--draws", "5", "--json"] + arguments)
                #expect(outcome.code == 0, "\(outcome.error)")
                #expect(try schema.problems(of: Data(outcome.output.utf8)) == [])
            }
            let own = try await ReboundProcess.run(["evaluate", sample, "--as-of", "2026-03-25"])
            #expect(own.output.contains("Your own record"))
            #expect(own.output.contains("M0 = 5") && own.output.contains("KAPPA = 20"))
            #expect(
                own.output.split(separator: /\s+/).joined(separator: " ").contains(
                    "until there are about 84, trust the order, not the percentages"))
            for line in own.output.lines { #expect(line.count <= 80, "\(line)") }
            let list = try await ReboundProcess.run(["evaluate", folder("m.csv"), "--draws", "0"])
            #expect(list.output.contains("m.csv: how well") && !list.output.contains("Your own record"))
        }
    }

    @Test("a batch takes a policy too")
    func batch() async throws {
        try await TemporaryFolder.with { folder in
            let network = try String(
                contentsOfFile: "\(ReboundProcess.samples)/monthly-reminder.json", encoding: .utf8)
            try folder.write(network, to: "in/a.json")
            let outcome = try await ReboundProcess.run(
                ["batch", "in", "-o", "out", "--as-of", "2026-04-13", "--policy", "cadence-tiers"],
                in: folder.path)
            #expect(outcome.code == 0, "\(outcome.error)")
            let record = try String(contentsOfFile: folder("out/a.json"), encoding: .utf8)
            #expect(record.contains("\"R4.cadence\""))
            let summary = try String(contentsOfFile: folder("out/summary.json"), encoding: .utf8)
            #expect(summary.contains("\"name\" : \"cadence-tiers\""))
        }
    }
}
