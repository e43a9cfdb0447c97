import NetworkEditing
import ReboundTestSupport
import ReferralGraph
import Testing
import Workspace

@testable import ReboundWeb

@Suite("Roles on the page")
struct RolePagesTests {
    /// A role at one employer with two people in it.
    private func site(isQuiet: Bool = false) async throws -> TriedSite {
        let site = try TriedSite(isQuiet: isQuiet)
        let answer = try await site.act(
            "add-opportunity",
            [
                "title": ["Account lead"], "at": ["Harbor Savings"], "manager": ["Dan Whitfield"],
                "interviewer": ["Ruth Okafor", "Ana Sorrel"], "on": ["2026-03-20"],
            ])
        #expect(answer.refusal == nil, "\(answer.said)")
        return site
    }

    private func role(_ site: TriedSite) throws -> Opportunity {
        try #require(try site.own.network().opportunities.first)
    }

    @Test("A role stands in the column of its stage, with its days, its people and a menu")
    func board() async throws {
        let site = try await site()
        let page = await site.page("/roles")
        let applied = try #require(page.firstRange(of: "id=\"stage-applied\"")).lowerBound
        let screening = try #require(page.firstRange(of: "id=\"stage-screening\"")).lowerBound
        let card = try #require(page.firstRange(of: "data-role=\"account-lead\"")).lowerBound
        #expect(applied < card && card < screening)
        #expect(page.contains("21 days, since 20 Mar"))
        #expect(page.contains("Dan Whitfield, Ruth Okafor, Ana Sorrel"))
        #expect(page.contains("aria-label=\"Move Account lead to\""))
    }

    @Test("A stage is recorded with who was there, new people among them")
    func stage() async throws {
        let site = try await site()
        let answer = try await site.act(
            "stage",
            [
                "opportunity": ["account-lead"], "stage": ["interview"], "on": ["yesterday"],
                "with": ["dan-whitfield", "", "Tess Wynn"], "until": [""], "round": [""],
            ])
        #expect(answer.refusal == nil, "\(answer.said)")
        let event = try #require(try role(site).currentStage)
        #expect(event.stage == .interview && event.round == 1)
        #expect(event.people == ["dan-whitfield", "tess-wynn"])
        #expect(event.date.day == CalendarDay("2026-04-09"))
    }

    @Test("An interview that lies ahead is agreed upon, and no stage yet")
    func ahead() async throws {
        let site = try await site()
        let answer = try await site.act(
            "stage",
            [
                "opportunity": ["account-lead"], "stage": ["interview"], "on": ["2026-04-16 10:00"],
                "with": ["dan-whitfield"],
            ])
        #expect(answer.refusal == nil, "\(answer.said)")
        #expect(try role(site).currentStage?.stage == .applied)
        #expect(await site.page("/roles").contains("16 Apr at 10:00: interview with Dan Whitfield"))
    }

    @Test("A no is said by the name that was typed, else by the one chosen; the answer says what follows")
    func reject() async throws {
        let site = try await site()
        let form = await site.page("/reject", ["opportunity": "account-lead"])
        for words in ["Dan Whitfield · hiring manager", "Ruth Okafor · interviewer", "No one signed it"] {
            #expect(form.contains(words), "\(words)")
        }
        let answer = try await site.act(
            "reject",
            [
                "opportunity": ["account-lead"], "by": ["dan-whitfield", "Gareth Pole"],
                "title": ["Director"], "finalist": ["yes"], "feedback": ["wanted more years in retail"],
                "filled": ["yes"], "channel": ["call"],
            ])
        #expect(answer.refusal == nil, "\(answer.said)")
        let role = try role(site)
        #expect(role.rejection?.people == ["gareth-pole"])
        #expect(role.isFilled == true && role.feedback.map(\.text) == ["wanted more years in retail"])
        #expect(role.stages.contains { $0.stage == .finalist })
        #expect(answer.due.contains { $0.contains("Gareth Pole: ") })
    }

    @Test("The quiet view shows no rejected role, on the board or as a card")
    func quiet() async throws {
        let site = try await site(isQuiet: true)
        #expect(await site.page("/roles").contains("Account lead"))
        try await site.act("reject", ["opportunity": ["account-lead"], "by": ["dan-whitfield"]])
        for page in [await site.page("/roles"), await site.page("/role", ["id": "account-lead"])] {
            #expect(!page.contains("Account lead") && !page.contains("ejected <span"))
        }
    }

    @Test("An offer, its acceptance, a hold and feedback are what the commands record")
    func decisions() async throws {
        let site = try await site()
        try await site.act(
            "offer",
            [
                "opportunity": ["account-lead"], "by": ["", "Dan Whitfield"], "until": ["2026-04-20"],
                "salary": ["60,000 a year"], "note": ["by phone"],
            ])
        let offer = try #require(try role(site).currentStage)
        #expect(offer.stage == .offer && offer.until == CalendarDay("2026-04-20"))
        #expect(offer.note == "by phone\nSalary: 60,000 a year")
        #expect(await site.page("/roles").contains("answer by Mon 20 Apr (in 10 days)"))
        let until = try await site.act(
            "stage", ["opportunity": ["account-lead"], "stage": ["accepted"], "until": ["friday"]])
        #expect(until.refusal != nil)
        try await site.act("stage", ["opportunity": ["account-lead"], "stage": ["accepted"]])
        #expect(try role(site).currentStage?.stage == .accepted)
        try await site.act(
            "feedback",
            ["opportunity": ["account-lead"], "by": ["ruth-okafor"], "feedback": ["clear answers"]])
        #expect(try role(site).feedback.first?.from == "ruth-okafor")
        let card = await site.page("/role", ["id": "account-lead"])
        for words in ["clear answers", "Salary: 60,000 a year", "hiring manager", "What happened"] {
            #expect(card.contains(words), "\(words)")
        }
    }

    @Test(
        "What cannot be recorded is refused in words, and nothing is written",
        arguments: [
            ("stage", ["opportunity": ["nothing"], "stage": ["offer"]]),
            ("stage", ["opportunity": ["account-lead"], "stage": ["hired"]]),
            ("stage", ["opportunity": ["account-lead"]]),
            ("stage", ["opportunity": ["account-lead"], "stage": ["interview"], "round": ["second"]]),
            (
                "stage",
                ["opportunity": ["account-lead"], "stage": ["interview"], "round": ["99999999999999999999"]]
            ),
            ("stage", ["opportunity": ["account-lead"], "stage": ["finalist"], "on": ["tomorrow"]]),
            ("reject", ["opportunity": ["account-lead"], "by": ["HR"]]),
            ("reject", ["opportunity": ["account-lead"], "channel": ["pigeon"]]),
            ("feedback", ["opportunity": ["account-lead"], "feedback": [" "]]),
            ("add-opportunity", ["title": ["Account lead"], "at": ["Harbor Savings"]]),
            ("add-opportunity", ["title": ["Account lead"]]),
        ] as [(String, [String: [String]])])
    func refused(act: String, fields: [String: [String]]) async throws {
        let site = try await site()
        let entry = try site.own.latestEntry()
        let answer = try await site.act(act, fields)
        #expect(answer.refusal != nil, "\(answer.said)")
        #expect(try site.own.latestEntry() == entry)
    }

    @Test("A page that is out of date records nothing")
    func stale() async throws {
        let site = try await site()
        let entry = try site.own.latestEntry()
        try await site.act("stage", ["opportunity": ["account-lead"], "stage": ["screening"]])
        let answer = try await site.act(
            "stage", ["opportunity": ["account-lead"], "stage": ["finalist"]], seen: entry)
        #expect(answer.refusal == "stale")
        #expect(try role(site).currentStage?.stage == .screening)
    }

    @Test("A read-only page has no forms and no menus, and no role that is not there")
    func readOnly() async throws {
        let site = try TriedSite(LookingPagesTests.sample(), isReadOnly: true)
        let page = await site.page("/roles")
        #expect(
            page.contains("data-role=") && !page.contains("<select data-move")
                && !page.contains("draggable=\"true\"")
        )
        #expect(try await site.act("stage", ["opportunity": ["x"], "stage": ["offer"]]).refusal != nil)
        #expect(await site.page("/role", ["id": "nothing"]).contains("There is no such role."))
        #expect(await site.page("/reject").contains("There is no such role."))
    }

    @Test("A column shows its first roles, and the rest when asked")
    func many() async throws {
        let site = try TriedSite()
        _ = try site.own.edit { (editor) throws(EditError) in
            var edit = try editor.addOpportunity("Role 0", at: "Acme")
            for number in 1..<40 {
                edit = try editor.addOpportunity("Role \(number)", at: "Acme").after(edit)
            }
            return edit
        }
        func cards(_ page: String) -> Int { page.matches(of: #/class="row role"/#).count }
        let board = await site.page("/roles")
        #expect(cards(board) == 10)
        #expect(board.contains("<a href=\"/roles?all=applied\">30 more</a>"))
        #expect(cards(await site.page("/roles", ["all": "applied"])) == 40)
    }
}
