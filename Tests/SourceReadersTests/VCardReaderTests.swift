import Foundations
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

@Suite struct VCardReaderTests {
    private func read(_ text: String) -> SourceRecords {
        VCardReader.read(bytes: Array(text.utf8), file: "book.vcf")
    }

    /// One card of version 3.0 around some lines.
    private func card(_ lines: String..., version: String = "3.0") throws -> ContactRecord {
        let text = (["BEGIN:VCARD", "VERSION:\(version)"] + lines + ["END:VCARD", ""]).joined(
            separator: "\r\n")
        return try #require(read(text).contacts.first)
    }

    // MARK: Examples of the specifications

    @Test func foldsAreUndoneAsIn6350Section32() throws {
        let note = "NOTE:This is a long description\r\n  that exists o\r\n n a long line."
        #expect(
            try card("FN:Jane", note, version: "4.0").notes == [
                "This is a long description that exists on a long line."
            ])
    }

    @Test func foldsKeepTheirSpaceInVersion21() throws {
        #expect(try card("FN:Jane", "NOTE:two\r\n words", version: "2.1").notes == ["two words"])
    }

    @Test func escapesAreResolvedAsIn6350Section34() throws {
        let contact = try card(
            "FN:Jane", "ORG:ABC\\, Inc.;North American Division;Marketing",
            "NOTE:Mythical Manager\\nHyjinx Software Division\\nBabsCo\\, Inc.\\N", version: "4.0")
        #expect(contact.company == "ABC, Inc.")
        #expect(contact.department == "North American Division, Marketing")
        #expect(contact.notes == ["Mythical Manager\nHyjinx Software Division\nBabsCo, Inc."])
    }

    @Test func namesHavePartsAsIn6350Section622() throws {
        let contact = try card(
            "FN:Dr. John Philip Paul Stevenson", "N:Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.,A.C.P.",
            version: "4.0")
        #expect(contact.name == "Dr. John Philip Paul Stevenson")
        #expect(contact.otherNames == ["John Stevenson"])
        #expect(try card("N:Stevenson;John;Philip,Paul;Dr.;Jr.").name == "John Philip Paul Stevenson")
    }

    @Test func nicknamesAreAListAsIn6350Section623() throws {
        #expect(try card("FN:Robert", "NICKNAME:Jim,Jimmie").otherNames == ["Jim", "Jimmie"])
        #expect(try card("NICKNAME:Boss").name == "Boss")
    }

    @Test func numbersMayBeAddressesAsIn6350Section641() throws {
        let contact = try card(
            "FN:Jane", "TEL;VALUE=uri;PREF=1;TYPE=\"voice,home\":tel:+1-555-555-5555;ext=5555",
            "TEL;VALUE=uri;TYPE=home:tel:+33-01-23-45-67", version: "4.0")
        #expect(contact.phones == ["+1-555-555-5555 ext. 5555", "+33-01-23-45-67"])
    }

    @Test func socialProfilesAreThoseOf9554() throws {
        let contact = try card(
            "FN:Jane", "SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://www.linkedin.com/in/jane",
            "SOCIALPROFILE;SERVICE-TYPE=Example;VALUE=text:jane peterson", version: "4.0")
        #expect(contact.profileURLs == ["https://www.linkedin.com/in/jane"])
    }

    @Test func theExampleOf21HasSoftLineBreaks() throws {
        let contact = try card(
            "N:Jones",
            "NOTE;ENCODING=QUOTED-PRINTABLE:Don't remember to order Girl=\r\nScout cookies from Stacey today!",
            version: "2.1")
        #expect(contact.notes == ["Don't remember to order GirlScout cookies from Stacey today!"])
    }

    // MARK: Oddities

    @Test(arguments: ["\n", "\r\n", "\r", "\r\r\n"])
    func linesMayEndInAnyWay(end: String) {
        let lines = [
            "BEGIN:VCARD", "VERSION:3.0", "FN:Jane", " t Hale", "EMAIL:jane@example.com", "END:VCARD",
        ]
        let records = read(lines.joined(separator: end))
        #expect(records.contacts.map(\.name) == ["Janet Hale"])
        #expect(records.contacts.map(\.emails) == [["jane@example.com"]])
        #expect(records.diagnostics == [])
    }

    @Test(arguments: ["begin:vcard", "Begin:vCard ", "BEGIN: VCARD"])
    func keywordsMayBeInAnyCase(begin: String) {
        let records = read("\(begin)\nversion:3.0\nfn:Jane\nEmail;Type=Pref:a@example.com\nend:vcard\n")
        #expect(records.contacts.map(\.emails) == [["a@example.com"]])
        #expect(records.diagnostics == [])
    }

    @Test func aFoldInsideACharacterDoesNoHarm() {
        let letters = "Łucja 王小芳 👩‍👩‍👧 Åse"
        let line = Array("FN:\(letters)".utf8)
        for position in 3..<line.count {
            let bytes =
                Array("BEGIN:VCARD\nVERSION:4.0\n".utf8) + line[..<position] + [13, 10, 32]
                + line[position...]
                + Array("\nEND:VCARD\n".utf8)
            #expect(VCardReader.read(bytes: bytes, file: "f").contacts.map(\.name) == [letters])
        }
    }

    @Test func textsAreComposed() throws {
        let name = try card("FN:Zoe\u{308}", "EMAIL:e\u{301}@example.com")
        #expect(Array(name.name.utf8) == Array("Zo\u{EB}".utf8))
        #expect(Array(name.emails[0].utf8) == Array("\u{E9}@example.com".utf8))
    }

    @Test func anAgentInTheTextOfACardKnowsThePerson() {
        let records = read(
            "BEGIN:VCARD\nVERSION:3.0\nFN:Grace\nAGENT:BEGIN:VCARD\\nVERSION:3.0\\nFN:Susan\\nEMAIL:s@example.com\\n"
                + "END:VCARD\\n\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Next\nEND:VCARD\n")
        #expect(records.contacts.map(\.name) == ["Grace", "Susan", "Next"])
        #expect(records.contacts.map(\.place.line) == [1, 4, 6])
        #expect(records.acquaintances.map { [$0.first, $0.second] } == [[0, 1]])
        #expect(records.diagnostics == [])
    }

    @Test func agentsMayHaveAgents() {
        let depth = 300
        let text =
            (0..<depth).map { "BEGIN:VCARD\nVERSION:2.1\nFN:P\($0)\nAGENT:\n" }.joined()
            + String(repeating: "END:VCARD\n", count: depth)
        let records = read(text)
        #expect(records.contacts.count == depth)
        #expect(records.acquaintances.map(\.second) == Array(1..<depth))
        #expect(records.diagnostics == [])
    }

    @Test func theLatestRevisionIsTheDay() {
        let cards = ["20200101T000000Z", "2024-05-06T07:08:09Z", "20230101"].map {
            "BEGIN:VCARD\nVERSION:3.0\nFN:A\nREV:\($0)\nEND:VCARD\n"
        }
        #expect(read(cards.joined()).asOf?.description == "2024-05-06")
    }

    @Test func placesAreThoseOfTheFile() {
        let records = read(
            "\n\nBEGIN:VCARD\nVERSION:3.0\nPHOTO;ENCODING=b:AAAA\n BBBB\n\nFN:A\nEMAIL:bad\nEND:VCARD\n"
                + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:B\r\nEND:VCARD\r\n")
        #expect(records.contacts.map(\.place.line) == [3, 11])
        #expect(records.diagnostics.map(\.line) == [9])
    }

    @Test func recognisesAddressBooks() {
        #expect(VCardReader.recognises(bytes: Array("\u{FEFF}\r\nbegin:vcard\r\n".utf8)))
        #expect(
            VCardReader.recognises(
                bytes: [0xFF, 0xFE] + Array("BEGIN:VCARD").flatMap { [$0.asciiValue!, 0] }))
        #expect(!VCardReader.recognises(bytes: Array("Name,E-mail\n".utf8)))
        #expect(!VCardReader.recognises(bytes: []))
    }

    // MARK: Hostile input

    static let properties = [
        "FN", "N", "NICKNAME", "EMAIL", "TEL", "URL", "X-SOCIALPROFILE", "ORG", "TITLE", "ROLE", "NOTE",
        "REV", "KIND",
        "AGENT", "X-ABLabel", "PHOTO", "VERSION", "X-ABShowAs", "item1.X-ABLabel",
    ]

    /// Texts that mean nothing to a line-based format: one line each.
    private func lines(_ texts: [String]) -> [String] {
        texts.map { String(String.UnicodeScalarView($0.unicodeScalars.filter { $0 != "\n" && $0 != "\r" })) }
    }

    @Test(arguments: properties)
    func hostileTextsDoNotDisturbTheirNeighbours(property: String) throws {
        let texts = try lines(HostileText.all + (Corpora.folder == nil ? [] : Corpora.naughtyStrings()))
        for parameters in ["", ";ENCODING=QUOTED-PRINTABLE", ";ENCODING=b", ";CHARSET=UTF-8", ";TYPE=\"pref"]
        {
            var text = ""
            for (index, hostile) in texts.enumerated() {
                text += "BEGIN:VCARD\nVERSION:3.0\nEMAIL:e\(index)@example.com\n"
                text += "\(property)\(parameters):\(hostile)\nTEL:555-0100\nEND:VCARD\n"
                text += "BEGIN:VCARD\nVERSION:3.0\nFN:Next \(index)\nEND:VCARD\n"
            }
            let records = read(text)
            #expect(!records.hasErrors)
            let emails = Set(records.contacts.flatMap(\.emails))
            let names = Set(records.contacts.map(\.name))
            #expect(texts.indices.allSatisfy { emails.contains("e\($0)@example.com") })
            #expect(texts.indices.allSatisfy { names.contains("Next \($0)") })
            #expect(records.contacts.count >= 2 * texts.count)
        }
    }

    @Test func notesAreWhatWasWritten() throws {
        let texts = try HostileText.all + (Corpora.folder == nil ? [] : Corpora.naughtyStrings())
        for text in lines(texts) {
            var escaped = ""
            for scalar in text.unicodeScalars {
                if ["\\", ",", ";"].contains(scalar) { escaped += "\\" }
                escaped.unicodeScalars.append(scalar)
            }
            let note = try card("FN:Jane", "NOTE:\(escaped)").notes
            let wanted = composed(text)
            let start = wanted.unicodeScalars.first?.properties.isWhitespace ?? false
            let end = wanted.unicodeScalars.last?.properties.isWhitespace ?? false
            if start || end {
                #expect(note.allSatisfy { wanted.contains($0) })
            } else {
                #expect(note == (wanted.isEmpty ? [] : [wanted]))
            }
        }
    }

    @Test func anyBytesAreReadOrReported() {
        var random = SeededRandom(seed: 11)
        let pieces = [
            "BEGIN:VCARD", "END:VCARD", "VERSION:2.1", "VERSION:4.0", "FN:", "N:", "EMAIL;", "AGENT:", ":",
            ";", "=",
            "\n", "\r\n", "\r", "\n ", "=\n", "ENCODING=QUOTED-PRINTABLE", "ENCODING=b", "CHARSET=UTF-16",
            "\"", "\\",
            ",", "é", "@", "1", "item1.", "X-ABLabel", "CHARSET=SHIFT_JIS",
        ].map { Array($0.utf8) }
        for _ in 0..<3000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<40, using: &random) {
                if Int.random(in: 0..<8, using: &random) == 0 {
                    bytes.append(UInt8.random(in: 0...255, using: &random))
                } else {
                    bytes += pieces.randomElement(using: &random)!
                }
            }
            let records = VCardReader.read(bytes: bytes, file: "f")
            #expect(records.contacts.isEmpty == records.hasErrors)
            #expect(records == VCardReader.read(bytes: bytes, file: "f"))
        }
    }

    @Test func manyPropertiesTakeTimeInProportion() {
        let lines = (0..<10_000).map {
            "i\($0).EMAIL:e\($0)@example.com\ni\($0).X-ABLabel:l\ni\($0).NICKNAME:n\($0)\n"
        }
        let records = read("BEGIN:VCARD\nVERSION:3.0\nFN:A\n" + lines.joined() + "END:VCARD\n")
        #expect(records.contacts.map(\.emails.count) == [10_000])
        #expect(records.contacts.map(\.otherNames.count) == [10_000])
    }

    @Test func longInputsTakeTimeInProportion() {
        let start = "BEGIN:VCARD\nVERSION:2.1\nFN:A\n"
        for filling in [
            "\r", "=\n", " =\n", "A=\n =\n", "NOTE;ENCODING=QUOTED-PRINTABLE:=\n", "\\", "\"", ";", ",",
            "AGENT:\n",
        ] {
            let records = read(start + String(repeating: filling, count: 20_000))
            #expect(records.contacts.count == 1, "\(filling.debugDescription)")
        }
    }
}
