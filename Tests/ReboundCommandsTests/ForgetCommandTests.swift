import Foundation
import ReboundTestSupport
import Testing

@Suite("rebound forget, rebound set")
struct ForgetCommandTests {
    @Test("Someone is forgotten with their history, an import does not bring them back, and --remember does")
    func forget() async throws {
        try await StoreSession.with { session in
            let card = """
                BEGIN:VCARD\nVERSION:3.0\nFN:Zebulon Quarrington\nORG:Marrow Works\nEMAIL:zeb@example.com\nEND:VCARD
                BEGIN:VCARD\nVERSION:3.0\nFN:Ann Teller\nORG:Marrow Works\nEMAIL:ann@example.com\nEND:VCARD

                """
            try session.folder.write(card, to: "c.vcf")
            try await session.expect(["import", "c.vcf"])
            try await session.expect(["log", "email", "ann", "Zebulon sends his regards"])
            try await session.expect(["log", "meeting", "zebulon", "ann", "lunch"])
            try await session.expect(
                ["forget", "zebulon", "--yes"], code: 64,
                says: "rebound forget zebulon-quarrington --and-notes --yes")
            try await session.expect(["forget", "zebulon", "--dry-run"], says: "Zebulon sends his regards")
            try await session.expect(
                ["forget", "zebulon", "--and-notes"], code: 64, says: "--and-notes --yes")
            try await session.expect(["forget", "zebulon", "--and-notes", "--yes"], says: "Forgotten.")
            let bytes = String(
                decoding: try Data(contentsOf: URL(filePath: session.folder(StoreSession.store))),
                as: UTF8.self)
            // The store keeps random digests: a word of three letters stands in them now and then.
            for word in ["zebulon", "quarrington", "zeb@example"] {
                #expect(!bytes.lowercased().contains(word), "\(word) is still in the file")
            }
            try await session.expect(["doctor"], says: "sound")
            try await session.expect(["forget", "zebulon", "--yes"], code: 1, says: "no one who is or was")
            try await session.expect(
                ["forget", "me", "--yes"], code: 64, says: "“me” is yourself; to begin anew: delete ")
            try await session.expect(["forget", "--list"], says: "forgotten 1 person")
            try await session.expect(["import", "c.vcf"], says: "1 person you had forgotten was left out")
            try session.folder.write(
                card.replacing("Marrow", with: "Other").replacing("zeb@example.com", with: "zq@example.org"),
                to: "d.vcf")
            try await session.expect(["import", "d.vcf", "--dry-run"], says: "1 new person")
            try await session.expect(["import", "c.vcf", "--remember"], says: "1 new person")
            try await session.expect(["forget", "--list"], says: "forgotten no one")
            try await session.expect(["import", "c.vcf"], says: "nothing new")
            try await session.expect(["undo", "3"])
        }
    }

    @Test("Settings hold for commands, options go before them, and a broken file says what mends it")
    func set() async throws {
        try await StoreSession.with { session in
            let settings = ["REBOUND_SETTINGS": "settings.json"]
            let next = ["next", "\(ReboundProcess.samples)/three-referrals.json", "--as-of", "2026-03-21"]
            let plain = try await session.expect(next)
            #expect(plain.contains("the no came yesterday"))
            try await session.expect(["set", "quiet", "on"], says: "quiet is now on", environment: settings)
            let quiet = try await session.expect(next, environment: settings)
            #expect(!quiet.contains("no”") && !quiet.contains("the no"))
            #expect(try await session.expect(next + ["--quiet"]) == quiet)
            #expect(try await session.expect(next + ["--no-quiet"], environment: settings) == plain)
            try await session.expect(["set", "policy", "no-phone"], environment: settings)
            let written = try await session.expect(next + ["--no-quiet"], environment: settings)
            #expect(!written.contains(/(?i)\bcall\b/))
            #expect(
                try await session.expect(
                    next + ["--no-quiet", "--policy", "standard"], environment: settings) == plain)
            try await session.expect(["set", "policy"], says: "no-phone", environment: settings)
            try await session.expect(
                ["set"], says: "REBOUND_THEME",
                environment: settings.merging(["REBOUND_THEME": "dark"]) { $1 })
            try session.folder.write(
                "{\"format\": \"rebound-settings\", \"version\": 1, \"theme\": \"x\"}", to: "settings.json")
            try await session.expect(
                next, code: 65, says: "`rebound set theme --default` takes it out", environment: settings)
            try await session.expect(["set", "theme", "--default"], environment: settings)
            try await session.expect(next, environment: settings)
            try await session.expect(
                ["set", "colour", "red"], code: 64, says: "no setting", environment: settings)
        }
    }
}
