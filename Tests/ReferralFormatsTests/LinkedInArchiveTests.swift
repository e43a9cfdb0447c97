import ReboundTestSupport
import ReferralFormats
import ReferralGraph
import Testing

@Suite struct LinkedInArchiveTests {
    static let connections = """
        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        Ann,Lee,https://www.linkedin.com/in/ann,,Acme,Buyer,01 Jan 2020
        Bo,Ek,https://www.linkedin.com/in/bo,,Acme,Clerk,02 Jan 2020
        """

    static let messageHeader =
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"

    private func records(
        _ files: [String: String], options: LinkedInArchiveReader.Options = .init()
    ) async throws -> SourceRecords {
        try await TemporaryFolder.with { folder in
            for (name, text) in files { try folder.write(text, to: "archive/" + name) }
            return try LinkedInArchiveReader.read(path: folder("archive"), options: options)
        }
    }

    private func errors(_ records: SourceRecords) -> [String] {
        records.diagnostics.map {
            "\($0.severity.rawValue) \($0.identifier.rawValue) \($0.file.split(separator: "/").last ?? "") \($0.line ?? 0)"
        }
    }

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
            errors(try await records(["people.csv": "id,name\n1,Ann\n"])) == [
                "error format-unknown archive 0"
            ])
        // Notes and profiles are not LinkedIn's alone.
        #expect(
            errors(try await records(["Notes.csv": "Name,Note\nAnn,x\n"])) == [
                "error format-unknown archive 0"
            ])
        #expect(
            errors(try await records(["._Connections.csv": Self.connections])) == [
                "error format-unknown archive 0"
            ])
    }

    @Test func zipsAreCheckedBeforeTheyAreBelieved() async throws {
        let good = StoredZip([("x/Connections.csv", Self.connections), ("x/Rich_Media.csv", "a\n")])
        #expect(try await zipped(good).contacts.map(\.name) == ["Ann Lee", "Bo Ek"])
        var encrypted = good
        encrypted.entries[0].flags |= 1
        #expect(errors(try await zipped(encrypted)) == ["error archive-invalid a.zip 0"])
        // What is not read may be encrypted.
        var other = good
        other.entries[1].flags |= 1
        #expect(errors(try await zipped(other)) == [])
        var damaged = good
        damaged.entries[0].claimedChecksum = 1
        #expect(errors(try await zipped(damaged)) == ["error archive-invalid a.zip 0"])
        #expect(errors(try await zipped(StoredZip([("x.txt", "x")]))) == ["error format-unknown a.zip 0"])
        #expect(errors(try await zipped(StoredZip())) == ["error archive-invalid a.zip 0"])
        var options = LinkedInArchiveReader.Options()
        options.limits = try ArchiveLimits(entries: 1)
        #expect(errors(try await zipped(good, options: options)) == ["error archive-too-large a.zip 0"])
        options.limits = try ArchiveLimits(entryBytes: 20)
        #expect(errors(try await zipped(good, options: options)) == ["error archive-too-large a.zip 0"])
    }

    @Test func nothingOfADamagedArchiveIsUsed() async throws {
        let whole = StoredZip([("Connections.csv", Self.connections), ("messages.csv", Self.messageHeader)])
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
            ("../../Connections.csv", Self.connections),
            ("/etc/Invitations.csv", "From,To,Sent At,Message,Direction\n"),
        ])
        let records = try await zipped(zip)
        #expect(records.contacts.count == 2)
        #expect(records.tallies.map(\.file) == ["../../Connections.csv", "/etc/Invitations.csv"])
    }

    // MARK: Files that are not understood

    @Test func oneErrorLeavesEverythingOut() async throws {
        let unclosed = try await records([
            "Connections.csv": Self.connections, "messages.csv": Self.messageHeader + "1,,Ann,\"x",
        ])
        #expect(errors(unclosed) == ["error quote-unterminated messages.csv 2"])
        #expect(unclosed.contacts == [])
        let other = try await records(["Connections.csv": "a,b\n1,2\n", "messages.csv": ""])
        #expect(
            errors(other) == ["error column-missing Connections.csv 1", "error file-empty messages.csv 0"])
    }

    @Test func lesserFilesAreLeftOutWithAWarning() async throws {
        let records = try await records([
            "Connections.csv": Self.connections, "Notes.csv": "what,is,this\n1,2,3\n",
            "Invitations.csv": "No invitations found\n",
            "Endorsement_Received_Info.csv":
                "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name\n1/2/22,x,Ann,Lee\n",
        ])
        #expect(
            errors(records) == [
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
            #expect(errors(try await records(["Connections.csv": text])).first == line, "\(text)")
        }
        // An empty table beside a full one is none.
        #expect(
            errors(
                try await records(["Connections.csv": Self.connections, "messages.csv": Self.messageHeader]))
                == [])
    }

    @Test func damagedRowsAreSkippedOneByOne() async throws {
        let records = try await records([
            "Connections.csv": Self.connections
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
        let records = try await records([
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
            return try await records([
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

    // MARK: Messages

    private func talks(_ rows: [String], _ more: [String: String] = [:]) async throws -> SourceRecords {
        try await records(
            ["messages.csv": Self.messageHeader + rows.joined(separator: "\n")].merging(more) { $1 })
    }

    private func message(
        _ thread: String, from: String, to: [String], names: String? = nil, day: Int = 1,
        text: String = "hello"
    ) -> String {
        let urls = to.map { "https://www.linkedin.com/in/\($0.lowercased())" }.joined(separator: ",")
        let sender = "https://www.linkedin.com/in/\(from.lowercased())"
        return "\(thread),,\(from),\(sender),\"\(names ?? to.joined(separator: ", "))\",\"\(urls)\","
            + "2024-01-\(day < 10 ? "0" : "")\(day) 10:00:00 UTC,,\(text),INBOX"
    }

    @Test func theOwnerIsWhoTakesPartInMostMessages() async throws {
        let records = try await talks([
            message("a", from: "Me", to: ["Ann"]), message("a", from: "Ann", to: ["Me"], day: 2),
            message("b", from: "Bo", to: ["Me"], day: 3),
        ])
        #expect(records.owner?.name == "Me")
        #expect(records.owner?.profileURLs == ["https://www.linkedin.com/in/me"])
        #expect(records.contacts.map(\.name) == ["Ann", "Bo"])
        #expect(records.talks.map(\.sender) == [nil, 0, 1])
        #expect(records.talks.map(\.others) == [[0], [], []])
        #expect(records.talks.allSatisfy { $0.text == nil })
        #expect(records.contacts.allSatisfy { !$0.isAcquaintance })
    }

    @Test func ofTwoTheOwnerIsNoConnection() async throws {
        let row = message("a", from: "Ann", to: ["Me"])
        #expect(errors(try await talks([row])) == ["error seeker-unclear messages.csv 0"])
        let records = try await talks([row], ["Connections.csv": Self.connections])
        #expect(records.owner?.name == "Me")
        #expect(records.talks.map(\.sender) == [0])
    }

    @Test func theUserMaySayWhoTheOwnerIs() async throws {
        let files = ["messages.csv": Self.messageHeader + message("a", from: "Ann", to: ["Me"])]
        var options = LinkedInArchiveReader.Options()
        options.ownerURL = "linkedin.com/in/ANN/"
        let byURL = try await records(files, options: options)
        #expect(byURL.contacts.map(\.name) == ["Me"])
        #expect(byURL.talks.map(\.sender) == [nil])
        options = .init()
        options.ownerName = "me"
        #expect(try await records(files, options: options).contacts.map(\.name) == ["Ann"])
    }

    @Test func theProfileSaysWhoTheOwnerIs() async throws {
        let profile = ["Profile.csv": "First Name,Last Name,Headline\nMe,,Buyer\n"]
        let records = try await talks([message("a", from: "Ann", to: ["Me"])], profile)
        #expect(records.owner?.profileURLs == ["https://www.linkedin.com/in/me"])
        #expect(records.talks.map(\.sender) == [0])
        // Another name there than in the messages.
        let married = try await talks(
            [message("a", from: "Me", to: ["Ann"]), message("b", from: "Bo", to: ["Me"])],
            ["Profile.csv": "First Name,Last Name,Headline\nMe,Married,Buyer\n"])
        #expect(married.contacts.map(\.name) == ["Ann", "Bo"])
    }

    @Test func commasInNamesDoNotMakePeople() async throws {
        let owner = [message("z", from: "Me", to: ["Zed"]), message("y", from: "Yan", to: ["Me"])]
        for (names, urls, wanted) in [
            ("Ann, PhD, Bo", ["a", "b"], ["Ann", "Bo"]), ("Ann, Bo, MBA, PMP", ["a", "b"], ["Ann", "Bo"]),
            ("Lee, Ann, and Sons", ["a"], ["Lee, Ann, and Sons"]), ("Ann", ["a", "b"], ["Ann", ""]),
            ("", ["a"], [""]), ("Ann, LinkedIn Member, Bo", ["a", "b"], ["Ann", "Bo"]),
            ("Smith, Jr., Bo, Cy", ["a", "b", "c"], ["Smith", "Bo", "Cy"]),
        ] {
            let records = try await talks(owner + [message("x", from: "Me", to: urls, names: names, day: 5)])
            #expect(records.contacts.map(\.name) == ["Zed", "Yan"] + wanted, "\(names)")
        }
    }

    @Test func groupsMakeTiesUpToTwelvePeople() async throws {
        let names = (0..<12).map { "P\($0)" }
        let owner = message("z", from: "Me", to: ["Zed"])
        let group = { (people: [String]) in message("g", from: "Me", to: people, day: 2) }
        #expect(try await talks([owner, group(Array(names.prefix(1)))]).acquaintances == [])
        let three = try await talks([owner, group(Array(names.prefix(2)))])
        #expect(
            three.acquaintances == [
                .init(
                    first: 1, second: 2, how: "in a LinkedIn group thread of 3",
                    lastContact: CalendarDay("2024-01-02"))
            ])
        #expect(try await talks([owner, group(Array(names.prefix(11)))]).acquaintances.count == 55)
        #expect(try await talks([owner, group(names)]).acquaintances == [])
        // The smallest group counts, and the last day of any.
        let both = try await talks([
            owner, group(["P0", "P1"]), message("h", from: "P1", to: ["Me", "P0", "P2"], day: 9),
        ])
        #expect(both.acquaintances.map(\.how).filter { $0.hasSuffix("3") }.count == 1)
        #expect(both.acquaintances.first?.lastContact == CalendarDay("2024-01-09"))
    }

    @Test func identifiersStayWhenTheArchiveIsReadAgain() async throws {
        let rows = [
            message("a", from: "Me", to: ["Ann"], text: "one two"),
            message("a", from: "Ann", to: ["Me"], day: 2),
            message("b", from: "Bo", to: ["Me"], day: 3),
        ]
        let first = try await talks(rows)
        let later = try await talks([message("c", from: "Cy", to: ["Me"], day: 4)] + rows.reversed())
        #expect(Set(first.talks.map(\.id)).isSubset(of: later.talks.map(\.id)))
        // A spreadsheet changes line ends and spaces, no words.
        let resaved = try await talks(rows.map { $0.replacing("one two", with: "one\u{20}\u{20}two") })
        #expect(resaved.talks.map(\.id) == first.talks.map(\.id))
        #expect(Set(first.talks.map(\.id)).count == 3)
        #expect(
            first.talks[0].thread == first.talks[1].thread && first.talks[0].thread != first.talks[2].thread)
    }

    @Test func hostileTextIsTextLikeAnyOther() async throws {
        try await LinkedInFields.expectTextInEveryField(HostileText.all)
    }

    // MARK: Names

    @Test func theDayOfTheArchiveIsInItsName() async throws {
        for (name, day) in [
            ("Basic_LinkedInDataExport_06-07-2026.zip", "2026-06-07"), ("x 12-31-2025 (1).zip", "2025-12-31"),
            ("13-31-2025.zip", "2020-01-02"), ("106-07-2026.zip", "2020-01-02"), ("a.zip", "2020-01-02"),
            ("06-07-20261.zip", "2020-01-02"),
        ] {
            let records = try await zipped(StoredZip([("Connections.csv", Self.connections)]), name: name)
            #expect(records.asOf == CalendarDay(day), "\(name)")
        }
    }

    @Test func filesAreKnownByTheirNamesWhereverTheyLie() async throws {
        for name in [
            "Connections.csv", "connections.CSV", "a/b/Connections.csv", "Connections (1).csv",
            "Connections_12345.csv",
            "old.Connections.csv",
        ] {
            #expect(try await records([name: Self.connections]).contacts.count == 2, "\(name)")
        }
        for name in ["My Connections.csv", "Connections.json", "guide_messages.csv", "Connections"] {
            let files = [name: Self.connections, "Invitations.csv": "From,To,Sent At,Message,Direction\n"]
            #expect(try await records(files).ignoredFiles == [name])
        }
    }

    @Test func aRenamedTableIsKnownByItsHeader() async throws {
        try await TemporaryFolder.with { folder in
            let path = try folder.write("Notes:\n\"x\"\n\n" + Self.connections, to: "mine.csv")
            #expect(LinkedInArchiveReader.recognises(path: path))
            #expect(try LinkedInArchiveReader.read(path: path).contacts.map(\.place.line) == [5, 6])
            let late = try folder.write(
                String(repeating: "x\n", count: 10) + Self.connections, to: "late.csv")
            #expect(!LinkedInArchiveReader.recognises(path: late))
            let other = try folder.write("Name,Note\nAnn,x\n", to: "Notes.csv")
            #expect(!LinkedInArchiveReader.recognises(path: other))
        }
    }
}
