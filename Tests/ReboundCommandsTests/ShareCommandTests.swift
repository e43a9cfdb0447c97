import Foundation
import ReboundTestSupport
import Testing

@Suite("rebound share, and what a coach makes of it")
struct ShareCommandTests {
    @Test("It is said, explained, journalled, taken back, and stays through export and import")
    func story() async throws {
        try await StoreSession.withReferrals { session in
            try await session.expect(["share"], says: "You share nothing with your coach’s other clients.")
            try await session.expect(["share"], says: "“one of your clients knows someone at Northgate”")
            try await session.expect(
                ["share", "anonymous", "--dry-run"], says: "not that it is you, nor who it is")
            try await session.expect(["share"], says: "You share nothing")
            try await session.expect(
                ["share", "anonymous"], says: "You share with your coach’s other clients, without names")
            try await session.expect(["share", "Named"], says: "with names")
            try await session.expect(["share", "named"], says: "already on record")
            try await session.expect(["history"], says: "with names")
            try await session.expect(["undo"])
            try await session.expect(["share"], says: "without names.")
            try await session.expect(["redo"])
            try await session.expect(["export", "-o", "mine.json"])
            #expect(try session.folder.text(of: "mine.json").contains("\"sharing\": \"named\""))
            try await session.expect(["check", "mine.json"], says: "other clients: named")
            try await session.expect(["share", "none"], says: "You share nothing")
        }
    }

    @Test("What is no level is refused with the three that are", arguments: ["all", "yes", "", "nothing"])
    func refusals(level: String) async throws {
        try await StoreSession.withReferrals { session in
            let outcome = try await session.run(["share", level])
            #expect(outcome.code == 64)
            #expect(outcome.error.contains("none") && outcome.error.contains("named"), "\(outcome.error)")
        }
    }

    @Test("A coach reads who could introduce a client, and hands on a folder without names")
    func batch() async throws {
        try await TemporaryFolder.with { folder in
            func network(_ name: String, _ more: String) -> String {
                """
                {"format": "rebound-network", "version": 1, "title": "\(name)", "seeker": "me", "sharing": "named",
                 "people": [{"id": "me", "name": "\(name)"}\(more)}
                """
            }
            try folder.write(
                network("Mia Lund", #"], "companies": [{"id": "n", "name": "Northgate", "priority": "A"}]"#),
                to: "in/mia.json")
            try folder.write(
                network(
                    "Tom Reyes",
                    """
                    , {"id": "ada", "name": "Ada Moss", "employments": [{"company": "n", "title": "Buyer"}]}],
                     "companies": [{"id": "n", "name": "Northgate Inc."}],
                     "interactions": [{"date": "2026-03-02", "people": ["ada"], "channel": "meeting", "direction": "mutual"}]
                    """), to: "in/tom.json")
            func batch(_ more: String...) async throws -> ReboundProcess.Outcome {
                try await ReboundProcess.run(
                    ["batch", folder("in"), "--as-of", "2026-04-10"] + more)
            }
            let outcome = try await batch("-o", folder("out"))
            #expect(outcome.code == 0)
            #expect(
                outcome.output.contains("1 introduction between clients: \(folder("out"))/connectors.html"))
            let page = try folder.text(of: "out/connectors.html")
            #expect(page.contains("<li><b>Ada Moss</b>, Buyer: ask Tom Reyes; "))
            #expect(page.contains("last in touch Mon 2 Mar 2026</li>"), "\(page)")
            let table = try folder.text(of: "out/connectors.csv")
            #expect(table.contains("Mia Lund,Northgate,A,,Tom Reyes,Ada Moss,Buyer,yes,"))
            let redacted = try await batch("-o", folder("given"), "--redact")
            #expect(redacted.code == 0 && !redacted.output.contains("introduction"))
            #expect(folder.names(in: "given").contains("client-1.txt"))
            #expect(try folder.text(of: "given/totals.csv").contains("clients,fewer than 5"))
            let mixed = try await batch("-o", folder("out"), "--redact")
            #expect(mixed.code == 73 && mixed.error.contains("choose another folder with -o"))
        }
    }
}
