import Foundations
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

@Suite struct LinkedInArchiveTests {
    private func zipped(
        _ zip: StoredZip, options: LinkedInArchiveReader.Options = .init(), name: String = "a.zip"
    ) async throws -> SourceRecords {
        try await TemporaryFolder.with { folder in
            try LinkedInArchiveReader.read(path: try folder.write(zip.bytes, to: name), options: options)
        }
    }

    // MARK: What is no archive

    @Test func whatIsNotThereIsThrown() {
        #expect(throws: ReadError.noSuchFile(path: "/nowhere/x.zip")) {
            try LinkedInArchiveReader.read(path: "/nowhere/x.zip")
        }
        #expect(!LinkedInArchiveReader.recognises(path: "/nowhere/x.zip"))
    }

    @Test func foldersOfOthersAreRefused() async throws {
        #expect(
            LinkedInFixture.errors(try await LinkedInFixture.records(["people.csv": "id,name\n1,Ann\n"])) == [
                "error format-unknown archive 0"
            ])
        // Notes and profiles are not LinkedIn's alone.
        #expect(
            LinkedInFixture.errors(try await LinkedInFixture.records(["Notes.csv": "Name,Note\nAnn,x\n"]))
                == [
                    "error format-unknown archive 0"
                ])
        #expect(
            LinkedInFixture.errors(
                try await LinkedInFixture.records(["._Connections.csv": LinkedInFixture.connections])) == [
                    "error format-unknown archive 0"
                ])
    }

    @Test func zipsAreCheckedBeforeTheyAreBelieved() async throws {
        let good = StoredZip([
            ("x/Connections.csv", LinkedInFixture.connections), ("x/Rich_Media.csv", "a\n"),
        ])
        #expect(try await zipped(good).contacts.map(\.name) == ["Ann Lee", "Bo Ek"])
        var encrypted = good
        encrypted.entries[0].flags |= 1
        #expect(LinkedInFixture.errors(try await zipped(encrypted)) == ["error archive-invalid a.zip 0"])
        // What is not read may be encrypted.
        var other = good
        other.entries[1].flags |= 1
        #expect(LinkedInFixture.errors(try await zipped(other)) == [])
        var damaged = good
        damaged.entries[0].claimedChecksum = 1
        #expect(LinkedInFixture.errors(try await zipped(damaged)) == ["error archive-invalid a.zip 0"])
        #expect(
            LinkedInFixture.errors(try await zipped(StoredZip([("x.txt", "x")]))) == [
                "error format-unknown a.zip 0"
            ])
        #expect(LinkedInFixture.errors(try await zipped(StoredZip())) == ["error archive-invalid a.zip 0"])
        var options = LinkedInArchiveReader.Options()
        options.limits = try ArchiveLimits(entries: 1)
        #expect(
            LinkedInFixture.errors(try await zipped(good, options: options)) == [
                "error archive-too-large a.zip 0"
            ])
        options.limits = try ArchiveLimits(entryBytes: 20)
        #expect(
            LinkedInFixture.errors(try await zipped(good, options: options)) == [
                "error archive-too-large a.zip 0"
            ])
    }

    @Test func nothingOfADamagedArchiveIsUsed() async throws {
        let whole = StoredZip([
            ("Connections.csv", LinkedInFixture.connections), ("messages.csv", LinkedInFixture.messageHeader),
        ])
        .bytes
        try await TemporaryFolder.with { folder in
            for length in stride(from: 10, to: whole.count - 2, by: 7) {
                let path = try folder.write(Array(whole[..<length]), to: "LinkedIn.zip")
                let records = try LinkedInArchiveReader.read(path: path)
                #expect(records.diagnostics.map(\.identifier) == [.archiveInvalid])
                #expect(records.contacts == [] && records.tallies == [])
                // It is called LinkedIn, so its damage is reported rather than its being unknown.
                #expect(LinkedInArchiveReader.recognises(path: path))
            }
            let text = try folder.write("hello", to: "text.zip")
            #expect(
                try LinkedInArchiveReader.read(path: text).diagnostics.map(\.identifier) == [.archiveInvalid])
            #expect(!LinkedInArchiveReader.recognises(path: text))
        }
    }

    @Test func strangeNamesInAZipAreLabels() async throws {
        let zip = StoredZip([
            ("../../Connections.csv", LinkedInFixture.connections),
            ("/etc/Invitations.csv", "From,To,Sent At,Message,Direction\n"),
        ])
        let records = try await zipped(zip)
        #expect(records.contacts.count == 2)
        #expect(records.tallies.map(\.file) == ["../../Connections.csv", "/etc/Invitations.csv"])
    }

    // MARK: Files that are not understood

    @Test func oneErrorLeavesEverythingOut() async throws {
        let unclosed = try await LinkedInFixture.records([
            "Connections.csv": LinkedInFixture.connections,
            "messages.csv": LinkedInFixture.messageHeader + "1,,Ann,\"x",
        ])
        #expect(LinkedInFixture.errors(unclosed) == ["error quote-unterminated messages.csv 2"])
        #expect(unclosed.contacts == [])
        let other = try await LinkedInFixture.records(["Connections.csv": "a,b\n1,2\n", "messages.csv": ""])
        #expect(
            LinkedInFixture.errors(other) == [
                "error column-missing Connections.csv 1", "error file-empty messages.csv 0",
            ])
    }

    @Test func lesserFilesAreLeftOutWithAWarning() async throws {
        let records = try await LinkedInFixture.records([
            "Connections.csv": LinkedInFixture.connections, "Notes.csv": "what,is,this\n1,2,3\n",
            "Invitations.csv": "No invitations found\n",
            "Endorsement_Received_Info.csv":
                "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name\n1/2/22,x,Ann,Lee\n",
        ])
        #expect(
            LinkedInFixture.errors(records) == [
                "warning table-unknown Invitations.csv 1", "warning table-unknown Notes.csv 1",
                "warning table-unknown Endorsement_Received_Info.csv 2",
            ])
        #expect(records.contacts.count == 2)
    }

    @Test func emptinessIsAnError() async throws {
        let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        for (text, line) in [
            (header, "error file-empty archive 0"),
            (header + ",,,,,,01 Jan 2020\n", "error file-empty archive 0"),
            ("", "error file-empty Connections.csv 0"), ("\n\n\n", "error file-empty Connections.csv 0"),
            (header + "Ann,Lee,,,,,07/02/2022\n", "error date-invalid Connections.csv 2"),
        ] {
            #expect(
                LinkedInFixture.errors(try await LinkedInFixture.records(["Connections.csv": text])).first
                    == line, "\(text)")
        }
        // An empty table beside a full one is none.
        #expect(
            LinkedInFixture.errors(
                try await LinkedInFixture.records([
                    "Connections.csv": LinkedInFixture.connections,
                    "messages.csv": LinkedInFixture.messageHeader,
                ]))
                == [])
    }

    @Test func damagedRowsAreSkippedOneByOne() async throws {
        let records = try await LinkedInFixture.records([
            "Connections.csv": LinkedInFixture.connections
                + "\nCy,Oh,,,\n\"Di\"x,Su,,,,,01 Jan 2020\nEd,Um,,,,,03 Jan 2020\n"
        ])
        #expect(records.contacts.map(\.name) == ["Ann Lee", "Bo Ek", "Ed Um"])
        #expect(
            records.tallies[0].skipped == [
                .init(line: 4, reason: "more or fewer cells than the header"),
                .init(line: 5, reason: "text behind a closing quote"),
            ])
    }

    // MARK: People

    @Test func namesakesStayApartAndSpellingsComeTogether() async throws {
        let records = try await LinkedInFixture.records([
            "Connections.csv": """
            First Name,Last Name,URL,Email Address,Company,Position,Connected On
            Ann,Lee,https://www.linkedin.com/in/ann,,,,02 Jan 2020
            ANN,LEE,http://linkedin.com/in/Ann/?x=1,ann@example.com,Acme,Buyer,01 Jan 2020
            Ann,Lee,https://www.linkedin.com/in/ann-2,,Acme,,03 Jan 2020
            Bo,Ek,,bo@example.com,,,04 Jan 2020
            Bo,Ek-Lund,,BO@example.com,,,04 Jan 2020
            ,,https://www.linkedin.com/in/nameless,,,,05 Jan 2020
            """
        ])
        #expect(records.contacts.map(\.name) == ["Ann Lee", "Ann Lee", "Bo Ek", ""])
        #expect(records.contacts[0].company == "Acme" && records.contacts[0].title == "Buyer")
        #expect(records.contacts[0].emails == ["ann@example.com"])
        #expect(records.contacts[0].connectedOn == CalendarDay("2020-01-01"))
        #expect(records.tallies[0].skipped.map(\.line) == [3, 6])
        #expect(records.tallies[0].read == 4)
    }

    @Test func colleaguesOfASmallCompanyMayKnowEachOther() async throws {
        func ties(_ count: Int, company: (Int) -> String) async throws -> [AcquaintanceRecord] {
            let rows = (0..<count).map { "P,\($0),,,\"\(company($0))\",,01 Jan 2020\n" }.joined()
            return try await LinkedInFixture.records([
                "Connections.csv": "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
                    + rows
            ]).acquaintances
        }
        #expect(try await ties(12) { _ in "Acme" }.count == 66)
        #expect(try await ties(13) { _ in "Acme" } == [])
        #expect(try await ties(3) { _ in "Freelance" } == [])
        #expect(try await ties(3) { _ in "Self-Employed " } == [])
        #expect(
            try await ties(4) { ["Acme, Inc.", "ACME", "Acme Labs", "Ácme GmbH"][$0] }.map(\.second) == [
                1, 3, 3,
            ])
        #expect(try await ties(2) { _ in "Acme" } == [.init(first: 0, second: 1, how: "both at Acme")])
        // A name of legal forms only is still a name, and one of signs only is none.
        #expect(try await ties(2) { _ in "Company" }.count == 1)
        #expect(try await ties(2) { _ in "..." } == [])
    }

    // MARK: Names

    @Test func theDayOfTheArchiveIsInItsName() async throws {
        for (name, day) in [
            ("Basic_LinkedInDataExport_06-07-2026.zip", "2026-06-07"), ("x 12-31-2025 (1).zip", "2025-12-31"),
            ("13-31-2025.zip", nil), ("106-07-2026.zip", nil), ("a.zip", nil), ("06-07-20261.zip", nil),
        ] {
            let records = try await zipped(
                StoredZip([("Connections.csv", LinkedInFixture.connections)]), name: name)
            #expect(records.asOf == day.flatMap { CalendarDay($0) }, "\(name)")
            #expect(records.latestEntry == CalendarDay("2020-01-02"))
        }
    }

    @Test func filesAreKnownByTheirNamesWhereverTheyLie() async throws {
        for name in [
            "Connections.csv", "connections.CSV", "a/b/Connections.csv", "Connections (1).csv",
            "Connections_12345.csv",
            "old.Connections.csv",
        ] {
            #expect(
                try await LinkedInFixture.records([name: LinkedInFixture.connections]).contacts.count == 2,
                "\(name)")
        }
        for name in ["My Connections.csv", "Connections.json", "guide_messages.csv", "Connections"] {
            let files = [
                name: LinkedInFixture.connections, "Invitations.csv": "From,To,Sent At,Message,Direction\n",
            ]
            #expect(try await LinkedInFixture.records(files).unusedFiles.map(\.file) == [name])
        }
    }

    @Test func aRenamedTableIsKnownByItsHeader() async throws {
        try await TemporaryFolder.with { folder in
            let path = try folder.write("Notes:\n\"x\"\n\n" + LinkedInFixture.connections, to: "mine.csv")
            #expect(LinkedInArchiveReader.recognises(path: path))
            #expect(try LinkedInArchiveReader.read(path: path).contacts.map(\.place.line) == [5, 6])
            let late = try folder.write(
                String(repeating: "x\n", count: 10) + LinkedInFixture.connections, to: "late.csv")
            #expect(!LinkedInArchiveReader.recognises(path: late))
            let other = try folder.write("Name,Note\nAnn,x\n", to: "Notes.csv")
            #expect(!LinkedInArchiveReader.recognises(path: other))
        }
    }
}
