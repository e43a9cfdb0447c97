import Foundations
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import SystemInterface
import Testing

@testable import Reporting

@Suite("Reports as text")
struct ReportTextTests {
    /// A network in which every name, title and subject is one hostile text.
    private func analysis(_ text: String) throws -> NetworkAnalysis {
        let day = try #require(CalendarDay("2026-03-02"))
        let (seeker, contact, friend): (PersonID, PersonID, PersonID) = ("me", "dan", "ruth")
        let network = ReferralNetwork(
            title: text, seeker: seeker,
            people: [
                Person(id: seeker, name: text),
                Person(
                    id: contact, name: text, phones: ["1"],
                    employments: [Employment(company: "acme", title: text)],
                    isStar: true),
                Person(id: friend, name: text, employments: [Employment(company: "other", title: text)]),
            ],
            companies: [Company(id: "acme", name: text), Company(id: "other", name: text)],
            interactions: [contact, friend].map { person in
                Interaction(
                    date: Timestamp(day), people: [person], channel: .email, direction: .outgoing,
                    thread: "\(person) \(text)", subject: text)
            })
        return try NetworkAnalysis(of: network, asOf: #require(Timestamp("2026-04-09")))
    }

    @Test("No line is too long and nothing is obeyed by a terminal", arguments: [40, 80, 120])
    func everyTextIsSafe(width: Int) throws {
        let style = TextStyle(width: width)
        for text in HostileText.all {
            let analysis = try analysis(text)
            let (network, today) = (analysis.network, analysis.asOf.day)
            var texts = [
                CallListText(analysis.nextContacts, in: network, title: text, today: today).rendered(
                    in: style),
                StalledText(analysis.stalledThreads, in: network, title: text, today: today).rendered(
                    in: style),
                CheckText(text, network: network, diagnostics: []).rendered(width: width),
            ]
            for person in network.people {
                let explanation = try #require(analysis.explanation(of: person.id))
                texts.append(ExplanationText(explanation, in: network, today: today).rendered(in: style))
            }
            for line in texts.flatMap({ $0.split(separator: "\n", omittingEmptySubsequences: false) }) {
                #expect(columns(of: String(line)) <= width, "\(line)")
                #expect(!removingIsolates(line).unicodeScalars.contains { $0.isObeyedByTerminals }, "\(line)")
            }
        }
    }

    @Test("A list that is cut says how much is left")
    func cutList() throws {
        let analysis = try analysis("Dan")
        let text = CallListText(
            analysis.nextContacts, in: analysis.network, title: "T", today: analysis.asOf.day, limit: 1
        ).rendered(in: TextStyle())
        #expect(analysis.nextContacts.contacts.count == 2)
        #expect(text.contains("1 more: --top 2 shows everyone"))
    }

    @Test func aCheckEndsWithItsVerdict() throws {
        let network = try analysis("Dan").network
        #expect(
            CheckText("n.json", network: network, diagnostics: []).rendered(width: nil)
                == "n.json: no problems\n  3 people, 2 companies, 0 opportunities, 0 ties, 0 referrals, 2 interactions\n"
        )
        let error = Diagnostic(.fileEmpty, file: "n.json", found: "nothing", expected: "JSON text")
        #expect(
            CheckText("n.json", network: nil, diagnostics: [error, error]).rendered(width: nil)
                .hasSuffix("\nn.json: 2 errors\n"))
        let warning = Diagnostic(.later, file: "n.json", found: "a day", expected: "an earlier one")
        #expect(
            CheckText("n.json", network: network, diagnostics: [warning]).rendered(width: nil)
                .contains("\nn.json: 1 warning\n  3 people"))
    }
}
