import NetworkEditing
import ReferralGraph
import SourceReaders
import Testing

@Suite("By what a contact is recognised")
struct ContactKeysTests {
    private func keys(_ change: (inout ContactRecord) -> Void) -> ContactKeys {
        var record = ContactRecord(name: "", place: SourcePlace(file: "contacts.csv", line: 2))
        change(&record)
        return ContactKeys(record)
    }

    @Test(
        "Names are compared without titles, credentials, ornaments and middle initials",
        arguments: [
            ("Daniel Hale", "daniel hale"), ("  daniel   HALE ", "daniel hale"), ("Hale, PhD", "hale"),
            ("Daniel Hale, PhD", "daniel hale"), ("Daniel Hale, Ph.D., MBA", "daniel hale"),
            ("Daniel Hale PMP", "daniel hale"), ("Dr. Daniel Hale", "daniel hale"),
            ("Prof. Dr. Daniel Hale", "daniel hale"), ("Daniel B. Hale", "daniel hale"),
            ("Daniel B Hale", "daniel hale"), ("Hale, Daniel", "daniel hale"),
            ("Hale, Daniel B.", "daniel hale"),
            ("Daniel Hale 🚀", "daniel hale"), ("🚀 Daniel ✨ Hale", "daniel hale"),
            ("Daniel (Dan) Hale", "daniel hale"), ("Daniel Hale (he/him)", "daniel hale"),
            ("Daniel Hale [hiring", "daniel hale"), ("Daniel Hale | Recruiter", "daniel hale"),
            ("Daniel Hale, Lead at Acme", "daniel hale"), ("Aisling O’Rourke", "aisling orourke"),
            ("Mei-Lin Fong", "mei lin fong"), ("José Ibáñez", "jose ibanez"), ("J.R. Sims", "j sims"),
            ("MBA", "mba"), ("Dr.", "dr"), ("王小芳", "王小芳"), ("李 明", "李明"), ("欧阳 伟", "欧阳伟"),
            ("威廉·哈特利", "威廉哈特利"),
            ("Marcel·la Roca", "marcella roca"), ("Ann Hale · Acme", "ann hale"), ("Linh Do", "linh do"),
            ("Hon Wong", "hon wong"),
            ("Do, Linh", "linh do"), ("Linh Do, MA", "linh do"), ("백 민준", "백민준".decomposed), ("🚀", "🚀"),
            ("", ""),
            (" ", ""), ("\u{200B}", ""), ("Daniel H.", "daniel h"), ("Ing. Åse Müller", "ase muller"),
        ] as [(String, String)])
    func name(text: String, key: String) {
        #expect(keys { $0.name = text }.name.text == key)
    }

    @Test(
        "Companies are compared without legal form and punctuation",
        arguments: [
            ("Acme", "acme"), ("ACME Inc.", "acme"), ("Acme, Inc", "acme"), ("Acme GmbH", "acme"),
            ("Acme GmbH & Co. KG", "acme"), ("Acme S.A.", "acme"), ("Acme Corp.", "acme"),
            ("Acme LLC", "acme"),
            ("Brightwell & Sons Ltd", "brightwell and sons"), ("Brightwell and Sons", "brightwell and sons"),
            ("The Brightwell Company", "brightwell"), ("Müller AG", "muller"), ("Co", "co"), ("The", "the"),
            ("Acme.example", "acme example"), ("O'Rourke Ltd", "orourke"), ("A.B.C. Ltd", "abc"),
            ("株式会社", "株式会社"), ("A/B", "a b"), ("Lumen A/S", "lumen"), ("Nordwind Sp. z o.o.", "nordwind"),
            ("Aldea S. de R.L. de C.V.", "aldea"), ("株式会社ひばり", "ひばり"), ("ООО «Ромашка»", "ромашка"),
            ("Vega AB (publ)", "vega"), ("PT Maju Tbk", "maju"), ("Plan A", "plan a"),
            ("AB InBev", "ab inbev"),
            ("Zelena d. o. o.", "zelena"), ("北辰有限责任公司", "北辰"), ("주식회사 한빛", "한빛".decomposed),
            ("!", "!"),
        ] as [(String, String)])
    func company(text: String, key: String) {
        #expect(keys { $0.company = text }.companies == [key])
    }

    @Test(
        "What a key leaves out must not contradict",
        arguments: [
            ("John F. Dye", "John D. Dye", true), ("John F. Dye", "John Dye", false),
            ("John F. Dye", "John F. Dye", false), ("John F. K. Dye", "John F. Dye", false),
            ("Anh Tuan Ma", "Anh Tuan Do", true), ("Anh Tuan Ma", "Anh Tuan", true),
            ("Dan Hale, MD", "Dan Hale", false), ("Dan Hale M.D.", "Dan Hale", false),
            ("Ing. Jan Novak", "Jan Novak", false), ("Ing Jan Novak", "Jan Novak", true),
            ("Ann Hale | Recruiter", "Ann Hale | Designer", true),
            ("Ann Hale | Recruiter", "Ann Hale", false),
            ("Kim Lee / Acme", "Kim Lee / Globex", true), ("Dr. Ann Hale", "Prof. Ann Hale", false),
        ])
    func contradictions(left: String, right: String, contradict: Bool) {
        #expect(NameKey(left).text == NameKey(right).text)
        #expect(NameKey(left).contradicts(NameKey(right)) == contradict)
        #expect(NameKey(right).contradicts(NameKey(left)) == contradict)
    }

    @Test("A company that shows nothing is none", arguments: ["", " ", "\u{200B}"])
    func noCompany(text: String) {
        #expect(keys { $0.company = text }.companies == [])
    }

    @Test(
        "Addresses of one mailbox are the same, of two mailboxes are not",
        arguments: [
            ("Dan@Example.COM", "dan@example.com"), (" dan@example.com ", "dan@example.com"),
            ("mailto:dan@example.com", "dan@example.com"), ("d.an@example.com", "d.an@example.com"),
            ("dan+jobs@example.com", "dan+jobs@example.com"), ("dan", nil), ("@example.com", nil),
            ("dan@", nil),
            ("a@b@c", nil), ("dan hale@example.com", nil),
        ] as [(String, String?)])
    func email(text: String, key: String?) {
        #expect(keys { $0.emails = [text] }.emails == (key.map { [$0] } ?? []))
    }

    @Test(
        "Numbers are compared by their digits",
        arguments: [
            ("+1 617 555-0115", "+16175550115"), ("001 617 555 0115", "+16175550115"),
            ("617-555-0115", "6175550115"),
            ("(617) 555.0115", "6175550115"), ("+49 (0)30 5550115", "+49305550115"),
            ("030 5550115", "0305550115"),
            ("tel:+1-617-555-0115", "+16175550115"), ("617 555 0115 x12", "6175550115"),
            ("617 555 0115;ext=12", "6175550115"), ("12", nil), ("x12", nil), ("", nil), ("call me", nil),
        ] as [(String, String?)])
    func phone(text: String, key: String?) {
        #expect(keys { $0.phones = [text] }.phones == (key.map { [$0] } ?? []))
    }

    @Test(
        "Addresses of one page are the same",
        arguments: [
            ("https://www.linkedin.com/in/ann-hale", "linkedin.com/in/ann-hale"),
            ("http://de.linkedin.com/in/Ann-Hale/?trk=x#top", "linkedin.com/in/ann-hale"),
            ("linkedin.com/in/ann-hale/en", "linkedin.com/in/ann-hale"),
            ("www.linkedin.com/in/%C3%85se", "linkedin.com/in/åse"),
            ("https://ann.example/me/", "ann.example/me"),
            ("https://www.linkedin.com/in/", nil), ("https://ann.example", nil),
            ("mailto:ann@example.com", nil),
            ("ann", nil), ("not a page/at all", nil),
        ] as [(String, String?)])
    func page(text: String, key: String?) {
        #expect(keys { $0.profileURLs = [text] }.profileURLs == (key.map { [$0] } ?? []))
    }

    @Test("Other names count, each once")
    func otherNames() {
        let found = keys {
            $0.name = "Ann Hale"
            $0.otherNames = ["Ann Ortiz", "Dr. Ann Hale", ""]
        }
        #expect(found.names.map(\.text) == ["ann hale", "ann ortiz"])
        #expect(!found.hasAddress)
    }

    @Test("A person's keys are of their past employers, too, and not of an address that stands in for a name")
    func person() {
        let companies = CompanyDirectory([
            Company(id: "acme", name: "Acme Inc."), Company(id: "b", name: "Brightwell"),
        ])
        let ann = Person(
            id: "ann", name: "Ann Hale", profileURL: "https://ann.example/me",
            otherProfileURLs: ["https://www.linkedin.com/in/ann"],
            employments: [Employment(company: "acme", to: today), Employment(company: "b")])
        let keys = ContactKeys(ann, companies: companies)
        #expect(keys.companies == ["acme", "brightwell"])
        #expect(keys.profileURLs == ["ann.example/me", "linkedin.com/in/ann"])
        let nameless = Person(id: "x", name: "ann@example.com", emails: ["ann@example.com"])
        #expect(ContactKeys(nameless, companies: companies).name.text == "")
    }
}

@Suite("Companies by name")
struct CompanyDirectoryTests {
    @Test("A company is found whatever its legal form, and made once")
    func findOrAdd() {
        var directory = CompanyDirectory([
            Company(id: "acme", name: "Acme"), Company(id: "acme-2", name: "ACME Inc."),
        ])
        #expect(directory.company(named: "acme gmbh") == "acme")
        #expect(directory.findOrAdd(named: "Acme, Inc.") == "acme")
        #expect(directory.company(named: "Brightwell & Sons") == nil)
        #expect(directory.findOrAdd(named: " Brightwell & Sons Ltd. ") == "brightwell-and-sons")
        #expect(directory.findOrAdd(named: "Brightwell and Sons") == "brightwell-and-sons")
        #expect(directory.companies.map(\.name) == ["Acme", "ACME Inc.", "Brightwell & Sons Ltd."])
        #expect(directory.findOrAdd(named: "\u{200B}") == nil)
    }

    @Test("Names that look alike without their signs get identifiers of their own")
    func identifiers() {
        var directory = CompanyDirectory([Company(id: "A-B", name: "Something else")])
        #expect(directory.findOrAdd(named: "A/B") == "a-b-2")
        #expect(directory.findOrAdd(named: "!") == "company")
        #expect(directory.findOrAdd(named: "?") == "company-2")
        #expect(directory.findOrAdd(named: "株式会社") == "株式会社")
    }
}

extension String {
    /// In decomposed form, in which folded names are compared.
    fileprivate var decomposed: String { foldedName(self) }
}
