import DateLiterals
import NetworkEditing
import ReferralGraph
import Testing

@Suite("Not before, talks ahead, and who hands in a name")
struct WaitingEditsTests {
    @Test("a wait has a day or none, reaches companies and roles, and can be lifted")
    func waits() throws {
        var editor = sampleEditor()
        let edit = try editor.putOff(
            ["okafor", "acme", "account lead"], until: "2026-04-03", because: "reorganization")
        #expect(
            edit.changes == [
                "Put off Dan Okafor until 3 Apr: reorganization",
                "Put off everyone at Acme Robotics until 3 Apr: reorganization",
                "Put off everyone in “Account lead” until 3 Apr: reorganization",
            ])
        #expect(editor.network["dan-2"].notBefore == "2026-04-03" && !editor.network["dan-2"].doNotContact)
        #expect(editor.network[company: "acme"].notBefore == "2026-04-03")
        #expect(editor.network[role: "lead"].notBefore == "2026-04-03")
        #expect(editor.network[role: "lead"].notBeforeReason == "reorganization")
        #expect(try editor.putOff(["okafor", "reorganization"], until: "2026-04-03").changes == [])
        try editor.doNotContact(["okafor", "asked for peace"])
        #expect(editor.network["dan-2"].doNotContact)
        #expect(editor.network["dan-2"].observations == ["asked for peace"])
        #expect(throws: EditError.self) { try editor.putOff(["okafor"], until: "2026-05-03") }
        try editor.doNotContact(["okafor", "acme"], isLifted: true)
        #expect(editor.network["dan-2"].notBefore == nil && !editor.network["dan-2"].doNotContact)
        #expect(editor.network[company: "acme"].notBefore == nil)
        #expect(throws: EditError.self) { try editor.putOff(["okafor"], until: "2026-03-05") }
        #expect(throws: EditError.noMatch(.anything, text: "zzz", suggestion: nil)) {
            try editor.doNotContact(["zzz"])
        }
        #expect(throws: EditError.blank(field: "the name")) { try editor.doNotContact([]) }
    }

    @Test("a hold has an end, and saying it later adds it to the one of that day")
    func hold() throws {
        var editor = sampleEditor()
        try editor.advance("lead", to: .onHold, on: "2026-03-04")
        try editor.advance("lead", to: .onHold, until: "2026-04-03", note: "budget", on: "2026-03-04")
        let hold = editor.network[role: "lead"].currentStage
        #expect(hold == StageEvent(stage: .onHold, date: "2026-03-04", until: "2026-04-03", note: "budget"))
        #expect(editor.network[role: "lead"].stages.count == 2)
        #expect(throws: EditError.self) {
            try editor.advance("lead", to: .onHold, until: "2026-03-01", on: "2026-03-04")
        }
    }

    @Test("a talk ahead is agreed upon, and becomes what happened when its day is logged")
    func talkAhead() throws {
        var editor = sampleEditor()
        try editor.describeOpportunity(
            "lead", OpportunityDetails(participants: [.hiringManager: ["whitfield"]]))
        try editor.advance("lead", to: .interview, with: ["whitfield"], on: "2026-03-12T10:00Z")
        #expect(editor.network[role: "lead"].currentStage?.stage == .applied)
        let talk = try #require(editor.network.interactions.first)
        #expect(talk.agreed == "2026-03-05" && talk.opportunity == "lead" && talk.channel == .interview)
        #expect(throws: EditError.self) { try editor.advance("lead", to: .interview, on: "2026-03-12") }
        for channel in [Interaction.Channel.email, .message, .letter] {
            #expect(throws: EditError.inTheFuture("2026-03-12", now: "2026-03-05T10:00Z")) {
                try editor.log(ContactEntry(with: ["whitfield"], by: channel, on: "2026-03-12"))
            }
        }
        // Said once more with another hour, it is still one talk.
        try editor.log(ContactEntry(with: ["whitfield"], by: .interview, on: "2026-03-12T11:00Z"))
        #expect(editor.network.interactions.count == 1)

        editor.now = "2026-03-13T09:00Z"
        var other = editor
        try editor.log(
            ContactEntry(with: ["whitfield"], by: .interview, note: "went well", on: "2026-03-12"))
        #expect(editor.network.interactions.count == 1)
        #expect(editor.network.interactions[0].agreed == nil)
        #expect(editor.network.interactions[0].note == "went well")
        #expect(editor.network[role: "lead"].currentStage?.stage == .interview)

        // The stage says it, too.
        try other.advance("lead", to: .interview, with: ["whitfield"], on: "2026-03-12")
        #expect(other.network.interactions.count == 1 && other.network.interactions[0].agreed == nil)
    }

    @Test("a call on the morning of an interview is not the interview")
    func sameDay() throws {
        var editor = sampleEditor()
        try editor.log(ContactEntry(with: ["okafor"], by: .interview, on: "2026-03-05T16:00Z"))
        try editor.log(ContactEntry(with: ["okafor"], by: .call))
        #expect(editor.network.interactions.map(\.agreed) == ["2026-03-05", nil])
    }

    @Test("who does not come has missed the talk nearest to the day; what is off is gone")
    func missed() throws {
        var editor = sampleEditor()
        try editor.log(ContactEntry(with: ["okafor"], by: .call, on: "2026-03-06T10:00Z"))
        try editor.log(ContactEntry(with: ["okafor"], by: .call, on: "2026-03-20T10:00Z"))
        editor.now = "2026-03-09T10:00Z"
        try editor.log(ContactEntry(with: ["okafor"], by: .call, outcome: .missed))
        #expect(editor.network.interactions.map(\.wasMissed) == [true, false])
        #expect(editor.network.interactions.map(\.agreed) == [nil, "2026-03-05"])
        try editor.log(ContactEntry(with: ["okafor"], by: .call, outcome: .canceled))
        #expect(editor.network.interactions.count == 1)
        #expect(throws: EditError.self) {
            try editor.log(ContactEntry(with: ["okafor"], by: .call, outcome: .canceled))
        }
        // Nothing was on record of it: it is recorded now.
        try editor.log(ContactEntry(with: ["maria"], by: .meeting, on: "2026-03-08", outcome: .missed))
        #expect(editor.network.interactions.last?.wasMissed == true)
    }

    @Test("“we will be in touch” is a promise of a reply, and no answer is due")
    func theirTurn() throws {
        var editor = sampleEditor()
        var entry = ContactEntry(with: ["maria"], by: .email)
        entry.isTheirTurn = true
        #expect(try editor.log(entry).changes.last == "Maria Lopez will be in touch")
        let mail = try #require(editor.network.interactions.last)
        #expect(mail.direction == .incoming && mail.expectsReply == false)
        #expect(mail.promise == Promise(by: .them, kind: .reply, what: "be in touch"))
        entry.due = "2026-03-12"
        try editor.log(entry)
        #expect(editor.network.interactions.last?.promise?.due == "2026-03-12")
    }

    @Test("a friend inside promises to hand in the name, does it, and has a part in the role")
    func insider() throws {
        var editor = sampleEditor()
        try editor.refer(ReferralEntry(from: "whitfield", to: nil, .promised, about: "lead"))
        #expect(editor.network[role: "lead"].participants == [Participant(person: "dan", role: .insider)])
        #expect(editor.network.interactions.map(\.promise?.what) == ["hand in my name"])
        #expect(try editor.refer(ReferralEntry(from: "whitfield", to: "mia", .promised)).changes == [])
        let edit = try editor.refer(ReferralEntry(from: "whitfield", to: nil))
        #expect(edit.changes == ["Dan Whitfield handed in your name for “Account lead”, 2026-03-05"])
        #expect(editor.network.interactions[0].promise?.kept == "2026-03-05")
        #expect(editor.network.interactions[1].purposes == [.update])
        #expect(editor.network.referrals == [])
    }

    @Test("someone leaves without a known destination, and may have lost the job")
    func left() throws {
        var editor = sampleEditor()
        try editor.tie("okafor", "whitfield", kind: .reportsTo)
        let edit = try editor.left("whitfield", isLetGo: true, on: "2026-03-03")
        #expect(
            edit.changes == [
                "Dan Whitfield has left Acme Robotics",
                "Dan Okafor no longer reports to Dan Whitfield, but knows them",
                "Dan Whitfield was let go, 2026-03-03",
            ])
        #expect(editor.network["dan"].employments[0].to == "2026-03-02")
        #expect(editor.network["dan"].employment(on: editor.today) == nil)
        #expect(try editor.left("whitfield", isLetGo: true, on: "2026-03-03").changes == [])
        #expect(throws: EditError.self) { try editor.left("whitfield") }
        #expect(throws: EditError.self) { try editor.left("whitfield", "campbell") }
    }

    @Test("a part is not a name, and who only screened stays a recruiter")
    func parts() throws {
        var editor = sampleEditor()
        for words in ["HR", "the recruiter", "Hiring manager", "the team"] {
            #expect(throws: EditError.notAName(words, command: "rebound reject lead")) {
                try editor.reject("lead", by: words)
            }
        }
        try editor.advance("lead", to: .screening, with: ["Wes Dunn"], on: "2026-02-20")
        try editor.reject("lead", by: "wes")
        #expect(
            editor.network[role: "lead"].participants == [Participant(person: "wes-dunn", role: .recruiter)])
    }

    @Test("a role is closed with all that is said about it, and opened again")
    func closedRole() throws {
        var editor = sampleEditor()
        try editor.log(
            ContactEntry(with: ["whitfield"], by: .email, on: "2026-03-02", topic: .opportunity("lead")))
        let before = editor.network
        try editor.close("account lead")
        #expect(editor.network[role: "lead"].currentStage?.stage == .withdrawn)
        #expect(editor.network.interactions.last?.closesThread == true)
        #expect(try editor.close("account lead").changes == [])
        try editor.reopen("account lead")
        #expect(editor.network == before)
        #expect(throws: EditError.self) { try editor.reopen("account lead") }
        try editor.close("acme")
        #expect(editor.network[role: "lead"].currentStage?.stage == .withdrawn)
        #expect(throws: EditError.self) { try editor.close("campbell") }
    }

    @Test("who takes part from outside is no employee, and a role is described once it is there")
    func described() throws {
        var editor = sampleEditor()
        let details = OpportunityDetails(
            closes: "2026-03-20", participants: [.agency: ["Bram Teller"], .coordinator: ["Ida Moss"]])
        try editor.describeOpportunity("lead", details)
        #expect(try editor.describeOpportunity("lead", details).changes == [])
        #expect(editor.network["bram-teller"].employments == [])
        #expect(editor.network["ida-moss"].employments.map(\.company) == ["acme"])
        #expect(editor.network[role: "lead"].closes == "2026-03-20")
        try editor.reposted("lead", on: "2026-03-04")
        #expect(
            editor.network[company: "acme"].signals == [
                Signal(kind: .openingPosted, date: "2026-03-04", department: "Sales", title: "Account lead")
            ])
    }

    @Test("holidays are everyone's, an office's or someone's")
    func holidays() throws {
        var editor = sampleEditor()
        #expect(
            try editor.addHoliday("2026-12-24"..."2026-12-26").changes
                == ["No one works from 2026-12-24 to 2026-12-26"])
        #expect(try editor.addHoliday("2026-12-25"..."2026-12-25").changes == [])
        #expect(editor.network.holidays == ["2026-12-24", "2026-12-25", "2026-12-26"])
        try editor.addHoliday("2026-10-29"..."2026-11-02", at: "acme", note: "storm")
        #expect(
            editor.network[company: "acme"].closed == [
                Absence(from: "2026-10-29", to: "2026-11-02", note: "storm")
            ])
        try editor.addHoliday("2026-10-29"..."2026-12-31", of: "maria")
        #expect(editor.network["maria-lopez"].away.count == 1)
        #expect(throws: EditError.self) { try editor.addHoliday("2026-10-29"..."2026-12-31") }
    }

    @Test("means that are not wanted add up, until any will do")
    func wishes() throws {
        var editor = sampleEditor()
        var details = PersonDetails()
        details.wishes = ChannelWishes(avoiding: [.message])
        try editor.describe("maria", details)
        details.wishes = ChannelWishes(avoiding: [.call])
        #expect(
            try editor.describe("maria", details).changes == ["Maria Lopez does not want calls, messages"])
        #expect(try editor.describe("maria", details).changes == [])
        details.wishes = ChannelWishes(isAny: true)
        try editor.describe("maria", details)
        #expect(editor.network["maria-lopez"].avoids == [])
        try editor.describeCompany(
            "acme", CompanyDetails(wishes: ChannelWishes(avoiding: [.call]), setting: .site))
        #expect(editor.network[company: "acme"].avoids == [.call])
        #expect(editor.network[company: "acme"].setting == .site)
    }
}
