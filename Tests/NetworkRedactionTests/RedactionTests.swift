import DateLiterals
import Foundation
import NetworkFiles
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import NetworkRedaction

@Suite("A network for other eyes")
struct RedactionTests {
    private func network(_ names: [String], title: String? = nil) -> ReferralNetwork {
        ReferralNetwork(
            title: "Search of \(names[0])", summary: names[0], seeker: "p0",
            people: names.enumerated().map { number, name in
                Person(
                    id: PersonID("p\(number)"), name: name, otherNames: ["Nick \(name)"],
                    emails: ["\(number)@example.org"],
                    employments: title.map { [Employment(company: "acme", title: $0, department: $0)] } ?? [])
            }, companies: [Company(id: "acme", name: "Acme")])
    }

    private func names(_ names: [String]) -> [String] { network(names).redacted().people.map(\.name) }

    @Test("A redacted network shares nothing")
    func sharing() {
        var network = network(["Ruth Adeyemi"])
        network.sharing = .named
        #expect(network.redacted().sharing == .nothing)
    }

    @Test("Initials are those of the first and the last word, and no one's twice")
    func initials() {
        #expect(
            names(["Ruth Adeyemi", "Rob Allen", "ruth q. adeyemi"]) == ["R. A.", "R. A. (2)", "R. A. (3)"])
        #expect(names(["Élodie", "  Ana María García-López  ", "Sean O'Brien"]) == ["É.", "A. G.", "S. O."])
        #expect(names(["王小芳", "👩‍👩‍👧‍👦", "…", "<b>", "ß"]) == ["王.", "N. N.", "N. N. (2)", "B.", "S."])
    }

    @Test(
        "A name in a title goes, a word that only looks like one stays",
        arguments: [
            ("Assistant to Ruth Adeyemi", "Assistant to … …"), ("ADEYEMI's deputy", "…'s deputy"),
            ("Adeyemigroup lead", "… lead"), ("Planner, Truth", "Planner, Truth"),
            ("Ruth-Office", "…-Office"),
            ("Ádéyemi Fellow", "… Fellow"), ("ask ruth@example.com", "ask …"), ("call 5550100123", "call …"),
            ("see https://example.com/x", "see …"), ("Head of R&D, Level 3", "Head of R&D, Level 3"),
        ])
    func titles(title: String, expected: String) {
        let redacted = network(["Ruth Adeyemi", "Ann Lee"], title: title).redacted()
        #expect(redacted.people[0].employments[0].title == expected)
        #expect(redacted.people[0].employments[0].department == expected)
    }

    @Test("Names in scripts without spaces are found within words")
    func caseless() {
        let redacted = network(["王小芳", "李明"], title: "王小芳的经理和李明").redacted()
        #expect(redacted.people[0].employments[0].title == "…")
    }

    @Test("Companies stay, unless they are to go or bear someone's name")
    func companies() {
        var network = network(["Ruth Adeyemi"], title: "Lead at Acme")
        network.companies += [
            Company(id: "adeyemi", name: "Adeyemi"), Company(id: "sons", name: "Adeyemi & Sons"),
        ]
        #expect(network.redacted().companies.map(\.name) == ["Acme", "Company 2", "… & Sons"])
        let hidden = network.redacted(companies: true)
        #expect(hidden.companies.map(\.name) == ["Company 1", "Company 2", "Company 3"])
        #expect(hidden.people[0].employments[0].title == "Lead at …")
    }

    @Test(
        "The words of a company go from titles whatever their case, accents and legal form, general ones beside them only",
        arguments: [
            ("Head of Harbor Savings Cards", "Head of … … Cards"), ("at HARBOR savings bank", "at … … …"),
            ("HarborTeam", "…"), ("harborsavings", "…"), ("Bank teller, savings", "Bank teller, savings"),
            ("Häfen at hårbor", "Häfen at …"), ("Lead at Nestle SA", "Lead at … …"), ("ex-NESTLÉ", "ex-…"),
            ("HP and hp.", "… and …."), ("IT at 3m", "IT at …"), ("X-ray, GmbH", "X-ray, GmbH"),
            ("AT&T lead", "…&… lead"), ("at the theatre", "at the theatre"), ("Data Group chief", "…"),
            ("Data chief", "Data chief"), ("formerly Chemtrade Inc.", "formerly … …."), ("华为经理", "…"),
        ])
    func companyWords(title: String, expected: String) {
        var network = network(["Ruth Adeyemi"], title: title)
        network.companies += [
            Company(id: "b", name: "Harbor Savings Bank"),
            Company(id: "c", name: "Nestlé S.A.", aliases: ["Chemtrade GmbH"]),
            Company(id: "d", name: "HP Inc."), Company(id: "e", name: "3M"), Company(id: "f", name: "AT&T"),
            Company(id: "g", name: "The Data Group Ltd"), Company(id: "h", name: "华为"),
        ]
        let redacted = network.redacted(companies: true).people[0].employments[0].title
        #expect(redacted == (title == "Data Group chief" ? "… … chief" : expected))
    }

    @Test(
        "Names of one and two letters go from titles, initials and particles stay",
        arguments: [
            ("Assistant to Bo Li", "Assistant to … …"), ("BO's deputy", "…'s deputy"),
            ("Libo, Bolivia", "Libo, Bolivia"),
            ("friend of u thant", "friend of … …"), ("AnneMarie, annemarie, Anne-Marie", "…, …, …-…"),
            ("Pub-lic school", "…-… school"), ("Q&A, J2EE", "Q&A, J2EE"),
            ("chef de cuisine", "chef de cuisine"),
        ])
    func shortNames(title: String, expected: String) {
        let network = network(
            ["Bo Li", "U Thant", "J. Q. Public", "Ana de Ruiz", "Anne-Marie Fox"], title: title)
        #expect(network.redacted().people[0].employments[0].title == expected)
    }

    @Test("A family name of one letter is not its own initial")
    func initialsOfShortNames() {
        #expect(names(["李 小龙", "U Thant", "J. Public", "O"]) == ["小.", "T.", "J. P.", "O."])
    }

    @Test(
        "No name of a person or a company is left in what is redacted, in any case, with accents or without")
    func nothingOfCompaniesIsLeft() throws {
        let people = ["José Żółć", "Bo Li", "Ann O’Neil", "王 芳"]
        let companies = [
            "Łódź Kraków Sp. z o.o.", "Ørsted & Söhne GmbH", "IBM", "Harbor Savings Bank", "E.ON",
        ]
        for (person, company) in zip(people + people, companies + companies.reversed()) {
            for text in ["\(person) at \(company)", "(\(company)/\(person))", "\(company)’s \(person)-desk"] {
                for form in [text, text.uppercased(), text.lowercased(), foldedName(text)] {
                    var network = network([person, "Ruth Adeyemi"], title: form)
                    network.companies.append(Company(id: "hidden", name: company))
                    network.opportunities = [
                        Opportunity(id: "o", title: form, company: "hidden", department: form)
                    ]
                    let bytes = NetworkJSONWriter.bytes(of: network.redacted(companies: true))
                    let left = Set(words(String(decoding: bytes, as: UTF8.self)))
                    for word in words(person) + words(company) where word.count > 1 && !legal.contains(word) {
                        #expect(!left.contains(word), "\(word) of “\(form)”")
                    }
                }
            }
        }
    }

    private let legal: Set<String> = ["gmbh", "sp", "oo"]

    @Test("No word of a name, no identifier and no free text is left, whatever the names are")
    func nothingIsLeft() throws {
        for text in HostileText.all + ["Ada Lovelace", "Zoë Ångström-Þórsdóttir", "Дарья Ковалёва", "김민수"] {
            var network = network([text, "Ruth Adeyemi", text], title: "Friend of \(text)")
            network.opportunities = [
                Opportunity(id: "o", title: "Successor of \(text)", company: "acme", department: text)
            ]
            let bytes = NetworkJSONWriter.bytes(of: network.redacted())
            expectNoName(of: network, in: String(decoding: bytes, as: UTF8.self), "\(text)")
        }
    }

    @Test("Everything that is counted stays, also of networks with every field in use")
    func shape() throws {
        var source = RandomNetworks(seed: 20_260_409)
        for _ in 0..<200 {
            let network = source.network(size: 8)
            let redacted = network.redacted()
            #expect(redacted.people.count == network.people.count)
            #expect(Set(redacted.people.map(\.id)).count == network.people.count)
            #expect(Set(redacted.people.map(\.name)).count == network.people.count)
            #expect(redacted.people.map(\.isStar) == network.people.map(\.isStar))
            #expect(redacted.interactions.map(\.date) == network.interactions.map(\.date))
            #expect(redacted.interactions.map(\.purposes) == network.interactions.map(\.purposes))
            #expect(redacted.referrals.map(\.firstDate) == network.referrals.map(\.firstDate))
            #expect(redacted.ties.map(\.kind) == network.ties.map(\.kind))
            #expect(
                Set(redacted.interactions.compactMap(\.thread)).count
                    == Set(network.interactions.compactMap(\.thread)).count)
            let day = Timestamp(CalendarDay(number: 30_000))
            #expect(
                redacted.issues(asOf: day).map(\.identifier) == network.issues(asOf: day).map(\.identifier),
                "a reference leads where it led")
        }
    }

    @Test("Redacting twice says no less than once")
    func isIdempotent() {
        let once = network(["Ruth Adeyemi", "Rob Allen", "王小芳"], title: "Lead").redacted()
        #expect(once.redacted() == once)
    }

    @Test("The samples are ranked as before and hold no name")
    func samples() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Samples")
            .standardizedFileURL.path(percentEncoded: false)
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
            $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") && $0 != "thousand.json"
        }
        #expect(files.count > 20)
        let asOf: Timestamp = "2026-04-10"
        for file in files.sorted() {
            let network = try #require(try NetworkReader.read(path: "\(folder)/\(file)", asOf: asOf).network)
            let redacted = network.redacted()
            let bytes = NetworkJSONWriter.bytes(of: redacted)
            expectNoName(of: network, in: String(decoding: bytes, as: UTF8.self), "\(file)")
            let before = try NetworkAnalysis(of: network, asOf: asOf).nextContacts.contacts.map(\.worth.value)
            let after = try NetworkAnalysis(of: redacted, asOf: asOf).nextContacts.contacts.map(\.worth.value)
            #expect(before.count == after.count, "\(file)")
        }
    }

    /// Looks for every word of three letters or more of anyone's name.
    private func expectNoName(of network: ReferralNetwork, in text: String, _ comment: Comment) {
        // Words of the format, and of the vocabulary that replaces what was said, are no one's.
        var blank = network.redacted()
        blank.people = blank.people.map { Person(id: $0.id, name: "", emails: $0.emails, employments: []) }
        let own = Set(words(String(decoding: NetworkJSONWriter.bytes(of: blank), as: UTF8.self)))
        let found = Set(words(text))
        for name in network.people.flatMap({ [$0.name] + $0.otherNames }) {
            for word in words(name) where word.count >= 3 && !own.contains(word) {
                #expect(!found.contains(word), comment)
            }
        }
    }

    private func words(_ text: String) -> [String] {
        text.split { !$0.isLetter }.map { foldedName(String($0)) }
    }
}
