import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

@Suite struct VCardWriterTests {
    private let day = CalendarDay("2026-03-10")!

    private func written(_ people: [Person], _ companies: [Company] = []) -> String {
        String(decoding: VCardWriter.bytes(of: people, companies: companies, on: day), as: UTF8.self)
    }

    private let jane = Person(
        id: "jane", name: "Jane Q. Hale, PhD", emails: ["jane@example.com", "j@example.com"],
        phones: ["555-0100"],
        profileURL: "https://www.linkedin.com/in/jane,hale",
        employments: [
            Employment(
                company: "acme", title: "Engineer; Robotics", department: "R\\D",
                from: CalendarDay("2024-01-01")),
            Employment(company: "old", title: "Intern", to: CalendarDay("2023-12-31")),
        ], observations: ["Likes tea,\nnot coffee", "Has a dog"])

    private let acme = Company(id: "acme", name: "Acme, Inc.")

    @Test func aCardIsWrittenAsTheStandardWants() {
        let wanted = [
            "BEGIN:VCARD", "VERSION:4.0", "UID:urn:rebound:person:jane", "FN:Jane Q. Hale\\, PhD",
            "N:Hale;Jane Q.;;;PhD", "EMAIL;PREF=1:jane@example.com", "EMAIL:j@example.com",
            "TEL;PREF=1:555-0100",
            "item1.URL:https://www.linkedin.com/in/jane,hale", "item1.X-ABLabel:Profile",
            "ORG:Acme\\, Inc.;R\\\\D",
            "TITLE:Engineer\\; Robotics", "NOTE:Likes tea\\,\\nnot coffee", "NOTE:Has a dog",
            "REV:20260310T000000Z",
            "END:VCARD",
        ].map { $0 + "\r\n" }.joined()
        #expect(written([jane], [acme]) == wanted)
    }

    @Test func ourReaderGivesThePersonBack() throws {
        let records = VCardReader.read(bytes: Array(written([jane], [acme]).utf8), file: "f")
        #expect(records.diagnostics == [])
        #expect(records.asOf == day)
        let contact = try #require(records.contacts.first)
        #expect(contact.name == jane.name)
        #expect(contact.otherNames == jane.otherNames)
        #expect(contact.emails == jane.emails)
        #expect(contact.phones == jane.phones)
        #expect(contact.profileURLs == ["https://www.linkedin.com/in/jane,hale"])
        #expect(contact.company == "Acme, Inc.")
        #expect(contact.department == "R\\D")
        #expect(contact.title == "Engineer; Robotics")
        #expect(contact.notes == jane.observations)
    }

    @Test func onlyTheEmploymentOfTheDayIsWritten() {
        var person = jane
        person.employments = [Employment(company: "old", title: "Intern", to: CalendarDay("2026-03-09"))]
        #expect(!written([person], [acme]).contains("ORG"))
        person.employments = [Employment(company: "gone", title: "Intern")]
        let text = written([person], [acme])
        #expect(!text.contains("ORG"))
        #expect(text.contains("TITLE:Intern\r\n"))
        person.employments = [Employment(company: "gone", department: "Robots")]
        #expect(written([person], [acme]).contains("ORG:;Robots\r\n"))
    }

    @Test func identifiersBecomeNamesOfTheirOwn() {
        let ids = ["a b", "a/b", "é", "%", "A-z_9.~", "a:b"]
        let uids = ids.map { id in
            written([Person(id: PersonID(id), name: "x")]).split(separator: "\r\n").first {
                $0.hasPrefix("UID")
            }!
        }
        #expect(
            uids.map { $0.dropFirst("UID:urn:rebound:person:".count) } == [
                "a%20b", "a%2Fb", "%C3%A9", "%25", "A-z_9.~", "a%3Ab",
            ])
    }

    @Test func namesAreSplitAtTheirLastWord() {
        func parts(_ name: String) -> Substring {
            written([Person(id: "x", name: name)]).split(separator: "\r\n").first { $0.hasPrefix("N:") }!
        }
        #expect(parts("Cher") == "N:;Cher;;;")
        #expect(parts("Ana María Ruiz") == "N:Ruiz;Ana María;;;")
        #expect(parts("Sammy Davis, Jr., Esq.") == "N:Davis;Sammy;;;Jr.\\, Esq.")
    }

    /// RFC 6350, section 3.2: no line longer than 75 octets, and each readable alone.
    @Test func linesAreFoldedBetweenCharacters() {
        let words = ["王小芳", "👩‍👩‍👧‍👦", "a", "é", ",", "नीला ", " "]
        var random = SeededRandom(seed: 3)
        for _ in 0..<200 {
            let note = (0..<60).map { _ in words.randomElement(using: &random)! }.joined()
            let bytes = VCardWriter.bytes(
                of: [Person(id: "x", name: "x", observations: [note])], companies: [], on: day)
            for line in bytes.split(separator: 10) {
                #expect(line.last == 13)
                #expect(line.count - 1 <= 75)
                #expect(String(validating: Array(line), as: UTF8.self) != nil)
            }
            let read = VCardReader.read(bytes: bytes, file: "f").contacts[0].notes
            #expect(read == [composed(note).trimmingSpaces])
        }
    }

    @Test func controlCharactersAreLeftOut() {
        for text in HostileText.all {
            let bytes = VCardWriter.bytes(
                of: [
                    Person(
                        id: PersonID(text), name: text, emails: [text], phones: [text], profileURL: text,
                        employments: [Employment(company: "c", title: text, department: text)],
                        observations: [text])
                ], companies: [Company(id: "c", name: text)], on: day)
            let others = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
                $0.properties.generalCategory == .control && !["\r", "\n", "\t"].contains($0)
            }
            #expect(others.isEmpty)
            let begins = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").filter {
                !$0.hasPrefix(" ") && !$0.contains(":")
            }
            #expect(begins.isEmpty)
        }
    }

    @Test func ourReaderGivesBackWhatAnybodyIsCalled() throws {
        let texts = try HostileText.all + (Corpora.folder == nil ? [] : Corpora.naughtyStrings())
        for text in texts {
            let wanted = composed(text.withLineFeedsOnly.trimmingSpaces)
            let person = Person(
                id: "x", name: text, emails: ["x@example.com"],
                employments: [Employment(company: "c", title: text, department: text)],
                observations: [text, "last"])
            let records = VCardReader.read(
                bytes: VCardWriter.bytes(of: [person], companies: [Company(id: "c", name: "Acme")], on: day),
                file: "f")
            let contact = try #require(records.contacts.first)
            #expect(records.diagnostics == [])
            // A name stands on one line.
            #expect(contact.name == wanted.onOneLine)
            #expect(contact.title ?? "" == wanted)
            #expect(contact.department ?? "" == wanted)
            #expect(contact.notes == [wanted, "last"].filter { !$0.isEmpty })
        }
    }

    @Test func peopleStayInTheirOrder() {
        let people = (0..<50).map {
            Person(id: PersonID("p\($0)"), name: "Person \($0)", emails: ["p\($0)@example.com"])
        }
        let records = VCardReader.read(
            bytes: VCardWriter.bytes(of: people, companies: [], on: day), file: "f")
        #expect(records.contacts.map(\.name) == people.map(\.name))
        #expect(records.tallies.map(\.read) == [50])
        #expect(VCardWriter.bytes(of: [], companies: [], on: day) == [])
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    /// As the writer has it: one kind of line break, and no other control characters but tabs.
    fileprivate var withLineFeedsOnly: String {
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in unicodeScalars {
            if scalar == "\r" {
                result.append("\n")
            } else if scalar == "\n" {
                if !isAfterReturn { result.append(scalar) }
            } else if scalar == "\t" || scalar.properties.generalCategory != .control {
                result.append(scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        return String(result)
    }
}

extension String {
    /// Without line breaks and tabs.
    fileprivate var onOneLine: String {
        let lines = unicodeScalars.split { scalar in
            (0x09...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
        }
        return lines.map { String($0).trimmingSpaces }.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
