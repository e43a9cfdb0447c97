import ReferralAnalysis
import Testing

@Suite("Etiquette")
struct EtiquetteTests {
    @Test("a business day is counted past weekends and holidays, before day 0 too")
    func businessDays() {
        let calendar = WeekdayCalendar(holidays: [7])
        #expect(
            (0..<8).map { calendar.isBusinessDay($0) } == [true, true, true, true, true, false, false, false])
        #expect(calendar.day(0, businessDaysAfter: 5) == 5)
        #expect(calendar.day(1, businessDaysAfter: 4) == 8)
        #expect(calendar.day(1, businessDaysAfter: -3) == 0)
        #expect(!calendar.isBusinessDay(-1) && !calendar.isBusinessDay(-2) && calendar.isBusinessDay(-3))
    }

    @Test("without a word yet every day is polite; after an answer the same day is")
    func noWait() throws {
        let etiquette = try Etiquette()
        let calendar = WeekdayCalendar()
        let first = etiquette.nextContact(
            afterDay: nil, state: .outreach(unansweredAsks: 3), calendar: calendar)
        #expect(first == PoliteContact(earliestDay: nil, channel: .any))
        #expect(first.isPolite(onDay: -400))
        let answered = etiquette.nextContact(
            afterDay: 6, state: .outreach(unansweredAsks: 0), calendar: calendar)
        #expect(answered == PoliteContact(earliestDay: 6, channel: .any))
        #expect(!answered.isPolite(onDay: 5) && answered.isPolite(onDay: 6))
    }

    @Test("the waits are the playbook's, each of them once")
    func policy() throws {
        var playbook = Playbook.standard
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
            etiquette.nextContact(afterDay: 0, state: $0, calendar: WeekdayCalendar()).earliestDay
        }
        #expect(days == [1, 2, 3, 4, 3])
        let reminded = etiquette.nextContact(
            afterDay: 0, state: .rejected, calendar: WeekdayCalendar(), reminderDays: 60)
        #expect(reminded.earliestDay == 60)
        playbook.asksOnePersonPerCompany = true
        let onePerCompany = try Etiquette(playbook: playbook).nextContact(
            afterDay: 0, state: .outreach(unansweredAsks: 1), calendar: WeekdayCalendar())
        #expect(onePerCompany.earliestDay == 9)
    }

    @Test("a negative wait is refused")
    func negative() {
        var playbook = Playbook.standard
        playbook.afterInterviewDays = -1
        #expect(
            throws: RankingError.invalidConstant(
                name: "afterInterviewDays", value: -1, requirement: "from 0 to 3650")
        ) { try Etiquette(playbook: playbook) }
    }

    @Test("a calendar without business days is a mistake of the caller")
    func noBusinessDays() async {
        await #expect(processExitsWith: .failure) {
            _ = WeekdayCalendar(holidays: Set(0..<1000)).day(1, businessDaysAfter: 0)
        }
    }
}
