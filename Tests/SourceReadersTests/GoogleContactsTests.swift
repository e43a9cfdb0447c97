import Foundations
import ReboundTestSupport
import SourceReaders
import Testing

@Suite struct GoogleContactsTests {
    @Test(arguments: [
        ("Name,Given Name,Additional Name,Family Name,Yomi Name,E-mail 1 - Type,E-mail 1 - Value", true),
        ("First Name,Middle Name,Last Name,Phonetic First Name,Labels", true),
        ("Given Name,Family Name,Phone 1 - Value", true), (" First Name ,E-mail 1 - Value", true),
        ("First Name,Last Name,URL,Email Address,Company,Position,Connected On", false),
        ("First Name,Middle Name,Last Name,E-mail Address,E-mail 2 Address", false), ("", false),
    ])
    func headersAreRecognised(header: String, isGoogle: Bool) {
        let names = header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        #expect(GoogleContactsReader.recognises(header: names) == isGoogle)
    }

    @Test func hostileTextsAreKeptInEveryField() throws {
        let texts = try HostileText.all + (Corpora.folder == nil ? [] : Corpora.naughtyStrings())
        let columns = [
            "First Name", "Last Name", "Phonetic First Name", "Nickname", "Organization Name",
            "Organization Title", "Notes",
            "Labels", "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Label", "Phone 1 - Value",
            "Website 1 - Label",
            "Website 1 - Value",
        ]
        var csv = CSVWriter()
        csv.row(columns + ["E-mail 2 - Label", "E-mail 2 - Value"])
        for (index, text) in texts.enumerated() {
            csv.row(columns.map { _ in text } + ["", "k\(index)@example.com"])
        }
        let records = GoogleContactsReader.read(bytes: csv.bytes, file: "f.csv")
        #expect(!records.hasErrors)
        #expect(records.contacts.count == texts.count)
        for (index, contact) in records.contacts.enumerated() {
            #expect(contact.emails.contains("k\(index)@example.com"))
        }
    }
}
