import Foundations
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

/// Puts texts into every field of an archive that takes text.
enum LinkedInFields {
    /// Expects that an archive with each text in every field is read, and that the text comes out where it
    /// went in.
    static func expectTextInEveryField(_ texts: [String]) async throws {
        try await TemporaryFolder.with { folder in
            var connections = RawTable()
            connections.row([
                "First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On",
            ])
            var messages = RawTable()
            messages.row([
                "CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO",
                "RECIPIENT PROFILE URLS",
                "DATE", "SUBJECT", "CONTENT", "FOLDER", "IS MESSAGE DRAFT",
            ])
            var applications = RawTable()
            applications.row(["Application Date", "Company Name", "Job Title"])
            for (index, text) in texts.enumerated() {
                let url = "https://www.linkedin.com/in/p\(index)"
                connections.row([
                    text, "Last\(index)", url, "p\(index)@example.com", text, text, "01 Jan 2020",
                ])
                messages.row([
                    "c\(index)", text, "Person \(index)", url, "Me", "https://www.linkedin.com/in/me",
                    "2020-01-01 10:00:00 UTC", text, text, "INBOX", "No",
                ])
                applications.row(["1/1/20, 8:15 AM", "Employer \(index) \(text)", "Job \(text)"])
            }
            try folder.write(connections.bytes, to: "archive/Connections.csv")
            try folder.write(messages.bytes, to: "archive/messages.csv")
            try folder.write(applications.bytes, to: "archive/Jobs/Job Applications.csv")
            var options = LinkedInArchiveReader.Options()
            options.keepText = true
            let records = try LinkedInArchiveReader.read(path: folder("archive"), options: options)
            #expect(records.diagnostics == [])
            #expect(records.tallies.map(\.read) == [texts.count, texts.count, texts.count])
            #expect(records.contacts.count == texts.count)
            #expect(records.applications.count == texts.count)
            guard records.contacts.count == texts.count, records.talks.count == texts.count else { return }
            for (index, text) in texts.enumerated() {
                expectTidy(records.contacts[index])
                let kept = composed(trimmedText(text))
                let talk = records.talks[index]
                #expect(same(talk.text, kept.isEmpty ? nil : kept), "\(text.debugDescription)")
                if !text.unicodeScalars.contains(where: {
                    $0.value < 0x20 || (0x85...0x85).contains($0.value) || $0.value == 0x2028
                        || $0.value == 0x2029
                }) {
                    #expect(same(records.contacts[index].company, kept.isEmpty ? nil : kept))
                    #expect(same(talk.subject, kept.isEmpty ? nil : kept))
                }
            }
        }
    }

    /// A table as LinkedIn writes one: nothing in a cell is guarded.
    struct RawTable {
        private(set) var bytes: [UInt8] = []

        mutating func row(_ cells: [String]) {
            let quoted = cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
            bytes += (quoted.joined(separator: ",") + "\r\n").utf8
        }
    }

    private static func expectTidy(_ contact: ContactRecord) {
        for text in [contact.name, contact.company, contact.title].compactMap({ $0 }) + contact.otherNames {
            #expect(!text.isEmpty && same(text, composed(trimmedText(text))))
            #expect(!text.unicodeScalars.contains { $0 == "\n" || $0 == "\r" })
        }
    }

    /// Equal bytes, where `==` would be content with equivalent ones.
    private static func same(_ left: String?, _ right: String?) -> Bool {
        left.map { Array($0.utf8) } == right.map { Array($0.utf8) }
    }

    private static func trimmedText(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(scalars)
    }
}
