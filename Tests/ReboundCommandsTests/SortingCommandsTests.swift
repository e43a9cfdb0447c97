import Foundation
import ReboundTestSupport
import Subprocess
import Testing

@Suite("Tags and triage")
struct SortingCommandsTests {
    /// A network of three: `ada` at a wanted company, `bob`, and `cat`.
    private static let network = """
        {"format": "rebound-network", "version": 1, "seeker": "me",
         "people": [
          {"id": "me", "name": "Me"},
          {"id": "ada", "name": "Ada Moss", "employments": [{"company": "tarn", "title": "Buyer"}]},
          {"id": "bob", "name": "Bob Reyes", "employments": [{"company": "mill"}], "tags": ["mentor"]},
          {"id": "cat", "name": "Cat Lund"}],
         "companies": [{"id": "tarn", "name": "Tarn", "priority": "B"}, {"id": "mill", "name": "Mill"}],
         "ties": [{"from": "me", "to": "bob", "kind": "knows", "since": "2025-02-01"}, {"from": "me", "to": "cat", "kind": "knows", "since": "2019-02-01"},
          {"from": "me", "to": "ada", "kind": "knows", "since": "2016-02-01"}]}
        """

    private func with(_ body: (inout StoreSession) async throws -> Void) async throws {
        try await StoreSession.with { session in
            try session.folder.write(Self.network, to: "network.json")
            try await session.expect(["import", "network.json"])
            try await body(&session)
        }
    }

    private func sit(
        _ keys: String, _ session: StoreSession, _ arguments: [String] = [], columns: UInt16 = 80
    ) async throws -> ReboundProcess.Outcome {
        try await ReboundProcess.run(
            ["triage", "--as-of", "2026-04-10"] + arguments, typing: keys, in: session.folder.path,
            environment: ["REBOUND_DB": StoreSession.store, "NO_COLOR": "1"], columns: columns)
    }

    private func answers(_ session: StoreSession) async throws -> [String: String] {
        let output = try await session.expect(["export", "--format", "json"])
        let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
        let people = object?["people"] as? [[String: Any]] ?? []
        return Dictionary(
            uniqueKeysWithValues: people.compactMap { person in
                (person["acquaintance"] as? String).map { (person["id"] as? String ?? "", $0) }
            })
    }

    @Test("Tags are given, listed, renamed, taken away, and undone")
    func tags() async throws {
        try await with { session in
            try await session.expect(
                ["tag", "ada", "cat", "alumni,boston"], says: "Ada Moss, Cat Lund: tagged alumni")
            try await session.expect(["tag"], says: "2 alumni 2 boston 1 mentor")
            try await session.expect(["tag", "ALUMNI"], says: "Ada Moss · Buyer · Tarn")
            try await session.expect(["tag", "--rename", "alumni", "school"], says: "2 people")
            try await session.expect(["show", "ada"], says: "Tags: school, boston")
            try await session.expect(["why", "bob"], says: "Tags: mentor")
            try await session.expect(["find", "school"], says: "Ada Moss")
            try await session.expect(["tag", "cat", "boston", "--remove"], says: "no longer tagged boston")
            try await session.expect(["undo"])
            let output = try await session.expect(["tag", "--json"])
            let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/tags.schema.json")
            #expect(try schema.problems(of: Data(output.utf8)) == [])
            #expect(output.components(separatedBy: "\"cat\"").count == 3)
        }
    }

    @Test("What a word alone means is said")
    func words() async throws {
        try await with { session in
            try await session.expect(["tag", "ada"], code: 64, says: "rebound tag ada TAG")
            try await session.expect(["tag", "mentr"], code: 1, says: "did you mean mentor?")
            try await session.expect(["tag", "ada", "two words"], code: 64, says: "write two-words")
            try await session.expect(
                ["tag", "mentor", "--remove"], code: 64, says: "rebound tag PERSON mentor --remove")
            try await session.expect(["tag", "--rename", "mentor"], code: 64, says: "--rename OLD NEW")
            try await session.expect(["tag", "ada", "bob"], code: 64, says: "say the tag last")
        }
    }

    @Test(
        "Every list takes --tag, and an unknown tag is said",
        arguments: [
            ["next"], ["today"], ["stalled"], ["plan"], ["gaps"], ["find", "o"], ["who", "mill"], ["watch"],
            ["report", "--markdown"], ["draw", "--format", "dot"], ["draw", "--terminal"],
            ["export", "--format", "ics"],
            ["export", "--format", "vcard"],
        ])
    func filters(command: [String]) async throws {
        try await with { session in
            let all = try await session.expect(command)
            let some = try await session.expect(command + ["--tag", "Mentor"])
            #expect(!some.contains("Cat Lund"))
            if all.contains("Bob Reyes"), all.contains("Cat Lund") { #expect(some.contains("Bob Reyes")) }
            let others = try await session.expect(command + ["--not-tag", "mentor"])
            #expect(!others.contains("Bob Reyes"))
            try await session.expect(command + ["--tag", "mentro"], code: 64, says: "did you mean mentor?")
            try await session.expect(command + ["--tag", "two words"], code: 64, says: "write two-words")
        }
    }

    @Test("A redacted page of some people is about them, and names no tag")
    func redacted() async throws {
        try await with { session in
            let page = try await session.expect(["report", "--markdown", "--redact", "--tag", "mentor"])
            #expect(page.contains("B. R.") && !page.contains("C. L.") && !page.contains("mentor"))
        }
    }

    @Test("Two tags mean both, a comma means either, and ranks stay those of all")
    func combinations() async throws {
        try await with { session in
            try await session.expect(["tag", "cat", "bob", "x"])
            let both = try await session.expect(["next", "--tag", "mentor", "--tag", "x"])
            #expect(both.contains("Bob Reyes") && !both.contains("Cat Lund"))
            let either = try await session.expect(["next", "--tag", "mentor,x"])
            #expect(
                either.contains("Bob Reyes") && either.contains("Cat Lund") && !either.contains("Ada Moss"))
            #expect(either.contains("tagged mentor or x"))
            func rank(_ json: String) throws -> Int? {
                let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
                let report = object?["report"] as? [String: Any]
                let rows = report?["contacts"] as? [[String: Any]] ?? []
                return rows.first { $0["person"] as? String == "cat" }?["rank"] as? Int
            }
            let all = try await session.expect(["next", "--json"])
            let some = try await session.expect(["next", "--json", "--tag", "x"])
            #expect(try rank(all) == rank(some))
            let cards = try await session.expect(["export", "--format", "vcard", "--tag", "x"])
            #expect(
                cards.contains("CATEGORIES:mentor,x")
                    && cards.components(separatedBy: "BEGIN:VCARD").count == 3)
            try await session.expect(
                ["export", "--format", "json", "--tag", "x"], code: 64, says: "--tag is for cards")
        }
    }

    @Test("A key a person; a sitting is one entry, and the next one asks about the others")
    func sitting() async throws {
        try await with { session in
            let first = try await sit("wctmentor now\nsq", session)
            #expect(first.code == 0, "\(first.error)")
            #expect(first.output.contains("1 of 3") && first.output.contains("Tarn (wanted: A)"))
            #expect(first.output.contains("Ada Moss: you know them well"))
            #expect(first.output.contains("`rebound triage` asks about the other 2"))
            #expect(try await answers(session) == ["ada": "close"])
            #expect(session.folder.names(in: "data").contains { $0.hasSuffix(".triage") } == false)
            let second = try await sit("kn", session)
            #expect(second.output.contains("1 of 2") && !second.output.contains("Ada Moss"))
            #expect(try await answers(session) == ["ada": "close", "bob": "known", "cat": "unknown"])
            let third = try await sit("", session)
            #expect(third.code == 0 && third.output.contains("triage --again"))
            try await session.expect(["why", "ada"], says: "You know them well (triage, 10 Apr)")
            try await session.expect(["next"], says: "Ada Moss")
            #expect(try await !session.expect(["next"]).contains("Cat Lund"))
            try await session.expect(["undo"])
            #expect(try await answers(session) == ["ada": "close"])
        }
    }

    @Test("Undo, back, help, strange keys and wide letters are taken as they come")
    func keys() async throws {
        try await with { session in
            let outcome = try await sit("u-\u{1B}[D?xé東\u{1B}[5~c\u{1B}[Dubuks q", session)
            #expect(outcome.code == 0, "\(outcome.error)")
            #expect(
                outcome.output.contains("nothing to take back")
                    && outcome.output.contains("this is the first"))
            #expect(
                outcome.output.contains("? shows the keys")
                    && outcome.output.contains("take back the last answer"))
            #expect(try await answers(session) == ["ada": "known"])
        }
    }

    @Test("Nothing said is nothing recorded")
    func nothing() async throws {
        try await with { session in
            let outcome = try await sit("ssq", session)
            #expect(outcome.code == 0 && outcome.output.contains("Nothing recorded."))
            #expect(try await session.expect(["history"]).components(separatedBy: "\n").count == 3)
        }
    }

    @Test("Cards keep to the window, whatever the name", arguments: [40, 80, 120])
    func width(columns: Int) async throws {
        try await StoreSession.with { session in
            let names = [
                String(repeating: "Wolfeschlegel ", count: 15) + "X", "דנה לוי", "李小龍",
                "A\u{202E}b\u{1B}[31mC",
            ]
            let people = try names.enumerated().map { number, name in
                let text = String(decoding: try JSONEncoder().encode(name), as: UTF8.self)
                return "{\"id\": \"p\(number)\", \"name\": \(text)}"
            }
            try session.folder.write(
                """
                {"format": "rebound-network", "version": 1, "seeker": "me",
                 "people": [{"id": "me", "name": "Me"}, \(people.joined(separator: ", "))]}
                """, to: "network.json")
            try await session.expect(["import", "network.json"])
            let outcome = try await sit("sssq", session, columns: UInt16(columns))
            #expect(outcome.code == 0, "\(outcome.error)")
            #expect(!outcome.output.contains("\u{1B}") && !outcome.output.contains("\u{202E}"))
            let lines = outcome.output.lines.drop { !$0.contains("1 of 4") }
            #expect(lines.allSatisfy { $0.count <= columns + 8 }, "\(lines)")
        }
    }

    @Test("A signal saves what was said", arguments: [Signal.terminalClosed, .terminate, .interrupt])
    func signals(signal: Signal) async throws {
        try await with { session in
            let outcome = try await ReboundProcess.run(
                ["triage", "--as-of", "2026-04-10"], typing: "c", in: session.folder.path,
                environment: ["REBOUND_DB": StoreSession.store, "NO_COLOR": "1"], signal: signal,
                onceItSays: "2 of 3")
            #expect(outcome.code == 0)
            #expect(try await answers(session) == ["ada": "close"])
        }
    }

    @Test("What a killed sitting said is taken up by the next one")
    func killed() async throws {
        try await with { session in
            _ = try await ReboundProcess.run(
                ["triage", "--as-of", "2026-04-10"], typing: "cb", in: session.folder.path,
                environment: ["REBOUND_DB": StoreSession.store, "NO_COLOR": "1"], signal: .kill,
                onceItSays: "3 of 3")
            #expect(try await answers(session) == [:])
            #expect(session.permissions(StoreSession.store + ".triage") == 0o600)
            let next = try await sit("q", session)
            #expect(next.code == 0 && next.output.contains("An earlier sitting broke off"))
            #expect(try await answers(session) == ["ada": "close", "bob": "barely"])
            #expect(session.permissions(StoreSession.store + ".triage") == nil)
        }
    }

    @Test("Without a terminal, answers come from a file or from --as")
    func scripts() async throws {
        try await with { session in
            try await session.expect(["triage"], code: 64, says: "rebound triage --answers FILE")
            try session.folder.write("ada moss\tclose\t+x\nbob\tno\n", to: "answers.txt")
            try await session.expect(
                ["triage", "--answers", "answers.txt", "--dry-run"], says: "Nothing was written")
            #expect(try await answers(session) == [:])
            try await session.expect(["triage", "--answers", "answers.txt"], says: "Ada Moss: tagged x")
            #expect(try await answers(session) == ["ada": "close", "bob": "unknown"])
            try await session.expect(["triage", "--answers", "answers.txt"], says: "already on record")
            try await session.expect(["triage", "cat", "--as", "barely"], says: "you barely know them")
            try await session.expect(["triage", "cat", "--as", "unsaid"], says: "open again")
            try session.folder.write("ada\tclose\nzed\tno\nbob\tmaybe\n", to: "wrong.txt")
            try await session.expect(["triage", "--answers", "wrong.txt"], code: 65, says: "wrong.txt:2")
            try await session.expect(["triage", "--answers", "none.txt"], code: 66)
            try session.folder.write("\n", to: "empty.txt")
            try await session.expect(
                ["triage", "--answers", "empty.txt"], code: 65, says: "found no answers")
            try await session.expect(["triage", "cat"], code: 64, says: "--as close")
            try await session.expect(
                ["triage", "cat", "--as", "friend"], code: 64, says: "close, know, barely")
            try await session.expect(["triage", "cat", "--as", "close", "--again"], code: 64)
        }
    }

    @Test("A file beside the store that is no sitting is not written over")
    func foreign() async throws {
        try await with { session in
            try session.folder.write("something else\n", to: StoreSession.store + ".triage")
            let outcome = try await sit("cq", session)
            #expect(outcome.code == 66 && outcome.error.contains("holds no answers"))
        }
    }

    @Test("A policy's cadence by tag is read, and its mistakes are said")
    func policy() async throws {
        func file(_ tags: String) -> String {
            """
            {"format": "rebound-policy", "version": 1, "name": "mine",
             "playbook": {"cadence": {"tags": {\(tags)}}}}
            """
        }
        try await with { session in
            try session.folder.write(file(#""mentor": 14"#), to: "p.json")
            let folder = session.folder.path
            func policy(_ arguments: String...) async throws -> ReboundProcess.Outcome {
                try await ReboundProcess.run(["policy"] + arguments, in: folder)
            }
            #expect(try await policy("check", "p.json").code == 0)
            try await session.expect(["log", "call", "bob", "--on", "2026-03-20"])
            let next = try await session.expect(["next", "--policy", "p.json", "--json"])
            #expect(next.contains("\"R4.cadence\""))
            let shown = try await policy("show", "p.json").output
            #expect(shown.contains("\"tags\": {") && shown.contains("\"mentor\": 14"))
            try session.folder.write(shown, to: "again.json")
            #expect(try await policy("show", "again.json").output == shown)
            for (tags, words) in [
                (#""mentor": 0"#, "a whole number from 1 to 3650"),
                (#""two words": 3"#, "one word of letters"),
                (#""mentor": 3, "Mentor": 4"#, "each tag once"), (#""mentor": "x""#, "a whole number"),
                (#""mentor": 2.5"#, "a whole number"),
            ] {
                try session.folder.write(file(tags), to: "wrong.json")
                let outcome = try await policy("check", "wrong.json")
                let said = outcome.output.split(separator: /\s+/).joined(separator: " ")
                #expect(outcome.code == 65 && said.contains(words), "\(said)")
            }
        }
    }
}
