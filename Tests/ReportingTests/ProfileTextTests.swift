import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import SystemInterface
import Testing

@testable import Reporting

@Suite("Profiles, searches and the day as text")
struct ProfileTextTests {
    private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }
    private func moment(_ text: String) throws -> Timestamp { try #require(Timestamp(text)) }

    /// A network in which every field that takes text holds one text.
    private func analysis(_ text: String) throws -> NetworkAnalysis {
        let (seeker, dan, ruth, kim): (PersonID, PersonID, PersonID, PersonID) = ("me", "dan", "ruth", "kim")
        let signal = Signal(
            kind: .openingPosted, date: try day("2026-04-01"), department: text, title: text, note: text)
        let network = ReferralNetwork(
            title: text, seeker: seeker,
            people: [
                Person(id: seeker, name: text),
                Person(
                    id: dan, name: text, emails: [text], phones: [text], profileURL: "https://a.example",
                    employments: [Employment(company: "acme", title: text, department: text)],
                    isStar: true, observations: [text], directReports: 3, signals: [signal]),
                Person(id: ruth, name: text, employments: [Employment(company: "acme", title: text)]),
                Person(id: kim, name: text, doNotContact: true),
            ],
            companies: [Company(id: "acme", name: text, hasReferralProgramme: true, signals: [signal])],
            opportunities: [
                Opportunity(
                    id: "role", title: text, company: "acme",
                    stages: [StageEvent(stage: .rejected, date: try moment("2026-04-07"), people: [dan])],
                    participants: [Participant(person: dan, role: .hiringManager)],
                    feedback: [Feedback(date: try day("2026-04-07"), from: dan, text: text)])
            ],
            referrals: [Referral(from: dan, to: ruth, given: try day("2026-04-08"), note: text)],
            interactions: [
                Interaction(
                    date: try moment("2026-04-08"), people: [dan], channel: .call, direction: .incoming,
                    purposes: [.feedback, .decline], thread: text, subject: text, note: text,
                    promise: Promise(
                        by: .them, kind: .other, what: text, due: Timestamp(try day("2026-04-08"))))
            ])
        return try NetworkAnalysis(of: network, asOf: moment("2026-04-09"))
    }

    private func texts(_ analysis: NetworkAnalysis, _ words: String, _ style: TextStyle) throws -> [String] {
        let (network, today) = (analysis.network, analysis.asOf.day)
        var texts = [
            TodayText(analysis.today(), in: network, title: words).rendered(in: style),
            SearchText(analysis.search(words), in: network, today: today).rendered(in: style),
        ]
        for person in network.people {
            let profile = try #require(analysis.profile(of: person.id))
            texts.append(PersonProfileText(profile, in: network, today: today).rendered(in: style))
        }
        let company = try #require(analysis.profile(of: network.companies[0].id))
        return texts + [CompanyProfileText(company, in: network, today: today).rendered(in: style)]
    }

    @Test("No line is too long and nothing is obeyed by a terminal", arguments: [40, 80])
    func safe(width: Int) throws {
        for words in HostileText.all {
            for text in try texts(try analysis(words), words, TextStyle(width: width)) {
                for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                    #expect(columns(of: String(line)) <= width, "\(line)")
                    #expect(
                        !removingIsolates(line).unicodeScalars.contains { $0.isObeyedByTerminals }, "\(line)")
                }
            }
        }
    }

    @Test("Colours only where they are wanted, and the same words with them and without")
    func colours() throws {
        let analysis = try analysis("Dan")
        let plain = try texts(analysis, "Dan", TextStyle())
        let coloured = try texts(analysis, "Dan", TextStyle(usesColor: true))
        #expect(plain.allSatisfy { !$0.contains("\u{1B}") })
        // The search for a name that is found as such has nothing to set apart.
        #expect(coloured.map { $0.contains("\u{1B}[") } == [true, false, true, true, true, true, true])
        #expect(coloured.map { $0.replacing(/\u{1B}\[\d+m/, with: "") } == plain)
    }

    @Test("A profile is a card of facts, then what is due, then the history")
    func person() throws {
        let analysis = try analysis("Dan")
        let profile = try #require(analysis.profile(of: "dan" as PersonID))
        let text = PersonProfileText(profile, in: analysis.network, today: analysis.asOf.day)
            .rendered(in: TextStyle())
        let order = [
            "★ Dan · Dan · Dan\n", "id dan\n", "e-mail    Dan\n", "phone     Dan\n",
            "page      https://a.example\n", "reports   3\n", "works     Dan · Dan · Dan\n",
            "noted     Dan\n",
            "\nNow\n", "  due  ", "\nNames given to you\n  Dan · given 8 Apr\n    Dan\n",
            "\nOpportunities\n  Dan · Dan · rejected 7 Apr · hiring-manager\n    “Dan”\n",
            "\nNews\n  1 Apr · opening posted · Dan · Dan · Dan\n", "\nVacancy clock",
            "\nContacts (2)\n  8 Apr · call · incoming · feedback, decline · Dan\n    Dan\n",
            "    they promised: Dan · due 8 Apr (yesterday)\n",
        ]
        var rest = Substring(text)
        for piece in order {
            let range = try #require(rest.firstRange(of: piece), "\(piece) in\n\(text)")
            rest = rest[range.upperBound...]
        }
        let kim = try #require(analysis.profile(of: "kim" as PersonID))
        #expect(
            PersonProfileText(kim, in: analysis.network, today: analysis.asOf.day)
                .rendered(in: TextStyle()).contains("\nDo not contact.\n"))
        #expect(
            PersonProfileText(profile, in: analysis.network, today: analysis.asOf.day, contactLimit: 1)
                .rendered(in: TextStyle()).hasSuffix("  and 1 more\n"))
    }

    @Test("A company's profile, a search and the day say what they found, or that there is nothing")
    func others() throws {
        let analysis = try analysis("Dan")
        let company = try #require(analysis.profile(of: "acme" as CompanyID))
        let text = CompanyProfileText(company, in: analysis.network, today: analysis.asOf.day)
            .rendered(in: TextStyle())
        for piece in [
            "Dan\nid acme\nPays referrers a bonus.\n",
            "\nIn touch with (1)\n  ★ Dan · Dan · Dan · last contact 8 Apr",
            "\nNot in touch yet (1)\n", "known by Dan\n", "\nOpportunities\n", "\nNews\n",
            "\nMissing\n  no priority set\n",
        ] { #expect(text.contains(piece), "\(piece) in\n\(text)") }
        func found(_ words: String, limit: Int = 30) -> String {
            SearchText(analysis.search(words), in: analysis.network, today: analysis.asOf.day, limit: limit)
                .rendered(in: TextStyle())
        }
        #expect(found("xyz") == "Nothing matches “xyz”.\n")
        #expect(found("ruth") == "person       Dan · ruth\n             id: ruth\n")
        #expect(found("Dan", limit: 1) == "person       Dan · me\nand 6 more\n")
        let day = TodayText(analysis.today(), in: analysis.network, title: "T").rendered(in: TextStyle())
        #expect(day.hasPrefix("T: Thu 9 Apr 2026\n\nDue now ("))
        let nobody = try NetworkAnalysis(
            of: ReferralNetwork(seeker: "me", people: [Person(id: "me", name: "Mia")]),
            asOf: moment("2026-04-09"))
        #expect(
            TodayText(nobody.today(), in: nobody.network, title: "T").rendered(in: TextStyle())
                == "T: Thu 9 Apr 2026\n\nNothing is due, and there is no one to contact today.\n")
    }

    @Test("As JSON the reports come back the same, in the same bytes")
    func json() throws {
        let analysis = try analysis("Dan")
        let profile = try #require(analysis.profile(of: "dan" as PersonID))
        let text = try ReportJSON("show", network: "T", asOf: analysis.asOf, report: profile).text()
        #expect(try ReportJSON("show", network: "T", asOf: analysis.asOf, report: profile).text() == text)
        #expect(text.contains("\"schema\" : \"rebound-show/1\""))
        #expect(try StableJSON.text(of: analysis.today()).contains("\"entries\""))
        #expect(try StableJSON.text(of: analysis.search("dan")).contains("\"hits\""))
    }
}
