import Foundation
import ReboundTestSupport
import ReferralGraph
import Testing

@Suite("Help")
struct HelpTests {
    static let commands = [
        "mcp", "next", "stalled", "why", "draw", "report", "check", "batch", "today", "show", "find", "who",
        "watch",
        "add",
        "add person",
        "add company", "add opportunity", "add holiday", "log", "reject", "refer", "stage", "offer",
        "promise", "star", "tag", "triage",
        "moved",
        "tie", "opening", "reposted", "signal", "close", "done", "snooze", "every", "skip", "do-not-contact",
        "remove", "import", "duplicates",
        "merge",
        "keep-apart", "export", "set", "history", "undo", "redo", "share", "forget", "doctor", "plan", "path",
        "gaps",
        "simulate", "draft",
        "evaluate", "policy", "policy show", "policy check", "policy templates", "analyze",
    ]

    @Test(
        "Help fits 80 columns, goes to standard output, and every example in it works",
        arguments: [nil] + commands)
    func help(of command: String?) async throws {
        let arguments = (command?.split(separator: " ").map(String.init) ?? []) + ["--help"]
        let help = try await ReboundProcess.run(arguments, environment: ["COLUMNS": "80"])
        #expect(help.code == 0)
        #expect(help.error == "")
        for line in help.output.lines { #expect(line.count <= 80, "\(line)") }
        // A paragraph that was wrapped twice has short lines in the middle.
        #expect(!help.output.contains("from a\nJSON"))
        let examples = help.output.lines.drop { $0 != "EXAMPLES" }.dropFirst().prefix { !$0.isEmpty }
        try #require(!examples.isEmpty)
        try await StoreSession.withReferrals { session in
            try await prepare(session, for: command)
            for example in examples { try await run(example, in: session) }
        }
    }

    /// Makes the examples' own places true.
    private func prepare(_ session: StoreSession, for command: String?) async throws {
        let (folder, files) = (session.folder, FileManager.default)
        if [nil, "batch"].contains(command) {
            try files.copyItem(atPath: ReboundProcess.samples, toPath: folder("Samples"))
            for name in folder.names(in: "Samples/cohort").dropFirst(2) {
                try files.removeItem(atPath: folder("Samples/cohort/\(name)"))
            }
        } else {
            try files.createSymbolicLink(
                atPath: folder("Samples"), withDestinationPath: ReboundProcess.samples)
        }
        try files.copyItem(atPath: folder("Samples/two-silences.json"), toPath: folder("my-network.json"))
        try folder.write("id,name,seeker\nme,Mia,yes\n", to: "my-tables/people.csv")
        try folder.write(
            "id,name,seeker,tags\nme,Mia,yes,\nann,Ann,,mentor\n", to: "clients/mia/people.csv")
        try folder.write(#"{"format": "rebound-policy", "version": 1}"#, to: "my-policy.json")
        let messages = (0..<500).map { number in
            let (day, hour) = (CalendarDay(number: 20_000 + number), 10 + number % 10)
            return "\(day)T\(hour):00Z,p\(number % 7),p\((number / 7 * number + number / 3) % 7)"
        }
        .filter { $0.split(separator: ",")[1] != $0.split(separator: ",")[2] }
        try folder.write((["time,from,to"] + messages).joined(separator: "\n"), to: "messages.csv")
        try folder.write(
            "sent,kind,answered,answer_date\n2026-01-05,application,yes,2026-01-09\n2026-01-06,application,no,\n",
            to: "applications.csv")
        try folder.write("dan\tclose\t+mentor\n", to: "answers.txt")
        try folder.write("Company,City\nNorthgate Health,Bath\nMill,York\n", to: "companies.csv")
        try folder.write(
            "Job Position,Company,Status,Date Applied\nCook,Tarn,Pending,2026-03-02\n", to: "teal.csv")
        try folder.write("Full name,Firm,Mail\nAda Moss,Tarn,ada@example.com\n", to: "people.csv")
        try folder.write(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Moss\r\nN:Moss;Ada;;;\r\nEND:VCARD\r\n", to: "contacts.vcf")
        try folder.write(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260302T090000Z\r\nATTENDEE:mailto:alex@example.com\r\n"
                + "ATTENDEE;CN=Ada Moss:mailto:ada@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            to: "calendar.ics")
        try folder.write(
            """
            From alex@example.com Mon Mar  2 08:30:00 2026
            From: Alex Rivera <alex@example.com>
            To: Ada Moss <ada@example.com>
            Subject: Hello
            Date: Mon, 2 Mar 2026 08:30:00 +0100
            Message-ID: <1@example.com>

            Hello

            """, to: "Takeout/Mail/*.mbox")
        try folder.write(
            """
            From: Dan Whitfield <dan@fortune.example>
            To: Alex Rivera <alex@example.com>
            Subject: Account lead
            Date: Mon, 6 Apr 2026 08:30:00 -0400

            Thank you for your application. You were not selected for the Account lead role at Fortune 500 firm.

            """, to: "no.eml")
        // A folder is read as its archive is; a whole archive is another suite's matter.
        for archive in [
            "LinkedInDataExport.zip", "Complete_LinkedInDataExport_11-03-2026.zip", "linkedin-folder",
        ] {
            try folder.write(
                "First Name,Last Name,Email Address,Company,Position,Connected On\n"
                    + "Ada,Moss,ada@example.com,Tarn,Buyer,12 Oct 2016\n", to: "\(archive)/Connections.csv")
        }
        // What is taken back, brought back, taken away or made one has to be there.
        let before: [String: [[String]]] = [
            "undo": [["star", "julie"], ["close", "julie"], ["do-not-contact", "marcus"]],
            "redo": [["star", "julie"], ["undo"]],
            "remove": [["add", "person", "Maria Lopez"], ["add", "company", "Northgate Labs"]],
            "merge": [["add", "person", "Marc Lindqvist"], ["add", "company", "Northgate Labs"]],
            "split": [["add", "person", "Marc Lindqvist"], ["merge", "marcus", "Marc Lindqvist"]],
        ]
        for arguments in before[command ?? ""] ?? [] { try await session.expect(arguments) }
    }

    private func run(_ example: String, in session: StoreSession) async throws {
        #expect(example.hasPrefix("  rebound "), "an example is one line")
        var words = Array(Self.words(of: example).dropFirst())
        if let stop = words.firstIndex(where: { ["|", "<", ">", "&&"].contains($0) }) {
            words.removeSubrange(stop...)
        }
        // A policy belongs to no network.
        let outcome =
            words[0] == "policy"
            ? try await ReboundProcess.run(words, in: session.folder.path)
            : try await session.run(
                words, environment: words[0] == "set" ? ["REBOUND_SETTINGS": "settings.json"] : [:])
        // In a thousand people some pair looks like one.
        let findsSomething =
            words.contains("--exit-code")
            || words.contains("Samples/thousand.json") && words[0] == "duplicates"
        #expect(outcome.code == (findsSomething ? 1 : 0), "\(example): \(outcome.error)")
    }

    @Test func versionIsOneLine() async throws {
        let outcome = try await ReboundProcess.run(["--version"])
        #expect(outcome.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
        #expect(outcome.code == 0)
    }

    /// Words as a shell has them, as far as the examples need it.
    private static func words(of line: String) -> [String] {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
            index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
    }
}
