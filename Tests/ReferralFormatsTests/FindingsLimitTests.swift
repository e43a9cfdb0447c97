import ReferralFormats
import ReferralGraph
import Testing

/// Of each severity the first 1,000 findings of a file are listed, and the others counted.
@Suite("Long lists of findings") struct FindingsLimitTests {
    private func findings(ofPeople people: String, asOf now: Timestamp? = nil) -> ReadResult {
        let text = #"{"format": "rebound-network", "version": 1, "seeker": "a", "people": [\#(people)]}"#
        return NetworkJSONReader.read(bytes: Array(text.utf8), file: "n.json", asOf: now)
    }

    @Test(
        "A file of empty people lists the first errors and counts the others", arguments: [500, 501, 50_000])
    func emptyPeople(_ count: Int) {
        let result = findings(ofPeople: Array(repeating: "{}", count: count).joined(separator: ","))
        #expect(result.network == nil)
        // Of each the identifier and the name are missing.
        let total = result.diagnostics.count(of: .error)
        #expect(total >= 2 * count)
        let listed = result.diagnostics.filter { $0.identifier != .errorsOmitted }
        #expect(listed.count == min(total, 1000))
        #expect(listed.first?.path == "people[0].id")
        let omission = result.diagnostics.first { $0.identifier == .errorsOmitted }
        #expect((omission?.count ?? 0) == total - listed.count)
        #expect(omission == nil || omission == result.diagnostics.last)
    }

    @Test("Warnings in thousands hide no error")
    func warnings() {
        let now = Timestamp("2026-01-10")!
        let signals = Array(repeating: #"{"kind": "growth", "date": "2027-01-01"}"#, count: 2000)
            .joined(separator: ",")
        let people =
            #"{"id": "a", "name": "A", "signals": [\#(signals)]}, {"id": "b", "name": "B", "distinctFrom": ["c"]}"#
        let result = findings(ofPeople: people, asOf: now)
        #expect(result.network == nil)
        #expect(result.diagnostics.contains { $0.identifier == .danglingReference })
        let omission = result.diagnostics.last { $0.identifier == .warningsOmitted }
        #expect(omission?.count == 1000)
        #expect(
            omission?.description == "n.json: warning: [warnings-omitted] found 1000 more warnings; "
                + "expected no more than 1000 to list; hint: mend those above and check again")
    }

    @Test("Rows of a table that are too short are listed as far, too")
    func raggedRows() {
        let text = "id,name\n" + String(repeating: "a\n", count: 3000)
        let (_, diagnostics) = CSVDocument.read(bytes: Array(text.utf8), file: "people.csv")
        #expect(diagnostics.count == 1001)
        #expect(diagnostics.count(of: .error) == 3000)
    }
}
