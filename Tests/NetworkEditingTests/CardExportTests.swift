import DateLiterals
import NetworkEditing
import ReferralGraph
import SourceReaders
import Testing

@Suite("A folder of cards")
struct CardExportTests {
    private let card = """
        BEGIN:VCARD\r
        VERSION:3.0\r
        UID:dan-1\r
        FN:Dan Osei\r
        N:Osei;Dan;;;\r
        EMAIL;TYPE=WORK:dan@harbor.example\r
        ORG:Harbor Logistics;Freight\r
        TITLE:Team lead of a team whose name is so long that it has to be fol\r
         ded\r
        PHOTO;ENCODING=b;TYPE=JPEG:AAAA\r
         BBBB\r
        X-SKILL:chess\r
        NOTE:met in\\nLisbon\r
        REV:20260101T120000Z\r
        END:VCARD\r

        """

    private func imported(_ files: [(String, String)], into start: ReferralNetwork? = nil) -> ReferralNetwork
    {
        var network = start ?? ReferralNetwork(seeker: "me", people: [Person(id: "me", name: "Me")])
        for (name, text) in files {
            NetworkImport.apply(
                VCardReader.read(bytes: Array(text.utf8), file: name), to: &network, today: "2026-04-01")
        }
        return network
    }

    private func export(
        _ network: ReferralNetwork, into files: [(String, String)], on day: CalendarDay = "2026-04-02"
    ) -> (export: CardExport, files: [(String, String)]) {
        let export = CardExport(
            of: network, on: day,
            into: files.map { CardFile(bytes: Array($0.1.utf8), file: $0.0) }, in: "cards")
        var after = files
        for (path, bytes) in export.files {
            let text = String(decoding: bytes, as: UTF8.self)
            if let known = after.firstIndex(where: { $0.0 == path }) {
                after[known].1 = text
            } else {
                after.append((path, text))
            }
        }
        return (export, after)
    }

    @Test("What was imported is there already, and no byte changes")
    func nothingToDo() {
        let files = [("dan.vcf", card)]
        let network = imported(files)
        #expect(network.people[1].cardUIDs == ["dan-1"])
        let (export, after) = export(network, into: files)
        #expect(export.files.isEmpty && export.unchanged == 1 && export.foreign == 0)
        #expect(after[0].1 == card)
    }

    @Test("What a card lacks is added before its end, and every other line stays")
    func added() {
        var network = imported([("dan.vcf", card)])
        network.people[1].emails.append("dan.osei@home.example")
        network.people[1].phones.append("+49 30 5550142")
        network.people[1].profileURL = "https://www.linkedin.com/in/dan-osei"
        let (export, after) = export(network, into: [("dan.vcf", card)])
        #expect(export.changed == 1)
        let expected = card.replacing("REV:20260101T120000Z", with: "REV:20260402T000000Z").replacing(
            "END:VCARD",
            with:
                "EMAIL:dan.osei@home.example\r\nTEL:+49 30 5550142\r\nURL;TYPE=profile:https://www.linkedin.com/in/dan-osei\r\nEND:VCARD"
        )
        #expect(after[0].1 == expected)
        #expect(self.export(network, into: after).export.files.isEmpty)
        let report = NetworkImport.apply(
            VCardReader.read(bytes: Array(after[0].1.utf8), file: "dan.vcf"), to: &network,
            today: "2026-04-03")
        #expect(!report.hasChanges)
    }

    @Test("A new employer takes the place of one that is over, and of no other")
    func employer() {
        var network = imported([("dan.vcf", card)])
        network.companies.append(Company(id: "acme", name: "Acme, Inc."))
        network.people[1].employments[0].to = "2026-03-01"
        network.people[1].employments.append(
            Employment(company: "acme", title: "Head of freight", from: "2026-03-02"))
        let (_, after) = export(network, into: [("dan.vcf", card)])
        #expect(after[0].1.contains("\r\nORG:Acme\\, Inc.\r\nTITLE:Head of freight\r\nPHOTO;"))
        #expect(!after[0].1.contains("Harbor Logistics") && !after[0].1.contains("ded\r\n"))
        #expect(after[0].1.contains("\r\n BBBB\r\nX-SKILL:chess\r\n"))
        // Someone changed the card meanwhile: that is not Rebound's to undo.
        let edited = card.replacing("Harbor Logistics;Freight", with: "Quay & Sons")
        #expect(export(network, into: [("dan.vcf", edited)]).files[0].1.contains("ORG:Quay & Sons"))
    }

    @Test("Whoever has no card gets a file with a safe name, and a card of someone else stays")
    func newFiles() {
        var network = ReferralNetwork(seeker: "me", people: [Person(id: "me", name: "Me")])
        network.people += [
            Person(id: "../etc/passwd", name: "Path Walker"), Person(id: "DAN", name: "Dan Two"),
            Person(id: "new", name: "New Person", cardUIDs: ["kept-uid"]),
            Person(id: Identifier(String(repeating: "x", count: 300)), name: "Long"),
        ]
        let (export, after) = export(
            network, into: [("dan.vcf", card), ("sub/other.vcf", card.replacing("dan-1", with: "x"))])
        #expect(export.new == 4 && export.foreign == 2)
        #expect(after[0].1 == card)
        let names = after.dropFirst(2).map(\.0)
        #expect(names[0] == "..%2Fetc%2Fpasswd.vcf" || names[0].hasPrefix("person-"))
        #expect(names[1] == "DAN-2.vcf" && names.allSatisfy { !$0.contains("/") && $0.utf8.count < 140 })
        #expect(after[4].1.contains("UID:kept-uid\r\n"))
        #expect(self.export(network, into: after, on: "2026-05-01").export.files.isEmpty)
    }

    @Test("A card is known by its UID when all else has changed")
    func uid() {
        let network = imported([("dan.vcf", card)])
        let edited =
            "BEGIN:VCARD\nVERSION:4.0\nUID:dan-1\nFN:Daniel Mensah\nEMAIL:dm@new.example\nEND:VCARD\n"
        let after = imported([("dan.vcf", edited)], into: network)
        #expect(after.people.count == 2)
        #expect(after.people[1].emails == ["dan@harbor.example", "dm@new.example"])
        // A UID that several cards have names none of them.
        let several = imported([("all.vcf", card + edited)])
        #expect(several.people.count == 3 && several.people.allSatisfy { $0.cardUIDs.isEmpty })
    }

    @Test("Cards of old versions, in other encodings and cut short stay, and that is said")
    func kept() {
        var network = imported([("dan.vcf", card)])
        network.people[1].phones.append("+49 30 5550142")
        let old = card.replacing("VERSION:3.0", with: "VERSION:2.1")
        let cut = String(card.dropLast(40))
        for text in [old, cut] {
            let (export, after) = export(network, into: [("dan.vcf", text)])
            #expect(after.count == 1 && after[0].1 == text)
            #expect(export.kept.count == 1 && export.unchanged == 1)
        }
        let wide: [UInt8] = [0xFF, 0xFE] + card.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let export = CardExport(
            of: network, on: "2026-04-02", into: [CardFile(bytes: wide, file: "dan.vcf")], in: "cards")
        #expect(export.files.isEmpty && export.kept.count == 1)
    }

    @Test("Of several cards in a file one changes")
    func severalInAFile() {
        let other = card.replacing("dan-1", with: "eva-1").replacing("Dan Osei", with: "Eva Ruiz")
            .replacing("Osei;Dan", with: "Ruiz;Eva").replacing("dan@", with: "eva@")
        var network = imported([("all.vcf", card + other)])
        network.people[2].phones = ["+49 30 5550199"]
        let (export, after) = export(network, into: [("all.vcf", card + other)])
        #expect(export.changed == 1 && export.unchanged == 1)
        #expect(after[0].1.hasPrefix(card) && after[0].1.hasSuffix("TEL:+49 30 5550199\r\nEND:VCARD\r\n"))
    }
}
