import Foundations
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

/// What holds for every archive, however strange.
@Suite struct LinkedInLawTests {
    @Test func hostileTextComesOutWhereItWentIn() async throws {
        try await LinkedInFields.expectTextInEveryField(HostileText.all)
    }

    /// Archives with hostile text in one column after the other, in all files at once.
    @Test(arguments: [HostileText.all])
    func hostileTextInAnyColumnIsAccountedFor(texts: [String]) async throws {
        for column in 0..<8 { try await expectAccount(texts, column: column) }
    }

    @Test(.enabled(if: Corpora.folder != nil), arguments: 0..<8)
    func naughtyStringsInAnyColumnAreAccountedFor(column: Int) async throws {
        try await expectAccount(try Corpora.naughtyStrings(), column: column)
    }

    private static let rows: [(file: String, header: [String], row: [String])] = [
        (
            "Connections.csv",
            ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"],
            ["Ann", "Lee", "linkedin.com/in/ann", "ann@example.com", "Acme", "Buyer", "01 Jan 2020"]
        ),
        (
            "messages.csv",
            [
                "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS", "DATE", "SUBJECT", "CONTENT",
                "CONVERSATION ID",
            ],
            [
                "Ann Lee", "linkedin.com/in/ann", "Me", "linkedin.com/in/me", "2020-01-01 10:00:00 UTC", "s",
                "c", "1",
            ]
        ),
        (
            "Invitations.csv",
            ["From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl", "inviteeProfileUrl"],
            ["Me", "Bo Ek", "1/1/20, 9:00 AM", "Hi", "OUTGOING", "linkedin.com/in/me", "linkedin.com/in/bo"]
        ),
        (
            "Endorsement_Received_Info.csv",
            [
                "Endorsement Date", "Skill Name", "Endorser First Name", "Endorser Last Name",
                "Endorser Public Url",
            ],
            ["2020/01/01 10:00:00 UTC", "Buying", "Cy", "Oh", "linkedin.com/in/cy"]
        ),
        (
            "Recommendations_Received.csv",
            ["First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date"],
            ["Di", "Su", "Acme", "Clerk", "Good", "01 Jan 2020"]
        ),
        (
            "Notes.csv", ["Name", "Profile URL", "Note", "Date"],
            ["Ed Um", "linkedin.com/in/ed", "x", "01 Jan 2020"]
        ),
        (
            "Jobs/Job Applications.csv", ["Application Date", "Company Name", "Job Title"],
            ["1/1/20, 9:00 AM", "Acme", "Buyer"]
        ),
        (
            "Positions.csv", ["Company Name", "Title", "Started On", "Finished On"],
            ["Acme", "Buyer", "Mar 2015", "Feb 2019"]
        ),
        (
            "Education.csv", ["School Name", "Degree Name", "Start Date", "End Date"],
            ["Hollis Park School", "BA", "2001", "2004"]
        ),
        (
            "Company Follows.csv", ["Organization", "Followed On"],
            ["Tarn", "Wed Jun 24 12:43:42 UTC 2020"]
        ),
        (
            "Jobs/Saved Jobs.csv", ["Saved Date", "Job Url", "Job Title", "Company Name"],
            ["1/1/20, 9:00 AM", "u", "Clerk", "Kestrel"]
        ),
        (
            "Jobs/Job Seeker Preferences.csv", ["Locations", "Job Titles", "Dream Companies"],
            ["Berlin, Germany", "Clerk", "Lumen Loft"]
        ),
    ]

    private func expectAccount(_ texts: [String], column: Int) async throws {
        try await TemporaryFolder.with { folder in
            for (file, header, row) in Self.rows {
                var table = LinkedInFields.RawTable()
                table.row(header)
                // The row as it should be keeps the file from being one that is not understood.
                table.row(row)
                for text in texts {
                    var row = row
                    row[column % row.count] = text
                    table.row(row)
                }
                try folder.write(table.bytes, to: "archive/" + file)
            }
            var options = LinkedInArchiveReader.Options()
            options.keepText = true
            options.ownerURL = "linkedin.com/in/me"
            let records = try LinkedInArchiveReader.read(path: folder("archive"), options: options)
            // A day of which the rest of its row does not depend is only reported.
            let reported = records.diagnostics.filter { $0.identifier != .valueIgnored }
            #expect(reported == [])
            #expect(records.tallies.count == Self.rows.count)
            for tally in records.tallies {
                #expect(tally.read + tally.skipped.count == texts.count + 1, "\(tally.file)")
                #expect(tally.read > 0, "\(tally.file)")
            }
            expectSound(records)
            let again = try LinkedInArchiveReader.read(path: folder("archive"), options: options)
            #expect(again == records)
        }
    }

    @Test(arguments: LinkedInEraTests.names)
    func damagedArchivesNeverCrash(name: String) async throws {
        let files = try LinkedInEraTests.files(in: LinkedInEraTests.folder + name)
        var random = SeededRandom(seed: 11)
        let bytes: [UInt8] = Array("\",;\r\n\0\u{FF}é\t/0A".utf8)
        for _ in 0..<20 {
            var damaged = files.map { ($0.0, Array($0.1.utf8)) }
            for index in damaged.indices {
                for _ in 0..<3 where !damaged[index].1.isEmpty {
                    let place = Int.random(in: 0..<damaged[index].1.count, using: &random)
                    damaged[index].1[place] = bytes[Int.random(in: 0..<bytes.count, using: &random)]
                }
            }
            let changed = damaged
            try await TemporaryFolder.with { folder in
                for (file, bytes) in changed { try folder.write(bytes, to: "archive/" + file) }
                expectSound(try LinkedInArchiveReader.read(path: folder("archive")))
            }
        }
    }

    private func expectSound(_ records: SourceRecords) {
        let contacts = records.contacts.indices
        #expect(!records.hasErrors || records.contacts.isEmpty && records.talks.isEmpty)
        #expect(Set(records.talks.map(\.id)).count == records.talks.count)
        for talk in records.talks {
            let people = talk.others + [talk.sender].compactMap { $0 }
            #expect(!people.isEmpty && Set(people).count == people.count)
            #expect(people.allSatisfy { contacts.contains($0) })
        }
        for tie in records.acquaintances {
            #expect(tie.first < tie.second && contacts.contains(tie.second))
        }
        let pairs = records.acquaintances.map { [$0.first, $0.second] }
        #expect(Set(pairs).count == pairs.count)
        for contact in records.contacts {
            #expect(!contact.name.isEmpty || !contact.profileURLs.isEmpty || !contact.emails.isEmpty)
            #expect(contact.strength.map { $0 > 0 && $0 <= 1 } ?? true)
        }
        for job in records.ownJobs {
            #expect(job.job.company?.isEmpty == false)
            #expect(job.from.flatMap { from in job.to.map { from <= $0 } } ?? true)
        }
        let wishes = records.proposals.map { "\($0.target.kind) \($0.target.name)" }
        #expect(Set(wishes).count == wishes.count && records.proposals.allSatisfy { !$0.target.name.isEmpty })
        let keys = records.contacts.compactMap { $0.profileURLs.first }.compactMap(profileURLKey)
        #expect(Set(keys).count == keys.count)
    }
}
