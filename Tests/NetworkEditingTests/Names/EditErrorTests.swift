import DateLiterals
import NetworkEditing
import ReferralGraph
import Testing

@Suite("What a refused edit says")
struct EditErrorTests {
    @Test(
        "every refusal says what is wrong and what to do",
        arguments: [
            (
                .noMatch(.person, text: "Mria", suggestion: "Maria Lopez"),
                "no person matches “Mria”; did you mean Maria Lopez?"
            ),
            (
                .noMatch(.person, text: "Bob Lee", suggestion: nil),
                "no person matches “Bob Lee”; `rebound add person \"Bob Lee\"` adds them"
            ),
            (
                .neitherNameNorNote("prefers", suggestion: nil),
                "no one is called “prefers”; a note comes last, in quotes; `rebound add person prefers` adds a person"
            ),
            (
                .neitherNameNorNote("anna", suggestion: "Ana"),
                "no one is called “anna”; did you mean Ana? If it is a note, write --note anna"
            ),
            (
                .notAName("HR", command: "rebound reject lead"),
                "“HR” is not a person’s name; give the name, or leave it out: rebound reject lead"
            ),
            (.noMatch(.company, text: "Xyz", suggestion: nil), "no company matches “Xyz”"),
            (
                .ambiguous(.person, text: "Dan", candidates: ["Dan Whitfield (dan)", "Dan Okafor (dan-2)"]),
                "“Dan” fits 2 people: Dan Whitfield (dan), Dan Okafor (dan-2)"
            ),
            (
                .ambiguous(.opportunity, text: "a", candidates: (1...14).map { "a\($0)" }),
                "“a” fits 14 opportunities: a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12 and 2 more"
            ),
            (
                .namesake(.company, name: "Acme", existing: "acme"),
                "there is already a company called Acme (acme); allow a namesake to add another one"
            ),
            (.blank(field: "the feedback"), "the feedback is blank; say what it is"),
            (
                .invalid(field: "strength", text: "2", expected: "at most 1", hint: "leave it out"),
                "“2” cannot be the strength: expected at most 1; leave it out"
            ),
            (
                .inTheFuture("2026-03-06", now: "2026-03-05T10:00Z"),
                "2026-03-06 has not come yet (now is 2026-03-05T10:00Z); record it once it has happened"
            ),
            (.aboutTheSeeker(verb: "star"), "you cannot star yourself; name someone else"),
            (
                .onePersonTwice(name: "Maria Lopez"), "Maria Lopez is named twice; name two different people"
            ),
            (
                .reportsInCircle(name: "Dan", boss: "Ann"),
                "Dan cannot report to Ann, who already reports to Dan, directly or through others"
            ),
            (.nothingToDo("no open promise"), "no open promise"),
            (
                .stillMentioned(name: "Dan", by: ["1 tie", "2 referrals"]),
                "Dan cannot be removed: mentioned by 1 tie, 2 referrals; remove those first"
            ),
        ] as [(EditError, String)])
    func explanation(error: EditError, text: String) {
        #expect(error.explanation == text)
        #expect("\(error)" == text)
    }

    @Test("a day that is none is answered with forms that are all read")
    func forms() throws {
        #expect(EditError.unreadableDay("someday").explanation.hasPrefix("“someday” is not a day; write "))
        let days = DayWords.acceptedForms.split(separator: ", with a time")[0]
            .split { $0 == "," }.flatMap { $0.split(separator: " or ") }.map(String.init)
        #expect(days.count == 12)
        for words in days {
            #expect(throws: Never.self) {
                try CalendarDay(words: words, relativeTo: "2026-11-21", leaning: .past)
            }
        }
    }
}
