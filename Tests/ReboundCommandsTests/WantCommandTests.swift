import Foundation
import ReboundTestSupport
import ReferralGraph
import Testing

@Suite("What the seeker is looking for")
struct WantCommandTests {
    @Test("It is said, listed, taken back, and moves the call list")
    func story() async throws {
        try await StoreSession.withReferrals { session in
            session.now = "2026-04-10T12:00-04:00"
            try await session.say("want")
            try await session.say("want", "northgate", "Kestrel Labs")
            try await session.say("want", "kestrel", "--priority", "B")
            try await session.say(
                "want", "--role", "Brand manager", "--department", "Marketing", "--place", "Chicago")
            try await session.say("want")
            try await session.say("gaps")
            try await session.say("want", "--not", "kestrel")
            try await session.say("undo")
            try await session.say("want", "--json")
            try Transcript.expect(session.transcript.text, recordedAs: "want")
        }
    }

    @Test("The JSON is what its schema in Samples says")
    func schema() async throws {
        try await StoreSession.with { session in
            try session.folder.write(
                """
                {"format": "rebound-network", "version": 1, "seeker": "me",
                 "people": [{"id": "me", "name": "Me"}],
                 "companies": [{"id": "acme", "name": "Acme", "priority": "B"}],
                 "targets": [
                   {"kind": "company", "name": "Kestrel", "standing": "proposed", "source": "saved job: Lead",
                    "date": "2026-01-05"},
                   {"kind": "place", "name": "Oslo", "standing": "wanted"},
                   {"kind": "role", "name": "Lead", "standing": "declined"}]}
                """, to: "network.json")
            try await session.expect(["import", "network.json"])
            let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/want.schema.json")
            let output = try await session.expect(["want", "--json"])
            #expect(try schema.problems(of: Data(output.utf8)) == [])
            #expect(output.contains("\"saved job: Lead\"") && !output.contains("declined"))
            try await session.expect(["want"], says: "Kestrel: saved job: Lead")
            try await session.expect(["want", "--proposed"], says: "You want to work at Kestrel (A)")
            try await session.expect(["want", "--proposed"], code: 64, says: "no source proposes anything")
        }
    }

    @Test(
        "What cannot be meant is refused with the command that can",
        arguments: [
            (["want", "--not"], "rebound want --not NAME"),
            (["want", "--not", "x", "--role", "y"], "--not takes names only"),
            (["want", "--priority", "A"], "rebound want COMPANY --priority A"),
            (["want", "--proposed", "--place", "Oslo"], "--proposed takes names"),
            (["start"], "rebound want COMPANY --role TITLE"),
        ])
    func refusals(arguments: [String], words: String) async throws {
        try await StoreSession.with { session in
            try await session.expect(arguments, code: 64, says: words)
            #expect(session.folder.names(in: "") == [])
        }
    }

    @Test("In a terminal a first import asks three questions, of which each may be skipped")
    func questions() async throws {
        func answer(_ text: String, to arguments: [String], _ session: StoreSession) async throws -> String {
            let outcome = try await ReboundProcess.run(
                arguments, typing: text, in: session.folder.path,
                environment: ["REBOUND_DB": StoreSession.store, "NO_COLOR": "1"])
            #expect(outcome.code == 0, "\(outcome.error)")
            return outcome.output
        }
        let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Hale\nORG:Acme\nEND:VCARD\n"
        try await StoreSession.with { session in
            try session.folder.write(card, to: "ann.vcf")
            let first = try await answer(
                "Acme , Kestrel\nBrand manager\nMarketing\n\n", to: ["import", "ann.vcf"], session)
            #expect(first.contains("You want to work at Acme (A)"))
            #expect(first.contains("You want to work at Kestrel (A)"))
            #expect(first.contains("You want to work in Marketing"))
            // The second import is no first one.
            try session.folder.write(card.replacing("Ann Hale", with: "Ben Ito"), to: "ben.vcf")
            #expect(!(try await answer("\n\n\n", to: ["import", "ben.vcf"], session)).contains("?"))
            #expect((try await answer("\n\n\n", to: ["start"], session)).contains("Nothing recorded"))
        }
        try await StoreSession.with { session in
            // The end of the input skips what is left.
            let text = try await answer("\u{4}\u{4}\u{4}", to: ["start"], session)
            #expect(text.contains("Nothing recorded"))
            #expect(session.folder.names(in: "") == [])
            // Without a terminal nothing is asked.
            try session.folder.write(card, to: "ann.vcf")
            let output = try await session.expect(["import", "ann.vcf"])
            #expect(!output.contains("?"))
        }
    }
}
