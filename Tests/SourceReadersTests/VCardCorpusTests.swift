import Foundations
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

@testable import ContentLines

/// What people see who open the cards of the corpus in an editor.
@Suite(.enabled(if: Corpora.folder != nil)) struct VCardCorpusTests {
    struct Expected: Sendable {
        /// Whether the card is of someone real: letters stand as `x` and digits as `0`.
        var isMasked = false
        var name: String
        var also: [String] = []
        var emails: [String] = []
        var phones: [String] = []
        var company: String?
        var department: String?
        var title: String?
    }

    struct File: Sendable, CustomTestStringConvertible {
        var name: String
        var asOf: String?
        var people: [Expected]
        var warnings: [String] = []
        var testDescription: String { name }
    }

    static let files: [File] = [
        File(
            name: "io/text/John_Doe_ANDROID.vcf",
            people: [
                Expected(name: "", emails: ["john.doe@company.com"]),
                Expected(name: "", emails: ["jane.doe@company.com"]),
                Expected(name: "Ñ Ñ Ñ Ñ Ñ", also: ["Ñ Ñ Ñ Ñ"], phones: ["123456789"]),
                Expected(
                    name: "Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ", phones: ["123456", "234567", "3456789", "45678901"]),
                Expected(
                    name: "Ñ Ñ Ñ Ñ", also: ["Ñ Ñ Ñ Ñ Ñ"], emails: ["bob@company.com"], phones: ["123456"],
                    company: String(repeating: "Ñ", count: 12)),
                Expected(
                    name: "ÑÑÑÑ", emails: ["henry@company.com"], phones: ["55556666"],
                    company: String(repeating: "Ñ", count: 44)),
            ], warnings: ["value-ignored 44", "record-damaged 82"]),
        File(
            name: "io/text/John_Doe_BLACK_BERRY.vcf",
            people: [Expected(name: "John Doe", phones: ["+96123456789"], company: "Acme Solutions")]),
        File(
            name: "io/text/John_Doe_EVOLUTION.vcf", asOf: "2012-03-05",
            people: [
                Expected(
                    name: "Mr. John Richter, James Doe Sr.", also: ["John Doe", "Johny"],
                    emails: ["john.doe@ibm.com"],
                    phones: ["905-666-1234", "905-555-1234"], company: "IBM",
                    department: "Accounting, Dungeon",
                    title: "Money Counter")
            ], warnings: ["value-ignored 18"]),
        File(
            name: "io/text/John_Doe_GMAIL.vcf",
            people: [
                Expected(
                    name: "Mr. John Richter, James Doe Sr.", also: ["John Doe"], emails: ["john.doe@ibm.com"],
                    phones: ["905-555-1234", "905-666-1234"], company: "IBM", title: "Money Counter")
            ], warnings: ["value-ignored 18"]),
        File(
            name: "io/text/John_Doe_IPHONE.vcf",
            people: [
                Expected(
                    name: "Mr. John Richter James Doe Sr.", also: ["John Doe", "Johny"],
                    emails: ["john.doe@ibm.com"],
                    phones: ["905-555-1234", "905-666-1234", "905-777-1234"], company: "IBM",
                    department: "Accounting", title: "Money Counter")
            ]),
        File(
            name: "io/text/John_Doe_LOTUS_NOTES.vcf",
            people: [
                Expected(
                    name: "Mr. Doe John I Johny", also: ["John Doe", "Johny,JayJay"],
                    emails: ["john.doe@ibm.com", "billy_bob@gmail.com"], phones: ["+1 (212) 204-34456"],
                    company: "IBM", department: "SUN", title: "Generic Accountant")
            ]),
        File(
            name: "io/text/John_Doe_MAC_ADDRESS_BOOK.vcf",
            people: [
                Expected(
                    name: "Mr. John Richter,James Doe Sr.", also: ["John Doe", "Johny"],
                    emails: ["john.doe@ibm.com"],
                    phones: ["905-777-1234", "905-666-1234", "905-555-1234"], company: "IBM",
                    department: "Accounting", title: "Money Counter")
            ], warnings: ["value-ignored 349"]),
        File(
            name: "io/text/John_Doe_MS_OUTLOOK.vcf", asOf: "2012-03-05",
            people: [
                Expected(
                    name: "Mr. John Richter James Doe Sr.", also: ["John Doe", "Johny"],
                    emails: ["john.doe@ibm.cm"],
                    phones: ["(905) 555-1234", "(905) 666-1234"], company: "IBM", department: "Accounting",
                    title: "Money Counter")
            ], warnings: ["value-ignored 43"]),
        File(
            name: "io/text/fullcontact.vcf",
            people: [
                Expected(
                    name: "Prefix FirstName MiddleName LastName Suffix",
                    also: ["FirstName LastName", "NickName"],
                    emails: ["home", "work", "school", "other", "custom"].map { "\($0)@example.com" },
                    phones: [1111, 1112, 1113, 1114, 1115, 1118, 1119].map { "555-555-\($0)" },
                    company: "Organization1", department: "Department1", title: "Title1")
            ]),
        File(
            name: "io/text/gmail-list.vcf",
            people: [
                Expected(name: "Arnold Smith", emails: ["asmithk@gmail.com"]),
                Expected(name: "Chris Beatle", emails: ["chrisy55d@yahoo.com"]),
                Expected(name: "Doug White", emails: ["dwhite@gmail.com"]),
            ]),
        File(
            name: "io/text/gmail-single.vcf",
            people: [
                Expected(
                    name: "Greg Dartmouth", also: ["Gman"], emails: ["gdartmouth@hotmail.com"],
                    phones: ["555 555 1111", "555 555 2222"], company: "TheCompany", title: "TheJobTitle")
            ], warnings: ["value-ignored 23"]),
        File(
            name: "io/text/gmail-single2.vcf",
            people: [
                Expected(
                    name: "VCard Test", also: ["TheNickname"],
                    emails: ["email", "homeemail", "workemail", "otheremail", "customcategory"]
                        .map { "\($0)@example.com" },
                    phones: [1111, 1112, 1113, 1114, 1115, 1116, 1119, 1121].map { "555555\($0)" },
                    company: "TheCompany", title: "TheJobTitle")
            ], warnings: ["value-ignored 59"]),
        File(
            name: "io/text/outlook-2003.vcf", asOf: "2012-10-12",
            people: [
                Expected(
                    name: "John Doe III", also: ["John Doe", "Joey"], emails: ["jdoe@hotmail.com"],
                    company: "Company, The", department: "TheDepartment", title: "The Job Title")
            ], warnings: ["value-ignored 10", "value-ignored 11", "value-ignored 12"]),
        File(
            name: "io/text/outlook-2007.vcf", asOf: "2012-08-01",
            people: [
                Expected(
                    isMasked: true, name: "xx. xxxxxxx xxxxxxxx xx.", also: ["xxxxxxx xxxxxxxx", "xxxx"],
                    emails: ["xxxx.xxxxxxxx@xxxxx.xxx"],
                    phones: ["(000) 000-0000", "(000) 000-0000", "(000) 000-0000"], company: "xxxxxxxxxx",
                    department: "xxxxxxxxxxxxx", title: "xxxxxxxxxxx")
            ], warnings: ["value-ignored 88"]),
        File(
            name: "io/text/rfc2426-example.vcf",
            people: [
                Expected(
                    isMasked: true, name: "xxxxx xxxxxx",
                    emails: ["xxxxx_xxxxxx@xxxxx.xxx", "xxxxxxx@xxxxxxxxx.xxx"],
                    phones: ["+0-000-000-0000"], company: "xxxxx xxxxxxxxxxx xxxxxxxxxxx"),
                Expected(
                    isMasked: true, name: "xxx xxxxx", emails: ["xxxxx@xxxxxxxx.xxx"],
                    phones: ["+0-000-000-0000"],
                    company: "xxxxxxxx xxxxxxxxxxxxxx xxxx."),
            ]),
        File(
            name: "io/text/rfc6350-example.vcf",
            people: [
                Expected(
                    isMasked: true, name: "xxxxx xxxxxxxxx", emails: ["xxxxx.xxxxxxxxx@xxxxxxxx.xx"],
                    phones: ["+0-000-000-0000 xxx. 000", "+0-000-000-0000"], company: "xxxxxxxx")
            ]),
        File(
            name: "io/text/thunderbird-MoreFunctionsForAddressBook-extension.vcf",
            people: [
                Expected(
                    name: "John Doe", also: ["Johnny"],
                    emails: ["doe.john@hotmail.com"]
                        + ["", "1", "2", "3"].map { "additional-email\($0)@company.com" },
                    phones: ["555-555-1111", "555-555-2222", "555-555-5555"], company: "TheOrganization",
                    department: "TheDepartment", title: "TheTitle")
            ], warnings: ["value-ignored 23"]),
        File(
            name: "issue/issue114.vcf", asOf: "2021-03-14",
            people: [
                Expected(
                    name: "Dummy Dummy", emails: ["dummy.dummy@dummy.com"],
                    phones: ["+49 1234 56789", "+49 9876 54321"], company: "Dummy GmbH")
            ]),
    ]

    static let folder = Corpora.outside("vcard/src/test/resources/ezvcard/")

    private func read(_ name: String) throws -> SourceRecords {
        VCardReader.read(bytes: try FileBytes.read(path: Self.folder + name), file: name)
    }

    @Test(arguments: files)
    func givesWhatTheCardsSay(file: File) throws {
        let records = try read(file.name)
        #expect(records.asOf?.description == file.asOf)
        #expect(records.tallies.map(\.read) == [file.people.count])
        #expect(records.tallies.map(\.skipped) == [[]])
        #expect(records.diagnostics.map { "\($0.identifier.rawValue) \($0.line ?? 0)" } == file.warnings)
        try #require(records.contacts.count == file.people.count)
        for (contact, expected) in zip(records.contacts, file.people) {
            func shown(_ text: String) -> String { expected.isMasked ? Self.masked(text) : text }
            #expect(shown(contact.name) == expected.name)
            #expect(contact.otherNames.map(shown) == expected.also)
            #expect(contact.emails.map(shown) == expected.emails)
            #expect(contact.phones.map(shown) == expected.phones)
            #expect(contact.company.map(shown) == expected.company)
            #expect(contact.department.map(shown) == expected.department)
            #expect(contact.title.map(shown) == expected.title)
            #expect(contact.isAcquaintance)
            #expect(contact.connectedOn == nil)
        }
    }

    private static func masked(_ text: String) -> String {
        String(text.map { $0.isLetter ? "x" : $0.isNumber ? "0" : $0 })
    }

    @Test func everyCardOfTheCorpusIsExpected() {
        let names = fileNames(in: Self.folder + "io/text").filter { $0.hasSuffix(".vcf") }.map {
            "io/text/\($0)"
        }
        #expect(names.sorted() == Self.files.map(\.name).filter { $0.hasPrefix("io/text/") }.sorted())
    }

    @Test(arguments: [
        ("io/xml/rfc6351-example.xml", "XML"), ("io/json/jcard-example.json", "JSON"),
        ("io/text/vcard-samples-license.txt", "no line BEGIN:VCARD"),
    ])
    func otherFormatsFail(name: String, found: String) throws {
        let records = try read(name)
        #expect(records.diagnostics.map(\.identifier) == [.formatUnknown])
        #expect(records.diagnostics.map(\.found) == [found])
        #expect(records.hasErrors)
    }

    @Test func notesKeepTheirLines() throws {
        let note = try read("io/text/outlook-2003.vcf").contacts[0].notes
        #expect(note == ["This is the note field!!\nSecond line\n\nThird line is empty"])
        let other = try read("io/text/outlook-2007.vcf").contacts[0].notes
        #expect(other[0].split(separator: "\n").map(\.count) == [23, 55, 63, 35])
    }

    @Test func onlyPagesAboutThePersonAreKept() throws {
        #expect(try read("io/text/gmail-single.vcf").contacts[0].profileURLs == ["http://TheProfile.com"])
        #expect(try read("io/text/gmail-single2.vcf").contacts[0].profileURLs == ["http://www.example2.com"])
        #expect(try read("io/text/fullcontact.vcf").contacts[0].profileURLs == [])
    }

    @Test func anyPieceOfARealFileIsRead() throws {
        for name in ["io/text/John_Doe_ANDROID.vcf", "io/text/outlook-2003.vcf", "io/text/gmail-single.vcf"] {
            let bytes = try FileBytes.read(path: Self.folder + name)
            for length in stride(from: 0, to: bytes.count, by: 7) {
                let records = VCardReader.read(bytes: Array(bytes.prefix(length)), file: name)
                #expect(records.contacts.isEmpty == records.hasErrors)
            }
        }
    }
}
