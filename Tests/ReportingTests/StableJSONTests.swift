import Foundation
import Foundations
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import SystemInterface
import Testing

@testable import Reporting

@Suite("Reports as JSON")
struct StableJSONTests {
    private struct Report: Codable, Equatable {
        var zebra = 1
        var apple = ["b", "a"]
        var text: String
        var missing: Int?
    }

    @Test("The bytes are these, whenever and however often they are written")
    func bytes() throws {
        let asOf = try #require(Timestamp("2026-04-09"))
        let json = ReportJSON("test", network: "N/1", asOf: asOf, report: Report(text: "é"))
        let text = try json.text()
        #expect(
            text == """
                {
                  "asOf" : "2026-04-09",
                  "network" : "N/1",
                  "report" : {
                    "apple" : [
                      "b",
                      "a"
                    ],
                    "text" : "é",
                    "zebra" : 1
                  },
                  "schema" : "rebound-test/1"
                }

                """)
        for _ in 0..<20 { #expect(try json.text() == text) }
    }

    @Test("What a terminal would obey is escaped, and comes back as it was")
    func escapes() throws {
        for text in HostileText.all {
            let json = try StableJSON.text(of: Report(text: text))
            #expect(json.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isObeyedByTerminals })
            #expect(try JSONDecoder().decode(Report.self, from: Data(json.utf8)).text == text)
        }
    }

    @Test func aNumberThatIsNoneIsAnError() {
        #expect(throws: EncodingError.self) { try StableJSON.text(of: ["x": Double.nan]) }
    }
}
