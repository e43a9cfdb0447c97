import Testing

@testable import ReferralGraph

@Suite("Names of companies")
struct CompanyNameTests {
    @Test(
        "A name or whole words of it in order name a company, parts of words never",
        arguments: [
            ("Harbor Savings Bank", "Harbor Savings Bank Ltd", true), ("bank", "Harbor Savings Bank", true),
            ("harbor bank", "Harbor Savings Bank", true), ("bank harbor", "Harbor Savings Bank", false),
            ("apple", "GreenApple", false), ("green", "GreenApple", false), ("AI", "Airbus", false),
            ("AI", "Lumen AI Labs", true), ("Kestrel Inc", "Kestrel Systems", true), ("", "Kestrel", false),
            ("ひばり", "株式会社ひばり", true), ("Ltd", "Kestrel Ltd", false),
        ])
    func naming(query: String, company: String, isNamed: Bool) {
        #expect(CompanyName(query).names(CompanyName(company)) == isNamed)
    }

    @Test(
        "Legal forms do not count, in whatever way they are written",
        arguments: [
            ["Kestrel Infotech Private Limited", "Kestrel Infotech Pvt. Ltd.", "KESTREL INFOTECH"],
            ["Nordwind Sp. z o.o.", "Nordwind spółka z ograniczoną odpowiedzialnością", "Nordwind S.A."],
            ["Holzer GmbH & Co. KG", "Holzer Gesellschaft mit beschränkter Haftung", "Holzer gGmbH"],
            ["Aldea, S.A. de C.V.", "Aldea S. de R.L. de C.V.", "Aldea SAPI de CV"],
            ["株式会社ひばり", "ひばり株式会社", "ひばり(株)", "㈱ひばり", "株式会社 ひばり"],
            ["ООО «Ромашка»", "Ромашка", "ЗАО \"Ромашка\""], ["Lumen A/S", "Lumen ApS", "Lumen"],
            ["PT Bumi Jaya Tbk", "Bumi Jaya Sdn. Bhd."],
            ["Meridian d.o.o.", "Meridian d. o. o.", "Meridian"],
            ["북극 주식회사", "(주)북극", "북극"], ["Volta Pty Limited", "Volta Pty. Ltd.", "The Volta Company"],
            ["Casa Verde S.r.l.", "Casa Verde SpA", "casa verde"], ["Delta e.V.", "Delta eG"],
            ["Anadolu A.Ş.", "Anadolu Anonim Şirketi", "Anadolu Ltd. Şti."],
            ["Vega AB (publ)", "Vega Aktiebolag"],
        ])
    func forms(names: [String]) {
        for name in names { #expect(CompanyName(name).key == CompanyName(names[0]).key, "\(name)") }
    }

    @Test(
        "What could be a form and is the name stays",
        arguments: [
            ("Co", "Company"), ("Plan A", "Plan"), ("AB InBev", "InBev"), ("Las Vegas SC", "Las Vegas"),
            ("Tesla EV", "Tesla"), ("A/B", "AB"), ("Limited", "Co"),
        ])
    func names(one: String, other: String) {
        #expect(CompanyName(one) != CompanyName(other))
    }

    @Test(
        "What people write where they have no employer is none",
        arguments: [
            "Self-employed", "self employed", "Self-Employed Photographer", "Freelance",
            "Freelance UX designer",
            "N/A", "n.a.", "-", "—", "None", "Retired", "Stealth Startup", "Stealth Mode AI Startup",
            "Student",
            "Freiberuflich", "Selbstständig", "selbständig", "im Ruhestand", "Auto-entrepreneur",
            "À la retraite",
            "Autónomo", "Libero professionista", "Por conta própria", "ZZP'er", "Egenföretagare", "Emekli",
            "Самозанятый", "Безработный", "自由职业者", "フリーランス", "프리랜서", "عمل حر", "עצמאי",
            "Open to work", "Career break", "Confidential", "Wiraswasta", "Osvč",
        ])
    func noEmployer(text: String) {
        #expect(!CompanyName(text).isEmployer)
        #expect(!Company(id: "x", name: text).isEmployer)
    }

    @Test(
        "Employers are employers",
        arguments: [
            "Freelancer.com", "Stealth Communications", "Seeking Alpha", "Nothing Technology", "X Corp",
            "Self Esteem Brands",
            "Student Universe", "Retired Racehorse Project", "Harbor Savings Bank", "ひばり", "!",
            "Open Society",
        ])
    func employer(text: String) {
        #expect(CompanyName(text).isEmployer)
    }

    @Test("What names are looked up in is written as names are folded")
    func lists() {
        for phrase in NoEmployer.latin.union(NoEmployer.otherScripts) {
            #expect(CompanyName(phrase).key == phrase)
            #expect(!CompanyName(phrase).isEmployer, "\(phrase)")
        }
        for form in LegalForms.endings.union(LegalForms.dottedEndings).union(LegalForms.beginnings) {
            #expect(foldedName(form) == form)
        }
    }
}
