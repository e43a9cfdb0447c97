import Foundations
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

/// What an archive says about its owner: own jobs and schools, and what they seem to want.
@Suite struct LinkedInProfileTests {
    private func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

    private func records(_ files: [String: String]) async throws -> SourceRecords {
        try await LinkedInFixture.records(files)
    }

    private func positions(_ rows: String...) async throws -> SourceRecords {
        try await records([
            "Connections.csv": LinkedInFixture.connections,
            "Positions.csv": (["Company Name,Title,Description,Location,Started On,Finished On"] + rows)
                .joined(separator: "\n"),
        ])
    }

    private func times(_ records: SourceRecords) -> [String] {
        records.ownJobs.map {
            "\($0.job.company ?? "") \($0.job.title ?? "-") \($0.from.map(String.init) ?? "?")...\($0.to.map(String.init) ?? "")"
        }
    }

    // MARK: Jobs

    @Test(arguments: [
        ("Mar 2015", "Feb 2019", "2015-03-01...2019-02-28"), ("2015", "2019", "2015-01-01...2019-12-31"),
        ("March 2015", "Feb 2020", "2015-03-01...2020-02-29"),
        ("2015-03", "03/2019", "2015-03-01...2019-03-31"),
        ("01 Oct 2022", "01 Jul 2024", "2022-10-01...2024-07-01"), ("Mar-15", "Dec-98", "?"),
        ("Sept. 2015", "", "2015-09-01..."), ("", "Mar 2019", "?...2019-03-31"),
        ("Mar 2015", "Present", "2015-03-01..."), ("mars 2015", "déc. 2016", "2015-03-01...2016-12-31"),
        ("2019", "Jan 2019", "2019-01-01...2019-01-31"),
    ])
    func monthsAndYears(start: String, end: String, time: String) async throws {
        let records = try await positions("Kestrel,Manager,,,\(start),\(end)")
        if time == "?" {
            // It would end before it begins.
            #expect(records.ownJobs == [])
            #expect(records.tallies.last?.skipped.map(\.reason) == ["it ends before it begins"])
        } else {
            #expect(times(records) == ["Kestrel Manager \(time)"])
            #expect(records.diagnostics == [])
        }
    }

    @Test func aJobWhoseEndCannotBeReadIsLeftOutAndOneWithoutABeginningIsNot() async throws {
        let records = try await positions(
            "Kestrel,Manager,,,Mar 2015,\"summer, 2019\"", "Kestrel,Clerk,,,some day,Feb 2015",
            "Tarn,Clerk,,,Mar 19,Mar 2020", "Tarn,Buyer,,,13/2015,", "Tarn,Buyer,,,Mar 2015,32 Jan 2019")
        #expect(
            times(records) == [
                "Kestrel Clerk ?...2015-02-28", "Tarn Clerk ?...2020-03-31", "Tarn Buyer ?...",
            ])
        #expect(
            LinkedInFixture.errors(records) == [
                "warning value-ignored Positions.csv 2", "warning value-ignored Positions.csv 3",
            ])
        #expect(records.diagnostics[0].found == "\"summer, 2019\", and 1 more like it")
        #expect(records.diagnostics[1].found == "\"some day\", and 2 more like it")
        #expect(records.tallies.last?.skipped.map(\.line) == [2, 6])
    }

    @Test func rowsWithoutAnEmployerAndTheSameAgainAreSkipped() async throws {
        let records = try await positions(
            ",Volunteer,,,2011,2012", "Kestrel,Manager,\"A line\nand another\",,2015,2019",
            "Kestrel,Manager,,,Jan 2015,Dec 2019", "Kestrel,,,,2015,2019")
        #expect(
            times(records) == [
                "Kestrel Manager 2015-01-01...2019-12-31", "Kestrel - 2015-01-01...2019-12-31",
            ])
        #expect(records.tallies.last?.skipped.map(\.reason) == ["no employer", "the same job again"])
    }

    @Test func schools() async throws {
        let records = try await records([
            "Profile.csv": "First Name,Last Name\nAda,Lee\n",
            "Education.csv": """
            School Name,Start Date,End Date,Notes,Degree Name,Activities
            University of Umberthwaite,2008,2012,,"BA, Communications",Choir
            Hollis Park School,,Jun 2008,,,
            ,2001,2002,,,
            Hollis Park School,,Jun 2008,,,Chess
            """,
        ])
        #expect(
            records.ownEducation.map(\.education) == [
                Education(
                    school: "University of Umberthwaite", degree: "BA, Communications",
                    from: day("2008-01-01"),
                    to: day("2012-12-31")),
                Education(school: "Hollis Park School", to: day("2008-06-30")),
            ])
        #expect(records.tallies.first?.skipped.map(\.reason) == ["no school", "the same school again"])
        #expect(records.owner?.name == "Ada Lee")
        #expect(records.contacts == [] && !records.hasErrors)
    }

    // MARK: What they want

    @Test func companiesTitlesAndPlacesAreProposedOnceTheSurestSignFirst() async throws {
        let records = try await records([
            "Company Follows.csv": """
            Organization,Followed On
            Tarn & Sons,Wed Jun 24 12:43:42 UTC 2026
            "Kestrel, Inc.",Sat Sep 06 08:12:14 UTC 2025
            Freelance,Sat Sep 06 08:12:14 UTC 2025
            Brightwell,Mon Jun 01
            Lumen Loft,Thu Mar 12 09:00:00 PDT 2026
            """,
            "Jobs/Saved Jobs.csv": """
            Saved Date,Job Url,Job Title,Company Name
            "3/8/26, 4:55 AM",http://x.example,"Head of Brand, Retail",Kestrel
            "3/9/26, 4:55 AM",http://x.example,,Acme
            "3/9/26, 4:55 AM",http://x.example,Clerk,
            """,
            "Jobs/Job Seeker Preferences.csv": """
            Locations,Industries,Job Titles,Open To Recruiters,Dream Companies
            "London, United Kingdom|Remote",Retail,"Brand manager | Head of Brand",true,ACME
            """,
        ])
        #expect(
            records.proposals.map(\.target) == [
                Target(kind: .company, name: "ACME", standing: .proposed, source: "dream company"),
                Target(
                    kind: .role, name: "Brand manager", standing: .proposed,
                    source: "title in your job preferences"),
                Target(
                    kind: .role, name: "Head of Brand", standing: .proposed,
                    source: "title in your job preferences"),
                Target(
                    kind: .place, name: "London, United Kingdom", standing: .proposed,
                    source: "place in your job preferences"),
                Target(
                    kind: .place, name: "Remote", standing: .proposed, source: "place in your job preferences"
                ),
                Target(
                    kind: .company, name: "Kestrel", standing: .proposed,
                    source: "saved job: Head of Brand, Retail", date: day("2026-03-08")),
                Target(
                    kind: .company, name: "Tarn & Sons", standing: .proposed, source: "followed on LinkedIn",
                    date: day("2026-06-24")),
                Target(
                    kind: .company, name: "Brightwell", standing: .proposed, source: "followed on LinkedIn"),
                Target(
                    kind: .company, name: "Lumen Loft", standing: .proposed, source: "followed on LinkedIn",
                    date: day("2026-03-12")),
            ])
        #expect(LinkedInFixture.errors(records) == ["warning value-ignored Company Follows.csv 5"])
        #expect(records.applications == [])
        #expect(
            records.tallies.map { $0.skipped.map(\.reason) } == [
                ["the same company again", "no employer"], [], ["the same company again", "no employer"],
            ])
    }

    /// The companies, titles and places of one cell each.
    private func lists(_ companies: String, _ titles: String, _ places: String) async throws -> [[String]] {
        let records = try await records([
            "Job Seeker Preferences.csv": "Locations,Job Titles,Dream Companies\n"
                + [places, titles, companies].map { "\"\($0)\"" }.joined(separator: ",") + "\n"
        ])
        return [Target.Kind.company, .role, .place].map { kind in
            records.proposals.map(\.target).filter { $0.kind == kind }.map(\.name)
        }
    }

    @Test(arguments: [
        ("Acme | Kestrel", ["Acme", "Kestrel"]), ("Acme|Kestrel", ["Acme", "Kestrel"]),
        ("Acme; Kestrel;", ["Acme", "Kestrel"]), ("Acme, Kestrel", ["Acme", "Kestrel"]),
        ("Acme, Inc., Kestrel GmbH", ["Acme, Inc.", "Kestrel GmbH"]),
        ("Acme, Inc. | Kestrel", ["Acme, Inc.", "Kestrel"]),
        ("Hale, Ortiz & Partners", ["Hale, Ortiz & Partners"]), ("[Acme | Kestrel]", ["Acme", "Kestrel"]),
        ("Acme\nKestrel", ["Acme", "Kestrel"]), ("N/A", []), (" | ; ", []), ("Acme | acme inc", ["Acme"]),
    ])
    func companiesInOneCell(cell: String, names: [String]) async throws {
        #expect(try await lists(cell, "Clerk", "")[0] == names)
    }

    @Test(arguments: [
        ("Brand manager, Head of Brand", ["Brand manager", "Head of Brand"]),
        ("Director, Marketing", ["Director, Marketing"]),
        ("VP, Product Management", ["VP, Product Management"]),
        ("Clerk;Buyer", ["Clerk", "Buyer"]),
        ("Director, Marketing | Buyer", ["Director, Marketing", "Buyer"]),
    ])
    func titlesInOneCell(cell: String, names: [String]) async throws {
        #expect(try await lists("", cell, "")[1] == names)
    }

    @Test(arguments: [
        ("Berlin, Germany", ["Berlin, Germany"]), ("Berlin, Germany; Remote", ["Berlin, Germany", "Remote"]),
        ("Toronto, Ontario, Canada | remote | Remote", ["Toronto, Ontario, Canada", "remote"]),
    ])
    func placesInOneCell(cell: String, names: [String]) async throws {
        #expect(try await lists("", "Clerk", cell)[2] == names)
    }

    // MARK: The archive

    @Test(arguments: [
        (
            "Positions.csv",
            "Company Name,Title,Description,Location,Started On,Finished On\nKestrel,Clerk,,,2015,\n"
        ),
        (
            "renamed.csv",
            "School Name,Start Date,End Date,Notes,Degree Name,Activities\nHollis,2001,2002,,,\n"
        ),
        ("x.csv", "Organization,Followed On\nKestrel,Wed Jun 24 12:43:42 UTC 2026\n"),
        (
            "Saved Jobs.csv",
            "Saved Date,Job Url,Job Title,Company Name\n\"3/8/26, 4:55 AM\",u,Clerk,Kestrel\n"
        ),
        ("Job Seeker Preferences.csv", "Locations,Job Titles,Open To Recruiters\nRemote,Clerk,true\n"),
    ])
    func oneFileAloneIsRead(name: String, text: String) async throws {
        try await TemporaryFolder.with { folder in
            let path = try folder.write(text, to: name)
            #expect(LinkedInArchiveReader.recognises(path: path))
            #expect(LinkedInArchiveReader.recognises(bytes: Array(text.utf8)))
            let records = try LinkedInArchiveReader.read(path: path)
            #expect(records.diagnostics == [])
            #expect(records.ownJobs.count + records.ownEducation.count + records.proposals.count > 0)
        }
    }

    @Test func filesOfOtherProgramsAreNotTaken() async throws {
        try await TemporaryFolder.with { folder in
            let stocks = try folder.write("Symbol,Quantity,Price\nACME,3,12.5\n", to: "stocks/Positions.csv")
            #expect(!LinkedInArchiveReader.recognises(path: stocks))
            #expect(!LinkedInArchiveReader.recognises(path: folder("stocks")))
            try folder.write("First Name,Last Name\nAda,Lee\n", to: "profile/Profile.csv")
            #expect(!LinkedInArchiveReader.recognises(path: folder("profile")))
            try folder.write(
                "Company Name,Title,Started On\nKestrel,Clerk,2015\n", to: "profile/Positions.csv")
            #expect(LinkedInArchiveReader.recognises(path: folder("profile")))
            #expect(try LinkedInArchiveReader.read(path: folder("profile")).ownJobs.count == 1)
            let zip = try folder.write(
                StoredZip([("Profile.csv", "a"), ("Education.csv", "b")]).bytes, to: "some.zip")
            #expect(LinkedInArchiveReader.recognises(path: zip))
        }
    }

    @Test func everyOtherFileIsNamedWithAReason() async throws {
        let names = [
            "Ad_Targeting.csv", "Articles/Articles/2020-03-02_a.html", "Comments_17.csv", "Logins.csv",
            "Member_Follows_252701747.csv", "Palm Readings.csv", "Receipts_v2.csv", "Skills (1).csv",
            "learning_coach_messages.csv", "photo.jpg",
        ]
        var files = Dictionary(uniqueKeysWithValues: names.map { ($0, "x\n") })
        files["Connections.csv"] = LinkedInFixture.connections
        let unused = try await records(files).unusedFiles
        #expect(unused.map(\.file) == names)
        #expect(
            unused.map(\.reason) == [
                "what LinkedIn shows you", "posts and reactions", "posts and reactions", "your account",
                "people, topics and events that you follow, which is not knowing them", UnusedFile.unknown,
                "your account", "the rest of your profile", "courses and LinkedIn's own assistants",
                UnusedFile.unknown,
            ])
    }

    @Test func aDayThatTheUserSaysGoesBeforeTheOneInTheName() async throws {
        try await TemporaryFolder.with { folder in
            for name in ["plain", "Basic_LinkedInDataExport_06-07-2026"] {
                try folder.write(LinkedInFixture.connections, to: "\(name)/Connections.csv")
            }
            func asOf(_ name: String, _ said: String?) throws -> CalendarDay? {
                var options = SourceOptions()
                options.asOf = said.flatMap { CalendarDay($0) }
                let input = try SourceInput(path: folder(name))
                return try SourceReader.recognising(input, options)?.read(input, options).asOf
            }
            #expect(try asOf("plain", nil) == nil)
            #expect(try asOf("plain", "2026-05-01") == day("2026-05-01"))
            #expect(try asOf("Basic_LinkedInDataExport_06-07-2026", nil) == day("2026-06-07"))
            #expect(try asOf("Basic_LinkedInDataExport_06-07-2026", "2026-05-01") == day("2026-05-01"))
            try folder.write(
                LinkedInFixture.connections, to: "all/Basic_LinkedInDataExport_06-07-2026/Connections.csv")
            #expect(try asOf("all", nil) == day("2026-06-07"))
            try folder.write("First Name,Last Name\nMe,\n", to: "all/Profile.csv")
            #expect(try asOf("all", nil) == nil)
            let plain = try LinkedInArchiveReader.read(path: folder("plain"))
            #expect(plain.latestEntry == day("2020-01-02"))
        }
    }

    // MARK: Signs of a tie

    @Test func anInvitationWithANoteIsAStrongerSignThanABareOne() async throws {
        let me = "Me,https://www.linkedin.com/in/me"
        func invitation(_ from: String, _ to: String, _ note: String, _ direction: String) -> String {
            let (sender, receiver) = (from.split(separator: ","), to.split(separator: ","))
            return
                "\(sender[0]),\(receiver[0]),\"1/29/26, 2:37 PM\",\(note),\(direction),\(sender[1]),\(receiver[1])"
        }
        let ann = "Ann Lee,https://www.linkedin.com/in/ann"
        let bo = "Bo Ek,https://www.linkedin.com/in/bo"
        func people(_ rows: String...) async throws -> [ContactRecord] {
            try await records([
                "Connections.csv": LinkedInFixture.connections,
                "Profile.csv": "First Name,Last Name\nMe,\n",
                "Invitations.csv":
                    (["From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"]
                    + rows).joined(separator: "\n"),
            ]).contacts
        }
        let written = try await people(
            invitation(ann, me, "I liked your talk", "INCOMING"),
            invitation(me, bo, "Your piece helped", "OUTGOING"))
        #expect(written.map(\.how) == ["has invited you with a note", "was invited by you with a note"])
        #expect(written.map(\.strength) == [0.6, nil])
        let bare = try await people(invitation(ann, me, "", "INCOMING"), invitation(me, bo, "", "OUTGOING"))
        #expect(bare.map(\.how) == [nil, nil] && bare.map(\.strength) == [nil, nil])
    }

    @Test func recommendationsAreDatedMonthFirst() async throws {
        let records = try await records([
            "Connections.csv": LinkedInFixture.connections,
            "Recommendations_Received.csv": """
            First Name,Last Name,Company,Job Title,Text,Creation Date,Status
            Ann,Lee,Acme,Buyer,Good,"01/19/23, 12:10 AM",VISIBLE
            Bo,Ek,Acme,Clerk,Good,06/01/25 12:00 PM,VISIBLE
            """,
        ])
        #expect(records.contacts.map(\.strength) == [0.8, 0.8])
        #expect(records.latestEntry == day("2025-06-01"))
    }
}
