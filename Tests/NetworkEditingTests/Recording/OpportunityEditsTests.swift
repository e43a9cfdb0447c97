import DateLiterals
import NetworkEditing
import ReferralGraph
import Testing

@Suite("Recording opportunities")
struct OpportunityEditsTests {
    private var editor = sampleEditor()

    @Test("a new opportunity brings its company and those who took part")
    mutating func add() throws {
        let edit = try editor.addOpportunity(
            "Data lead", at: "Harbour Bank",
            OpportunityDetails(
                department: "Data",
                participants: [.hiringManager: ["Priya Nair"], .recruiter: ["Dan Okafor"]]),
            on: "2026-03-01")
        #expect(
            edit.changes == [
                "Added the company Harbour Bank (harbour-bank)",
                "Added the opportunity “Data lead” at Harbour Bank (data-lead)",
                "Added Priya Nair (priya-nair), Data at Harbour Bank",
                "Priya Nair is the hiring manager of “Data lead”",
                "Dan Okafor is Data at Harbour Bank", "Dan Okafor is the recruiter of “Data lead”",
                "“Data lead”: applied on 2026-03-01",
            ])
        #expect(edit.people == ["priya-nair", "dan-2"])
        #expect(editor.network[role: "data-lead"].stages == [StageEvent(stage: .applied, date: "2026-03-01")])
        #expect(throws: EditError.namesake(.opportunity, name: "Data lead", existing: "data-lead")) {
            try editor.addOpportunity("DATA LEAD", at: "harbour")
        }
        try editor.addOpportunity("Data lead", at: "harbour", stage: nil, allowNamesake: true)
        #expect(editor.network[role: "data-lead-2"].stages == [])
    }

    @Test("the no makes its manager a node with an employment and a part, and finds the same one again")
    mutating func reject() throws {
        let edit = try editor.reject(
            "account lead", by: "Ruth Adeyemi", title: "Director", finalist: true,
            feedback: "No national launch yet", on: "2026-03-04T14:20Z")
        #expect(
            edit.changes == [
                "Added Ruth Adeyemi (ruth-adeyemi), Director, Sales at Acme Robotics",
                "Ruth Adeyemi is the hiring manager of “Account lead”",
                "“Account lead”: finalist on 2026-03-04",
                "“Account lead”: rejected on 2026-03-04 (Ruth Adeyemi)",
                "“Account lead”: feedback “No national launch yet”",
            ])
        #expect(edit.people == ["ruth-adeyemi"])
        let role = editor.network[role: "lead"]
        #expect(role.stages.map(\.stage) == [.applied, .finalist, .rejected])
        #expect(role.participants == [Participant(person: "ruth-adeyemi", role: .hiringManager)])
        #expect(
            role.feedback
                == [Feedback(date: "2026-03-04", from: "ruth-adeyemi", text: "No national launch yet")])
        #expect(
            editor.network["ruth-adeyemi"].employments
                == [Employment(company: "acme", title: "Director", department: "Sales")])

        #expect(try editor.reject("lead", by: "ruth").changes == [])
        let more = try editor.reject("lead", by: "whitfield", feedback: "Come again")
        #expect(
            more.changes == [
                "Dan Whitfield is the hiring manager of “Account lead”",
                "“Account lead”: the no of 2026-03-04 was said by Ruth Adeyemi, Dan Whitfield",
                "“Account lead”: feedback “Come again”",
            ])
        #expect(editor.network[role: "lead"].stages.count == 3)
    }

    @Test("a no that a recruiter said leaves the recruiter what they are")
    mutating func recruiter() throws {
        try editor.describeOpportunity(
            "lead", OpportunityDetails(participants: [.hiringManager: ["maria"], .recruiter: ["okafor"]]))
        try editor.reject("lead", by: "okafor")
        #expect(
            editor.network[role: "lead"].participants == [
                Participant(person: "maria-lopez", role: .hiringManager),
                Participant(person: "dan-2", role: .recruiter),
            ])
        #expect(editor.network[role: "lead"].rejection?.people == ["dan-2"])
    }

    @Test("without a name the managers on record said no; a name near another one is no new person")
    mutating func rejectByWhom() throws {
        #expect(throws: EditError.noMatch(.person, text: "Dan Whitfeld", suggestion: "Dan Whitfield")) {
            try editor.reject("lead", by: "Dan Whitfeld")
        }
        try editor.describeOpportunity(
            "lead", OpportunityDetails(participants: [.hiringManager: ["whitfield"]]))
        #expect(try editor.reject("lead").people == ["dan"])
        #expect(editor.network[role: "lead"].rejection?.people == ["dan"])
        var another = sampleEditor()
        try another.reject("lead", by: "Dan Whitfeld", title: "Head of Sales")
        #expect(another.network.people.last?.id == "dan-whitfeld")
        #expect(throws: EditError.aboutTheSeeker(verb: "take part in an opportunity of")) {
            try another.reject("lead", by: "mia")
        }
    }

    @Test("stages stand in time, and on their day before a decision")
    mutating func stages() throws {
        try editor.reject("lead", by: "whitfield", on: "2026-03-04")
        try editor.advance("lead", to: .interview, with: ["whitfield", "Ida Moss"], on: "2026-02-26T10:00Z")
        try editor.advance("lead", to: .interview, with: ["whitfield"], on: "2026-03-04")
        try editor.advance("lead", to: .screening, with: ["okafor"], on: "2026-02-20")
        let role = editor.network[role: "lead"]
        #expect(role.stages.map(\.stage) == [.applied, .screening, .interview, .interview, .rejected])
        #expect(role.stages.map(\.round) == [nil, nil, 1, 2, nil])
        #expect(
            role.participants == [
                Participant(person: "dan", role: .hiringManager),
                Participant(person: "ida-moss", role: .interviewer),
                Participant(person: "dan-2", role: .recruiter),
            ])
        #expect(role.rejection != nil)
        #expect(throws: EditError.self) { try editor.advance("lead", to: .interview, round: 51) }
        #expect(throws: EditError.inTheFuture("2026-03-05T11:00Z", now: "2026-03-05T10:00Z")) {
            try editor.advance("lead", to: .offer, on: "2026-03-05T11:00Z")
        }
    }

    @Test("offer, acceptance, withdrawal and pause are recorded; a role may go on after a no")
    mutating func otherStages() throws {
        try editor.advance("lead", to: .rejected, with: ["whitfield"], on: "2026-03-01")
        try editor.advance("lead", to: .offer, with: ["whitfield"], note: "Second thoughts", on: "2026-03-02")
        #expect(editor.network[role: "lead"].isLive)
        let edit = try editor.advance("lead", to: .accepted)
        #expect(edit.changes == ["“Account lead”: accepted on 2026-03-05"])
        #expect(edit.people == ["dan"])
        #expect(editor.network[role: "lead"].currentStage?.stage == .accepted)
        #expect(try editor.advance("lead", to: .accepted).changes == [])
        try editor.addOpportunity("Baker", at: "campbell")
        #expect(try editor.advance("baker", to: .onHold).summary == "“Baker”: on hold")
        try editor.advance("baker", to: .withdrawn)
        #expect(!editor.network[role: "baker"].isLive)
    }

    @Test("feedback is kept with who gave it")
    mutating func feedback() throws {
        try editor.feedback(on: "lead", from: "whitfield", "Strong on relationships", on: "2026-03-05")
        #expect(
            editor.network[role: "lead"].feedback
                == [Feedback(date: "2026-03-05", from: "dan", text: "Strong on relationships")])
        #expect(throws: EditError.blank(field: "the feedback")) { try editor.feedback(on: "lead", "  ") }
    }
}
