import Foundations
import NetworkEditing
import PageServer
import ReboundTestSupport
import ReferralGraph
import Testing
import Workspace

@testable import ReboundWeb

extension RecordedSite {
    /// A site of someone who was refused by Gareth at Lumen Loft, and knows Nora at Brightwater.
    static func afterRejection(_ body: (RecordedSite) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            let site = try RecordedSite(folder, at: "2026-03-12T10:00Z")
            try site.record { (editor) throws(EditError) in
                editor.now = Timestamp(editor.today + -10)
                return try editor.addOpportunity(
                    "Support lead", at: "Lumen Loft",
                    OpportunityDetails(participants: [.hiringManager: ["Gareth Pole"]]))
            }
            try site.record { (editor) throws(EditError) in
                var details = PersonDetails()
                details.emails = ["gareth@example.com"]
                return try editor.describe("gareth", details)
            }
            try site.record { (editor) throws(EditError) in
                var details = PersonDetails()
                details.company = "Brightwater"
                details.how = "worked together"
                return try editor.addPerson("Nora Vale", details)
            }
            try site.record { (editor) throws(EditError) in
                editor.now = Timestamp(editor.today + -5)
                return try editor.advance("support lead", to: .interview, with: ["gareth"])
            }
            try site.record { (editor) throws(EditError) in
                try editor.reject("support lead", by: "gareth", finalist: true)
            }
            try await body(site)
        }
    }

    var lastContact: Interaction? { get throws { try own.network().interactions.last } }

    /// The main part of a page without what the frame puts around it.
    static func main(_ html: String) -> String {
        String(html.split(separator: "<main", maxSplits: 1)[1].components(before: "</main>"))
    }
}

extension Substring {
    fileprivate func components(before end: String) -> Substring {
        firstRange(of: end).map { self[..<$0.lowerBound] } ?? self
    }
}

@Suite("Forms that rows of people lead to")
struct RowFormsTests {
    @Test("The step that is due is done on a day, by another means, with a note")
    func done() async throws {
        try await RecordedSite.afterRejection { site in
            let form = await site.page("/done", ["person": "gareth-pole"])
            #expect(form.contains("Send a thank-you note"))
            let answer = try await site.act(
                "done",
                [
                    "person": ["gareth-pole"], "what": ["thanks"], "on": ["today"], "channel": ["letter"],
                    "note": ["on paper"],
                ])
            #expect(answer.refusal == nil, "\(answer.said)")
            let contact = try #require(try site.lastContact)
            #expect(contact.channel == .letter)
            #expect(contact.purposes == [.thankYou])
            #expect(contact.note == "on paper")
        }
    }

    @Test("A reply says whose turn it is, and until when")
    func replied() async throws {
        try await RecordedSite.afterRejection { site in
            let form = await site.page("/replied", ["person": "gareth-pole"])
            #expect(form.contains("Whose turn is it now?"))
            let fields = [
                "person": ["gareth-pole"], "direction": ["in"], "kind": ["email"], "turn": ["their-turn"],
                "due": ["in 5 days"],
            ]
            #expect(try await site.act("log", fields).refusal == nil)
            let contact = try #require(try site.lastContact)
            #expect(contact.direction == .incoming)
            #expect(contact.promise?.due == Timestamp("2026-03-17"))
            let wrong = try await site.act("log", fields.merging(["turn": ["no-answer"]]) { $1 })
            #expect(wrong.refusal == "refused")
            #expect(wrong.said == ["“By when” goes with “They said that they will be in touch”."])
        }
    }

    @Test(
        "Someone unknown is offered to be added, with their employer; a second name is never taken for a note"
    )
    func unknown() async throws {
        try await RecordedSite.afterRejection { site in
            let fields = ["kind": ["meeting"], "person": ["Tess Wynn"], "company": ["Northfold"]]
            let asked = try await site.act("log", fields)
            #expect(asked.refusal == "refused")
            #expect(asked.choices == ["Add Tess Wynn"])
            let near = try await site.act("log", ["kind": ["call"], "person": ["Nora Vael"]])
            #expect(near.choices == ["I meant Nora Vale", "Add Nora Vael"])
            let second = try await site.act(
                "log", ["kind": ["call"], "person": ["nora"], "with": ["Someone Else"]])
            #expect(second.refusal == "refused")
            #expect(second.choices == ["Add Someone Else"])
            #expect(try site.lastContact == nil)
            let added = try await site.act("log", fields.merging(["add": ["yes"]]) { $1 })
            #expect(added.refusal == nil)
            let network = try site.own.network()
            let tess = try #require(network.people.first { $0.name == "Tess Wynn" })
            #expect(tess.employments.first?.company == "northfold")
            #expect(network.interactions.last?.people == [tess.id])
        }
    }

    @Test("Several people, a role, a purpose and an outcome are recorded as by the command")
    func log() async throws {
        try await RecordedSite.afterRejection { site in
            let answer = try await site.act(
                "log",
                [
                    "kind": ["call"], "person": ["gareth"], "with": ["nora", " "], "direction": ["out"],
                    "purpose": ["feedback", "referral-request"], "about": ["support-lead"],
                    "subject": ["The role"], "on": ["yesterday 8:30"],
                ])
            #expect(answer.refusal == nil, "\(answer.said)")
            let contact = try #require(try site.lastContact)
            #expect(contact.people == ["gareth-pole", "nora-vale"])
            #expect(contact.purposes == [.feedback, .referralRequest])
            #expect(contact.opportunity == "support-lead")
            #expect(contact.date == Timestamp("2026-03-11T08:30Z"))
            for (field, value) in [
                ("kind", "telegram"), ("direction", "sideways"), ("purpose", "fun"), ("outcome", "maybe"),
                ("on", "someday"), ("about", "no such role"),
            ] {
                let wrong = try await site.act(
                    "log", ["kind": ["call"], "person": ["nora"]].merging([field: [value]]) { $1 })
                #expect(wrong.refusal == "refused", "\(field)")
                #expect(wrong.said.joined().contains(value), "\(field)")
            }
            #expect(try site.own.network().interactions.count == 1)
        }
    }

    @Test("A name that was given, a promise made and kept, a conversation closed and reopened")
    func others() async throws {
        try await RecordedSite.afterRejection { site in
            let named = try await site.act(
                "refer",
                [
                    "from": ["gareth-pole"], "to": ["Ruth Adeyemi"], "company": ["Northfold"],
                    "title": ["Director"],
                ])
            #expect(named.refusal == nil)
            #expect(try site.own.network().referrals.first?.to == "ruth-adeyemi")
            #expect(try await site.act("refer", ["from": ["gareth-pole"]]).said == ["Say whose name it is."])
            let promised = [
                "person": ["nora-vale"], "by": ["them"], "what": ["ask around"], "due": ["friday"],
                "introduction": ["yes"],
            ]
            #expect(try await site.act("promise", promised).refusal == nil)
            let page = await site.page("/promise", ["person": "nora-vale"])
            #expect(page.contains("Nora Vale promised you: ask around, by"))
            #expect(
                try await site.act("kept", ["person": ["nora-vale"], "what": ["ask around"]]).refusal == nil)
            #expect(try site.lastContact?.promise?.kept == site.own.now.day)
            #expect(
                try await site.act("close", ["person": ["nora-vale"], "note": ["moved on"]]).refusal == nil)
            #expect(try site.lastContact?.closesThread == true)
            #expect(await site.page("/close", ["person": "nora-vale"]).contains("data-act=\"reopen\""))
            #expect(try await site.act("reopen", ["person": ["nora-vale"]]).refusal == nil)
            #expect(try site.lastContact?.closesThread == false)
            #expect(try await site.act("do-not-contact", ["person": ["nora-vale"]]).refusal == nil)
            #expect(await site.page("/close", ["person": "nora-vale"]).contains("Allow contact again"))
            let lifted = try await site.act("do-not-contact", ["person": ["nora-vale"], "lift": ["yes"]])
            #expect(lifted.said == ["Nora Vale may be contacted again"])
        }
    }

    @Test("A draft names what is missing, takes it for once, and becomes a mail of the edited text")
    func draft() async throws {
        try await RecordedSite.afterRejection { site in
            let missing = await site.page("/draft", ["person": "gareth-pole"])
            #expect(missing.contains("name=\"with.signature\"") || missing.contains("name=\"with.my_name\""))
            #expect(missing.contains("name=\"rename\""))
            try site.record { (editor) throws(EditError) in try editor.rename(person: "me", to: "Alex Rivera")
            }
            let page = await site.page(
                "/draft", ["person": "gareth-pole", "for": "thank-you", "channel": "email"])
            #expect(page.contains("<textarea id=\"draft-text\""))
            #expect(page.contains("href=\"mailto:gareth@example.com?subject="))
            #expect(page.contains("data-act=\"done\""))
            let file = await site.response(
                "/draft.eml",
                [
                    "person": "gareth-pole", "for": "thank-you", "channel": "email",
                    "subject": "Edited\r\nBcc: x@example.com", "body": "My own words – edited",
                ])
            #expect(file.status == 200)
            #expect(file.savedAs == "gareth-pole.eml")
            let mail = String(decoding: file.body, as: UTF8.self)
            #expect(!mail.contains("\r\nBcc:"))
            #expect(mail.contains("My own words =E2=80=93 edited"))
            let early = await site.page("/draft", ["person": "nora-vale", "for": "keep-warm"])
            #expect(early.contains("data-act=\"log\"") || early.contains("with.news"))
            #expect(
                await site.page("/draft", ["person": "gareth-pole", "channel": "pigeon"], status: 404)
                    .contains("pigeon"))
        }
    }

    @Test("Everything is put off, also a company; the wait ends")
    func snooze() async throws {
        try await RecordedSite.afterRejection { site in
            let first = try await site.act(
                "snooze", ["person": ["gareth-pole"], "for": ["2 weeks"], "why": ["they move"]])
            #expect(first.refusal == nil)
            let page = await site.page("/snooze", ["person": "gareth-pole"])
            #expect(page.contains("they move"))
            #expect(page.contains("End the wait"))
            #expect(await site.page("/snooze", ["company": "lumen-loft"]).contains("everyone at Lumen Loft"))
            #expect(try await site.act("snooze", ["person": ["gareth-pole"], "off": ["yes"]]).refusal == nil)
            #expect(try site.own.network().people.first { $0.name == "Gareth Pole" }?.notBefore == nil)
        }
    }

    @Test("What is asked of no one is answered in words")
    func noOne() async throws {
        try await RecordedSite.afterRejection { site in
            for path in ["done", "skip", "snooze", "every", "replied", "promise", "close", "draft"] {
                for person in ["", "me", "no-one-of-this-name"] {
                    let page = await site.page("/\(path)", ["person": person], status: 404)
                    #expect(page.contains("no person matches"), "\(path)")
                }
            }
        }
    }

    @Test("Names are suggested as they are typed, by id where two have the name")
    func names() async throws {
        try await RecordedSite.afterRejection { site in
            try site.record { (editor) throws(EditError) in
                try editor.addPerson("Nora Vale", PersonDetails(), allowNamesake: true)
            }
            let page = await site.page("/names", ["kind": "person", "like": "no"])
            #expect(page.contains("value=\"nora-vale\"") && page.contains("value=\"nora-vale-2\""))
            #expect(
                await site.page("/names", ["kind": "person", "like": "gar"]).contains("value=\"Gareth Pole\"")
            )
            #expect(
                await site.page("/names", ["kind": "company", "like": "lum"]).contains("value=\"Lumen Loft\"")
            )
            #expect(
                !RecordedSite.main(await site.page("/names", ["kind": "person", "like": ""])).contains(
                    "<option"))
        }
    }

    /// Every page of the forms, for someone at a company with a role.
    private static let pages: [(path: String, query: KeyValuePairs<String, String>)] = [
        ("/done", ["person": "P"]), ("/skip", ["person": "P"]), ("/snooze", ["person": "P"]),
        ("/snooze", ["company": "C"]), ("/snooze", ["opportunity": "R"]), ("/every", ["person": "P"]),
        ("/log", ["person": "P", "about": "R"]), ("/replied", ["person": "P"]), ("/promise", ["person": "P"]),
        ("/named", ["person": "P"]), ("/named", ["to": "P"]), ("/close", ["person": "P"]),
        ("/draft", ["person": "P"]), ("/draft", ["person": "P", "for": "keep-warm"]), ("/companies", [:]),
        ("/company", ["id": "C"]), ("/company-more", ["company": "C"]), ("/opening", ["company": "C"]),
        ("/signal", ["company": "C"]), ("/want", [:]), ("/names", ["kind": "person", "like": "N"]),
        ("/names", ["kind": "company", "like": "N"]),
    ]

    private static func tags(_ html: String) -> [String] {
        RecordedSite.main(html).matches(of: #/<(/?[a-zA-Z!][a-zA-Z0-9]*)/#).map { String($0.1) }
    }

    @Test("No name, title or note is ever markup")
    func hostile() async throws {
        func tags(_ text: String) async throws -> [[String]] {
            try await TemporaryFolder.with { folder in
                let site = try RecordedSite(folder, at: "2026-03-12T10:00Z")
                try site.record { (editor) throws(EditError) in
                    var details = PersonDetails()
                    details.company = "N\(text)"
                    details.title = text
                    details.emails = ["n@example.com"]
                    return try editor.addPerson("N\(text)", details)
                }
                let (person, company) = (
                    try site.own.network().people[1].id.text, try site.own.network().companies[0].id.text
                )
                try site.record { (editor) throws(EditError) in
                    try editor.addOpportunity("N\(text)", at: company)
                }
                let role = try site.own.network().opportunities[0].id.text
                try site.record { (editor) throws(EditError) in
                    try editor.promise(by: .them, person, "N\(text)")
                }
                try site.record { (editor) throws(EditError) in
                    try editor.opening(company, "N\(text)", department: "N\(text)", note: "N\(text)")
                }
                try site.record { (editor) throws(EditError) in
                    try editor.putOff([person], until: editor.today + 5, because: "N\(text)")
                }
                try site.record { (editor) throws(EditError) in try editor.want(Wanted(roles: ["N\(text)"])) }
                var all: [[String]] = []
                for (path, query) in Self.pages {
                    let filled = query.map { item in
                        PageRequest.QueryItem(
                            item.key, ["P": person, "C": company, "R": role][item.value] ?? item.value)
                    }
                    let response = await site.site.page(PageRequest(path: path, query: filled))
                    all.append(Self.tags(String(decoding: response.body, as: UTF8.self)))
                }
                return all
            }
        }
        let plain = try await tags(" plain")
        for text in HostileText.markup + ["\u{202E}txt", "line\nbreak", "عمر"] {
            let hostile = try await tags(text)
            for ((path, _), (one, other)) in zip(Self.pages, zip(plain, hostile)) {
                #expect(one == other, "\(path): \(text)")
            }
        }
    }

    @Test("Forms ask for acts that there are, and links in dialogs lead to pages that there are")
    func registry() async throws {
        // Pages and acts that other rooms of the site have.
        let elsewhere: Set = ["more", "person", "add-person", "role"]
        try await RecordedSite.afterRejection { site in
            for (path, query) in Self.pages {
                let filled = query.map { item in
                    PageRequest.QueryItem(
                        item.key,
                        ["P": "gareth-pole", "C": "lumen-loft", "R": "support-lead"][item.value] ?? item.value
                    )
                }
                let response = await site.site.page(PageRequest(path: path, query: filled))
                let html = RecordedSite.main(String(decoding: response.body, as: UTF8.self))
                #expect(response.status == 200, "\(path)")
                for form in html.matches(of: #/data-act="([^"]*)"/#) {
                    let name = String(form.1)
                    #expect(SiteAction.named(name) != nil || elsewhere.contains(name), "\(path): \(name)")
                }
                for link in html.matches(of: #/data-dialog href="/([a-z-]*)/#) {
                    let name = String(link.1)
                    #expect(SitePage.named(name) != nil || elsewhere.contains(name), "\(path): \(name)")
                }
            }
        }
    }
}
