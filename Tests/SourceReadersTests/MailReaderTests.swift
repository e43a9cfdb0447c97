import Foundations
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

@Suite("Mailboxes") struct MailReaderTests {
    static let folder =
        String(#filePath.dropLast("MailReaderTests.swift".count)) + "Fixtures/mail/"

    private func read(_ name: String, _ options: MailReader.Options = MailReader.Options()) throws
        -> SourceRecords
    {
        try MailReader.read(path: Self.folder + name, options: options)
    }

    private let mia = MailReader.Options(ownerAddresses: ["mia@example.com"])

    /// `"Dan Okafor <dan@example.com>"`, with an asterisk for acquaintances.
    private func contacts(_ records: SourceRecords) -> [String] {
        records.contacts.map {
            "\($0.isAcquaintance ? "*" : "")\($0.name) <\($0.emails.joined(separator: " "))>"
        }
    }

    /// Who wrote to who, by name or else by address, about what.
    private func talks(_ records: SourceRecords) -> [String] {
        func name(_ position: Int) -> String {
            let contact = records.contacts[position]
            return contact.name.isEmpty ? contact.emails[0] : contact.name
        }
        return records.talks.map { talk in
            "\(talk.sender.map(name) ?? "me") > \(talk.others.map(name).joined(separator: ", ")): "
                + "\(talk.subject ?? "-") \(talk.date)"
        }
    }

    private func skipped(_ records: SourceRecords) -> [String] {
        records.tallies.flatMap { tally in tally.skipped.map { "\($0.line) \($0.reason)" } }
    }

    @Test("A correspondence becomes people, talks, conversations and acquaintances")
    func correspondence() throws {
        let records = try read("correspondence.mbox", mia)
        #expect(records.diagnostics == [])
        #expect(records.format == .mail)
        #expect(records.owner?.name == "Mia Brand")
        #expect(records.owner?.emails == ["mia@example.com"])
        #expect(
            contacts(records) == [
                "*Dan Okafor <dan@example.com>", "*Priya Nair <priya@example.org>",
                "Maria Lopez <maria@example.org>",
            ])
        #expect(
            talks(records) == [
                "me > Dan Okafor: Coffee on Thursday? 2026-03-02T08:30+01:00",
                "Dan Okafor > : Re: Coffee on Thursday? 2026-03-02T11:00:05Z",
                "Dan Okafor > Priya Nair, Maria Lopez: Introducing Mia 2026-03-03T09:00Z",
                "Priya Nair > Dan Okafor: Re: Introducing Mia 2026-03-04T10:00-05:00",
                "me > Priya Nair, Dan Okafor: Coffee on Thursday? 2026-03-05T23:30-05:00",
            ])
        let threads = records.talks.map(\.thread)
        #expect(Set(threads[..<4]).count == 1)
        #expect(threads[4] != threads[0])
        #expect(
            records.talks.allSatisfy { $0.channel == .email && $0.text == nil && $0.id.hasPrefix("mail-") })
        #expect(Set(records.talks.map(\.id)).count == 5)
        #expect(records.talks.map(\.place.line) == [1, 2, 3, 4, 5])
        #expect(
            records.contacts.map(\.connectedOn) == [
                CalendarDay("2026-03-02"), CalendarDay("2026-03-05"), nil,
            ])
        #expect(
            records.acquaintances == [
                AcquaintanceRecord(
                    first: 0, second: 1, how: "in a mail thread of 3", lastContact: CalendarDay("2026-03-04")),
                AcquaintanceRecord(
                    first: 0, second: 2, how: "in a mail thread of 4", lastContact: CalendarDay("2026-03-03")),
                AcquaintanceRecord(
                    first: 1, second: 2, how: "in a mail thread of 4", lastContact: CalendarDay("2026-03-03")),
            ])
        var tally = SourceTally(file: Self.folder + "correspondence.mbox")
        tally.read = 5
        #expect(records.tallies == [tally])
    }

    @Test("A line that begins with From does not tear a mail in two")
    func unquotedSeparators() throws {
        var options = mia
        options.keepText = true
        let text = try #require(read("correspondence.mbox", options).talks[0].text)
        #expect(
            text == """
                Hello Dan,

                From what you said on Monday, the team grows.
                From here it is a short walk.

                From  Thursday on
                Date: would suit me
                >From the station it is a short walk, too.

                Mia
                """)
    }

    @Test("Google Takeout's one file for everything")
    func takeout() throws {
        var options = MailReader.Options()
        options.keepText = true
        let records = try read("takeout.mbox", options)
        #expect(
            records.diagnostics.map { String($0.description.dropFirst(Self.folder.count)) } == [
                "takeout.mbox: warning: [owner-guessed] found no word on whose mailbox it is, and took it for that of "
                    + "mia@example.com, who wrote 2 of 2 sent mails; expected the owner's address; "
                    + "hint: if that is wrong, name your own addresses with --owner"
            ])
        #expect(
            talks(records) == [
                "me > Jörg Müller: Grüße aus Köln 2026-03-02T08:30+01:00",
                "Jörg Müller > : Re: 2026-03-02T01:00-08:00",
            ])
        #expect(records.talks.map(\.text) == ["Schöne Grüße", "Danke."])
        #expect(records.talks[0].thread == records.talks[1].thread)
        #expect(
            skipped(records) == [
                "3 spam", "4 a draft", "5 a mailing list or newsletter", "6 no one but the owner",
                "7 the same message again", "8 sent by a machine",
            ])
        #expect(records.tallies.map(\.read) == [2])
    }

    @Test("Old encodings, groups, missing and impossible fields")
    func quirks() throws {
        let records = try read("quirks.mbox", mia)
        #expect(
            talks(records) == [
                "Jörg Müller > : Über uns 2026-03-02T08:30Z",
                "Renée O'Neil > Kai Weiss: Broken é word 2026-03-02T09:30-05:00",
                "Acme, Inc. > : - 2026-03-02T16:30Z",
                "Kai Weiss > : Last 2026-03-02T17:30Z",
            ])
        #expect(
            skipped(records) == [
                "3 no usable date", "4 no usable date", "5 no one but the owner", "6 sent by a machine",
                "7 sent by a machine", "8 more than 20 recipients", "9 no sender",
            ])
        // Space inside an identifier is a fold.
        #expect(records.talks[1].thread == records.talks[3].thread)
    }

    @Test("A Maildir with its folders and flags")
    func maildir() throws {
        let records = try read("maildir")
        #expect(
            talks(records) == [
                "Dan Okafor > : First 2026-03-02T08:30Z",
                "Dan Okafor > mia.brand@example.org: Re: First 2026-03-02T09:30Z",
                "me > Dan Okafor: Re: First 2026-03-02T08:45Z",
            ])
        #expect(Set(records.talks.map(\.thread)).count == 1)
        #expect(records.talks[0].place.file == Self.folder + "maildir/cur/1772440200.M1.host:2,S")
        #expect(
            records.tallies.map { tally in
                "\(tally.file.dropFirst(Self.folder.count)): \(tally.read) "
                    + tally.skipped.map { "\($0.line) \($0.reason)" }.joined(separator: ", ")
            } == [
                "maildir: 2 2 a draft, 3 no header", "maildir/.Drafts: 0 1 a draft", "maildir/.Sent: 1 ",
                "maildir/.Work.Junk: 0 1 spam",
            ])
        // With both addresses of the owner no one is left beside Dan.
        let both = MailReader.Options(ownerAddresses: ["MIA.BRAND@example.org", " mia@example.com "])
        #expect(try contacts(read("maildir", both)) == ["*Dan Okafor <dan@example.com>"])
    }

    @Test("A mail alone, and the same mail in a mailbox, have one identifier")
    func single() async throws {
        let records = try read("single.eml", mia)
        #expect(talks(records) == ["Dan Okafor > : One 2026-03-02T08:30Z"])
        try await TemporaryFolder.with { folder in
            let bytes = try FileBytes.read(path: Self.folder + "single.eml")
            let crlf = String(decoding: bytes, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false
            )
            .joined(separator: "\r\n")
            let path = try folder.write("From x Mon Mar  2 08:30:00 2026\r\n" + crlf, to: "a.mbox")
            let again = try MailReader.read(path: path, options: mia)
            #expect(again.talks.map(\.id) == records.talks.map(\.id))
            #expect(again.talks.map(\.thread) == records.talks.map(\.thread))
        }
    }

    @Test("Whose mailbox it is must be clear")
    func owner() async throws {
        #expect(try read("correspondence.mbox").owner?.emails == nil)
        let unclear = try read("correspondence.mbox").diagnostics
        #expect(unclear.map(\.identifier) == [.seekerUnclear])
        let stranger = try read("correspondence.mbox", MailReader.Options(ownerAddresses: ["x@example.com"]))
        #expect(stranger.diagnostics.map(\.found) == ["no mail from or to \"x@example.com\""])
        #expect(stranger.hasErrors && stranger.talks.isEmpty)
        let lot = (1...9).map { mail(from: "p\($0)@example.com", to: "mia+tag@example.com", id: "\($0)") }
        try await TemporaryFolder.with { folder in
            let path = try folder.write(lot.joined(), to: "a.mbox")
            #expect(try MailReader.read(path: path).owner?.emails == ["mia+tag@example.com"])
            #expect(try MailReader.read(path: path, options: mia).talks.count == 9)
            #expect(try MailReader.read(path: path, options: mia).diagnostics == [])
        }
    }

    private func mail(
        from sender: String, to receiver: String, id: String, fields: String = "", text: String = "Text.\n"
    ) -> String {
        """
        From \(sender) Mon Mar  2 08:30:00 2026
        From: \(sender)
        To: \(receiver)
        Date: Mon, 2 Mar 2026 08:30:00 +0000
        Message-ID: <\(id)@example.com>
        \(fields)
        \(text)

        """
    }

    @Test(
        "Display names become names of people",
        arguments: [
            ("\"Lopez, Maria\"", "Maria Lopez"), ("\"van der Berg, Anna M.\"", "Anna M. van der Berg"),
            ("\"Núñez, José\"", "José Núñez"), ("\"Acme, Inc.\"", "Acme, Inc."),
            ("\"Maria Lopez, PhD\"", "Maria Lopez, PhD"), ("\"Lopez, MBA\"", "Lopez, MBA"),
            ("\"Lopez, Garcia, Maria\"", "Lopez, Garcia, Maria"), ("\"'Dan Okafor'\"", "Dan Okafor"),
            ("\"dan@example.com\"", ""), ("\"  Dan \t Okafor \"", "Dan Okafor"), ("", ""),
            ("\"LOPEZ, MARIA\"", "MARIA LOPEZ"),
            ("\"王, 小芳\"", "王, 小芳"), ("\"Room 4, Building 2\"", "Room 4, Building 2"),
            ("=?utf-8?Q?e=CC=81?=", "é"),
            ("\"Kim, J.\"", "J. Kim"), ("\"o'brien, pat\"", "o'brien, pat"),
        ])
    func names(display: String, name: String) async throws {
        try await TemporaryFolder.with { folder in
            let path = try folder.write(
                mail(from: "\(display) <dan@example.com>", to: "mia@example.com", id: "1"), to: "a.mbox")
            let records = try MailReader.read(path: path, options: mia)
            #expect(records.contacts.map { Array($0.name.utf8) } == [Array(name.utf8)])
        }
    }

    @Test("The name people write themselves is better than what others write")
    func bestName() async throws {
        try await TemporaryFolder.with { folder in
            let path = try folder.write(
                mail(from: "mia@example.com", to: "Danny <dan@example.com>", id: "1")
                    + mail(from: "mia@example.com", to: "Danny <dan@example.com>", id: "2")
                    + mail(from: "D. Okafor <dan@example.com>", to: "mia@example.com", id: "3")
                    + mail(from: "Dan Okafor <DAN@example.com>", to: "mia@example.com", id: "4")
                    + mail(from: "DAN OKAFOR <dan@example.com>", to: "mia@example.com", id: "5")
                    + mail(from: "Dan Okafor <dan@example.com>", to: "mia@example.com", id: "6"),
                to: "a.mbox")
            let records = try MailReader.read(path: path, options: mia)
            #expect(records.contacts.map(\.name) == ["Dan Okafor"])
            #expect(records.contacts.map(\.otherNames) == [["D. Okafor"]])
            #expect(try MailReader.read(path: path, options: .init(limit: 2)).talks.count == 0)
            let limited = MailReader.Options(ownerAddresses: ["mia@example.com"], limit: 2)
            #expect(try MailReader.read(path: path, options: limited).talks.count == 2)
        }
    }

    @Test(
        "Mails of machines and lists are left out",
        arguments: [
            ("Auto-Submitted: auto-generated", "sent by a machine"),
            ("X-Autoreply: yes", "sent by a machine"),
            ("Precedence: bulk", "a mailing list or newsletter"),
            ("Precedence: auto_reply", "sent by a machine"),
            ("List-Unsubscribe: <https://example.com/x>", "a mailing list or newsletter"),
            ("X-Spam-Flag: YES", "spam"), ("X-Spam-Status: Yes, score=9", "spam"), ("X-Status: T", "a draft"),
            ("Auto-Submitted: no", ""), ("X-Spam-Status: No, score=1", ""), ("Precedence: first-class", ""),
        ])
    func skips(field: String, reason: String) async throws {
        try await TemporaryFolder.with { folder in
            let path = try folder.write(
                mail(from: "dan@example.com", to: "mia@example.com", id: "1", fields: field + "\n")
                    + mail(from: "dan@example.com", to: "mia@example.com", id: "2"), to: "a.mbox")
            let records = try MailReader.read(path: path, options: mia)
            #expect(skipped(records) == (reason.isEmpty ? [] : ["1 \(reason)"]))
        }
    }

    @Test("A skipped copy does not stand in the way, and skipped mails still hold a thread together")
    func copiesAndLinks() async throws {
        try await TemporaryFolder.with { folder in
            let path = try folder.write(
                mail(from: "mia@example.com", to: "dan@example.com", id: "2", fields: "X-Status: T\n")
                    + mail(from: "dan@example.com", to: "mia@example.com", id: "1")
                    + mail(
                        from: "dan@example.com", to: "mia@example.com", id: "3",
                        fields: "Auto-Submitted: auto-replied\nIn-Reply-To: <1@example.com>\n")
                    + mail(
                        from: "mia@example.com", to: "dan@example.com", id: "2",
                        fields: "In-Reply-To: <3@example.com>\n"), to: "a.mbox")
            let records = try MailReader.read(path: path, options: mia)
            #expect(skipped(records) == ["1 a draft", "3 sent by a machine"])
            #expect(Set(records.talks.map(\.thread)).count == 1)
        }
    }

    @Test("Knows mailboxes from other files")
    func recognition() async throws {
        for name in ["correspondence.mbox", "takeout.mbox", "quirks.mbox", "maildir", "single.eml"] {
            #expect(MailReader.recognises(Self.folder + name), "\(name)")
        }
        let folder = Self.folder
        #expect(MailReader.recognises(String(folder.dropLast())))
        #expect(!MailReader.recognises(folder + "nothing"))
        try await TemporaryFolder.with { folder in
            for text in [
                "", "From ", "From\n", "From me to you\nwith love\n", "name,email\nDan,dan@example.com\n",
                "{\"from\": 1}", "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", "Subject: only\n\n", "\u{0}\u{0}",
            ] {
                let path = try folder.write(text, to: "file")
                #expect(!MailReader.recognises(path), "\(text)")
                #expect(try MailReader.read(path: path).hasErrors, "\(text)")
            }
            #expect(!MailReader.recognises(folder.path))
            #expect(try MailReader.read(path: folder.path).diagnostics.map(\.identifier) == [.formatUnknown])
            let marked = try folder.write(
                "\u{FEFF}\n" + mail(from: "a@example.com", to: "b@example.com", id: "1"), to: "m")
            #expect(MailReader.recognises(marked))
        }
        #expect(throws: ReadError.noSuchFile(path: "/nothing/here")) {
            try MailReader.read(path: "/nothing/here")
        }
    }

    @Test("A mailbox without talk is an error, not an empty success")
    func nobody() async throws {
        try await TemporaryFolder.with { folder in
            let path = try folder.write(
                mail(from: "noreply@example.com", to: "mia@example.com", id: "1"), to: "a.mbox")
            let records = try MailReader.read(path: path)
            #expect(records.diagnostics.map(\.identifier) == [.listEmpty])
            #expect(skipped(records) == ["1 sent by a machine"])
            try folder.write("\n", to: "empty")
            #expect(try MailReader.read(path: folder("empty")).diagnostics.map(\.identifier) == [.fileEmpty])
        }
    }
}
