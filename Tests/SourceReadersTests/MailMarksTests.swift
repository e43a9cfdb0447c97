import ReboundTestSupport
import ReferralGraph
import Testing

@testable import SourceReaders

@Suite("Marks on mail") struct MailMarksTests {
    /// How many mails of an mbox are used, and why others are not.
    private func outcome(
        _ headers: String, from: String = "Mia Brand <mia@example.net>", body: String = "Hello."
    ) async throws
        -> String
    {
        let mail = """
            From - Mon Mar 02 08:00:00 2026
            From: \(from)
            To: Ada Quist <ada@lagoon.example>, Mia Brand <mia@example.net>
            Subject: Hi
            Date: Mon, 02 Mar 2026 09:00:00 +0100
            Message-ID: <m1@example.net>
            \(headers)

            \(body)

            """
        return try await TemporaryFolder.with { folder in
            let path = try folder.write(Array(mail.utf8), to: "input.mbox")
            let records = try MailReader.read(
                path: path, options: MailReader.Options(ownerAddresses: ["mia@example.net"]))
            return records.tallies[0].skipped.first?.reason ?? "used"
        }
    }

    @Test(arguments: [
        "X-Mozilla-Status: 0009", "X-Mozilla-Status: 000b", "X-Mozilla-Status: 1008", "X-Status: D",
        "Status: ROD",
        "X-Gmail-Labels: Trash", "X-Gmail-Labels: \"a, b\",Corbeille",
        "X-Gmail-Labels: =?UTF-8?B?44K044Of566x?=",
    ])
    func deleted(header: String) async throws {
        #expect(try await outcome(header) == "deleted, or in the trash")
    }

    @Test(arguments: [
        "X-Status: T", "X-Unsent: 1", "X-Mozilla-Draft-Info: internal/draft; vcard=0",
        "X-Gmail-Labels: Opened,Brouillons",
        "X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe?=", "X-Gmail-Labels: Luonnokset", "X-Gmail-Labels: Ciorne",
    ])
    func drafts(header: String) async throws { #expect(try await outcome(header) == "a draft") }

    @Test(arguments: [
        "X-Mozilla-Status: 0001", "X-Mozilla-Status: 0017", "Status: RO", "Status: Done",
        "X-Gmail-Labels: \"Drafts, old\",Inbox",
    ])
    func neither(header: String) async throws { #expect(try await outcome(header) == "used") }

    /// The answers to the owner's own mail that are used, by their header fields.
    private func answers(_ headers: String, from: String = "Ada Quist <ada@lagoon.example>") async throws
        -> Int
    {
        let mails = """
            From - Mon Mar 02 08:00:00 2026
            From: Mia Brand <mia@example.net>
            To: Ada Quist <ada@lagoon.example>
            Subject: Question
            Date: Mon, 02 Mar 2026 09:00:00 +0100
            Message-ID: <m1@example.net>

            Hello.

            From - Mon Mar 02 08:00:00 2026
            From: \(from)
            To: Mia Brand <mia@example.net>
            Subject: Re: Question
            Date: Tue, 03 Mar 2026 09:00:00 +0100
            Message-ID: <q1@lagoon.example>
            \(headers)

            Hello.

            """
        return try await TemporaryFolder.with { folder in
            let path = try folder.write(Array(mails.utf8), to: "input.mbox")
            let records = try MailReader.read(
                path: path, options: MailReader.Options(ownerAddresses: ["mia@example.net"]))
            return records.talks.count - 1
        }
    }

    @Test(arguments: [
        "List-Unsubscribe: <https://x.example>\nIn-Reply-To: <m1@example.net>",
        "List-Id: <x.example>\nPrecedence: bulk\nReferences: <m0@a.example> <m1@example.net>",
        "Auto-Submitted: auto-generated\nIn-Reply-To: <m1@example.net>",
        "List-Unsubscribe: <https://x.example>",
    ])
    func anAnswerIsAnAnswer(headers: String) async throws {
        #expect(try await answers(headers) == 1)
        #expect(try await answers(headers, from: "Uli Po <uli@po.example>") == 0)
    }

    @Test(arguments: [
        "Auto-Submitted: auto-replied\nIn-Reply-To: <m1@example.net>",
        "X-Autoreply: yes\nIn-Reply-To: <m1@example.net>",
        "Precedence: auto_reply\nIn-Reply-To: <m1@example.net>",
        "Return-Path: <>\nIn-Reply-To: <m1@example.net>",
    ])
    func anAutomaticAnswerIsNone(headers: String) async throws { #expect(try await answers(headers) == 0) }

    @Test(arguments: [
        ("\"Quist, Ada\" <MAILER-DAEMON>", 1),
        ("\"Ada Quist\" </O=EXCHANGELABS/OU=EXCHANGE/CN=RECIPIENTS/CN=142-ADA>", 1),
        ("\"Mail Delivery System\" <MAILER-DAEMON>", 0), ("MAILER-DAEMON", 0),
    ])
    func exchangeSendersAreKnownByName(from: String, count: Int) async throws {
        #expect(try await answers("X-Other: 1", from: from) == count)
    }
}
