import Foundations
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

/// Archives that no one here wrote, and the variants beside them.
@Suite(.enabled(if: Corpora.folder != nil)) struct LinkedInCorpusTests {
    private static func records(_ name: String) throws -> SourceRecords {
        try LinkedInArchiveReader.read(path: Corpora.outside("linkedin/" + name))
    }

    private static func variant(_ name: String) throws -> SourceRecords { try records("variants/" + name) }

    /// `2 read, 1 a draft`.
    private static func summary(_ tally: SourceTally) -> String {
        let skipped = Dictionary(grouping: tally.skipped, by: \.reason).sorted { $0.key < $1.key }
        return (["\(tally.read) read"] + skipped.map { "\($1.count) \($0)" }).joined(separator: ", ")
    }

    /// The figures were counted by another program in another language.
    @Test func theWholeArchiveIsUnderstood() throws {
        let records = try Self.records("whole-archive-synthetic.zip")
        #expect(records.diagnostics == [])
        #expect(
            records.tallies.map { "\($0.file): \(Self.summary($0))" } == [
                "Company Follows.csv: 20 read, 32 the same company again",
                "Connections.csv: 2000 read",
                "Education.csv: 2 read",
                "Endorsement_Given_Info.csv: 1500 read",
                "Endorsement_Received_Info.csv: 700 read",
                "Invitations.csv: 82 read, 78 an invitation without a message, 2 the same message again",
                "Jobs/Job Applications.csv: 25 read",
                "Jobs/Job Seeker Preferences.csv: 1 read",
                "Jobs/Saved Jobs.csv: 5 read, 3 the same company again",
                "Positions.csv: 11 read",
                "Profile.csv: 1 read",
                "Recommendations_Given.csv: 21 read",
                "Recommendations_Received.csv: 27 read",
                "messages.csv: 19959 read, 41 a draft",
            ])
        #expect(records.contacts.count == 2028)
        #expect(records.contacts.count { $0.connectedOn != nil } == 2000)
        #expect(records.talks.count == 19959 + 81)
        #expect(records.talks.count { $0.sender == nil && $0.purposes.isEmpty } == 10034)
        #expect(records.acquaintances.count == 135)
        #expect(records.ownJobs.count == 11 && records.ownEducation.count == 2)
        let wanted = Dictionary(grouping: records.proposals, by: \.target.kind).mapValues(\.count)
        #expect(wanted == [.company: 27, .role: 2, .place: 2])
        #expect(records.unusedFiles.count == 31)
        #expect(records.unusedFiles.allSatisfy { $0.reason != UnusedFile.unknown })
        #expect(records.owner?.name == "Ada Byron-Lovelace")
        #expect(Set(records.talks.map(\.id)).count == records.talks.count)
        #expect(Set(records.talks.compactMap(\.thread)).count == 463)
        #expect(records.asOf == nil && records.latestEntry == CalendarDay("2025-11-25"))
    }

    @Test func aSecondReadingGivesTheSame() throws {
        let first = try Self.records("whole-archive-synthetic.zip")
        #expect(try Self.records("whole-archive-synthetic.zip") == first)
    }

    @Test func quirksOfPeople() throws {
        let records = try Self.variant("people-quirks.Connections.csv")
        #expect(records.diagnostics == [])
        #expect(
            records.tallies[0].skipped == [
                .init(line: 7, reason: "the same person again"), .init(line: 14, reason: "a hidden member"),
                .init(line: 17, reason: "a date that does not exist or is not understood"),
            ])
        #expect(
            records.contacts.map(\.name) == [
                "Ana Same", "Ana Same", "Neha", "Wren Hale", "Max Launch", "田中 太郎", "محمد الأحمد",
                "Eve NoUrl",
                "=HYPERLINK(\"http://x\") Formula",
            ])
        #expect(records.contacts[3].otherNames == ["Wren Hale, PhD, PMP®"])
        #expect(records.contacts[4].title == "CEO & Founder")
        #expect(records.contacts[2].title == "Senior Engineer \"Platform\"")
        #expect(records.contacts[7].emails == ["eve@example.org"])
        #expect(records.contacts.allSatisfy { $0.isAcquaintance })
        #expect(records.acquaintances == [])
        #expect(records.asOf == nil && records.latestEntry == CalendarDay("2025-05-01"))
    }

    @Test func resavedBySpreadsheets() throws {
        let commas = try Self.variant("excel-resaved.Connections.csv")
        #expect(commas.contacts.map(\.name) == ["Mira Testova", "Ole Beispiel"])
        #expect(commas.contacts.map(\.connectedOn) == [CalendarDay("2022-02-07"), CalendarDay("2021-04-04")])
        #expect(commas.contacts.map(\.place.line) == [5, 6])
        let semicolons = try Self.variant("excel-resaved-semicolon-cp1252.Connections.csv")
        #expect(semicolons.contacts.map(\.name) == ["Zoë Müller"])
        #expect(semicolons.contacts[0].company == "Müller & Söhne GmbH")
        #expect(semicolons.contacts[0].connectedOn == CalendarDay("2023-01-12"))
        let wide = try Self.variant("Endorsement Received Info.utf16.tsv")
        #expect(wide.contacts.map(\.name) == ["Priya Raman"])
        #expect(wide.contacts[0].strength == 0.5)
    }

    @Test func applications() throws {
        let records = try Self.variant("Job Applications.csv")
        #expect(records.applications.map(\.company) == ["Acme Corp", "Northstar Labs, Inc."])
        #expect(records.applications.map(\.title) == ["Content Specialist", "Developer"])
        #expect(records.applications.map(\.date.description) == ["2024-11-20T08:15", "2023-07-06T14:20"])
        #expect(records.contacts == [])
    }

    @Test func savedJobs() throws {
        let records = try Self.variant("Saved Jobs.csv")
        #expect(records.proposals.map(\.target.name) == ["Northwind", "Fabrikam Inc."])
        #expect(records.proposals.map(\.target.source) == ["saved job: Product Lead", "saved job: Old Save"])
        #expect(
            records.proposals.map(\.target.date) == [CalendarDay("2026-09-01"), CalendarDay("2020-06-01")])
        #expect(records.applications == [])
    }

    @Test(arguments: [
        ("empty-with-preamble.Connections.csv", "[file-empty] found tables without rows"),
        ("french-header-unverified.Connections.csv", ":4: error: [column-missing] found French column names"),
        ("german-header-unverified.Connections.csv", ":1: error: [column-missing] found German column names"),
    ])
    func whatIsNotUnderstoodIsAnError(name: String, text: String) throws {
        let records = try Self.variant(name)
        #expect(records.diagnostics.count == 1)
        #expect(records.diagnostics.first?.description.contains(text) == true, "\(records.diagnostics)")
        #expect(records.contacts == [])
    }

    @Test func theVariantsLookLikeLinkedIn() {
        let names = fileNames(in: Corpora.outside("linkedin/variants"))
        let others = names.filter {
            !LinkedInArchiveReader.recognises(path: Corpora.outside("linkedin/variants/" + $0))
        }
        #expect(others == [])
        #expect(
            LinkedInArchiveReader.recognises(path: Corpora.outside("linkedin/whole-archive-synthetic.zip")))
        #expect(
            !LinkedInArchiveReader.recognises(path: Corpora.outside("torture/csv-spectrum/csvs/simple.csv")))
        #expect(!LinkedInArchiveReader.recognises(path: Corpora.outside("nowhere")))
    }

    @Test func tablesOfOthersAreNoConnections() async throws {
        for name in Corpora.files(in: "csv-spectrum/csvs") {
            let bytes = try FileBytes.read(path: Corpora.path("csv-spectrum/csvs/" + name))
            try await TemporaryFolder.with { folder in
                let path = try folder.write(bytes, to: "Connections.csv")
                let records = try LinkedInArchiveReader.read(path: path)
                #expect(records.diagnostics.map(\.identifier) == [.columnMissing], "\(name)")
                #expect(records.contacts == [])
            }
        }
    }

    @Test func naughtyStringsAreTextLikeAnyOther() async throws {
        let texts = try Corpora.naughtyStrings()
        try await LinkedInFields.expectTextInEveryField(texts)
    }
}
