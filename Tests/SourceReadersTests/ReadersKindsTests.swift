import Foundations
import ReferralGraph
import Testing

@testable import SourceReaders

@Suite("What users' files are like") struct ReadersKindsTests {
    private func cards(_ lines: String...) -> SourceRecords {
        VCardReader.read(
            bytes: Array(
                (["BEGIN:VCARD", "VERSION:3.0"] + lines + ["END:VCARD"]).joined(separator: "\r\n").utf8),
            file: "f")
    }

    @Test func severalEmployersKeepTheirTitles() throws {
        let jobs = try #require(
            cards("FN:A B", "ORG:One", "ORG:Two;Board", "TITLE:First", "TITLE:Second", "ORG:one, Inc.")
                .contacts.first?.jobs)
        #expect(jobs.map(\.company) == ["One", "Two"])
        #expect(jobs.map(\.title) == ["First", "Second"])
        #expect(jobs[1].department == "Board")
        let grouped = try #require(
            cards("FN:A B", "b.TITLE:Second", "a.ORG:One", "b.ORG:Two", "a.TITLE:First").contacts.first?.jobs)
        #expect(grouped.map(\.title) == ["First", "Second"])
    }

    @Test func peopleOnCardsOfOthersAreNotLost() throws {
        let records = cards("FN:A B", "X-ABRELATEDNAMES:Dan Osei", "RELATED;TYPE=colleague;VALUE=text:Uli Po")
        #expect(records.contacts.first?.notes == ["Related: Dan Osei", "Colleague: Uli Po"])
        #expect(records.diagnostics.map(\.identifier) == [.valueIgnored])
    }

    @Test func firmsAreNoPeopleAndSoleTradersAre() {
        #expect(
            cards("N:Castellane;Odile", "FN:Odile Castellane", "ORG:Odile Castellane").contacts.count == 1)
        #expect(cards("N:GmbH;Hafen", "FN:Hafen GmbH", "ORG:Hafen GmbH").contacts.isEmpty)
        #expect(cards("N:;;;;", "FN:Hafen Werk", "ORG:Hafen Werk").contacts.isEmpty)
        #expect(cards("N:B;A", "FN:A B", "ORG:A B", "X-ABShowAs:COMPANY").contacts.isEmpty)
    }

    @Test func familyNamesStandFirstInEastAsia() {
        #expect(cards("N:佐伯;遥香").contacts.first?.name == "佐伯 遥香")
        #expect(cards("N:Saeki;Haruka").contacts.first?.name == "Haruka Saeki")
        #expect(LinkedInName.read(first: "伟", last: "欧阳").name == "欧阳 伟")
        #expect(LinkedInName.read(first: "Min-jun", last: "Baek").name == "Min-jun Baek")
    }

    @Test func roundedNumbersAreNoTelephones() {
        for text in ["4.479E+11", "4,479E+11", "4.479E11", "4E+11", "-4.4e+11"] {
            #expect(ContactValues.phone(text) == nil, "\(text)")
        }
        for text in ["+44 7900 900123", "447900900123", "555-0100 ext. 11"] {
            #expect(ContactValues.phone(text) != nil, "\(text)")
        }
    }

    @Test func invisibleCharactersAreNoPartOfAddresses() {
        #expect(ContactValues.email("\u{200B}a@b.example\u{A0}\u{200E}") == "a@b.example")
        #expect(ContactValues.phone("\u{202A}+47 55\u{A0}55\u{202C}") == "+47 55 55")
        #expect(InvisibleCharacters.stripped(fromLine: "\u{202B}سلمى\u{202C}") == "سلمى")
        #expect(InvisibleCharacters.stripped(fromLine: "می\u{200C}خواهم") == "می\u{200C}خواهم")
    }

    @Test func linksOfNotionAreNoPartOfNames() {
        let link = "https://www.notion.so/Harbor-Works-1a2b?pvs=21"
        #expect(
            NotionLinks.names("Harbor Works (\(link)), Vance & Sons (\(link))") == [
                "Harbor Works", "Vance & Sons",
            ])
        #expect(NotionLinks.names("Harbor (https://harbor.example)") == ["Harbor (https://harbor.example)"])
    }

    @Test func aListOfApplicationsIsNoListOfPeople() {
        #expect(JobTrackerReader.recognises(header: ["Company", "Role", "Stage", "Applied"]))
        #expect(JobTrackerReader.recognises(header: ["Firma", "Position", "Beworben am", "Status"]))
        #expect(!JobTrackerReader.recognises(header: ["Name", "Company", "Position", "Date applied"]))
        #expect(!JobTrackerReader.recognises(header: ["Email", "Company", "Title", "Status"]))
        let table = "Company,Role,Stage,Applied\nHarbor,PM,Interview,4 Mar 2026\nKestrel,PM,Wishlist,\n"
        let records = JobTrackerReader.read(bytes: Array(table.utf8), file: "f")
        #expect(records.applications.map(\.company) == ["Harbor"])
        #expect(records.applications.map(\.date.day) == [CalendarDay("2026-03-04")])
        #expect(records.tallies.flatMap(\.skipped).map(\.line) == [3])
        #expect(records.contacts.isEmpty)
    }

    @Test func webPagesCountWhereTheyAreProfiles() {
        let header = ["Name", "Website", "Title"]
        let values = [["A"], ["https://www.linkedin.com/in/a"], ["Dr."]]
        #expect(
            ColumnMapping.guessed(from: header) { values[$0] }.argument == "name=Name,profile-url=Website")
        #expect(
            ColumnMapping.guessed(from: header) { $0 == 1 ? ["https://a.example"] : ["CEO"] }.argument
                == "name=Name,title=Title")
    }
}
