import DateLiterals
import Foundations
import NetworkEditing
import ReferralGraph
import Testing

@Suite("Where a source says that people work")
struct ImportedEmployerTests {
    private func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

    /// What imports make of Ann's employments, each a day, a company and a title.
    private func ann(
        _ said: [(asOf: String?, company: String, title: String?)], from employments: [Employment] = [],
        isStar: Bool = false
    ) -> (employments: [String], findings: [ImportFinding]) {
        var network = emptyNetwork()
        network.companies = [Company(id: "acme", name: "Acme"), Company(id: "quillon", name: "Quillon")]
        network.people.append(
            Person(
                id: "ann", name: "Ann Hale", profileURL: "https://www.linkedin.com/in/ann",
                employments: employments,
                isStar: isStar))
        var findings: [ImportFinding] = []
        for (asOf, company, title) in said {
            let records = archive(asOf: asOf, contact("Ann Hale", "ann", company: company, title: title))
            findings += NetworkImport.apply(records, to: &network, today: today).findings
            let once = network
            NetworkImport.apply(records, to: &network, today: today)
            #expect(network == once)
        }
        func text(_ day: CalendarDay?) -> String { day.map { "\($0)" } ?? "?" }
        let words = network.people[1].employments.map {
            "\($0.company) \($0.title ?? "-") \(text($0.from))...\(text($0.to)) \(text($0.confirmed))"
        }
        return (words, findings)
    }

    @Test("The first word on an employer is as of the source, with an unknown beginning")
    func first() {
        #expect(ann([("2026-01-01", "Acme Inc.", "Lead")]).employments == ["acme Lead ?...? 2026-01-01"])
        #expect(ann([(nil, "Acme", nil)]).employments == ["acme - ?...? ?"])
    }

    @Test("A star who works elsewhere is a finding: congratulate")
    func changed() {
        let found = ann([("2025-01-01", "Acme", "Lead"), ("2026-01-01", "Quillon", "Head")], isStar: true)
        #expect(
            found.employments == [
                "acme Lead ?...2025-12-31 2025-01-01", "quillon Head 2026-01-01...? 2026-01-01",
            ])
        let finding = ImportFinding.changedEmployer("ann", from: "acme", to: "quillon", isStar: true)
        #expect(found.findings == [finding])
        #expect(finding.rule == "R1.follow-star")
        #expect(ImportFinding.changedEmployer("ann", from: "acme", to: "quillon", isStar: false).rule == nil)
    }

    @Test("Another title at the same employer replaces the old one and is a finding")
    func title() {
        let found = ann([("2025-01-01", "Acme", "Lead"), ("2026-01-01", "ACME, Inc.", "Head")], isStar: true)
        #expect(found.employments == ["acme Head ?...? 2026-01-01"])
        #expect(found.findings == [.changedTitle("ann", from: "Lead", to: "Head", isStar: true)])
        #expect(ann([("2025-01-01", "Acme", "Lead"), ("2026-01-01", "Acme", "LEAD")]).findings == [])
        #expect(
            ann([("2025-01-01", "Acme", "Lead"), ("2026-01-01", "Acme", nil)]).employments
                == ["acme Lead ?...? 2026-01-01"])
    }

    @Test("An older archive never overwrites what is known later, in whichever order they come")
    func older() {
        let later = ann([("2026-01-01", "Quillon", "Head"), ("2025-01-01", "Acme", "Lead")])
        let earlier = ann([("2025-01-01", "Acme", "Lead"), ("2026-01-01", "Quillon", "Head")])
        #expect(later.employments == earlier.employments)
        #expect(later.findings == [])
        let title = ann([("2026-01-01", "Acme", "Head"), ("2025-01-01", "Acme", "Lead")])
        #expect(title.employments == ["acme Head ?...? 2026-01-01"])
    }

    @Test("An older archive against the user's own dates is a contradiction, which is said and not used")
    func contradiction() {
        let known = [Employment(company: "acme", from: day("2025-06-01"), confirmed: day("2026-01-01"))]
        let found = ann([("2025-08-01", "Quillon", "Head")], from: known)
        #expect(found.employments == ["acme - 2025-06-01...? 2026-01-01"])
        #expect(found.findings == [.contradictedEmployer("ann", known: "acme", said: "Quillon")])
        let sameDay = ann([("2026-01-01", "Acme", nil), ("2026-01-01", "Quillon", nil)])
        #expect(sameDay.employments == ["acme - ?...? 2026-01-01"])
    }

    @Test("A source without a day only fills in what is missing")
    func undated() {
        let known = [Employment(company: "acme", title: "Lead")]
        #expect(ann([(nil, "Acme", "Head")], from: known).employments == ["acme Lead ?...? ?"])
        #expect(
            ann([(nil, "Acme", "Head")], from: [Employment(company: "acme")]).employments == [
                "acme Head ?...? ?"
            ])
        let other = ann([(nil, "Quillon", "Head")], from: known)
        #expect(other.employments == ["acme Lead ?...? ?"])
        #expect(other.findings == [.contradictedEmployer("ann", known: "acme", said: "Quillon")])
    }

    @Test("After an employment that ended, a new one begins on the day of the source")
    func afterAnEnd() {
        let known = [Employment(company: "acme", from: day("2020-01-01"), to: day("2024-12-31"))]
        let found = ann([("2026-01-01", "Quillon", nil)], from: known)
        #expect(
            found.employments == ["acme - 2020-01-01...2024-12-31 ?", "quillon - 2026-01-01...? 2026-01-01"])
        #expect(found.findings == [.changedEmployer("ann", from: "acme", to: "quillon", isStar: false)])
        let before = ann([("2019-01-01", "Quillon", nil)], from: known)
        #expect(before.employments.last == "quillon - ?...2019-12-31 2019-01-01")
        #expect(before.findings == [])
    }

    @Test("Someone who comes back gets a further employment")
    func back() {
        let found = ann([
            ("2024-01-01", "Acme", nil), ("2025-01-01", "Quillon", nil), ("2026-01-01", "Acme", nil),
        ])
        #expect(
            found.employments == [
                "acme - ?...2024-12-31 2024-01-01", "quillon - 2025-01-01...2025-12-31 2025-01-01",
                "acme - 2026-01-01...? 2026-01-01",
            ])
    }

    @Test("A source from a later day than today speaks of today")
    func future() {
        #expect(ann([("2030-01-01", "Acme", nil)]).employments == ["acme - ?...? 2026-04-09"])
    }

    @Test("A company is made only when someone works there in the end")
    func noOrphans() {
        var network = emptyNetwork()
        network.companies = [Company(id: "acme", name: "Acme")]
        network.people.append(
            Person(
                id: "ann", name: "Ann Hale", profileURL: "https://www.linkedin.com/in/ann",
                employments: [Employment(company: "acme")]))
        let report = NetworkImport.apply(
            archive(asOf: nil, contact("Ann Hale", "ann", company: "Brightwell")), to: &network, today: today)
        #expect(network.companies.count == 1 && report.newCompanies == 0)
    }
}
