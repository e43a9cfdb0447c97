import DateLiterals
import Playbook
import RankingModel
import ReferralGraph
import Testing

@Suite("Etiquette")
struct EtiquetteTests {
    let calendar = WorkCalendar()
    let monday: CalendarDay = "2026-03-02"

    @Test("without a word yet every day is polite; after an answer the same day is")
    func noWait() throws {
        let etiquette = try Etiquette()
        let first = etiquette.nextContact(
            afterDay: nil, state: .outreach(unansweredAsks: 3), calendar: calendar)
        #expect(first == PoliteContact(earliestDay: nil, channel: .any))
        #expect(first.isPolite(onDay: monday + -400))
        let answered = etiquette.nextContact(
            afterDay: monday + 6, state: .outreach(unansweredAsks: 0), calendar: calendar)
        #expect(answered == PoliteContact(earliestDay: monday + 6, channel: .any))
        #expect(!answered.isPolite(onDay: monday + 5) && answered.isPolite(onDay: monday + 6))
    }

    @Test("the waits are the playbook's, each of them once")
    func policy() throws {
        var playbook = PlaybookPolicy.standard
        playbook.firstMessageAfterBusinessDays = 1
        playbook.telephoneAfterBusinessDays = 2
        playbook.monthlyTouchAfterDays = 3
        playbook.afterInterviewDays = 4
        let etiquette = try Etiquette(playbook: playbook)
        let states: [Etiquette.State] = [
            .outreach(unansweredAsks: 1), .outreach(unansweredAsks: 2), .outreach(unansweredAsks: 8),
            .interview, .rejected,
        ]
        let days = states.map {
            etiquette.nextContact(afterDay: monday, state: $0, calendar: calendar).earliestDay
        }
        #expect(days == [1, 2, 3, 4, 3].map { monday + $0 })
        let reminded = etiquette.nextContact(
            afterDay: monday, state: .rejected, calendar: calendar, reminderDays: 60)
        #expect(reminded.earliestDay == monday + 60)
        playbook.asksOnePersonPerCompany = true
        let onePerCompany = try Etiquette(playbook: playbook).nextContact(
            afterDay: monday, state: .outreach(unansweredAsks: 1), calendar: calendar)
        #expect(onePerCompany.earliestDay == monday + 9)
    }

    @Test("a negative wait is refused")
    func negative() {
        var playbook = PlaybookPolicy.standard
        playbook.afterInterviewDays = -1
        #expect(
            throws: RankingError.invalidConstant(
                name: "afterInterviewDays", value: -1, requirement: "from 0 to 3650")
        ) { try Etiquette(playbook: playbook) }
    }

    @Test("of a year without a business day the last day counts as one")
    func noBusinessDays() {
        let monday: CalendarDay = "2026-03-02"
        let calendar = WorkCalendar(holidays: (0..<1000).map { monday + $0 })
        #expect(calendar.day(1, businessDaysAfter: monday) == monday + 367)
    }

    @Test("worked example 10 of the model: the next polite day after a Thursday")
    func workedExample() throws {
        let etiquette = try Etiquette()
        let thursday = monday + 3
        func next(_ state: Etiquette.State, holidays: [CalendarDay] = []) -> PoliteContact {
            etiquette.nextContact(
                afterDay: thursday, state: state, calendar: WorkCalendar(holidays: holidays))
        }
        func polite(_ days: Int, _ channel: PoliteContact.Channel) -> PoliteContact {
            PoliteContact(earliestDay: thursday + days, channel: channel)
        }
        #expect(next(.outreach(unansweredAsks: 1)) == polite(5, .same))
        #expect(next(.outreach(unansweredAsks: 2)) == polite(1, .telephone))
        // The thirtieth day is a Saturday, the Monday after it a working day.
        #expect(next(.outreach(unansweredAsks: 3)) == polite(32, .any))
        #expect(next(.interview) == polite(14, .any))
        #expect(next(.rejected) == polite(32, .any))
        #expect(next(.outreach(unansweredAsks: 1), holidays: [thursday + 1]).earliestDay == thursday + 6)
    }
}
