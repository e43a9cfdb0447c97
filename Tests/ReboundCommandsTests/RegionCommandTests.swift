import Foundation
import ReboundTestSupport
import Testing

/// Good Friday is 3 April 2026, Easter Monday the 6th.
@Suite("Regions and their public holidays")
struct RegionCommandTests {
    private func refused(_ session: StoreSession, _ region: [String]) async throws {
        try await session.expect(["add", "person", "Petra Voss", "--company", "Lumen Loft"] + region)
        try await session.expect(["add", "opportunity", "Lead", "--at", "lumen", "--on", "2026-03-10"])
        try await session.expect(["stage", "lead", "interview", "--with", "petra", "--on", "2026-03-20"])
        try await session.expect(["stage", "lead", "rejected", "--with", "petra", "--on", "2026-04-02"])
    }

    @Test("What a holiday moved says so, in lists, in why and in the calendar")
    func reasons() async throws {
        try await StoreSession.with { session in
            try await refused(session, ["--region", "de-by"])
            let words = "Fri 3 Apr is Good Friday and Mon 6 Apr is Easter Monday in Germany"
            for command in [["next"], ["today"], ["why", "petra"], ["show", "petra"]] {
                let isShown = command != ["show", "petra"]
                try await session.expect(
                    command + ["--as-of", "2026-04-03"], says: isShown ? words : "holidays those of Bayern")
            }
            let calendar = try await session.expect(["export", "--format", "ics", "--as-of", "2026-04-03"])
            let unfolded = calendar.replacing("\r\n ", with: "").replacing("\n ", with: "")
            #expect(unfolded.contains(words) && unfolded.contains("DTSTART;VALUE=DATE:20260407"))
        }
    }

    @Test("A region comes from the employer, the zone or the settings; a person's own goes before")
    func origins() async throws {
        for (region, variables, moves) in [
            (["--region", "DE"], [:], true), (["--time-zone", "Europe/Berlin"], [:], true),
            ([], ["REBOUND_REGION": "DE-BY"], true), ([], [:], false),
            (["--region", "US"], ["REBOUND_REGION": "DE"], false),
        ] as [([String], [String: String], Bool)] {
            try await StoreSession.with { session in
                try await refused(session, region)
                let said = try await session.expect(
                    ["why", "petra", "--as-of", "2026-04-03"], environment: variables)
                #expect(said.contains("Good Friday") == moves, "\(region) \(variables)")
            }
        }
        try await StoreSession.with { session in
            try await refused(session, ["--time-zone", "America/Chicago"])
            try await session.expect(
                ["add", "company", "lumen", "--more", "--region", "GB-SCT"],
                says: "public holidays of Scotland")
            try await session.expect(
                ["why", "petra", "--as-of", "2026-04-03"], says: "Good Friday in the United Kingdom")
        }
    }

    @Test("An unknown region is an error with the nearest one, and nothing is written")
    func mistakes() async throws {
        try await StoreSession.with { session in
            for (region, hint) in [
                ("DE-BX", "did you mean “DE-BB” for Brandenburg?"), ("Germany", "write “DE” for Germany"),
                ("UK", "write “GB” for the United Kingdom"), ("\u{1B}[2J", "did you mean"),
            ] {
                try await session.expect(["add", "person", "Ann", "--region", region], code: 64, says: hint)
            }
            try await session.expect(
                ["set", "region", "DE-BX"], code: 64, says: "did you mean “DE-BB”",
                environment: ["REBOUND_SETTINGS": "settings.json"])
            try session.folder.write(
                #"{"format": "rebound-network", "version": 1, "seeker": "a", "people": [{"id": "a", "name": "A", "region": "Bavaria"}]}"#,
                to: "n.json")
            try await session.expect(["check", "n.json"], code: 65, says: "people[0].region is \"Bavaria\"")
        }
    }
}

@Suite("Steps that are done")
struct DoneCommandTests {
    private func twoDue(_ session: StoreSession) async throws {
        try await session.expect(["add", "person", "Dan Fox", "--company", "Acme"])
        try await session.expect(["add", "opportunity", "Lead", "--at", "acme", "--on", "2026-03-10"])
        try await session.expect(["stage", "lead", "interview", "--with", "dan", "--on", "2026-04-01"])
        try await session.expect(["stage", "lead", "rejected", "--with", "dan", "--on", "2026-04-08"])
    }

    @Test(
        "At a terminal one key says which of several steps it was; q records nothing",
        arguments: [
            ("2", "Logged a call with Dan Fox"), ("\n", "Logged an e-mail to Dan Fox"),
            ("q", "nothing was recorded"),
        ])
    func choice(key: String, answer: String) async throws {
        try await StoreSession.with { session in
            try await twoDue(session)
            let outcome = try await ReboundProcess.run(
                ["done", "dan", "--as-of", "2026-04-10"], typing: key, in: session.folder.path,
                environment: ["REBOUND_DB": StoreSession.store, "NO_COLOR": "1"])
            let said = outcome.output + outcome.error
            #expect(
                said.contains("1  Send a thank-you note") && said.contains("2  Call about the “no”"),
                "\(said)")
            #expect(said.contains(answer), "\(said)")
            let talks = try await session.expect(["export", "--format", "json"])
            #expect(talks.contains("\"2026-04-10\"") == (key != "q"))
        }
    }

    @Test("A script gets the first step")
    func script() async throws {
        try await StoreSession.with { session in
            try await twoDue(session)
            try await session.expect(
                ["done", "dan", "--as-of", "2026-04-10"], says: "Logged an e-mail to Dan Fox")
        }
    }

    @Test("After a reply that was owed no answer is awaited, unless the reply asks something")
    func reply() async throws {
        for (more, isAwaited) in [
            ([], false), (["--note", "Does Tuesday suit you?"], true), (["--answer"], true),
        ] {
            try await StoreSession.with { session in
                try await session.expect(["add", "person", "Dan Fox", "--company", "Acme"])
                try await session.expect(["log", "email", "dan", "--in", "--on", "2026-04-07"])
                try await session.expect(["done", "dan", "reply", "--as-of", "2026-04-09"] + more)
                let later = try await session.expect(["stalled", "--as-of", "2026-04-20"])
                #expect(later.contains("Dan Fox") == isAwaited, "\(more): \(later)")
            }
        }
    }
}
