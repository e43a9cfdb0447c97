import Foundation
import ReboundTestSupport
import SourceReaders
import Testing

@Suite("Import")
struct ImportCommandTests {
    private static let fixtures = "\(ReboundProcess.package)/Tests/SourceReadersTests/Fixtures"

    /// Sources of every kind, with short names.
    private static func fill(_ folder: TemporaryFolder) throws {
        for (source, name) in [
            ("linkedin/Complete_LinkedInDataExport_06-07-2026", "linkedin"),
            ("contacts/profiles.vcf", "cards.vcf"),
            ("contacts/google-newer.csv", "google.csv"), ("mail/correspondence.mbox", "mail.mbox"),
        ] {
            try FileManager.default.copyItem(atPath: "\(fixtures)/\(source)", toPath: folder(name))
        }
        try folder.write(
            """
            Full name,Firm,Mail,Known since
            Mara Ibarra,Tarn & Sons,mara@example.com,12/10/2016
            Ada Moss,Quarry Books,ada@example.com,24/12/2025
            ,,,

            """, to: "people.csv")
        try folder.write("Once upon a time\n", to: "notes.txt")
    }

    @Test("The help lists every kind of source of the registry")
    func help() async throws {
        let help = try await ReboundProcess.run(["import", "--help"], environment: ["COLUMNS": "80"]).output
        let text = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for reader in SourceReader.all {
            #expect(text.contains(reader.summary))
            #expect(text.contains(reader.format.rawValue))
        }
    }

    @Test("Where every record of a file is damaged, the lines are named beside the error")
    func damaged() async throws {
        let calendar =
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:2026-99-99\nSUMMARY:Interview\nEND:VEVENT\n"
        try await StoreSession.with { session in
            try session.folder.write(calendar + "END:VCALENDAR\n", to: "broken.ics")
            let outcome = try await ReboundProcess.run(
                ["import", "broken.ics", "--db", "network.db"], in: session.folder.path)
            #expect(outcome.code == 65)
            #expect(outcome.error.contains("broken.ics:4: warning: [record-damaged]"))
        }
    }

    @Test("From nothing to a network of many sources, word for word")
    func story() async throws {
        try await StoreSession.with { session in
            let folder = session.folder
            try Self.fill(folder)
            session.now = "2026-08-01T12:00+02:00"
            try await session.say("import", "linkedin", "--dry-run", "--rows")
            #expect(!folder.names(in: "").contains("data"))
            try await session.say("import", "linkedin")
            try await session.say("import", "linkedin")
            try await session.say("import", "people.csv")
            let mapping = "name=Full name,company=Firm,email=Mail,connected-on=Known since,dates=DD/MM/YYYY"
            try await session.say("import", "people.csv", "--map", mapping, "--rows")
            try await session.say("import", "mail.mbox")
            try await session.say("import", "mail.mbox", "--owner", "mia@example.com")
            try await session.say("import", "cards.vcf", "google.csv")
            try await session.say("import", "notes.txt")
            try await session.say("import", "none.json")
            try await session.say("duplicates")
            try await session.say("add", "person", "Dan Okafor", "--namesake")
            try await session.say("duplicates")
            try await session.say("undo")
            try await session.say("history")
            try await session.say("undo")
            try await session.say("today")
            try Transcript.expect(session.transcript.text, recordedAs: "own-import")
        }
    }

    @Test("A source without a day moves no one, and says the command that does")
    func dated() async throws {
        try await StoreSession.with { session in
            session.now = "2026-08-01"
            func connections(_ company: String) -> String {
                "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
                    + "Ann,Lee,https://www.linkedin.com/in/ann,,\(company),Buyer,01 Jan 2020\n"
            }
            try session.folder.write(
                connections("Kestrel"), to: "Basic_LinkedInDataExport_01-05-2026/Connections.csv")
            try session.folder.write(connections("Tarn"), to: "my archive/Connections.csv")
            _ = try await session.expect(["import", "Basic_LinkedInDataExport_01-05-2026"])
            let open = try await session.expect(["import", "my archive"])
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(
                open.contains("1 person works elsewhere than in your network: Ann Lee (Kestrel, here Tarn)"))
            #expect(open.contains("`rebound import \"my archive\" --dated 2020-01-01`"))
            let moved = try await session.expect(["import", "my archive", "--dated", "7 jun"])
            #expect(moved.contains("Ann Lee moved from Kestrel to Tarn"))
            #expect(moved.contains("as of Sun 7 Jun 2026"))
            let again = try await session.expect(["import", "my archive", "--dated", "2026-06-07"])
            #expect(again.contains("nothing new"))
        }
    }

    @Test("A day that lies ahead or is none is refused, and so is a day of a network")
    func wrongDays() async throws {
        try await StoreSession.with { session in
            session.now = "2026-08-01"
            try Self.fill(session.folder)
            for (words, said) in [
                (["linkedin", "--dated", "2026-08-02"], "--dated: 2026-08-02 lies ahead"),
                (["linkedin", "--dated", "soonish"], "soonish"),
                (
                    ["\(ReboundProcess.package)/Samples/ten-reports.json", "--dated", "2026-07-01"],
                    "is a network, and its facts have days of their own"
                ),
            ] {
                try await session.expect(["import"] + words, code: 64, says: said)
            }
            #expect(!session.folder.names(in: "").contains("data"))
        }
    }

    @Test("Importing twice changes nothing, not even the history")
    func twice() async throws {
        try await StoreSession.with { session in
            try Self.fill(session.folder)
            session.now = "2026-08-01"
            let everything = [
                "import", "linkedin", "cards.vcf", "google.csv", "mail.mbox", "people.csv", "--map",
                "name=Full name,company=Firm,email=Mail", "--owner", "mia@example.com", "--json",
            ]
            let first = try await session.expect(everything)
            let network = try await session.expect(["export"])
            let history = try await session.expect(["history"])
            let again = try await session.expect(everything)
            #expect(try await session.expect(["export"]) == network)
            #expect(try await session.expect(["history"]) == history)
            let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/import.schema.json")
            for json in [first, again] { #expect(try schema.problems(of: Data(json.utf8)) == []) }
            func report(_ json: String) throws -> [String: Any] {
                let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
                return try #require(object?["report"] as? [String: Any])
            }
            #expect(try report(first)["entry"] as? Int == 2)
            #expect(try report(again)["entry"] == nil)
            let sources = try #require(try report(again)["sources"] as? [[String: Any]])
            #expect(
                sources.compactMap { $0["format"] as? String } == [
                    "linkedin", "vcard", "google-contacts", "mail", "csv",
                ])
            #expect(sources.allSatisfy { $0["newPeople"] as? Int == 0 && $0["newInteractions"] as? Int == 0 })
        }
    }

    @Test("When one source of several is bad, none is taken in")
    func allOrNothing() async throws {
        try await StoreSession.with { session in
            try Self.fill(session.folder)
            for (bad, code, words) in [
                ("notes.txt", 65, "say what it is with --as"), ("gone.vcf", 66, "no such file"),
                ("people.csv", 64, "here is a guess at what its columns mean"),
            ] as [(String, Int32, String)] {
                try await session.expect(["import", "linkedin", bad, "cards.vcf"], code: code, says: words)
                #expect(!session.folder.names(in: "").contains("data"))
            }
        }
    }

    @Test(
        "A whole network takes the place of a recorded one only when told to, and undo brings the old one back"
    )
    func wholeNetwork() async throws {
        try await StoreSession.withReferrals { session in
            let old = try await session.expect(["export"])
            let sample = "\(ReboundProcess.samples)/two-silences.json"
            try await session.expect(["import", sample], code: 73, says: "--replace puts it in its place")
            #expect(try await session.expect(["export"]) == old)
            let json = try await session.expect(["import", sample, "--replace", "--json"])
            let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/import.schema.json")
            #expect(try schema.problems(of: Data(json.utf8)) == [])
            #expect(json.contains(#""isNew" : true"#))
            #expect(try await session.expect(["export"]) != old)
            try await session.expect(["import", sample], says: "nothing new")
            try await session.expect(["undo"])
            #expect(try await session.expect(["export"]) == old)
        }
    }

    @Test("The texts of messages are kept only when asked for")
    func texts() async throws {
        try await StoreSession.with { session in
            try Self.fill(session.folder)
            session.now = "2026-08-01"
            let command = ["import", "mail.mbox", "--owner", "mia@example.com"]
            try await session.expect(command)
            #expect(!(try await session.expect(["export"])).contains("the team grows"))
            try await session.expect(command + ["--keep-text", "--db", "texts.db"])
            #expect(try await session.expect(["export", "--db", "texts.db"]).contains("the team grows"))
        }
    }

    @Test("What a mapping or a format cannot be is said")
    func options() async throws {
        try await StoreSession.with { session in
            try Self.fill(session.folder)
            try await session.expect(["import"], code: 64, says: "Missing expected argument")
            try await session.expect(
                ["import", "people.csv", "--map", "nonsense"], code: 64, says: "--map: ")
            try await session.expect(
                ["import", "people.csv", "--map", "name=Nobody"], code: 65, says: "Nobody")
            try await session.expect(["import", "people.csv", "--as", "papyrus"], code: 64, says: "papyrus")
            try await session.expect(["import", "people.csv", "--as", "vcard"], code: 65, says: "people.csv")
            try await session.expect(
                ["import", "google.csv", "--as", "csv"], code: 64, says: "here is a guess")
        }
    }
}
