import Foundation
import MessageDrafts
import Playbook
import ReboundTestSupport
import Testing

@Suite("Drafts on the command line")
struct DraftCommandTests {
    private func rebound(_ arguments: [String]) async throws -> ReboundProcess.Outcome {
        try await ReboundProcess.run(
            ["draft"] + arguments + ["three-referrals.json", "--as-of", "2026-04-09"],
            in: ReboundProcess.samples)
    }

    @Test("the draft is for the step that today shows first, and JSON is what its schema says")
    func dueStep() async throws {
        let text = try await rebound(["priya"])
        #expect(text.code == 0 && text.error == "")
        #expect(text.output.hasPrefix("To: Priya Nair <priya.nair@harborsavings.example.org>\nSubject: "))
        #expect(text.output.contains("so I withdraw from the Customer analytics partner role"))
        let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/draft.schema.json")
        for arguments in [
            ["priya"], ["julie"], ["dan"], ["ruth", "--for", "R1.connect", "--channel", "message"],
            ["dan", "--for", "keep-warm", "--with", "news=I have moved."],
        ] {
            let json = try await rebound(arguments + ["--json"])
            #expect(json.code == 0, "\(json.error)")
            #expect(try schema.problems(of: Data(json.output.utf8)) == [])
            let again = try await rebound(arguments + ["--json"])
            #expect(again.output == json.output)
        }
    }

    @Test("a step goes by its words, too", arguments: ["withdraw", "R5.accepted", "accepted"])
    func stepByWords(_ words: String) async throws {
        let text = try await rebound(["priya", "--for", words])
        #expect(text.code == 0 && text.output.contains("so I withdraw from"), "\(text.error)")
    }

    @Test("the schema has exactly the words of the model")
    func schemaWords() throws {
        let data = try Data(contentsOf: URL(filePath: "\(ReboundProcess.samples)/draft.schema.json"))
        let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let definitions = try #require(root?["$defs"] as? [String: [String: Any]])
        #expect(definitions["rule"]?["enum"] as? [String] == Rule.allCases.map(\.rawValue))
        #expect(definitions["kind"]?["enum"] as? [String] == ContactKind.allCases.map(\.rawValue))
        #expect(definitions["channel"]?["enum"] as? [String] == DraftChannel.allCases.map(\.rawValue))
        #expect(definitions["slot"]?["enum"] as? [String] == DraftSlot.allCases.map(\.rawValue))
    }

    @Test("a call has its number, the hour in their zone and by one's own clock, and its points in order")
    func call() async throws {
        let card = try await rebound(["julie"])
        #expect(
            card.output.hasPrefix(
                """
                Call Julie Brandt, Head of Operations at Northgate Health
                Number: +1 303 555-0164
                When: before 9:00, their time (America/Denver); 9:30 by your clock

                1. “I have tried to reach you twice, last on Friday 3 April. Do you have five minutes?”
                2. 
                """))
    }

    struct Mistake: Sendable {
        let arguments: [String]
        let code: Int32
        let message: String

        init(_ arguments: String..., code: Int32, _ message: String) {
            (self.arguments, self.code, self.message) = (arguments, code, message)
        }
    }

    @Test(
        "what is missing or wrong is named with what mends it",
        arguments: [
            Mistake("marcus", code: 1, "rebound draft marcus --for R1.keep-warm"),
            Mistake(
                "dan", "--for", "R1.keep-warm", code: 1,
                "rebound draft dan --for R1.keep-warm --with news=\"...\""),
            Mistake(
                "dan", "--for", "tank-you", code: 64,
                "did you mean R1.thank-you?; due now: R5.referrer, R1.keep-warm"),
            Mistake("dan", "--for", "thank-you", code: 64, "write R1.thank-you or R5.thank-you"),
            Mistake("dan", "--for", "R1.star", code: 64, "sends no one a message"),
            Mistake(
                "ruth", "--for", "R1.connect", "--channel", "call", code: 64,
                "--channel email or --channel message"),
            Mistake("zzz", code: 1, "is called “zzz”"),
            Mistake("you", code: 64, "that is you"),
            Mistake(" ", code: 64, "PERSON is empty"),
            Mistake("dan", "--with", "new=x", code: 64, "did you mean news?"),
            Mistake("dan", "--with", "news=", code: 64, "--with news=\"...\""),
            Mistake("dan", "--with", "news=a", "--with", "news=b", code: 64, "twice"),
            Mistake("dan", "--eml", "--mailto", code: 64, "exclude each other"),
            Mistake("dan", "-o", "x.eml", code: 64, "-o goes with --eml"),
            Mistake("dan", "--copy", code: 64, "--copy speaks to a terminal"),
            Mistake("julie", "--eml", code: 64, "add --channel email"),
            Mistake("dan", "--channel", "pigeon", code: 64, "pigeon"),
            Mistake("dan", "--templates", "missing.txt", code: 66, "missing.txt"),
        ])
    func mistakes(mistake: Mistake) async throws {
        let outcome = try await rebound(mistake.arguments)
        #expect(outcome.code == mistake.code, "\(outcome.error)")
        #expect(outcome.output == "")
        #expect(outcome.error.contains(mistake.message), "\(outcome.error)")
    }

    @Test("every e-mail has a mail file and a link, and a file that is there keeps its mode")
    func mails() async throws {
        try await TemporaryFolder.with { folder in
            let file = folder("dan.eml")
            let outcome = try await rebound(["dan", "--eml", "-o", file])
            #expect(outcome.code == 0 && outcome.output == "", "\(outcome.error)")
            let mail = try folder.text(of: "dan.eml")
            #expect(mail.hasPrefix("X-Unsent: 1\r\nFrom: You <you@example.com>\r\nTo: Dan Whitfield <"))
            #expect(mail.contains("\r\n\r\nHi Dan,\r\n"))
            let link = try await rebound(["dan", "--mailto"])
            #expect(link.output.hasPrefix("mailto:dan.whitfield@f500.example.com?subject="))
            #expect(link.output.contains("body=Hi%20Dan%2C%0D%0A%0D%0A"))
        }
    }

    @Test("a terminal gets the text on its clipboard, and is told that nothing was sent")
    func clipboard() async throws {
        let terminal = try Pseudoterminal()
        let draft = [
            "draft", "dan", "\(ReboundProcess.samples)/three-referrals.json", "--as-of", "2026-04-09",
        ]
        let outcome = try await ReboundProcess.run(draft + ["--copy"], outputTo: terminal.descriptor)
        #expect(outcome.code == 0)
        #expect(outcome.error.contains("characters to the clipboard"))
        #expect(outcome.error.contains("nothing was sent"))
        let sequence = terminal.text()
        #expect(sequence.hasPrefix("\u{1B}]52;c;") && sequence.hasSuffix("\u{7}"))
        let text = try #require(Data(base64Encoded: String(sequence.dropFirst(7).dropLast())))
        let printed = try await ReboundProcess.run(draft)
        #expect(printed.output.hasSuffix("\n\n" + String(decoding: text, as: UTF8.self) + "\n"))
    }

    @Test("templates are written to a file or a folder, edited, and read back")
    func templates() async throws {
        try await TemporaryFolder.with { folder in
            let plain = try await rebound(["priya"])
            let printed = try await ReboundProcess.run(["policy", "templates"])
            try folder.write(printed.output, to: "all.txt")
            let written = try await ReboundProcess.run(["policy", "templates", "-o", folder("my")])
            #expect(written.code == 0, "\(written.error)")
            #expect(folder.names(in: "my").count == written.output.lines.count)
            for path in ["all.txt", "my"] {
                let copied = try await rebound(["priya", "--templates", folder(path)])
                #expect(copied.code == 0 && copied.output == plain.output, "\(copied.error)")
            }
            // Edits are not overwritten.
            let again = try await ReboundProcess.run(["policy", "templates", "-o", folder("my")])
            #expect(again.code == 73 && again.error.contains("may be yours"))
            try folder.write(
                "== R5.accepted anyone email\nSubject: Bye\n\n{{ greeting }}, I am off.\n", to: "mine.txt")
            let own = try await rebound(["priya", "--templates", folder("mine.txt")])
            #expect(own.output.hasSuffix("Subject: Bye\n\nHi Priya, I am off.\n"))
            try folder.write("== R5.acepted anyone email\nSubject: x\n\n{{ gretting }}\n", to: "bad.txt")
            let bad = try await rebound(["priya", "--templates", folder("bad.txt")])
            #expect(bad.code == 65 && bad.output == "")
            #expect(bad.error.contains("bad.txt:1:4: error: [value-unknown]"))
            #expect(bad.error.contains("bad.txt:4:1: error: [value-unknown]"))
            #expect(bad.error.contains("did you mean {{ greeting }}?"))
        }
    }

    @Test("nothing is recorded, and the Message-ID of an imported mail makes the draft an answer")
    func thread() async throws {
        try await StoreSession.with { session in
            try session.folder.write(
                """
                From mia@stone.example Mon Mar  2 08:30:00 2026
                From: Mia Stone <mia@stone.example>
                To: Ada Moss <ada@example.com>
                Subject: Ten minutes?
                Date: Mon, 2 Mar 2026 08:30:00 +0100
                Message-ID: <first.1@stone.example>

                Hello

                """, to: "sent.mbox")
            try await session.expect([
                "import", "sent.mbox", "--owner", "mia@stone.example", "--as-of", "2026-03-03",
            ])
            let before = try await session.expect(["history"])
            let mail = try await session.expect(["draft", "ada", "--eml", "--as-of", "2026-03-09"])
            #expect(
                mail.contains("Subject: Re: Ten minutes?\r\nIn-Reply-To:\r\n <first.1@stone.example>\r\n"))
            #expect(mail.contains("References:\r\n <first.1@stone.example>\r\n"))
            #expect(try await session.expect(["history"]) == before)
            let again = try await session.expect([
                "import", "sent.mbox", "--owner", "mia@stone.example", "--as-of", "2026-03-03",
            ])
            #expect(again.contains("nothing new"))
        }
    }
}
