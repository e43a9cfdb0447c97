import Foundation
import ReboundTestSupport
import Testing

@Suite("A mail that says no")
struct RejectMailTests {
    /// A mail of 3 April.
    private static func mail(
        from: String = "Nadia Haddad <nadia@kestrel.example>",
        subject: String = "Your application for Brand manager",
        _ text: String
    ) -> String {
        """
        From: \(from)
        To: Mia Brand <mia@example.com>
        Subject: \(subject)
        Date: Fri, 3 Apr 2026 10:00:00 +0200
        Message-ID: <\(Set(text).count)-\(text.count)@kestrel.example>
        Content-Type: text/plain; charset=utf-8

        \(text)

        """
    }

    private static let no = mail(
        "Thank you for applying. We have decided not to move forward with your application.")

    private static func withRoles(_ body: (inout StoreSession) async throws -> Void) async throws {
        try await StoreSession.with { session in
            for (title, company) in [
                ("Brand manager", "Kestrel Systems"), ("Support lead", "Lumen Loft"),
                ("Events lead", "Lumen Loft"),
            ] {
                try await session.expect(["add", "opportunity", title, "--at", company, "--on", "2026-03-20"])
            }
            try session.folder.write(no, to: "no.eml")
            try await body(&session)
        }
    }

    /// Runs the command with something at standard input.
    private func pipe(_ mail: String, _ arguments: [String], in session: StoreSession) async throws
        -> ReboundProcess.Outcome
    {
        try await ReboundProcess.run(
            ["reject", "--as-of", session.now] + arguments, input: Array(mail.utf8), in: session.folder.path,
            environment: ["REBOUND_DB": StoreSession.store, "COLUMNS": "200"])
    }

    @Test("Without a yes nothing is written, and the complete command is said")
    func unconfirmed() async throws {
        try await Self.withRoles { session in
            let before = try await session.expect(["export"])
            let command = "rebound reject brand-manager --channel email --on 2026-04-03"
            try await session.expect(["reject", "no.eml"], code: 1, says: command)
            let piped = try await pipe(Self.no, [], in: session)
            #expect(piped.code == 1)
            #expect(piped.error.contains(command))
            #expect(piped.output.contains("A no for “Brand manager” at Kestrel Systems, from Nadia Haddad"))
            try await session.expect(
                ["reject", "no.eml", "--dry-run"], says: "Nothing was written (--dry-run).")
            #expect(try await session.expect(["export"]) == before)
        }
    }

    @Test("With --yes it is recorded on its day, once")
    func confirmed() async throws {
        try await Self.withRoles { session in
            let piped = try await pipe(Self.no, ["--yes"], in: session)
            #expect(piped.code == 0, "\(piped.error)")
            #expect(piped.output.contains("“Brand manager”: rejected on 2026-04-03"))
            let network = try await session.expect(["export"])
            #expect(!network.contains("Nadia"))
            try await session.expect(["reject", "no.eml", "--yes"], says: "Already on record.")
            #expect(try await session.expect(["export"]) == network)
        }
    }

    @Test("What is not certain is asked with the command for each, and exits with 64")
    func questions() async throws {
        try await Self.withRoles { session in
            let before = try await session.expect(["export"])
            let text = "Thank you for your application. You were not selected."
            let several = try await pipe(
                Self.mail(from: "jobs@lumenloft.example", subject: "Your application", text), ["--yes"],
                in: session)
            #expect(several.code == 64)
            for id in ["support-lead", "events-lead"] {
                #expect(several.error.contains("rebound reject \(id) --channel email --on 2026-04-03"))
            }
            let unknown = try await pipe(
                Self.mail(from: "jobs@tarn.example", subject: "Your application", text), ["--yes"],
                in: session)
            #expect(unknown.code == 64)
            #expect(unknown.error.contains("rebound add opportunity TITLE --at Tarn"))
            #expect(try await session.expect(["export"]) == before)
        }
    }

    @Test("A mail that is no no, and what is no mail, exits with 65")
    func refusals() async throws {
        try await Self.withRoles { session in
            for (mail, words) in [
                (
                    Self.mail("Thank you for applying. We would like to invite you to an interview."),
                    "invites to an interview"
                ),
                (
                    Self.mail("We regret the delay with your application. We have not yet decided."),
                    "may be a no"
                ),
                (
                    Self.mail("Thanks!\n\n> You were not selected."),
                    "quoted and forwarded text does not count"
                ),
                ("hello\n", "found no mail"), ("", "found no mail"),
                (
                    Self.no.replacing("From:", with: "From x Fri Apr  3 10:00:00 2026\nFrom:")
                        + "\nFrom x Fri Apr  3 10:00:00 2026\n" + Self.no, "found 2 mails"
                ),
            ] {
                let outcome = try await pipe(mail, ["--yes"], in: session)
                #expect(outcome.code == 65, "\(outcome.output)\(outcome.error)")
                #expect(outcome.error.contains(words), "\(outcome.error)")
            }
            try await session.expect(["reject", "gone.eml", "--yes"], code: 66, says: "no such file")
        }
    }

    @Test(
        "An import lists what recent mails say, adds no office as a person, and says nothing once it is recorded"
    )
    func findings() async throws {
        try await Self.withRoles { session in
            let mails = [
                Self.no,
                Self.mail(
                    from: "Tarn Careers <careers@tarn.example>", subject: "Your application",
                    "We have received your application for the position of Buyer."),
                Self.mail(from: "Mia Brand <mia@example.com>", subject: "Hello", "Hello, how are you?")
                    .replacing("To: Mia Brand <mia@example.com>", with: "To: Dan Okafor <dan@example.org>"),
            ]
            try session.folder.write(
                mails.map { "From x Fri Apr  3 10:00:00 2026\n\($0)\n" }.joined(), to: "mail.mbox")
            let arguments = ["import", "mail.mbox", "--owner", "mia@example.com"]
            let said = try await session.expect(arguments).split(separator: /\s+/).joined(separator: " ")
            #expect(
                said.contains(
                    "mail: looks like a no for “Brand manager” at Kestrel Systems: `rebound reject brand-manager --channel email --on 2026-04-03`"
                ))
            #expect(said.contains("`rebound add opportunity Buyer --at Tarn --on 2026-04-03`"))
            let network = try await session.expect(["export"])
            #expect(!network.contains("Tarn Careers") && network.contains("Dan Okafor"))
            let json = try await session.expect(arguments + ["--json"])
            let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/import.schema.json")
            #expect(try schema.problems(of: Data(json.utf8)) == [])
            #expect(json.contains(#""kind" : "rejection""#))
            try await session.expect(["reject", "brand-manager", "--on", "2026-04-03"])
            #expect(!(try await session.expect(arguments)).contains("looks like a no"))
            session.now = "2026-09-10T12:00-04:00"
            #expect(!(try await session.expect(arguments)).contains("mail:"))
        }
    }
}
