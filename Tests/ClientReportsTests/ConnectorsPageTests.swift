import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import ClientReports
@testable import Reporting

@Suite("The page of introductions between clients")
struct ConnectorsPageTests {
    private static func connectors(_ name: String, contacts: Int = 1, sharing: Sharing = .named) -> Connectors
    {
        let known = (0..<contacts).map { number in
            SharedContacts.KnownContact(
                companies: ["Quay \(name)"], isCurrent: true,
                details: sharing == .named
                    ? .init(name: "\(name) \(number)", title: name, replyProbability: 0.4) : nil)
        }
        return Connectors([
            (name, SharedContacts(sharing: .named, wanted: [.init(names: ["Quay \(name)"], priority: .a)])),
            ("Tom \(name)", SharedContacts(sharing: sharing, known: known)),
        ])
    }

    @Test("No text breaks the page or the table", arguments: HostileText.all)
    func hostile(text: String) throws {
        let page = ConnectorsPage(Self.connectors(text))
        let html = page.html()
        let plain = ConnectorsPage(Self.connectors("Mia")).html()
        for mark in ["<", ">", "\""] {
            #expect(html.count { String($0) == mark } == plain.count { String($0) == mark }, "\(text)")
        }
        for line in String(decoding: page.csv(), as: UTF8.self).split(separator: "\r\n").dropFirst() {
            #expect(!["=", "+", "-", "@", "\t"].contains { line.hasPrefix($0) })
        }
    }

    @Test("Three contacts of a company are written out, the table has all")
    func many() {
        let page = ConnectorsPage(Self.connectors("Mia", contacts: 5))
        #expect(page.html().contains("<li>2 more in connectors.csv</li>"))
        #expect(page.html().contains("Mia 2") && !page.html().contains("Mia 3"))
        #expect(String(decoding: page.csv(), as: UTF8.self).contains("Mia 4"))
    }

    @Test("Without names it says that one of the clients knows someone there")
    func unnamed() {
        let html = ConnectorsPage(Self.connectors("Mia", sharing: .anonymous)).html()
        #expect(html.contains("<h3>Quay Mia (A)</h3>\n<p>No introduction of their own</p>"))
        #expect(html.contains("<li>One of your clients knows someone there</li>"))
        #expect(!html.contains("Tom"))
        #expect(ConnectorsPage(Connectors([])).html().contains("None of the clients who share knows anyone"))
    }
}
