import DateLiterals
import NetworkEditing
import ReferralGraph
import Testing

@Suite("Recording contacts")
struct ContactEditsTests {
    private var editor = sampleEditor()

    @Test("a talk is mutual, a letter goes out, and everything given is kept")
    mutating func log() throws {
        let edit = try editor.log(
            ContactEntry(
                with: ["maria", "lopez", "whitfield"], by: .call, purposes: [.feedback, .feedback],
                subject: " The\nno ", note: "Ann asked\nfor more ", on: "2026-03-05T08:30Z"))
        #expect(edit.changes == ["Logged a call with Maria Lopez, Dan Whitfield on 2026-03-05: “The no”"])
        #expect(edit.people == ["maria-lopez", "dan"])
        #expect(
            editor.network.interactions == [
                Interaction(
                    date: "2026-03-05T08:30Z", people: ["maria-lopez", "dan"], channel: .call,
                    direction: .mutual, purposes: [.feedback], subject: "The no",
                    note: "Ann asked\nfor more")
            ])
        try editor.log(ContactEntry(with: ["okafor"], by: .email))
        try editor.log(ContactEntry(with: ["okafor"], by: .email, direction: .incoming, expectsReply: false))
        #expect(editor.network.interactions.map(\.direction) == [.mutual, .outgoing, .incoming])
        #expect(editor.network.interactions.map(\.date).last == editor.now)
        #expect(throws: EditError.aboutTheSeeker(verb: "log a contact with")) {
            try editor.log(ContactEntry(with: ["mia"], by: .call))
        }
        #expect(throws: EditError.blank(field: "the person")) {
            try editor.log(ContactEntry(with: [], by: .call))
        }
        #expect(throws: EditError.blank(field: "the person")) {
            try editor.log(ContactEntry(with: [" "], by: .call))
        }
    }

    @Test("a contact goes on with the conversation carried on last, unless that is long ago or closed")
    mutating func latest() throws {
        func last(_ editor: NetworkEditor) -> Interaction { editor.network.interactions.last! }
        try editor.log(
            ContactEntry(with: ["maria"], by: .email, on: "2025-11-01", topic: .thread("old times")))
        // More than ninety days later.
        try editor.log(ContactEntry(with: ["maria"], by: .email, on: "2026-02-10"))
        #expect(last(editor).thread == nil)
        try editor.log(
            ContactEntry(
                with: ["maria"], by: .email, direction: .incoming, on: "2026-02-20", topic: .thread("bees")))
        let edit = try editor.log(ContactEntry(with: ["maria"], by: .call, on: "2026-02-21"))
        #expect(last(editor).thread == "bees")
        #expect(edit.changes.last == "Added to the conversation about “bees”")
        try editor.log(ContactEntry(with: ["maria"], by: .email, subject: "Choir", topic: .new))
        #expect(last(editor).thread == "choir")
        try editor.close("maria")
        try editor.log(ContactEntry(with: ["maria"], by: .email))
        #expect(last(editor).thread == "bees")
        // With someone else besides, it is another conversation.
        try editor.log(ContactEntry(with: ["maria", "okafor"], by: .email))
        #expect(last(editor).thread == nil)
    }

    @Test("an interview is about the one live role that it can be about, and leaves several alone")
    mutating func interviewWithoutRole() throws {
        let edit = try editor.log(ContactEntry(with: ["whitfield"], by: .interview, on: "2026-03-02"))
        #expect(edit.changes.contains("This is about “Account lead”"))
        #expect(editor.network.interactions.last?.opportunity == "lead")
        #expect(editor.network[role: "lead"].currentStage?.stage == .interview)
        // An interview before anyone applied, or with someone from elsewhere, is about nothing on record.
        for (person, day) in [("whitfield", "2026-01-02"), ("maria", "2026-03-03")] {
            try editor.log(ContactEntry(with: [person], by: .interview, on: Timestamp(day)!))
            #expect(editor.network.interactions.last?.opportunity == nil)
        }
        var network = sampleEditor().network
        network.opportunities.append(
            Opportunity(
                id: "clerk", title: "Clerk", company: "acme",
                stages: [StageEvent(stage: .applied, date: "2026-02-14")]))
        func role(_ network: ReferralNetwork) throws -> OpportunityID? {
            var editor = NetworkEditor(network, now: editor.now)
            try editor.log(ContactEntry(with: ["whitfield"], by: .interview, on: "2026-03-02"))
            return editor.network.interactions.last?.opportunity
        }
        #expect(try role(network) == nil)
        network.opportunities[1].participants = [Participant(person: "dan", role: .hiringManager)]
        #expect(try role(network) == "clerk")
    }

    @Test("the words after an interview and after a no are about that opportunity")
    mutating func aboutOpportunity() throws {
        try editor.advance("lead", to: .interview, with: ["whitfield"], on: "2026-02-26")
        try editor.log(ContactEntry(with: ["whitfield"], by: .email, purposes: [.thankYou], on: "2026-02-26"))
        try editor.reject("lead", on: "2026-03-04")
        try editor.log(ContactEntry(with: ["whitfield"], by: .call))
        #expect(editor.network.interactions.map(\.opportunity) == ["lead", "lead"])
        try editor.log(ContactEntry(with: ["whitfield"], by: .email, subject: "Golf", topic: .new))
        #expect(editor.network.interactions.last?.opportunity == nil)
        try editor.log(ContactEntry(with: ["maria"], by: .email, topic: .opportunity("account lead")))
        #expect(editor.network.interactions.last?.opportunity == "lead")
        #expect(throws: EditError.noMatch(.opportunity, text: "Baker", suggestion: nil)) {
            try editor.log(ContactEntry(with: ["maria"], by: .email, topic: .opportunity("Baker")))
        }
    }

    @Test("an interview about an opportunity is a stage of it, once a day")
    mutating func interview() throws {
        let entry = ContactEntry(
            with: ["whitfield"], by: .interview, on: "2026-03-03T10:00Z", topic: .opportunity("lead"))
        let edit = try editor.log(entry)
        #expect(
            edit.changes == [
                "Logged an interview with Dan Whitfield on 2026-03-03",
                "Dan Whitfield is an interviewer of “Account lead”",
                "“Account lead”: interview 1 on 2026-03-03 (Dan Whitfield)",
            ])
        try editor.log(entry)
        #expect(editor.network[role: "lead"].stages.map(\.stage) == [.applied, .interview])
    }

    @Test("a contact uses the referral it follows, a talk meets it")
    mutating func referrals() throws {
        try editor.refer(ReferralEntry(from: "maria", to: "okafor", on: "2026-03-01"))
        try editor.refer(ReferralEntry(from: "maria", to: "whitfield", .promised, on: "2026-03-01"))
        try editor.log(ContactEntry(with: ["okafor"], by: .email, direction: .incoming, on: "2026-03-02"))
        #expect(editor.network.referrals[0].used == nil)
        let edit = try editor.log(ContactEntry(with: ["okafor"], by: .email, on: "2026-03-03"))
        #expect(edit.changes.last == "That uses the referral by Maria Lopez")
        try editor.log(ContactEntry(with: ["okafor"], by: .meeting, on: "2026-03-04"))
        try editor.log(ContactEntry(with: ["okafor", "whitfield"], by: .call, on: "2026-03-05"))
        #expect(
            editor.network.referrals == [
                Referral(
                    from: "maria-lopez", to: "dan-2", given: "2026-03-01", used: "2026-03-03",
                    met: "2026-03-04"),
                Referral(from: "maria-lopez", to: "dan", promised: "2026-03-01"),
            ])
    }

    @Test("a conversation is closed by a word of the day and opened again without a trace")
    mutating func closing() throws {
        #expect(throws: EditError.nothingToDo("there is no conversation with Maria Lopez to close")) {
            try editor.close("maria")
        }
        try editor.log(
            ContactEntry(with: ["maria"], by: .email, direction: .incoming, topic: .thread("bees")))
        let before = editor.network
        #expect(try editor.close("maria").changes == ["Closed the conversation with Maria Lopez"])
        let closing = try #require(editor.network.interactions.last)
        #expect(closing.closesThread && closing.thread == "bees" && !closing.isAsk)
        #expect(try editor.close("maria").changes == [])
        #expect(
            try editor.reopen("maria").changes == ["Reopened the conversation with Maria Lopez"])
        #expect(editor.network == before)
        #expect(throws: EditError.self) { try editor.reopen("maria") }
        try editor.close("maria", note: "She is retired")
        try editor.reopen("maria")
        #expect(editor.network.interactions.map(\.note) == [nil, "She is retired"])
        #expect(editor.network.interactions.map(\.closesThread) == [false, false])
    }

    @Test("a referral names the talk and the no it came out of, and brings someone new")
    mutating func refer() throws {
        try editor.reject("lead", by: "whitfield", on: "2026-03-04")
        try editor.log(ContactEntry(with: ["whitfield"], by: .call))
        let edit = try editor.refer(
            ReferralEntry(
                from: "whitfield", to: "Ruth Adeyemi", company: "acme", title: "Director", note: "Say hello"))
        #expect(
            edit.changes == [
                "Added Ruth Adeyemi (ruth-adeyemi), Director at Acme Robotics",
                "Dan Whitfield pointed you to Ruth Adeyemi, 2026-03-05",
            ])
        #expect(edit.people == ["ruth-adeyemi", "dan"])
        #expect(editor.network.interactions.map(\.id) == ["call-dan"])
        #expect(
            editor.network.referrals == [
                Referral(
                    from: "dan", to: "ruth-adeyemi", given: "2026-03-05", opportunity: "lead",
                    interaction: "call-dan", note: "Say hello")
            ])
        #expect(try editor.refer(ReferralEntry(from: "whitfield", to: "ruth")).changes == [])
        try editor.refer(ReferralEntry(from: "whitfield", to: "ruth", .declined))
        try editor.refer(ReferralEntry(from: "whitfield", to: "ruth", .given))
        #expect(editor.network.referrals.map(\.declined) == ["2026-03-05", nil])
    }

    @Test("no one is referred to themselves, and a misspelt name makes no one")
    mutating func impossibleReferrals() throws {
        #expect(throws: EditError.onePersonTwice(name: "Maria Lopez")) {
            try editor.refer(ReferralEntry(from: "maria", to: "lopez"))
        }
        #expect(throws: EditError.aboutTheSeeker(verb: "be referred to")) {
            try editor.refer(ReferralEntry(from: "maria", to: "mia", .met))
        }
        #expect(throws: EditError.noMatch(.person, text: "Maria Lopes", suggestion: "Maria Lopez")) {
            try editor.refer(ReferralEntry(from: "dan", to: "Maria Lopes"))
        }
        #expect(throws: EditError.self) {
            try editor.refer(ReferralEntry(from: "dan", to: "Ann Berg", title: "Director"))
        }
        #expect(editor.network == sampleEditor().network)
        try editor.refer(ReferralEntry(from: "mia", to: "Ann Berg"))
        #expect(editor.network.people.last?.employments == [])
    }

    @Test("a promise belongs to the contact of its day, else to one of its own")
    mutating func promises() throws {
        try editor.log(ContactEntry(with: ["maria"], by: .meeting))
        try editor.promise(
            by: .them, "maria", "An introduction to Ann", due: "2026-03-20", kind: .introduction)
        let edit = try editor.promise(by: .seeker, "maria", "the slides", due: "2026-03-06")
        #expect(edit.changes == ["You promised Maria Lopez: the slides, by 2026-03-06"])
        #expect(editor.network.interactions.map(\.channel) == [.meeting, .message])
        #expect(editor.network.interactions.map(\.isAsk) == [false, false])
        #expect(
            throws: EditError.ambiguous(
                .promise, text: "Maria Lopez", candidates: ["An introduction to Ann", "the slides"])
        ) { try editor.keepPromise(with: "maria") }
        #expect(
            try editor.keepPromise(with: "maria", "slides").changes == ["You kept the promise: the slides"])
        #expect(
            try editor.keepPromise(with: "maria", on: "2026-03-05").summary
                == "Maria Lopez kept the promise: An introduction to Ann")
        #expect(editor.network.interactions.map { $0.promise?.kept } == ["2026-03-05", "2026-03-05"])
        #expect(throws: EditError.nothingToDo("no open promise between you and Maria Lopez")) {
            try editor.keepPromise(with: "maria")
        }
    }
}
