import NetworkEditing
import ReboundTestSupport
import ReferralGraph
import Testing
import Workspace

@testable import ReboundWeb

@Suite("Pages about companies")
struct CompanyPagesTests {
    private func names(_ html: String) -> [String] {
        html.matches(of: #/id="company-([^"]*)"/#).map { String($0.1) }
    }

    private func with(_ body: (RecordedSite) async throws -> Void) async throws {
        try await RecordedSite.afterRejection { site in
            try site.record { (editor) throws(EditError) in
                try editor.addCompany("Éclair Foods", CompanyDetails(aliases: ["Pastry House"], priority: .b))
            }
            try site.record { (editor) throws(EditError) in
                try editor.opening("brightwater", "Data lead", department: "Analytics")
            }
            try site.record { (editor) throws(EditError) in try editor.signal(.layoffs, at: "lumen loft") }
            try await body(site)
        }
    }

    @Test(
        "Search goes over names and aliases, whatever the accents",
        arguments: [
            ("ecl", ["eclair-foods"]), ("PASTRY", ["eclair-foods"]), ("loft lum", ["lumen-loft"]),
            ("<b>", []), ("zzz", []),
        ])
    func search(words: String, expected: [String]) async throws {
        try await with { site in #expect(names(await site.page("/companies", ["find": words])) == expected) }
    }

    @Test(
        "Filters",
        arguments: [
            ("wanted", "B", ["eclair-foods"]), ("wanted", "A", []), ("having", "openings", ["brightwater"]),
            ("having", "news", ["lumen-loft"]), ("having", "before", []),
            ("having", "now", ["lumen-loft", "brightwater"]),
            ("having", "introduction", []),
        ])
    func filters(field: String, value: String, expected: [String]) async throws {
        try await with { site in
            #expect(names(await site.page("/companies", [field: value])) == expected)
        }
    }

    @Test("The wanted ones come first; a press wants, another takes it off the list")
    func wanted() async throws {
        try await with { site in
            #expect(names(await site.page("/companies")).first == "eclair-foods")
            let want = try await site.act("want", ["company": ["brightwater"], "priority": ["A"]])
            #expect(want.said == ["You want to work at Brightwater (A)"])
            #expect(names(await site.page("/companies")).first == "brightwater")
            let off = try await site.act("not-wanted", ["company": ["brightwater"]])
            #expect(off.said == ["Brightwater is off your list"])
            #expect(names(await site.page("/companies")).first == "eclair-foods")
            let more = try await site.act(
                "want", ["role": ["Brand manager"], "place": ["Chicago", ""], "company": [""]])
            #expect(more.said == ["You want to work as Brand manager", "You want to work in Chicago"])
            #expect(await site.page("/want").contains("Brand manager"))
            #expect(try await site.act("want", [:]).said == ["Say what you want."])
            #expect(try await site.act("want", ["company": ["x"], "priority": ["D"]]).refusal == "refused")
        }
    }

    @Test("Many companies come in pages, whatever page is asked for")
    func pages() async throws {
        try await with { site in
            try site.record { (editor) throws(EditError) in
                var edit = try editor.addCompany("Company 0")
                for number in 1..<60 { edit = try editor.addCompany("Company \(number)").after(edit) }
                return edit
            }
            #expect(names(await site.page("/companies", ["find": "company"])).count == 50)
            let next = await site.page("/companies", ["find": "company", "from": "50"])
            #expect(names(next).count == 10)
            #expect(next.contains("href=\"/companies?find=company\""))
            for page in ["0", "-7", "9223372036854775807", "two"] {
                #expect(!names(await site.page("/companies", ["find": "company", "from": page])).isEmpty)
            }
        }
    }

    @Test("A card says who is there, what is open and what is new")
    func card() async throws {
        try await with { site in
            let page = await site.page("/company", ["id": "brightwater"])
            #expect(page.contains("<a href=\"/person?id=nora-vale\" data-dialog>Nora Vale</a>"))
            #expect(page.contains("opening posted · Data lead · Analytics"))
            let other = await site.page("/company", ["id": "lumen-loft"])
            #expect(other.contains("<a href=\"/role?id=support-lead\" data-dialog>Support lead"))
            #expect(await site.page("/company", ["id": "zzz"], status: 404).contains("no company matches"))
        }
    }

    @Test("News, openings, other names, closed days and wishes are recorded as by the commands")
    func acts() async throws {
        try await with { site in
            let opening = try await site.act(
                "opening", ["company": ["Northfold"], "title": ["Support lead"], "closes": ["in 10 days"]])
            #expect(opening.said.contains { $0.contains("opening posted “Support lead”") })
            #expect(try await site.act("opening", ["company": ["Northfold"]]).said == ["Say which role."])
            let news = try await site.act("signal", ["company": ["northfold"], "kind": ["contract-won"]])
            #expect(news.refusal == nil)
            let team = try await site.act("signal", ["person": ["gareth"], "kind": ["report-leaving"]])
            #expect(team.said.first?.contains("Gareth Pole") == true)
            #expect(
                try await site.act("rename-company", ["company": ["northfold"], "name": ["Northfold Group"]])
                    .refusal == nil)
            let more = try await site.act(
                "describe-company",
                [
                    "company": ["northfold"], "alias": ["Fold"], "referral-programme": ["yes"],
                    "channel-not": ["call"], "any-channel": ["yes"], "setting": ["shop"],
                ])
            #expect(more.refusal == nil)
            let closed = try await site.act("closed", ["company": ["northfold"], "day": ["24 dec to 1 jan"]])
            #expect(closed.said == ["Northfold Group is closed from 2025-12-24 to 2026-01-01"])
            let company = try #require(
                try site.own.network().companies.first { $0.name == "Northfold Group" })
            #expect(company.aliases.contains("Fold"))
            #expect(company.avoids == [.call])
            #expect(company.hasReferralProgramme == true)
            #expect(company.setting == .shop)
        }
    }

    @Test("A company of a name that is there is asked about")
    func namesake() async throws {
        try await with { site in
            let asked = try await site.act("add-company", ["name": ["Brightwater"], "priority": ["C"]])
            #expect(asked.choices == ["Add this to Brightwater", "Add another Brightwater"])
            let added = try await site.act(
                "add-company", ["name": ["Brightwater"], "priority": ["C"], "more": ["brightwater"]])
            #expect(added.said == ["Brightwater has priority C"])
        }
    }

    @Test("Who only looks sees no button")
    func readOnly() async throws {
        try await TemporaryFolder.with { folder in
            let site = try RecordedSite(folder, at: "2026-03-12T10:00Z")
            try site.record { (editor) throws(EditError) in try editor.addCompany("Northfold") }
            let looking = try RecordedSite(folder, at: "2026-03-12T10:00Z", isReadOnly: true)
            for html in [
                await looking.page("/companies"), await looking.page("/company", ["id": "northfold"]),
            ] {
                #expect(!RecordedSite.main(html).contains("data-act"))
            }
            #expect(try await looking.act("want", ["company": ["northfold"]]).refusal == "read-only")
        }
    }
}
