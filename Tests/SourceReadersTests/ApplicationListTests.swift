import Foundations
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

/// Lists of applications as Huntr, Teal, Notion, Airtable and a German spreadsheet export them.
@Suite("Lists of applications")
struct ApplicationListTests {
    private static let folder =
        String(#filePath.dropLast("ApplicationListTests.swift".count)) + "Fixtures/applications/"

    private func read(_ text: String, _ mapping: String? = nil) throws -> SourceRecords {
        JobTrackerReader.read(
            bytes: Array(text.utf8), file: "jobs.csv",
            mapping: try mapping.map { try ColumnMapping(parsing: $0) })
    }

    /// Each application on a line, its stages and people behind it.
    private func lines(_ records: SourceRecords) -> [String] {
        records.applications.map { application in
            let steps = application.steps.map {
                "\($0.stage.rawValue) \($0.isDated ? $0.day.description : "?")"
            }
            let people = application.participants.map { participant in
                let contact = records.contacts[participant.contact]
                return ([contact.name] + contact.emails + [participant.role.rawValue]).joined(separator: " ")
            }
            return (["\(application.company)/\(application.title) \(application.date.day)"] + steps + people)
                .joined(separator: ", ")
        }
    }

    @Test(
        "what five programs write is understood, and what has no day is said",
        arguments: [
            (
                "huntr",
                [
                    "Lumen Loft/Support Lead 2026-02-02, interview 2026-02-12, rejected ?, Gareth Pole coordinator",
                    "Harbor Works, Inc./Data Analyst 2026-03-09, interview 2026-03-18, Oona Pilgrim coordinator",
                    "Quillon/Planner 2026-03-20",
                ], [5], [2]
            ),
            (
                "teal",
                [
                    "Harbor Works/Product Manager 2026-03-02",
                    "Lumen Loft/Head of Product 2026-01-15, rejected ?",
                    "Mill Street/Product Owner 2026-01-22, withdrawn ?", "Tarn/Product Lead 2026-02-03",
                    "Fenwick/Group PM 2026-01-05",
                ], [3, 8], [2, 4]
            ),
            (
                "notion",
                [
                    "Harbor Works/Head of Data 2026-03-02, offer 2026-04-01, Priya Nand priya@harbor.example hiring-manager",
                    "Kestrel Systems/Data Lead 2026-03-10, screening 2026-03-16, Tom Ferrer tom@agency.example recruiter",
                    "Vance & Sons/Analyst 2026-02-10, rejected 2026-02-27",
                ], [5], []
            ),
            (
                "airtable",
                [
                    "Open Fields/Grants Officer 2026-01-12, interview 2026-01-20, rejected 2026-02-03, "
                        + "Maren Holt maren@openfields.example coordinator",
                    "River Trust/Fundraiser 2026-02-20", "Harbor Arts/Events Lead 2026-01-05, withdrawn ?",
                    "Mill Street/Fundraiser 2025-12-01",
                ], [], [3, 4]
            ),
            (
                "tabelle",
                [
                    "Bäckerei Holm GmbH/Filialleiterin 2026-02-02, interview 2026-02-11, rejected 2026-02-20, "
                        + "Jörg Weiss j.weiss@holm.example coordinator",
                    "Tarn AG/Disponentin 2026-03-05",
                ], [4], []
            ),
        ] as [(String, [String], [Int], [Int])])
    func programs(name: String, expected: [String], saved: [Int], warned: [Int]) throws {
        let input = try SourceInput(path: Self.folder + name + ".csv")
        let reader = try #require(SourceReader.recognising(input, SourceOptions()))
        #expect(reader.format == .applications)
        let records = try reader.read(input)
        #expect(lines(records) == expected)
        #expect(records.tallies[0].skipped.map(\.line) == saved)
        #expect(Set(records.tallies[0].skipped.map(\.reason)).isSubset(of: ["saved, not applied for yet"]))
        #expect(records.diagnostics.compactMap(\.line) == warned && !records.hasErrors)
        // The way it was read, given back, reads the same.
        let again = JobTrackerReader.read(
            bytes: try FileBytes.read(path: Self.folder + name + ".csv"), file: input.path,
            mapping: try ColumnMapping(parsing: try #require(records.mapping)))
        #expect(again == records)
    }

    @Test(
        "words of stages, in the spellings that people use",
        arguments: [
            ("applied", ""), ("Application Submitted", ""), ("✅ Applied", ""), ("Ghosted", ""), ("", ""),
            ("NOT SELECTED", "rejected"), ("Rejected 😞", "rejected"), ("Absage", "rejected"),
            ("I Withdrew", "withdrawn"), ("Archived", "withdrawn"), ("Hired", "accepted"),
            ("Phone Screen", "screening"), ("phone-screen", "screening"), ("Interviewing (2)", "interview"),
            ("2nd Interview", "interview"), ("Final round", "finalist"), ("Negotiating", "offer"),
            ("On hold", "on-hold"),
        ])
    func words(word: String, stage: String) throws {
        let records = try read(
            "Company,Role,Status,Date Applied,Last Updated\nTarn,Cook,\(word),2026-03-01,2026-03-09\n")
        let expected = stage.isEmpty ? "" : ", \(stage) 2026-03-09"
        #expect(lines(records) == ["Tarn/Cook 2026-03-01\(expected)"] && records.diagnostics == [])
    }

    @Test(
        "saved jobs are no applications",
        arguments: ["Wishlist", "Bookmarked", "Saved", "Applying", "To apply"])
    func saved(word: String) throws {
        let records = try read("Company,Role,Status,Date Applied\nTarn,Cook,\(word),\n")
        #expect(records.applications == [] && records.diagnostics == [])
        #expect(records.tallies[0].skipped.map(\.reason) == ["saved, not applied for yet"])
    }

    @Test("a word that is not known is an error with its line, and the option that says what it means")
    func unknownWords() throws {
        let table =
            "Company,Role,Status,Date Applied\nTarn,Cook,Applied,2026-03-01\nMill,Cook,Declined,2026-03-02\n"
            + "Dock,Cook,\"It's, well\",2026-03-03\nQuay,Cook,declined,2026-03-03\n"
        let records = try read(table)
        #expect(records.diagnostics.map(\.identifier) == [.valueUnknown, .valueUnknown])
        #expect(records.diagnostics.map(\.line) == [3, 4])
        #expect(records.diagnostics[0].found == "\"Declined\", and 1 more like it")
        let option = "company=Company,title=Role,status=Status,applied-on=Date Applied,stage:Declined=applied"
        #expect(records.diagnostics[0].hint.contains("--map '\(option),stage:"))
        let told = try read(table, "stage:declined=rejected,stage:\"It's, well\"=on-hold")
        #expect(told.applications.map { $0.steps.map(\.stage) } == [[], [.rejected], [], [.rejected]])
        #expect(!told.hasErrors)
    }

    @Test("days that could be two are a question, with the whole option that answers it")
    func ambiguousDays() throws {
        let table = "Company,Role,Date Applied,Interview date\nTarn,Cook,3/4/2026,4/5/2026\n"
        let records = try read(table)
        #expect(records.diagnostics.map(\.identifier) == [.dateInvalid])
        let option =
            "--map 'company=Company,title=Role,applied-on=Date Applied,interviewed-on=Interview date,dates=DD/MM/YYYY'"
        #expect(records.diagnostics[0].hint.contains(option))
        let told = try read(
            table,
            "company=Company,title=Role,applied-on=Date Applied,interviewed-on=Interview date,dates=DD/MM/YYYY"
        )
        #expect(lines(told) == ["Tarn/Cook 2026-04-03, interview 2026-05-04"])
        let settled = try read(table + "Mill,Cook,3/4/2026,13/5/2026\n")
        #expect(lines(settled)[0] == "Tarn/Cook 2026-04-03, interview 2026-05-04")
    }

    @Test("the mapping decides over the names of columns; a column that is not there is an error")
    func mapping() throws {
        let table = "A,B,C,D\nTarn,Cook,2026-03-01,Rejected\n"
        #expect(!JobTrackerReader.recognises(header: ["A", "B", "C", "D"]))
        let told = try read(table, "company=A,title=B,applied-on=C,status=D,updated-on=C")
        #expect(lines(told) == ["Tarn/Cook 2026-03-01, rejected 2026-03-01"])
        #expect(
            try read(table, "company=A,title=B,applied-on=E").diagnostics.map(\.identifier) == [
                .columnUnknown
            ])
        #expect(try read(table).diagnostics.map(\.identifier) == [.listEmpty])
    }

    @Test("people of a row: several contacts, addresses alone, bad addresses")
    func people() throws {
        let table = """
            Company,Role,Date Applied,Contact,Recruiter,Contact email
            Tarn,Cook,2026-03-01,"Ada Moss, Ben Hale",,
            Tarn,Baker,2026-03-01,Ada Moss,,ada@tarn.example
            Tarn,Buyer,2026-03-01,,Cid Wren,cid@agency.example
            Tarn,Clerk,2026-03-01,,,jobs@tarn.example
            Tarn,Guard,2026-03-01,"Moss, Ada",,not an address
            """
        let records = try read(table)
        #expect(
            lines(records) == [
                "Tarn/Cook 2026-03-01, Ada Moss coordinator, Ben Hale coordinator",
                "Tarn/Baker 2026-03-01, Ada Moss ada@tarn.example coordinator",
                "Tarn/Buyer 2026-03-01, Cid Wren cid@agency.example recruiter",
                "Tarn/Clerk 2026-03-01,  jobs@tarn.example coordinator",
                "Tarn/Guard 2026-03-01, Moss, Ada coordinator",
            ])
        #expect(records.diagnostics.map(\.line) == [6])
        #expect(records.contacts.allSatisfy { !$0.isAcquaintance })
    }

    @Test("no text of a cell makes it fail", arguments: HostileText.all)
    func hostile(text: String) throws {
        let cell = "\"\(text.replacing("\"", with: "\"\""))\""
        let table =
            "Company,Role,Status,Date Applied,Contact,Contact email,Notes\n"
            + "Tarn,Cook,Applied,2026-03-01,\(cell),\(cell),\(cell)\n\(cell),\(cell),,2026-03-01,,,\n"
            + "Tarn,Cook,\(cell),\(cell),,,\n"
        let records = try read(table)
        #expect(records.applications.first?.company == "Tarn")
        let bytes = Array(table.utf8)
        for length in stride(from: 0, to: bytes.count, by: 7) {
            _ = JobTrackerReader.read(bytes: Array(bytes.prefix(length)), file: "jobs.csv")
        }
    }
}
