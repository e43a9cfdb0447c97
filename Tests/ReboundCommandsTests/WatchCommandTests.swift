import Foundation
import ReboundTestSupport
import Testing

/// Two archives of an invented person, and what `watch` says of them.
@Suite("Who changed jobs")
struct WatchCommandTests {
    private func archive(_ day: String, _ rows: [String], in session: StoreSession) throws -> String {
        let name = "Basic_LinkedInDataExport_\(day)"
        try session.folder.write(
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
                + rows.joined(separator: "\n") + "\n", to: "\(name)/Connections.csv")
        return name
    }

    @Test("Archives compared give findings, whatever order they come in, and the star is congratulated")
    func twoArchives() async throws {
        var outputs: [String] = []
        for isReversed in [false, true] {
            try await StoreSession.with { session in
                let first = try archive(
                    "01-15-2026",
                    [
                        "Ada,Moss,https://www.linkedin.com/in/adamoss,,Mill,Cook,01 Jan 2020",
                        "Ben,Hale,https://www.linkedin.com/in/benhale,,Tarn,Buyer,01 Jan 2020",
                        "Cid,Wren,https://www.linkedin.com/in/cidwren,,Mill,Clerk,01 Jan 2020",
                    ], in: session)
                let second = try archive(
                    "04-08-2026",
                    [
                        "Ada,Moss,https://www.linkedin.com/in/adamoss,,Tarn,Chef,01 Jan 2020",
                        "Ben,Hale,https://www.linkedin.com/in/benhale,,Dock,Buyer,01 Jan 2020",
                    ], in: session)
                for name in isReversed ? [second, first] : [first, second] {
                    try await session.expect(["import", name])
                }
                try await session.expect(["add", "company", "Tarn", "--more", "--priority", "A"])
                try await session.expect(["star", "ada"])
                let text = try await session.expect(
                    ["watch"],
                    says:
                        "★ Ada Moss moved from Mill to Tarn (A) · Chef · between 15 Jan and 8 Apr · congratulate them"
                )
                #expect(text.contains("Ben Hale moved from Tarn (A) to Dock"))
                #expect(text.contains("Cid Wren") && !text.contains("Cid Wren left"))
                try await session.expect(["why", "ada"], says: "R1.follow-star")
                let json = try await session.expect(["watch", "--json"])
                let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/watch.schema.json")
                #expect(try schema.problems(of: Data(json.utf8)) == [])
                outputs.append(text)
                // Once more changes nothing.
                try await session.expect(["import", second])
                #expect(try await session.expect(["watch"]) == text)
            }
        }
        #expect(outputs[0] == outputs[1])
    }

    @Test("How old the archive is, and how to get a new one")
    func age() async throws {
        try await StoreSession.with { session in
            try await session.expect(["add", "person", "Ada Moss"])
            try await session.expect(["watch"], says: "No import has said yet where people work.")
            let name = try archive(
                "01-26-2026", ["Ada,Moss,https://www.linkedin.com/in/adamoss,,Mill,Cook,01 Jan 2020"],
                in: session)
            try await session.expect(["import", name])
            try await session.expect(
                ["watch"],
                says: "Your archive is 74 days old (26 Jan). Ask LinkedIn for a new one (Settings, Data")
            try await session.expect(["watch"], says: "You have not said where you want to work yet")
            try await session.expect(["watch", "--since", "2026-05-01"], code: 64, says: "is not before")
            try await session.expect(["watch", "--top", "0"], code: 64, says: "at least 1")
        }
    }
}
